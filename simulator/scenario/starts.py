"""Texts that begin with a character that means something to YAML."""

from __future__ import annotations

import re
from typing import Final

from simulator.scenario.broken import Broken, in_parts
from simulator.scenario.curing import in_quotes
from simulator.scenario.diagnostics import Diagnostic, quoted

_QUOTED: Final = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_BRACKETS: Final = {"[": re.compile(r"\[[^\[\]]*\]"), "{": re.compile(r"\{\{.*?\}\}|\{[^{}]*\}")}
_BLOCK_SIGN: Final = re.compile(r"[>|][-+0-9]*[ ]*(?:#.*)?$")
_ALONE: Final = {"*": "Y046", "&": "Y047", "!": "Y048"}
_NEVER: Final = "@`%,]}"
_CODE_OF_BRACKET: Final = {"[": "Y052", "{": "Y053"}


def start_trap(broken: Broken, number: int) -> Diagnostic | None:
    """A finding where the text on this line begins with a character it may not begin with."""
    name, value, start = in_parts(broken.text(number))
    column = start + 1
    first = value[:1]
    if first in _QUOTED:
        return _quote(broken, number, column, value)
    if first in _BRACKETS:
        return _bracket(broken, number, column, value)
    cure = in_quotes(value)
    length = len(value.rstrip())
    if value.startswith("* ") and not name:
        return broken.finding("Y066", number, column, bullet=quoted(first))
    if first in _ALONE:
        return broken.finding(_ALONE[first], number, column, length, cure=cure)
    if (first and first in _NEVER) or (name and value.startswith(": ")):
        return broken.finding("Y045", number, column, length, character=quoted(first), cure=cure)
    if value.startswith("? "):
        return broken.finding("Y050", number, column, length, cure=cure)
    if value.startswith("- ") and name:
        return broken.finding("Y049", number, column, length, cure=cure)
    if first in (">", "|") and not _BLOCK_SIGN.match(value):
        after = quoted(value[1:].strip())
        return broken.finding("Y051", number, column, length, sign=first, after=after, cure=cure)
    return None


def _quote(broken: Broken, number: int, column: int, value: str) -> Diagnostic | None:
    quote = value[0]
    closed = _QUOTED[quote].match(value)
    if closed is None:
        return None
    after = value[closed.end() :].strip()
    if not after or after[0] in "#,]}":
        return None
    cure = in_quotes(value.strip()[1:-1] if _encloses(value.strip(), closed.end()) else value)
    code = "Y041" if quote == '"' else "Y042"
    return broken.finding(code, number, column + closed.end() - 1, after=quoted(after), cure=cure)


def _encloses(value: str, end: int) -> bool:
    """Whether the outer quotes were meant to hold the whole text, and the one at `end` - 1 is part of it."""
    quote = value[0]
    if not value.endswith(quote) or len(value) < 3:
        return False
    closes = not value[end - 2].isspace() and not value[end : end + 1].isalnum()
    return end == 2 or not closes


def _bracket(broken: Broken, number: int, column: int, value: str) -> Diagnostic | None:
    closed = _BRACKETS[value[0]].match(value)
    if closed is None:
        return None
    after = value[closed.end() :].strip()
    if not after or after[0] in "#,]}":
        return None
    code = _CODE_OF_BRACKET[value[0]]
    words = {"brace": value[0], "after": quoted(after), "cure": in_quotes(value)}
    return broken.finding(code, number, column, closed.end(), **words)
