"""What `play`, `resume` and no command at all open, and with what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from simulator.terminal import Options
from tests.steps.command_line import SMALL, Run
from tests.steps.training import TrainingRoom


class Opened(list[tuple[str, Options]]):
    """Which screens were opened, in order."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A terminal that can draw, and an app and plain mode that only note that they were opened."""
    found = Opened()
    monkeypatch.setattr("simulator.cli.playing.has_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("simulator.terminal.run_app", lambda options: found.append(("app", options)) or 0)
    monkeypatch.setattr(
        "simulator.terminal.plain.run_plain", lambda options: found.append(("plain", options)) or 0
    )
    return found


def test_without_a_command_the_app_opens(run: Run, opened: Opened, home: Path) -> None:
    assert run().code == 0
    ((screen, options),) = opened
    assert screen == "app" and options == Options(settings=options.settings)
    assert (home / "logs").is_dir()


def test_play_opens_with_what_was_typed(run: Run, opened: Opened) -> None:
    run("play", SMALL, "--role", "nurse", "--seed", "9", "--on", "2016-05-01", "--cut", "brief")
    ((_, options),) = opened
    assert (options.case, options.role, options.seed) == (str(SMALL), "nurse", "9")
    assert (options.on, options.cut, options.table) == (date(2016, 5, 1), "brief", "")


def test_a_table_plays_all_seats(run: Run, opened: Opened) -> None:
    run("play", "late-tired-and-loved", "--table", "By the window")
    ((_, options),) = opened
    assert options.table == "By the window" and options.case.endswith("late-tired-and-loved.yaml")


@pytest.mark.parametrize("words", [("play",), ("play", str(SMALL))], ids=["case asked", "case named"])
def test_plain_mode_where_it_is_asked_for(run: Run, opened: Opened, words: tuple[str, ...]) -> None:
    run(*words, "--plain")
    assert [screen for screen, _ in opened] == ["plain"]


def test_plain_mode_where_the_terminal_can_do_no_more(
    run: Run, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    run()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("simulator.cli.playing.has_terminal", lambda: False)
    run("play", SMALL)
    assert [screen for screen, _ in opened] == ["plain", "plain"]


@pytest.mark.parametrize("words", [("--role", "mayor"), ("--cut", "tiny")], ids=" ".join)
def test_what_cannot_be_played_is_refused_before_a_screen_opens(
    run: Run, opened: Opened, words: tuple[str, ...]
) -> None:
    said = run("play", SMALL, *words)
    assert said.code == 2 and words[1] in said.err and not opened


def test_resume_opens_the_attempt(run: Run, opened: Opened, room: TrainingRoom) -> None:
    attempt = room.play(ends=False)
    assert run("resume", attempt).code == 0 and run("resume", attempt, "--plain").code == 0
    assert [(screen, options.attempt) for screen, options in opened] == [("app", attempt), ("plain", attempt)]


def test_the_code_of_the_screen_is_the_commands(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.terminal.plain.run_plain", lambda options: 1)
    assert run("play", SMALL, "--plain").code == 1
