"""What stands round a case: review, marked timescales, shorter versions, the author's own checks."""

from __future__ import annotations

import re
from typing import Any, Final

from simulator.scenario import ids, nodes
from simulator.scenario.catalogue import fields as told
from simulator.scenario.catalogue import parts as amiss
from simulator.scenario.fields.effects import TOLD_TO
from simulator.scenario.findings import Findings
from simulator.scenario.ids import MARK, MARKS, MILESTONES, ROLES, SCENES, TOPIC
from simulator.scenario.kinds import LABEL, UNREAD, Kind, list_of, scalar, whole_number
from simulator.scenario.model import Accepted, Check, Cut, Expectation, Review, TimedTopic
from simulator.scenario.pieces import Field, Piece, one, read_piece, reference
from simulator.scenario.times import DATE

UNREVIEWED: Final = "unreviewed"

REVIEW: Final = Piece(
    "a review",
    "Who has read the case through, and when.",
    (
        Field("by", LABEL, "Who: a post is enough, a name is not needed.", "a named nurse", required=True),
        Field("on", DATE, "When.", "2026-10-01", required=True),
    ),
    Review,
    placed=False,
)


def _read_review(findings: Findings, node: nodes.Node, key: str) -> Any:
    if isinstance(node, nodes.Text) and node.value == UNREVIEWED:
        return None
    return read_piece(findings, REVIEW, node, key)


REVIEWED: Final = Kind(
    "unreviewed, or who and when",
    _read_review,
    {"anyOf": [{"const": UNREVIEWED}, reference(REVIEW)]},
    pieces=(REVIEW,),
)

TIMED_TOPIC: Final = Piece(
    "a clock",
    "A timescale that is marked.",
    (
        Field("topic", TOPIC, "The topic of the timescale.", "initial_conference_timescale", required=True),
        Field(
            "reasons recorded",
            MARK,
            "A mark that says why it was late was recorded; where the rule allows it, late is then met.",
            "said_why_late",
            default="",
            usual="none",
        ),
    ),
    TimedTopic,
    placed=False,
)


def _read_clock(findings: Findings, node: nodes.Node, key: str) -> Any:
    if isinstance(node, nodes.Mapping):
        return read_piece(findings, TIMED_TOPIC, node, key)
    topic = TOPIC.read(findings, node, key)
    return UNREAD if topic is UNREAD else TimedTopic(topic)


CLOCKS: Final = list_of(
    Kind(
        "a topic, or a topic and a mark",
        _read_clock,
        {"anyOf": [TOPIC.schema, reference(TIMED_TOPIC)]},
        pieces=(TIMED_TOPIC,),
    ),
    "topics of timescales",
)

CUT: Final = Piece(
    "a cut",
    "A shorter version of the case.",
    (
        Field("minutes", whole_number(1, 600), "How long it takes to play.", "25", required=True),
        Field("leave out", SCENES, "The scenes that are passed over.", "[at_noon]", required=True),
        Field(
            "knowing",
            TOLD_TO,
            "What the scenes left out would have told, and whom.",
            "{social_work_manager: [missed_boosters]}",
            default={},
            usual="nothing",
        ),
        Field(
            "marked",
            MARKS,
            "The marks they would have set.",
            "[found_the_record]",
            to="marks",
            default=(),
            usual="none",
        ),
    ),
    Cut,
)

_SCORE: Final = re.compile(r"best|(?:at least|under) (?:0(?:\.\d{1,4})?|1(?:\.0{1,4})?)")


def _score(text: str) -> str | None:
    return text if _SCORE.fullmatch(text) else None


EXPECTATION: Final = Piece(
    "an expectation",
    "What must come of the play.",
    (
        Field("ending", ids.ENDING, "The ending that is reached.", "held", default="", usual="not looked at"),
        Field(
            "score",
            scalar(
                "best, or a share of the best such as at least 0.8 or under 0.4",
                amiss.NOT_A_SCORE,
                _score,
                {"type": "string"},
            ),
            "The marks, against the best that can be had.",
            "at least 0.8",
            default="",
            usual="not looked at",
        ),
        Field(
            "red lines", whole_number(0, 99), "How many red lines are crossed.", "0", usual="not looked at"
        ),
        Field(
            "reached",
            MILESTONES,
            "Milestones that are reached.",
            "[concern_formed]",
            to="milestones",
            default=(),
            usual="not looked at",
        ),
        Field(
            "known",
            TOLD_TO,
            "Who knows which facts at the end.",
            "{school_nurse: [own_words]}",
            default={},
            usual="not looked at",
        ),
    ),
    Expectation,
    placed=False,
)


def _read_moves(findings: Findings, node: nodes.Node, key: str) -> Any:
    moves = _MOVES.read(findings, node, key)
    if moves is UNREAD:
        return UNREAD
    for item in node.items if isinstance(node, nodes.Sequence) else (node,):
        if isinstance(item, nodes.Text):
            findings.use("move", " ".join(item.value.split()), item)
    return moves


def _any_line(text: str) -> str:
    return text


_MOVES: Final = list_of(
    scalar("a move", told.EMPTY, _any_line, {"type": "string"}), "moves, each on a line after “- ”"
)

CHECK: Final = Piece(
    "a check",
    "The author's own test: `simulator check` plays these moves and looks at what comes of them.",
    (
        Field(
            "play",
            Kind(_MOVES.words, _read_moves, _MOVES.schema),
            "The moves, in order.",
            "\n- register listen\n- referral best",
            required=True,
        ),
        Field(
            "as",
            ROLES,
            "The roles that are played; the others act by their habits.",
            "[class_teacher]",
            to="roles",
            default=(),
            usual="all with `play: yes`",
        ),
        Field(
            "expect", one(EXPECTATION), "What must come of it.", "{ending: held, red lines: 0}", required=True
        ),
    ),
    Check,
)

_CODE: Final = re.compile(r"[A-Z]\d{3}")


def _code(text: str) -> str | None:
    return text if _CODE.fullmatch(text) else None


ACCEPTED: Final = Piece(
    "an accepted finding",
    "A finding of `simulator check` that stays, with the reason.",
    (
        Field(
            "code",
            scalar("a code such as C012", amiss.NOT_A_CODE, _code, {"type": "string"}),
            "Its code.",
            "C012",
            required=True,
        ),
        Field(
            "because",
            LABEL,
            "Why it stays.",
            "The longest option is the weakest here.",
            to="reason",
            required=True,
        ),
    ),
    Accepted,
    placed=False,
)
