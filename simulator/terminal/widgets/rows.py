"""A list to choose from: with the arrows and Enter, with a number, or with the mouse.

What a row's state is stands before it as a mark (`[x]`, `( )`); where the cursor is stands as `>`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from simulator.terminal.forms.view import Is, Item
from simulator.terminal.reading.paragraph import wrap
from simulator.terminal.widgets.drawing import strip_of, style
from simulator.text import width as cells

if TYPE_CHECKING:
    from textual import events


class RowLine(NamedTuple):
    """One line of the list."""

    item: int
    before: str
    text: str
    first: bool


class OfRow(Message):
    """Something happened to a row of a list."""

    def __init__(self, rows: Rows, item: Item) -> None:
        super().__init__()
        self.rows = rows
        self.item = item

    @property
    def control(self) -> Rows:
        """The list."""
        return self.rows


class Rows(ScrollView, can_focus=True):
    """Rows to choose from."""

    DEFAULT_CSS = """
    Rows { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """
    BINDINGS = [
        Binding("up", "up", show=False),
        Binding("down", "down", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("enter,space", "press", show=False),
    ]

    class Pressed(OfRow):
        """A row was chosen."""

    class Moved(OfRow):
        """The cursor is at another row."""

    def __init__(self, items: Sequence[Item] = (), *, first: int = 1, id: str | None = None) -> None:
        super().__init__(id=id)
        self.first = first
        """The number of the first row."""
        self.items: tuple[Item, ...] = tuple(items)
        self.cursor = 0
        """Place of the cursor among the items."""
        self._lines: list[RowLine] = []
        self._wrapped_to = 0
        self.cursor = self._choices()[0] if self._choices() else 0

    def show(self, items: Sequence[Item], *, stay: bool = False) -> None:
        """Put other items in the list; with `stay` the cursor keeps its place."""
        self.items = tuple(items)
        choices = self._choices()
        if not stay or self.cursor not in choices:
            self.cursor = choices[0] if choices else 0
        self._wrap_all()
        self._keep_in_sight()

    def lines_at(self, width: int) -> int:
        """How many lines the list takes at a width."""
        return len(self._lines) if width == self._wrapped_to else len(self._wrap(width))

    def go_to(self, item: str) -> None:
        """Put the cursor on an item."""
        place = next((place for place, each in enumerate(self.items) if each.id == item), None)
        if place is not None and place in self._choices():
            self._move_to(place)

    # --- drawing ---------------------------------------------------------------------------------

    def _choices(self) -> list[int]:
        return [place for place, item in enumerate(self.items) if item.what is Is.CHOICE]

    def _wrap_all(self) -> None:
        width = self.scrollable_content_region.width
        self._wrapped_to = max(width, 0)
        self._lines = self._wrap(width) if width > 0 else []  # hidden: wrapped when it is seen
        if width > 0:
            self.virtual_size = Size(width, len(self._lines))
        self.refresh(layout=self.styles.auto_dimensions)

    def _wrap(self, width: int) -> list[RowLine]:
        marks = max((cells(_tag(item)) for item in self.items), default=0)
        befores = max((cells(item.before) for item in self.items if item.what is Is.CHOICE), default=0)
        lines, number = [], self.first - 1
        for place, item in enumerate(self.items):
            if item.what is Is.HEADING:
                space = " " * cells(item.before)
                wrapped = wrap(item.text, width - len(space))
                lines += [RowLine(place, "", space + line, False) for line in wrapped]
                continue
            number += 1
            before = f"{number:>2} " + _padded(item.before, befores) + _padded(_tag(item), marks)
            for count, line in enumerate(wrap(item.text, max(width - len(before) - 2, 8))):
                lines.append(RowLine(place, before if count == 0 else " " * len(before), line, count == 0))
        return lines

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        size, ground = self.scrollable_content_region.width, style(self.app, "ink")
        place = self.scroll_offset.y + y
        if place >= len(self._lines):
            return Strip.blank(size, ground)
        line = self._lines[place]
        if self.items[line.item].what is Is.HEADING:
            return strip_of([(line.text, style(self.app, "heading"))], size, ground)
        if line.item == self.cursor and self.has_focus:
            caret, chosen = "> " if line.first else "  ", style(self.app, "cursor")
            return strip_of([(caret + line.before + line.text, chosen)], size, chosen)
        return strip_of([("  " + line.before, style(self.app, "name")), (line.text, ground)], size, ground)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines at that width."""
        return self.lines_at(width)

    # --- what somebody does ------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew."""
        if self.scrollable_content_region.width != self._wrapped_to:
            self._wrap_all()
        self._keep_in_sight()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """A number chooses the row that has it."""
        choices = self._choices()
        if not event.character or event.character not in "0123456789":
            return
        place = int(event.character) - self.first
        if 0 <= place < len(choices):
            event.stop()
            event.prevent_default()
            self._move_to(choices[place])
            self.action_press()

    def on_click(self, event: events.Click) -> None:
        """The mouse chooses."""
        place = event.y + self.scroll_offset.y
        if 0 <= place < len(self._lines) and self._lines[place].item in self._choices():
            self._move_to(self._lines[place].item)
            self.action_press()

    def action_up(self) -> None:
        """One row up."""
        self._step(-1)

    def action_down(self) -> None:
        """One row down; from the last one to what comes next on the screen."""
        if not self._step(1):
            self.screen.focus_next()

    def action_first(self) -> None:
        """To the first row."""
        self._move_to(self._choices()[0] if self._choices() else 0)

    def action_last(self) -> None:
        """To the last row."""
        self._move_to(self._choices()[-1] if self._choices() else 0)

    def action_page(self, by: int) -> None:
        """As many rows on or back as are in sight."""
        choices = self._choices()
        if self.cursor in choices:
            place = choices.index(self.cursor) + by * max(self.size.height - 1, 1)
            self._move_to(choices[max(0, min(place, len(choices) - 1))])

    def action_press(self) -> None:
        """Choose the row at the cursor."""
        if self.cursor in self._choices():
            self.post_message(self.Pressed(self, self.items[self.cursor]))

    def _step(self, by: int) -> bool:
        choices = self._choices()
        if self.cursor not in choices:
            return False
        place = choices.index(self.cursor) + by
        if not 0 <= place < len(choices):
            return False
        self._move_to(choices[place])
        return True

    def _move_to(self, place: int) -> None:
        self.cursor = place
        self._keep_in_sight()
        self.refresh()
        if self.items:
            self.post_message(self.Moved(self, self.items[place]))

    def _keep_in_sight(self) -> None:
        mine = [number for number, line in enumerate(self._lines) if line.item == self.cursor]
        if mine:
            region = Region(0, mine[0], max(self._wrapped_to, 1), len(mine))
            self.scroll_to_region(region, animate=False, force=True)


def _tag(item: Item) -> str:
    """What kind of thing a row is, apart from the words before and after it."""
    return f"({item.mark})" if item.mark else ""


def _padded(text: str, to: int) -> str:
    return f"{text}{' ' * (to - cells(text))} " if to else ""
