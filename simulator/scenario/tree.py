"""Text to a placed tree: line by line where it is written plainly, and else by PyYAML's C parser, with a
constructor of our own over its events.

Every scalar stays the text that was typed, every node knows its place, and what YAML would do silently
(expand an alias, take the second of two equal names, end a text at a `#`) is a finding. `read_tree` never
raises for what a text may hold. Faster than PyYAML's own loader although it keeps more:
`python -m tests.bench tree`.
"""

from __future__ import annotations

import gc
from typing import NamedTuple

import yaml

from simulator.scenario.building import Built, TooMuch, build
from simulator.scenario.characters import checked
from simulator.scenario.diagnostics import Diagnostic, quoted
from simulator.scenario.losses import losses
from simulator.scenario.nodes import Entry, Mapping, Node, Sequence, Text
from simulator.scenario.plain import read_plainly
from simulator.scenario.salvage import salvage
from simulator.scenario.source import LARGEST, Source
from simulator.words import Phrase, say

__all__ = ["Entry", "Mapping", "Node", "Reading", "Sequence", "Text", "read_tree"]

MOST_FINDINGS = 50
_INCLUDES = frozenset(("include", "includes", "import", "imports", "extends", "!include", "$ref"))
"""What other languages call reading in another file."""

LIST = Phrase("a list")
ONE_TEXT = Phrase("one text")
REMARKS = Phrase("remarks")
SPACE = Phrase("empty lines")


class Reading(NamedTuple):
    """What a text says, as far as it can be read, and everything that is wrong with it, in file order."""

    root: Mapping | None
    findings: tuple[Diagnostic, ...]
    complete: bool
    """Everything in the text is in `root`. Where it is not, what seems to be missing may only be unread."""
    unread: frozenset[str] = frozenset()
    """Names of parts left out because their lines cannot be read: no reference to them is a slip."""


def read_tree(source: Source) -> Reading:
    """The placed tree of a case's text, with all the findings that YAML alone can give.

    Where some lines cannot be read, the parts around them are; `complete` then is False.
    """
    collecting = gc.isenabled()
    gc.disable()  # nothing here makes cycles, and the collector would take half of the time
    try:
        return _read(source)
    finally:
        if collecting:
            gc.enable()


def _read(source: Source) -> Reading:
    if len(source.text) > LARGEST:
        return Reading(None, (source.finding("Y005", 1, 1, limit=LARGEST // 1024),), complete=False)
    text, findings, doubtful, spoiled = checked(source)
    if spoiled:
        return _sorted(source, None, findings, complete=False)
    complete, unread = not findings, set[str]()
    try:
        root, found, whole, folded = _built(source, text)
        complete = complete and whole
    except TooMuch as limit:
        return _sorted(source, None, [*findings, *limit.findings], complete=False)
    except yaml.YAMLError as error:
        if doubtful:  # where tabs stood for indentation, every other complaint would be a guess
            return _sorted(source, None, findings, complete=False)
        root, found, folded, unread = salvage(source, text, error)
        complete = False
    findings += found
    if root is not None:
        findings += losses(source, text, root, folded)
    if isinstance(root, Mapping):
        for name in _INCLUDES & root.entries.keys():
            findings.append(source.at("Y070", root.entries.pop(name).key, name=quoted(name)))
        return _sorted(source, root, findings, complete)._replace(unread=frozenset(unread))
    if not findings:
        findings.append(_no_mapping(source, text, root))
    return _sorted(source, None, findings, complete=False)


def _built(source: Source, text: str) -> Built:
    """The tree of a text, by YAML's parser where there is more in it than can be read line by line."""
    built = read_plainly(text, source.lines) if text is source.text else None
    return built or build(source, text)


def _no_mapping(source: Source, text: str, root: Node | None) -> Diagnostic:
    if root is None or (isinstance(root, Text) and root.missing):
        return source.finding("Y020", 1, 1, what=say(REMARKS if text.strip() else SPACE))
    what = say(LIST if isinstance(root, Sequence) else ONE_TEXT)
    return source.finding("Y021", root.line, root.column, what=what)


def _sorted(source: Source, root: Mapping | None, found: list[Diagnostic], complete: bool) -> Reading:
    different = {(finding.place, finding.code): finding for finding in found}
    ordered = sorted(different.values(), key=lambda finding: finding.place[1:])
    if len(ordered) > MOST_FINDINGS:
        ordered = ordered[:MOST_FINDINGS]
        last = ordered[-1].place
        ordered.append(source.finding("Y098", last.line, last.column, shown=MOST_FINDINGS))
    return Reading(root, tuple(ordered), complete)
