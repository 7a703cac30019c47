"""The case as a whole: all of its fields, from the title to the author's own checks."""

from __future__ import annotations

import re
from typing import Any, Final

from simulator.scenario import nodes
from simulator.scenario.fields.around import ACCEPTED, CHECK, CLOCKS, CUT, REVIEWED, UNREVIEWED
from simulator.scenario.fields.facts import FACT
from simulator.scenario.fields.story import ENDING, INJECT, SCENE_PIECE
from simulator.scenario.fields.who import MEMBER, PERSON, ROLE
from simulator.scenario.findings import Findings
from simulator.scenario.ids import read_id
from simulator.scenario.kinds import (
    HEADING,
    HEADINGS,
    LABEL,
    PROSE,
    PROSES,
    UNREAD,
    Kind,
    choice,
    list_of,
    text_of,
    whole_number,
)
from simulator.scenario.model import CASE_LEVELS
from simulator.scenario.pieces import Field, Piece, listed, named
from simulator.scenario.times import MOMENT

LATEST_FORMAT: Final = 1
USUAL_DATE: Final = "2024-01-08 09:00"
USUAL_GUIDANCE: Final = ("working together", "information sharing", "children acts")


def _read_case_id(findings: Findings, node: nodes.Node, key: str) -> Any:
    text = text_of(findings, node, key, "an id")
    if text is None:
        return UNREAD
    if re.fullmatch(r"[a-z][a-z0-9_-]{0,59}", text):
        return text
    return read_id(findings, node, key)


def _read_set_on(findings: Findings, node: nodes.Node, key: str) -> Any:
    moment = MOMENT.read(findings, node, key)
    if moment is not UNREAD:
        findings.first_day = moment - moment % 1440
    return moment


def _read_roles(findings: Findings, node: nodes.Node, key: str) -> Any:
    roles = _ROLES.read(findings, node, key)
    if roles is not UNREAD:
        findings.roles = tuple(roles)
        findings.first_seat = tuple(role.id for role in roles.values() if role.play)[:1]
    return roles


def _read_families(findings: Findings, node: nodes.Node, key: str) -> Any:
    families = _FAMILY_NAMES.read(findings, node, key)
    if families is not UNREAD:
        items = node.items if isinstance(node, nodes.Sequence) else (node,)
        for item in items:
            if isinstance(item, nodes.Text):
                findings.use("guidance", " ".join(item.value.split()), item)
    return families


_ROLES: Final = named(ROLE, "role", "roles, each under an id of its own")
_FAMILY_NAMES: Final = list_of(LABEL, "families of guidance")

