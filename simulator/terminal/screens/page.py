"""What every screen has: its keys from the list of actions, and what can be done everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from simulator.terminal.actions import Where, actions_on, line_of_keys
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.widgets.edges import KeyLine
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import app as words
from simulator.words import say

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from simulator.terminal.app import SimulatorApp

Result = TypeVar("Result")

NARROWEST, LOWEST = 60, 20
"""Cells below which nothing useful can be shown."""
WIDE = 100
"""Cells from which two columns are comfortable."""
READING = ("older", "newer")
"""Actions whose keys mean what is being read, also while a list or a place to type has the focus."""


def bindings_for(where: Where) -> list[BindingType]:
    """The keys of a screen, from the list of actions; a letter also while Caps Lock is on."""
    return [
        Binding(
            ",".join(_in_both_cases(action.keys)),
            action.name,
            say(action.label),
            show=False,
            priority=action.name in READING or all(map(_is_function_key, action.keys)),
        )
        for action in actions_on(where)
    ]


def _is_function_key(key: str) -> bool:
    """F6 and F7 select something in the library's place to type, where nobody expects it."""
    return key[0] == "f" and key[1:].isdigit()


def _in_both_cases(keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        yield key
        if len(key) == 1 and key.isalpha():
            yield key.upper()


class Everywhere(Screen[Result]):
    """What can be done on every screen, done by the app."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Where.EVERYWHERE)
    AUTO_FOCUS = ""
    where: ClassVar[Where] = Where.EVERYWHERE

    @property
    def simulator(self) -> SimulatorApp:
        """The app."""
        from simulator.terminal.app import SimulatorApp

        assert isinstance(self.app, SimulatorApp)
        return self.app

    def action_help(self) -> None:
        """Say what can be done here."""
        self.simulator.open_help(self.where)

    def action_back(self) -> None:
        """One step back: this screen closes without an answer."""
        self.dismiss(None)

    def reading(self) -> Sheet | None:
        """What is read on this screen, and scrolls with PgUp and PgDn."""
        return next(iter(self.query("#sheet").results(Sheet)), None)

    def action_older(self) -> None:
        """Back in what is being read."""
        self._scrolling().scroll_page_up(animate=False)

    def action_newer(self) -> None:
        """Forward in what is being read."""
        self._scrolling().scroll_page_down(animate=False)

    def _scrolling(self) -> Sheet:
        """What is read here. Where all of it is in sight the key is left to whatever has the focus."""
        sheet = self.reading()
        if sheet is None or not sheet.max_scroll_y:
            raise SkipAction
        return sheet

    def action_glossary(self) -> None:
        """Explain words."""
        self.simulator.open_glossary()

    def action_real_child(self) -> None:
        """What to do about a real child."""
        self.simulator.open_real_child()

    def action_display(self) -> None:
        """Choose how the screen looks."""
        self.simulator.open_display()

    def action_tour(self) -> None:
        """Show the tour."""
        self.simulator.open_tour()

    def action_step_out(self) -> None:
        """Step out, after one question."""
        self.simulator.open_step_out()

    def action_leave(self) -> None:
        """Leave, after one question where a case is open."""
        self.simulator.open_leave()

    def action_commands(self) -> None:
        """List everything that can be done."""
        self.simulator.open_commands(self)


class Page(Everywhere[Result]):
    """A whole screen."""

    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (NARROWEST, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (LOWEST, "-high-enough")]

    def compose(self) -> ComposeResult:
        """The body, then the line of keys; over all a sentence for a window that is too small."""
        yield from self.body()
        yield KeyLine(line_of_keys(self.where), id="keys")
        yield Sheet(id="too-small")

    def body(self) -> ComposeResult:
        """What stands on the screen."""
        yield from ()

    def on_resize(self, event: events.Resize) -> None:
        """Say how large the window has to be, where it is too small; then go back to where somebody was."""
        text = say(words.TOO_SMALL, width=event.size.width, height=event.size.height)
        self.query_one("#too-small", Sheet).show([Paragraph(text, Look.NOTICE)])
        if self.focused is None and self._focused_last is not None:
            self.call_after_refresh(self._focused_last.focus)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember it: what is hidden loses the focus."""
        self._focused_last = event.widget

    _focused_last: Widget | None = None


class Box(Everywhere[Result], ModalScreen[Result]):
    """Something over a screen."""
