"""The JSON Schema of a case file, for editors that check and complete while a trainer types.

It comes from the same tables as the reader. It checks shapes and closed lists; ids, conditions and the rest
are the reader's. `simulator schema` prints it.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.scenario.fields.case import CASE
from simulator.scenario.pieces import Field, Piece
from simulator.scenario.when import SCHEMA as CONDITIONS

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
LINE_TITLE: Final = "line"


def case_schema() -> dict[str, Any]:
    """The schema of a whole case, as plain data."""
    return {
        "$schema": DIALECT,
        "title": "A case of the Working Together Simulator",
        **_shape(CASE),
        "$defs": {
            "conditions": CONDITIONS,
            **{piece.title.replace(" ", "-"): _either_way(piece) for piece in all_pieces()[1:]},
        },
    }


def all_pieces() -> list[Piece]:
    """Every piece of the language once, the case first, each after the one it is first a part of."""
    found: dict[str, Piece] = {}
    waiting = [CASE]
    while waiting:
        piece = waiting.pop(0)
        if piece.name not in found:
            found[piece.name] = piece
            waiting = [*parts_of(piece), *waiting]
    return list(found.values())


def parts_of(piece: Piece) -> list[Piece]:
    """The pieces that the fields of one hold, in the order of the fields, and its edition block."""
    inside = [part for field in piece.fields for part in field.kind.pieces]
    return [*inside, *([piece.editions] if piece.editions else [])]


def _either_way(piece: Piece) -> dict[str, Any]:
    """The piece in full, or as the one text that stands for it."""
    if not piece.short:
        return _shape(piece)
    text = next(field.kind.schema for field in piece.fields if field.key == piece.short)
    return {"anyOf": [text, _shape(piece)]}


def _shape(piece: Piece) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "type": "object",
        "description": piece.about,
        "properties": {field.key: _field(field) for field in piece.fields},
        "additionalProperties": piece.title == LINE_TITLE,  # a line is named after who speaks
    }
    required = [field.key for field in piece.fields if field.required]
    if required:
        shape["required"] = required
    if piece.editions:
        block = {"$ref": "#/$defs/" + piece.editions.title.replace(" ", "-")}
        shape["patternProperties"] = {"^(in|from) [a-z]": block}
    return shape


def _field(field: Field) -> dict[str, Any]:
    usual = f" Left out: {field.usual}." if field.usual else ""
    return {**field.kind.schema, "description": f"{field.about}{usual}"}
