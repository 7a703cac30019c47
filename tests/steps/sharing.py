"""What the sentences about passing facts on mean."""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from scoring.terms import Level
from simulator.play.colleagues import habit_move
from simulator.play.marking import red_lines
from simulator.play.moves import Bring
from simulator.play.state import level_at
from simulator.play.step import waiting_for
from tests.unit.play.table import WAY_TO, Table, decision, decisions, number, roles, sharing


@given(parsers.parse("the story has come to {scene}"))
def _come_to(players: Table, scene: str) -> None:
    players.speak(WAY_TO["gp_answers"])
    if scene != "gp_answers":
        players.state, players.events, players.moves = None, [], []
        nurse = WAY_TO["gp_answers"].replace("ask gp for", "ask gp and school_nurse for")
        players.speak(nurse + WAY_TO[scene])
    assert players.scene == scene


@when(parsers.parse("the gp answers: {words}"))
def _answers(players: Table, words: str) -> None:
    spoken = "\n".join(line for line in WAY_TO["gp_answers"].splitlines() if line.strip())
    players.state, players.events, players.moves = None, [], []
    players.speak(f"{spoken}\ngp_answers {words}")
    assert players.refused is None, players.refused


@when("the table brings what it knows")
def _brings(players: Table) -> None:
    """Each seat as its habit would."""
    while not players.now.part.viewing:
        players.make(habit_move(players.game, players.now, waiting_for(players.game, players.now)[0]))


@then(parsers.re(r"(?P<scene>\w+) earns (?P<earned>[\d½]+) of (?P<possible>[\d½]+)"))
def _earns(players: Table, scene: str, earned: str, possible: str) -> None:
    mark = decision(players, scene).mark
    assert (mark.earned, mark.possible) == (number(earned), number(possible))


@then(parsers.re(r"(?P<name>.+) earns (?P<earned>[\d½]+) of (?P<possible>[\d½]+) for what they brought"))
def _brought(players: Table, name: str, earned: str, possible: str) -> None:
    found = [
        one for one in decisions(players) if isinstance(one.move, Bring) and one.move.role == roles(name)[0]
    ]
    assert [(one.mark.earned, one.mark.possible) for one in found] == [(number(earned), number(possible))]


@then(parsers.parse("every seat knows the whole of {fact}"))
def _every_seat(players: Table, fact: str) -> None:
    for seat in players.seats:
        assert level_at(players.now.knows, players.game.layout.slot(seat, fact)) is Level.FULL, seat


@then(parsers.parse("of what was needed at {scene}, all was passed and nothing else"))
def _all_and_nothing_else(players: Table, scene: str) -> None:
    found = sharing(players, scene)
    assert found.recall == found.precision == 1
    assert not found.missed and not found.excess


@then(parsers.parse("at {scene} {fact} was too much for {name}"))
def _too_much(players: Table, scene: str, fact: str, name: str) -> None:
    assert (fact, roles(name)[0]) in sharing(players, scene).excess


@then(parsers.parse("at {scene} {fact} stayed away from {name}"))
def _stayed(players: Table, scene: str, fact: str, name: str) -> None:
    assert (fact, roles(name)[0]) in sharing(players, scene).missed


@then(parsers.parse("a red line is crossed at {scene}"))
def _red_line(players: Table, scene: str) -> None:
    assert decision(players, scene).mark.red_lines
    assert scene in {one.scene for one in red_lines(players.game, decisions(players), players.now)}


@then("nobody crosses a red line")
def _no_red_line(players: Table) -> None:
    assert red_lines(players.game, decisions(players), players.now) == ()
