"""A served simulator with a home of its own, for a script, and how its processes are counted."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

READY_WITHIN = 60.0


class Served(NamedTuple):
    """A server that is open."""

    address: str
    code: str
    home: Path
    process: subprocess.Popen[str]


@contextmanager
def served(*options: str, home: Path | None = None, **environment: str) -> Iterator[Served]:
    """Open a server on a free port; end it afterwards."""
    folder = home or Path(tempfile.mkdtemp(prefix="served-"))
    variables = {**os.environ, "SIMULATOR_HOME": str(folder), "PYTHONUNBUFFERED": "1", **environment}
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "simulator",
            "serve",
            *([] if "--port" in options else ["--port", "0"]),
            *options,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=variables,
    )
    try:
        yield _opened(process, folder)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(20)
        if process.poll() is None:
            process.kill()


def _opened(process: subprocess.Popen[str], home: Path) -> Served:
    assert process.stdout is not None
    said = ""
    while line := process.stdout.readline():
        said += line
        address, code = re.search(r"http://\S+", said), re.search(r"Join code: (\S+)", said)
        if address and code:
            return Served(address[0], code[1], home, process)
    raise SystemExit(f"The server did not open:\n{said}")


def processes(home: Path) -> set[int]:
    """Processes that run with this home, whoever started them."""
    found = set()
    wanted = f"SIMULATOR_HOME={home}".encode()
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with suppress(OSError):
                if wanted in (entry / "environ").read_bytes().split(b"\0") and _lives(entry):
                    found.add(int(entry.name))
    return found


def _lives(entry: Path) -> bool:
    return (entry / "stat").read_text().rpartition(")")[2].split()[0] != "Z"


def memory(numbers: set[int]) -> int:
    """Bytes that processes have to themselves, and their share of what they have together (PSS)."""
    total = 0
    for number in numbers:
        with suppress(OSError):
            told = Path(f"/proc/{number}/smaps_rollup").read_text()
            total += sum(int(each) for each in re.findall(r"^Pss:\s+(\d+) kB", told, re.M)) * 1024
    return total


def wait_until(true: Callable[[], bool], within: float = 10.0) -> bool:
    """Whether a function comes to be true in time."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False
