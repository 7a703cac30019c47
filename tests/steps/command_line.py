"""The command line, run in this process, and what the sentences about it mean."""

from __future__ import annotations

import csv
import io
import json
import shlex
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, then, when

from simulator.cli import main

TESTS = Path(__file__).resolve().parents[1]
SMALL = TESTS / "unit" / "cli" / "small.yaml"


@dataclass
class Said:
    """What one command said."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.out.decode()

    @property
    def data(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        """Standard output as the rows of a CSV file."""
        return list(csv.reader(io.StringIO(self.out.decode("utf-8-sig"), newline="")))


Run = Callable[..., Said]


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line on some words, in a home folder of the test's own."""
    monkeypatch.setenv("COLUMNS", "80")

    def run_words(*words: str, typed: str = "") -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        with redirect_stdout(out), redirect_stderr(err):
            code = main(list(map(str, words)))
        return Said(code, out.buffer.getvalue(), err.buffer.getvalue().decode())  # type: ignore[attr-defined]

    return run_words


@dataclass
class Desk:
    """Whoever types: what was said last, and what is remembered of it."""

    run: Run
    said: Said = field(default_factory=lambda: Said(0, b"", ""))
    attempt: str = ""

    def type(self, line: str) -> None:
        named = line.replace("SMALL", str(SMALL)).replace("ATTEMPT", self.attempt)
        words = shlex.split(named.replace("CORPUS", str(TESTS / "corpus")))
        assert words[0] == "simulator"
        self.said = self.run(*words[1:])


@pytest.fixture
def desk(run: Run) -> Desk:
    return Desk(run)


@given(parsers.parse("a play that was kept: {moves}"))
def play_that_was_kept(desk: Desk, moves: str) -> None:
    said = desk.run("play", str(SMALL), "--moves", moves, "--keep", "--json")
    assert said.code == 0
    desk.attempt = said.err.split()[-1].rstrip(".")


@when(parsers.parse("somebody types `{line}`"))
def somebody_types(desk: Desk, line: str) -> None:
    desk.type(line)


@then(parsers.parse("the exit code is {code:d}"))
def the_exit_code_is(desk: Desk, code: int) -> None:
    assert desk.said.code == code, desk.said.err


@then(parsers.parse("it says “{words}”"))
def it_says(desk: Desk, words: str) -> None:
    assert words in " ".join(desk.said.text.split())


@then(parsers.parse("on standard error it says “{words}”"))
def on_standard_error_it_says(desk: Desk, words: str) -> None:
    assert words in " ".join(desk.said.err.split())


@then("nobody sees a traceback")
def nobody_sees_a_traceback(desk: Desk) -> None:
    assert "Traceback" not in desk.said.text + desk.said.err


@then(parsers.parse("standard output is one JSON document in which {key} is {value}"))
def one_document(desk: Desk, key: str, value: str) -> None:
    found = desk.said.data
    for name in key.split("."):
        found = found[name]
    assert found == json.loads(value)


@then(parsers.parse("`{line}` says the same, byte for byte"))
def says_the_same(desk: Desk, line: str) -> None:
    before = desk.said.out
    desk.type(line)
    assert desk.said.out == before
