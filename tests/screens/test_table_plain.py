"""A table round one screen, line by line: who sits where, who says what, what is for one alone."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from simulator.play.moves import Choose, Poll, StepOut, Vote
from simulator.terminal.plain.console import SCREEN, Console
from simulator.terminal.plain.session import Session
from simulator.terminal.room.table import Table, writer
from tests.screens.driver import CASES, EVERYTHING, options
from tests.screens.memory import MemoryAttempt, MemoryDesk

BEGIN = ("10",)
PLAY = ("3", *BEGIN)


def heard(desk: MemoryDesk, *lines: str, attempt: str = "") -> str:
    """What is said while these lines are typed, until nothing more is."""
    said = io.StringIO()
    opened = options(attempt=attempt) if attempt else options(EVERYTHING, table="Table")
    Session(Console(io.StringIO("\n".join(lines) + "\n"), said), desk, opened).run()
    return said.getvalue()


@pytest.fixture
def desk() -> MemoryDesk:
    return MemoryDesk((CASES,))


def attempt_of(desk: MemoryDesk) -> MemoryAttempt:
    return next(iter(desk.attempts.values()))[0]


def flowing(said: str) -> str:
    return " ".join(said.split())


def test_each_says_what_they_would_do_and_one_differs_with_a_reason(desk: MemoryDesk) -> None:
    seats = ("1", "Amira", "3", "Jo", "6", "3", "Val")
    why = "Her mother is easy to talk to."
    said = flowing(heard(desk, "3", *seats, *BEGIN, *"33133", "3", "1", why, "2", "", "1"))
    assert "Amira, the teacher: what would you do?" in said
    assert said.count("Jo, the family doctor: what should the teacher do?") == 1
    assert "Now decide together. Val writes it down." in said
    assert "4 votes: Say that she was right" in said
    assert "Jo, the family doctor: why do you differ? One sentence, if you like:" in said
    poll, *votes, choice = attempt_of(desk).moves
    assert poll == Poll("table") and isinstance(choice, Choose)
    assert [type(move) for move in votes] == [Vote] * 5
    assert list(attempt_of(desk).words.values()) == [why]


def test_a_closed_window_loses_no_vote_line_by_line(desk: MemoryDesk) -> None:
    heard(desk, *PLAY, "3", "1")
    assert "(vote 3 of 5)" in flowing(heard(desk, attempt=attempt_of(desk).id))


def test_what_is_for_one_alone_is_out_of_sight_for_the_next(desk: MemoryDesk) -> None:
    said = heard(desk, *PLAY, *["3"] * 6, "", "1", "", "1", "4", "1 5 8", "", "1")
    assert "Pass the laptop to the teacher. The others look away." in flowing(said)
    assert "For the teacher alone." in flowing(said)
    alone, others = said.rsplit("\n" * SCREEN, 1)
    assert "What do you write down?" in alone and "What do you write down?" not in others
    assert "Pass the laptop to the school nurse" in others
    assert "would:" not in said  # all of one mind: the decision says it


def test_one_steps_out_and_the_table_plays_on(desk: MemoryDesk) -> None:
    said = flowing(heard(desk, *PLAY, "3", "3", "out", "1", "3"))
    assert "The family doctor steps out" in said
    attempt = attempt_of(desk)
    assert attempt.moves == [Poll("table"), StepOut("gp")]
    assert "(vote 3 of 4)" in said.rsplit("steps out", 1)[1]


def test_a_scribe_who_steps_out_writes_no_more_and_one_beside_the_table_does() -> None:
    sits = Table({"gp": "Jo", "police": "Jo", "class_teacher": "Amira"}, scribe="jo")
    assert writer(sits, ("class_teacher", "gp", "police")) == "jo"
    assert writer(sits, ("class_teacher", "police")) == "jo"
    assert writer(sits, ("class_teacher",)) == ""
    assert writer(replace(sits, scribe="Val"), ("class_teacher",)) == "Val"
    assert writer(Table(), ("gp",)) == ""


def test_line_by_line_the_table_no_longer_names_a_scribe_who_has_stepped_out(desk: MemoryDesk) -> None:
    seats = ("1", "Amira", "3", "Jo", "6", "2")
    said = flowing(heard(desk, "3", *seats, *BEGIN, *"33333"))
    assert "Now decide together. Jo writes it down." in said
    another = MemoryDesk((CASES,))
    said = flowing(heard(another, "3", *seats, *BEGIN, "out", "1", "3", *"3333"))
    assert "The family doctor steps out" in said
    assert "Now decide together." in said and "Jo writes" not in said


def test_nobody_sees_a_vote_typed(desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    unseen = ["3", "1"]

    def typed_unseen(prompt: str) -> str:
        if not unseen:
            raise EOFError
        return unseen.pop(0)

    monkeypatch.setattr("simulator.terminal.plain.console.getpass", typed_unseen)
    said = io.StringIO()
    console = Console(Screen("\n".join(PLAY) + "\n"), said)
    Session(console, desk, options(EVERYTHING, table="Table")).run()
    assert not unseen and "(vote 3 of 5)" in flowing(said.getvalue())
