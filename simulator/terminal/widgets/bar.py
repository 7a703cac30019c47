"""A line of buttons. The one that Enter presses stands between `>` and `<`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from simulator.terminal.forms.view import Button
from simulator.terminal.widgets.drawing import Span, strip_of, style
from simulator.text import clean
from simulator.text import width as cells

if TYPE_CHECKING:
    from textual import events

BETWEEN = 2
"""Cells between two buttons."""


class Bar(Widget, can_focus=True):
    """Buttons side by side; on a narrow screen they go on in the next line."""

    DEFAULT_CSS = "Bar { height: auto; }"
    BINDINGS = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("up", "leave(-1)", show=False),
        Binding("down", "leave(1)", show=False),
        Binding("enter,space", "press", show=False),
    ]

    class Pressed(Message):
        """A button was pressed."""

        def __init__(self, bar: Bar, button: Button) -> None:
            super().__init__()
            self.bar = bar
            self.button = button

        @property
        def control(self) -> Bar:
            """The line of buttons."""
            return self.bar

    def __init__(self, buttons: Sequence[Button] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.buttons: tuple[Button, ...] = tuple(buttons)
        self.cursor = 0

    def show(self, buttons: Sequence[Button], *, stay: bool = False) -> None:
        """Put other buttons there."""
        self.buttons = tuple(buttons)
        if not stay or self.cursor >= len(self.buttons):
            self.cursor = 0
        self.can_focus = bool(self.buttons)
        self.refresh(layout=True)

    def lines_at(self, width: int) -> int:
        """How many lines the buttons take at a width."""
        return max((line for line, _, _ in self._places(width)), default=-1) + 1

    def render_line(self, y: int) -> Strip:
        """One line of buttons."""
        ground = style(self.app, "ink")
        spans: list[Span] = []
        at = 0
        for place, (line, start, label) in enumerate(self._places(self.size.width)):
            if line == y:
                spans.append((" " * (start - at), ground))
                here = place == self.cursor and self.has_focus
                spans.append((f">{label}<", style(self.app, "cursor")) if here else (f" {label} ", ground))
                at = start + cells(label) + 2
        return strip_of(spans, self.size.width, ground)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines at that width."""
        return self.lines_at(width)

    def _places(self, width: int) -> list[tuple[int, int, str]]:
        """Line, first cell and label of each button."""
        places, line, at = [], 0, 0
        for button in self.buttons:
            label = clean(f"[ {button.label} ]")
            size = cells(label) + 2
            if at and at + size > width:
                line, at = line + 1, 0
            places.append((line, at, label))
            at += size + BETWEEN
        return places

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """The mouse presses."""
        for place, (line, start, label) in enumerate(self._places(self.size.width)):
            if event.y == line and start <= event.x < start + cells(label) + 2:
                self.cursor = place
                self.refresh()
                self.action_press()

    def action_step(self, by: int) -> None:
        """To the next button."""
        self.cursor = max(0, min(self.cursor + by, len(self.buttons) - 1))
        self.refresh()

    def action_leave(self, by: int) -> None:
        """To what stands above or below the buttons."""
        if by < 0:
            self.screen.focus_previous()
        else:
            self.screen.focus_next()

    def action_press(self) -> None:
        """Press the button at the cursor."""
        if self.buttons:
            self.post_message(self.Pressed(self, self.buttons[self.cursor]))
