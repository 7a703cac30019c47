"""What the sentences about playing mean. The case is the story about toast, tests/cases/everything.yaml."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pytest_bdd import given, parsers, then, when

from scoring.calendar import from_minutes, to_minutes
from simulator.play.events import Entered, Stamped
from simulator.play.moves import HandOver, SendInject, StepOut
from simulator.play.state import level_at
from simulator.play.step import waiting_for
from tests.unit.play.table import Table, game_on, roles


@pytest.fixture
def players() -> Table:
    """Nobody yet, on the day of the story."""
    return Table(game_on(date(2010, 5, 27)))


@given(parsers.re(r"the story is played on (?P<day>\d{4}-\d\d-\d\d)"))
def _day(players: Table, day: str) -> None:
    players.game = game_on(date.fromisoformat(day))


@given(parsers.parse("the story is played in its {cut} version"))
def _cut(players: Table, cut: str) -> None:
    players.game = game_on(date(2010, 5, 27), cut)


@given("everybody is at the table")
def _everybody(players: Table) -> None:
    players.seats = players.game.case.playable


@given(parsers.re(r"only (?P<names>.+) (?:is|are) at the table"))
def _some(players: Table, names: str) -> None:
    players.seats = roles(names)


@when("this is played")
def _played(players: Table, docstring: str) -> None:
    players.speak(docstring)


@when(parsers.parse("{name} steps out of the play"))
def _steps_out(players: Table, name: str) -> None:
    players.make(StepOut(roles(name)[0]))


@when(parsers.parse("{name} takes a seat"))
def _takes(players: Table, name: str) -> None:
    players.make(HandOver(roles(name)[0], played=True))


@when(parsers.parse("the trainer sends {inject}"))
def _sends(players: Table, inject: str) -> None:
    players.make(SendInject(inject))


@then(parsers.parse("the story ends {ending}"))
def _ends(players: Table, ending: str) -> None:
    assert players.ending == ending


@then(parsers.parse("it waits at {scene} for {names}"))
def _waits(players: Table, scene: str, names: str) -> None:
    assert players.scene == scene
    assert waiting_for(players.game, players.now) == roles(names)


@then(parsers.parse("the scenes were {scenes}"))
def _scenes(players: Table, scenes: str) -> None:
    entered = [event.scene for event in players.events if isinstance(event, Entered)]
    assert [players.game.scenes[index].scene.id for index in entered] == scenes.split(", ")


@then(parsers.re(r"the clock stands at (?P<moment>\d{4}-\d\d-\d\d \d\d:\d\d)"))
def _clock(players: Table, moment: str) -> None:
    assert players.now.clock == to_minutes(datetime.fromisoformat(moment)), from_minutes(players.now.clock)


@then(parsers.re(r"(?P<milestone>\w+) is stamped at (?P<moment>\d{4}-\d\d-\d\d \d\d:\d\d)"))
def _stamped(players: Table, milestone: str, moment: str) -> None:
    stamps = {event.milestone: event.clock for event in players.events if isinstance(event, Stamped)}
    assert stamps[milestone] == to_minutes(datetime.fromisoformat(moment)), from_minutes(stamps[milestone])


@then(parsers.parse("{milestone} is not stamped"))
def _unstamped(players: Table, milestone: str) -> None:
    assert milestone not in {event.milestone for event in players.events if isinstance(event, Stamped)}


@then(parsers.re(r"(?P<name>.+) knows (?P<how>the whole of|the headline of|nothing of) (?P<fact>\w+)"))
def _knows(players: Table, name: str, how: str, fact: str) -> None:
    level = level_at(players.now.knows, players.game.layout.slot(roles(name)[0], fact))
    assert ("nothing of", "the headline of", "the whole of")[level] == how


@then(parsers.parse("the move is refused: {words}"))
def _refused(players: Table, words: str) -> None:
    assert players.refused is not None and words in players.refused.message, players.refused
