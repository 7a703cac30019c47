"""Meetings: sealed until all are in, the pool, views, what stands, dissent."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from scoring.evidence import ShareEvidence
from scoring.terms import Level
from simulator.errors import MoveRefused
from simulator.play.cast import Cast
from simulator.play.events import Passed, Stood
from simulator.play.forms import BringForm, ViewForm, form_of
from simulator.play.game import Game
from simulator.play.marking import Weighed, weighed
from simulator.play.moves import Bring, Move, Stand, View
from simulator.play.state import NO_ENDING, State
from simulator.play.step import start, step, waiting_for
from simulator.play.transcript import transcribe
from tests.unit.play.cases import HEAD, game_of, knows, play, say

SEATS = ("teacher", "gp", "manager")
MEET = """
first:
  decide:
    as: [teacher, gp, manager]
    question: Is there cause?
    meet:
      {how}
      options:
        enquire:
          text: Enquire.
          grade: good
          mark: enquired
        assess:
          text: Assess.
          grade: acceptable
          mark: assessed
        close:
          text: Close.
          grade: poor
          mark: closed
      dissent:
        proof: There is too little on the table.
        child: Nobody has asked her.
"""
REST = """\
endings:
  enquired:
    when: marked enquired
    text: So.
  assessed:
    when: marked assessed
    text: So.
  closed: So.
