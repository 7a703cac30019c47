"""Twee 3 text as passages: names, tags, metadata, content, and where each begins."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

_HEADER: Final = re.compile(
    r"(?P<name>(?:[^\[{\\]|\\.|\\$)*)"
    r"(?:\[(?P<tags>(?:[^\[\]\\]|\\.)*)\]\s*)?(?P<data>\{.*\})?(?P<left>.*)"
)
_ESCAPE: Final = re.compile(r"\\(.)")
_LINES: Final = re.compile(r"\r\n|\r|\n")
TITLE, DATA = "StoryTitle", "StoryData"


class Passage(NamedTuple):
    """One passage as it was written."""

    name: str
    tags: tuple[str, ...]
    lines: tuple[str, ...]
    line: int
    """Of its header, from 1."""

    @property
    def is_code(self) -> bool:
        """Script, style, or a passage that only tells the story's own data."""
        return self.name in (TITLE, DATA) or bool({"script", "stylesheet"} & set(self.tags))


class Story(NamedTuple):
    """A whole Twee 3 file."""

    title: str
    start: str
    """The name of the passage it starts with; empty where there is none."""
    passages: tuple[Passage, ...]
    """Those to be played, in the order of the file."""
    code: tuple[Passage, ...]
    """Scripts and styles, which are never run."""
    trouble: tuple[tuple[int, str], ...]
    """Lines whose story data, header or metadata cannot be read, with what they hold."""


def read_story(text: str) -> Story:
    """Everything in a Twee 3 file. Never raises."""
    passages, trouble = _passages(text)
    title = next((" ".join(one.lines).strip() for one in passages if one.name == TITLE), "")
    start = ""
    for one in passages:
        if one.name == DATA:
            data = _json("\n".join(one.lines))
            if data is None:
                trouble.append((one.line, DATA))
            else:
                start = str(data.get("start", ""))
    played = tuple(one for one in passages if not one.is_code)
    names = [one.name for one in played]
    if start not in names:
        start = "Start" if "Start" in names else names[0] if names else ""
    code = tuple(one for one in passages if one.is_code and one.name not in (TITLE, DATA))
    return Story(title, start, played, code, tuple(trouble))


def _passages(text: str) -> tuple[list[Passage], list[tuple[int, str]]]:
    found: list[tuple[str, tuple[str, ...], list[str], int]] = []
    trouble: list[tuple[int, str]] = []
    for number, line in enumerate(_LINES.split(text.removeprefix("\ufeff")), 1):
        if line.startswith("::"):
            name, tags, whole = _header(line.removeprefix("::"))
            if not whole:
                trouble.append((number, line))
            found.append((name, tags, [], number))
        elif found:
            found[-1][2].append(line[1:] if line.startswith("\\::") else line)
        elif line.strip():
            trouble.append((number, line))
    return [Passage(name, tags, _to_the_last(lines), at) for name, tags, lines, at in found], trouble


def _to_the_last(lines: list[str]) -> tuple[str, ...]:
    """The lines without empty ones at the end, which are none of the passage's."""
    while lines and not lines[-1].strip():
        lines.pop()
    return tuple(lines)


def _header(rest: str) -> tuple[str, tuple[str, ...], bool]:
    """Name and tags, and whether the rest could be read: a name, and only tags and metadata after it."""
    match = _HEADER.match(rest)
    assert match is not None
    name = _plain(match["name"].strip())
    tags = tuple(map(_plain, (match["tags"] or "").split()))
    read = not match["left"].strip() and (not match["data"] or _json(match["data"]) is not None)
    return name, tags, read and bool(name)


def _plain(text: str) -> str:
    """Any escaped character is itself, as the specification of Twee 3 has it."""
    return _ESCAPE.sub(r"\1", text)


def _json(text: str) -> dict[str, Any] | None:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


class Link(NamedTuple):
    """One way from a passage to another."""

    text: str
    target: str
    line: int


_LINK: Final = re.compile(
    r"\[\[(?P<inside>(?:(?!\[\[|\]\]).)+?)\]"
    r"(?P<setter>\[(?:\"[^\"]*\"|'[^']*'|\[[^\[\]]*\]|[^\[\]\"'])*\])?\]"
)


def links_of(passage: Passage) -> Iterator[Link]:
    """`[[there]]`, `[[words|there]]`, `[[words->there]]` and `[[there<-words]]`."""
    for number, line in enumerate(passage.lines, passage.line + 1):
        for match in _LINK.finditer(line):
            yield link_in(match["inside"], number)


def link_in(inside: str, line: int) -> Link:
    """The words and the target of one link. Of several arrows the outermost counts, as in Twine."""
    if "->" in inside:
        words, _, target = inside.rpartition("->")
    elif "<-" in inside:
        target, _, words = inside.partition("<-")
    elif "|" in inside:
        words, _, target = inside.partition("|")
    else:
        words = target = inside
    return Link(words.strip() or target.strip(), target.strip(), line)


_CODE: Final = (
    re.compile(r"\[[<>]?img\[[^\[\]]*\](?:\[[^\[\]]*\]){0,2}\]", re.I),
    re.compile(r"<<(?:(?!<<).)*?>>"),
    re.compile(r"\((?:[a-z][\w-]*):(?:[^()]|\([^()]*\))*\)(?:\[[^\[\]]*\])?", re.I),
    re.compile(r"<%(?:(?!<%).)*?%>"),
    re.compile(r"<script.*?(?:</script>|$)", re.I),
    re.compile(r"</?[a-z][^<>]*>", re.I),
    re.compile(r"\{(?:embed|reveal|cycling|dropdown|text|restart|back|if|[a-z_]+:)[^{}]*\}", re.I),
    re.compile(r"^\s*\[(?:if|unless|else|continued|after|append|JavaScript)\b[^\[\]]*\]\s*$", re.I),
)
"""Macros of SugarCube, Harlowe, Snowman and Chapbook, scripts, and marks of HTML: reported, never guessed."""


def stripped(line: str) -> tuple[str, list[str]]:
    """A line without links and code, and the pieces of code that were in it."""
    code: list[str] = []
    for match in _LINK.finditer(line):
        if match["setter"]:
            code.append(match["setter"])
    rest = _LINK.sub(" ", line)
    for pattern in _CODE:
        code += pattern.findall(rest)
        rest = pattern.sub(" ", rest)
    return " ".join(rest.split()), code
