"""`workshop …` and `table export`, typed as a trainer types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE
from simulator.records import Store, open_store
from simulator.settings import load
from simulator.workshop import entering, joining, table
from tests.steps.command_line import SMALL, Run
from tests.steps.record_world import add_learner


@pytest.fixture
def opened(run: Run) -> tuple[str, str]:
    """Room and code of a workshop with two tables."""
    said = run("workshop", "open", SMALL, "--tables", "2", "--title", "Tuesday", "--stops", "--json")
    return said.data["workshop"], said.data["code"]


def seated(store: Store, room: str, number: int = 1) -> dict[str, joining.Ticket]:
    """Both seats of a table, taken."""
    return {
        role: joining.sit(store, room, number, role, add_learner(store, f"Person {role}", role), f"w{role}")
        for role in ("teacher", "nurse")
    }


def play(store: Store, room: str, tickets: dict[str, joining.Ticket]) -> None:
    """Play a table to its end; where it stops it is let go on."""
    attempt = joining.attempt_of(store, room, 1)
    assert attempt is not None
    while waiting := waiting_for(attempt.game, attempt.state):
        move = NAIVE["first"](attempt.game, attempt.state, waiting[0])
        table.decide(store, attempt, tickets[waiting[0]], move, f"c{len(attempt.moves)}")


def test_a_workshop_from_the_command_line(run: Run, opened: tuple[str, str], tmp_path: Path) -> None:
    room, code = opened
    assert "Tuesday" in run("workshop", "list").text
    assert run("workshop", "list", "--json").data["workshops"][0]["id"] == room
    assert "no table" in run("workshop", "begin").text
    with open_store(load()) as store:
        assert entering.enter(store, code) == room
        tickets = seated(store, room)
        assert run("workshop", "begin", "--json").data == {"tables": [1]}
        assert run("workshop", "pause", "--table", "1").text == "Done at table 1.\n"
        (first, _) = run("workshop", "watch", "--json").data["tables"]
        assert first["paused"] and [one["role"] for one in first["awaited"]] == ["teacher"]
        assert run("workshop", "pause", "--table", "9").code == 1
        assert run("workshop", "resume", "--workshop", "tues").code == 0
        assert run("workshop", "inject", "Ring the school", "--words", "--role", "nurse").code == 0
        assert "No such message" in run("workshop", "inject", "nope").err
        play(store, room, tickets)
    shown = run("workshop", "plenary").text
    assert "Plenary: Tuesday" in shown and "Ring the school" not in shown
    assert "Person" not in run("workshop", "plenary", "--json").out.decode()
    page = tmp_path / "wall.html"
    assert run("workshop", "plenary", "--html", page, "--with-names").code == 0
    assert "Person teacher" in page.read_text() and page.stat().st_mode & 0o077 == 0
    run_file = tmp_path / "a.run"
    assert run("table", "export", run_file, "--json").data["people"] == 2
    assert "nothing was new" in run("workshop", "import", run_file).text
    said = run("workshop", "close", "--json").data
    assert (said["came"], said["attended"], said["part"]) == (2, 2, 0)
    assert run("workshop", "close").code == 1
    assert run("records", "verify").code == 0


def test_who_was_there_in_part_is_told_with_what_can_be_done_about_it(
    run: Run, opened: tuple[str, str]
) -> None:
    room, _ = opened
    with open_store(load()) as store:
        seated(store, room)
    assert run("workshop", "begin").code == 0
    said = " ".join(run("workshop", "close").text.split())
    assert "Came: 2. Attended: 0. In part: 2." in said
    assert f"records workshops came {room} NAME" in said
    assert f"records workshops paper {room} NAME" in said
    assert run("records", "workshops", "paper", room, "Person nurse").code == 0


def test_what_cannot_be_opened_is_refused(run: Run, opened: tuple[str, str]) -> None:
    assert run("workshop", "open", SMALL, "--votes", "all").code == 2
    assert run("workshop", "open", SMALL, "--cut", "none").code == 2
    assert run("workshop", "open", SMALL, "--tables", "99").code == 1
    assert run("workshop", "open", "no-such-case").code == 2
    another = run("workshop", "code", "--json").data["code"]
    with open_store(load()) as store:
        assert entering.enter(store, another) == opened[0]
    run("workshop", "open", SMALL)
    assert "Which workshop" in run("workshop", "pause").err
    assert "Nothing has been played" in run("table", "export", "x.run").err
