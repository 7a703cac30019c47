"""How the screen looks: dark, light, high contrast, no colour; less movement. It changes while one looks."""

from __future__ import annotations

from typing import Literal

from textual import on

from simulator.errors import SimulatorError
from simulator.settings import LOOKS
from simulator.settings_file import remember
from simulator.terminal.forms.view import Button, Item, View
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.step import Notice
from simulator.terminal.widgets.ask import Ask
from simulator.words import say
from simulator.words import signing_in as words

LESS = "less movement"


class Display(Notice):
    """Choose by looking at it."""

    def __init__(self) -> None:
        hint = Paragraph(say(words.SCREEN_HINT), Look.QUIET)
        super().__init__(say(words.SCREEN_TITLE), [hint], View(""))

    async def on_show(self) -> None:
        """Show what is set."""
        await self._show()

    async def _show(self, *, stay: bool = False) -> None:
        themes = dict(zip(LOOKS, self._themes(), strict=True))
        items = [
            Item(look, say(words.LOOKS[look]), "(*)" if self.simulator.theme == themes[look] else "( )")
            for look in LOOKS
        ]
        items.append(Item(LESS, say(words.LESS_MOVEMENT), "[x]" if self.simulator.less_movement else "[ ]"))
        view = View("", items=tuple(items), buttons=(Button("close", say(words.DONE)),))
        await self.query_one(Ask).show(view, stay=stay)
        self._share()

    def _themes(self) -> list[str]:
        from simulator.terminal.looks import THEMES

        return [THEMES[look].name for look in LOOKS]

    @on(Ask.Chosen)
    async def _set(self, event: Ask.Chosen) -> None:
        event.stop()
        event.prevent_default()
        chosen = event.item.id
        try:
            if chosen == LESS:
                self.simulator.less_movement = not self.simulator.less_movement
                self._keep("less_movement", self.simulator.less_movement)
            else:
                self.simulator.use_look(chosen)
                self._keep("look", chosen)
        except SimulatorError as problem:
            self.simulator.tell_briefly(str(problem))
        await self._show(stay=True)

    def _keep(self, name: Literal["look", "less_movement"], value: str | bool) -> None:
        options = self.simulator.options
        if options.served is not None:
            options.served.change(**{name: value})
        else:
            remember(options.settings.file, name, value)
