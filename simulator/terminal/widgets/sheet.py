"""A sheet of text to read. Only the lines in sight are drawn, so ten thousand messages cost what ten do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from simulator.terminal.reading.paragraph import Look, Paragraph, wrapped
from simulator.terminal.widgets.drawing import Span, plain, strip_of, style

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.selection import Selection


INKS: Final = {
    Look.PLAIN: "ink",
    Look.DRAWING: "ink",
    Look.HEADING: "heading",
    Look.QUIET: "quiet",
    Look.NAME: "name",
    Look.MINE: "mine",
    Look.NOTICE: "notice",
}


class Sheet(ScrollView, can_focus=False):
    """Paragraphs, wrapped to the width; text on it can be selected with the mouse."""

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    Sheet { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """

    def __init__(
        self, paragraphs: Iterable[Paragraph] = (), *, id: str | None = None, back: str = ""
    ) -> None:
        super().__init__(id=id)
        self._back = back
        """What the border says while something stands above what is in sight."""
        self.paragraphs: list[Paragraph] = list(paragraphs)
        self._lines: list[tuple[str, Look]] = []
        self._wrapped_to = 0
        self._follow = False
        """Whether the reader is at the end and wants to stay there."""

    @property
    def allow_select(self) -> bool:
        """Whether text can be selected with the mouse."""
        return True

    def show(self, paragraphs: Iterable[Paragraph], *, at_end: bool = False) -> None:
        """Put other paragraphs on the sheet."""
        self.paragraphs = list(paragraphs)
        self._follow = at_end
        self._wrap_all()
        self.scroll_to(y=self.max_scroll_y if at_end else 0, animate=False)
        if at_end:
            self.scroll_end(animate=False, immediate=True, force=True)

    def add(self, paragraphs: Iterable[Paragraph]) -> None:
        """Put more at the end, and go there."""
        new = list(paragraphs)
        self.paragraphs += new
        self._follow = True
        if self._wrapped_to:
            for paragraph in new:
                self._lines += ((line, paragraph.look) for line in wrapped(paragraph, self._wrapped_to))
            self.virtual_size = Size(self._wrapped_to, len(self._lines))
        self.refresh(layout=self.styles.auto_dimensions)
        self.scroll_end(animate=False, immediate=True, force=True)

    def lines_at(self, width: int) -> int:
        """How many lines the paragraphs take at a width."""
        if width == self._wrapped_to:
            return len(self._lines)
        return sum(len(wrapped(paragraph, width)) for paragraph in self.paragraphs)

    def _wrap_all(self) -> None:
        width = self.scrollable_content_region.width
        if width <= 0:  # hidden: it is wrapped when it is seen
            self._wrapped_to, self._lines = 0, []
            return
        self._wrapped_to = width
        self._lines = [
            (line, paragraph.look) for paragraph in self.paragraphs for line in wrapped(paragraph, width)
        ]
        self.virtual_size = Size(width, len(self._lines))
        self.refresh(layout=self.styles.auto_dimensions)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew, and stay at the end if that is where the reader was."""
        if self.scrollable_content_region.width != self._wrapped_to:
            self._wrap_all()
        if self._follow:
            self.call_after_refresh(self._to_the_end)

    def _to_the_end(self) -> None:
        if self._follow:
            self.scroll_end(animate=False, immediate=True, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolling back means: stay there."""
        super().watch_scroll_y(old_value, new_value)
        if new_value != old_value:
            self._follow = new_value >= self.max_scroll_y
            if self._back:
                self.border_subtitle = plain(self._back if new_value else "")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines at that width."""
        return self.lines_at(width)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text under the mouse's selection."""
        return selection.extract("\n".join(line for line, _ in self._lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        size = self.scrollable_content_region.width
        ground = style(self.app, "ink")
        place = self.scroll_offset.y + y
        if place >= len(self._lines):
            return Strip.blank(size, ground)
        line, look = self._lines[place]
        return strip_of(self._spans(line, place, style(self.app, INKS[look])), size, ground).apply_offsets(
            0, place
        )

    def _spans(self, line: str, place: int, inked: Style) -> list[Span]:
        selection = self.text_selection
        span = selection.get_span(place) if selection is not None else None
        if span is None:
            return [(line, inked)]
        start, end = span
        end = len(line) if end == -1 else end
        return [(line[:start], inked), (line[start:end], style(self.app, "cursor")), (line[end:], inked)]
