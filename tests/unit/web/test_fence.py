"""What a seat's process cannot do, and what cannot be loaded in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
FENCE = """
import os, socket, subprocess, sys
from pathlib import Path
home, outside = Path(sys.argv[1]), Path(sys.argv[2])
(outside / "there").write_text("x")
from simulator.web.fence import raise_fence
raise_fence(home, outside / "record.db")
def refused(what):
    try:
        what()
    except PermissionError:
        return True
    return False
(home / "note").write_text("x")
(home / "note").rename(home / "other")
(outside / "record.db").write_text("x")
assert (outside / "there").read_text() == "x"
open(os.devnull, "w").close()
assert not refused(lambda: None)
for what in (
    lambda: (outside / "new").write_text("x"),
    lambda: open(home / ".." / "new", "a"),
    lambda: os.open(outside / "there", os.O_RDWR),
    lambda: (outside / "there").unlink(),
    lambda: (home / "other").rename(outside / "moved"),
    lambda: (outside / "there").rename(home / "taken"),
    lambda: os.symlink(outside, outside / "link"),
    lambda: (outside / "folder").mkdir(),
    lambda: subprocess.run([sys.executable, "-c", "1"]),
    lambda: os.system("true"),
    lambda: os.fork(),
    lambda: os.execv(sys.executable, [sys.executable]),
    lambda: socket.socket().bind(("127.0.0.1", 0)),
):
    assert refused(what), what.__code__.co_firstlineno
print("fenced")
"""


def test_a_seat_starts_nothing_and_writes_nowhere_but_in_the_record(tmp_path: Path) -> None:
    home, outside = tmp_path / "home", tmp_path / "outside"
    home.mkdir()
    outside.mkdir()
    command = [sys.executable, "-c", FENCE, str(home), str(outside)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "fenced\n", done.stderr


LOAD = """
import importlib, sys
from simulator.web.fence import CLOSED, close_off, is_closed
from simulator.web.warm import load_all
load_all()
assert "simulator.terminal.live.room" in sys.modules and "sqlmodel" in sys.modules
assert not [name for name in sys.modules if is_closed(name)]
importlib.import_module("simulator.workshop.leading")
close_off()
for name in (*CLOSED, "simulator.terminal.console.journey", "simulator.cli.app"):
    try:
        importlib.import_module(name)
    except ModuleNotFoundError:
        continue
    raise AssertionError(name)
print("closed")
"""


def test_what_is_the_trainer_s_is_not_copied_and_cannot_be_loaded() -> None:
    command = [sys.executable, "-c", LOAD]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "closed\n", done.stderr
