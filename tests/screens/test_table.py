"""A table round one screen: who sits where, what each would do, when the laptop goes round."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion

from simulator.play.events import VotesOpened
from simulator.play.forms import OptionsForm, ViewForm
from simulator.play.moves import Choose, Poll, View, Vote
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE
from simulator.terminal.desk.model import Learner, SignIn
from simulator.terminal.room.round import (
    AGAIN,
    DECIDING,
    NEXT,
    STRAIGHT,
    Round,
    Settled,
    begin_round,
    can_vote,
    go,
    press,
)
from simulator.terminal.room.round_draft import as_draft, resumed_round
from simulator.terminal.room.round_view import view_of_round
from simulator.terminal.room.seating import (
    Seated,
    with_observer,
    with_scribe,
    with_seat,
    without_observer,
    without_seat,
)
from simulator.terminal.room.seats import Seats, seen
from simulator.terminal.room.table import Table, heard_alone, needs_curtain, unread
from simulator.terminal.screens.room import Phase
from tests.screens.driver import CASES, EVERYTHING, TO_THE_ROOM, Driver, driven, options
from tests.screens.memory import MemoryAttempt, MemoryDesk
from tests.screens.world import attempt_of, seats_at

SEATS = ("class_teacher", "school_nurse", "gp", "social_work_manager", "police")


def through(attempt: MemoryAttempt, scene: str) -> Seats:
    """The table at a scene, played there without thought."""
    seats = seats_at()
    seats.attempt = attempt
    for number in range(100):
        if attempt.game.scenes[attempt.state.scene].scene.id == scene:
            return seats
        role = waiting_for(attempt.game, attempt.state)[0]
        attempt.play(NAIVE["everything"](attempt.game, attempt.state, role), str(number), role)
    raise AssertionError(scene)


def voted(round_: Round, *options: str) -> Round:
    for option in options:
        outcome = press(round_, option)
        assert isinstance(outcome, Round)
        round_ = outcome
    return round_


def names(role: str) -> str:
    return role


def test_nobody_sees_a_vote_before_everybody_has_voted() -> None:
    seats = seats_at()
    round_ = begin_round(seats.turn("class_teacher"), SEATS)
    for number, seat in enumerate(SEATS):
        view = view_of_round(round_, names)
        assert seat in view.said[0] and view.part == f"vote {number + 1} of 5"
        assert not any(item.mark or item.before for item in view.items)
        round_ = voted(round_, "wait" if seat == "gp" else "listen")
    marks = {item.id: item.mark for item in view_of_round(round_, names).items}
    assert (marks["listen"], marks["wait"], marks["promise"]) == ("4 votes", "1 vote", "0 votes")


def test_who_differs_can_say_why_before_the_decision_is_made() -> None:
    round_ = voted(begin_round(seats_at().turn("class_teacher"), SEATS), *(["listen"] * 4), "wait")
    outcome = press(round_, "listen")
    assert isinstance(outcome, Round) and outcome.differing == ("police",)
    asked = press(outcome, "police")
    assert isinstance(asked, Round) and asked.asking == "police"
    assert view_of_round(asked, names).entry is not None
    said = go(asked, NEXT, "She is bright and clean.")
    assert isinstance(said, Round)
    settled = go(said, NEXT)
    assert isinstance(settled, Settled)
    assert settled.option == "listen" and settled.differs == {"police": "She is bright and clean."}
    taken_back = press(said, "police")
    assert isinstance(taken_back, Round) and not taken_back.differs


def test_all_of_one_mind_are_asked_nothing_more_and_a_round_can_be_left_out_or_begun_again() -> None:
    first = begin_round(seats_at().turn("class_teacher"), SEATS)
    assert press(voted(first, *(["wait"] * 5)), "wait") == Settled("wait", dict.fromkeys(SEATS, "wait"), {})
    assert go(first, STRAIGHT) == Settled("", {}, {})
    assert go(voted(first, "wait", "listen"), AGAIN) == first


def test_the_views_of_a_meeting_are_given_in_one_round_and_say_what_stands() -> None:
    seats = through(attempt_of(), "discussion")
    attempt = seats.attempt
    assert isinstance(attempt, MemoryAttempt)
    number = 0
    while not attempt.state.part.viewing:
        role = waiting_for(attempt.game, attempt.state)[0]
        assert needs_curtain(seats, seats.turn(role)) or not seats.turn(role).form
        attempt.play(NAIVE["everything"](attempt.game, attempt.state, role), f"b{number}", role)
        number += 1
    voters = waiting_for(attempt.game, attempt.state)
    turn = seats.turn(voters[0])
    assert isinstance(turn.form, ViewForm) and can_vote(turn) and not needs_curtain(seats, turn)
    options_ = [option.id for option in turn.form.options]
    kind = turn.decision.kind
    chair = getattr(kind, "chair", "") or voters[0]
    round_ = begin_round(turn, voters)
    for seat in voters:
        round_ = voted(round_, options_[0] if seat == chair else options_[1])
    assert round_.joint == options_[0] and set(round_.differing) == set(voters) - {chair}
    settled = go(round_, NEXT)
    assert isinstance(settled, Settled)
    for seat, option in settled.votes.items():
        attempt.play(View("discussion", seat, option), f"v{seat}", seat)
    assert not attempt.state.part.viewing


def test_the_laptop_goes_round_only_where_something_is_one_seats_own() -> None:
    seats = seats_at()
    assert isinstance(seats.turn("class_teacher").form, OptionsForm)
    assert not needs_curtain(seats, seats.turn("class_teacher"))
    at_the_record = through(attempt_of(), "on_paper")
    turn = at_the_record.turn("class_teacher")
    assert needs_curtain(at_the_record, turn)
    at_the_record.roles = ("class_teacher",)
    assert not needs_curtain(at_the_record, turn)
    asking = through(attempt_of(), "ring_round")
    assert not needs_curtain(asking, asking.turn("social_work_manager"))


def test_what_came_for_one_seat_alone_waits_for_it_and_is_not_said_in_the_open() -> None:
    seats = through(attempt_of(), "ring_round")
    seats.catch_up()
    assert unread(seats, "social_work_manager", 0) and not unread(seats, "police", 0)
    assert not unread(seats, "social_work_manager", len(seats.lines))
    assert not any("now knows" in line.text for line in seen(seats, "social_work_manager", private=False))


def sit_down(driver: Driver) -> None:
    driver.click("Practise without")
    for seat, name in (("1", "Amira"), ("3", "Jo")):
        driver.press(seat)
        driver.paste(name)
        driver.press("enter")


def test_a_table_sits_down_votes_and_decides(picture: SnapshotAssertion) -> None:
    desk = MemoryDesk((CASES,))
    with driven(options(EVERYTHING, table="Table"), desk=desk) as driver:
        sit_down(driver)
        assert picture(name="seats") == driver.text + "\n"
        driver.press("tab", "enter")
        assert picture(name="vote") == driver.text + "\n"
        attempt = next(iter(desk.attempts.values()))[0]
        assert attempt.moves == [Poll("table")]
        driver.press("3", "3", "1", "3", "3")
        assert picture(name="together") == driver.text + "\n"
        driver.press("3")
        assert (
            "The table decides: Say that she was right" in driver.said
            and "Jo, the family doctor" in driver.said
        )
        driver.press("1")
        driver.paste("Her mother is easy to talk to.")
        driver.press("enter")
        assert "[x]" in driver.text
        driver.press("f2")
        assert "Before you decide, read it once more" in driver.said and len(attempt.moves) == 1
        driver.press("enter", "enter")
        *votes, choice = attempt.moves[1:]
        assert [type(move) for move in votes] == [Vote] * 5 and isinstance(choice, Choose)
        assert list(attempt.words.values()) == ["Her mother is easy to talk to."]
        assert any(isinstance(event, VotesOpened) for event in attempt.events)
        assert "Pass the laptop to Amira, the teacher" in driver.said
        assert driver.room.phase is Phase.CURTAIN
    assert Table().asks_round


def test_votes_are_there_after_a_closed_window_until_the_decision_is_made() -> None:
    desk = MemoryDesk((CASES,))
    with driven(options(EVERYTHING, table="Table"), desk=desk) as driver:
        driver.press("3", *TO_THE_ROOM, "3", "1")
        attempt = next(iter(desk.attempts.values()))[0]
    again = options(EVERYTHING, attempt=attempt.id)
    with driven(again, desk=desk) as driver:
        assert "vote 3 of 5" in driver.text and attempt.moves == [Poll("table")]
        driver.press("3", "3", "3", "3", "1")
        driver.paste("He is five.")
        driver.press("enter")
    with driven(again, desk=desk) as driver:
        assert "The table decides: Say that she was right" in driver.said and "[x]" in driver.text
        driver.press("f2", "enter", "enter")
        assert [move.option for move in attempt.moves if isinstance(move, Vote)] == [
            *("listen", "ring_home"),
            *["listen"] * 3,
        ]
        assert list(attempt.words.values()) == ["He is five."]


def test_a_round_that_was_kept_fits_those_who_are_still_asked() -> None:
    turn = seats_at().turn("class_teacher")
    begun = voted(begin_round(turn, SEATS), *(["listen"] * 3), "wait")
    assert resumed_round(turn, SEATS, as_draft(begun)) == begun
    without_police = resumed_round(turn, SEATS[:-1], as_draft(begun))
    assert without_police.at == DECIDING and set(without_police.votes) == set(SEATS[:-1])
    decided = press(voted(begun, "wait"), "listen")
    assert isinstance(decided, Round)
    asked = press(decided, "police")
    assert isinstance(asked, Round)
    said = go(asked, NEXT, "It can wait.")
    assert isinstance(said, Round) and resumed_round(turn, SEATS, as_draft(said)) == said
    for other in ("", "{", "[]", as_draft(begun).replace("register", "another"), '{"scene": "register"}'):
        assert resumed_round(turn, SEATS, other) == begin_round(turn, SEATS)


def recorded(driver: Driver, seat: str, *keys: str, name: str = "") -> None:
    """Somebody takes a seat, or sits beside, at a table whose play is recorded."""
    driver.press(seat)
    if name:
        driver.paste(name)
        driver.press("enter")
    driver.press(*keys)


def test_what_was_for_one_alone_and_perhaps_not_read_is_there_after_a_closed_window() -> None:
    desk = MemoryDesk((CASES,))
    with driven(options(EVERYTHING, table="Table"), desk=desk) as driver:
        driver.press("3", "8", *TO_THE_ROOM)  # without asking round
        attempt = next(iter(desk.attempts.values()))[0]
        table = through(attempt, "ring_round")
        assert unread(table, "social_work_manager", heard_alone(table, "social_work_manager"))
    with driven(options(EVERYTHING, attempt=attempt.id), desk=desk) as driver:
        assert "Something new is for the social work manager alone." in driver.said


def test_nobody_at_a_table_stands_in_the_record_twice_and_the_scribe_may_sit_beside() -> None:
    desk = MemoryDesk((CASES,))
    returning = desk.sign_in(SignIn("Ines Roy", "hospital"))
    with driven(options(EVERYTHING, table="Table"), desk=desk) as driver:
        driver.app.learner = desk.sign_in(SignIn("Amira Shah", "school")).learner
        driver.press("1")
        recorded(driver, "1", "tab", "right", "enter")  # it is she who has signed in
        recorded(driver, "2", name="amira shah")  # and she takes a second seat
        recorded(driver, "3", "1", name="Jo Okafor")
        recorded(driver, "4", "tab", "enter", name="Ines Roy")
        driver.paste(returning.phrase)
        driver.press("enter")
        assert "Scribe, who types for the table: Amira Shah" in driver.text
        driver.press("6")
        driver.click("Somebody beside the table")
        driver.paste("Val Reed")
        driver.press("enter", "1")
        assert "Scribe, who types for the table: Val Reed" in driver.text
        driver.press("tab", "enter")
        assert "Ines Roy" not in driver.text and "Val Reed" in driver.text  # whose words are new
        driver.press("enter", *"22222")
        assert "Now decide together. Val Reed writes it down." in driver.said
    wish = next(iter(desk.attempts.values()))[1]
    assert [one.name for one in wish.learners] == ["Amira Shah", "Jo Okafor", "Ines Roy", "Val Reed"]
    assert [wish.taken[one.id] for one in wish.learners] == [SEATS[:2], SEATS[2:3], SEATS[3:4], ()]
    assert len(desk.people) == 4


def test_who_gives_up_a_seat_is_no_longer_at_the_table() -> None:
    amira, jo = Learner("a", "Amira", "school"), Learner("j", "Jo", "police")
    seated = with_seat(with_seat(Seated(Table()), "gp", "Amira", amira), "police", "Jo", jo)
    assert seated.table.scribe == "Amira"
    assert with_seat(seated, "gp", "Jo", jo) == Seated(
        Table({"gp": "Jo", "police": "Jo"}, scribe="Jo"), ((jo, ("gp", "police")),)
    )
    assert without_seat(seated, "gp") == Seated(Table({"police": "Jo"}), ((jo, ("police",)),))
    looks_on = with_observer(without_seat(seated, "gp"), "Amira", amira)
    assert looks_on.people == ((jo, ("police",)), (amira, ()))
    assert without_observer(with_scribe(looks_on, "Amira")).people == looks_on.people  # she still writes
    assert without_observer(looks_on).people == looks_on.people[:1]


def test_the_key_that_leads_on_does_not_ask_round_again() -> None:
    with driven(options(EVERYTHING, table="Table"), desk=MemoryDesk((CASES,))) as driver:
        driver.press("3", *TO_THE_ROOM, *"33333", "f2")
        assert "Now decide together." in driver.said and "5 votes" in driver.text
