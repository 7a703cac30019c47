"""A piece of a case (a role, a fact, an option …) as a table of fields, and the one reader for all of them.

The tables are data (`fields_*.py`); the reader, its messages, the JSON Schema and the tables of the author's
guide all come from them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any, Final

from simulator.scenario import nodes
from simulator.scenario.catalogue import fields as told
from simulator.scenario.diagnostics import quoted
from simulator.scenario.findings import Findings
from simulator.scenario.ids import PATTERN, new_id
from simulator.scenario.kinds import UNREAD, Kind, suggested, wrong_shape
from simulator.scenario.model import EditionBlock

Values = dict[str, Any]


@dataclass(frozen=True)
class Field:
    """One field of a piece."""

    key: str
    """As a trainer writes it, before the colon."""
    kind: Kind
    about: str
    """One sentence: what it is for."""
    example: str
    """What may stand after the colon; with line breaks: on the lines below, indented as they must be."""
    to: str = ""
    """Its name for `make`; by default the key with underscores."""
    default: Any = None
    required: bool = False
    usual: str = ""
    """What holds where the field is left out, in words for the guide."""

    @cached_property
    def name(self) -> str:
        """What the value is called when the piece is made."""
        return self.to or self.key.replace(" ", "_")


@dataclass(frozen=True)
class Piece:
    """A kind of thing a case is made of."""

    name: str
    """With its article, as messages say it: `an option`."""
    about: str
    fields: tuple[Field, ...]
    make: Callable[..., Any]
    """Called with every field's value under its name; with `id` where the piece is named, and `at`."""
    check: Callable[[Findings, Values, nodes.Mapping], None] | None = None
    """Looks at the fields together; reports, and may put values right."""
    short: str = ""
    """The field that a text alone stands for."""
    editions: Piece | None = None
    """The fields that `in wt2013:` and `from wt2018:` may change."""
    placed: bool = True
    """True where `make` takes the place as `at`."""

    @property
    def title(self) -> str:
        """The name without its article, which the schema and the guide go by."""
        return self.name.removeprefix("an ").removeprefix("a ")

    @cached_property
    def defaults(self) -> Values:
        """What every field is while nothing is written."""
        editions: Values = {"editions": ()} if self.editions else {}
        return {field.name: field.default for field in self.fields} | editions

    @cached_property
    def by_key(self) -> Mapping[str, Field]:
        """The fields, each under its key."""
        return {field.key: field for field in self.fields}

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """The fields that it cannot be without."""
        return tuple(field for field in self.fields if field.required)


SLIP_OF_THE_PEN: Final = 0.75
"""How alike a key and a field are (from 0 to 1) that is probably meant by it."""

EDITION_WORDS: Final = {"in ": False, "from ": True}
"""How the key of an edition block begins, and whether later editions are meant too."""


def read_piece(
    findings: Findings, piece: Piece, node: nodes.Node, key: str, name: nodes.Text | None = None, id: str = ""
) -> Any:
    """One piece from its node, or UNREAD where something that it needs is missing or could not be read.

    `name` is where a piece that has an id is named; `at` then is that place.
    """
    if not isinstance(node, nodes.Mapping):
        if not (isinstance(node, nodes.Text) and piece.short and node.value.strip()):
            return wrong_shape(findings, node, key, piece.name)
        node = _in_full(piece, node)
    values = piece.defaults.copy()
    complete = _read_fields(findings, piece, node, values)
    for field in piece.required:
        if field.key not in node.entries:
            _missing(findings, piece, field, node)
            complete = False
    if name:
        values["id"] = id
    if piece.placed:
        values["at"] = (name or node)[1:3]  # line and column of every node
    if not complete:
        return UNREAD
    if piece.check:
        piece.check(findings, values, node)
    return piece.make(**values)


def _in_full(piece: Piece, text: nodes.Text) -> nodes.Mapping:
    """A text alone as the piece it stands for."""
    name = nodes.Text(piece.short, text.line, text.column, text.line, text.column, "")
    return nodes.Mapping({piece.short: nodes.Entry(name, text)}, text.line, text.column, False)


def _read_fields(findings: Findings, piece: Piece, node: nodes.Mapping, into: Values) -> bool:
    """Put every field's value in its place; False where one is not read that the piece cannot be without.

    What is written is gone through and not what could be: most fields of most pieces are left out.
    """
    fields, flow, complete, strange = piece.by_key, node.flow, True, False
    for key, (name, inside) in node.entries.items():
        field = fields.get(key)
        if field is None:
            strange = True
            continue
        kind = field.kind
        if flow and kind.prose:
            findings.add(told.PROSE_IN_BRACES, name, key=quoted(key))
        value = kind.read(findings, inside, key)
        if value is not UNREAD:
            into[field.name] = value
        elif field.required:
            complete = False
    if strange and (meant := _others(findings, piece, node, into)):
        complete = _read_fields(findings, piece, node._replace(entries=meant), into) and complete
        node.entries.update(meant)
    return complete


