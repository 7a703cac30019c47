"""What reading one file finds: the diagnostics, and the ids met on the way that are looked up at the end."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.scenario import nodes
from simulator.scenario.catalogue import parts
from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.fields import MISSING
from simulator.scenario.diagnostics import Diagnostic, Place, Severity
from simulator.scenario.source import Source
from simulator.words import say

FROM_GAPS: Final = frozenset(
    entry.code
    for entry in (
        MISSING,
        parts.ONE_WAY_ON,
        parts.NO_WAY_WITHOUT_IF,
        parts.ONE_SPEAKER,
        parts.NO_KIND,
        parts.HOW_MANY_OPTIONS,
        parts.NO_CHAIR,
        parts.NOT_LISTED,
        parts.NO_HEADLINE,
        parts.PROMPTED_UNASKED,
    )
)
"""Findings about something that is not there."""


class Use(NamedTuple):
    """An id that the case speaks of, to be found among what the case defines."""

    sort: str
    """role | party | family | fact | scene | mark | milestone | ending | choice | topic | basis | …"""
    id: str
    node: nodes.Text
    """Where it stands; in a condition the whole sentence."""


class Findings:
    """Everything found in one file, each on its place. Readers add to it and go on."""

    __slots__ = ("_found", "complete", "first_day", "first_seat", "prose", "roles", "source", "uses")

    def __init__(self, source: Source, complete: bool = True) -> None:
        self.source = source
        self.complete = complete
        """False where parts of the file could not be read: what seems missing may only be unread."""
        self.uses: list[Use] = []
        self.prose: list[nodes.Text] = []
        """Texts with a `<` in them, whose placeholders are looked up once everybody is known."""
        self.first_day = 0
        """Midnight of the day the case is set on, in minutes: times of day in conditions belong to it."""
        self.roles: tuple[str, ...] = ()
        """The roles of the case, known before its decisions are read."""
        self.first_seat: tuple[str, ...] = ()
        """The first role with `play: yes`, which decides where nothing is said."""
        self._found: dict[tuple[int, int, str, str], Diagnostic] = {}

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All findings by line and column."""
        return tuple(sorted(self._found.values(), key=lambda each: (each.place[1:], each.code)))

    @property
    def stopped(self) -> bool:
        """True where something was found that keeps the case from being played."""
        return any(each.severity is Severity.STOP for each in self._found.values())

    def use(self, sort: str, id: str, node: nodes.Text) -> None:
        """Look this id up once the whole file has been read."""
        self.uses.append(Use(sort, id, node))

    def take(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Add what an earlier part of the reader found."""
        for each in diagnostics:
            self._found[(*each.place[1:], each.code, each.message)] = each

    def add(self, entry: Entry, node: nodes.Node, **values: object) -> None:
        """Report a finding on a node."""
        self.add_at(entry, (node.line, node.column), self._length(node), **values)

    def add_within(self, entry: Entry, node: nodes.Text, part: str, **values: object) -> None:
        """Report a finding on the part of a text that causes it, as far as the part can be found."""
        for number in range(node.line, node.end_line + 1):
            start = node.column - 1 if number == node.line else 0
            column = self.source.line(number).find(part, start) + 1
            if column:
                self.add_at(entry, (number, column), len(part), **values)
                return
        self.add(entry, node, **values)

    def add_at(self, entry: Entry, position: tuple[int, int], length: int = 1, **values: object) -> None:
        """Report a finding on a position. The same finding on the same spot is reported once.

        Of a file read in part, nothing is said that may only follow from what could not be read.
        """
        if not self.complete and entry.code in FROM_GAPS:
            return
        line, column = position
        message = say(entry.message, **values)
        remedy = " ".join(say(entry.remedy, **values).split())
        place = Place(self.source.name, line, column)
        shown = self.source.line(line)
        found = Diagnostic(entry.code, entry.severity, place, message, remedy, shown, max(length, 1))
        self._found.setdefault((line, column, entry.code, message), found)

    def _length(self, node: nodes.Node) -> int:
        """Characters of the node in its first line."""
        if not isinstance(node, nodes.Text):
            return 1
        if node.line == node.end_line:
            return node.end_column - node.column
        return len(self.source.line(node.line)) + 1 - node.column
