"""What YAML would lose or run together without a word: words after `#`, items and names glued to a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from simulator.scenario.curing import in_quotes
from simulator.scenario.diagnostics import Diagnostic, quoted
from simulator.scenario.naming import BULLETS, DASHES, NO_BREAK
from simulator.scenario.nodes import Mapping, Node, Sequence, Text
from simulator.scenario.source import Source

_SIGNS: Final = tuple(BULLETS + DASHES)
_MOST: Final = 200

# What a line must hold to be looked at; each begins with a character that a search finds fast.
_SUSPECT: Final = (
    re.compile(r" #(?:\w|(?<=[^\s#] #) )"),
    re.compile(r"-(?<=[ \n]-)[^ \n-]"),
    re.compile(r":(?<=[a-z0-9_]:)[^ \n/]"),
)
_NO_BREAK: Final = re.compile(f"[{NO_BREAK}]")
_BULLETED: Final = re.compile(rf"\n *[{BULLETS}{DASHES}][ {NO_BREAK}]")

_LOST: Final = re.compile(r"([ ]+)#([^\n]*)")
_DASHED: Final = re.compile(rf"-(?:[^\W\d]|[{NO_BREAK}“‘\"'(<\[])")
_NAMED: Final = re.compile(r"([a-z][a-z0-9_]*(?: [a-z]+)?):(?=[^\s:/])")
_NAMED_NO_BREAK: Final = re.compile(rf"[a-z][a-z0-9_]*(?: [a-z]+)?:(?=[{NO_BREAK}])")
_FIELD: Final = re.compile(r"[a-z][a-z0-9_]*(?: [a-z0-9]+){0,2}:(?:[ ]|$)")


def losses(source: Source, text: str, root: Node, folded: list[Text]) -> list[Diagnostic]:
    """Findings at texts of the tree that are not what their author sees on the page.

    `folded` are the texts that may have lost lines: plain ones on several lines, and empty blocks.
    """
    return list(islice(_losses(source, text, root, folded), _MOST))


def _losses(source: Source, text: str, root: Node, folded: list[Text]) -> Iterator[Diagnostic]:
    for node in folded:
        if node.style:
            yield from _not_below(source, node)
        else:
            yield from _hash_below(source, node)
            yield from _glued_items(source, node)
            yield from _glued(source, node)
    lines = _suspect_lines(text)
    if not lines:
        return
    for node in _texts(root):
        if node.end_line not in lines or node.style in (">", "|"):
            continue
        if node.style:
            yield from _after_hash(source, node)
        elif node.end_line == node.line:  # the others are among the folded
            yield from _glued(source, node)


def _glued(source: Source, text: Text) -> Iterator[Diagnostic]:
    yield from _after_hash(source, text)
    yield from _no_space(source, text)
    yield from _bullets(source, text)


def _suspect_lines(text: str) -> set[int]:
    """Numbers of the lines that may have lost something; most files have none."""
    found: set[int] = set()
    patterns = _SUSPECT if text.isascii() else (*_SUSPECT, _BULLETED)
    if any(space in text for space in NO_BREAK):
        patterns = (*patterns, _NO_BREAK)
    for pattern in patterns:
        line, counted = 1, 0
        for match in pattern.finditer(text):
            line += text.count("\n", counted, match.end() - 1)
            counted = match.end() - 1
            found.add(line)
    return found


def _texts(root: Node) -> Iterator[Text]:
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Text):
            yield node
        elif isinstance(node, Sequence):
            waiting.extend(node.items)
        elif isinstance(node, Mapping):
            waiting.extend(entry.value for entry in node.entries.values())


def _after_hash(source: Source, text: Text) -> Iterator[Diagnostic]:
    line = source.line(text.end_line)
    lost = _LOST.match(line, text.end_column - 1)
    if lost:
        column = lost.end(1) + 1
        begun = line[text.column - 1 : column - 1] if text.end_line == text.line else f"{text.value} "
        words = {"lost": quoted(lost[2]), "cure": in_quotes(begun + line[column - 1 :])}
        length = len(line) - column + 1
        if re.match(r"\w", lost[2]):
            yield source.finding("Y038", text.end_line, column, length, **words)
        elif len(lost[1]) == 1 and lost[2].strip() and not text.style and " " in text.value:
            yield source.finding("Y039", text.end_line, column, length, **words)


def _hash_below(source: Source, text: Text) -> Iterator[Diagnostic]:
    """A text of several lines whose next line begins with a `#` and a word, in the same column."""
    last, below = source.line(text.end_line), source.line(text.end_line + 1)
    indent = len(last) - len(last.lstrip())
    if re.match(r"#\w", below[indent:]) and not below[:indent].strip():
        words = {"lost": quoted(below[indent + 1 :]), "cure": in_quotes(f"{text.value} {below[indent:]}")}
        yield source.finding("Y038", text.end_line + 1, indent + 1, len(below) - indent, **words)


def _no_space(source: Source, text: Text) -> Iterator[Diagnostic]:
    """Names and items whose colon or dash has no ordinary space after it, on any line of the text."""
    for number in range(text.line, text.end_line + 1):
        line = source.line(number)
        start = text.column - 1 if number == text.line else len(line) - len(line.lstrip(" "))
        alone = not line[:start].strip()
        item = alone or not line[:start].strip(" -")
        if alone and (dash := _DASHED.match(line, start)):
            code = "Y018" if dash[0][1] in NO_BREAK else "Y055"
            yield source.finding(code, number, start + 2, found=quoted(line[start:]))
        elif alone and number > text.line and line[start : start + 1] in tuple(NO_BREAK):
            yield source.finding("Y018", number, start + 1)
        elif item and (name := _NAMED_NO_BREAK.match(line, start)):
            yield source.finding("Y018", number, name.end() + 1)
        elif item and (name := _NAMED.match(line, start)):
            yield source.finding("Y054", number, start + 1, name.end() - start, found=quoted(line[start:]))


def _bullets(source: Source, text: Text) -> Iterator[Diagnostic]:
    """Lines that begin with a sign that word processors use; one alone may be a sentence with a long dash."""
    lines = [(number, source.line(number).lstrip()) for number in range(text.line, text.end_line + 1)]
    begun = [(number, line) for number, line in lines if line[:1] in _SIGNS and line[1:2].isspace()]
    if source.line(text.line)[: text.column - 1].strip():
        begun = begun[1:] if begun[:1] == lines[:1] else begun
    if len(begun) > 1 or (begun and begun[0][1][0] not in DASHES):
        for number, line in begun:
            column = len(source.line(number)) - len(line) + 1
            yield source.finding("Y066", number, column, bullet=quoted(line[0]))


def _glued_items(source: Source, text: Text) -> Iterator[Diagnostic]:
    for number in range(text.line + 1, text.end_line + 1):
        line = source.line(number)
        if line.lstrip().startswith("- "):
            yield source.finding("Y065", number, len(line) - len(line.lstrip()) + 1, line=text.line)
            return


def _not_below(source: Source, text: Text) -> Iterator[Diagnostic]:
    """An empty text after `>`, and below it a sentence that is not further right."""
    for number in range(text.line + 1, min(text.line + 4, len(source.lines)) + 1):
        line = source.line(number)
        start, words = len(line) - len(line.lstrip()), line.strip()
        if words:
            if words[0] not in "#-" and not _FIELD.match(words):
                yield source.finding("Y064", number, start + 1, len(words), sign=text.style, line=text.line)
            return
