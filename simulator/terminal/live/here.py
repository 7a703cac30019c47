"""That somebody is before this window: said to the others while it is so, and no longer once it is closed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from simulator.workshop import joining
from simulator.workshop.joining import Ticket

if TYPE_CHECKING:
    from simulator.records import Store
    from simulator.terminal.app import SimulatorApp


@dataclass
class Here:
    """A window's place, for as long as it has one."""

    app: SimulatorApp
    store: Store
    ticket: Ticket
    unseen: bool = False
    """Whether nobody is before it: a browser's tab that was closed."""

    async def say(self) -> None:
        """What is so now; where the place is no longer this window's own, the room is closed."""
        if self.unseen:
            await asyncio.to_thread(self.goodbye)
            return
        try:
            mine = await asyncio.to_thread(joining.beat, self.store, self.ticket)
        except SimulatorError:
            return  # the record is busy: the next time is soon enough
        if not mine and (
            lose := getattr(self.app.screen, "lose_place", None)
        ):  # a box over it is closed first
            lose()

    def goodbye(self) -> None:
        """The place may be taken over at once."""
        with suppress(SimulatorError):
            joining.goodbye(self.store, self.ticket)


@contextmanager
def by_line(store: Store, ticket: Ticket) -> Iterator[None]:
    """The same where lines are typed: somebody who thinks about what to type is there."""
    done = threading.Event()

    def say() -> None:
        while not done.wait(joining.HEARTBEAT):
            with suppress(SimulatorError):
                joining.beat(store, ticket)

    saying = threading.Thread(target=say, name="here", daemon=True)
    saying.start()
    try:
        yield
    finally:
        done.set()
        saying.join(joining.HEARTBEAT)
        with suppress(SimulatorError):
            joining.goodbye(store, ticket)
