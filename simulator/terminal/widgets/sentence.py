"""A place to type a sentence: several pasted lines become one, and Enter goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import TextArea

from simulator.text import clean

if TYPE_CHECKING:
    from textual import events

LONGEST = 1_000
"""Characters."""


class Sentence(TextArea):
    """One text without line breaks."""

    DEFAULT_CSS = """
    Sentence {
        height: auto; border: round $line; padding: 0 1; background: $paper; color: $ink;
        border-title-color: $name; scrollbar-size-vertical: 1;
    }
    Sentence:focus { border: round $name; }
    Sentence .text-area--cursor { background: $ink; color: $paper; }
    Sentence .text-area--cursor-line { background: $paper; }
    Sentence .text-area--selection { background: $cursor; color: $cursor-ink; }
    """

    class Entered(Message):
        """Enter was pressed."""

        def __init__(self, sentence: Sentence) -> None:
            super().__init__()
            self.sentence = sentence

        @property
        def control(self) -> Sentence:
            """The place to type."""
            return self.sentence

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(
            clean(text, LONGEST), id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False
        )
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    @property
    def typed(self) -> str:
        """What stands there, cleaned."""
        return clean(self.text, LONGEST).strip()

    def put(self, text: str) -> None:
        """Another text; the cursor goes to its end."""
        self.load_text(clean(text, LONGEST))
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered(self))
        elif event.key in ("up", "down") and not self._can_go(event.key):
            event.stop()
            event.prevent_default()
            if event.key == "up":
                self.screen.focus_previous()
            else:
                self.screen.focus_next()
        elif event.is_printable and len(self.text) >= LONGEST:
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    def _can_go(self, key: str) -> bool:
        """Whether there is a line above or below the cursor to go to."""
        if key == "up":
            return self.get_cursor_up_location() != self.cursor_location and self.cursor_location[1] > 0
        return self.get_cursor_down_location() != self.cursor_location and bool(self.text)

    async def _on_paste(self, event: events.Paste) -> None:
        """Lines become spaces, and nothing that acts on a terminal is taken in."""
        event.stop()
        event.prevent_default()
        left = LONGEST - len(self.text)
        if left > 0:
            self.insert(clean(event.text, left))
