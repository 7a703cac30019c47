"""Hang-up, a closed terminal, SIGTERM: keep what is being filled in, leave the terminal as it was, end."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

    from simulator.terminal.app import SimulatorApp

NAMES = ("SIGTERM", "SIGHUP")
"""Windows has no SIGHUP."""


@contextmanager
def watch_signals(app: SimulatorApp) -> Iterator[None]:
    """While the app runs, these signals end it in order; afterwards they mean what they meant before."""
    numbers = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}

    def close(number: int, frame: FrameType | None) -> None:
        if app.loop is not None and app.loop.is_running():
            app.loop.call_soon_threadsafe(app.save_and_close, 128 + number)
        else:
            raise SystemExit(128 + number)

    for number in numbers:
        signal.signal(number, close)
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)
