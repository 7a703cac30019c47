"""Kinds of value: how the text of a field is read, what a message calls it, and its shape for an editor.

A kind's `read` takes (findings, node, key). It returns the value, or UNREAD after reporting.
Every scalar comes as text; only the field it stands in decides whether it is a date, a time or a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from simulator.scenario import nodes
from simulator.scenario.catalogue import fields as told
from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.diagnostics import quoted, suggestion
from simulator.scenario.findings import Findings
from simulator.words import Phrase, say

if TYPE_CHECKING:
    from simulator.scenario.pieces import Piece

Schema = Mapping[str, Any]
Read = Callable[[Findings, nodes.Node, str], Any]

_PLACEHOLDER: Final = re.compile(r"<[A-Za-z][^<>\n]*>")

UNREAD: Final = object()
"""What a kind returns after reporting that it could not read its node."""

A_TEXT = Phrase("a text")
A_LIST = Phrase("a list")
A_MAP = Phrase("names with colons")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value."""

    words: str
    """As a message or the guide says it, with its article: `a length of time, such as 20 minutes`."""
    read: Read
    schema: Schema
    prose: bool = False
    """True for sentences, which never stand inside braces or brackets."""
    pieces: tuple[Piece, ...] = field(default=())
    """The pieces this kind is made of, for the schema and the guide."""


def wrong_shape(findings: Findings, node: nodes.Node, key: str, words: str) -> object:
    """Report a list or a map where text belongs, or the other way round."""
    if isinstance(node, nodes.Text):
        shape = A_TEXT
        if not node.value.strip():
            findings.add(told.EMPTY, node, key=quoted(key), kind=words)
            return UNREAD
    else:
        shape = A_LIST if isinstance(node, nodes.Sequence) else A_MAP
    findings.add(told.WRONG_SHAPE, node, key=quoted(key), kind=words, shape=say(shape))
    return UNREAD


def text_of(findings: Findings, node: nodes.Node, key: str, words: str) -> str | None:
    """The node's text with single ordinary spaces, or None after reporting that there is none."""
    if isinstance(node, nodes.Text):
        text = node.value
        # An everyday word needs no tidying; `split` also knows the no-break spaces of word processors.
        if text.isalnum() or (text := " ".join(text.split())):
            return text
    wrong_shape(findings, node, key, words)
    return None


def scalar(words: str, entry: Entry, parse: Callable[[str], Any], schema: Schema) -> Kind:
    """A kind read from one text by `parse`, which returns None for what it cannot read."""

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        text = text_of(findings, node, key, words)
        if text is None:
            return UNREAD
        value = parse(text)
        if value is None:
            findings.add(entry, node, key=quoted(key), typed=quoted(text), kind=words)
            return UNREAD
        return value

    return Kind(words, read, schema)


# --- text ------------------------------------------------------------------------------------------


def read_prose(findings: Findings, node: nodes.Node, key: str) -> Any:
    """Sentences, kept as typed; their placeholders are looked up at the end."""
    if not isinstance(node, nodes.Text):
        return wrong_shape(findings, node, key, PROSE.words)
    text = node.value.strip()
    if not text:
        return wrong_shape(findings, node, key, PROSE.words)
    if "<" in text:
        findings.prose.append(node)
    return text


PROSE: Final = Kind(
    "a sentence or more", read_prose, {"type": ["string", "number"], "minLength": 1}, prose=True
)


def _shown_as_it_stands(findings: Findings, node: nodes.Text, key: str) -> bool:
    """Whether the text can be shown before anybody has been invented; a placeholder in it is reported."""
    placeholder = _PLACEHOLDER.search(node.value)
    if placeholder is None:
        return True
    findings.add_within(
        told.PLACEHOLDER_TOO_EARLY, node, placeholder[0], key=quoted(key), typed=placeholder[0]
    )
    return False


def _read_heading(findings: Findings, node: nodes.Node, key: str) -> Any:
    text = read_prose(findings, node, key)
    if findings.prose and findings.prose[-1] is node:
        findings.prose.pop()
        return text if _shown_as_it_stands(findings, as_text(node), key) else UNREAD
    return text


def as_text(node: nodes.Node) -> nodes.Text:
    """The node, which was seen to be a text."""
    assert isinstance(node, nodes.Text)
    return node


HEADING: Final = Kind("a sentence", _read_heading, PROSE.schema, prose=True)
"""Shown in lists, before any family has been invented: no placeholders."""


def _read_words(findings: Findings, node: nodes.Node, key: str) -> Any:
    text = text_of(findings, node, key, WORDS.words)
    if text is not None and "<" in text:
        findings.prose.append(as_text(node))
    return UNREAD if text is None else text


WORDS: Final = Kind("a few words", _read_words, PROSE.schema)
"""Short enough for braces; may hold placeholders."""


def _read_label(findings: Findings, node: nodes.Node, key: str) -> Any:
    text = text_of(findings, node, key, WORDS.words)
    if text is None:
        return UNREAD
    return text if "<" not in text or _shown_as_it_stands(findings, as_text(node), key) else UNREAD


LABEL: Final = Kind(WORDS.words, _read_label, PROSE.schema)
"""A name or title, shown as it stands."""


