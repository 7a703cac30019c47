"""The app in a terminal of its own: a real process on a pseudo-terminal, as somebody would start it."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

PATIENCE = 90.0
"""Seconds for something to appear; only a fault takes so long."""
COMMANDS = re.compile(r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|[()][A-Z0-9]|[=>78]|\][^\x07]*\x07|P[^\x1b]*\x1b\\)")
START = (
    "import sys; from simulator.settings import load; from simulator.terminal import Options, run_app;"
    "sys.exit(run_app(Options(settings=load({'less_movement': True}), case=sys.argv[1], role=sys.argv[2],"
    "seed='1', attempt=sys.argv[3])))"
)


class Terminal:
    """A process and the other end of its terminal."""

    def __init__(self, arguments: list[str], environment: Mapping[str, str], size: tuple[int, int]) -> None:
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            columns, lines = size
            environment = {**environment, "COLUMNS": str(columns), "LINES": str(lines)}
            os.execve(sys.executable, [sys.executable, *arguments], {**environment, "TERM": "xterm-256color"})
        self.output = b""
        self.code: int | None = None

    def wait_for(self, words: str) -> None:
        """Read until these words have been written."""
        until = time.monotonic() + PATIENCE
        while words not in self.text:
            assert time.monotonic() < until, f"'{words}' never came:\n{self.text[-3_000:]}"
            assert self._read(0.1) or self.code is None, f"it ended before '{words}':\n{self.text[-3_000:]}"

    def forget(self) -> None:
        """Look only at what is written from now on."""
        while self._read(0.2):
            pass
        self.output = b""

    def forget_quickly(self) -> None:
        """The same, for what is being measured: what comes within a moment belongs to it."""
        while self._read(0.03):
            pass
        self.output = b""

    @property
    def text(self) -> str:
        """What was written, without the terminal's commands."""
        said = self.output.decode("utf-8", "replace")
        return re.sub(
            r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|[()][A-Z0-9]|[=>78]|\][^\x07]*\x07|P[^\x1b]*\x1b\\)", "", said
        )

    def type(self, text: str) -> None:
        """Keys."""
        os.write(self.master, text.encode())

    def signal(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def end(self) -> int:
        """Wait until it has ended, and give its code."""
        until = time.monotonic() + PATIENCE
        while self.code is None:
            self._read(0.05)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.code = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > until:
                os.kill(self.pid, signal.SIGKILL)
        return self.code

    def close(self) -> None:
        """The window is closed."""
        with suppress(OSError):
            os.close(self.master)
        if self.code is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(self.pid, 0)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            found = os.read(self.master, 65_536)
        except OSError:
            return False
        self.output += found
        return bool(found)


@contextmanager
def on_a_terminal(
    home: str, case: str = "", role: str = "", attempt: str = "", *, size: tuple[int, int] = (80, 24)
) -> Iterator[Terminal]:
    """The app, started as somebody would."""
    environment = {**os.environ, "SIMULATOR_HOME": home}
    terminal = Terminal(["-c", START, case, role, attempt], environment, size)
    try:
        yield terminal
    finally:
        terminal.close()
