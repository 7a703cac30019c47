"""The outermost edge: whatever happens inside, a person meets a sentence and a script meets an exit code."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator import __main__ as gate
from simulator.errors import MoveRefused, SimulatorError

ROOT = Path(__file__).resolve().parents[2]


def raising(error: BaseException) -> Callable[[], int]:
    """A command line that ends so."""

    def command_line() -> int:
        raise error

    return command_line


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def run_with(error: BaseException, *arguments: str) -> int:
        monkeypatch.setattr(gate, "_command_line", raising(error))
        monkeypatch.setattr(gate, "ENVIRONMENT", sys.prefix)
        monkeypatch.setattr(sys, "argv", ["simulator", *arguments])
        return gate.main()

    return run_with


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 0, ""),
        (
            MoveRefused("Not now", "The room\x1b]0;x\x07 is paused.", "Wait."),
            1,
            "Not now: The room]0;x is paused. Wait.",
        ),
        (
            ModuleNotFoundError("No module named 'textual.app'", name="textual.app"),
            1,
            "'textual.app' is missing",
        ),
        (
            ModuleNotFoundError("No module named 'simulator.x'", name="simulator.x"),
            1,
            "(ModuleNotFoundError)",
        ),
        (ZeroDivisionError("secret words"), 1, "went wrong (ZeroDivisionError)"),
    ],
)
def test_what_a_person_and_a_script_meet(
    error: BaseException, code: int, said: str, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(error, "play") == code
    shown = capsys.readouterr()
    assert said in shown.err and shown.out == ""
    assert (
        "Traceback" not in shown.err
        and "secret" not in shown.err
        and len(shown.err.splitlines()) == bool(said)
    )


@pytest.mark.parametrize("error", [MoveRefused("a", "b"), ZeroDivisionError("c")])
def test_debug_shows_all(error: Exception, run: Callable[..., int]) -> None:
    with pytest.raises(type(error)):
        run(error, "--debug", "play")


def test_an_error_reads_as_a_sentence_with_or_without_a_remedy() -> None:
    assert str(SimulatorError("Not saved", "The disk is full.")) == "Not saved: The disk is full."
    assert str(SimulatorError("Not saved", "The disk is full.", "Try again.")).endswith(" Try again.")


def test_a_reader_that_leaves_early_hears_no_complaint() -> None:
    script = (
        "import sys; from simulator import __main__ as gate; gate.ENVIRONMENT = sys.prefix\n"
        "gate._command_line = lambda: print('x' * 100) or 0\n"
        "sys.stdin.read(); sys.exit(gate.main())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr and process.stdin
        process.stdout.close()
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
