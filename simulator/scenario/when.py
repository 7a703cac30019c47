"""Conditions as a kind of value: one sentence, or a list of them that must all hold."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from simulator.scenario import nodes
from simulator.scenario.catalogue import fields as told
from simulator.scenario.conditions import nearest, parse, uses
from simulator.scenario.diagnostics import quoted
from simulator.scenario.findings import Findings
from simulator.scenario.kinds import UNREAD, Kind, text_of, wrong_shape
from simulator.scenario.model import AnyOf, Condition

ANY_OF: Final = "any of"
TRAINER: Final = "trainer"
_WORDS: Final = "a condition, or a list of conditions that must all hold"
_ONE: Final = "a condition"


def read_conditions(findings: Findings, node: nodes.Node, key: str) -> Any:
    """The conditions of a field, as a tuple; UNREAD where one of them could not be read."""
    if isinstance(node, nodes.Sequence):
        return _all(findings, node, key, nested=False)
    condition = _one(findings, node, key, nested=False)
    return UNREAD if condition is None else (condition,)


def _all(findings: Findings, node: nodes.Sequence, key: str, *, nested: bool) -> Any:
    if node.flow:
        findings.add(told.CONDITION_IN_BRACKETS, node, key=quoted(key))
        return UNREAD
    if not node.items:
        return wrong_shape(
            findings, nodes.Text("", node.line, node.column, node.line, node.column, ""), key, _ONE
        )
    conditions = [_one(findings, item, key, nested=nested) for item in node.items]
    return UNREAD if None in conditions else tuple(conditions)


def _one(findings: Findings, node: nodes.Node, key: str, *, nested: bool) -> Condition | None:
    if isinstance(node, nodes.Mapping):
        return _with_colon(findings, node, key, nested=nested)
    sentence = text_of(findings, node, key, _ONE)
    if sentence is None:
        return None
    assert isinstance(node, nodes.Text)
    return _sentence(findings, node, sentence)


def _with_colon(findings: Findings, node: nodes.Mapping, key: str, *, nested: bool) -> Condition | None:
    """`any of:` with a list, or a sentence whose colon YAML took for a name's (`at least 2 marked: a, b`)."""
    if node.flow:
        findings.add(told.CONDITION_IN_BRACKETS, node, key=quoted(key))
        return None
    name, inside = next(iter(node.entries.values()))
    if len(node.entries) == 1 and isinstance(inside, nodes.Text):
        whole = name._replace(
            value=f"{name.value}: {inside.value}", end_line=inside.end_line, end_column=inside.end_column
        )
        return _sentence(findings, whole, " ".join(whole.value.split()))
    if len(node.entries) > 1 or name.value != ANY_OF or not isinstance(inside, nodes.Sequence):
        findings.add(told.NOT_A_CONDITION, name, typed=quoted(name.value), form="any of:", example="any of:")
        return None
    if nested:
        findings.add(told.NESTED_ANY_OF, name)
        return None
    either = _all(findings, inside, ANY_OF, nested=True)
    return None if either is UNREAD else AnyOf(either)


def _sentence(findings: Findings, node: nodes.Text, sentence: str) -> Condition | None:
    condition, ids = _parsed(sentence, findings.first_day)
    if condition is None:
        _not_a_condition(findings, node, sentence)
    for sort, id in ids:
        findings.use(sort, id, node)
    return condition


@lru_cache(maxsize=512)
def _parsed(sentence: str, day: int) -> tuple[Condition | None, tuple[tuple[str, str], ...]]:
    """A sentence's condition, and what it speaks of. Cases say the same few sentences over and over."""
    condition = parse(sentence, day)
    return condition, tuple(uses(condition)) if condition else ()


def _not_a_condition(findings: Findings, node: nodes.Text, sentence: str) -> None:
    if not findings.crowded():
        form = nearest(sentence)
        findings.add(
            told.NOT_A_CONDITION, node, typed=quoted(sentence), form=form.words, example=form.example
        )


def _read_when(findings: Findings, node: nodes.Node, key: str) -> Any:
    if isinstance(node, nodes.Text) and node.value.strip() == TRAINER:
        return None
    return read_conditions(findings, node, key)


_SCHEMA: Final = {"$ref": "#/$defs/conditions"}
SCHEMA: Final = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "array",
            "items": {
                "anyOf": [
                    {"type": "string"},
                    {"type": "object", "properties": {ANY_OF: {"type": "array"}}, "maxProperties": 1},
                ]
            },
        },
        {"type": "object", "maxProperties": 1},
    ]
}
"""What `$defs/conditions` of the schema holds: an editor checks the shape, the reader the sentences."""

CONDITIONS: Final = Kind(_WORDS, read_conditions, _SCHEMA)
WHEN: Final = Kind(f"trainer, {_WORDS}", _read_when, _SCHEMA)
