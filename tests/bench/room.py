"""P8: from a key to the screen in the case room, with ten messages and with ten thousand.

    python -m tests.bench.room [KEYS]

The app runs on a pseudo-terminal. A key is written, and the time taken until something is written back; in
turn with a short and a long conversation. Taken is the app's own time on a core where the system tells it
(Linux), for cores may be shared, and the time on the wall. The control wraps all ten thousand messages
again at every key, and has to be slower than the floor.
"""

from __future__ import annotations

import os
import select
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.screens.terminal import Terminal

FEW, MANY, CONTROL = 10, 10_000, 10_000
FLOOR, AIM, SLOWEST = 2.0, 1.2, 0.050
WAITS = "first?"
"""Stands on the screen once the room is there."""


def show(messages: int, *, naive: bool) -> None:
    """The app with a conversation of so many messages, on this process's terminal."""
    from textual.events import Event, Key

    from scoring.guidance.board_reading import load_board
    from simulator.play.transcript import TranscriptLine
    from simulator.settings import load
    from simulator.terminal import Options
    from simulator.terminal.app import SimulatorApp
    from simulator.terminal.reading.paragraph import wrap
    from simulator.terminal.screens.room import RoomScreen
    from tests.screens.world import seats_at

    seats = seats_at("ten_lines")
    line = TranscriptLine("says", seats.attempt.state.clock, "monday", "child", "Aya", "x " * 40, ())
    seats.lines = [line] * messages + seats.lines
    settings = load({"less_movement": True})

    class Alone(SimulatorApp):
        CSS_PATH = None
        CSS = "Screen { background: $paper; } #keys { dock: bottom; } #too-small { display: none; }"

        async def way(self) -> None:
            await self.push_screen(RoomScreen(seats, load_board()))

        async def on_event(self, event: Event) -> None:
            if naive and isinstance(event, Key):
                for told in seats.lines:
                    wrap(told.text, 80)
            await super().on_event(event)

    Alone(Options(settings)).run()


class Shown:
    """The app in a process of its own."""

    def __init__(self, messages: int, home: str, *, naive: bool = False) -> None:
        arguments = ["-m", "tests.bench.room", "--show", str(messages), *(["--naive"] if naive else [])]
        self.terminal = Terminal(arguments, {**os.environ, "SIMULATOR_HOME": home}, (100, 30))
        self.terminal.wait_for(WAITS)
        self.terminal.forget()

    def press(self, key: str) -> tuple[float, float]:
        """Seconds from a key to the first bytes that come back: the app's own, and on the wall."""
        begun, spent = time.perf_counter(), self.spent()
        self.terminal.type(key)
        select.select([self.terminal.master], [], [], 10)
        wall, own = time.perf_counter() - begun, self.spent() - spent
        self.terminal.forget_quickly()
        return own or wall, wall

    def spent(self) -> float:
        """Seconds the app has had a core; 0 where the system does not tell."""
        told = Path(f"/proc/{self.terminal.pid}/schedstat")
        return int(told.read_text().split()[0]) / 1e9 if told.exists() else 0.0


def main(keys: int = 60) -> int:
    """Print medians and the 95th percentile, the control, and last the ratio."""
    down, up = "\x1b[B", "\x1b[A"
    with tempfile.TemporaryDirectory() as home:
        few, many = Shown(FEW, home), Shown(MANY, home)
        control = Shown(CONTROL, home, naive=True)
        taken: dict[str, list[float]] = {"few": [], "many": [], "control": []}
        walls: list[float] = []
        for number in range(keys):
            key = down if number % 2 == 0 else up
            for name, shown in (("few", few), ("many", many), ("control", control)):
                own, wall = shown.press(key)
                taken[name].append(own)
                if name == "many":
                    walls.append(wall)
        for shown in (few, many, control):
            shown.terminal.close()
    middle = {name: statistics.median(found) for name, found in taken.items()}
    slow, slow_wall = (sorted(times)[int(keys * 0.95)] for times in (taken["many"], walls))
    print(
        f"{FEW} messages {middle['few'] * 1000:.1f} ms, {MANY} messages {middle['many'] * 1000:.1f} ms a key;"
        f" on the wall {statistics.median(walls) * 1000:.0f} ms, p95 {slow_wall * 1000:.0f} ms"
    )
    print(f"control, {CONTROL} messages wrapped again at every key: {middle['control'] / middle['few']:.1f}x")
    if middle["control"] / middle["few"] < FLOOR:
        print("the control is not slower: this measures nothing")
        return 1
    ratio = middle["many"] / middle["few"]
    print(
        f"P8 {ratio:.2f}x, p95 {slow * 1000:.0f} ms (floor {FLOOR}x and {SLOWEST * 1000:.0f} ms, aim {AIM}x)"
    )
    return int(ratio > FLOOR or slow > SLOWEST)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--show"]:
        show(int(sys.argv[2]), naive="--naive" in sys.argv)
    else:
        sys.exit(main(*map(int, sys.argv[1:])))
