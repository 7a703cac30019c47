"""How something is judged: the reason given, and the guidance cited."""

from __future__ import annotations

from typing import Any, Final

from scoring.terms import Grade, Mode
from simulator.scenario import nodes
from simulator.scenario.catalogue import parts as amiss
from simulator.scenario.fields.facts import NEEDS
from simulator.scenario.findings import Findings
from simulator.scenario.ids import FACT, PERSON, TOPIC, guidance_ref
from simulator.scenario.kinds import PROSE, UNREAD, Kind, choice, list_of, map_of
from simulator.scenario.model import JUDGEMENT
from simulator.scenario.pieces import Field

GRADES: Final = {grade.value: grade for grade in Grade}
MODES: Final = {mode.value: mode for mode in Mode}
PROTECT: Final = "protect a child"
"""Any ground for protecting a child that is valid on the date of the case."""


def _read_topic(findings: Findings, node: nodes.Node, key: str) -> Any:
    if isinstance(node, nodes.Text) and node.value == JUDGEMENT:
        return JUDGEMENT
    return TOPIC.read(findings, node, key)


_TOPICS: Final = list_of(
    Kind("a topic of the guidance", _read_topic, TOPIC.schema),
    "a topic of the guidance, a list of topics, or judgement",
)


def _read_cited(findings: Findings, node: nodes.Node, key: str) -> Any:
    topics = _TOPICS.read(findings, node, key)
    if topics is not UNREAD and JUDGEMENT in topics and len(topics) > 1:
        findings.add(amiss.JUDGEMENT_AND_RULES, node)
    return topics


CITED: Final = Kind(_TOPICS.words, _read_cited, _TOPICS.schema)


def _read_basis(findings: Findings, node: nodes.Node, key: str) -> Any:
    if isinstance(node, nodes.Text) and " ".join(node.value.split()) == PROTECT:
        return PROTECT
    return _ONE_BASIS.read(findings, node, key)


_ONE_BASIS: Final = guidance_ref("basis", "a lawful basis of the guidance")
_BASES: Final = list_of(
    Kind(_ONE_BASIS.words, _read_basis, _ONE_BASIS.schema), f"a lawful basis, a list of them, or {PROTECT}"
)

GRADE: Final = choice(GRADES)
MODE: Final = choice(MODES)
MODES_OF_PEOPLE: Final = map_of(PERSON, MODE, "people, each with ask, tell, agree who tells or do not tell")
_UNSAFE_MODES: Final = map_of(
    PERSON,
    list_of(MODE, "ask, tell, agree who tells or do not tell, or a list of them"),
    "people, each with what would be unsafe",
)

WHY: Final = Field(
    "why",
    PROSE,
    "The reason, as the debrief says it: what could be known then.",
    "A fortnight is long for a baby nobody has examined.",
    default="",
    usual="nothing",
)
CITE: Final = Field(
    "cite",
    CITED,
    "The topics of the guidance it rests on; `judgement` claims no rule.",
    "[nonmobile_injury, record_the_decision]",
    default=(),
    usual="nothing",
)
NEEDED_HERE: Final = Field(
    "needed here",
    map_of(FACT, NEEDS, "facts, each with who needs it here"),
    "What is needed at this decision, where it differs from the facts' own `needed by`.",
    "{late_mornings: {social_work_manager: headline}}",
    default={},
    usual="what the facts say",
)
OPENNESS: Final = Field(
    "openness",
    MODES_OF_PEOPLE,
    "How open to be with whom about it: the right answer for each person.",
    "{mother: tell, father: agree who tells}",
    usual="tell every adult of the family whom a needed fact is about",
)
UNSAFE_MODE: Final = Field(
    "unsafe mode",
    _UNSAFE_MODES,
    "Which way of being open with somebody would be a red line.",
    "{father: [ask, tell]}",
    default={},
    usual="none",
)
BASIS: Final = Field(
    "basis",
    _BASES,
    "The lawful basis; any one listed is right, `protect a child` means any that serves for that on the day.",
    "protect a child",
    default=(),
    usual="not asked",
)
BASES_OFFERED: Final = Field(
    "bases offered",
    _BASES,
    "The bases to choose among.",
    "[public_interest, consent, help_with_s47]",
    default=(),
    usual="up to five that are in force, the right ones among them",
)
