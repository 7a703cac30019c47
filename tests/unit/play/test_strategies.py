"""The words for a play without thought, kind by kind; and random ones that are drawn evenly."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from scoring.terms import Level
from simulator.play.forms import form_of
from simulator.play.legal import check_form
from simulator.play.moves import (
    Ask,
    Bring,
    Choose,
    DecisionMove,
    Entry,
    LookUp,
    Passing,
    Record,
    Refer,
    Share,
    View,
)
from simulator.play.step import step
from simulator.play.strategies import NAIVE, everything, first, longest, nothing, random_strategy
from tests.unit.play.cases import game_of
from tests.unit.play.test_refused import SCENES, SEATS, at
from tests.unit.solver.twin import filled_in

WHO = {"share": "gp", "look_up": "nurse"}
FULL = Level.FULL
SENT = (Passing("reviews", "manager", FULL), Passing("reviews", "nurse", FULL))
TOLD = (("mother", "tell"),)
WORDS = (Passing("words", "manager", FULL),)


def does(strategy: str, kind: str) -> DecisionMove:
    game, state = at(kind)
    return NAIVE[strategy](game, state, WHO.get(kind, "teacher"))


@pytest.mark.parametrize(
    ("kind", "move"),
    [
        ("options", Choose("options", "teacher", "ring")),
        ("share", Share("share", "gp", SENT, TOLD, "consent")),
        ("ask", Ask("ask", "teacher", (("gp", "enquiry"), ("nurse", "enquiry")), "consent")),
        ("refer", Refer("refer", "teacher", "immediate", "at once", "phone then writing", WORDS, TOLD)),
        ("record", Record("record", "teacher", (Entry("words", "fact", "file"),))),
        ("look_up", LookUp("look_up", "nurse", "ring", "right")),
        ("meet", Bring("meet", "teacher", (("words", FULL),))),
    ],
)
def test_everything(kind: str, move: DecisionMove) -> None:
    """First option; every fact, in full, to everyone; tell; first basis, purpose, place; no reason."""
    assert does("everything", kind) == does("first", kind) == move


@pytest.mark.parametrize(
    ("kind", "move"),
    [
        ("options", Choose("options", "teacher", "wait")),
        ("share", Share("share", "gp")),
        ("ask", Ask("ask", "teacher")),
        ("refer", Refer("refer", "teacher")),
        ("record", Record("record", "teacher")),
        ("look_up", LookUp("look_up", "nurse")),
        ("meet", Bring("meet", "teacher")),
    ],
)
def test_nothing(kind: str, move: DecisionMove) -> None:
    """Last option; nothing sent, asked, referred, written or searched."""
    assert does("nothing", kind) == move


def test_the_longest_text_and_of_equals_the_first() -> None:
    game = game_of(
        """
        first:
          decide:
            as: [teacher, gp]
            question: What now?
            meet:
              chair: gp
              options:
                short:
                  text: Ring.
                long:
                  text: Ring them now.
                also_long:
                  text: Write it down.
        """
    )
    from simulator.play.step import start

    state, _ = start(game, SEATS)
    assert longest(game, state, "teacher") == Bring("first", "teacher", (("words", FULL),))
    for seat in ("teacher", "gp"):
        state, _ = step(game, state, nothing(game, state, seat))
    assert longest(game, state, "gp") == View("first", "gp", "long")
    assert first(game, state, "gp") == everything(game, state, "gp") == View("first", "gp", "short")
    assert nothing(game, state, "gp") == View("first", "gp", "also_long")


@pytest.mark.parametrize("kind", SCENES)
def test_every_strategy_makes_legal_moves(kind: str) -> None:
    game, state = at(kind)
    role = WHO.get(kind, "teacher")
    for strategy in (*NAIVE.values(), *(random_strategy(seed) for seed in range(50))):
        move = strategy(game, state, role)
        if not isinstance(move, Choose):
            check_form(game, state, move)
        step(game, state, move)


DRAWS = 6_000


@pytest.mark.parametrize("kind", [kind for kind in SCENES if kind != "meet"])
def test_random_plays_draw_each_field_evenly(kind: str) -> None:
    """As often as the solver takes a guesser to: each way to fill in the form, by its weight."""
    game, state = at(kind)
    role = WHO.get(kind, "teacher")
    weights: Counter[DecisionMove] = Counter()
    for weight, move in filled_in(game, state, role):
        weights[move] += weight
    total = sum(weights.values())
    drawn = Counter(random_strategy(seed)(game, state, role) for seed in range(DRAWS))
    assert set(drawn) <= {move for move, weight in weights.items() if weight}
    for move, weight in weights.items():
        expected = Fraction(weight * DRAWS, total)
        assert abs(drawn[move] - expected) <= 6 * float(expected) ** 0.5 + 1, move


def test_the_same_seed_draws_the_same_and_another_does_not_always() -> None:
    game, state = at("refer")
    moves = [random_strategy(seed)(game, state, "teacher") for seed in range(30)]
    assert moves == [random_strategy(seed)(game, state, "teacher") for seed in range(30)]
    assert len(set(moves)) > 20
    assert form_of(game, state, "teacher") is form_of(game, state, "teacher")
