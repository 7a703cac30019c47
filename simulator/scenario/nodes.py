"""The placed tree: what YAML says, every value still the text that was typed, everything with its place."""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """A value or a name exactly as it was typed: `5.10`, `12:30`, `no`, `~` and `0712` are texts too.

    `style` is how it was written: `""` plain, `"'"` or `'"'` in quotes, `"|"` or `">"` on the lines below.
    `end_line` and `end_column` are just after its last character (for `|` and `>`: after its last line).
    """

    value: str
    line: int
    column: int
    end_line: int
    end_column: int
    style: str

    @property
    def missing(self) -> bool:
        """Nothing was written at all: `level:` and the end of the line. Empty quotes are something."""
        return not self.value and not self.style


class Mapping(NamedTuple):
    """Names with what stands after their colons, in the order of the file."""

    entries: dict[str, Entry]
    line: int
    column: int
    flow: bool
    """Written with braces in one place; prose may not stand in there."""


class Sequence(NamedTuple):
    """A list: items after dashes, or between brackets."""

    items: tuple[Node, ...]
    line: int
    column: int
    flow: bool
    """Written with brackets in one place; prose may not stand in there."""


Node = Text | Mapping | Sequence


class Entry(NamedTuple):
    """One name of a mapping and its value."""

    key: Text
    value: Node
