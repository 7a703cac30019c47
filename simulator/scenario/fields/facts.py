"""What can be known: facts, who holds them, and who needs them."""

from __future__ import annotations

from typing import Any, Final

from scoring.terms import Level
from simulator.scenario import nodes
from simulator.scenario.catalogue import parts as amiss
from simulator.scenario.diagnostics import quoted
from simulator.scenario.findings import Findings
from simulator.scenario.ids import FACTS, MILESTONE, PARTIES, PARTY
from simulator.scenario.kinds import PROSE, UNREAD, YES_OR_NO, Kind, choice, map_of, or_word
from simulator.scenario.model import SENSITIVITIES, SOURCES, Fact, FactNeeds, Need
from simulator.scenario.paths import inside
from simulator.scenario.pieces import EDITION_WORDS, Field, Piece, Values, one, reference

LEVELS: Final = {"headline": Level.HEADLINE, "full": Level.FULL}
NOBODY: Final = "nobody"
ANY_AGENCY: Final = "any agency"
NOBODY_LISTED: Final = FactNeeds({})

NEED: Final = Piece(
    "a need",
    "How much of a fact a role needs, and by when.",
    (
        Field(
            "level",
            choice(LEVELS),
            "The whole fact, or its headline.",
            "headline",
            default=Level.FULL,
            usual="full",
        ),
        Field(
            "before",
            MILESTONE,
            "The milestone by which it must be passed; later it counts half.",
            "strategy_discussion_initiating_s47",
            default="",
            usual="at any time",
        ),
    ),
    Need,
    placed=False,
)

_LEVEL: Final = choice(LEVELS)
_NEED: Final = one(NEED)


def _read_need(findings: Findings, node: nodes.Node, key: str) -> Any:
    if isinstance(node, nodes.Mapping):
        return _NEED.read(findings, node, key)
    level = _LEVEL.read(findings, node, key)
    return UNREAD if level is UNREAD else Need(level)


_NEED_OF_ONE: Final = Kind(
    "headline, full, or a level and a milestone",
    _read_need,
    {"anyOf": [_LEVEL.schema, reference(NEED)]},
    pieces=(NEED,),
)
_NEEDS_WORDS: Final = "roles or people, alone or with headline or full, or nobody"
_NEEDS_MAP: Final = map_of(PARTY, _NEED_OF_ONE, _NEEDS_WORDS)


def read_needs(findings: Findings, node: nodes.Node, key: str) -> Any:
    """`nobody`, one or several who need the whole, or each with a level."""
    if isinstance(node, nodes.Text) and node.value.strip() == NOBODY:
        return FactNeeds({}, nobody=True)
    if isinstance(node, nodes.Mapping):
        needed = _NEEDS_MAP.read(findings, node, key)
        return UNREAD if needed is UNREAD else FactNeeds(needed)
    parties = PARTIES.read(findings, node, key)
    return UNREAD if parties is UNREAD else FactNeeds(dict.fromkeys(parties, Need(Level.FULL)))


NEEDS: Final = Kind(
    _NEEDS_WORDS,
    read_needs,
    {"anyOf": [{"type": "string"}, PARTIES.schema, _NEEDS_MAP.schema]},
    pieces=(NEED,),
)


def _read_may_know(findings: Findings, node: nodes.Node, key: str) -> Any:
    if isinstance(node, nodes.Text) and node.value.strip() == ANY_AGENCY:
        return ANY_AGENCY
    return PARTIES.read(findings, node, key)


_MAY_KNOW: Final = Kind(
    f"a role or person, a list of them, or {ANY_AGENCY}", _read_may_know, or_word(PARTIES.schema, ANY_AGENCY)
)

_NEEDED_BY: Final = Field(
    "needed by",
    NEEDS,
    "Who needs it, in full or as a headline; `nobody` says outright that passing it on is too much.",
    "{social_work_manager: headline, school_nurse: full}",
    to="needs",
    default=NOBODY_LISTED,
    usual="nobody is listed: passing it on is a small excess",
)

FACT_EDITION: Final = Piece(
    "an edition block of a fact",
    "What is different about a fact under one edition of the guidance, or from one on.",
    (_NEEDED_BY,),
    lambda needs: needs,
    placed=False,
)


def _put_together(findings: Findings, values: Values, node: nodes.Mapping) -> None:
    may_know = values["may_know"]
    values["any_agency_may_know"] = may_know == ANY_AGENCY
    values["may_know"] = () if may_know == ANY_AGENCY else may_know
    if values["prompted_by"] and not values["only_if_asked"]:
        findings.add(amiss.PROMPTED_UNASKED, node.entries["prompted by"].key)
    if "headline" not in node.entries:
        _check_headlines(findings, node, values["id"])
        for name, block in node.entries.values():
            if name.value.startswith(tuple(EDITION_WORDS)) and isinstance(block, nodes.Mapping):
                _check_headlines(findings, block, values["id"])


def _check_headlines(findings: Findings, node: nodes.Mapping, fact: Any) -> None:
    """Report a headline needed of a fact that has none."""
    needs = inside(node, "needed by")
    for name, need in needs.entries.values() if isinstance(needs, nodes.Mapping) else ():
        level = inside(need, "level") or need
        if isinstance(level, nodes.Text) and LEVELS.get(level.value) is Level.HEADLINE:
            findings.add(amiss.NO_HEADLINE, name, fact=quoted(str(fact)), role=quoted(name.value))


FACT: Final = Piece(
    "a fact",
    "One piece of the picture, held by somebody until it is passed on.",
    (
        Field(
            "text",
            PROSE,
            "The whole of it, as the holder knows it.",
            "<child> has been late on nine mornings.",
            required=True,
        ),
        Field(
            "headline",
            PROSE,
            "The limited form: what it means, without the record.",
            "<mother> is being treated for low mood.",
            default="",
            usual="the fact has no limited form",
        ),
        Field(
            "held by",
            PARTIES,
            "Who has it first-hand, and knows it when the case begins.",
            "gp",
            required=True,
        ),
        Field(
            "comes later",
            YES_OR_NO,
            "Whether it happens during the case: nobody knows it until a scene `tells` those who hold it.",
            "yes",
            default=False,
            usual="no",
        ),
        Field(
            "about",
            PARTIES,
            "Whom it is about; adults are told, or asked, before it is passed on.",
            "mother",
            default=(),
            usual="nobody",
        ),
        Field("source", choice(SOURCES), "How the holder knows it.", "said", default="seen", usual="seen"),
        Field(
            "sensitive",
            choice(SENSITIVITIES),
            "Why more care is needed: passing it without need costs more.",
            "health",
            default="",
            usual="not sensitive",
        ),
        Field(
            "vital",
            YES_OR_NO,
            "Whether keeping it back where it is needed is shown like a red line.",
            "yes",
            default=False,
            usual="no",
        ),
        _NEEDED_BY,
        Field(
            "may know",
            _MAY_KNOW,
            "For whom it is neither needed nor too much.",
            "any agency",
            default=(),
            usual="nobody",
        ),
        Field(
            "never to",
            PARTIES,
            "Who must not have it: passing it to them is a red line.",
            "[father, gran]",
            default=(),
            usual="nobody",
        ),
        Field(
            "only if asked",
            YES_OR_NO,
            "Whether the holder thinks of it only when asked.",
            "yes",
            default=False,
            usual="no",
        ),
        Field(
            "prompted by",
            FACTS,
            "What the asker must already have for the question to be expected of them.",
            "own_words",
            default=(),
            usual="nothing: asking is a bonus",
        ),
    ),
    Fact,
    check=_put_together,
    editions=FACT_EDITION,
)
