"""What the sentences about seats that nobody plays mean."""

from __future__ import annotations

from pytest_bdd import parsers, then

from simulator.play.events import Decided, Declined
from tests.unit.play.table import Table, decisions, roles


@then("nobody has been marked yet")
def _nobody(players: Table) -> None:
    assert players.now.clock and decisions(players) == ()
    assert any(isinstance(event, Decided) and event.by_habit for event in players.events)


@then(parsers.parse("only {scene} has been marked"))
def _only(players: Table, scene: str) -> None:
    assert [one.move.scene for one in decisions(players)] == [scene]


@then(parsers.parse("{name} does not answer"))
def _declines(players: Table, name: str) -> None:
    declined = [event.role for event in players.events if isinstance(event, Declined)]
    assert declined == [roles(name)[0]]


@then("asking took twice its hour")
def _twice(players: Table) -> None:
    asked = next(event for event in players.events if isinstance(event, Decided) and not event.by_habit)
    after = [event for event in players.events if getattr(event, "clock", 0) > asked.before.clock]
    assert getattr(after[0], "clock") - asked.before.clock == 120  # noqa: B009
