"""Every field of every piece: its example is read without a finding, and left out it has its usual value."""

from __future__ import annotations

from textwrap import indent
from typing import Any

import pytest

from simulator.scenario import nodes
from simulator.scenario.findings import Findings
from simulator.scenario.kinds import UNREAD
from simulator.scenario.pieces import Field, Piece, read_piece
from simulator.scenario.schema import all_pieces
from simulator.scenario.source import source_of
from simulator.scenario.tree import read_tree

BESIDE = {
    ("decision", "*"): "options:\n  ask: Ask.\n  wait: Wait.\n",
    ("way on", "if"): "end: any\n",
    ("fact", "prompted by"): "only if asked: yes\n",
    ("fact", "needed by"): "headline: <mother> finds it hard to wake.\n",
    ("share", "right reason"): "reasons:\n  asked: They asked.\n  safety: It bears on safety.\n",
    ("meeting", "*"): "decided by: majority\n",
    ("line", "*"): "child: I am not hungry.\n",
}
"""What has to stand beside a field for its example to make sense."""
NAMED = ("member of the family", "person", "role", "fact", "scene", "option", "ending", "inject", "cut")
"""Pieces that have an id, and stand in the file under it."""
KINDS_OF_DECISION = ("options", "share", "ask", "refer", "record", "look up", "meet")
FIELDS = [(piece, field) for piece in all_pieces() for field in piece.fields]


def written(field: Field) -> str:
    """The field as it stands in a file, its example after the colon."""
    if field.example.startswith("\n"):
        return f"{field.key}:\n{indent(field.example.strip(chr(10)), '  ')}\n"
    return f"{field.key}: {field.example}\n"


def beside(piece: Piece, field: Field) -> str:
    if piece.title == "decision" and field.key in KINDS_OF_DECISION:
        return ""
    more = BESIDE.get((piece.title, field.key), BESIDE.get((piece.title, "*"), ""))
    return "" if more.startswith(f"{field.key}:") else more


def read(piece: Piece, text: str) -> tuple[Any, Findings]:
    source = source_of(text or "{}", "example.yaml")
    tree = read_tree(source)
    assert tree.root is not None and not tree.findings, [each.headline for each in tree.findings]
    findings = Findings(source)
    findings.roles = findings.first_seat = ("teacher",)
    name = nodes.Text("thing", 1, 1, 1, 6, "") if piece.title in (*NAMED, "result") else None
    return read_piece(findings, piece, tree.root, piece.title, name, "thing"), findings


def sense(piece: Piece, field: Field) -> str:
    return f"{piece.title}: {field.key}".replace(" ", "_")


@pytest.mark.parametrize(("piece", "field"), FIELDS, ids=[sense(*each) for each in FIELDS])
def test_the_example_of_a_field_is_read_without_a_finding(piece: Piece, field: Field) -> None:
    required = "".join(written(each) for each in piece.fields if each.required and each is not field)
    if piece.title == "line":
        text = f"say:\n  - {indent(beside(piece, field) + written(field), '    ').strip()}\n"
        scene = next(each for each in all_pieces() if each.title == "scene")
        made, findings = read(scene, text)
        value = getattr(made.say[0], field.name)
    else:
        made, findings = read(piece, required + written(field) + beside(piece, field))
        value = None

    assert [each.headline for each in findings.found] == []
    assert made is not UNREAD
    if piece.title == "line":
        assert value != field.default


@pytest.mark.parametrize(("piece", "field"), FIELDS, ids=[sense(*each) for each in FIELDS])
def test_every_field_says_what_it_is_for_and_what_holds_without_it(piece: Piece, field: Field) -> None:
    assert field.about.endswith(".")
    assert field.about[0].isupper() or field.about[0] == "`"
    assert len(field.about) <= 120
    choices = ("decision", *KINDS_OF_DECISION)
    assert field.required != bool(field.usual) or field.key in choices or field.key == "advice"


ONLY_ONE = ("format",)
"""Fields with a single value so far."""
OPTIONAL = [
    (piece, field)
    for piece, field in FIELDS
    if not field.required and piece.title != "line" and field.key not in ONLY_ONE
]


@pytest.mark.parametrize(("piece", "field"), OPTIONAL, ids=[sense(*each) for each in OPTIONAL])
def test_an_example_makes_a_difference(piece: Piece, field: Field) -> None:
    """An example that reads to the usual value would show an author nothing, and test nothing."""
    required = "".join(written(each) for each in piece.fields if each.required)
    around = required + beside(piece, field)
    plain = (
        around if piece.title != "decision" or beside(piece, field) else required + BESIDE["decision", "*"]
    )

    with_it, _ = read(piece, required + written(field) + beside(piece, field))
    without, _ = read(piece, plain)

    assert with_it != without


CLOSED = [piece for piece in all_pieces() if piece.title != "line"]
"""A line has one more key: who speaks."""


@pytest.mark.parametrize("piece", CLOSED, ids=lambda piece: piece.title)
def test_a_key_that_is_not_a_field_is_told_with_the_fields_there_are(piece: Piece) -> None:
    required = "".join(written(each) for each in piece.fields if each.required)

    _, findings = read(piece, required + BESIDE.get((piece.title, "*"), "") + "zzz: 1\n")

    (found,) = [each for each in findings.found if each.code == "F001"]
    assert all(field.key in found.remedy for field in piece.fields)
