"""Sentences about a case on many screens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then, when

from simulator.access import hashing
from simulator.play.room import is_paused
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE
from simulator.terminal.live.tickets import Kept, keep_place
from simulator.terminal.screens.room import Phase
from simulator.workshop import table
from simulator.workshop.setting import Setting
from tests.screens.driver import Driver
from tests.screens.live_world import Live, live_room

ROLES = {"teacher": "class_teacher", "family doctor": "gp"}
OTHERS = ("school_nurse", "social_work_manager", "police")


@dataclass
class Screens:
    """What a scenario has in hand."""

    opened: ExitStack
    home: Path
    live: Live | None = None
    by_role: dict[str, Driver] = field(default_factory=dict)

    @property
    def room(self) -> Live:
        assert self.live is not None
        return self.live

    def open(self, setting: Setting, seats: tuple[str, ...]) -> None:
        """A workshop that has begun with these seats taken."""
        self.live = self.opened.enter_context(live_room(self.home, setting=setting))
        for role in seats:
            self.room.world.sit(1, role)
        self.room.world.begin(1)

    def play_to(self, scene: str) -> None:
        """Whoever is waited for decides without thought, up to a scene."""
        world = self.room.world
        attempt = world.attempt(1)
        while not attempt.ended and attempt.game.scenes[attempt.state.scene].scene.id != scene:
            role = waiting_for(attempt.game, attempt.state)[0]
            move = NAIVE["everything"](attempt.game, attempt.state, role)
            table.decide(world.store, attempt, world.tickets[1, role], move, f"m{len(attempt.moves)}")

    def show(self, who: str) -> Driver:
        """The screen of somebody who comes back to their place with the code."""
        role = ROLES[who]
        ticket = self.room.world.tickets[1, role]
        home = self.home / who
        keep_place(home, Kept(self.room.world.room, ticket.token, who, "Table 1"))
        driver = self.room.screen(join=self.room.world.code, home=who)
        driver.press("1")
        self.by_role[who] = driver
        return driver


@pytest.fixture
def screens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screens]:
    monkeypatch.setattr(hashing, "_COST", 1)
    with ExitStack() as opened:
        yield Screens(opened, tmp_path)


@given("a workshop at its meeting, with the teacher and the family doctor at their own screens")
def at_the_meeting(screens: Screens) -> None:
    screens.open(Setting(), ("class_teacher", "gp"))
    screens.play_to("discussion")
    for who in ROLES:
        screens.show(who).press("enter")  # the place is taken over from the window that sat down
        assert screens.by_role[who].room.phase is Phase.DECIDING, screens.by_role[who].text


@given("a workshop that stops at discussion points, played up to one")
def at_a_stop(screens: Screens) -> None:
    screens.open(Setting(stops=True), ("class_teacher", "gp", *OTHERS))
    _play_until_held(screens)
    screens.show("family doctor").press("enter")  # taken over from the window that sat down


def _play_until_held(screens: Screens) -> None:
    world = screens.room.world
    attempt = world.attempt(1)
    while not is_paused(attempt.state):
        role = waiting_for(attempt.game, attempt.state)[0]
        move = NAIVE["everything"](attempt.game, attempt.state, role)
        table.decide(world.store, attempt, world.tickets[1, role], move, f"m{len(attempt.moves)}")


@when(parsers.parse("the {who} brings what they know"))
def brings(screens: Screens, who: str) -> None:
    screens.by_role[who].press("f2", "enter", "enter")
    screens.room.look()


@when("the teacher ticks a fact and the window is lost")
def ticks(screens: Screens) -> None:
    driver = screens.by_role["teacher"]
    driver.press("1")
    assert "[x]" in driver.text
    driver.call(driver.room.keep_draft)


@when("the teacher comes back with the workshop's code")
def comes_back(screens: Screens) -> None:
    screens.by_role["again"] = screens.room.screen(join=screens.room.world.code, home="teacher")
    screens.by_role["again"].press("1")


@when("the trainer lets the room go on")
def goes_on(screens: Screens) -> None:
    screens.room.console.go_on()
    screens.room.look()


@then(parsers.parse("the {who}'s screen says “{words}”"))
def says(screens: Screens, who: str, words: str) -> None:
    assert words in screens.by_role[who].said


@then(parsers.parse("the {who}'s screen does not say “{words}”"))
def says_not(screens: Screens, who: str, words: str) -> None:
    assert words not in screens.by_role[who].said


@then("both are asked for their view")
def asked_for_a_view(screens: Screens) -> None:
    for driver in screens.by_role.values():
        assert driver.room.phase is Phase.DECIDING
        assert "Everybody gives a view at the same time" in driver.said


@then("the teacher is asked whether to take the place over")
def asked_to_take_over(screens: Screens) -> None:
    assert "Your place is open in another window" in screens.by_role["again"].said
    screens.by_role["again"].press("enter")


@then("the tick is still there")
def tick_is_there(screens: Screens) -> None:
    assert "[x]" in screens.by_role["again"].text
