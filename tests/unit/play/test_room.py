"""What a trainer does to a room through the journal, and votes before a decision."""

from __future__ import annotations

import random
from datetime import date

import pytest

from simulator.errors import MoveRefused
from simulator.family import invent
from simulator.play.cast import Cast, cast_of, spec_of
from simulator.play.events import Boxed, Closed, Decided, Ended, Held, MovedOn, Voted, VotesOpened
from simulator.play.game import Game
from simulator.play.marking import weighed
from simulator.play.moves import (
    Bring,
    Choose,
    EndPlay,
    HandOver,
    Move,
    MoveOn,
    OpenVotes,
    Pause,
    Poll,
    SendInject,
    StepOut,
    Stops,
    TimeBox,
    View,
    Vote,
)
from simulator.play.room import PAUSED, is_paused, still_to_vote, voters
from simulator.play.state import NO_ENDING, State
from simulator.play.step import start, step, waiting_for
from simulator.play.strategies import NAIVE
from simulator.solver.marked import fold, mark_play
from tests.unit.play.cases import ENDINGS, game_of
from tests.unit.play.table import game_on

STORY = """
first:
  present: [teacher, gp]
  decide:
    as: teacher
    question: What now?
    options: wait poor, ring good
second:
  stop: What would you want to know?
  decide:
    as: [teacher, gp]
    question: And now?
    meet:
      chair: gp
      options: enquire good, close poor
third:
  decide:
    as: gp
    question: And now?
    options: ring good, wait poor
"""
GAME = game_of(STORY, rest=ENDINGS)
SEATS = ("teacher", "nurse", "gp")
RING = Choose("first", "teacher", "ring")


def after(*moves: Move, seats: tuple[str, ...] = SEATS) -> tuple[State, list[object]]:
    """The state after some moves, and everything that happened."""
    state, events = start(GAME, seats)
    happened: list[object] = list(events)
    for move in moves:
        state, events = step(GAME, state, move)
        happened += events
    return state, happened


def refused(state: State, move: Move) -> str:
    with pytest.raises(MoveRefused) as told:
        step(GAME, state, move)
    return told.value.title


def test_a_paused_room_decides_nothing_and_goes_on_where_it_was() -> None:
    state, _ = after(Pause(True))
    assert is_paused(state) and waiting_for(GAME, state) == ("teacher",)
    assert refused(state, RING) == "The room is paused"
    again, events = step(GAME, state, Pause(True))
    assert again == state and events == []
    state, events = step(GAME, state, Pause(False))
    assert [type(event) for event in events] == [Held] and state == after()[0]
    assert step(GAME, state, RING)[0] == after(RING)[0]


def test_in_a_pause_the_trainer_may_write_and_people_may_leave() -> None:
    state, _ = after(Pause(True))
    for move in (SendInject("", ("gp",)), StepOut("gp"), HandOver("nurse", False), TimeBox(5)):
        assert is_paused(step(GAME, state, move)[0])


def test_a_room_that_stops_pauses_at_the_discussion_point_and_nowhere_else() -> None:
    state, _ = after(Stops(True))
    assert not is_paused(state)
    state, events = step(GAME, state, RING)
    assert is_paused(state) and events[-1] == Held(True, True, state.clock)
    assert refused(state, Bring("second", "gp")) == "The room is paused"
    state, _ = step(GAME, state, Pause(False))
    state, _ = step(GAME, state, Bring("second", "gp"))
    assert not is_paused(state)
    there, _ = after(RING)
    assert is_paused(step(GAME, there, Stops(True))[0])
    assert not is_paused(after(Stops(True), Stops(False), RING)[0])


def test_a_time_box_is_said_and_changes_nothing() -> None:
    state, happened = after(TimeBox(10))
    assert state == after()[0] and happened[-1] == Boxed(10, state.clock)
    assert refused(state, TimeBox(481)) == refused(state, TimeBox(-1)) == "Not a time box"


def test_a_quiet_table_is_moved_on_as_colleagues_would_and_nobody_is_marked_for_it() -> None:
    state, happened = after(MoveOn("first"))
    assert [event.roles for event in happened if isinstance(event, MovedOn)] == [("teacher",)]
    assert state._replace(part=after(RING)[0].part) == after(RING)[0], "by the book the teacher rings"
    assert weighed(GAME, GAME.expected, happened) == ()  # type: ignore[arg-type]
    state, _ = step(GAME, state, MoveOn("second"))
    assert state.part.viewing and state.part.acted == 0
    state, _ = step(GAME, state, MoveOn("second"))
    assert waiting_for(GAME, state) == ("gp",)
    assert refused(state, MoveOn("second")) == "The room has moved on"


def test_the_trainer_ends_the_play_and_the_room_is_open_again() -> None:
    state, happened = after(Pause(True), EndPlay())
    assert state.ending != NO_ENDING and not state.room & PAUSED
    assert [type(event) for event in happened[-2:]] == [Closed, Ended]
    assert refused(state, EndPlay()) == refused(state, RING) == "The case has ended"


