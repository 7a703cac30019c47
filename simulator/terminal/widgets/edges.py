"""The line at the top of a screen, the names of the panels, and the line of keys at the foot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from textual.strip import Strip
from textual.widget import Widget

from simulator.terminal.actions import Action, key_name
from simulator.terminal.widgets.drawing import strip_of, style
from simulator.text import clean
from simulator.text import width as cells
from simulator.words import say

if TYPE_CHECKING:
    from textual import events

MARGIN = 1
"""Cells left empty at the left."""


class Spot(NamedTuple):
    """Something to click in a line."""

    at: int
    """First cell."""
    label: str
    action: Action


def _line(spots: Iterable[Spot]) -> str:
    line = ""
    for spot in spots:
        line += " " * (spot.at - cells(line)) + spot.label
    return line


async def _click(widget: Widget, spots: Iterable[Spot], x: int) -> None:
    """The mouse does what the key does."""
    for spot in spots:
        if spot.at <= x < spot.at + cells(spot.label):
            await widget.screen.run_action(spot.action.name)


class TopLine(Widget):
    """What this is, whose seat, when and how far. What does not fit is left out from the back."""

    DEFAULT_CSS = "TopLine { height: 1; }"

    def __init__(self, *parts: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.parts = parts

    def show(self, *parts: str) -> None:
        """Say something else; the first part is the most important."""
        self.parts = parts
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The parts that fit: the first at the left, the others after one another at the right."""
        room = self.size.width - 2 * MARGIN
        first, *others = [clean(part) for part in self.parts if part] or [""]
        right: list[str] = []
        for part in others:
            if cells(first) + sum(cells(each) + 3 for each in (*right, part)) > room:
                break
            right.append(part)
        ends = "   ".join(right)
        line = " " * MARGIN + first + " " * (room - cells(first) - cells(ends)) + ends
        edge = style(self.app, "edge")
        return strip_of([(line, edge)], self.size.width, edge)


class KeyLine(Widget):
    """The keys that do something here; they can be clicked, too."""

    DEFAULT_CSS = "KeyLine { height: 1; }"

    def __init__(self, actions: tuple[Action, ...], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.actions = actions

    def spots(self) -> list[Spot]:
        """Each action that fits, with its key."""
        found, at = [], MARGIN
        for action in self.actions:
            label = f"{key_name(action.keys[0])} {say(action.label)}"
            if at + cells(label) + MARGIN > self.size.width:
                break
            found.append(Spot(at, label, action))
            at += cells(label) + 2
        return found

    def render_line(self, y: int) -> Strip:
        """All that fit."""
        edge = style(self.app, "edge")
        return strip_of([(_line(self.spots()), edge)], self.size.width, edge)

    async def on_click(self, event: events.Click) -> None:
        """The mouse does what the key does."""
        await _click(self, self.spots(), event.x)


class Tabs(Widget):
    """The side panel's parts by name, with their keys: the one shown stands in brackets."""

    DEFAULT_CSS = "Tabs { height: 1; }"

    def __init__(self, actions: tuple[Action, ...], shown: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.actions = actions
        self.shown = shown

    def show(self, shown: str) -> None:
        """Another one is shown."""
        self.shown = shown
        self.refresh()

    def spots(self) -> list[Spot]:
        """Each part; without its key where the window is narrow."""
        long = self._spots(keys=True)
        return long if long[-1].at + cells(long[-1].label) <= self.size.width else self._spots(keys=False)

    def _spots(self, *, keys: bool) -> list[Spot]:
        found, at = [], 0
        for action in self.actions:
            label = f"{key_name(action.keys[0])} {say(action.label)}" if keys else say(action.label)
            label = f"[{label}]" if action.name == self.shown else f" {label} "
            found.append(Spot(at, label, action))
            at += cells(label) + (1 if keys else 0)
        return found

    def render_line(self, y: int) -> Strip:
        """All names."""
        ink = style(self.app, "name")
        return strip_of([(_line(self.spots()), ink)], self.size.width, style(self.app, "ink"))

    async def on_click(self, event: events.Click) -> None:
        """The mouse shows a panel."""
        await _click(self, self.spots(), event.x)
