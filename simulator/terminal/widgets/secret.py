"""A place to type what nobody beside one should read."""

from __future__ import annotations

from textual.message import Message
from textual.widgets import Input

from simulator.terminal.widgets.drawing import plain

LONGEST = 40
"""Characters."""


class Secret(Input):
    """One short line, shown as dots."""

    DEFAULT_CSS = """
    Secret { border: round $line; background: $paper; color: $ink; border-title-color: $name; }
    Secret:focus { border: round $name; }
    """

    class Entered(Message):
        """Enter was pressed."""

        def __init__(self, typed: str) -> None:
            super().__init__()
            self.typed = typed

    def __init__(self, label: str, *, id: str | None = None) -> None:
        super().__init__(password=True, max_length=LONGEST, id=id)
        self.border_title = plain(label)

    async def action_submit(self) -> None:
        """Enter."""
        self.post_message(self.Entered(self.value))
