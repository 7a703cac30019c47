"""The constructor: PyYAML's events to nodes, and what cases do without refused as it comes by."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from simulator.scenario.characters import refused, without
from simulator.scenario.curing import in_quotes
from simulator.scenario.diagnostics import Diagnostic, quoted
from simulator.scenario.naming import name_problem
from simulator.scenario.nodes import Entry, Mapping, Node, Sequence, Text
from simulator.scenario.source import Source
from simulator.text import REPLACEMENT
from simulator.words import Phrase, say

DEEPEST: Final = 20
MOST_NODES: Final = 20_000
_MOST_ODDITIES: Final = 200
"""Findings of one parse; a file with more is spoiled, and reading on would only take time."""

A_LIST = Phrase("a list")
A_MAP = Phrase("a map")
A_CODE = Phrase("with a backslash")
DASHES = Phrase("three dashes or dots")

_new: Final = tuple.__new__  # what a NamedTuple's own name calls, without the call in between
INCLUDING: Final = ("!include", "!import")

_Loader: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ESCAPE: Final = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0abefvNLP_])")


class TooMuch(Exception):
    """A limit is passed and reading ends; what was found until then comes along."""

    def __init__(self, findings: list[Diagnostic]) -> None:
        super().__init__()
        self.findings = findings


class Built(NamedTuple):
    """The tree of a text, None where there is no content, and its findings."""

    root: Node | None
    findings: list[Diagnostic]
    whole: bool
    """Nothing was left out: no second part of the same name, no alias, no name that is none."""
    folded: list[Text]
    """Plain texts on several lines, and texts that should stand below a `>` or `|` and are empty."""


def build(source: Source, text: str, first_line: int = 1) -> Built:
    """The tree of `text`, which is the source's from `first_line` on.

    Raises yaml.YAMLError where the text is no YAML, and TooMuch beyond a limit.
    """
    builder = _Builder(source, text, first_line)
    return Built(builder.document(), builder.findings, builder.whole, builder.folded)


class _Builder:
    """One pass over the events of one text."""

    def __init__(self, source: Source, text: str, first_line: int) -> None:
        self.source = source
        self.next: Callable[[], Any] = _Loader(text).get_event
        self.first = first_line
        self.nodes = 0
        self.whole = True
        self.known_names: set[str] = set()
        self.findings: list[Diagnostic] = []
        self.folded: list[Text] = []

    def document(self) -> Node | None:
        self.next()
        start: Any = self.next()
        if type(start) is StreamEndEvent:
            return None
        line = start.start_mark.line + self.first
        if start.version or start.tags or self.source.line(line).startswith("%"):
            self.report("Y023", line, 1)
        root = self.node(self.next(), 1)
        self.next()
        after = self.next()
        line = after.start_mark.line + self.first
        if type(after) is DocumentStartEvent:
            self.whole = False
            self.report("Y022", line, 1, 3, dashes=say(DASHES))
        return root

    def node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is AliasEvent:
            return self.alias(event)
        if event.anchor or event.tag:
            self.marked(event)
        if kind is ScalarEvent:
            return self.text(event)
        if depth > DEEPEST:
            self.report("Y032", *self.place(event), limit=DEEPEST)
            raise TooMuch(self.findings)
        return self.mapping(event, depth) if kind is MappingStartEvent else self.sequence(event, depth)

    def text(self, event: Any) -> Text:
        start, end, first = event.start_mark, event.end_mark, self.first
        value, style, line, last = event.value, event.style or "", start.line + first, end.line + first
        text = _new(Text, (value, line, start.column + 1, last, end.column + 1, style))
        if style == '"':
            return text if value.isprintable() else self.unescaped(text)
        if last > line and (not style or (style != "'" and not value)):
            self.folded.append(text)
        return text

    def mapping(self, start: Any, depth: int) -> Mapping:
        next_event, text, names = self.next, self.text, self.known_names
        entries: dict[str, Entry] = {}
        line, column = self.place(start)
        flow: bool = start.flow_style
        # In a block every name stands in the mapping's own column, unless a "? " is in front of it.
        names_at = 0 if flow or start.anchor or start.tag else column
        while True:
            event = next_event()
            kind = type(event)
            if kind is MappingEndEvent:
                break
            if kind is ScalarEvent and not event.anchor and not event.tag:
                key: Text | None = text(event)
            else:
                key = self.odd_key(event, depth)
            if key and key[0] not in names:
                key = self.named(key)
            event = next_event()
            if type(event) is ScalarEvent and not event.anchor and not event.tag:
                value: Node = text(event)
            else:
                value = self.node(event, depth + 1)
            if not key:
                self.whole = False
                continue
            name, at = key[0], key[2]
            if names_at and at != names_at:
                value = self.questioned(key, value, names_at)
            if flow and type(value) is Text and value.missing:
                self.check_piece(key, value)
            if name in entries:
                self.twice(key, entries[name].key)
            else:
                entries[name] = _new(Entry, (key, value))
        self.count(2 * len(entries), line, column)
        if flow and self.source.line(line)[column - 1 : column] not in "{&!":
            self.report("Y037", line, column)
        return _new(Mapping, (entries, line, column, flow))

    def sequence(self, start: Any, depth: int) -> Sequence:
        next_event = self.next
        items: list[Node] = []
        line, column = self.place(start)
        while True:
            event = next_event()
            if type(event) is SequenceEndEvent:
                break
            items.append(self.node(event, depth + 1))
            if len(items) > MOST_NODES:
                break
        self.count(len(items), line, column)
        return _new(Sequence, (tuple(items), line, column, start.flow_style))

    # --- what is seldom or wrong -----------------------------------------------------------------------

    def place(self, event: Any) -> tuple[int, int]:
        return event.start_mark.line + self.first, event.start_mark.column + 1

    def count(self, more: int, line: int, column: int) -> None:
        self.nodes += more
        if self.nodes > MOST_NODES:
            self.report("Y033", line, column, limit=MOST_NODES)
            raise TooMuch(self.findings)

    def report(self, code: str, line: int, column: int, length: int = 1, /, **values: object) -> None:
        self.findings.append(self.source.finding(code, line, column, length, **values))
        if len(self.findings) > _MOST_ODDITIES:
            raise TooMuch(self.findings)

    def report_node(self, code: str, node: Node, /, **values: object) -> None:
        self.findings.append(self.source.at(code, node, **values))
        if len(self.findings) > _MOST_ODDITIES:
            raise TooMuch(self.findings)

    def alias(self, event: Any) -> Text:
        self.whole = False
        line, column = self.place(event)
        name = "*" + event.anchor
        self.report("Y025", line, column, len(name), name=name, cure=in_quotes(self.rest(line, column)))
        return Text(name, line, column, line, column + len(name), "")

    def marked(self, event: Any) -> None:
        """An anchor or a tag stands in front of the value; both may."""
        line, column = self.place(event)
        rest = self.rest(line, column)
        name = rest.split(" ", 1)[0]
        code = "Y024" if rest.startswith("&") else "Y070" if name in INCLUDING else "Y026"
        self.report(code, line, column, len(name), name=quoted(name), cure=in_quotes(rest))

    def rest(self, line: int, column: int) -> str:
        return self.source.line(line)[column - 1 :]

    def odd_key(self, event: Any, depth: int) -> Text | None:
        """A name with an anchor or a tag in front; None where a list, a map or an alias stands for a name."""
        kind = type(event)
        if kind is ScalarEvent:
            self.marked(event)
            return self.text(event)
        if kind is AliasEvent:
            self.alias(event)
            return None
        what = say(A_MAP if kind is MappingStartEvent else A_LIST)
        self.report("Y029", *self.place(event), what=what)
        before = len(self.findings)
        self.node(event, depth + 1)
        del self.findings[before:]  # what is inside is not meant as what it says
        return None

    def named(self, key: Text) -> Text | None:
        """The name as it was probably meant, with a finding where it is not what was typed."""
        problem = name_problem(key.value)
        if problem is None:
            self.known_names.add(key.value)
            self.count(MOST_NODES if len(self.known_names) > MOST_NODES else 0, key.line, key.column)
            return key
        if REPLACEMENT not in key.value or REPLACEMENT in self.source.line(key.line):
            self.report_node(problem.code, key, **problem.values)  # else what it replaces is reported
        return key._replace(value=problem.plain) if problem.plain else None

    def questioned(self, key: Text, value: Node, column: int) -> Node:
        """A "? " stands before the name; a value that is missing then would be placed beyond the end."""
        self.report("Y031", key.line, column)
        if type(value) is Text and value.missing:
            return Text("", key.end_line, key.end_column, key.end_line, key.end_column, "")
        return value

    def twice(self, key: Text, first: Text) -> None:
        self.whole = False
        self.report_node("Y028", key, name=quoted(key.value), line=first.line)

    def check_piece(self, key: Text, value: Text) -> None:
        if ":" not in "".join(self.between(key, value)):
            self.report_node("Y036", key, name=quoted(key.value))

    def between(self, key: Text, value: Text) -> list[str]:
        """The source from the end of a name to the start of its value."""
        if key.end_line == value.line:
            return [self.source.line(key.end_line)[key.end_column - 1 : value.column - 1]]
        middle = [self.source.line(number) for number in range(key.end_line + 1, value.line)]
        return [
            self.source.line(key.end_line)[key.end_column - 1 :],
            *middle,
            self.source.line(value.line)[: value.column - 1],
        ]

    def unescaped(self, text: Text) -> Text:
        """Codes in double quotes make characters that the raw text did not hold."""
        value = text.value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        found, _ = refused(value)
        if found:
            written = _ESCAPE.search(self.source.line(text.line), text.column)
            column = written.start() + 1 if written else text.column
            length = len(written.group()) if written else 1
            code = written.group() if written else say(A_CODE)
            self.report("Y012", text.line, column, length, written=code, what=found[0][1])
        return text._replace(value=without(value, found))
