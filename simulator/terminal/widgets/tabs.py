"""The names of the side panel's parts in one line: the one shown stands in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from simulator.terminal.actions import Action, key_name
from simulator.text import clean
from simulator.text import width as cells
from simulator.words import say

if TYPE_CHECKING:
    from textual import events


class Tabs(Widget):
    """One name a panel; clicking shows it, so does its key."""

    DEFAULT_CSS = "Tabs { height: 1; color: $name; padding: 0 1; }"

    def __init__(self, actions: tuple[Action, ...], shown: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.actions = actions
        self.shown = shown

    def show(self, shown: str) -> None:
        """Another one is shown."""
        self.shown = shown
        self.refresh()

    def places(self) -> list[tuple[int, str, Action]]:
        """First cell and words of each."""
        long = self._places(letters=True)
        return long if long and long[-1][0] + cells(long[-1][1]) <= self.size.width else self._places(False)

    def _places(self, letters: bool) -> list[tuple[int, str, Action]]:
        found, at = [], 0
        for action in self.actions:
            name = say(action.label)
            label = f"{key_name(action.keys[0])} {name}" if letters else name
            label = f"[{label}]" if action.name == self.shown else f" {label} "
            found.append((at, label, action))
            at += cells(label) + (1 if letters else 0)
        return found

    def render(self) -> Content:
        """All names."""
        line = ""
        for at, label, _ in self.places():
            line += " " * (at - cells(line)) + label
        return Content(clean(line))

    async def on_click(self, event: events.Click) -> None:
        """The mouse shows a panel."""
        x = event.x - self.gutter.left
        for at, label, action in self.places():
            if at <= x < at + cells(label):
                await self.screen.run_action(action.name)
