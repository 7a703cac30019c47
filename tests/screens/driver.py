"""Drives the app from ordinary functions: one event loop, one context, and the screen as plain text.

pytest-bdd does not wait for `async def` steps; a step would silently do nothing. So everything is waited for
here, and tests stay plain functions.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable, Coroutine, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch
from weakref import WeakKeyDictionary

import textual.app
import textual.css.stylesheet
import textual.pilot
from textual._wait import wait_for_idle
from textual.css.parse import parse

from simulator.settings import Settings, load
from simulator.terminal.app import SimulatorApp
from simulator.terminal.desk.model import Desk
from simulator.terminal.options import Options
from simulator.terminal.screens.room import RoomScreen
from tests.screens.memory import MemoryDesk

Result = TypeVar("Result")

CASES = Path(__file__).parents[1] / "cases"
EVERYTHING, TEN_LINES = str(CASES / "everything.yaml"), str(CASES / "ten_lines.yaml")
SEED = "1"
A_MOMENT, LONGEST_SETTLING = 0.02, 2.0
"""Seconds: what is due so soon is waited for, and for how long at most."""
TO_THE_ROOM = ("tab", "enter")
"""At a table's seats: nobody says who they are, and the case begins."""


def still(**flags: object) -> Settings:
    """Settings in which nothing moves."""
    return load({"less_movement": True, **flags})


def options(case: str = "", **given: Any) -> Options:
    """Options with a fixed seed."""
    return Options(settings=given.pop("settings", None) or still(), case=case, seed=SEED, **given)


_rules: dict[Hashable, list[Any]] = {}


def _parsed_once(scope: str, css: str, read_from: Any, *, variable_tokens: Any, **given: Any) -> list[Any]:
    """The rules of a stylesheet in one look: every app that is started has the same ones."""
    look = tuple((name, *(token.value for token in tokens)) for name, tokens in variable_tokens.items())
    key = (scope, css, read_from, look, *given.values())
    if key not in _rules:
        _rules[key] = list(parse(scope, css, read_from, variable_tokens=variable_tokens, **given))
    return _rules[key]


textual.css.stylesheet.parse = _parsed_once  # type: ignore[attr-defined]
_driven: WeakKeyDictionary[asyncio.AbstractEventLoop, SimulatorApp] = WeakKeyDictionary()
"""The loops of drivers, on which nothing happens beside the loop."""


async def quiet(least: float = 0) -> None:
    """Until the loop has nothing to do and nothing that will be due in a moment.

    Textual's own pilot waits until the process has been idle for a fiftieth of a second, four times a key; on
    a busy machine a process that is kept waiting looks idle. A driver's loop itself knows when it is done.
    """
    loop: Any = asyncio.get_running_loop()
    if loop not in _driven:
        await wait_for_idle(least)
        return
    until = loop.time() + LONGEST_SETTLING
    while loop.time() < until:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        due = (timer.when() for timer in loop._scheduled if not timer.cancelled())
        soon = [when for when in due if when < loop.time() + A_MOMENT]
        if not soon or _driven[loop]._exit:
            return
        await asyncio.sleep(max(min(soon) - loop.time(), 0))


textual.app.wait_for_idle = textual.pilot.wait_for_idle = quiet  # type: ignore[attr-defined]


class Driver:
    """An app that runs headless, and somebody at it."""

    def __init__(self, opened: Options, desk: Desk | None, size: tuple[int, int]) -> None:
        self._threads = patch("asyncio.to_thread", _at_once)
        self._threads.start()
        self.app = SimulatorApp(opened, desk)
        self._loop = asyncio.new_event_loop()
        _driven[self._loop] = self.app
        self._context = contextvars.copy_context()
        self._running = self.app.run_test(size=size, notifications=True)
        self._pilot = self._do(self._running.__aenter__())
        self.settle()

    def _do(self, work: Coroutine[Any, Any, Result]) -> Result:
        return self._loop.run_until_complete(self._loop.create_task(work, context=self._context))

    def close(self) -> None:
        """End the app; an exception in it is raised here."""
        try:
            self._do(self._running.__aexit__(None, None, None))
        finally:
            self._loop.close()
            self._threads.stop()

    def settle(self) -> None:
        """Wait until nothing is going on."""
        self._do(quiet())
        self._do(self._drawn())
        self._do(quiet())
        if self.app._exception is not None:
            raise self.app._exception

    async def _drawn(self) -> None:
        """What has changed is drawn now: here, where the app is the one at work."""
        self.app.screen._on_timer_update()

    def call(self, work: Callable[[], object]) -> None:
        """Something done within the app."""

        async def done() -> None:
            work()

        self._do(done())
        self.settle()

    def press(self, *keys: str) -> None:
        """Keys, one after the other."""
        for key in keys:
            self._do(self.app._press_keys([key]))
        self.settle()

    def type(self, text: str) -> None:
        """Letters, one after the other."""
        self.press(*(_key(character) for character in text))

    def paste(self, text: str) -> None:
        """Something from the clipboard."""
        from textual import events

        focused = self.app.focused
        assert focused is not None
        focused.post_message(events.Paste(text))
        self.settle()

    def click(self, words: str) -> None:
        """The mouse, on the first place where these words stand."""
        for y, line in enumerate(self.lines):
            if words in line:
                self._do(self._pilot.click(offset=(line.index(words) + 1, y)))
                self.settle()
                return
        raise AssertionError(f"'{words}' is not on the screen:\n{self.text}")

    def resize(self, width: int, height: int) -> None:
        """The window gets another size."""
        self._do(self._pilot.resize_terminal(width, height))
        self.settle()

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.lines)

    @property
    def said(self) -> str:
        """The same without frames and line breaks, so that a sentence can be looked for."""
        return " ".join("".join(" " if c in "│╭╮╰╯─▁▂▃▄▅▆▇█" else c for c in self.text).split())

    @property
    def room(self) -> RoomScreen:
        """The case room."""
        room = self.app.room
        assert room is not None, self.text
        return room


async def _at_once(work: Callable[..., Result], *arguments: object) -> Result:
    """What the app gives to a thread is done at once here: a test then waits for nothing."""
    return work(*arguments)


def _key(character: str) -> str:
    return {" ": "space", ".": "full_stop", ",": "comma", "?": "question_mark"}.get(character, character)


@contextmanager
def driven(
    opened: Options | None = None, *, desk: Desk | None = None, size: tuple[int, int] = (80, 24)
) -> Iterator[Driver]:
    """An app at which somebody sits; by default one that keeps nothing, with the cases of the tests."""
    driver = Driver(opened or options(), desk or MemoryDesk((CASES,)), size)
    try:
        yield driver
    finally:
        driver.close()


@contextmanager
def in_room(
    case: str = EVERYTHING, role: str = "class_teacher", *, size: tuple[int, int] = (80, 24)
) -> Iterator[Driver]:
    """Somebody in the case room who practises; with role `` a table plays all roles."""
    opened = options(case, role=role, table="" if role else "Table")
    with driven(opened, size=size) as driver:
        driver.click("Practise without")
        driver.press(*(["enter"] if role else TO_THE_ROOM))
        yield driver
