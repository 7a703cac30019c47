"""Lines that are still to be said: they come one by one, a key shows the rest, a stop waits for the room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from simulator.terminal.room.seats import Said

SHORTEST, LONGEST = 0.3, 1.6
"""Seconds before the next line, by the length of the one just said."""
PER_LETTER = 0.012


@dataclass
class Rhythm:
    """What is still to be said."""

    waiting: list[Said] = field(default_factory=list)
    at_stop: Said | None = None
    """The prompt at which the room has stopped to talk."""

    def expect(self, lines: Iterable[Said]) -> None:
        """More is to be said."""
        self.waiting += lines

    @property
    def idle(self) -> bool:
        """Nothing more to say, and no stop."""
        return not self.waiting and self.at_stop is None

    def next(self) -> tuple[Said, ...]:
        """The next line, with the line about date and time before it; none at a stop."""
        return self._take(1)

    def rest(self) -> tuple[Said, ...]:
        """All that can be said now: up to the next stop, with it."""
        return self._take(len(self.waiting))

    def go_on(self) -> None:
        """The room has talked."""
        self.at_stop = None

    def _take(self, most: int) -> tuple[Said, ...]:
        taken: list[Said] = []
        while self.waiting and self.at_stop is None and len(taken) < most:
            line = self.waiting.pop(0)
            taken.append(line)
            most += line.kind == "scene"
            if line.kind == "stop":
                self.at_stop = line
        return tuple(taken)


def pause_after(line: Said) -> float:
    """Seconds to leave a line standing before the next one comes."""
    return min(LONGEST, max(SHORTEST, len(line.text) * PER_LETTER))
