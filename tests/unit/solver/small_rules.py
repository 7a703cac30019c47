"""The two rulebooks of a small case, drawn for the topics that it names."""

from __future__ import annotations

from dataclasses import replace

from scoring.guidance.model import Milestone, Rule, Timescale
from scoring.rulebook import Rulebook
from simulator.play.cited import topics_of
from simulator.scenario.model import Case
from tests.unit.solver.small_making import EDITIONS, MILESTONES, TOPICS, Making


def rulebook_of(making: Making, case: Case, edition: str) -> Rulebook:
    bases = {"public_interest": "In the public interest.", "consent": "With agreement.", "law": "By law."}
    names = {name: Milestone(name, name) for name in MILESTONES}
    if making.draw.chance(2):
        names["concern_formed"] = Milestone("concern_formed", "concern", also=("referral_decision",))
    return Rulebook(
        on=EDITIONS[edition],
        editions={"working together": edition},
        begun={name: begun for name, begun in EDITIONS.items() if begun <= EDITIONS[edition]},
        topics={topic: _rules(making, topic, edition) for topic in topics_of(case)},
        titles={topic: f"The sentence of {topic}." for topic in topics_of(case)},
        milestones=names,
        bases=bases,
        protecting=("public_interest",),
        has_index=making.draw.chance(8),
    )


def _rules(making: Making, topic: str, edition: str) -> tuple[Rule, ...]:
    draw = making.draw
    if topic not in TOPICS:
        return (_rule(topic, edition, verified=topic == "red"),) if draw.chance(8) else ()
    begins, ends = draw.pick(MILESTONES), draw.pick(MILESTONES)
    if begins == ends:
        return ()
    value, unit = draw.pick(((1, "hours"), (5, "hours"), (1, "calendar_days"), (1, "working_days")))
    kind = "min" if draw.chance(2) else "max"
    timescale = Timescale(value, unit, begins, ends, kind, reasons_excuse=draw.chance(5))
    roles = draw.pick((("all",), ("a",), ("b", "c")))
    return (replace(_rule(topic, edition, verified=True), roles=roles, timescale=timescale),)


def _rule(topic: str, edition: str, *, verified: bool) -> Rule:
    """A rule; one that is only recalled makes no red line."""
    return Rule(
        id=f"{topic}-{edition}",
        edition=edition,
        family="working together",
        domain="timeliness",
        roles=("all",),
        text=f"The rule of {topic}.",
        force="statutory guidance",
        confidence="verified" if verified else "memory",
        begins=EDITIONS[edition],
        ends=None,
    )
