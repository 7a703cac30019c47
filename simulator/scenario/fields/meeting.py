"""The decision of a meeting: all bring, all see, all give a view, and one decision stands."""

from __future__ import annotations

from typing import Any, Final

from simulator.scenario import nodes
from simulator.scenario.fields.choosing import TEXTS
from simulator.scenario.fields.judging import NEEDED_HERE
from simulator.scenario.fields.options import options_kind
from simulator.scenario.findings import Findings
from simulator.scenario.ids import FACT, FACTS, MEMBERS, ROLE, ROLES
from simulator.scenario.kinds import UNREAD, Kind, choice, either, map_of
from simulator.scenario.model import DECIDERS, Meet
from simulator.scenario.pieces import Field, Piece

ALL: Final = "all"
NOTHING: Final = "nothing"


def _read_bring(findings: Findings, node: nodes.Node, key: str) -> Any:
    if isinstance(node, nodes.Text) and node.value in (ALL, NOTHING):
        return None if node.value == ALL else ()
    return FACTS.read(findings, node, key)


def _facts_for_nobody(findings: Findings, node: nodes.Node, key: str) -> Any:
    facts = FACTS.read(findings, node, key)
    return UNREAD if facts is UNREAD else dict.fromkeys(facts, ())


_RESTRICTED_LIST: Final = Kind("facts", _facts_for_nobody, FACTS.schema)
_RESTRICTED: Final = either(
    "a list of facts, or facts with the family members whose copy they are kept from",
    text=_RESTRICTED_LIST,
    listed=_RESTRICTED_LIST,
    mapped=map_of(FACT, MEMBERS, "facts, each with members of the family"),
)

MEET: Final = Piece(
    "a meeting",
    "All bring facts at once, see what is on the table, give a view at once; then the decision stands.",
    (
        Field(
            "seats", ROLES, "The roles at the table.", "[gp, police]", default=(), usual="those under `as`"
        ),
        Field(
            "bring",
            Kind("facts, all or nothing", _read_bring, FACTS.schema),
            "The facts that may be brought.",
            "[own_words, callout]",
            usual="all that the seats know",
        ),
        Field(
            "options",
            options_kind(tuple),
            "What can be decided: two to six.",
            "\nenquire: Yes, today.\nwait: Not yet.",
            required=True,
        ),
        Field(
            "decided by", choice(DECIDERS), "Whose view stands.", "majority", default="chair", usual="chair"
        ),
        Field(
            "chair",
            ROLE,
            "Who chairs: one of the seats.",
            "social_work_manager",
            default="",
            usual="needed where the chair decides",
        ),
        Field(
            "dissent",
            TEXTS,
            "Reasons for differing, to choose among; never marked.",
            "\nchildren: Nobody has said who wakes the children.",
            default={},
            usual="no dissent is recorded",
        ),
        Field(
            "restricted",
            _RESTRICTED,
            "Facts told to the seats and kept off the family's copy.",
            "{callout: [father]}",
            default={},
            usual="none",
        ),
        NEEDED_HERE,
    ),
    Meet,
    placed=False,
)
