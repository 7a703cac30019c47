"""Characters that no case may hold, found in the raw text before YAML sees it."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.source import Source
from simulator.text import REPLACEMENT, problems
from simulator.words import Phrase, say_count

MOST_SHOWN: Final = 20
"""Findings of one kind; a spoiled file would otherwise give one a character."""

_PIECE: Final = 50_000
_MOST_REFUSED: Final = 2_000
"""Characters; a file with more of them is not a text, and looking on would only take time."""

AND_ONE_MORE = Phrase(", and so does {number} more line")
AND_MORE = Phrase(", and so do {number} more lines")
AND_ONE_MORE_TAB = Phrase(", and in {number} more line")
AND_MORE_TABS = Phrase(", and in {number} more lines")


class Checked(NamedTuple):
    """The text with every character at its place, those that were refused replaced, and the findings."""

    text: str
    findings: list[Diagnostic]
    doubtful: bool
    """Tabs stood for indentation: what belongs under what is a guess."""
    spoiled: bool
    """So much was refused that the rest is not worth reading."""


def checked(source: Source) -> Checked:
    """Look for characters that act on a terminal, mislead a reader, or are tabs."""
    text = source.text
    findings: list[Diagnostic] = []
    doubtful = False
    if "\t" in text:
        findings, doubtful = _tabs(source)
        text = text.replace("\t", " ")
    if text.isascii() and text.replace("\n", "").isprintable():
        return Checked(text, findings, doubtful, spoiled=False)
    found, whole = refused(text)
    findings += _shown(source, text, found)
    return Checked(without(text, found), findings, doubtful, not whole)


def refused(text: str) -> tuple[list[tuple[int, str]], bool]:
    """What `problems` finds in a text, and whether it looked at all of it: too much ends the search."""
    found: list[tuple[int, str]] = []
    start = 0
    while start < len(text):
        end = start + _PIECE
        # A piece begins with a space or a line break where it can: no accent is parted from its letter.
        cut = max(text.rfind("\n", start + 1, end), text.rfind(" ", start + 1, end))
        if end < len(text) and cut > start:
            end = cut
        found += [(start + place, what) for place, what in problems(text[start:end])]
        if len(found) > _MOST_REFUSED:
            return found, False
        start = end
    return found, True


def without(text: str, found: list[tuple[int, str]]) -> str:
    """The text with U+FFFD in the place of each refused character."""
    if not found:
        return text
    characters = list(text)
    for place, _ in found:
        characters[place] = REPLACEMENT
    return "".join(characters)


def _tabs(source: Source) -> tuple[list[Diagnostic], bool]:
    """One finding for tabs that indent and one for tabs elsewhere, each at the first of them."""
    indents: list[tuple[int, int]] = []
    inner: list[tuple[int, int]] = []
    for number, line in enumerate(source.lines, start=1):
        if "\t" not in line or line.lstrip().startswith("#"):
            continue
        words = line.lstrip(" \t")
        start = len(line) - len(words)
        if "\t" in line[:start] and words:
            indents.append((number, line.index("\t") + 1))
        if "\t" in words:
            inner.append((number, start + words.index("\t") + 1))
    findings = [
        source.finding(code, *places[0], more=_more(len(places) - 1, one, many))
        for code, places, one, many in (
            ("Y016", indents, AND_ONE_MORE, AND_MORE),
            ("Y017", inner, AND_ONE_MORE_TAB, AND_MORE_TABS),
        )
        if places
    ]
    return findings, bool(indents)


def _more(number: int, one: Phrase, many: Phrase) -> str:
    return say_count(number, one, many) if number else ""


def _shown(source: Source, text: str, found: list[tuple[int, str]]) -> list[Diagnostic]:
    """A finding for each sort of character in a line, for the first few lines."""
    findings: list[Diagnostic] = []
    line, counted, told = 1, 0, (0, "")
    for place, what in found:
        line += text.count("\n", counted, place)
        counted = place
        if (line, what) != told and len(findings) < MOST_SHOWN:
            told = (line, what)
            findings.append(source.finding("Y010", line, place - text.rfind("\n", 0, place), what=what))
    return findings
