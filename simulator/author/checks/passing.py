"""Facts: who can come to know them, and what there is to pass on and to keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from scoring.evidence import Weight
from scoring.terms import Mode
from simulator.author.examined import Examined
from simulator.author.finding import Found, found
from simulator.author.offers import Offer, offers, written
from simulator.author.pieces import all_conditions, flat
from simulator.play.expected import needs_of
from simulator.scenario.catalogue import passing as told
from simulator.scenario.diagnostics import quoted
from simulator.scenario.model import (
    NOWHERE,
    Ask,
    Case,
    Decision,
    Fact,
    Knows,
    KnowsSome,
    Position,
    Record,
    Refer,
    Scene,
    Share,
    Tells,
)

NO_SKETCH: Final = 4
"""Decisions from which a case is more than a sketch."""
STRATEGY: Final = "strategy_discussion"
SAFE: Final = re.compile(r"\b(safe|tell|tells|telling|told|open|openness|know|knows)\b", re.I)


def facts_unused(examined: Examined) -> Iterator[Found]:
    """C050."""
    if not examined.complete:
        return
    used = {offer.fact for offer in offers(examined)} | written(examined) | _read(examined.case)
    used |= {fact for scene in examined.case.scenes.values() for fact in _asked_for(examined, scene)}
    for fact in examined.case.facts.values():
        if fact.id not in used:
            yield found(told.UNUSED, fact.at, fact=quoted(fact.id))


def _read(case: Case) -> set[str]:
    """Facts that conditions or other facts' prompts speak of."""
    read = {prompt for fact in case.facts.values() for prompt in fact.prompted_by}
    for asked in all_conditions(case):
        for one in flat(asked.conditions):
            if isinstance(one, Knows):
                read.add(one.fact)
            elif isinstance(one, KnowsSome):
                read.update(one.facts)
    return read


def _asked_for(examined: Examined, scene: Scene) -> Iterator[str]:
    kind = scene.decision.kind if scene.decision else None
    if isinstance(kind, Ask):
        for holder in kind.of:
            yield from _expected(examined, scene, kind, holder)


def _expected(examined: Examined, scene: Scene, kind: Ask, holder: str) -> Iterator[str]:
    """Facts that asking this holder is meant to bring."""
    if kind.expects is not None:
        yield from kind.expects.get(holder, ())
        return
    asker = scene.decision.roles[0] if scene.decision else ""
    for fact in examined.case.facts.values():
        needed = needs_of(fact, examined.game.rulebook).needed_by
        if holder in fact.held_by and asker in needed:
            yield fact.id


def out_of_reach(examined: Examined) -> Iterator[Found]:
    """C051."""
    if not examined.complete:
        return
    learned = examined.everywhere.learned
    for fact in examined.case.facts.values():
        for who in needs_of(fact, examined.game.rulebook).needed_by:
            if who not in fact.known_at_first and (fact.id, who) not in learned:
                yield found(told.OUT_OF_REACH, fact.at, who, fact=quoted(fact.id), who=quoted(who))


def never_comes(examined: Examined) -> Iterator[Found]:
    """C076, for each holder."""
    for fact in examined.case.facts.values():
        for who in fact.held_by:
            if fact.comes_later and examined.complete and (fact.id, who) not in examined.everywhere.learned:
                values = {"fact": quoted(fact.id), "who": quoted(who), "who_id": who, "fact_id": fact.id}
                yield found(told.NEVER_COMES, fact.at, who, **values)


def what_there_is(examined: Examined) -> Iterator[Found]:
    """C052 and C053, for each decision to share."""
    by_scene: dict[str, list[Offer]] = {}
    for offer in offers(examined):
        by_scene.setdefault(offer.scene, []).append(offer)
    for scene in examined.case.scenes.values():
        decision, here = scene.decision, by_scene.get(scene.id, [])
        if decision is None or not isinstance(decision.kind, Share) or not here:
            continue
        if not any(offer.can_be_too_much for offer in here):
            yield found(told.NOTHING_TO_KEEP, decision.at)
        if not any(offer.needed for offer in here):
            yield found(told.NOTHING_TO_GIVE, decision.at)


def told_by_story(examined: Examined) -> Iterator[Found]:
    """C054. Who tells what is their own does no wrong; in a seat that is played somebody decides on it."""
    case = examined.case
    for scene in case.scenes.values():
        yield from _told(case, scene.effects.tells, scene.at, "")
        for line in scene.say:
            yield from _told(case, line.tells, line.at, line.speaker)
    for inject in case.injects.values():
        yield from _told(case, inject.tells, inject.at, "")