CASE: Final = Piece(
    "a case",
    "Everything about one case, in one file.",
    (
        Field(
            "format",
            whole_number(1, LATEST_FORMAT),
            "The version of the language.",
            "1",
            default=1,
            usual="1",
        ),
        Field(
            "id",
            Kind("an id", _read_case_id, {"type": "string"}),
            "The case's own name in lists and records.",
            "toast-for-two",
            usual="the name of the file",
        ),
        Field("title", HEADING, "What it is called.", "A mark on his cheek", required=True),
        Field(
            "summary",
            HEADING,
            "Two sentences for the list of cases.",
            "A health visitor sees a mark that nobody has explained.",
            default="",
            usual="nothing",
        ),
        Field("level", choice(CASE_LEVELS), "How hard it is.", "advanced", default="core", usual="core"),
        Field("minutes", whole_number(1, 600), "How long it takes to play.", "45", default=30, usual="30"),
        Field(
            "content notes",
            HEADINGS,
            "What may be hard to meet; shown before the case begins.",
            "\n- a parent's depression",
            default=(),
            usual="none",
        ),
        Field(
            "review",
            REVIEWED,
            "Whether somebody has read it through.",
            "{by: a named nurse, on: 2026-10-01}",
            usual=UNREVIEWED,
        ),
        Field(
            "set on",
            Kind(MOMENT.words, _read_set_on, MOMENT.schema),
            "The day and time at which it begins; picks the editions in force.",
            "2011-09-05 09:40",
            usual=USUAL_DATE,
        ),
        Field(
            "guidance",
            Kind(_FAMILY_NAMES.words, _read_families, _FAMILY_NAMES.schema),
            "The families of guidance it is judged by.",
            "[working together, information sharing, index]",
            default=USUAL_GUIDANCE,
            usual=", ".join(USUAL_GUIDANCE),
        ),
        Field(
            "clocks",
            CLOCKS,
            "The timescales that are marked.",
            "[referral_confirmed_in_writing]",
            default=(),
            usual="none; all are shown",
        ),
        Field(
            "learning",
            PROSES,
            "What can be learned from it.",
            "\n- A mark on a baby who cannot move needs explaining the same day.",
            default=(),
            usual="nothing",
        ),
        Field(
            "trainer notes",
            PROSE,
            "For the trainer's eyes.",
            "Ask who was relieved to wait.",
            default="",
            usual="nothing",
        ),
        Field(
            "family",
            named(MEMBER, "somebody", "members of the family, each under an id"),
            "Who is in the family.",
            "\nchild: {age: 11 weeks, focus: yes}\nmother: {age: 21-24, sex: female, parent of: child}",
            usual="one child of six",
        ),
        Field(
            "people",
            named(PERSON, "somebody", "people, each under an id"),
            "Others who speak or are spoken of.",
            "\nneighbour: {}\nduty_doctor: {title: the duty doctor}",
            default={},
            usual="nobody",
        ),
        Field(
            "roles",
            Kind(_ROLES.words, _read_roles, _ROLES.schema, pieces=_ROLES.pieces),
            "The seats at the table.",
            "\ngp:\n  agency: general practice\n  play: yes",
            usual="one practitioner of the voluntary sector",
        ),
        Field(
            "facts",
            named(FACT, "fact", "facts, each under an id"),
            "What can be known.",
            "\nknee:\n  text: <mother> had a knee operation at nineteen.\n  held by: gp\n  needed by: nobody",
            default={},
            usual="none",
        ),
        Field(
            "scenes",
            named(SCENE_PIECE, "scene", "scenes, each under an id"),
            "What happens, in order.",
            "\nmonday:\n  say:\n    - child: I am not hungry.",
            required=True,
        ),
        Field(
            "endings",
            named(ENDING, "ending", "endings, each under an id"),
            "How it may end; the last has no `when`.",
            "\nheld: <child> is seen the same day.",
            required=True,
        ),
        Field(
            "afterwards",
            PROSES,
            "What turned out later: one is drawn at the end, all are in the debrief.",
            "\n- Nobody can say how the mark was made.\n- It was a birthmark.",
            default=(),
            usual="nothing",
        ),
        Field(
            "injects",
            named(INJECT, "inject", "injects, each under an id"),
            "Messages from outside.",
            "\nsecond_call:\n  say:\n    - neighbour: Is anybody listening?",
            default={},
            usual="none",
        ),
        Field(
            "cuts",
            named(CUT, "cut", "cuts, each under an id"),
            "Shorter versions.",
            "\nshort: {minutes: 25, leave out: [at_noon]}",
            default={},
            usual="none",
        ),
        Field(
            "debrief",
            PROSES,
            "Questions for the talk afterwards.",
            "\n- Whose word counted most, and why?",
            default=(),
            usual="none",
        ),
        Field(
            "checks",
            listed(CHECK, "checks, each after “- ”"),
            "The author's own tests.",
            "\n- play: [best]\n  expect: {red lines: 0}",
            default=(),
            usual="none",
        ),
        Field(
            "accepted",
            listed(ACCEPTED, "accepted findings, each after “- ”"),
            "Findings that stay, each with the reason.",
            "\n- code: C012\n  because: The longest option is the weakest here.",
            default=(),
            usual="none",
        ),
    ),
    dict,
    placed=False,
)
"""Made into a `Case` by the reader of its format, which knows what holds where nothing is said."""
