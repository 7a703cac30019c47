"""Characters that no case may hold, found in the raw text before YAML sees it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.source import Source
from simulator.text import REPLACEMENT, problems
from simulator.words import Phrase, say_count

MOST_SHOWN: Final = 20
"""Findings of one kind; a spoiled file would otherwise give one a character."""

AND_ONE_MORE = Phrase(", and so does {number} more line")
AND_MORE = Phrase(", and so do {number} more lines")
AND_ONE_MORE_TAB = Phrase(", and in {number} more line")
AND_MORE_TABS = Phrase(", and in {number} more lines")

_ACTING_ASCII: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


class Checked(NamedTuple):
    """The text with every character at its place, those that were refused replaced, and the findings."""

    text: str
    findings: list[Diagnostic]
    doubtful: bool
    """Tabs stood for indentation: what belongs under what is a guess."""


def checked(source: Source) -> Checked:
    """Look for characters that act on a terminal, mislead a reader, or are tabs."""
    text = source.text
    findings: list[Diagnostic] = []
    doubtful = False
    if "\t" in text:
        tabs, doubtful = _tabs(source)
        findings += tabs
        text = text.replace("\t", " ")
    if not text.isascii() or _ACTING_ASCII.search(text):
        text = _without_problems(source, text, findings)
    return Checked(text, findings, doubtful)


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


def _without_problems(source: Source, text: str, findings: list[Diagnostic]) -> str:
    """The text with U+FFFD for each refused character; adds one finding a line for the first few lines."""
    found = problems(text)
    if not found:
        return text
    line, counted, seen = 1, 0, set[int]()
    for place, what in found:
        line += text.count("\n", counted, place)
        counted = place
        if line not in seen:
            seen.add(line)
            findings.append(source.finding("Y010", line, place - text.rfind("\n", 0, place), what=what))
        if len(seen) == MOST_SHOWN:
            break
    characters = list(text)
    for place, _ in found:
        characters[place] = REPLACEMENT
    return "".join(characters)
