"""What the guidance of one date expects of each decision of a case.

Built twice for an attempt that is marked as if on another date: play keeps to the date it was played on,
marks follow the date they are given for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from scoring.evidence import Want, Weight
from scoring.rulebook import Rulebook
from scoring.terms import REFERRAL_LEVELS, Grade, Level
from simulator.scenario.model import (
    Ask,
    Case,
    Decision,
    EditionBlock,
    Expected,
    Fact,
    FactNeeds,
    Judged,
    Kind,
    LookUp,
    Meet,
    Option,
    Options,
    Record,
    Refer,
    Share,
)

PROTECT_A_CHILD = "protect a child"
MOST_BASES = 5
Change = TypeVar("Change")


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one option is seen on the date."""

    grade: Grade
    why: str
    cite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one decision expects on the date."""

    why: str
    cite: tuple[str, ...]
    options: Mapping[str, Judgement] = field(default_factory=dict)
    wants: Mapping[tuple[str, str], Want] = field(default_factory=dict)
    """(fact, recipient); in a meeting every seat is one, and `want_of_meeting` says what it needs."""
    openness: Mapping[str, str] = field(default_factory=dict)
    basis: frozenset[str] = frozenset()
    bases_offered: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    unsafe_mode: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Person -> ways of being open that put somebody at risk."""
    unsafe_places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Fact -> places where writing it down puts somebody at risk."""
    never_open: tuple[str, ...] = ()


Expectations = Mapping[str, Asked]
"""Scene -> what its decision expects."""


def expectations(case: Case, rulebook: Rulebook) -> Expectations:
    """What every decision of the case expects under the editions of a rulebook."""
    return {
        scene.id: _asked(case, scene.decision, rulebook) for scene in case.scenes.values() if scene.decision
    }


def in_force(blocks: Sequence[EditionBlock[Change]], rulebook: Rulebook) -> Change | None:
    """The narrowest block that applies: `in` one edition before the latest `from`; None where none does."""
    if not blocks:
        return None
    editions = set(rulebook.editions.values())
    since: tuple[int, Change] | None = None
    for block in blocks:
        if not block.and_later and block.edition in editions:
            return block.change
        if block.and_later and block.edition in rulebook.begun:
            begun = rulebook.begun[block.edition].toordinal()
            if since is None or begun >= since[0]:
                since = (begun, block.change)
    return since[1] if since else None


def _asked(case: Case, decision: Decision, rulebook: Rulebook) -> Asked:
    kind = decision.kind
    change = in_force(decision.editions, rulebook) or Expected()
    why = decision.why if change.why is None else change.why
    cite = decision.cite if change.cite is None else change.cite
    options = {option.id: _judged(option, cite, rulebook) for option in _options(decision)}
    crossable = may_cross(cite, rulebook)
    wants: Mapping[tuple[str, str], Want] = {}
    openness: Mapping[str, str] = {}
    right: frozenset[str] = frozenset()
    offered: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    if isinstance(kind, Share | Refer | Meet | Ask):
        here = {} if isinstance(kind, Ask) else (change.needed_here or kind.needed_here)
        wants = _wants(case, _recipients(decision), here, rulebook)
        if not crossable:
            wants = {cell: _softened(want) for cell, want in wants.items()}
    if isinstance(kind, Share):
        own = change.openness if change.openness is not None else kind.openness
        openness = own if own is not None else _tell_adults(case, decision, kind, wants)
    if isinstance(kind, Share | Ask):
        right = _right_bases(kind.basis if change.basis is None else change.basis, rulebook)
        offered = _bases_offered(kind.bases_offered, right, rulebook) if right else ()
    if isinstance(kind, Refer):
        openness = change.openness if change.openness is not None else kind.parents
        levels = _right_levels(change.level or kind.level, rulebook)
    asked = Asked(why, cite, options, wants, openness, right, offered, levels)
    return _with_red_lines(asked, kind) if crossable else asked


def _right_levels(levels: Iterable[str], rulebook: Rulebook) -> tuple[int, ...]:
    """The levels a referral may have: the case's, and those the board's threshold document takes too."""
    found = dict.fromkeys(level for one in levels for level in (one, *rulebook.also_right.get(one, ())))
    return tuple(REFERRAL_LEVELS.index(level) for level in found)


def may_cross(cite: Iterable[str], rulebook: Rulebook) -> bool:
    """Whether what is cited can make a red line: never judgement alone, a recalled rule, or another board's
    example."""
    topics = [topic for topic in cite if topic in rulebook.topics]
    if not topics and not rulebook.topics:
        return True
    return any(rule.may_be_red_line for topic in topics for rule in rulebook.topics[topic])


def _softened(want: Want) -> Want:
    """The same want without its red lines: what must never pass becomes a serious excess."""
    weight = Weight.SERIOUS if want.weight is Weight.NEVER else want.weight
    return want._replace(weight=weight, vital=False)


def _with_red_lines(asked: Asked, kind: Kind) -> Asked:
    if isinstance(kind, Share | Refer):
        modes = {who: tuple(mode.value for mode in bad) for who, bad in kind.unsafe_mode.items()}
        return replace(asked, unsafe_mode=modes)
    if isinstance(kind, Record):
        return replace(asked, unsafe_places=kind.unsafe)
    return replace(asked, never_open=kind.never_open) if isinstance(kind, LookUp) else asked


def _options(decision: Decision) -> tuple[Option, ...]:
    return decision.kind.options if isinstance(decision.kind, Options | Meet) else ()


def _judged(option: Option, decisions: tuple[str, ...], rulebook: Rulebook) -> Judgement:
    """An option that cites nothing rests on what its decision cites."""
    change = in_force(option.editions, rulebook) or Judged()
    grade = option.grade if change.grade is None else change.grade
    cite = option.cite if change.cite is None else change.cite
    if grade is Grade.UNSAFE and not may_cross(cite or decisions, rulebook):
        grade = Grade.POOR
    return Judgement(grade, option.why if change.why is None else change.why, cite)


def _recipients(decision: Decision) -> tuple[str, ...]:
    kind = decision.kind
    if isinstance(kind, Share):
        return kind.to
    if isinstance(kind, Refer):
        return (kind.to,)
    if isinstance(kind, Meet):
        return kind.seats
    return decision.roles


def _wants(
    case: Case, recipients: tuple[str, ...], here: Mapping[str, FactNeeds], rulebook: Rulebook
) -> dict[tuple[str, str], Want]:
    return {
        (fact.id, to): _want(fact, to, here.get(fact.id) or needs_of(fact, rulebook), to in case.roles)
        for fact in case.facts.values()
        for to in recipients
    }


def needs_of(fact: Fact, rulebook: Rulebook) -> FactNeeds:
    """Who needs a fact under the editions of a rulebook."""
    return in_force(fact.editions, rulebook) or fact.needs


def _want(fact: Fact, to: str, needs: FactNeeds, is_role: bool) -> Want:
    sensitive = bool(fact.sensitive)
    if to in fact.never_to:
        return Want(Level.NONE, Weight.NEVER, sensitive, False, "")
    need = needs.needed_by.get(to)
    if need:
        return Want(need.level, Weight.NEUTRAL, sensitive, fact.vital, need.before)
    return Want(Level.NONE, _weight(fact, to, needs, is_role), sensitive, False, "")


def _weight(fact: Fact, to: str, needs: FactNeeds, is_role: bool) -> Weight:
    if to in fact.may_know or (fact.any_agency_may_know and is_role):
        return Weight.NEUTRAL
    return Weight.SERIOUS if fact.sensitive or needs.nobody else Weight.PLAIN


def want_of_meeting(asked: Asked, meet: Meet, seat: str, fact: str) -> Want:
    """What the meeting, as one recipient, needs of a fact that `seat` may bring: the most any other needs."""
    others = [asked.wants[fact, other] for other in meet.seats if other != seat]
    if any(want.weight is Weight.NEVER for want in others):
        return next(want for want in others if want.weight is Weight.NEVER)
    level = max((want.level for want in others), default=Level.NONE)
    if level is not Level.NONE:
        return next(want for want in others if want.level is level)
    if fact in meet.restricted or not others:
        return Want(Level.NONE, Weight.NEUTRAL, False, False, "")
    return max(others, key=lambda want: want.weight)


def _tell_adults(
    case: Case, decision: Decision, kind: Share, wants: Mapping[tuple[str, str], Want]
) -> dict[str, str]:
    held = kind.facts
    if held is None:
        held = tuple(fact.id for fact in case.facts.values() if set(decision.roles) & set(fact.held_by))
    people: dict[str, str] = {}
    for fact in held:
        if any(wants[fact, to].level is not Level.NONE for to in kind.to):
            people.update({person: "tell" for person in case.facts[fact].about if _is_adult(case, person)})
    return people


ADULT = 18


def _is_adult(case: Case, person: str) -> bool:
    age = case.family[person].age if person in case.family else ""
    years = age.split("-")[0].strip()
    return years.isdigit() and int(years) >= ADULT


def _right_bases(listed: Iterable[str], rulebook: Rulebook) -> frozenset[str]:
    right: set[str] = set()
    for basis in listed:
        right |= set(rulebook.protecting) if basis == PROTECT_A_CHILD else {basis}
    return frozenset(right)


def _bases_offered(listed: tuple[str, ...], right: frozenset[str], rulebook: Rulebook) -> tuple[str, ...]:
    """The bases on the form: the author's list, else some right ones among others of the day."""
    if listed:
        return listed
    chosen = [basis for basis in rulebook.bases if basis in right][:2]
    for basis in rulebook.bases:
        if len(chosen) < MOST_BASES and basis not in right:
            chosen.append(basis)
    return tuple(basis for basis in rulebook.bases if basis in chosen)
