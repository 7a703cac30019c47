"""Everything that can be done on the screen beneath, as a list to pick from."""

from __future__ import annotations

from simulator.terminal.actions import Where, actions_on, key_name
from simulator.terminal.forms.view import Button, Item, View
from simulator.terminal.screens.step import Notice
from simulator.words import asides as words
from simulator.words import say

CLOSE = "close"


def commands_box(where: Where) -> Notice:
    """Gives the name of the action that was picked."""
    items = tuple(
        Item(action.name, f"{say(action.label)}: {say(action.says)}", mark=key_name(action.keys[0]))
        for action in actions_on(where)
        if action.name != "commands"
    )
    return Notice(
        say(words.COMMANDS_TITLE), (), View("", items=items, buttons=(Button(CLOSE, say(words.CLOSE)),))
    )
