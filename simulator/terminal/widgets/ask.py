"""A view, shown: its words, its list, its place to type, its buttons; on every screen that asks something.

A part is made when a view first needs it: the first screen is painted the sooner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from simulator.terminal.forms.view import Button, Item, View
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.widgets.bar import Bar
from simulator.terminal.widgets.drawing import plain
from simulator.terminal.widgets.rows import Rows
from simulator.terminal.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual import events

    from simulator.terminal.widgets.sentence import Sentence

ENTRY_LINES, FEW_ENTRY_LINES = 4, 3
"""Lines of the place to type, with its frame; fewer where there are few lines in all."""
FEW_LINES = 16
MOST_TYPED = 5
"""Lines of a typed text that are seen at once, where they can be spared."""
BORDER = 2
SIDES = 4
"""Cells that border and padding take of the width."""
GUTTER = 1
"""Cells kept for a scroll bar."""
NOTHING = View("")
SAID, ROWS, ENTRY, NOTES, BAR = PARTS = ("said", "rows", "entry", "notes", "bar")
"""Its parts by id, from top to bottom."""


A_MOMENT = 0.6
"""Seconds in which nobody has read what has just come by itself."""


class Ask(Vertical):
    """One question at a time."""

    DEFAULT_CSS = """
    Ask { height: auto; border: round $line; border-title-color: $heading; border-subtitle-color: $quiet;
          padding: 0 1; }
    """

    class Chosen(Message):
        """An item of the list was chosen."""

        def __init__(self, ask: Ask, item: Item) -> None:
            super().__init__()
            self.ask = ask
            self.item = item

    class Pressed(Message):
        """A button was pressed, with what stands in the place to type."""

        def __init__(self, ask: Ask, button: Button, typed: str | None) -> None:
            super().__init__()
            self.ask = ask
            self.button = button
            self.typed = typed

    class Typing(Message):
        """Something was typed."""

        def __init__(self, ask: Ask, typed: str) -> None:
            super().__init__()
            self.ask = ask
            self.typed = typed

    def __init__(self, view: View = NOTHING, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.view = view
        self.most_lines = 0
        """Lines the whole may take; 0: as many as it needs."""
        self._made: dict[str, Widget] = {}
        self._answered = False
        """Whether this view has been answered: a second press of the same key is not a second answer."""

    def compose(self) -> ComposeResult:
        """The parts that the first view needs."""
        for part in PARTS:
            if self._needs(part):
                yield self._make(part)

    def on_mount(self) -> None:
        """Go where somebody begins."""
        self._say_where()
        self.fit()
        self.take_focus()

    def _say_where(self) -> None:
        """How far one is, and how much is ticked."""
        parts = [part for part in (self.view.tally, self.view.part) if part]
        self.border_subtitle = plain(", ".join(parts))

    # --- its parts -----------------------------------------------------------------------------

    def _needs(self, part: str) -> bool:
        view = self.view
        return {
            SAID: bool(view.title or view.said),
            ROWS: bool(view.items),
            ENTRY: view.entry is not None,
            NOTES: bool(view.notes),
            BAR: bool(view.buttons),
        }[part]

    def _make(self, part: str) -> Widget:
        made: Widget
        if part == SAID:
            made = Sheet(self._said(), id=part)
        elif part == NOTES:
            made = Sheet(self._notes(), id=part)
        elif part == ROWS:
            made = Rows(self.view.items, id=part)
        elif part == BAR:
            made = Bar(self.view.buttons, id=part)
        else:
            made = self._sentence()
        self._made[part] = made
        return made

    def _sentence(self) -> Sentence:
        from simulator.terminal.widgets.sentence import Sentence

        assert self.view.entry is not None
        sentence = Sentence(self.view.entry.text, id=ENTRY)
        sentence.border_title = plain(self.view.entry.label)
        return sentence

    def _said(self) -> list[Paragraph]:
        title = [Paragraph(self.view.title, Look.HEADING)] if self.view.title else []
        return [*title, *(Paragraph(line) for line in self.view.said)]

    def _notes(self) -> list[Paragraph]:
        return [Paragraph(note, Look.NOTICE) for note in self.view.notes]

    @property
    def sentence(self) -> Sentence | None:
        """The place to type, where there is one."""
        from simulator.terminal.widgets.sentence import Sentence

        found = self._made.get(ENTRY)
        return found if isinstance(found, Sentence) and self._needs(ENTRY) else None

    async def show(self, view: View, *, stay: bool = False, focus: bool = True) -> None:
        """Another view. With `stay` the cursor keeps its place in the list."""
        self._answered = False
        self.view = view
        self._say_where()
        for part in PARTS:
            if self._needs(part) and part not in self._made:
                await self.mount(self._make(part), before=self._next_made(part))
            elif self._needs(part):
                self._refill(part, stay=stay)
            if part in self._made:
                self._made[part].display = self._needs(part)
        self.fit()
        if focus:
            self.take_focus()

    def _next_made(self, part: str) -> Widget | None:
        later = PARTS[PARTS.index(part) + 1 :]
        return next((self._made[each] for each in later if each in self._made), None)

    def _refill(self, part: str, *, stay: bool) -> None:
        made = self._made[part]
        if isinstance(made, Sheet):
            made.show(self._said() if part == SAID else self._notes())
        elif isinstance(made, Rows):
            made.show(self.view.items, stay=stay)
        elif isinstance(made, Bar):
            made.show(self.view.buttons)
        elif self.sentence is not None and self.view.entry is not None:
            self.sentence.border_title = plain(self.view.entry.label)
            self.sentence.put(self.view.entry.text)

    def fit(self) -> None:
        """Give each part its lines; where they do not suffice, the text and the list scroll."""
        width = self.size.width or self.app.size.width - SIDES
        wanted = {part: self._lines_of(part, width) for part in PARTS}
        wanted[ENTRY] += self._more_typed(wanted)
        fixed = BORDER + wanted[ENTRY] + wanted[NOTES] + wanted[BAR]
        left = max(self.most_lines - fixed, 2) if self.most_lines else wanted[SAID] + wanted[ROWS]
        said = min(wanted[SAID], max(left - wanted[ROWS], left // 2, 1))
        given = {**wanted, SAID: said, ROWS: min(wanted[ROWS], max(left - said, 1))}
        for part, made in self._made.items():
            made.styles.height = max(given[part], 1)
            if part == SAID:
                made.can_focus = said < wanted[SAID]

    def _lines_of(self, part: str, width: int) -> int:
        made = self._made.get(part)
        if made is None or not self._needs(part):
            return 0
        if isinstance(made, Bar):
            return made.lines_at(width)
        if isinstance(made, Sheet | Rows):
            return made.lines_at(width - GUTTER)
        return FEW_ENTRY_LINES if 0 < self.most_lines < FEW_LINES else ENTRY_LINES

    def _more_typed(self, wanted: dict[str, int]) -> int:
        """Lines more for the place to type, where more stands in it and they can be spared."""
        if not wanted[ENTRY] or self.sentence is None:
            return 0
        spare = self.most_lines - BORDER - sum(wanted.values()) if self.most_lines else MOST_TYPED
        more = min(self.sentence.wrapped_document.height, MOST_TYPED) - (wanted[ENTRY] - BORDER)
        return max(min(spare, more), 0)

    def on_resize(self, event: events.Resize) -> None:
        """Fit anew."""
        self.fit()

    # --- what somebody does ----------------------------------------------------------------------

    def take_focus(self) -> None:
        """Put the focus where somebody goes on: the list, the place to type, or the buttons."""
        for part in (ROWS, ENTRY, BAR):
            if self._needs(part):
                self._made[part].focus()
                return

    def press_first(self) -> None:
        """What F2 does: the first button."""
        if self.view.buttons:
            self.press(self.view.buttons[0])

    def listen(self) -> None:
        """Take an answer once more: the last one came to nothing."""
        self._answered = False

    def not_yet(self) -> None:
        """Take no answer for a moment: a key that is being pressed was meant for what stood here before."""
        self._answered, shown = True, self.view
        self.set_timer(A_MOMENT, lambda: self.listen() if self.view is shown else None)

    def press(self, button: Button) -> None:
        """A button, however it was pressed."""
        sentence = self.sentence
        typed = sentence.typed if sentence is not None else None
        self._answer(self.Pressed(self, button, typed))

    def _answer(self, message: Message) -> None:
        if not self._answered:
            self._answered = True
            self.post_message(message)

    @on(Rows.Pressed)
    def _row(self, event: Rows.Pressed) -> None:
        event.stop()
        self._answer(self.Chosen(self, event.item))

    @on(Bar.Pressed)
    def _button(self, event: Bar.Pressed) -> None:
        event.stop()
        self.press(event.button)

    def on_sentence_entered(self) -> None:
        """Enter in the place to type: to the buttons, or straight on where it must be filled in."""
        if self.view.entry is not None and self.view.entry.optional and self.view.buttons:
            self._made[BAR].focus()
        else:
            self.press_first()

    def on_text_area_changed(self) -> None:
        """Something was typed."""
        if self.sentence is not None:
            self.fit()
            self.post_message(self.Typing(self, self.sentence.typed))
