"""What each decision lost: folded advice, the table's part, seats that left, one seat alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from scoring.marks import Exact
from scoring.scorecard import Scorecard
from simulator.family import invent
from simulator.play.cast import cast_of, spec_of
from simulator.play.game import Game
from simulator.play.moves import Bring, Choose, HandOver, Move, SendInject, Stand, StepOut, TakeAdvice, View
from simulator.solver.marked import fold, mark_play
from tests.unit.play.cases import ENDINGS, game_of

MEETING = """
first:
  decide:
    as: [teacher, gp, manager]
    question: Is there cause?
    advice:
      from: named doctor
      says: What would you want to know?
      takes: 1 hour
    meet:
      chair: manager
      bring: nothing
      options: enquire good, close poor (then: end)
second:
  if: clock before 10:00
  decide:
    as: teacher
    question: And now?
    options: ring good, wait poor
"""
INJECT = """\
injects:
  call:
    when: trainer
    say:
      - neighbour: I rang.
"""
SEATS = ("teacher", "gp", "manager")
BROUGHT = tuple(Bring("first", seat) for seat in SEATS)


def views(*options: str) -> tuple[Move, ...]:
    return tuple(View("first", seat, option) for seat, option in zip(SEATS, options, strict=True))


def card(game: Game, moves: tuple[Move, ...], role: str = "") -> Scorecard:
    """The table's, or that of one seat alone."""
    cast = cast_of(game.case, invent(spec_of(game.case), "1", date(2011, 9, 5)))
    return mark_play(game, cast, fold(game, SEATS, moves), role=role).card


def lost(game: Game, moves: tuple[Move, ...], role: str = "") -> dict[str, list[tuple[Exact, Exact]]]:
    """Scene and role -> own and the table's losses, in order."""
    found: dict[str, list[tuple[Exact, Exact]]] = {}
    for one in card(game, moves, role).decisions:
        assert one.loss is not None
        found.setdefault(f"{one.scene} {one.role}", []).append((one.loss, one.table_loss))
    return found


GAME = game_of(MEETING, rest=ENDINGS + INJECT)
NOTHING = (Fraction(0), Fraction(0))


def test_an_overruled_seat_that_was_right_loses_nothing_and_the_table_loses_what_was_closed_off() -> None:
    found = lost(GAME, (*BROUGHT, *views("enquire", "enquire", "close")))
    assert found == {
        "first teacher": [NOTHING, NOTHING],
        "first gp": [NOTHING, NOTHING],
        "first manager": [NOTHING, (Fraction(3), Fraction(3))],
    }


def test_a_seat_that_was_wrong_and_overruled_loses_only_its_own() -> None:
    found = lost(GAME, (*BROUGHT, *views("close", "enquire", "enquire"), Choose("second", "teacher", "wait")))
    assert found["first teacher"] == [NOTHING, (Fraction(3), Fraction(0))]
    assert found["second teacher"] == [(Fraction(3), Fraction(0))]


def test_what_advice_cost_goes_with_the_decision_of_whoever_took_it() -> None:
    moves = (*BROUGHT, TakeAdvice("first", "gp"), *views("enquire", "enquire", "enquire"))
    found = lost(GAME, moves)
    assert found["first gp"] == [NOTHING, (Fraction(3), Fraction(0))], (
        "by then it was ten, and the way was shut"
    )
    assert found["first manager"] == [NOTHING, NOTHING] and found["first teacher"] == [NOTHING, NOTHING]


def test_a_trainers_message_is_nobodys_loss() -> None:
    moves = (SendInject("call"), *BROUGHT, *views("enquire", "enquire", "enquire"))
    assert lost(GAME, (*moves, Choose("second", "teacher", "ring"))) == lost(
        GAME, (*moves[1:], SendInject("", ("gp",), "digest"), Choose("second", "teacher", "ring"))
    )


@pytest.mark.parametrize("leaving", [StepOut("teacher"), HandOver("teacher", played=False)])
def test_what_a_seat_that_left_could_have_earned_is_nobodys_loss(leaving: Move) -> None:
    found = lost(GAME, (*BROUGHT, *views("enquire", "enquire", "enquire"), leaving))
    assert found == {f"first {seat}": [NOTHING, NOTHING] for seat in SEATS}


def test_what_a_trainers_word_lost_is_the_tables() -> None:
    game = replace(game_of(MEETING.replace("chair: manager", "decided by: trainer")), trainer_present=True)
    found = lost(game, (*BROUGHT, *views("enquire", "enquire", "enquire"), Stand("first", "close")))
    assert found["first manager"] == [NOTHING, (Fraction(0), Fraction(3))]
    stood = (*BROUGHT, *views("enquire", "enquire", "close"), Stand("first", "enquire"))
    found = lost(game, (*stood, Choose("second", "teacher", "wait")))
    assert found["second teacher"] == [(Fraction(3), Fraction(0))]


def test_alone_a_seat_answers_for_its_own_and_the_others_do_as_they_did() -> None:
    moves = (*BROUGHT, *views("close", "enquire", "close"))
    assert lost(GAME, moves, "teacher") == {"first teacher": [NOTHING, (Fraction(3), Fraction(0))]}
    assert lost(GAME, moves, "manager") == {"first manager": [NOTHING, (Fraction(3), Fraction(0))]}


def test_alone_a_seat_could_reach_what_the_trainers_word_left_open() -> None:
    game = replace(game_of(MEETING.replace("chair: manager", "decided by: trainer")), trainer_present=True)
    moves = (*BROUGHT, *views("enquire", "enquire", "enquire"))
    assert card(game, (*moves, Stand("first", "close")), "teacher").space.best == 6
    open_still = (*moves, Stand("first", "enquire"), Choose("second", "teacher", "ring"))
    assert card(game, open_still, "teacher").space.best == 9


def test_alone_a_seat_is_not_charged_for_the_advice_another_took() -> None:
    moves = (TakeAdvice("first", "gp"), *BROUGHT, *views("enquire", "enquire", "enquire"))
    assert lost(GAME, moves, "teacher") == {"first teacher": [NOTHING, NOTHING]}
    assert lost(GAME, moves)["first gp"] == [(Fraction(3), Fraction(0)), NOTHING]
    assert card(GAME, moves[1:], "teacher").space.best == 9
    assert card(GAME, moves, "teacher").space.best == 6, "after that hour the second is out of reach"
