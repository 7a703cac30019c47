"""What the sentences about the marks of a whole play mean."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from pytest_bdd import parsers, then, when

from simulator.family import invent
from simulator.play.cast import Cast, cast_of, spec_of
from simulator.play.cited import clocks_of
from simulator.play.game import Game
from simulator.play.step import start, step, waiting_for
from simulator.play.strategies import NAIVE
from simulator.solver.marked import Marking, fold, mark_play
from simulator.solver.solution import solve
from tests.unit.play.table import Table, number

SHARES = {"under half": Fraction(1, 2), "under three quarters": Fraction(3, 4)}


def cast(game: Game) -> Cast:
    return cast_of(game.case, invent(spec_of(game.case), "7", date(2010, 5, 27)))


def marked(players: Table, role: str = "") -> Marking:
    play = fold(players.game, players.seats, players.moves)
    return mark_play(players.game, cast(players.game), play, role=role)


@when(parsers.parse("the table plays {how}"))
def _plays(players: Table, how: str) -> None:
    if how == "best":
        game, seats = players.game, players.seats
        clocks = clocks_of(game.case, game.rulebook, seats)
        for best in solve(game, game.expected, clocks, seats).best_line:
            players.make(best)
        return
    state, _ = start(players.game, players.seats)
    while waiting := waiting_for(players.game, state):
        move = NAIVE[how](players.game, state, waiting[0])
        players.make(move)
        state, _ = step(players.game, state, move)


@then(parsers.parse("the share of the best is {share}"))
def _share(players: Table, share: str) -> None:
    found = marked(players).card.points_of_best
    assert found is not None
    assert found == 1 if share == "all of it" else found < SHARES[share]


@then("the losses add up")
def _add_up(players: Table) -> None:
    _check(marked(players))


@then("the losses of each seat alone add up")
def _alone(players: Table) -> None:
    for role in players.seats:
        _check(marked(players, role))


def _check(marking: Marking) -> None:
    card = marking.card
    lost = sum((one.loss or 0 for one in card.decisions), Fraction(0)) + card.table_loss
    assert lost == card.space.best - card.earned


@then(
    parsers.re(
        r"(?P<name>C\d) has (?P<earned>[\d½]+) of (?P<possible>[\d½]+) as evidence, from (?P<scene>\w+)"
    )
)
def _evidence(players: Table, name: str, earned: str, possible: str, scene: str) -> None:
    shown = marked(players).card.competencies[name]
    assert (shown.earned, shown.possible, shown.decisions) == (number(earned), number(possible), (scene,))
    assert shown.evidenced


@then(parsers.re(r"(?P<name>C\d) is not evidenced"))
def _not_evidenced(players: Table, name: str) -> None:
    assert not marked(players).card.competencies[name].evidenced
