"""A table that is done before the others plays once more, as practice, with everybody one seat on."""

from __future__ import annotations

from dataclasses import replace

from simulator.play.step import start
from simulator.terminal.forms.view import Item, View
from simulator.terminal.room.attempt import Attempt
from simulator.terminal.room.table import Table
from simulator.words import live as live_words
from simulator.words import say
from simulator.words import table as words

ONE_ON, DONE = "one on", "done"


def other_chairs() -> View:
    """Asked once the table has looked back."""
    items = (Item(DONE, say(words.WE_ARE_DONE)), Item(ONE_ON, say(words.ONE_CHAIR_ON)))
    return View(say(live_words.OTHER_CHAIR_TITLE), items=items)


def one_chair_on(table: Table, roles: tuple[str, ...]) -> Table:
    """Everybody takes the seat after their own, the last the first; who has read a page reads the new one."""
    before = (roles[-1], *roles[:-1])
    moved = {role: table.names[old] for role, old in zip(roles, before, strict=True) if old in table.names}
    return replace(table, names=moved)


def first_scene(attempt: Attempt) -> str:
    """Where an attempt at this case begins."""
    return attempt.game.scenes[start(attempt.game, attempt.seats)[0].scene].scene.id