def _told(case: Case, tells: Tells, at: Position, speaker: str) -> Iterator[Found]:
    for who, facts in tells.items():
        for name in facts:
            fact = case.facts[name]
            played = speaker in case.roles and case.roles[speaker].play
            own = speaker in fact.about or (speaker in fact.held_by and not played)
            if fact.sensitive and who in case.roles and who not in fact.held_by and not own:
                values = {"who": quoted(who), "fact": quoted(name), "kind": fact.sensitive}
                yield found(told.TOLD_BY_STORY, at, name, **values)


def by_default(examined: Examined) -> Iterator[Found]:
    """C055, one for each fact."""
    unsaid: dict[str, dict[str, None]] = {}
    for offer in offers(examined):
        known = offer.to in examined.case.facts[offer.fact].held_by
        if offer.to and not known and not offer.needed and offer.want.weight is Weight.PLAIN:
            unsaid.setdefault(offer.fact, {})[offer.to] = None
    for name, to in unsaid.items():
        fact = examined.case.facts[name]
        if not fact.needs.nobody:
            yield found(told.BY_DEFAULT, fact.at, fact=quoted(name), who=", ".join(to))


def told_too_soon(examined: Examined) -> Iterator[Found]:
    """C056: before the strategy discussion of a case that has one, or in a referral for protection."""
    scenes = list(examined.case.scenes.values())
    stamps = [index for index, scene in enumerate(scenes) if _discusses(scene)]
    for index, scene in enumerate(scenes):
        decision = scene.decision
        if decision is None or not (_protecting(decision) or (stamps and index < stamps[0])):
            continue
        if not isinstance(decision.kind, Refer | Share) or SAFE.search(decision.why):
            continue
        for who, mode in examined.game.expected[scene.id].openness.items():
            if mode != Mode.DO_NOT_TELL.value and _may_have_done_it(examined.case, who):
                values = {"mode": quoted(mode), "who": quoted(who)}
                yield found(told.TOLD_TOO_SOON, decision.at, who, **values)


def _discusses(scene: Scene) -> bool:
    effects = [scene.effects]
    if scene.decision:
        effects.append(scene.decision.effects)
        effects += [option.effects for option in getattr(scene.decision.kind, "options", ())]
    return any(one.milestone.startswith(STRATEGY) for one in effects)


def _protecting(decision: Decision) -> bool:
    kind = decision.kind
    return isinstance(kind, Refer) and bool({"child protection", "immediate"} & set(kind.level))


def _may_have_done_it(case: Case, who: str) -> bool:
    """A member of the family, other than the child, whom a vital or needed fact is about."""
    member = case.family.get(who)
    if member is None or member.focus:
        return False
    return any(who in fact.about and _matters(fact) for fact in case.facts.values())


def _matters(fact: Fact) -> bool:
    return fact.vital or bool(fact.needs.needed_by)


def cannot_answer(examined: Examined) -> Iterator[Found]:
    """C057."""
    for scene in examined.case.scenes.values():
        kind = scene.decision.kind if scene.decision else None
        if not isinstance(kind, Ask):
            continue
        for holder in kind.of:
            role = examined.case.roles[holder]
            if role.play and holder not in kind.answered_in and any(_expected(examined, scene, kind, holder)):
                at = scene.decision.at if scene.decision else NOWHERE
                yield found(told.CANNOT_ANSWER, at, holder, who=quoted(holder), who_id=holder)


def two_sided(examined: Examined) -> Iterator[Found]:
    """C058 and C059, for a case that is more than a sketch."""
    decisions = [scene.decision for scene in examined.case.scenes.values() if scene.decision]
    if len(decisions) < NO_SKETCH:
        return
    found_offers = offers(examined)
    kinds = [decision.kind for decision in decisions]
    kept = any(isinstance(kind, Record) and (kind.leave_out or kind.unsafe) for kind in kinds)
    refers = any(isinstance(kind, Refer) and "none" not in kind.level for kind in kinds)
    if not kept and not any(offer.can_be_too_much for offer in found_offers):
        yield found(told.NEVER_WRONG_TO_SHARE)
    if not refers and not any(offer.needed for offer in found_offers):
        yield found(told.NEVER_WRONG_TO_KEEP)


CHECKS: Final = (
    facts_unused,
    out_of_reach,
    never_comes,
    what_there_is,
    told_by_story,
    by_default,
    told_too_soon,
    cannot_answer,
    two_sided,
)
