"""The glossary: type a word, or look down the list."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from scoring.guidance.glossary import Entry
from simulator.terminal.forms.view import Item
from simulator.terminal.reading.glossary import all_words, explained
from simulator.terminal.screens.page import Box
from simulator.terminal.widgets.drawing import plain
from simulator.terminal.widgets.rows import Rows
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import asides as words
from simulator.words import say


class Glossary(Box[None]):
    """Words on the left, what the one at the cursor means on the right."""

    DEFAULT_CSS = """
    Glossary { align: center middle; background: $paper; }
    Glossary > #box { width: 95%; max-width: 110; height: 95%; border: round $line;
                      border-title-color: $heading; border-subtitle-color: $quiet; padding: 0 1;
                      background: $paper; }
    Glossary #meaning { height: 6; margin-bottom: 1; }
    Glossary #words { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = all_words()

    def compose(self) -> ComposeResult:
        """The meaning, and the list."""
        with Vertical(id="box"):
            yield Sheet(id="meaning")
            yield Rows([Item(entry.word, _line(entry)) for entry in self.entries], id="words")

    def on_mount(self) -> None:
        """Begin with the first word."""
        box = self.query_one("#box")
        box.border_title, box.border_subtitle = plain(say(words.GLOSSARY_TITLE)), say(words.GLOSSARY_HINT)
        self.query_one(Rows).focus()
        if self.entries:
            self._explain(self.entries[0].word)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        self._explain(event.item.id)

    @on(Rows.Pressed)
    def _pressed(self, event: Rows.Pressed) -> None:
        self._explain(event.item.id)

    def _explain(self, word: str) -> None:
        entry = next(entry for entry in self.entries if entry.word == word)
        self.query_one("#meaning", Sheet).show(explained(entry))

    def on_key(self, event: object) -> None:
        """A letter goes to the first word that begins with it."""
        character = getattr(event, "character", None)
        if character and character.isalpha():
            found = next(
                (e.word for e in self.entries if e.word.casefold().startswith(character.casefold())), ""
            )
            self.query_one(Rows).go_to(found)


def _line(entry: Entry) -> str:
    return f"{entry.word} ({entry.full})" if entry.full else entry.word
