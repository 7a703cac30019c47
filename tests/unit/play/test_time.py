"""One clock, never back: what takes time, when scenes begin, and what falls together."""

from __future__ import annotations

from datetime import datetime

import pytest

from scoring.calendar import from_minutes, to_minutes
from simulator.play.events import Entered, Stamped
from simulator.play.step import start
from tests.unit.play.cases import HEAD, game_of, say

START = "2011-09-05 09:40"
PICK = """\
    as: teacher
    question: What now?
    options:
      ring:
        text: Ring.
{ring}      wait:
        text: Wait.
"""


def picking(ring: str = "", scene: str = "") -> str:
    """A first scene in which the teacher may ring; `ring` and `scene` add lines to option and scene."""
    return f"first:\n{scene}  decide:\n{PICK.format(ring=ring)}"


def takes(span: str) -> str:
    return f"        takes: {span}\n"


def at(minutes: int) -> str:
    return from_minutes(minutes).isoformat(" ", "minutes")


def after(ring: str = "", scene: str = "", then: str = "", head: str = HEAD) -> str:
    """When a case is over in which the teacher rings."""
    game = game_of(picking(ring, scene) + then, head=head)
    return at(say(game, ("teacher",), "first ring")[0].clock)


def test_a_case_begins_when_it_is_set() -> None:
    game = game_of(picking())
    assert at(start(game, ("teacher",))[0].clock) == START


@pytest.mark.parametrize(
    ("span", "end"),
    [
        ("20 minutes", "2011-09-05 10:00"),
        ("2 hours", "2011-09-05 11:40"),
        ("3 days", "2011-09-08 09:40"),
        ("1 week", "2011-09-12 09:40"),
        ("1 working days", "2011-09-06 09:00"),
        ("5 working days", "2011-09-12 09:00"),
    ],
)
def test_what_a_choice_takes(span: str, end: str) -> None:
    assert after(f"        takes: {span}\n") == end


@pytest.mark.parametrize(
    ("set_on", "end"),
    [
        ("2011-09-09 16:00", "2011-09-12 09:00"),
        ("2011-12-23 16:00", "2011-12-28 09:00"),
        ("2012-06-01 12:00", "2012-06-06 09:00"),
        ("2011-04-28 10:00", "2011-05-03 09:00"),
    ],
    ids=["over a weekend", "over Christmas", "over the Jubilee", "over the wedding"],
)
def test_working_days_leave_out_weekends_and_bank_holidays(set_on: str, end: str) -> None:
    head = HEAD.replace(START, set_on)
    assert after("        takes: 1 working days\n", head=head) == end


def test_an_options_own_time_wins_over_the_decisions() -> None:
    decision = "    takes: 5 hours\n"
    game = game_of(picking(takes("20 minutes")) + decision)
    assert at(say(game, ("teacher",), "first ring")[0].clock) == "2011-09-05 10:00"
    assert at(say(game, ("teacher",), "first wait")[0].clock) == "2011-09-05 14:40"


def test_a_scenes_own_time_passes_on_entering_it() -> None:
    assert after(scene="  takes: 30 minutes\n", ring="        takes: 20 minutes\n") == "2011-09-05 10:30"


@pytest.mark.parametrize(
    ("time", "begins"),
    [
        ("start", START),
        ("+4 hours", "2011-09-05 13:40"),
        ("+3 working days", "2011-09-08 09:00"),
        ("2011-09-06 13:30", "2011-09-06 13:30"),
        ("13:30", "2011-09-05 13:30"),
        ("09:00", START),
        ("2011-09-01 13:30", START),
    ],
    ids=["at the start", "later", "on a working day", "a date", "a time of the day", "past", "a past date"],
)
def test_when_a_scene_begins(time: str, begins: str) -> None:
    assert after(scene=f"  at: {time}\n") == begins


def test_a_time_of_the_day_is_of_the_day_the_clock_stands_at() -> None:
    then = "second:\n  at: 13:30\n"
    assert after("        takes: 1 day\n", then=then) == "2011-09-06 13:30"
    assert after("        takes: 30 hours\n", then=then) == "2011-09-06 15:40"


def test_the_time_after_is_counted_from_entering_the_scene() -> None:
    then = "second:\n  at: +4 hours\n  takes: 10 minutes\n"
    assert after("        takes: 2 hours\n", then=then) == "2011-09-05 15:50"


def test_the_time_of_a_scene_that_is_passed_over_does_not_pass() -> None:
    then = "second:\n  if: playing gp\n  at: +4 hours\n"
    assert after(then=then) == START


# --- slow colleagues -----------------------------------------------------------------------------------

SLOW = HEAD.replace("  gp: {agency: general practice, play: yes}", "  gp: {agency: x, if nobody plays: slow}")


