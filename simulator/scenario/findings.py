"""What reading one file finds: the diagnostics, and the ids met on the way that are looked up at the end."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, NamedTuple

from simulator.scenario import nodes
from simulator.scenario.catalogue import parts
from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.fields import EMPTY, MISSING, NOT_AN_ID
from simulator.scenario.diagnostics import Diagnostic, Place, Severity
from simulator.scenario.source import Source
from simulator.words import say

MOST_FINDINGS: Final = 100
"""More than anybody puts right in one sitting; a spoiled file could give thousands."""
MORE_TO_COME: Final = "Y098"
LAST_OF_CHARACTERS: Final = "Y017"
"""Findings up to here are about single characters, without which the line is read as it is meant."""

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
        parts.WITH_ITSELF,
        parts.NOT_SEATED,
        parts.CHAIR_NOT_SEATED,
        parts.NOT_LISTED,
        parts.NO_HEADLINE,
        parts.PROMPTED_UNASKED,
    )
)
"""Findings about something that is not there."""


_PART: Final = re.compile(r"[ ]{0,2}[^\s#-]")


def _begins(line: str) -> bool:
    """A line in the outermost column, or one step in."""
    return _PART.match(line) is not None


class Use(NamedTuple):
    """An id that the case speaks of, to be found among what the case defines."""

    sort: str
    """role | party | family | fact | scene | mark | milestone | ending | choice | topic | basis | …"""
    id: str
    node: nodes.Text
    """Where it stands; in a condition the whole sentence."""


class Findings:
    """Everything found in one file, each on its place. Readers add to it and go on."""

    __slots__ = (
        "_found",
        "complete",
        "first_day",
        "first_seat",
        "more",
        "prose",
        "roles",
        "source",
        "stopped",
        "unread",
        "uses",
    )

    def __init__(self, source: Source, complete: bool = True) -> None:
        self.source = source
        self.complete = complete
        """False where parts of the file could not be read: what seems missing may only be unread."""
        self.uses: defaultdict[tuple[str, str], list[nodes.Text]] = defaultdict(list)
        """Every id spoken of, with its sort in front, and where."""
        self.prose: list[nodes.Text] = []
        """Texts with a `<` in them, whose placeholders are looked up once everybody is known."""
        self.first_day = 0
        """Midnight of the day the case is set on, in minutes: times of day in conditions belong to it."""
        self.roles: tuple[str, ...] = ()
        """The roles of the case, known before its decisions are read."""
        self.first_seat: tuple[str, ...] = ()
        """The first role with `play: yes`, which decides where nothing is said."""
        self.stopped = False
        """True once something was found that keeps the case from being played."""
        self.more = False
        """True where findings were left out because there are too many."""
        self._found: dict[tuple[int, int, str, str], Diagnostic] = {}
        self.unread: set[int] = set()
        """Lines that YAML reads otherwise than they are meant: that is told, and not what they then say."""

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All findings by line and column."""
        ordered = sorted(self._found.values(), key=lambda each: (each.place[1:], each.code))
        if self.more and ordered[-1].code != MORE_TO_COME:
            last = ordered[-1].place
            ordered.append(self.source.finding(MORE_TO_COME, last.line, last.column, shown=len(ordered)))
        return tuple(ordered)

    def crowded(self) -> bool:
        """True where one more finding would only be counted, so that its words need not be made up."""
        crowded = self.stopped and len(self._found) >= MOST_FINDINGS
        self.more = self.more or crowded
        return crowded

    def use(self, sort: str, id: str, node: nodes.Text) -> None:
        """Look this id up once the whole file has been read."""
        self.uses[sort, id].append(node)

    def take(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Add what an earlier part of the reader found."""
        for each in diagnostics:
            self._found[(*each.place[1:], each.code, each.message)] = each
            self.stopped = self.stopped or each.severity is Severity.STOP
            if each.severity is Severity.STOP and each.code > LAST_OF_CHARACTERS:
                self.unread.add(each.place.line)

    def add(self, entry: Entry, node: nodes.Node, **values: object) -> None:
        """Report a finding on a node."""
        self.add_at(entry, (node.line, node.column), self._length(node), **values)

    def add_on_heading(self, entry: Entry, node: nodes.Mapping, **values: object) -> None:
        """Report a finding on a whole block: on the line that heads it, and not on the first inside it."""
        beside = node.flow or self.source.line(node.line)[: node.column - 1].strip()
        for number in () if beside else range(node.line - 1, 0, -1):
            line = self.source.line(number)
            heading = line.lstrip(" -")
            begins = len(line) - len(heading)
            if heading and heading[0] != "#" and begins < node.column - 1:
                self.add_at(entry, (number, begins + 1), len(heading.partition(":")[0]), **values)
                return
        self.add(entry, node, **values)

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
        if entry.code in FROM_GAPS and self._damaged(*position):
            return
        if position[0] in self.unread or (entry is EMPTY and self._below(position[0]) in self.unread):
            return
        stops = entry.severity is Severity.STOP
        if len(self._found) >= MOST_FINDINGS and (self.stopped or not stops):
            self.more = True
            return
        self.stopped = self.stopped or stops
        line, column = position
        message = say(entry.message, **values)
        remedy = " ".join(say(entry.remedy, **values).split())
        place = Place(self.source.name, line, column)
        shown = self.source.line(line)
        found = Diagnostic(entry.code, entry.severity, place, message, remedy, shown, max(length, 1))
        self._found.setdefault((line, column, entry.code, message), found)
        if entry is NOT_AN_ID:
            self.unread.add(line)

    def _damaged(self, number: int, column: int) -> bool:
        """Whether a line that could not be read is in the same scene, fact or other part as this one."""
        if self.complete and not self.unread:
            return False
        lines = self.source.lines
        if column == 1:
            return not self.unread or any(not lines[at - 1].startswith(" ") for at in self.unread)
        first = next((at for at in range(number, 0, -1) if _begins(lines[at - 1])), 1)
        after = (at for at in range(number + 1, len(lines) + 1) if _begins(lines[at - 1]))
        here = range(first, next(after, len(lines) + 1))
        return not self.unread or any(line in here for line in self.unread)

    def _below(self, number: int) -> int:
        """The next line that is not empty."""
        lines = self.source.lines
        return next((below for below in range(number + 1, len(lines) + 1) if lines[below - 1].strip()), 0)

    def _length(self, node: nodes.Node) -> int:
        """Characters of the node in its first line."""
        if not isinstance(node, nodes.Text):
            return 1
        if node.line == node.end_line:
            return node.end_column - node.column
        return len(self.source.line(node.line)) + 1 - node.column
