"""The exact solver agrees with plain enumeration, in everything, on small cases of every kind.

`python -m tests.faults.solver_twin` looks at thousands, with any seed; HYPOTHESIS_PROFILE=search looks
further here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from simulator.scenario import model
from tests.unit.solver.comparing import differences
from tests.unit.solver.small_cases import small_case
from tests.unit.solver.small_making import Dice
from tests.unit.solver.twin import TooMany

T = TypeVar("T")
EXAMPLES = 60
MOST_STEPS = 2_500
"""Moves the twin may try for one case; a case with more is drawn again."""


class Drawn:
    """Draws from hypothesis, so that what fails is made small."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data

    def pick(self, among: Sequence[T]) -> T:
        return among[self._data.draw(st.integers(0, len(among) - 1))]

    def chance(self, in_ten: int) -> bool:
        return self._data.draw(st.integers(0, 9)) >= 10 - in_ten


@settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
@given(st.data())
def test_solver_and_enumeration_agree(data: st.DataObject) -> None:
    small = small_case(Drawn(data))
    try:
        found = differences(small, MOST_STEPS)
    except TooMany:
        assume(False)
    assert not found, "\n".join([*found, small.text, f"{small.seats} {small.rulebook.topics}"])


def test_the_small_cases_say_everything_there_is_to_say() -> None:
    """What the comparison is worth: all kinds of decision, with all that can complicate them."""
    cases = [small_case(Dice(seed)) for seed in range(300)]
    scenes = [scene for small in cases for scene in small.case.scenes.values()]
    decisions = [scene.decision for scene in scenes if scene.decision]
    kinds = {type(decision.kind) for decision in decisions}
    assert kinds == {
        model.Options,
        model.Share,
        model.Ask,
        model.Refer,
        model.Record,
        model.LookUp,
        model.Meet,
    }
    meets = [decision.kind for decision in decisions if isinstance(decision.kind, model.Meet)]
    asks = [decision.kind for decision in decisions if isinstance(decision.kind, model.Ask)]
    facts = [fact for small in cases for fact in small.case.facts.values()]
    for said in (
        {meet.decided_by for meet in meets} == set(model.DECIDERS),
        any(meet.restricted for meet in meets),
        any(len(meet.seats) == 3 for meet in meets),
        any(ask.answered_in for ask in asks) and any(ask.if_refused for ask in asks),
        any(scene.again for scene in scenes) and any(scene.makes_good for scene in scenes),
        any(scene.when for scene in scenes) and any(scene.time for scene in scenes),
        any(line.tells and line.when for scene in scenes for line in scene.say),
        any(decision.advice for decision in decisions),
        any(decision.mark_when_unsafe for decision in decisions),
        any(decision.editions for decision in decisions) and any(fact.editions for fact in facts),
        any(fact.vital and fact.sensitive for fact in facts),
        any(fact.only_if_asked and fact.prompted_by for fact in facts),
        any(fact.never_to for fact in facts) and any(fact.headline for fact in facts),
        any(small.case.injects for small in cases) and any(small.cut for small in cases),
        any(small.trainer for small in cases) and any(len(small.case.clocks) == 2 for small in cases),
        {role.habit for small in cases for role in small.case.roles.values()} == set(model.Habit),
        any(timed.reasons_recorded for small in cases for timed in small.case.clocks),
        any(need.before for small in cases for need in _needs_here(small.case)),
    ):
        assert said


def _needs_here(case: model.Case) -> list[model.Need]:
    here = (
        getattr(scene.decision.kind, "needed_here", {}) for scene in case.scenes.values() if scene.decision
    )
    return [need for facts in here for needs in facts.values() for need in needs.needed_by.values()]