"""


def meeting(how: str = "chair: manager", head: str = HEAD) -> Game:
    return game_of(MEET.format(how=how.replace("\n", "\n      ")), head=head, rest=REST)


def bring(role: str, *given: tuple[str, Level]) -> Bring:
    return Bring("first", role, given)


def view(role: str, option: str, dissent: str = "") -> View:
    return View("first", role, option, dissent)


BROUGHT = (
    bring("teacher", ("words", Level.FULL)),
    bring("gp", ("reviews", Level.HEADLINE)),
    bring("manager"),
)
VIEWS = (view("teacher", "close", "proof"), view("gp", "assess"), view("manager", "enquire"))


def facts_offered(game: Game, state: State, seat: str) -> list[str]:
    form = form_of(game, state, seat)
    assert isinstance(form, BringForm)
    return [one.fact for one in form.facts]


# --- bringing ------------------------------------------------------------------------------------------


def test_what_is_brought_stays_sealed_until_every_seat_has_brought() -> None:
    game = meeting()
    state, events = play(game, SEATS, BROUGHT[:2])
    assert waiting_for(game, state) == ("manager",)
    assert knows(game, state, "manager", "words") == knows(game, state, "teacher", "reviews") == 0
    assert not any(isinstance(event, Passed) for event in events)
    state, events = step(game, state, BROUGHT[2])
    assert [(event.fact, event.to, event.level) for event in events if isinstance(event, Passed)] == [
        ("words", "gp", Level.FULL),
        ("words", "manager", Level.FULL),
        ("reviews", "teacher", Level.HEADLINE),
        ("reviews", "manager", Level.HEADLINE),
    ]
    assert knows(game, state, "manager", "words") == 2
    assert knows(game, state, "gp", "reviews") == 2, "a headline takes nothing from who knows the whole"
    assert knows(game, state, "nurse", "words") == 0, "only the seats hear it"
    assert isinstance(form_of(game, state, "gp"), ViewForm)


def test_any_order_of_seats_gives_the_same_state() -> None:
    game = meeting()
    ends = set()
    for brought in permutations(BROUGHT):
        for views in permutations(VIEWS):
            ends.add(play(game, SEATS, (*brought, *views))[0])
    assert len(ends) == 1


def test_a_seat_may_bring_what_it_holds_and_what_it_knows_of_those_who_are_not_there() -> None:
    told = "before: {tells: {teacher: [reviews, clinic]}}\n"
    game = game_of(told + MEET.format(how="chair: manager"), rest=REST)
    state, _ = start(game, SEATS)
    offered = {seat: facts_offered(game, state, seat) for seat in SEATS}
    assert offered == {"teacher": ["words", "clinic"], "gp": ["reviews"], "manager": []}, (
        "the doctor is there to bring the reviews; the nurse is not there to bring the clinic"
    )


def test_only_what_may_be_brought_is_offered() -> None:
    for how, offered in (("bring: nothing", []), ("bring: [words]", ["words"]), ("bring: [reviews]", [])):
        game = meeting(f"chair: manager\n{how}")
        assert facts_offered(game, start(game, SEATS)[0], "teacher") == offered


def cells_of(one: Weighed) -> list[tuple[str, str]]:
    assert isinstance(one.evidence, ShareEvidence)
    return [(cell.fact, cell.to) for cell in one.evidence.cells]


def test_each_seat_is_marked_for_what_it_holds_first_hand_and_another_seat_needs() -> None:
    told = "before: {tells: {teacher: [clinic], manager: [words]}}\n"
    game = game_of(told + MEET.format(how="chair: manager"), rest=REST)
    _, events = play(game, SEATS, (bring("teacher"), bring("gp"), bring("manager")))
    marked = {one.move.role: one for one in weighed(game, game.expected, events)}
    cells = {role: cells_of(one) for role, one in marked.items()}
    assert cells == {"teacher": [("words", "the meeting")], "gp": [("reviews", "the meeting")], "manager": []}
    assert marked["teacher"].mark.earned == 0, (
        "the manager had heard it before; the meeting starts from nothing"
    )
    assert marked["manager"].mark.earned == 3, "who holds nothing first-hand has nothing to bring"


@pytest.mark.parametrize(
    ("fact", "how", "earned", "lines"),
    [
        ("    needed by: [manager]\n", "", 3, 0),
        ("    needed by: [teacher]\n", "", 0, 0),
        ("    needed by: [nurse]\n", "", 0, 0),
        ("    needed by: [nurse]\n", "restricted: [words]", 3, 0),
        ("    needed by: [nurse]\n    may know: [gp, manager]\n", "", 3, 0),
        ("    needed by: [nurse]\n    may know: [gp]\n", "", 0, 0),
        ("    needed by: [manager]\n    never to: [gp]\n", "", 3, 1),
    ],
    ids=[
        "needed",
        "by the seat itself",
        "not here",
        "restricted",
        "all may know",
        "some may know",
        "never to one",
    ],
)
def test_the_meeting_as_one_recipient(fact: str, how: str, earned: int, lines: int) -> None:
    """It needs the most any other seat needs, and may not hear what one of them must never hear."""
    head = HEAD.replace("    needed by: [manager]\n", fact, 1)
    game = meeting(f"chair: manager\n{how}".strip(), head)
    _, events = play(game, SEATS, BROUGHT)
    marked = next(one for one in weighed(game, game.expected, events) if one.move.role == "teacher")
    assert (marked.mark.earned, len(marked.mark.red_lines)) == (earned, lines)


# --- views ---------------------------------------------------------------------------------------------


def decided(game: Game, *options: str, seats: tuple[str, ...] = SEATS) -> str:
    views = tuple(view(seat, option) for seat, option in zip(SEATS, options, strict=True))
    end, _ = play(game, seats, (*BROUGHT, *views))
    return game.ending_ids[end.ending]


@pytest.mark.parametrize(
    ("how", "options", "stands"),
    [
        ("chair: manager", ("close", "close", "enquire"), "enquired"),
        ("decided by: chair\nchair: teacher", ("close", "enquire", "enquire"), "closed"),
        ("decided by: majority\nchair: manager", ("close", "close", "enquire"), "closed"),
        ("decided by: majority\nchair: manager", ("close", "assess", "enquire"), "enquired"),
        ("decided by: majority", ("close", "close", "enquire"), "closed"),
        ("decided by: majority", ("close", "assess", "close"), "closed"),
        ("decided by: majority", ("close", "assess", "enquire"), "enquired"),
        ("decided by: trainer\nchair: manager", ("close", "close", "enquire"), "enquired"),
        ("decided by: trainer", ("close", "close", "enquire"), "closed"),
    ],
    ids=[
        "the chair's view stands",
        "whoever chairs",
        "by majority",
        "views that are level: the chair's",
        "nobody chairs",
        "nobody chairs, any order",
        "nobody chairs and views are level: the first in the file",
        "no trainer there: the chair's",
        "no trainer and no chair: the majority's",
    ],
)
def test_what_stands(how: str, options: tuple[str, str, str], stands: str) -> None:
    assert decided(meeting(how), *options) == stands


def test_views_stay_sealed_and_are_graded_each_for_itself() -> None:
    game = meeting()
    state, events = play(game, SEATS, (*BROUGHT, *VIEWS[:2]))
    assert not any(isinstance(event, Stood) for event in events)
    assert waiting_for(game, state) == ("manager",)
    _, after = step(game, state, VIEWS[2])
    marks = {one.move.role: one.mark.earned for one in weighed(game, game.expected, (*events, *after))[3:]}
    assert marks == {"teacher": 0, "gp": 2, "manager": 3}


def test_who_differs_may_have_it_recorded_and_who_agrees_has_nothing_to_record() -> None:
    _, events = play(meeting(), SEATS, (*BROUGHT, *VIEWS))
    assert [event.dissents for event in events if isinstance(event, Stood)] == [(("teacher", "proof"),)]
    agreeing = (view("teacher", "enquire", "proof"), VIEWS[1], VIEWS[2])
    _, events = play(meeting(), SEATS, (*BROUGHT, *agreeing))
    assert [event.dissents for event in events if isinstance(event, Stood)] == [()]


def test_a_view_that_differs_is_recorded_under_the_name_of_whose_it_is() -> None:
    game = meeting()
    _, events = play(game, SEATS, (*BROUGHT, *VIEWS))
    cast = Cast({}, {"teacher": "Ms Field, class teacher"})
    (line,) = [one for one in transcribe(game, cast, events) if one.kind == "dissent"]
    assert line.name == "Ms Field, class teacher" and line.text.startswith(
        "A view that differs is recorded: "
    )


def test_colleagues_bring_and_think_before_anybody_else() -> None:
    game = meeting("chair: gp")
    state, _ = start(game, ("teacher",))
    assert waiting_for(game, state) == ("teacher",)
    end, _ = say(game, ("teacher",), "first bring words\nfirst view close")
    assert game.ending_ids[end.ending] == "enquired", "the doctor, by the book, enquires"
    assert knows(game, end, "teacher", "reviews") == 1


# --- a trainer -----------------------------------------------------------------------------------------


def waiting_for_the_trainer(how: str = "decided by: trainer\nchair: manager") -> tuple[Game, State]:
    game = replace(meeting(how), trainer_present=True)
    return game, play(game, SEATS, (*BROUGHT, *VIEWS))[0]


def test_a_trainer_who_is_there_says_what_stands() -> None:
    game, state = waiting_for_the_trainer()
    assert (waiting_for(game, state), state.ending) == ((), NO_ENDING)
    for option, ending in (("enquire", "enquired"), ("close", "closed")):
        end, events = step(game, state, Stand("first", option))
        assert game.ending_ids[end.ending] == ending
        differing = 1 if option == "enquire" else 0
        assert [len(event.dissents) for event in events if isinstance(event, Stood)] == [differing]


def test_a_trainer_does_not_overrule_a_chair() -> None:
    game, state = waiting_for_the_trainer("chair: manager")
    assert game.ending_ids[state.ending] == "enquired"


@pytest.mark.parametrize(
    "moves", [(), BROUGHT, (*BROUGHT, *VIEWS[:2])], ids=["at once", "brought", "one view out"]
)
def test_nothing_stands_before_every_view_is_in(moves: tuple[Move, ...]) -> None:
    game = replace(meeting("decided by: trainer\nchair: manager"), trainer_present=True)
    state, _ = play(game, SEATS, moves)
    with pytest.raises(MoveRefused, match="not ready"):
        step(game, state, Stand("first", "enquire"))


def test_a_trainer_cannot_say_what_is_no_option_or_what_the_chair_decides() -> None:
    game, state = waiting_for_the_trainer()
    with pytest.raises(MoveRefused, match="cannot be set from outside"):
        step(game, state, Stand("first", "fly"))
    chaired = meeting("chair: manager")
    before, _ = play(chaired, SEATS, (*BROUGHT, *VIEWS[:2]))
    with pytest.raises(MoveRefused):
        step(chaired, before, Stand("first", "enquire"))
