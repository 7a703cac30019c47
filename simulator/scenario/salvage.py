"""After a parser's error: read the blocks around it apart, so that several slips are reported at once.

The text is split where a line begins in the outermost column, and each block is parsed alone. A block that
fails is split again one level further in, until the slip is in a block that cannot be split.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import yaml

from simulator.scenario.broken import Broken, broken, in_parts, indent, is_content
from simulator.scenario.building import DASHES, TooMuch, build
from simulator.scenario.columns import column_trap
from simulator.scenario.diagnostics import Diagnostic, quoted
from simulator.scenario.nodes import Entry, Mapping, Node, Sequence, Text
from simulator.scenario.source import Source
from simulator.scenario.traps import UNEXPLAINED, explain, no_entry
from simulator.words import say

MOST_PARSES: Final = 1500
MOST_CHARACTERS: Final = 2_000_000
"""Together they bound the time: a spoiled file gets fewer findings, not a longer wait."""
_MOST_JOINED: Final = 4

_NOTHING: Final = re.compile(r"[ ]*(?:#.*)?")
_DASH: Final = re.compile(r"([ ]*)-(?=[ ]|$)")
_UNCLOSED: Final = re.compile(r"end of stream|document separator|expected ',' or")


def _names(line: str) -> bool:
    """A dash and a name with a colon, or a dash alone: what belongs to the item can stand below."""
    name, value, _ = in_parts(line)
    return bool(name or _NOTHING.fullmatch(value))


def _heads(line: str) -> bool:
    """A name with a colon and nothing after it: what belongs to it stands below."""
    name, value, _ = in_parts(line)
    return bool(name and _NOTHING.fullmatch(value))


class _Block(NamedTuple):
    """Lines `first` to `last`, counted from 1."""

    first: int
    last: int


class _Spent(Exception):
    """The bound on time is reached."""


class Salvaged(NamedTuple):
    """What could be read, a finding for each slip that could be told apart, and the names left out."""

    root: Node | None
    findings: list[Diagnostic]
    folded: list[Text]
    """As `Built.folded`."""
    unread: set[str]


def salvage(source: Source, text: str, error: yaml.YAMLError) -> Salvaged:
    """Read what can be read of a text that `error` stopped."""
    rescue = _Rescue(source, text.split("\n"))
    last = len(rescue.lines)
    try:
        node = rescue.region(_Block(1, last), outermost=True)
    except TooMuch as limit:
        node = None
        rescue.findings += limit.findings
    except _Spent:
        node = None
    if not rescue.findings and any(rescue.begins(number) for number in range(1, last + 1)):
        rescue.findings.append(explain(broken(source, 1, last, error)))
    return Salvaged(node, rescue.findings, rescue.folded, rescue.unread)


class _Rescue:
    """One salvage: the lines as they are parsed, and what has been found and spent."""

    def __init__(self, source: Source, lines: list[str]) -> None:
        self.source = source
        self.lines = lines
        self.findings: list[Diagnostic] = []
        self.folded: list[Text] = []
        self.unread: set[str] = set()
        self.parses = 0
        self.characters = 0

    def region(self, region: _Block, outermost: bool = False) -> Node | None:
        """The blocks of a region, each alone; together the node they make."""
        starts = [number for number in range(region.first, region.last + 1) if self.begins(number)]
        if not starts:
            return None
        if outermost:
            self.dots(starts)
        indents = [indent(self.lines[number - 1]) for number in starts]
        column = min(indents) if outermost else indents[0]
        listed = _DASH.match(self.lines[starts[0] - 1]) is not None
        blocks = self.split(region, column, listed)
        parts: list[Node] = []
        astray = False  # below a line further left, what follows belongs to that line and not here
        while blocks:
            block = blocks.pop(0)
            if indent(self.lines[block.first - 1]) != column:
                self.misplaced(block.first)
                astray = astray or indent(self.lines[block.first - 1]) < column
            node = self.block(block, blocks, listed)
            if node is not None and not astray:
                parts.append(node)
        return self.together(parts, listed)

    def begins(self, number: int) -> bool:
        line = self.lines[number - 1]
        return is_content(line) and line.strip() not in ("---", "...", "]", "}", "],", "},")

    def dots(self, starts: list[int]) -> None:
        """Three dots would end the case; everything after them is read all the same."""
        for number, line in enumerate(self.lines, start=1):
            if line.rstrip() == "..." and number < starts[-1]:
                self.findings.append(self.source.finding("Y022", number, 1, 3, dashes=say(DASHES)))
                self.lines[number - 1] = ""

    def split(self, region: _Block, column: int, listed: bool) -> list[_Block]:
        firsts: list[int] = []
        for number in range(region.first, region.last + 1):
            line = self.lines[number - 1]
            if not self.begins(number) or (firsts and indent(line) > column):
                continue
            if firsts and not listed and line.lstrip().startswith("- ") and self.lists(firsts[-1], column):
                continue  # a list may stand in the column of its name
            firsts.append(number)
        ends = [first - 1 for first in firsts[1:]] + [region.last]
        return [_Block(first, last) for first, last in zip(firsts, ends, strict=True)]

    def lists(self, head: int, column: int) -> bool:
        """Whether what belongs to a name is a list in the name's own column."""
        below = next(number for number in range(head + 1, len(self.lines) + 1) if self.begins(number))
        return indent(self.lines[below - 1]) == column and self.lines[below - 1].lstrip().startswith("-")

    def block(self, block: _Block, following: list[_Block], listed: bool) -> Node | None:
        """The node of one block; where it fails, of what can be read inside it."""
        try:
            return self.fitting(block, self.parse(block), listed)
        except yaml.YAMLError as error:
            failed = broken(self.source, block.first, block.last, error)
        if _UNCLOSED.search(failed.problem):
            for count, end in enumerate(following[:_MOST_JOINED], start=1):
                joined = _Block(block.first, end.last)
                try:
                    node = self.parse(joined)
                except yaml.YAMLError:
                    continue
                del following[:count]
                return self.fitting(joined, node, listed)
        return self.inside(block, failed)

    def fitting(self, block: _Block, node: Node | None, listed: bool) -> Node | None:
        """The node where it is of the kind its region asks for; a finding where it is not."""
        if isinstance(node, Sequence if listed else Mapping):
            return node
        here = Broken(self.source, block.first, block.last, "expected", block.first, 1, "", block.first, 1)
        if isinstance(node, Text):
            self.findings.append(no_entry(here, block.first))
        elif node is not None and ((finding := explain(here)).code != UNEXPLAINED or not self.findings):
            self.findings.append(finding)
        return None

    def inside(self, block: _Block, failed: Broken) -> Node | None:
        """One level further in: below a name with a colon, or after a dash."""
        line = self.lines[block.first - 1]
        before = len(self.findings)
        node: Node | None = None
        if (dash := _DASH.match(line)) and _names(line):
            self.lines[block.first - 1] = dash[1] + " " + line[dash.end() :]
            item = self.region(block)
            self.lines[block.first - 1] = line
            if item is not None:
                node = Sequence((item,), block.first, dash.end(), flow=False)
        elif block.last > block.first and _heads(line):
            node = self.below(block)
        if len(self.findings) == before:
            self.findings.append(explain(failed))
        if node is None and (name := in_parts(line).name):
            self.unread.add(name.strip(" :\"'"))
        return node

    def below(self, block: _Block) -> Node | None:
        """A name with a colon and what can be read of the lines below it."""
        try:
            header = self.parse(_Block(block.first, block.first))
        except yaml.YAMLError:  # a name can be too long to be one
            return None
        inner = self.region(_Block(block.first + 1, block.last))
        if not isinstance(header, Mapping) or inner is None:
            return None
        entries = {name: Entry(entry.key, inner) for name, entry in header.entries.items()}
        return header._replace(entries=entries)

    def parse(self, block: _Block) -> Node | None:
        """Raises yaml.YAMLError, and _Spent when enough has been tried."""
        text = "\n".join(self.lines[block.first - 1 : block.last])
        if block.last < len(self.lines):
            text += "\n"
        self.parses += 1
        self.characters += len(text)
        if self.parses > MOST_PARSES or self.characters > MOST_CHARACTERS:
            raise _Spent
        built = build(self.source, text, block.first)
        self.findings += built.findings
        self.folded += built.folded
        return built.root

    def misplaced(self, number: int) -> None:
        here = Broken(self.source, number, number, "", number, 1, "", number, 1)
        if finding := column_trap(here, number):
            self.findings.append(finding)

    def together(self, parts: list[Node], listed: bool) -> Node | None:
        if not parts:
            return None
        first = parts[0]
        if listed:
            items = [item for part in parts if isinstance(part, Sequence) for item in part.items]
            return Sequence(tuple(items), first.line, first.column, flow=False)
        entries: dict[str, Entry] = {}
        for part in parts:
            for name, entry in part.entries.items() if isinstance(part, Mapping) else ():
                if name in entries:
                    line = entries[name].key.line
                    self.findings.append(self.source.at("Y028", entry.key, name=quoted(name), line=line))
                else:
                    entries[name] = entry
        return Mapping(entries, first.line, first.column, flow=False)