def _missing(findings: Findings, piece: Piece, field: Field, node: nodes.Mapping) -> None:
    key = quoted(field.key)
    findings.add_on_heading(told.MISSING, node, piece=piece.name, key=key, bare=field.key, about=field.about)


def _others(findings: Findings, piece: Piece, node: nodes.Mapping, values: Values) -> dict[str, nodes.Entry]:
    """The entries that are no field: edition blocks, and keys that do not belong here.

    One that nearly is a field left out is reported and given back as that field, so that a slip of the pen
    does not bring down what speaks of the things it names.
    """
    free = [field.key for field in piece.fields if field.key not in node.entries]
    blocks, meant = [], {}
    for key, value in node.entries.values():
        if key.value in piece.by_key:
            continue
        block = _edition_block(findings, piece, key, value)
        if block:
            blocks.append(block)
        elif block is None and not (node.flow and isinstance(value, nodes.Text) and value.missing):
            _unknown(findings, piece, key)
            if near := get_close_matches(key.value.casefold().strip(), free, 1, SLIP_OF_THE_PEN):
                free.remove(near[0])
                meant[near[0]] = nodes.Entry(key, value)
    if blocks:
        values["editions"] = tuple(blocks)
    return meant


def _edition_block(
    findings: Findings, piece: Piece, key: nodes.Text, value: nodes.Node
) -> EditionBlock[Any] | bool | None:
    """The block an edition key opens; None: no such key; False: it could not be read."""
    for opening, and_later in EDITION_WORDS.items():
        if piece.editions and key.value.startswith(opening):
            edition = key.value.removeprefix(opening).strip()
            findings.use("edition", edition, key)
            change = read_piece(findings, piece.editions, value, key.value)
            return False if change is UNREAD else EditionBlock(edition, and_later, change)
    return None


OTHER_NAMES: Final = {
    "mother of": "parent of",
    "father of": "parent of",
    "daughter of": "child of",
    "son of": "child of",
    "wife of": "partner of",
    "husband of": "partner of",
    "married to": "partner of",
}
"""What people write for a field: by its letters alone, `mother of` is most like `partner of`."""


def _unknown(findings: Findings, piece: Piece, key: nodes.Text) -> None:
    if findings.crowded():
        return
    known = [field.key for field in piece.fields]
    shown = ", ".join(known) + (", in EDITION, from EDITION" if piece.editions else "")
    perhaps = suggested(OTHER_NAMES.get(key.value.casefold().strip(), key.value), known)
    values = {"key": quoted(key.value), "piece": piece.name, "known": shown, "perhaps": perhaps}
    findings.add(told.UNKNOWN_KEY, key, whole=piece.name[:1].upper() + piece.name[1:], **values)


# --- pieces as kinds of value --------------------------------------------------------------------------


def one(piece: Piece) -> Kind:
    """A single piece."""

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        return read_piece(findings, piece, node, key)

    return Kind(piece.name, read, reference(piece), pieces=(piece,))


def named(piece: Piece, sort: str, words: str) -> Kind:
    """Pieces under ids of their own, as a dict in the order of the file."""

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        if not isinstance(node, nodes.Mapping):
            return wrong_shape(findings, node, key, words)
        pieces = {}
        for name, inside in node.entries.values():
            id = new_id(findings, name, sort)
            value = read_piece(findings, piece, inside, name.value, name, id)
            if value is not UNREAD and id is not UNREAD:
                pieces[id] = value
        return pieces

    names = {"pattern": f"^{PATTERN}$"}
    schema = {"type": "object", "propertyNames": names, "additionalProperties": reference(piece)}
    return Kind(words, read, schema, pieces=(piece,))


def listed(piece: Piece, words: str) -> Kind:
    """Pieces in a list, as a tuple."""

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        if not isinstance(node, nodes.Sequence):
            return wrong_shape(findings, node, key, words)
        pieces = (read_piece(findings, piece, item, key) for item in node.items)
        return tuple(piece for piece in pieces if piece is not UNREAD)

    return Kind(words, read, {"type": "array", "items": reference(piece)}, pieces=(piece,))


def reference(piece: Piece) -> Mapping[str, Any]:
    """Where the schema keeps the piece's own shape."""
    return {"$ref": "#/$defs/" + piece.title.replace(" ", "-")}
