"""Cases as they are mostly written, read line by line: names, dashes, texts, and short lists in brackets.

YAML's own parser makes four objects of a name or a text, of which none is kept. What is read here is exactly
what the parser gives, at the same places; a text with anything else in it (an anchor, a code in quotes, a
line too far to the right) is left to the parser as a whole, which then finds what is amiss.
`python -m tests.faults plain_lines` compares the two.
"""

from __future__ import annotations

import re
from typing import Final

from simulator.scenario.building import DEEPEST, MOST_NODES, Built
from simulator.scenario.nodes import Entry, Mapping, Node, Sequence, Text

_NAME: Final = "[a-z][a-z0-9_ ]{0,60}+(?<! )"
_FIRST: Final = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
"""What a text begins with that is neither in quotes nor means something to YAML."""
_LINE: Final = re.compile(
    rf"^( *+)(- ++)?(?:({_NAME}):(?: ++|$))?({_FIRST}(?:[^:#\n]*[^:# \n])?)?"
    r"(?:(?<![^ \n])#.*+|(.*+))$",
    re.MULTILINE,
)
"""Indentation, dash, name, a text without a colon or a `#` in it, and what else there is but for a remark."""
_REMARK: Final = " *(?: #.*)?"
_TEXT: Final = re.compile(rf"({_FIRST}(?:[^:# ]++|:(?=[^ ])|#|[ ]++(?=[^ #]))*){_REMARK}")
_QUOTED: Final = re.compile(rf"""(?:'([^']*)'|"([^"\\]*)"){_REMARK}""")
_BLOCK: Final = re.compile(rf"[>|](-?){_REMARK}")
_BREAKS: Final = re.compile(r"\n+")
_WITHIN: Final = re.compile(rf" *(?:({_NAME}): +)?(?:(\w(?:[\w '’./-]*[\w'’./-])?)|(?=[\[{{]))")
"""One thing in brackets: its name, and a few words unless more brackets follow."""
_GO_ON: Final = re.compile(r" *(?:, *|(?=[\]}]))")
_CLOSED: Final = re.compile(_REMARK)

_new: Final = tuple.__new__  # what a NamedTuple's own name calls, without the call in between


class _Odd(Exception):
    """Something that is left to YAML's parser."""


def read_plainly(text: str, lines: tuple[str, ...]) -> Built | None:
    """The tree of a text and its lines, or None where YAML's parser has to read it.

    The text is one in which `characters.checked` changed nothing.
    """
    most = 3 * len(lines) + 2 * sum(map(text.count, ",[{"))  # nodes that the text can hold
    if most > MOST_NODES or not (text.isascii() or "".join(lines).isprintable()):
        return None
    reader = _Lines(text, lines)
    try:
        root = reader.below(-1, 0)
    except _Odd:
        return None
    whole = isinstance(root, Mapping) and reader.at == reader.end
    return Built(root, [], True, reader.folded) if whole else None