def prose_list(kind: Kind) -> Kind:
    """Sentences of one kind on lines of their own, as a tuple; one may stand alone."""
    words = "sentences, each on a line after “- ”"

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        if isinstance(node, nodes.Text):
            value = kind.read(findings, node, key)
            return UNREAD if value is UNREAD else (value,)
        if not isinstance(node, nodes.Sequence):
            return wrong_shape(findings, node, key, words)
        if node.flow:
            findings.add(told.PROSE_IN_BRACKETS, node, key=quoted(key))
            return UNREAD
        return tuple(kind.read(findings, item, key) for item in node.items)

    return Kind(words, read, {"type": ["array", "string"], "items": kind.schema}, prose=True)


PROSES: Final = prose_list(PROSE)
HEADINGS: Final = prose_list(HEADING)


# --- closed lists, yes and no, numbers -----------------------------------------------------------------


def choice(values: Mapping[str, Any] | tuple[str, ...]) -> Kind:
    """One of a closed list of words, as its value."""
    table = dict(values) if isinstance(values, Mapping) else {value: value for value in values}
    words = "one of: " + ", ".join(table)

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        if type(node) is nodes.Text and node.value in table:
            return table[node.value]
        text = text_of(findings, node, key, words)
        if text is None:
            return UNREAD
        if text.lower() in table:
            return table[text.lower()]
        perhaps = suggested(text, table)
        findings.add(
            told.NOT_A_CHOICE,
            node,
            key=quoted(key),
            typed=quoted(text),
            choices=", ".join(table),
            perhaps=perhaps,
        )
        return UNREAD

    return Kind(words, read, {"enum": list(table)})


MOST_NAMES: Final = 1000
"""Among more names than any case has, nothing is suggested: comparing them all would take long."""


def suggested(word: str, known: Collection[str]) -> str:
    """`Did you mean “weigh_in”?` and a space, or nothing: the beginning of a remedy."""
    found = suggestion(word, known) if len(known) <= MOST_NAMES else ""
    return f"{found[0].upper()}{found[1:]} " if found else ""


_YES = {"yes": True, "no": False, "true": True, "false": False}


def _read_yes(text: str) -> bool | None:
    return _YES.get(text.lower())


YES_OR_NO: Final = scalar(
    "yes or no",
    told.NOT_YES_OR_NO,
    _read_yes,
    {"enum": ["yes", "no", True, False], "description": "yes or no"},
)


def whole_number(low: int, high: int) -> Kind:
    """A whole number between two others, in figures."""
    words = f"a whole number from {low} to {high}" if low < high else str(low)

    def parse(text: str) -> int | None:
        digits = text.isascii() and text.isdigit() and len(text) < 8
        return int(text) if digits and low <= int(text) <= high else None

    return scalar(words, told.NOT_A_NUMBER, parse, {"type": "integer", "minimum": low, "maximum": high})


def or_word(schema: Schema, *words: str) -> Schema:
    """The shape of a field in which one of these words may stand instead."""
    return {"anyOf": [{"enum": list(words)}, schema]}


# --- lists and maps of other kinds ----------------------------------------------------------------------


def list_of(kind: Kind, words: str, *, alone: bool = True) -> Kind:
    """A list of one kind, in brackets or on lines after `- `; one thing may stand alone. Gives a tuple."""

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        if alone and isinstance(node, nodes.Text):
            value = kind.read(findings, node, key)
            return UNREAD if value is UNREAD else (value,)
        if not isinstance(node, nodes.Sequence):
            return wrong_shape(findings, node, key, words)
        values: dict[Any, None] = {}
        for item in node.items:
            value = kind.read(findings, item, key)
            if value in values:
                findings.add(told.TWICE, item, key=quoted(key), typed=quoted(str(value)))
            elif value is not UNREAD:
                values[value] = None
        return tuple(values)

    schema = {"type": "array", "items": kind.schema, "uniqueItems": True}
    return Kind(words, read, {"anyOf": [kind.schema, schema]} if alone else schema, pieces=kind.pieces)


def map_of(key_kind: Kind, value_kind: Kind, words: str) -> Kind:
    """Names with a value each, as a dict in the order of the file."""

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        if not isinstance(node, nodes.Mapping):
            return wrong_shape(findings, node, key, words)
        if node.flow and value_kind.prose and node.entries:
            findings.add(told.PROSE_IN_BRACKETS, node, key=quoted(key))
            return UNREAD
        values = {}
        for name, inside in node.entries.values():
            id = key_kind.read(findings, name, key)
            value = value_kind.read(findings, inside, name.value)
            if id is not UNREAD and value is not UNREAD:
                values[id] = value
        return values

    schema = {"type": "object", "additionalProperties": value_kind.schema}
    return Kind(words, read, schema, prose=value_kind.prose, pieces=value_kind.pieces)


def either(
    words: str, *, text: Kind | None = None, listed: Kind | None = None, mapped: Kind | None = None
) -> Kind:
    """One kind or another, by the shape of what was written."""
    by_shape: dict[type[nodes.Node], Kind] = {
        shape: kind
        for shape, kind in ((nodes.Text, text), (nodes.Sequence, listed), (nodes.Mapping, mapped))
        if kind is not None
    }

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        kind = by_shape.get(type(node))
        return kind.read(findings, node, key) if kind else wrong_shape(findings, node, key, words)

    kinds = tuple(by_shape.values())
    schema = {"anyOf": [kind.schema for kind in kinds]}
    return Kind(words, read, schema, pieces=tuple(piece for kind in kinds for piece in kind.pieces))