def test_votes_are_sealed_until_everybody_who_is_asked_has_voted() -> None:
    state, _ = after(Poll("present"))
    assert voters(GAME, state) == ("teacher", "gp")
    assert refused(state, RING) == "Votes first"
    state, events = step(GAME, state, Vote("first", "gp", "wait"))
    assert events == [Voted("gp", 0, state.clock)] and still_to_vote(GAME, state) == ("teacher",)
    assert refused(state, Vote("first", "gp", "ring")) == "No vote is asked for"
    assert refused(state, Vote("first", "nurse", "ring")) == "No vote is asked for"
    assert refused(state, Vote("first", "teacher", "fly")) == "No such option"
    state, events = step(GAME, state, Vote("first", "teacher", "ring"))
    opened = next(event for event in events if isinstance(event, VotesOpened))
    assert opened.votes == (("teacher", "ring"), ("gp", "wait")) and set(opened.to) == {"teacher", "gp"}
    assert refused(state, Vote("first", "teacher", "ring")) == "The votes are open"
    state, _ = step(GAME, state, RING)
    assert state.part.votes == () and state.clock == after(RING)[0].clock


def test_the_whole_table_votes_where_it_is_asked_and_who_leaves_is_not_waited_for() -> None:
    state, _ = after(Poll("table"))
    assert voters(GAME, state) == SEATS
    for role in ("gp", "teacher"):
        state, _ = step(GAME, state, Vote("first", role, "ring"))
    assert refused(state, RING) == "Votes first"
    state, events = step(GAME, state, StepOut("nurse"))
    assert any(isinstance(event, VotesOpened) for event in events)
    step(GAME, state, RING)


def test_the_trainer_opens_the_votes_that_are_in() -> None:
    state, _ = after(Poll("table"), Vote("first", "gp", "ring"))
    state, events = step(GAME, state, OpenVotes("first"))
    assert events == [VotesOpened(0, (("gp", "ring"),), ("gp", "teacher", "nurse"), state.clock)]
    assert refused(state, OpenVotes("first")) == "No votes to open"
    step(GAME, state, RING)


def test_nobody_votes_where_one_is_alone_where_a_form_is_filled_in_or_in_a_meeting() -> None:
    alone, _ = after(Poll("table"), seats=("teacher",))
    assert voters(GAME, alone) == ()
    meeting, _ = after(Poll("nobody"), RING, Poll("table"))
    assert voters(GAME, meeting) == ()
    assert refused(meeting, Poll("everybody")) == "Nobody is called that"


ASIDES: list[Move] = [Pause(True), Pause(False), Stops(True), Stops(False), TimeBox(3), SendInject("")]
EVERYTHING = game_on(date(2026, 9, 1))


def random_play(game: Game, draw: random.Random) -> tuple[list[Move], list[Move]]:
    """A play with a trainer's asides, and the same play without them."""
    state, _ = start(game, game.case.playable)
    led: list[Move] = []
    bare: list[Move] = []
    while state.ending == NO_ENDING:
        aside = Pause(False) if is_paused(state) else draw.choice([None, None, *ASIDES])
        if aside is not None:
            state, _ = step(game, state, aside)
            led.append(aside)
            continue
        role = waiting_for(game, state)[0]
        move: Move = NAIVE[draw.choice(["first", "longest", "everything"])](game, state, role)
        if draw.random() < 0.1:
            move = MoveOn(game.scenes[state.scene].scene.id)
        state, _ = step(game, state, move)
        led.append(move)
        bare.append(move)
    return led, bare


@pytest.mark.parametrize("seed", range(12))
def test_asides_change_nothing_of_the_story(seed: int) -> None:
    led, bare = random_play(EVERYTHING, random.Random(seed))
    assert len(led) > len(bare)
    one = fold(EVERYTHING, EVERYTHING.case.playable, led)
    other = fold(EVERYTHING, EVERYTHING.case.playable, bare)
    assert one.end._replace(room=0) == other.end
    decided = [
        [(event.move, event.by_habit) for event in play.all_events if isinstance(event, Decided)]
        for play in (one, other)
    ]
    assert decided[0] == decided[1]


def test_a_play_that_was_led_can_be_marked() -> None:
    moves: list[Move] = [
        Poll("present"),
        Vote("first", "gp", "wait"),
        Pause(True),
        Pause(False),
        Vote("first", "teacher", "ring"),
        RING,
        TimeBox(5),
        MoveOn("second"),
        View("second", "gp", "close"),
        View("second", "teacher", "enquire"),
    ]
    play = fold(GAME, SEATS, moves)
    marking = mark_play(GAME, _cast(), play)
    assert [one.role for one in marking.card.decisions] == ["teacher", "gp", "teacher"]
    assert marking.card.space.exact
    ended = fold(GAME, SEATS, [RING, EndPlay()])
    assert len(mark_play(GAME, _cast(), ended).card.decisions) == 1


def _cast() -> Cast:
    return cast_of(GAME.case, invent(spec_of(GAME.case), "1", date(2011, 9, 5)))
