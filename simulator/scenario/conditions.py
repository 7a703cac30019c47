"""Conditions: sentences from a closed list, each with the typed condition it stands for.

Everything a condition can read is finite, so what a case can do can be proved. There is no expression, no
`and` (a list means *all*), and nothing reads the score or what an attempt invents about the family.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Final, NamedTuple

from scoring.terms import Level
from simulator.scenario.model import (
    START,
    AnyOf,
    Chose,
    Clock,
    Condition,
    EditionIs,
    Knows,
    KnowsSome,
    Marked,
    Playing,
    Reached,
    Within,
)
from simulator.scenario.moments import read_moment, read_span, read_time

LONGEST_SENTENCE: Final = 200
"""Characters looked at to find the nearest form; no sentence is longer."""
_ID: Final = "[a-z][a-z0-9_]*"
_IDS: Final = f"{_ID}(?:, ?{_ID})*"

Maker = Callable[[re.Match[str], int], Condition | None]


class Form(NamedTuple):
    """One sentence a condition may be."""

    words: str
    """The sentence with what varies in angle brackets."""
    example: str
    means: str
    pattern: re.Pattern[str]
    make: Maker
    """The condition, from the match and the midnight of the case's first day; None: an impossible time."""


def _knows(match: re.Match[str], day: int) -> Condition:
    level = Level.FULL if match["full"] else Level.HEADLINE
    return Knows(match["party"], match["fact"], level, negated=match["verb"] != "knows")


def _knows_some(match: re.Match[str], day: int) -> Condition:
    return KnowsSome(match["party"], _listed(match["facts"]), int(match["n"]))


def _chose(match: re.Match[str], day: int) -> Condition:
    return Chose(match["scene"], match["choice"], negated=match["verb"] != "chose")


def _marked(match: re.Match[str], day: int) -> Condition:
    return Marked((match["mark"],), negated=match["verb"] != "marked")


def _marked_some(match: re.Match[str], day: int) -> Condition:
    return Marked(_listed(match["marks"]), int(match["n"]))


def _reached(match: re.Match[str], day: int) -> Condition:
    return Reached(match["milestone"], negated=bool(match["not"]))


def _within(match: re.Match[str], day: int) -> Condition | None:
    span = read_span(match["span"])
    return Within(match["milestone"], span, match["since"]) if span else None


def _clock_since(match: re.Match[str], day: int) -> Condition | None:
    span = read_span(match["span"])
    return Clock(match["side"] == "before", None, span, match["since"]) if span else None


def _clock(match: re.Match[str], day: int) -> Condition | None:
    time = read_time(match["time"])
    moment = read_moment(match["time"]) if time is None else day + time
    return None if moment is None else Clock(match["side"] == "before", moment)


def _playing(match: re.Match[str], day: int) -> Condition:
    return Playing(match["role"])


def _colleague(match: re.Match[str], day: int) -> Condition:
    return Playing(match["role"], negated=True)


def _edition(match: re.Match[str], day: int) -> Condition:
    return EditionIs(match["edition"], match["relation"])


def _form(words: str, example: str, means: str, pattern: str, make: Maker) -> Form:
    return Form(words, example, means, re.compile(pattern.replace("IDS", _IDS).replace("ID", _ID)), make)


