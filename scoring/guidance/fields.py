"""Reading a map field by field: each typed by what it is for, all mistakes gathered with their place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from scoring.errors import FileMistakes, Problem
from scoring.guidance.nodes import Node


@dataclass(frozen=True, slots=True)
class Mistakes:
    """What is wrong with one file, gathered while it is read."""

    file: str
    title: str
    found: list[Problem] = field(default_factory=list)

    def add(self, node: Node, message: str, remedy: str = "") -> None:
        """Note one mistake at a node's place."""
        self.found.append(Problem(self.file, node.line, node.column, message, remedy))

    def raise_if_any(self) -> None:
        """Raise FileMistakes with all of them in the order of the file."""
        if self.found:
            raise FileMistakes(self.title, tuple(sorted(self.found, key=lambda p: (p.line, p.column))))


@dataclass(frozen=True, slots=True)
class Fields:
    """One map of a file. `what` names it in messages; `done` reports the fields nobody asked for."""

    node: Node
    what: str
    mistakes: Mistakes
    asked: set[str] = field(default_factory=set)

    def get(self, name: str) -> Node | None:
        """The field as it stands, or None; asking is what makes a field known."""
        self.asked.add(name)
        value = self.node.value
        return value.get(name) if isinstance(value, dict) else None

    def text(self, name: str, default: str | None = None) -> str:
        """A field of words; without a default it must be there and say something."""
        node = self.get(name)
        if node is None or node.value == "":
            if default is None:
                self.mistakes.add(node or self.node, f"{self.what} needs “{name}”.", f"Add a line {name}: …")
            return default or ""
        if not isinstance(node.value, str):
            self.mistakes.add(
                node, f"“{name}” of {self.what} is plain words.", "Write it on one line, or use >."
            )
            return default or ""
        return node.value.strip()

    def choice(self, name: str, allowed: Iterable[str], default: str | None = None) -> str:
        """One of a closed list of words."""
        said = self.text(name, default)
        known = tuple(allowed)
        if said and said not in known:
            self._unknown(self.get(name) or self.node, said, known, f"“{name}” of {self.what}")
        return said

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of words, or a single one; empty if it is not there."""
        node = self.get(name)
        if node is None:
            return ()
        items = node.value if isinstance(node.value, list) else [node]
        said = tuple(item.value.strip() for item in items if isinstance(item.value, str))
        if len(said) != len(items):
            self.mistakes.add(node, f"“{name}” of {self.what} is a list of words.", "Use - word, one a line.")
        return said

    def choices(self, name: str, allowed: Iterable[str]) -> tuple[str, ...]:
        """A list of words, each from a closed list."""
        said, known = self.texts(name), tuple(allowed)
        for word in said:
            if word not in known:
                self._unknown(self.get(name) or self.node, word, known, f"“{name}” of {self.what}")
        return said

    def number(self, name: str, lowest: int, highest: int, default: int | None = None) -> int:
        """A whole number between two bounds."""
        said = self.text(name, None if default is None else str(default))
        if said.isdecimal() and said.isascii() and lowest <= int(said) <= highest:
            return int(said)
        if said:
            wanted = f"a whole number from {lowest} to {highest}"
            self.mistakes.add(
                self.get(name) or self.node, f"“{name}” of {self.what} is {wanted}.", f"Not “{said}”."
            )
        return default if default is not None else lowest

    def day(self, name: str) -> date | None:
        """A date as 2006-04-10, or None if it is not there."""
        said = self.text(name, "")
        if not said:
            return None
        try:
            return date.fromisoformat(said)
        except ValueError:
            where = self.get(name) or self.node
            self.mistakes.add(where, f"“{said}” is not a date.", "Write the year first: 2006-04-10.")
            return None

    def window(self, begins: str = "from", ends: str = "to") -> tuple[date | None, date | None]:
        """Two dates in order."""
        first, last = self.day(begins), self.day(ends)
        if first and last and last < first:
            self.mistakes.add(
                self.get(ends) or self.node, f"{self.what} ends before it begins.", "Swap the dates."
            )
        return first, last

    def yes(self, name: str) -> bool:
        """yes or no; no if it is not there."""
        return self.choice(name, ("yes", "no"), "no") == "yes"

    def map(self, name: str) -> Iterator[tuple[str, Fields]]:
        """The named maps inside a field, in file order."""
        node = self.get(name)
        if node is None:
            return
        if not isinstance(node.value, dict):
            self.mistakes.add(node, f"“{name}” of {self.what} is a list of names.", "Write name: and indent.")
            return
        yield from self._inner(node, f"“{name}”").entries()

    def entries(self) -> Iterator[tuple[str, Fields]]:
        """The named maps inside this one, where every name is the file's own."""
        for key, value in self.node.value.items() if isinstance(self.node.value, dict) else ():
            yield key, self._inner(value, f"“{key}”")

    def list(self, name: str) -> Iterator[Fields]:
        """The maps in a list, in file order."""
        node = self.get(name)
        if node is None:
            return
        if not isinstance(node.value, list):
            self.mistakes.add(node, f"“{name}” of {self.what} is a list.", "Begin each entry with a dash.")
            return
        for number, value in enumerate(node.value, 1):
            yield self._inner(value, f"entry {number} of “{name}”")

    def inside(self, name: str) -> Fields | None:
        """A single map inside a field, or None."""
        node = self.get(name)
        return None if node is None else self._inner(node, f"“{name}” of {self.what}")

    def _inner(self, node: Node, what: str) -> Fields:
        if not isinstance(node.value, dict):
            self.mistakes.add(node, f"{what} needs fields of its own.", "Write name: words, indented.")
            return Fields(Node({}, node.line, node.column), what, self.mistakes)
        return Fields(node, what, self.mistakes)

    def done(self) -> None:
        """Report every field that nobody asked for."""
        value = self.node.value
        for name, node in value.items() if isinstance(value, dict) else ():
            if name not in self.asked:
                self._unknown(node, name, tuple(sorted(self.asked)), self.what)

    def _unknown(self, node: Node, said: str, known: tuple[str, ...], where: str) -> None:
        near = difflib.get_close_matches(said, known, 1)
        remedy = f"Did you mean “{near[0]}”?" if near else f"It may be: {', '.join(known)}."
        if node.value == "":
            remedy = "Inside braces a comma begins the next name; put words that hold a comma in quotes."
        self.mistakes.add(node, f"{where} does not know “{said}”.", remedy)


def fields_of(node: Node, what: str, mistakes: Mistakes) -> Fields:
    """A file's outermost map."""
    if not isinstance(node.value, dict):
        mistakes.add(node, f"{what} begins with names and colons.", "Write name: words.")
        mistakes.raise_if_any()
    return Fields(node, what, mistakes)
