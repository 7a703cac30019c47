"""Why something is never reached: the sentence that holds in no play, where there is one."""

from __future__ import annotations

from simulator.author.examined import Examined
from simulator.author.pieces import flat, sentence
from simulator.play.layout import REFERRAL_MILESTONES
from simulator.scenario.diagnostics import quoted
from simulator.scenario.model import (
    AnyOf,
    Chose,
    Condition,
    Conditions,
    EditionIs,
    Knows,
    KnowsSome,
    LookUp,
    Marked,
    Playing,
    Reached,
    Refer,
    Within,
)
from simulator.words import author as words
from simulator.words import say


def because(examined: Examined, conditions: Conditions) -> str:
    """The first sentence that holds in no play; else that they never do together; else nothing leads here."""
    for one in conditions:
        if _never(examined, one):
            return say(words.NEVER_TRUE, condition=quoted(sentence(one), 80))
    return say(words.NEVER_TOGETHER) if conditions else say(words.NOTHING_LEADS)


def _never(examined: Examined, one: Condition) -> bool:
    if isinstance(one, AnyOf):
        return all(_never(examined, inner) for inner in flat(one.conditions))
    if getattr(one, "negated", False):
        return False
    reach, case = examined.everywhere, examined.case
    if isinstance(one, Knows):
        return not _knowable(examined, one.fact, one.party)
    if isinstance(one, KnowsSome):
        return sum(_knowable(examined, fact, one.party) for fact in one.facts) < one.at_least
    if isinstance(one, Chose):
        decision = case.scenes[one.scene].decision
        if decision is None or isinstance(decision.kind, Refer | LookUp):
            return one.scene not in reach.scenes
        return (one.scene, one.choice) not in reach.options
    if isinstance(one, Marked):
        return len(set(one.marks) & marks_set(examined)) < one.at_least
    if isinstance(one, Reached | Within):
        return one.milestone not in reach.milestones | set(REFERRAL_MILESTONES)
    if isinstance(one, Playing):
        return not case.roles[one.role].play
    return isinstance(one, EditionIs) and not _edition(examined, one)


def _knowable(examined: Examined, fact: str, party: str) -> bool:
    return party in examined.case.facts[fact].known_at_first or (fact, party) in examined.everywhere.learned


def _edition(examined: Examined, one: EditionIs) -> bool:
    book = examined.game.rulebook
    if one.relation == "is":
        return one.edition in book.editions.values()
    return (one.edition in book.begun) is (one.relation == "from")


def marks_set(examined: Examined) -> set[str]:
    """Every mark that some play sets."""
    reach, marks = examined.everywhere, set[str]()
    for scene in examined.case.scenes.values():
        if scene.id in reach.scenes:
            marks.add(scene.effects.mark)
            if scene.decision:
                marks.update((scene.decision.effects.mark, scene.decision.mark_when_unsafe))
                kind = scene.decision.kind
                for option in getattr(kind, "options", ()):
                    if (scene.id, option.id) in reach.options:
                        marks.add(option.effects.mark)
    return marks - {""}
