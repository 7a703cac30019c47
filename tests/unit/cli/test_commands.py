"""What holds for every command: help, exit codes, one document, no traceback, no colour in a pipe."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from simulator.cli import main, show
from simulator.cli.app import app
from simulator.errors import SimulatorError
from tests.steps.command_line import SMALL, Run

ROOT = Path(__file__).resolve().parents[3]
DUE_NOW = {
    "play",
    "resume",
    "demo",
    "replay",
    "debrief",
    "scenarios",
    "check",
    "solve",
    "new",
    "import",
    "schema",
    "graph",
    "proof",
    "pack",
    "guidance",
    "family",
    "report",
    "export",
    "export completions",
    "export maps",
    "export datapackage",
    "certificate verify",
    "certificate",
    "export certificate",
    "export xapi",
    "records",
    "records verify",
    "records backup",
    "records restore",
    "records erase",
    "records person",
    "records phrase",
    "records pin",
    "records redact",
    "records audit",
    "records import",
    "records follow-up",
    "records duplicates",
    "records merge",
    "records apart",
    "records purge",
    "records courses",
    "records courses add",
    "records workshops",
    "records workshops add",
    "records workshops close",
    "records workshops cancel",
    "records workshops show",
    "records workshops book",
    "records workshops withdraw",
    "records workshops came",
    "records workshops paper",
    "records actions",
    "records actions add",
    "records actions done",
    "join",
    "preview",
    "topics",
    "serve",
    "workshop",
    "workshop open",
    "workshop list",
    "workshop watch",
    "workshop code",
    "workshop begin",
    "workshop pause",
    "workshop resume",
    "workshop inject",
    "workshop close",
    "workshop plenary",
    "workshop import",
    "table",
    "table export",
    "doctor",
    "paths",
    "uninstall",
}
"""commands.md, as far as it is due: what comes later is not there as a stub."""


def every_command(command: Any = None, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each command below the program, with the words that call it."""
    command = command or typer.main.get_command(app)
    for name, inner in getattr(command, "commands", {}).items():
        yield (*words, name), inner
        yield from every_command(inner, (*words, name))


COMMANDS = dict(every_command())


def options_of(command: Any) -> set[str]:
    """The long options of a command."""
    return {opt for parameter in command.params for opt in parameter.opts if opt.startswith("--")}


def test_the_commands_are_those_of_the_contract() -> None:
    assert {" ".join(words) for words in COMMANDS} == DUE_NOW


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help_has_an_example_of_the_command_itself(run: Run, words: tuple[str, ...]) -> None:
    said = run(*words, "--help")
    assert said.code == 0 and not said.err
    example = re.search(r"Example: simulator (.+(?:\n  .+)?)", said.text)
    assert example is not None
    typed = shlex.split(example[1])
    assert tuple(typed[: len(words)]) == words
    used = {word for word in typed if word.startswith("--")}
    inner = next(COMMANDS[tuple(typed[:size])] for size in (3, 2, 1) if tuple(typed[:size]) in COMMANDS)
    assert used <= options_of(inner)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_option_says_what_it_does(words: tuple[str, ...]) -> None:
    for parameter in COMMANDS[words].params:
        assert parameter.help, (words, parameter.name)


@pytest.mark.parametrize(
    "words",
    [("unknown",), ("play", "--unknown"), ("records",), ("records", "unknown"), ("solve",), ("replay",)],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_one_or_two_lines(run: Run, words: tuple[str, ...]) -> None:
    said = run(*words)
    assert said.code == 2 and not said.out
    assert said.err.startswith("Usage: simulator") and "Traceback" not in said.err


@pytest.mark.parametrize("typed", [("--version",), ("--version", "play")], ids=" ".join)
def test_version(run: Run, typed: tuple[str, ...]) -> None:
    assert re.fullmatch(r"simulator \d+\.\d+\.\d+\n", run(*typed).text)


JSON_COMMANDS = (
    ("scenarios",),
    ("check", str(SMALL)),
    ("check", "--explain", "F005"),
    ("solve", str(SMALL)),
    ("guidance",),
    ("guidance", "conference"),
    ("guidance", "--edition", "wt2013"),
    ("guidance", "--differences", "wt2010", "wt2013"),
    ("family",),
    ("resume",),
    ("report",),
    ("report", "R1"),
    ("report", "R4"),
    ("records", "verify"),
    ("records", "audit"),
    ("doctor",),
    ("paths",),
)


@pytest.mark.parametrize("words", JSON_COMMANDS, ids=" ".join)
def test_json_is_one_sorted_document_of_plain_letters(run: Run, words: tuple[str, ...]) -> None:
    import json

    said = run(*words, "--json")
    assert said.code == 0, said.err
    assert said.text == json.dumps(said.data, sort_keys=True, indent=2) + "\n"


@pytest.mark.parametrize("words", JSON_COMMANDS, ids=" ".join)
def test_a_pipe_gets_no_escape_and_lines_that_fit(run: Run, words: tuple[str, ...]) -> None:
    said = run(*words)
    assert said.code == 0, said.err
    assert "\x1b" not in said.text
    too_long = [line for line in said.text.splitlines() if len(line) > 80]
    assert not [line for line in too_long if "/" not in line], "only an address or a path may be longer"


def test_headings_are_bold_only_on_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert show.styled()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not show.styled()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not show.styled()


def test_what_is_printed_cannot_act_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "a\x1b[31mred\x07\x9b2J\u202eevil [bold]x[/bold] {0}"
    show.out(hostile)
    show.wrapped(hostile * 40, "  ")
    show.err(hostile)
    show.heading(hostile)
    show.document({"text": hostile})
    said = capsys.readouterr()
    assert not set("\x1b\x07\x9b\u202e") & set(said.out + said.err)
    assert "[bold]x[/bold] {0}" in said.out


def test_debug_shows_what_is_otherwise_one_line(run: Run) -> None:
    assert run("replay", "nothing").err.count("\n") == 1
    with pytest.raises(SimulatorError):
        run("replay", "nothing", "--debug")


def test_an_interrupted_command_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("simulator.cli.solving.show_solution", interrupted)
    assert run("solve", SMALL).code == 130


def test_what_nobody_expected_is_logged_and_left_to_the_gate(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simulator import log

    monkeypatch.setattr(log, "_folder", None)
    monkeypatch.setattr("simulator.cli.solving.show_solution", None)
    with pytest.raises(TypeError) as raised:
        run("solve", SMALL)
    log.crash(raised.value)
    assert "TypeError" in next((home / "logs").glob("*.log")).read_text("utf-8")


def test_a_reader_that_has_read_enough_ends_nothing_badly(home: Path) -> None:
    command = (
        f"{shlex.quote(sys.executable)} -m simulator guidance conference | head -n 1; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0" and not done.stderr


def test_a_terminal_without_a_sign_gets_a_mark_for_it(home: Path) -> None:
    import os

    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "simulator", "play", str(SMALL), "--moves", "gate note | best"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert done.stdout.isascii() and b"?3" in done.stdout


def test_main_reads_the_words_it_was_started_with(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["simulator", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("simulator ")
