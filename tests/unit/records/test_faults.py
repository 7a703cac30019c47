"""Small versions of what tests/faults does at length: strikes at durable calls, power cuts, signals.

The first two put a library of their own between SQLite and the system, which takes Linux and a C compiler;
where there is none, they say so, and the signals, which need nothing, stand alone.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.records import open_store
from tests.faults import hung_up
from tests.faults.killed import prepared
from tests.faults.shim import compiler
from tests.steps.record_world import EVERYTHING, play_on, solo

ROOT = Path(__file__).resolve().parents[3]
needs_compiler = pytest.mark.skipif(
    compiler() is None, reason="strikes at system calls need Linux and a C compiler (gcc); none is here"
)
needs_signals = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has neither fork nor signals")


def last_lines(*module: str) -> list[str]:
    """What a fault script says; it must find nothing wrong, and its control must be caught."""
    done = subprocess.run(
        [sys.executable, "-m", *module], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


@needs_compiler
def test_struck_at_durable_calls_nothing_is_lost_or_doubled() -> None:
    said = last_lines("tests.faults.killed", "6", "each", "1")
    for fault in ("kill", "torn", "full", "faulty"):
        assert f"{fault}: 0 of 6 runs lost, doubled or misled" in said


@needs_compiler
def test_a_power_cut_between_two_calls_loses_nothing() -> None:
    assert last_lines("tests.faults.power", "0", "1", "7")[-1].startswith("power: 0 of ")


@needs_signals
def test_hung_up_ended_or_killed_at_any_moment_nothing_is_lost(tmp_path: Path) -> None:
    template = prepared(tmp_path / "template")
    shutil.copytree(template, tmp_path / "warm")
    with open_store(f"sqlite:///{tmp_path}/warm/record.db") as store:
        play_on(store.attempt(store.begin(solo("learner00001", EVERYTHING))))
    draw = random.Random(1)
    assert [hung_up.run(template, hung_up.play, draw) for _ in range(6)] == [""] * 6
    caught = [bool(hung_up.run(template, hung_up.play_and_keep_nothing, draw)) for _ in range(6)]
    assert any(caught), "the control acknowledges what it has not kept"
