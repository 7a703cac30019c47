"""Decisions: who decides what, of which kind, what is cited, and what follows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from simulator.scenario import nodes
from simulator.scenario.catalogue import parts as amiss
from simulator.scenario.diagnostics import quoted
from simulator.scenario.fields.acts import ACTS, EXPECTED_FIELDS
from simulator.scenario.fields.effects import EFFECTS, TAKES, effects_of
from simulator.scenario.fields.judging import CITE, WHY
from simulator.scenario.fields.options import options_kind
from simulator.scenario.findings import Findings
from simulator.scenario.ids import ROLES, SETS_MARK
from simulator.scenario.kinds import PROSE, WORDS, choice, list_of, whole_number
from simulator.scenario.model import Advice, Ask, Decision, Expected, Meet, Options, Refer, Share
from simulator.scenario.paths import inside, naming
from simulator.scenario.pieces import Field, Piece, Values, one

COMPETENCIES: Final = ("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8")

ADVICE: Final = Piece(
    "advice",
    "Somebody to ask before deciding. It takes time, is recorded, and never costs marks.",
    (
        Field("from", WORDS, "Who is asked.", "named doctor", to="source", required=True),
        Field(
            "says",
            PROSE,
            "What they say: a question is better than an answer.",
            "What would she need to know?",
            required=True,
        ),
        TAKES,
    ),
    Advice,
    placed=False,
)

DECISION_EDITION: Final = Piece(
    "an edition block of a decision",
    "What is different about a decision under one edition of the guidance, or from one on.",
    EXPECTED_FIELDS,
    Expected,
    placed=False,
)


_OPTIONS: Final = options_kind(Options)
_KINDS: Final = (
    Field(
        "options",
        _OPTIONS,
        "Pick one of two to six.",
        "\nask: Ask openly who was there.\nwait: Wait for a fortnight.",
    ),
    *ACTS,
)
KIND_KEYS: Final = tuple(field.key for field in _KINDS)


def _decided(findings: Findings, values: Values, node: nodes.Mapping) -> None:
    """Exactly one kind, the right number of roles, and what follows from who decides."""
    given = [key for key in KIND_KEYS if key in node.entries]
    if not given:
        findings.add_on_heading(amiss.NO_KIND, node, kinds=", ".join(KIND_KEYS))
    elif len(given) > 1:
        findings.add(
            amiss.SEVERAL_KINDS, node.entries[given[1]].key, first=quoted(given[0]), second=quoted(given[1])
        )
    kinds = [values.pop(field.name) for field in _KINDS]
    kind = next((kind for kind in kinds if kind is not None), None)
    roles = values["roles"] or (kind.seats if isinstance(kind, Meet) else ()) or findings.first_seat
    if len(roles) > 1 and given and "meet" not in given:
        findings.add(amiss.SEVERAL_ROLES, node.entries["as"].value)
    known = values["roles"] or "as" not in node.entries
    values["roles"] = roles
    values["kind"] = _completed(findings, kind, roles, node) if known else kind


def _completed(findings: Findings, kind: Any, roles: tuple[str, ...], node: nodes.Mapping) -> Any:
    """The kind with what depends on who decides."""
    if isinstance(kind, Meet):
        return _meeting(findings, kind, roles, node)
    if isinstance(kind, Ask) and not kind.of:
        return replace(kind, of=tuple(role for role in findings.roles if role not in roles))
    asked = {Ask: "of", Share: "to", Refer: "to"}.get(type(kind))
    if asked:
        others = getattr(kind, asked)
        alone = set(roles) & ({others} if isinstance(others, str) else set(others))
        if alone:
            role = alone.pop()
            key = next(key for key in ("ask", "share", "refer") if key in node.entries)
            findings.add(amiss.WITH_ITSELF, naming(inside(node, key, asked) or node, role), role=quoted(role))
    return kind


def _meeting(findings: Findings, meet: Meet, roles: tuple[str, ...], node: nodes.Mapping) -> Meet:
    seats = meet.seats or roles
    place = node.entries["meet"].key
    for role in roles:
        if role not in seats:
            findings.add(amiss.NOT_SEATED, inside(node, "meet", "seats") or place, role=quoted(role))
    if meet.chair in findings.roles and meet.chair not in seats:
        findings.add(amiss.CHAIR_NOT_SEATED, inside(node, "meet", "chair") or place, role=quoted(meet.chair))
    if meet.decided_by == "chair" and not meet.chair:
        findings.add(amiss.NO_CHAIR, inside(node, "meet", "decided by") or place)
    return replace(meet, seats=seats)


def _make_decision(takes: Any, milestone: str, mark: str, tells: Any, then: Any, **rest: Any) -> Decision:
    return Decision(**rest, effects=effects_of(takes, milestone, mark, tells, then))


DECISION: Final = Piece(
    "a decision",
    "What somebody has to decide, and by which of seven kinds of answer.",
    (
        Field(
            "as",
            ROLES,
            "The role that decides; several only where they meet.",
            "gp",
            to="roles",
            default=(),
            usual="the first role with `play: yes`",
        ),
        Field("question", PROSE, "What is to be decided.", "What do you do first?", required=True),
        *_KINDS,
        Field(
            "tests",
            list_of(choice(COMPETENCIES), "competencies from C1 to C8"),
            "The competencies it gives evidence of.",
            "[C1, C2]",
            default=(),
            usual="those of the rules cited",
        ),
        Field("worth", whole_number(0, 2), "How much its marks count.", "2", default=1, usual="1"),
        Field(
            "advice",
            one(ADVICE),
            "Somebody to ask before deciding.",
            "\nfrom: named doctor\nsays: What would she need to know?",
        ),
        WHY,
        CITE,
        *EFFECTS,
        Field(
            "mark when unsafe",
            SETS_MARK,
            "A mark it sets when a red line is crossed here, so that the story can follow.",
            "leaked",
            to="mark_when_unsafe",
            default="",
            usual="none",
        ),
    ),
    _make_decision,
    check=_decided,
    editions=DECISION_EDITION,
)
