"""The line at the top of a screen and the line of keys at its foot."""

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


class TopLine(Widget):
    """What this is, whose seat, when and how far. What does not fit is left out from the back."""

    DEFAULT_CSS = "TopLine { height: 1; background: $field; color: $ink; padding: 0 1; }"

    def __init__(self, *parts: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.parts = parts

    def show(self, *parts: str) -> None:
        """Say something else; the first part is the most important."""
        self.parts = parts
        self.refresh()

    def render(self) -> Content:
        """The parts that fit: the first at the left, the others after one another at the right."""
        room = self.size.width
        parts = [clean(part) for part in self.parts if part]
        if not parts:
            return Content("")
        kept = [parts[0]]
        taken = cells(parts[0])
        for part in parts[1:]:
            if taken + cells(part) + 3 > room:
                break
            kept.append(part)
            taken += cells(part) + 3
        right = "   ".join(kept[1:])
        return Content(kept[0] + " " * max(room - cells(kept[0]) - cells(right), 1) + right)


class KeyLine(Widget):
    """The keys that do something here; they can be clicked, too."""

    DEFAULT_CSS = "KeyLine { height: 1; background: $field; color: $ink; padding: 0 1; }"

    def __init__(self, actions: tuple[Action, ...], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.actions = actions

    def places(self) -> list[tuple[int, str, Action]]:
        """First cell and words of each action that fits; the last one keeps its place at the right."""
        found, at, room = [], 0, self.size.width
        for action in self.actions:
            label = f"{key_name(action.keys[0])} {say(action.label)}"
            if at + cells(label) > room:
                break
            found.append((at, label, action))
            at += cells(label) + 2
        return found

    def render(self) -> Content:
        """All that fit."""
        line = ""
        for at, label, _ in self.places():
            line += " " * (at - cells(line)) + label
        return Content(clean(line))

    async def on_click(self, event: events.Click) -> None:
        """The mouse does what the key does."""
        x = event.x - self.gutter.left
        for at, label, action in self.places():
            if at <= x < at + cells(label):
                await self.screen.run_action(action.name)
