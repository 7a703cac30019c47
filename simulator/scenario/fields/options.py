"""Options: what can be picked in a decision, and in a meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from scoring.terms import Grade
from simulator.scenario import nodes
from simulator.scenario.catalogue import parts as amiss
from simulator.scenario.diagnostics import quoted
from simulator.scenario.fields.effects import EFFECTS, effects_of
from simulator.scenario.fields.judging import CITE, GRADE, WHY
from simulator.scenario.fields.who import HABITS
from simulator.scenario.findings import Findings
from simulator.scenario.kinds import PROSE, UNREAD, Kind, choice, list_of
from simulator.scenario.model import (
    JUDGEMENT,
    EditionBlock,
    Habit,
    Judged,
    Option,
    Position,
    Span,
    Tells,
    Then,
)
from simulator.scenario.pieces import Field, Piece, Values, named

FEWEST: Final = 2
MOST: Final = 6

_GRADE: Final = Field(
    "grade",
    GRADE,
    "How the guidance sees it: good 3, acceptable 2, poor 0, unsafe 0 and a red line.",
    "good",
    default=Grade.ACCEPTABLE,
    usual="acceptable",
)


def _when_changed(field: Field) -> Field:
    """The field as an edition block has it: what is not said there stays as it is."""
    return replace(field, default=None, usual="as without the block")


OPTION_EDITION: Final = Piece(
    "an edition block of an option",
    "What is different about an option under one edition of the guidance, or from one on.",
    (_when_changed(_GRADE), _when_changed(WHY), _when_changed(CITE)),
    Judged,
    placed=False,
)


def _safe(findings: Findings, values: Values, node: nodes.Mapping) -> None:
    if values["grade"] is Grade.UNSAFE:
        if values["habits"]:
            findings.add(amiss.UNSAFE_HABIT, node.entries["habits"].key)
        if values["cite"] == (JUDGEMENT,):
            findings.add(amiss.UNSAFE_JUDGEMENT, node.entries["cite"].value)


def _make_option(
    *,
    id: str,
    text: str,
    grade: Grade,
    why: str,
    tempting: str,
    cite: tuple[str, ...],
    takes: Span | None,
    milestone: str,
    mark: str,
    tells: Tells,
    then: Then,
    habits: tuple[Habit, ...],
    editions: tuple[EditionBlock[Judged], ...],
    at: Position,
) -> Option:
    effects = effects_of(takes, milestone, mark, tells, then)
    return Option(id, text, grade, why, tempting, cite, effects, habits, editions, at)


OPTION: Final = Piece(
    "an option",
    "One thing that can be chosen.",
    (
        Field(
            "text",
            PROSE,
            "What one would do, as a person would say it.",
            "Ask openly who was there.",
            required=True,
        ),
        _GRADE,
        WHY,
        Field(
            "tempting",
            PROSE,
            "What speaks for a weaker option; the debrief says it without blame.",
            "He is thriving, and she keeps every appointment.",
            default="",
            usual="nothing",
        ),
        CITE,
        *EFFECTS,
        Field(
            "habits",
            list_of(choice(HABITS), "habits: by the book, slow, guarded, minimal"),
            "The habits that pick it when nobody has the seat, whatever its grade.",
            "[guarded, minimal]",
            default=(),
            usual="by its grade",
        ),
    ),
    _make_option,
    check=_safe,
    short="text",
    editions=OPTION_EDITION,
)

_NAMED: Final = named(OPTION, "choice", "options, each under a name of its own")


def options_kind(make: Callable[[tuple[Option, ...]], Any]) -> Kind:
    """Two to six options, given to `make` in the order of the file."""

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        options = _NAMED.read(findings, node, key)
        if options is UNREAD:
            return UNREAD
        assert isinstance(node, nodes.Mapping)
        if not FEWEST <= len(node.entries) <= MOST:
            findings.add_on_heading(amiss.HOW_MANY_OPTIONS, node, key=quoted(key), count=len(node.entries))
        return make(tuple(options.values()))

    schema = {**_NAMED.schema, "minProperties": FEWEST, "maxProperties": MOST}
    return Kind(_NAMED.words, read, schema, pieces=_NAMED.pieces)
