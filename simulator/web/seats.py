"""All seats of a server: how many there may be, and when one is ended."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from simulator import log
from simulator.terminal.served import SeatNotes
from simulator.web.child import TOLD
from simulator.web.children import Child, Starter, not_started
from simulator.web.cookie import new_seat
from simulator.web.door import FOLDER
from simulator.web.seat import Seat, Size

WAITS: Final = 60.0
"""Seconds that a seat nobody sees is kept for a reload or a connection that comes back. What was sent is
in the record long before; kept is where somebody was between two sendings."""
HUNG: Final = 60.0
"""Seconds without a sign of life after which a process is ended."""
LOOKS: Final = 5.0
AT_A_TIME: Final = 4
"""Processes that are started at once."""


@dataclass
class Seats:
    """Who sits where."""

    starter: Starter
    home: Path
    most: int
    waits: float = WAITS
    hung: float = HUNG
    looks: float = LOOKS
    by_name: dict[str, Seat] = field(default_factory=dict)
    starting: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_A_TIME))
    closing: bool = False

    def find(self, name: str) -> Seat | None:
        """A browser's seat; a new one for a browser that has none. None where all are taken."""
        seat = self.by_name.get(name)
        if seat is None and len(self.by_name) < self.most:
            seat = self.by_name[name] = Seat(name, self._start)
        return seat

    def seat_for(self, name: str, room: str) -> str:
        """The name of the seat for a browser that was let in: its own, or a new one where it has none or the
        one it has is in another workshop."""
        notes = SeatNotes(self.home / FOLDER / name)
        if name and notes.read().room == room:
            return name
        name = new_seat()
        if room:
            SeatNotes(self.home / FOLDER / name).change(room=room)
        return name

    async def _start(self, seat: Seat, size: Size) -> Child:
        told = json.dumps({"folder": str(self.home / FOLDER / seat.name)})
        environment = {TOLD: told, "COLUMNS": str(size.width), "ROWS": str(size.height)}
        async with self.starting:
            if self.closing:
                raise not_started()
            child = await self.starter.start(environment)
        log.note("seat-begun", process=child.number, seats=len(self.by_name))
        return child

    async def watch(self) -> None:
        """Look after them until this is cancelled."""
        while True:
            await asyncio.sleep(self.looks)
            await self.look(time.monotonic())

    async def look(self, now: float) -> None:
        """End what hangs and what nobody came back to; forget what has ended."""
        for name, seat in list(self.by_name.items()):
            forgotten = seat.quiet_since is not None and now - seat.quiet_since > self.waits
            if seat.running and now - seat.heard > self.hung:
                seat.kill("no sign of life")
            elif seat.running and forgotten:
                await seat.end()
            elif seat.running:
                await _ask(seat)
            if forgotten and not seat.running:
                del self.by_name[name]

    async def close(self) -> None:
        """End them all, and what they come from."""
        self.closing = True
        await asyncio.gather(*(seat.end() for seat in self.by_name.values()))
        await self.starter.close()


async def _ask(seat: Seat) -> None:
    """A process that reads nothing any more must not hold up the others."""
    try:
        async with asyncio.timeout(0.2):
            await seat.tell({"type": "alive"})
    except TimeoutError:
        return
