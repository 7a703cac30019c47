"""Line by line: going back, words at every question, and what is typed is never lost or misread."""

from __future__ import annotations

import io

import pytest

from simulator.terminal.forms.view import Button, Entry, Is, Item, View
from simulator.terminal.plain.asides import Here
from simulator.terminal.plain.console import Console
from simulator.terminal.plain.deciding import Reply, reply, show
from simulator.terminal.plain.session import INTERRUPTED, Session
from tests.screens.driver import CASES, EVERYTHING, options
from tests.screens.memory import MemoryDesk
from tests.screens.test_table_plain import flowing

TO_THE_CASE = ("3",)
"""Practising: the case room's first question."""


@pytest.fixture
def desk() -> MemoryDesk:
    return MemoryDesk((CASES,))


def heard(desk: MemoryDesk, *lines: str) -> str:
    said = io.StringIO()
    opened = options(EVERYTHING, role="class_teacher")
    assert Session(Console(io.StringIO("\n".join(lines) + "\n"), said), desk, opened).run() == 0
    return flowing(said.getvalue())


def answer(view: View, *typed: str) -> tuple[Reply, str]:
    said = io.StringIO()
    desk = MemoryDesk((CASES,))
    found = reply(Here(Console(io.StringIO("\n".join(typed) + "\n"), said), desk.board), view)
    return found, said.getvalue()


def test_signing_in_goes_back_a_question_at_a_time_and_from_the_first_to_the_door(desk: MemoryDesk) -> None:
    heard(desk, "1", "1", "Amira Shah", "2", "back", "back", "Amira Shaw", "1", "health visitor", "", "1")
    (amira,) = desk.people.values()
    assert (amira.name, amira.agency) == ("Amira Shaw", next(iter(desk.board.agencies)))
    said = heard(desk, "1", "1", "back", "back")
    assert said.count("Record or practice?") == 2 and said.count("What would you like to do?") == 2


def test_an_address_that_cannot_be_one_is_asked_for_alone(desk: MemoryDesk) -> None:
    said = heard(desk, "1", "1", "Amira Shah", "1", "health visitor", "amira at home", "", "1")
    assert said.count("Your name:") == 1 and said.count("Work e-mail") == 2
    assert len(desk.people) == 1


def test_stepping_out_and_help_work_where_a_sentence_is_typed(desk: MemoryDesk) -> None:
    said = heard(desk, *TO_THE_CASE, "1", "help", "out", "1")
    assert "These words work at every question" in said and "You have stepped out" in said
    said = heard(MemoryDesk((CASES,)), *TO_THE_CASE, "5", "help her to say what it was like", "1")
    assert "You typed: help her to say what it was like" in said


def test_back_at_a_cases_question_asks_whether_to_leave(desk: MemoryDesk) -> None:
    assert "Leave the case?" in heard(desk, *TO_THE_CASE, "back", "2", "back", "1")


def test_ctrl_c_says_how_to_carry_on(desk: MemoryDesk) -> None:
    class Interrupted(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            if line := super().readline(-1 if size is None else size):
                return line
            raise KeyboardInterrupt

    said = io.StringIO()
    opened = options(EVERYTHING, role="class_teacher")
    typed = Interrupted("\n".join(TO_THE_CASE) + "\n")
    assert Session(Console(typed, said), desk, opened).run() == INTERRUPTED
    *_, kept, command = said.getvalue().splitlines()
    assert kept.endswith("Your place is kept. To carry on:") and command.endswith("resume memory-1 --plain")


def test_a_change_is_said_under_the_number_that_was_typed() -> None:
    before = View("As what?", items=(Item("h", "Where?", what=Is.HEADING), Item("a", "Notes", "( )")))
    after = before._replace(items=(before.items[0], Item("a", "Notes", "(*)")))
    said = io.StringIO()
    show(Here(Console(io.StringIO(), said), MemoryDesk((CASES,)).board), after, before)
    assert said.getvalue() == "1: (*) Notes\n"


def test_of_two_choices_that_each_lead_on_none_is_taken() -> None:
    view = View("What do you do?", items=(Item("a", "Ring"), Item("b", "Write")))
    found, said = answer(view, "1 2", "2")
    assert [each.id for each in found.chosen] == ["b"]
    assert "again to read the choices once more" in said


def test_a_reason_is_added_to_a_reply_of_ones_own() -> None:
    buttons = (Button("send", "Do this"), Button("back", "< Change it"))
    view = View("Why?", buttons=buttons, entry=Entry("Why?", "I ring back.", optional=True, adds=True))
    assert answer(view, "I must know who asks.", "1")[0].typed == "I ring back. I must know who asks."
    assert answer(view, "", "1")[0].typed == "I ring back."
    assert answer(view, "back")[0].chosen == (buttons[1],)
