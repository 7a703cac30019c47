"""Decisions that pass information on or ask for it: share, ask, refer."""

from __future__ import annotations

from typing import Final

from scoring.terms import REFERRAL_LEVELS, ROUTES, URGENCIES
from simulator.scenario import nodes
from simulator.scenario.fields.choosing import TEXTS, check_listed, names_under, right_one
from simulator.scenario.fields.judging import (
    BASES_OFFERED,
    BASIS,
    MODES_OF_PEOPLE,
    NEEDED_HERE,
    OPENNESS,
    UNSAFE_MODE,
)
from simulator.scenario.findings import Findings
from simulator.scenario.ids import FACTS, ID, PARTIES, ROLE, ROLES, SCENE
from simulator.scenario.kinds import choice, list_of, map_of
from simulator.scenario.model import Ask, Refer, Share
from simulator.scenario.paths import inside
from simulator.scenario.pieces import Field, Piece, Values

# --- share ---------------------------------------------------------------------------------------------


def _shared(findings: Findings, values: Values, node: nodes.Mapping) -> None:
    right_one(findings, values, node, "right reason", "reasons")


SHARE: Final = Piece(
    "a share",
    "Choose what to pass on, to whom, how openly, on what basis and why. Passing nothing is an answer too.",
    (
        Field(
            "facts",
            FACTS,
            "The facts to choose among.",
            "[late_mornings, own_words]",
            usual="all that the role knows",
        ),
        Field("to", PARTIES, "To whom it can be passed.", "[gp, school_nurse]", required=True),
        OPENNESS,
        UNSAFE_MODE,
        BASIS,
        BASES_OFFERED,
        Field(
            "reasons",
            TEXTS,
            "Reasons to choose among; chosen before the result is seen.",
            "\nasked: They asked for it.\nsafety: It bears on who wakes for the children.",
            default={},
            usual="no reason is asked for",
        ),
        Field("right reason", ID, "The reason that is right.", "safety", default="", usual="the first"),
        NEEDED_HERE,
    ),
    Share,
    check=_shared,
    placed=False,
)

# --- ask -----------------------------------------------------------------------------------------------


def _asked(findings: Findings, values: Values, node: nodes.Mapping) -> None:
    right_one(findings, values, node, "right purpose", "purposes")
    for key in ("expects", "answered in") if "of" in node.entries else ():
        roles = inside(node, key)
        for name, _ in roles.entries.values() if isinstance(roles, nodes.Mapping) else ():
            check_listed(findings, name, name.value, names_under(node, "of"))


ASK: Final = Piece(
    "an ask",
    "Choose whom to ask and for which purpose. What comes back is never marked.",
    (
        Field(
            "of", ROLES, "The roles that can be asked.", "[gp, police]", default=(), usual="all other roles"
        ),
        Field(
            "expects",
            map_of(ROLE, FACTS, "roles, each with the facts to be expected of it"),
            "Who holds something you need, and what.",
            "{gp: [missed_reviews], police: [callout]}",
            usual="what others hold, you need and nobody has passed yet",
        ),
        Field(
            "purposes",
            TEXTS,
            "Purposes to choose among.",
            "\nbackground: For some background.\nenquiry: To decide today whether the children are at risk.",
            required=True,
        ),
        Field("right purpose", ID, "The purpose that is right.", "enquiry", default="", usual="the first"),
        BASIS,
        BASES_OFFERED,
        Field(
            "if refused",
            SCENE,
            "The scene that comes when somebody says no.",
            "gp_again",
            default="",
            usual="nothing comes",
        ),
        Field(
            "answered in",
            map_of(ROLE, SCENE, "roles, each with the scene in which it answers"),
            "The share scene in which a role that is played answers; it stands later in the file.",
            "{gp: gp_answers}",
            default={},
            usual="the role's habit answers",
        ),
    ),
    Ask,
    check=_asked,
    placed=False,
)

# --- refer ---------------------------------------------------------------------------------------------

_LEVELS: Final = list_of(choice(REFERRAL_LEVELS), "referral levels: " + ", ".join(REFERRAL_LEVELS))
LEVEL: Final = Field(
    "level",
    _LEVELS,
    "The right level; any one listed is right.",
    "[child in need, child protection]",
    required=True,
)

REFER: Final = Piece(
    "a referral",
    "Choose whether to refer, at which level, how soon, by which route, how openly, and what to pass on.",
    (
        Field("to", ROLE, "The role that receives it.", "social_work_manager", required=True),
        LEVEL,
        Field(
            "urgency",
            list_of(choice(URGENCIES), "how soon: " + ", ".join(URGENCIES)),
            "How soon; any one listed is right.",
            "same day",
            default=(),
            usual="not asked",
        ),
        Field(
            "route",
            choice(ROUTES),
            "By which route.",
            "phone only",
            default=ROUTES[0],
            usual=ROUTES[0],
        ),
        Field(
            "parents",
            MODES_OF_PEOPLE,
            "How open to be with whom.",
            "{mother: tell}",
            default={},
            usual="not asked",
        ),
        UNSAFE_MODE,
        Field("facts", FACTS, "The facts to choose among.", "[own_words]", usual="all that the role knows"),
        NEEDED_HERE,
    ),
    Refer,
    placed=False,
)
