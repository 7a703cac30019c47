"""A workshop with people at their own screens: apps that share one record, in one process."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from scoring.guidance.board_reading import load_board
from simulator.records import Given, Store, open_store
from simulator.terminal.desk.stored import StoredDesk
from simulator.terminal.plain.console import Console as Keyboard
from simulator.terminal.plain.session import Session
from simulator.workshop.leading import Console
from tests.screens.driver import Driver, driven, options, still
from tests.unit.workshop.world import World, make_world

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
"""When everything happens: pictures of screens must not tell the time."""


@dataclass
class Live:
    """A room, its record, and the screens that are open."""

    world: World
    home: Path
    opened: ExitStack
    moment: list[datetime]
    """What time it is."""
    screens: list[Driver] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return self.world.store

    @property
    def console(self) -> Console:
        return Console(self.store, self.world.room)

    def screen(self, *, size: tuple[int, int] = (80, 24), home: str = "a", **given: str) -> Driver:
        """Another screen; each device keeps its own places."""
        settings = still(home=str(self.home / home))
        desk = StoredDesk(settings, self.store, load_board())
        opened = options(settings=settings, **given)
        driver = self.opened.enter_context(driven(opened, desk=desk, size=size))
        self.screens.append(driver)
        return driver

    def look(self) -> None:
        """Every screen takes in what the others have done, as it does by itself within a moment."""
        for driver in self.screens:
            room = driver.app.room
            if room is not None:
                driver.call(lambda driver=driver, room=room: driver.app.run_worker(room.look()))  # type: ignore[misc]
                driver.call(lambda driver=driver, room=room: driver.app.run_worker(room.look_round()))  # type: ignore[misc]
            driver.settle()


@contextmanager
def live_room(home: Path, tables: int = 1, **more: object) -> Iterator[Live]:
    """An open workshop in an empty record."""
    moment = [NOW]
    given = Given(now=lambda: moment[0])
    with ExitStack() as opened:
        store = opened.enter_context(open_store(f"sqlite:///{home / 'record.db'}", given))
        yield Live(make_world(store, tables=tables, **more), home, opened, moment)  # type: ignore[arg-type]


def typed_line_by_line(live: Live, home: str, typed: str) -> str:
    """What somebody hears who types this, until nothing more is typed."""
    desk = StoredDesk(still(home=str(live.home / home)), live.store, load_board())
    heard = io.StringIO()
    opened = options(settings=desk.settings, join=live.world.code)
    Session(Keyboard(io.StringIO(typed), heard), desk, opened).run()
    return " ".join(heard.getvalue().split())


def recorded(driver: Driver, name: str, seat: str) -> None:
    """From the code to a seat, on the record; the questions are left out."""
    driver.paste(name)
    driver.press("enter", "1")
    driver.click("school nursing")
    driver.press("enter", seat, "enter")
    while "Leave these out" in driver.text:
        driver.click("Leave these out")