class _Lines:
    """One pass over the lines of a text."""

    def __init__(self, text: str, lines: tuple[str, ...]) -> None:
        self.parts: list[tuple[str, str, str, str, str]] = _LINE.findall(text)
        self.lines = lines
        self.at = 0
        """The line read next, counted from 0: as many have been read."""
        self.end = len(lines)
        self.folded: list[Text] = []

    def below(self, column: int, depth: int) -> Node | None:
        """What stands on the next lines and belongs to a name in the column; None where nothing does."""
        while self.at < self.end and not any(self.parts[self.at][1:]):
            self.at += 1
        if self.at == self.end or depth >= DEEPEST - 1:  # an item of a list may be one level more
            return None
        indent, dash, name, text, rest = self.parts[self.at]
        if dash and len(indent) >= column:
            return self.sequence(len(indent), depth + 1)
        if len(indent) <= column:
            return None
        if name:
            return self.mapping(len(indent), depth + 1)
        self.at += 1
        return self.plain(text + rest)

    def mapping(self, column: int, depth: int) -> Mapping:
        """The names in a column, the first of them on this line, perhaps after a dash."""
        parts, lines, end = self.parts, self.lines, self.end
        at = first = self.at
        place = column + 1
        entries: dict[str, Entry] = {}
        while at < end:
            indent, dash, name, text, rest = parts[at]
            if at > first and (dash or not name or len(indent) != column):
                if not (dash or name or text or rest):
                    at += 1
                    continue
                if len(indent) <= column:
                    break
                self.at = at
                above, begun = entries.popitem()[1]
                entries[above.value] = Entry(above, self.further(begun, column))
                at = self.at
                continue
            at += 1
            key = _new(Text, (name, at, place, at, place + len(name), ""))
            if text and not rest:
                ends = len(lines[at - 1]) + 1
                value: Node = _new(Text, (text, at, ends - len(text), at, ends, ""))
            else:
                self.at = at
                if text or rest:
                    value = self.value(column, depth, text + rest)
                else:
                    value = self.below(column, depth) or _nothing(key)
                at = self.at
            if name in entries:
                raise _Odd
            entries[name] = _new(Entry, (key, value))
        self.at = at
        return _new(Mapping, (entries, first + 1, place, False))

    def sequence(self, column: int, depth: int) -> Sequence:
        """The items after dashes in a column, the first of them on this line."""
        first = self.at
        items: list[Node] = []
        while self.at < self.end:
            indent, dash, name, text, rest = self.parts[self.at]
            if not dash or len(indent) != column:
                if not (dash or name or text or rest):
                    self.at += 1
                elif len(indent) > column:
                    items[-1] = self.further(items[-1], column)
                else:
                    break
            elif name:
                items.append(self.mapping(column + len(dash), depth + 1))
            else:
                self.at += 1
                items.append(self.value(column, depth, text + rest))
        return _new(Sequence, (tuple(items), first + 1, column + 1, False))

    def value(self, column: int, depth: int, written: str) -> Node:
        """What is written after a name or a dash of the line before."""
        line = self.at
        begins = len(self.lines[line - 1]) - len(written) + 1
        sign = written[:1]
        if sign in ("[", "{"):
            node, end = _in_brackets(written, 0, line, begins, depth + 1)
            if _CLOSED.fullmatch(written, end):
                return node
        elif sign in (">", "|"):
            if block := _BLOCK.fullmatch(written):
                return self.block(column, begins, sign, "" if block[1] else "\n")
        elif sign in ("'", '"'):
            if quoted := _QUOTED.fullmatch(written):
                text = quoted[quoted.lastindex or 0]
                return Text(text, line, begins, line, begins + len(text) + 2, sign)
        else:
            return self.plain(written)
        raise _Odd

    def plain(self, written: str) -> Text:
        """A text without quotes, at the end of the line before."""
        plain, line = _TEXT.fullmatch(written), self.at
        if not plain:
            raise _Odd
        begins = len(self.lines[line - 1]) - len(written) + 1
        return Text(plain[1], line, begins, line, begins + plain.end(1), "")

    def further(self, text: Node, column: int) -> Text:
        """The text with the lines below it that are further right than the column: they are one sentence."""
        lines, at = self.lines, self.at
        if not isinstance(text, Text) or text.style or text.end_line != at:
            raise _Odd
        if len(lines[at - 1].rstrip(" ")) != text.end_column - 1:  # a remark ends a text
            raise _Odd
        words = [text.value]
        while at < self.end and lines[at][: column + 1].isspace() and (more := lines[at].strip(" ")):
            found = _TEXT.fullmatch(more)
            if not found or found[1] != more:
                raise _Odd
            words.append(more)
            at += 1
        self.at = at
        ends = len(lines[at - 1].rstrip(" ")) + 1
        self.folded.append(Text(" ".join(words), text.line, text.column, at, ends, ""))
        return self.folded[-1]

    def block(self, column: int, begins: int, sign: str, last_break: str) -> Text:
        """The lines below a `>` or a `|`, all of them in one column, with empty ones in between."""
        lines, line = self.lines, self.at
        if lines[-1]:  # where the text does not end with a line, such a text ends elsewhere
            raise _Odd
        indent = len(lines[line]) - len(lines[line].lstrip(" "))
        if indent <= column or indent == len(lines[line]):
            raise _Odd
        margin = lines[line][:indent]
        at = line
        while at < self.end and (lines[at].startswith(margin) or not lines[at].strip(" ")):
            at += 1
        self.at = at
        text = "\n".join([written[indent:] for written in lines[line:at]])
        if "\n " in text:
            raise _Odd
        text = text.rstrip("\n")
        if sign == ">":
            text = _joined(text)
        return Text(text + last_break, line, begins, min(at + 1, self.end), 1, sign)


def _nothing(key: Text) -> Text:
    """What stands after the colon of a name where nothing does."""
    return Text("", key.line, key.end_column + 1, key.line, key.end_column + 1, "")


def _joined(text: str) -> str:
    """The text with its lines joined: a line break becomes a space, and of several the first goes."""
    if "\n\n" not in text:
        return text.replace("\n", " ")
    return _BREAKS.sub(lambda breaks: breaks[0][1:] or " ", text)


def _in_brackets(text: str, at: int, line: int, begins: int, depth: int) -> tuple[Mapping | Sequence, int]:
    """What stands in brackets or braces from `at` on, and where it ends; the text begins in a column."""
    opened, closing = at, "]" if text[at] == "[" else "}"
    entries: dict[str, Entry] = {}
    items: list[Node] = []
    at = opened + 1
    while text[at : at + 1] != closing:
        found = _WITHIN.match(text, at)
        if found is None or depth > DEEPEST:
            raise _Odd
        name, words = found.groups()
        if words:
            node: Node = Text(words, line, begins + found.start(2), line, begins + found.end(2), "")
            at = found.end()
        else:
            node, at = _in_brackets(text, found.end(), line, begins, depth + 1)
        if closing == "]":
            if name:
                raise _Odd
            items.append(node)
        else:
            if not name or name in entries:
                raise _Odd
            key = Text(name, line, begins + found.start(1), line, begins + found.end(1), "")
            entries[name] = Entry(key, node)
        if not (on := _GO_ON.match(text, at)):
            raise _Odd
        at = on.end()
    if closing == "]":
        return Sequence(tuple(items), line, begins + opened, True), at + 1
    return Mapping(entries, line, begins + opened, True), at + 1