FORMS: Final[tuple[Form, ...]] = (
    _form(
        "<role> knows <fact>",
        "gp knows late_mornings",
        "the role has the fact, or its headline; with `in full` at the end, the whole of it",
        r"(?P<party>ID) (?P<verb>knows) (?P<fact>ID)(?P<full> in full)?",
        _knows,
    ),
    _form(
        "<role> does not know <fact>",
        "gp does not know late_mornings",
        "the role has neither the fact nor its headline; with `in full`, not the whole of it",
        r"(?P<party>ID) (?P<verb>does not know) (?P<fact>ID)(?P<full> in full)?",
        _knows,
    ),
    _form(
        "at least <n> of <fact>, <fact> known to <role>",
        "at least 2 of late_mornings, own_words, missed_boosters known to gp",
        "the role has so many of these facts, headlines counted",
        r"at least (?P<n>\d{1,3}) of (?P<facts>IDS) known to (?P<party>ID)",
        _knows_some,
    ),
    _form(
        "did not choose <scene> <option>",
        "did not choose register wait",
        "the option was not chosen in that scene, or the scene was never played",
        r"(?P<verb>did not choose) (?P<scene>ID) (?P<choice>[a-z][a-z0-9_ ]*)",
        _chose,
    ),
    _form(
        "chose <scene> <option>",
        "chose register wait",
        "the option was chosen in that scene; so with the level of a referral and the result of a search",
        r"(?P<verb>chose) (?P<scene>ID) (?P<choice>[a-z][a-z0-9_ ]*)",
        _chose,
    ),
    _form(
        "marked <mark>",
        "marked drifted",
        "the mark has been set",
        r"(?P<verb>marked) (?P<mark>ID)",
        _marked,
    ),
    _form(
        "not marked <mark>",
        "not marked drifted",
        "the mark has not been set",
        r"(?P<verb>not marked) (?P<mark>ID)",
        _marked,
    ),
    _form(
        "at least <n> marked: <mark>, <mark>",
        "at least 2 marked: drifted, told_late, rang_home",
        "so many of these marks have been set (write it as an item of a list, after `- `)",
        r"at least (?P<n>\d{1,3}) marked: ?(?P<marks>IDS)",
        _marked_some,
    ),
    _form(
        "<milestone> reached",
        "concern_formed reached",
        "the milestone has been stamped",
        r"(?P<milestone>ID) (?P<not>not )?reached",
        _reached,
    ),
    _form(
        "<milestone> not reached",
        "concern_formed not reached",
        "the milestone has not been stamped",
        r"(?P<milestone>ID) (?P<not>not )reached",
        _reached,
    ),
    _form(
        "<milestone> within <n> <unit> of <milestone or start>",
        "referral_received within 4 hours of concern_formed",
        "both were reached, and no more than this lay between them",
        r"(?P<milestone>ID) within (?P<span>\d+ [a-z ]+?) of (?P<since>ID)",
        _within,
    ),
    _form(
        "clock before|after <n> <unit> since <milestone or start>",
        "clock after 2 days since start",
        "so much time has not yet, or has, gone by since then",
        r"clock (?P<side>before|after) (?P<span>\d+ [a-z ]+?) since (?P<since>ID)",
        _clock_since,
    ),
    _form(
        "clock before|after <time>",
        "clock before 15:30",
        "that time of the first day, or that date and time, is still to come, or has come",
        r"clock (?P<side>before|after) (?P<time>(?!.* since ).+)",
        _clock,
    ),
    _form(
        "playing <role>",
        "playing gp",
        "a trainee has this seat",
        r"playing (?P<role>ID)",
        _playing,
    ),
    _form(
        "<role> is a colleague",
        "gp is a colleague",
        "nobody has this seat; the role acts by its habit",
        r"(?P<role>ID) is a colleague",
        _colleague,
    ),
    _form(
        "edition is|before|from <edition>",
        "edition from wt2018",
        "the case is played under that edition, an earlier one, or that one and later",
        r"edition (?P<relation>is|before|from) (?P<edition>[a-z][a-z0-9-]*)",
        _edition,
    ),
)


def parse(sentence: str, day: int) -> Condition | None:
    """The condition a sentence stands for; None where it is none of FORMS.

    `day` is midnight of the case's first day in minutes: a time of day without a date belongs to it.
    """
    for form in FORMS:
        if match := form.pattern.fullmatch(sentence):
            return form.make(match, day)
    return None


OTHER_WORDS: Final = {
    **dict.fromkeys(("was", "=", "==", "picked", "took", "selected", "decided"), "chose"),
    **dict.fromkeys(("has", "heard", "learned", "told"), "knows"),
}
"""What people write instead of a form's own words; looked at where a sentence is like no form."""


def nearest(sentence: str) -> Form:
    """The form most like a sentence that is none of them."""
    sentence = sentence[:LONGEST_SENTENCE].lower()
    typed = re.sub(r"(do|does|did|is)n['’]?t\b", r"\1 not", sentence).split()
    if all(_likeness(typed, form) < 0 for form in FORMS):
        typed = [OTHER_WORDS.get(word, word) for word in typed]
    return max(FORMS, key=lambda form: _likeness(typed, form))


def _likeness(typed: list[str], form: Form) -> float:
    keywords = [word for part in re.sub(r"<[^>]*>", "", form.words).split() for word in part.split("|")]
    alternatives = form.words.count("|")
    found = [word for word in keywords if get_close_matches(word, typed, 1, 0.65)]
    missing = len(keywords) - alternatives - len(found)
    opens = 0.5 if typed[:1] and get_close_matches(form.words.split()[0], typed[:1], 1, 0.65) else 0.0
    return len(found) + opens - 0.6 * missing - 0.05 * abs(len(typed) - len(form.example.split()))


def uses(condition: Condition) -> Iterator[tuple[str, str]]:
    """What a condition speaks of, as (sort of thing, its id); a choice is `scene option` in one."""
    match condition:
        case Knows(party, fact):
            yield from (("party", party), ("fact", fact))
        case KnowsSome(party, facts):
            yield "party", party
            yield from (("fact", fact) for fact in facts)
        case Chose(scene, choice):
            yield "choice", f"{scene} {choice}"
        case Marked(marks):
            yield from (("mark", mark) for mark in marks)
        case Reached(milestone):
            yield "milestone", milestone
        case Within(milestone, _, since):
            yield from (("milestone", name) for name in (milestone, since) if name != START)
        case Clock(since=since):
            yield from (("milestone", name) for name in (since,) if name != START)
        case Playing(role):
            yield "role", role
        case EditionIs(edition):
            yield "edition", edition
        case AnyOf(inner):
            for each in inner:
                yield from uses(each)


def _listed(ids: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in ids.split(","))
