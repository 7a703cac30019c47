"""How far a long piece of work is: Textual's own bar, in the colours of the look."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import ProgressBar
from textual.widgets._progress_bar import Bar as TheirBar


class Line(TheirBar, inherit_css=False):
    """The bar itself. Our buttons are called `Bar`, too: by their name its rules would be theirs as well."""

    DEFAULT_CSS = """
    Line { width: 1fr; height: 1; }
    Line > .bar--bar, Line > .bar--complete { color: $name; background: $field; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = TheirBar.COMPONENT_CLASSES


class Progress(ProgressBar):
    """Of so many so much; hidden while nothing is done."""

    DEFAULT_CSS = "Progress { display: none; width: 1fr; padding: 0 1; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(total=1, show_eta=False, id=id)

    def compose(self) -> ComposeResult:
        """The bar and how many of a hundred."""
        for part in super().compose():
            yield Line().data_bind(ProgressBar.percentage) if isinstance(part, TheirBar) else part

    def show(self, done: int, of: int) -> None:
        """How much is done of how much; of nothing, nothing is shown."""
        self.display = of > 0
        self.update(total=of or 1, progress=done)
