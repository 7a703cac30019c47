"""What a file calls an agency, and what the board's profile does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from scoring.guidance.board import Board
from simulator.records.imports.faults import Cell
from simulator.words import records_import as words
from simulator.words import say

MOST_LINES: Final = 5


class Agencies(NamedTuple):
    """The agencies of a profile, and those a file had besides."""

    known: Mapping[str, str]
    """Any word for an agency, folded -> its name in the record. Empty: every word is as good."""
    unknown: dict[str, list[int]]

    def named(self, cell: Cell) -> str:
        """The agency's name for the record; what is not in the profile is kept as it stands."""
        if not cell.text:
            return ""
        name = self.known.get(cell.text.casefold())
        if name is None and self.known:
            self.unknown.setdefault(cell.text, []).append(cell.line)
        return name or cell.text

    def key(self, agency: str) -> str:
        """What all words for one agency have in common."""
        return self.known.get(agency.casefold(), agency).casefold()

    def notes(self) -> list[str]:
        """What to say of those that are not in the profile."""
        return [
            say(words.UNKNOWN_AGENCY, agency=agency, lines=few(lines))
            for agency, lines in sorted(self.unknown.items())
        ]


def agencies_of(board: Board | None) -> Agencies:
    """The agencies of a board's profile, by every word it has for them."""
    known: dict[str, str] = {}
    for agency in board.agencies.values() if board else ():
        for word in (agency.id, *agency.also, *(named.name for named in agency.names)):
            known.setdefault(word.casefold(), agency.id)
    return Agencies(known, {})


def few(lines: list[int]) -> str:
    """The numbers of the first lines, for a note."""
    shown = ", ".join(map(str, lines[:MOST_LINES]))
    return f"{shown}, …" if len(lines) > MOST_LINES else shown
