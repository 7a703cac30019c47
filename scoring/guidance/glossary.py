"""Acronyms, bodies and duties in plain English, for the panel that explains a word where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from scoring.guidance.reading import open_file
from scoring.guidance.vocabulary import CONFIDENCES

GLOSSARY: Final = Path(__file__).parent / "glossary.yaml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One word and what it means."""

    word: str
    means: str
    full: str = ""
    """What the letters stand for."""
    also: tuple[str, ...] = ()
    begins: date | None = None
    ends: date | None = None
    rules: tuple[str, ...] = ()
    confidence: str = "verified"


@lru_cache(maxsize=1)
def glossary() -> tuple[Entry, ...]:
    """Every entry, in the order of the alphabet."""
    fields = open_file(GLOSSARY, "the glossary")
    entries = []
    for word, said in fields.entries():
        begins, ends = said.window()
        rules = said.texts("rules")
        confidence = said.choice("confidence", CONFIDENCES, "verified" if rules else "memory")
        entry = Entry(
            word=word,
            means=said.text("means"),
            full=said.text("full", ""),
            also=said.texts("also"),
            begins=begins,
            ends=ends,
            rules=rules,
            confidence=confidence,
        )
        said.done()
        entries.append(entry)
    fields.mistakes.raise_if_any()
    return tuple(sorted(entries, key=lambda entry: entry.word.casefold()))


def lookup(word: str) -> Entry | None:
    """The entry for a word, however it is written: letters or full name, capitals or not, one or many."""
    wanted = _plain(word)
    known = _words()
    return known.get(wanted) or (known.get(wanted[:-1]) if wanted.endswith("s") else None)


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Entry]:
    words = {}
    for entry in glossary():
        for word in filter(None, (entry.word, entry.full, *entry.also)):
            words[_plain(word)] = entry
    return words


def _plain(word: str) -> str:
    """Letters and figures in small print, everything else a single space."""
    joined = word.casefold().replace("'", "").replace("’", "")
    letters = (character if character.isalnum() else " " for character in joined)
    return " ".join("".join(letters).split())
