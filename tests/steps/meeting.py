"""What the sentences about meetings mean."""

from __future__ import annotations

import random

import pytest
from pytest_bdd import parsers, then, when

from simulator.play.colleagues import habit_move
from simulator.play.events import Stood
from simulator.play.moves import Bring, View
from simulator.play.spoken import listed, parse
from simulator.play.state import NO_ENDING, State
from simulator.play.step import step, waiting_for
from simulator.play.strategies import everything
from tests.unit.play.table import Table, decisions, number, roles


@pytest.fixture
def ends() -> set[State]:
    """The states that plays in different orders came to."""
    return set()


@when(parsers.parse("all but {name} bring what they know"))
def _all_but(players: Table, name: str) -> None:
    last = roles(name)[0]
    for role in players.game.roles:
        if role in waiting_for(players.game, players.now) and role != last:
            players.make(habit_move(players.game, players.now, role))


@when("the seats bring and give their views in every order")
def _every_order(players: Table, ends: set[State]) -> None:
    """Forty orders of 14,400: each seat brings all it can and takes the first view."""
    for seed in range(40):
        draw, state = random.Random(seed), players.now
        while state.ending == NO_ENDING and waiting_for(players.game, state):
            role = draw.choice(waiting_for(players.game, state))
            move = everything(players.game, state, role)
            if not isinstance(move, Bring | View):
                break
            state, _ = step(players.game, state, move)
        ends.add(state)


@then("it always ends the same")
def _same(ends: set[State]) -> None:
    assert len(ends) == 1


@when(parsers.parse("the views are: {views}"))
def _views(players: Table, views: str) -> None:
    for words in views.split(", "):
        role, _, view = words.partition(" ")
        players.make(parse(players.game, players.now, (role,), f"view {view}"))
    assert players.refused is None, players.refused


@when(parsers.parse("the gp is quick: {words}"))
def _quick(players: Table, words: str) -> None:
    spoken = listed(words)[0].words.partition(" ")[2]
    players.make(parse(players.game, players.now, waiting_for(players.game, players.now), spoken))


@then(parsers.parse("{name} differs for the record: {code}"))
def _differs(players: Table, name: str, code: str) -> None:
    stood = next(event for event in players.events if isinstance(event, Stood))
    assert (roles(name)[0], code) in stood.dissents


@then(parsers.re(r"(?P<name>.+) earns (?P<earned>[\d½]+) of (?P<possible>[\d½]+) for their view"))
def _view_earns(players: Table, name: str, earned: str, possible: str) -> None:
    found = [
        one for one in decisions(players) if isinstance(one.move, View) and one.move.role == roles(name)[0]
    ]
    assert [(one.mark.earned, one.mark.possible) for one in found] == [(number(earned), number(possible))]
