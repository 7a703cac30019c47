"""A view, shown: its words, its list, its place to type, its buttons; on every screen that asks something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from simulator.terminal.forms.view import Button, Item, View
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.widgets.bar import Bar
from simulator.terminal.widgets.drawing import plain
from simulator.terminal.widgets.rows import Rows
from simulator.terminal.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual import events

    from simulator.terminal.widgets.sentence import Sentence

ENTRY_LINES = 4
BORDER = 2
NOTHING = View("")


class Ask(Vertical):
    """One question at a time."""

    DEFAULT_CSS = """
    Ask { height: auto; border: round $line; border-title-color: $heading; border-subtitle-color: $quiet;
          padding: 0 1; }
    Ask > * { height: auto; }
    Ask .gone { display: none; }
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

    def compose(self) -> ComposeResult:
        """Its parts, of which some are hidden."""
        yield Sheet(id="said")
        yield Rows(id="rows")
        yield Vertical(id="entry")
        yield Sheet(id="notes")
        yield Bar(id="bar")

    async def on_mount(self) -> None:
        """Show the first view."""
        await self.show(self.view)

    @property
    def sentence(self) -> Sentence | None:
        """The place to type, where there is one."""
        from simulator.terminal.widgets.sentence import Sentence

        return next(iter(self.query(Sentence)), None)

    async def show(self, view: View, *, stay: bool = False, focus: bool = True) -> None:
        """Another view. With `stay` the cursor keeps its place in the list."""
        self.view = view
        entry = self.query_one("#entry")
        await entry.remove_children()
        title = [Paragraph(view.title, Look.HEADING)] if view.title else []
        self.query_one("#said", Sheet).show([*title, *(Paragraph(line) for line in view.said)])
        self.query_one(Rows).show(view.items, stay=stay)
        self.query_one("#notes", Sheet).show(Paragraph(note, Look.NOTICE) for note in view.notes)
        self.query_one(Bar).show(view.buttons)
        self.border_subtitle = view.part
        if view.entry is not None:
            from simulator.terminal.widgets.sentence import Sentence

            sentence = Sentence(view.entry.text)
            sentence.border_title = plain(view.entry.label)
            await entry.mount(sentence)
        for part, there in self._there():
            self.query_one(part).set_class(not there, "gone")
        self.fit()
        if focus:
            self.take_focus()

    def _there(self) -> tuple[tuple[str, bool], ...]:
        view = self.view
        return (
            ("#said", bool(view.title or view.said)),
            ("#rows", bool(view.items)),
            ("#entry", view.entry is not None),
            ("#notes", bool(view.notes)),
            ("#bar", bool(view.buttons)),
        )

    def fit(self) -> None:
        """Give each part its lines; where they do not suffice, the text and the list scroll."""
        width = self.size.width - 4 if self.size.width else self.app.size.width - 4
        said, rows = self.query_one("#said", Sheet), self.query_one(Rows)
        notes, bar = self.query_one("#notes", Sheet), self.query_one(Bar)
        for_notes = notes.lines_at(width) if self.view.notes else 0
        fixed = BORDER + for_notes + bar.lines_at(width)
        fixed += ENTRY_LINES if self.view.entry else 0
        wanted_said = said.lines_at(width) if self.view.title or self.view.said else 0
        wanted_rows = rows.lines_at(width) if self.view.items else 0
        left = max(self.most_lines - fixed, 2) if self.most_lines else wanted_said + wanted_rows
        for_said = min(wanted_said, max(left - wanted_rows, left // 2, 1))
        for_rows = min(wanted_rows, max(left - for_said, 1))
        said.styles.height = max(for_said, 1)
        said.can_focus = for_said < wanted_said
        rows.styles.height = max(for_rows, 1)
        notes.styles.height = max(for_notes, 1)
        self.query_one("#entry").styles.height = ENTRY_LINES

    def on_resize(self, event: events.Resize) -> None:
        """Fit anew."""
        self.fit()

    def take_focus(self) -> None:
        """Put the focus where somebody goes on: the list, the place to type, or the buttons."""
        sentence = self.sentence
        if self.view.items:
            self.query_one(Rows).focus()
        elif sentence is not None:
            sentence.focus()
        elif self.view.buttons:
            self.query_one(Bar).focus()

    def press_first(self) -> None:
        """What F2 does: the first button."""
        if self.view.buttons:
            self.press(self.view.buttons[0])

    def press(self, button: Button) -> None:
        """A button, however it was pressed."""
        sentence = self.sentence
        self.post_message(self.Pressed(self, button, sentence.typed if sentence is not None else None))

    @on(Rows.Pressed)
    def _chosen(self, event: Rows.Pressed) -> None:
        event.stop()
        self.post_message(self.Chosen(self, event.item))

    @on(Bar.Pressed)
    def _pressed(self, event: Bar.Pressed) -> None:
        event.stop()
        self.press(event.button)

    def on_sentence_entered(self) -> None:
        """Enter in the place to type: to the buttons, or straight on where it must be filled in."""
        if self.view.entry is not None and self.view.entry.optional:
            self.query_one(Bar).focus()
        else:
            self.press_first()

    def on_text_area_changed(self) -> None:
        """Something was typed."""
        sentence = self.sentence
        if sentence is not None:
            self.post_message(self.Typing(self, sentence.typed))
