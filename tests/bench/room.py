"""P8: from a key to the screen in the case room, with ten messages and with ten thousand.

    python -m tests.bench.room [KEYS]

The app runs on a pseudo-terminal. A key is written, and the time taken until something is written back; in
turn with a short and a long conversation. The control draws one widget for each message, two thousand of
them, and has to be slower than the floor.
"""

from __future__ import annotations

import os
import select
import statistics
import sys
import tempfile
import time

from tests.screens.terminal import Terminal

FEW, MANY, CONTROL = 10, 10_000, 2_000
FLOOR, AIM, SLOWEST = 2.0, 1.2, 0.050
WAITS = "first?"
"""Stands on the screen once the room is there."""


def show(messages: int, *, naive: bool) -> None:
    """The app with a conversation of so many messages, on this process's terminal."""
    from scoring.guidance.board_reading import load_board
    from simulator.play.transcript import TranscriptLine
    from simulator.settings import load
    from simulator.terminal import Options
    from simulator.terminal.app import SimulatorApp
    from simulator.terminal.screens.room import RoomScreen
    from tests.screens.world import seats_at

    seats = seats_at("ten_lines")
    line = TranscriptLine("says", seats.attempt.state.clock, "monday", "child", "Aya", "x " * 40, ())
    seats.lines = [line] * messages + seats.lines
    settings = load({"less_movement": True})

    class Alone(SimulatorApp):
        CSS_PATH = None
        CSS = "Screen { background: $paper; } #keys { dock: bottom; } #too-small { display: none; }"

        def on_mount(self) -> None:
            screen = RoomScreen(seats, load_board())
            self.push_screen(_naive(screen, messages) if naive else screen)

    Alone(Options(settings)).run()


def _naive(screen: object, messages: int) -> object:
    """The same room with one widget for each message."""
    from textual.containers import VerticalScroll
    from textual.widgets import Static

    from simulator.terminal.screens.room import RoomScreen

    assert isinstance(screen, RoomScreen)

    class Naive(RoomScreen):
        async def on_mount(self) -> None:
            await super().on_mount()
            many = VerticalScroll(*(Static("x " * 40, markup=False) for _ in range(messages)))
            await self.mount(many, before=self.query_one("#middle"))

    return Naive(screen.seats, screen.board)


class Shown:
    """The app in a process of its own."""

    def __init__(self, messages: int, home: str, *, naive: bool = False) -> None:
        arguments = ["-m", "tests.bench.room", "--show", str(messages), *(["--naive"] if naive else [])]
        self.terminal = Terminal(arguments, {**os.environ, "SIMULATOR_HOME": home}, (100, 30))
        self.terminal.wait_for(WAITS)
        self.terminal.forget()

    def press(self, key: str) -> float:
        """Seconds from a key to the first bytes that come back."""
        begun = time.perf_counter()
        self.terminal.type(key)
        select.select([self.terminal.master], [], [], 10)
        taken = time.perf_counter() - begun
        self.terminal.forget_quickly()
        return taken


def main(keys: int = 60) -> int:
    """Print medians and the 95th percentile, the control, and last the ratio."""
    down, up = "\x1b[B", "\x1b[A"
    with tempfile.TemporaryDirectory() as home:
        few, many = Shown(FEW, home), Shown(MANY, home)
        control = Shown(CONTROL, home, naive=True)
        taken: dict[str, list[float]] = {"few": [], "many": [], "control": []}
        for number in range(keys):
            key = down if number % 2 == 0 else up
            for name, shown in (("few", few), ("many", many), ("control", control)):
                taken[name].append(shown.press(key))
        for shown in (few, many, control):
            shown.terminal.close()
    middle = {name: statistics.median(found) for name, found in taken.items()}
    slow = sorted(taken["many"])[int(keys * 0.95)]
    print(
        f"{FEW} messages {middle['few'] * 1000:.1f} ms, {MANY} messages {middle['many'] * 1000:.1f} ms a key"
    )
    print(f"control, a widget a message, {CONTROL} of them: {middle['control'] / middle['few']:.1f}x")
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