@pytest.mark.parametrize(
    ("span", "end"),
    [("20 minutes", "2011-09-05 10:20"), ("1 working days", "2011-09-07 09:00")],
)
def test_a_slow_colleague_takes_twice_the_time(span: str, end: str) -> None:
    game = game_of(
        picking(takes(span)).replace("as: teacher", "as: gp"),
        head=SLOW,
    )
    assert at(start(game, ("teacher",))[0].clock) == end


ASKING = """
first:
  decide:
    as: manager
    question: Whom do you ask?
    takes: 1 hour
    ask:
      of: [gp, nurse]
      purposes:
        enquiry: To decide today.
"""


@pytest.mark.parametrize(
    ("asked", "end"),
    [("gp for enquiry", "11:40"), ("nurse for enquiry", "10:40"), ("nobody", "10:40")],
)
def test_asking_a_slow_colleague_takes_twice_the_time(asked: str, end: str) -> None:
    game = game_of(ASKING, head=SLOW)
    assert at(say(game, ("manager",), f"first ask {asked}")[0].clock) == f"2011-09-05 {end}"


def test_a_person_in_a_slow_seat_takes_the_time_it_takes() -> None:
    game = game_of(picking(takes("20 minutes")))
    slow = game_of(
        picking(takes("20 minutes")),
        head=HEAD.replace("school, play: yes", "school, play: yes, if nobody plays: slow"),
    )
    assert say(slow, ("teacher",), "first ring")[0].clock == say(game, ("teacher",), "first ring")[0].clock


# --- advice --------------------------------------------------------------------------------------------

ADVISED = """
first:
  decide:
    as: [teacher, manager]
    question: And now?
    takes: 30 minutes
    advice:
      from: named doctor
      says: What would you want to know?
      takes: 10 minutes
    meet:
      chair: manager
      bring: [words]
      options:
        enquire:
          text: Enquire.
        wait:
          text: Wait.
          takes: 45 minutes
"""


def test_advice_takes_its_minutes_once_however_many_ask_at_once() -> None:
    game = game_of(ADVISED)
    bring = "first teacher bring nothing\nfirst manager bring nothing\n"
    view = "first teacher view enquire\nfirst manager view enquire\n"
    asks = "first teacher advice\n", "first manager advice\n"
    for before, minutes in (("", 30), (asks[0], 40), ("".join(asks), 40)):
        end, _ = say(game, ("teacher", "manager"), before + bring + view)
        assert end.clock - game.case.set_on == minutes
    end, _ = say(game, ("teacher", "manager"), asks[0] + bring + asks[1] + view)
    assert end.clock - game.case.set_on == 40


def test_a_meeting_takes_the_time_of_what_stands_and_not_the_sum_of_its_seats() -> None:
    game = game_of(ADVISED)
    bring = "first teacher bring nothing\nfirst manager bring nothing\n"
    for view, minutes in (("enquire", 30), ("wait", 45)):
        words = f"{bring}first teacher view enquire\nfirst manager view {view}"
        assert say(game, ("teacher", "manager"), words)[0].clock - game.case.set_on == minutes


# --- milestones ----------------------------------------------------------------------------------------


def test_what_is_stamped_is_stamped_when_the_time_has_passed_and_the_first_stamp_stands() -> None:
    ring = "        takes: 20 minutes\n        milestone: concern_formed\n"
    then = "second:\n  takes: 1 hour\n  milestone: concern_formed\n"
    game = game_of(picking(ring, "  milestone: begun\n") + then)
    _, events = say(game, ("teacher",), "first ring")
    stamped = [
        (event.milestone, at(event.clock), event.role) for event in events if isinstance(event, Stamped)
    ]
    assert stamped == [("begun", START, ""), ("concern_formed", "2011-09-05 10:00", "teacher")]


def test_a_referral_is_received_at_the_end_of_its_time_and_stamped_by_its_route() -> None:
    game = game_of(
        """
        first:
          decide:
            as: teacher
            question: Do you refer?
            takes: 40 minutes
            milestone: told
            refer: {to: manager, level: [child in need], facts: [words]}
        """
    )
    end = to_minutes(datetime.fromisoformat("2011-09-05 10:20"))
    for route, names in (
        ("phone then writing", {"referral_received", "telephone_referral", "written_referral"}),
        ("phone only", {"referral_received", "telephone_referral"}),
        ("writing only", {"referral_received", "written_referral"}),
    ):
        _, events = say(game, ("teacher",), f"first refer child in need; {route}")
        stamps = {event.milestone: event.clock for event in events if isinstance(event, Stamped)}
        assert stamps == dict.fromkeys({*names, "told"}, end)
    _, events = say(game, ("teacher",), "first refer none")
    assert [event.milestone for event in events if isinstance(event, Stamped)] == ["told"]


def test_the_clock_never_goes_back() -> None:
    game = game_of(picking(takes("3 days")) + "second:\n  at: 2011-09-06 09:00\n")
    _, events = say(game, ("teacher",), "first ring")
    clocks = [event.clock for event in events if isinstance(event, Entered)]
    assert clocks == sorted(clocks)
