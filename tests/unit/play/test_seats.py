"""Seats: who plays, hand-over, stepping out; the rest acts by habit."""

from __future__ import annotations

from simulator.play.events import Decided, Ended, Seated
from simulator.play.marking import weighed
from simulator.play.moves import Bring, Choose, HandOver, SendInject, Stand, StepOut, View
from simulator.play.state import NO_ENDING
from simulator.play.step import start, step, waiting_for
from tests.unit.play.cases import ENDINGS, game_of, play

STORY = """
first:
  decide:
    as: teacher
    question: What now?
    options: wait poor, ring good
second:
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
INJECT = """\
injects:
  call:
    when: trainer
    to: [gp]
    say:
      - neighbour: I rang.
"""
GAME = game_of(STORY, rest=ENDINGS + INJECT)
BOTH = ("teacher", "gp")
RING, BRING = Choose("first", "teacher", "ring"), Bring("second", "teacher")


def test_only_played_seats_are_waited_for() -> None:
    for seats, waiting in ((BOTH, ("teacher",)), (("gp",), ("gp",)), (("teacher",), ("teacher",))):
        state, events = start(GAME, seats)
        assert waiting_for(GAME, state) == waiting
        habits = [event.move.role for event in events if isinstance(event, Decided)]
        assert habits == ([] if "teacher" in seats else ["teacher", "teacher"])
        assert all(event.by_habit for event in events if isinstance(event, Decided))


def test_with_nobody_at_the_table_the_case_plays_itself() -> None:
    state, events = start(GAME, ())
    assert state.ending != NO_ENDING and isinstance(events[-1], Ended)
    assert waiting_for(GAME, state) == ()
    assert weighed(GAME, GAME.expected, events) == ()


def test_a_seat_that_is_handed_over_acts_by_habit_at_once_and_can_be_taken_back() -> None:
    state, _ = start(GAME, BOTH)
    state, events = step(GAME, state, HandOver("teacher", played=False))
    assert isinstance(events[0], Seated) and not events[0].played and not events[0].stepped_out
    decided = [event for event in events if isinstance(event, Decided)]
    assert [(event.move, event.by_habit) for event in decided[:1]] == [(RING, True)]
    assert waiting_for(GAME, state) == ("gp",)
    back, events = step(GAME, state, HandOver("teacher", played=True))
    assert isinstance(events[0], Seated) and events[0].played
    assert waiting_for(GAME, back) == ("gp",), "its colleague has brought; the view is its own again"
    back, _ = step(GAME, back, Bring("second", "gp"))
    assert waiting_for(GAME, back) == ("teacher", "gp")


def test_stepping_out_in_the_middle_of_a_meeting_leaves_what_was_brought() -> None:
    state, _ = play(GAME, BOTH, (RING, Bring("second", "teacher", (("words", 2),))))  # type: ignore[arg-type]
    state, events = step(GAME, state, StepOut("teacher"))
    assert isinstance(events[0], Seated) and events[0].stepped_out
    state, events = step(GAME, state, Bring("second", "gp"))
    views = [event.move for event in events if isinstance(event, Decided) and event.by_habit]
    assert views == [View("second", "teacher", "enquire")]
    assert waiting_for(GAME, state) == ("gp",)


def test_the_decisions_of_a_seat_somebody_left_are_not_marked() -> None:
    """Stepping out never counts against anybody."""
    _, before = play(GAME, BOTH, (RING,))
    _, after = play(GAME, BOTH, (RING, StepOut("teacher")))
    marked = [one.move for one in weighed(GAME, GAME.expected, after)]
    assert marked == [one.move for one in weighed(GAME, GAME.expected, before)] == [RING]


def test_when_the_last_person_leaves_the_case_plays_itself_to_the_end() -> None:
    state, events = play(GAME, ("teacher",), (RING, StepOut("teacher")))
    assert state.ending != NO_ENDING and isinstance(events[-1], Ended)


def test_a_trainers_inject_changes_nothing_of_the_state() -> None:
    state, _ = start(GAME, BOTH)
    for move in (SendInject("call"), SendInject("call", ("teacher",)), SendInject("", ("gp",), "digest")):
        after, events = step(GAME, state, move)
        assert after == state and len(events) == 1
    end, _ = play(GAME, ("teacher",), (RING, StepOut("teacher")))
    assert step(GAME, end, SendInject("call"))[0] == end, "a message may come after the end"


def test_no_seat_waits_while_a_trainer_is_to_say_what_stands() -> None:
    from dataclasses import replace

    game = replace(game_of(STORY.replace("chair: gp", "decided by: trainer")), trainer_present=True)
    moves = (
        RING,
        BRING,
        Bring("second", "gp"),
        View("second", "gp", "close"),
        View("second", "teacher", "close"),
    )
    state, _ = play(game, BOTH, moves)
    assert waiting_for(game, state) == () and state.ending == NO_ENDING
    after, _ = step(game, state, StepOut("teacher"))
    assert waiting_for(game, after) == (), "whoever leaves now has given a view"
    after, _ = step(game, after, Stand("second", "enquire"))
    assert waiting_for(game, after) == ("gp",)


def test_what_a_seat_writes_down_is_said_as_far_as_it_knows_it() -> None:
    """A headline written down must not bring the whole fact with it (R10)."""
    from datetime import date

    from simulator.family import invent
    from simulator.play.cast import cast_of, spec_of
    from simulator.play.moves import Entry, Passing, Record, Share
    from simulator.play.transcript import transcribe

    game = game_of(
        """
pass_on:
  decide:
    as: gp
    question: What do you pass on?
    share:
      to: [manager]
write:
  decide:
    as: manager
    question: What goes down?
    record:
      items:
        reviews: {label: fact, where: file}
      places: {file: The file}
""",
        rest=ENDINGS,
    )
    cast = cast_of(game.case, invent(spec_of(game.case), "1", date(2011, 9, 5)))
    moves = (
        Share("pass_on", "gp", (Passing("reviews", "manager", 1),)),  # type: ignore[arg-type]
        Record("write", "manager", (Entry("reviews", "fact", "file"),)),
    )
    _, events = play(game, ("gp", "manager"), moves)
    said = [line.text for line in transcribe(game, cast, events) if line.kind == "decision"]
    assert "being treated for low mood" in said[-1] and "Tablets" not in said[-1]
