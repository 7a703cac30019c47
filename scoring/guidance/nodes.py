"""YAML as trainers write it, read into nodes that know their place; every scalar stays the text it was.

Only plain lists, maps and text are taken: anchors, aliases, tags, repeated names and further documents are
refused with a sentence. PyYAML is loaded here and nowhere else in `scoring`, and only when a file is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from scoring.errors import FileMistakes, Problem

LARGEST: Final = 1024 * 1024
"""Characters in one file."""
DEEPEST: Final = 20

_IN_WORDS: Final = (
    ("mapping values are not allowed", "a colon inside the words was taken for the end of a name"),
    ("cannot start any token", "a tab, or one of the signs @ ` %, begins the words; quote them"),
    ("could not find expected ':'", "a name has no colon after it"),
    ("expected <block end>", "the lines are not indented alike"),
    ("did not find expected key", "the lines are not indented alike"),
    ("quoted scalar", "a quote was opened and not closed"),
    ("flow sequence", "a bracket [ was opened and not closed"),
    ("flow mapping", "a brace { was opened and not closed"),
    ("not allowed", "there is a sign that cannot be shown"),
)
"""What the parser says, and the same in plain words."""


class Node(NamedTuple):
    """A piece of a file: text, a list or a map, with the place where it begins (both count from 1)."""

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int


def read_nodes(text: str, file: str, title: str) -> Node:
    """The one document of a text. An empty text is an empty map.

    `title` heads the error. Raises FileMistakes.
    """
    import yaml

    if len(text) > LARGEST:
        raise _mistake(title, file, 1, 1, "The file is larger than one megabyte.", "Shorten it.")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _build(yaml.parse(text, Loader=loader), file, title)
    except yaml.YAMLError as error:
        raise _unreadable(title, file, error) from error


def _build(events: Iterable[Any], file: str, title: str) -> Node:
    """Events into one node, without recursion. Open maps hold the name that waits for its value."""
    stack: list[tuple[Node, str | None]] = []
    root: Node | None = None
    for event in events:
        kind = type(event).__name__
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            stack.pop()
            continue
        if kind not in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent", "AliasEvent"):
            if kind == "DocumentStartEvent" and root is not None:
                raise _at(
                    title, file, event, "The file holds a second document.", "Remove the line of dashes."
                )
            continue
        _refuse(event, title, file)
        mark = event.start_mark
        node = Node(_value(event, kind), mark.line + 1, mark.column + 1)
        if not stack:
            root = node
        else:
            stack[-1] = _place(stack[-1], node, event, title, file)
        if kind != "ScalarEvent":
            stack.append((node, None))
            if len(stack) > DEEPEST:
                raise _at(title, file, event, "This is nested too deep.", "Write it flatter.")
    return root if root is not None else Node({}, 1, 1)


def _value(event: Any, kind: str) -> str | list[Node] | dict[str, Node]:
    if kind == "ScalarEvent":
        text: str = event.value
        return text
    return {} if kind == "MappingStartEvent" else []


def _place(
    open_: tuple[Node, str | None], node: Node, event: Any, title: str, file: str
) -> tuple[Node, str | None]:
    """Put a node into the list or map it belongs to; a value takes the place of its name."""
    parent, name = open_
    if isinstance(parent.value, list):
        parent.value.append(node)
        return open_
    if not isinstance(parent.value, dict):
        raise AssertionError("only lists and maps are open")
    if name is not None:
        parent.value[name] = Node(node.value, parent.value[name].line, parent.value[name].column)
        return parent, None
    if not isinstance(node.value, str):
        raise _at(title, file, event, "A name before a colon is plain words.", "Put the words in quotes.")
    if node.value in parent.value:
        raise _at(title, file, event, f"“{node.value}” stands here twice.", "Keep one of them.")
    parent.value[node.value] = node
    return parent, node.value


def _refuse(event: Any, title: str, file: str) -> None:
    if type(event).__name__ == "AliasEvent" or event.anchor is not None:
        raise _at(title, file, event, "“&” and “*” are not used here.", "Write the words out, or quote them.")
    if event.tag is not None and event.tag != "!":
        raise _at(title, file, event, "“!” is not used here.", "Put the words in quotes.")


def _unreadable(title: str, file: str, error: Any) -> FileMistakes:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    said = str(getattr(error, "problem", None) or error)
    plain = next((words for sign, words in _IN_WORDS if sign in said), "this is not plain YAML")
    remedy = "Look at this line and the one above it."
    return _mistake(title, file, line, column, f"The file cannot be read here: {plain}.", remedy)


def _at(title: str, file: str, event: Any, message: str, remedy: str) -> FileMistakes:
    mark = event.start_mark
    return _mistake(title, file, mark.line + 1, mark.column + 1, message, remedy)


def _mistake(title: str, file: str, line: int, column: int, message: str, remedy: str) -> FileMistakes:
    return FileMistakes(title, (Problem(file, line, column, message, remedy),))
