"""Words in angle brackets that stand for invented people and places: `<child's>`, `<child.they>`, `<home>`.

`parse` finds them, `unknown` says which of them the case has nobody for, and `fill` puts the words of one
attempt in. A `<` that opens no placeholder (`< 5`, `<-`) is ordinary text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

PLACES = ("home", "school", "surname")
"""Placeholders that belong to the family as a whole and take no `.first` or `'s` of a person."""
FORMS = ("first", "age", "they", "them", "their")
"""What may follow a person's id after a full stop."""
FOCUS = "child"
"""Always understood: the family's child called `child`, or else the first with `focus: yes`."""

Names = Mapping[str, str] | Callable[[str], str | None]
"""What each placeholder stands for, without its brackets: `child`, `child.first`, `child.they`, `home`.

`child's` need not be there: it is then made from `child`."""

_CANDIDATE = re.compile(r"<([A-Za-z][^<>\n]{0,59})>")
_SHAPE = re.compile(r"([a-z][a-z0-9_]*)(?:(['’]s)|\.([A-Za-z]+))?")
_SENTENCE_START = re.compile(r"(?:^|[.!?…]\s+|\n)[\s\"'“‘(\[]*$")


class Segment(NamedTuple):
    """A stretch of text: as it stands, or a placeholder."""

    text: str
    """What was typed, brackets and all."""
    about: str = ""
    """The person or place meant; empty for plain text and for what has no placeholder's shape."""
    form: str = ""
    """`'s` or one of FORMS; empty: the name itself."""
    capital: bool = False
    """True where a capital was typed or a sentence begins."""
    start: int = 0
    """Where in the text it begins, from 0."""
    bracketed: bool = False
    """True for a placeholder, whether or not the case has somebody for it."""


@lru_cache(maxsize=8192)
def parse(text: str) -> tuple[Segment, ...]:
    """The text cut at its placeholders. Brackets around something with another shape give `about` empty."""
    return tuple(_segments(text))


def _segments(text: str) -> Iterator[Segment]:
    done = 0
    for match in _CANDIDATE.finditer(text):
        if match.start() > done:
            yield Segment(text[done : match.start()], start=done)
        yield _placeholder(match, text)
        done = match.end()
    if done < len(text):
        yield Segment(text[done:], start=done)


def _placeholder(match: re.Match[str], text: str) -> Segment:
    begins = bool(_SENTENCE_START.search(text[max(0, match.start() - 12) : match.start()]))
    shape = _SHAPE.fullmatch(match[1])
    if shape is None:
        return Segment(match[0], start=match.start(), bracketed=True)
    about, possessive, dotted = shape.groups()
    form = "'s" if possessive else (dotted or "")
    if form and form != "'s":
        if form[1:] != form[1:].lower() or form.lower() not in FORMS:
            return Segment(match[0], start=match.start(), bracketed=True)
        begins = begins or form[0].isupper()
        form = form.lower()
    return Segment(match[0], about, form, begins, match.start(), True)


def unknown(text: str, people: Collection[str]) -> list[Segment]:
    """The placeholders that the case has nobody for, or whose ending is none of the forms."""
    if "<" not in text:
        return []
    return [segment for segment in parse(text) if segment.bracketed and not _understood(segment, people)]


def _understood(segment: Segment, people: Collection[str]) -> bool:
    if segment.about in PLACES:
        return segment.form in ("", "'s")
    return segment.about in people


def choices(people: Collection[str]) -> list[str]:
    """Every placeholder that could have been meant, for a suggestion."""
    endings = ("", "'s", *(f".{form}" for form in FORMS))
    return [*(f"<{person}{ending}>" for person in people for ending in endings), *(f"<{p}>" for p in PLACES)]


def fill(text: str, names: Names) -> str:
    """The text with its placeholders filled in. What `names` does not know stays as it was typed.

    The first letter is made a capital where a sentence begins, so that `<duty_doctor>` reads well there.
    """
    if "<" not in text:
        return text
    look = names.get if isinstance(names, Mapping) else names
    return "".join(_filled(segment, look) for segment in parse(text))


def _filled(segment: Segment, look: Callable[[str], str | None]) -> str:
    if not segment.about:
        return segment.text
    possessive = segment.form == "'s"
    ending = segment.form if possessive or not segment.form else f".{segment.form}"
    words = look(segment.about + ending)
    if words is None and possessive:
        name = look(segment.about)
        words = name and f"{name}’s"
    if words is None:
        return segment.text
    return words[:1].upper() + words[1:] if segment.capital else words
