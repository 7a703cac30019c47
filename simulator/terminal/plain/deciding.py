"""One decision, line by line: the same steps as on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from simulator.terminal.forms.filling import BACK, NEXT, Advised, Filling, Outcome, Sent, go, press
from simulator.terminal.forms.showing import view_of
from simulator.terminal.forms.view import Button, Is, Item, View
from simulator.terminal.plain.asides import Here, ask, ask_to_leave
from simulator.words import plain as words
from simulator.words import say

Keep = Callable[[Filling], None]
"""Called after every step, so that an end of the input loses nothing."""


class Reply(NamedTuple):
    """What somebody chose at a step, and what they typed where there is a place for it."""

    chosen: tuple[Item | Button, ...]
    """One, or several that were ticked at once."""
    typed: str | None = None


def decide(here: Here, filling: Filling, keep: Keep) -> Sent | Advised:
    """Ask until the decision is made or advice is wanted. Raises EndOfInput, SteppedOut or Left."""
    outcome: Outcome = filling
    shown = View("")
    while isinstance(outcome, Filling):
        keep(outcome)
        view = view_of(outcome)
        show(here, view, shown)
        outcome = _all(outcome, reply(here, view))
        shown = view
    return outcome


def show(here: Here, view: View, before: View) -> None:
    """The whole step; of a list in which something was ticked, only what has changed."""
    console = here.console
    if (view.title, view.part, view.said) == (before.title, before.part, before.said) and view.items:
        for number, (item, old) in enumerate(zip(_choices(view), _choices(before), strict=False), 1):
            if item != old:
                console.say(f"{number}: {_item(item)}")
        _say_notes(here, view)
        return
    console.say()
    console.say(f"{view.title} ({view.part})" if view.part else view.title)
    for line in view.said:
        console.say(line, indent=2)
    _show_list(here, view)


def _show_list(here: Here, view: View) -> None:
    number = 0
    for item in view.items:
        if item.what is Is.HEADING:
            here.console.say(item.text)
            continue
        number += 1
        here.console.list_choices([_item(item)], number)
    if view.entry is None:  # else the sentence comes first: a number meant for these would be taken for it
        here.console.list_choices([_plain(button) for button in view.buttons], number + 1)
    _say_notes(here, view)


def _choices(view: View) -> list[Item]:
    """What stands under a number, in its order."""
    return [item for item in view.items if item.what is Is.CHOICE]


def _say_notes(here: Here, view: View) -> None:
    for note in (view.tally, *view.notes):
        if note:
            here.console.say(note)


def _item(item: Item) -> str:
    parts = (item.before.rstrip(), f"{item.mark}:" if item.mark else "", item.text)
    return " ".join(part for part in parts if part)


def _plain(button: Button) -> str:
    return button.label.strip("<> ")


def reply(here: Here, view: View, *, hidden: bool = False) -> Reply:
    """What is chosen at a step. With `hidden` the number does not stand on the screen."""
    if view.entry is not None:
        return _typed(here, view)
    choices: list[Item | Button] = [*_choices(view), *view.buttons]
    while True:
        typed = ask(here, say(words.CHOOSE, of=len(choices)), hidden=hidden)
        found = _chosen(here, typed, choices)
        if found:
            return Reply(tuple(found))
        if typed.lower() == words.AGAIN:
            here.console.say(view.title)
            _show_list(here, view)
        elif typed.lower() == BACK:
            ask_to_leave(here)
        else:
            here.console.not_understood(len(choices))


def _chosen(here: Here, typed: str, choices: list[Item | Button]) -> list[Item | Button]:
    """The choices of one or several numbers, or of a button's word; none where one of them is unknown, or
    where several are meant and one of them leads on by itself."""
    button = next((each for each in choices if isinstance(each, Button) and each.id == typed.lower()), None)
    if button:
        return [button]
    places = [here.console.number(each, len(choices)) for each in typed.replace(",", " ").split()]
    if not places or None in places:
        return []
    found = [choices[place] for place in places if place is not None]
    leads_on = any(isinstance(each, Item) and not each.before for each in found)
    return [] if leads_on and len(found) > 1 else found


def _all(filling: Filling, answer: Reply) -> Outcome:
    """Each in turn; what leads on ends it."""
    outcome: Outcome = filling
    for each in answer.chosen:
        if not isinstance(outcome, Filling) or outcome.at != filling.at:
            return outcome
        button = isinstance(each, Button)
        outcome = go(outcome, each.id, answer.typed) if button else press(outcome, each.id)
    return outcome


def _typed(here: Here, view: View) -> Reply:
    """The sentence first, then what to do with it. An empty line keeps what stands there already."""
    assert view.entry is not None
    back = [button for button in view.buttons if button.id == BACK]
    if view.entry.text:
        here.console.say(say(words.STANDS, text=view.entry.text))
    typed = ask(here, say(words.TYPE, label=view.entry.label), free=True)
    if back and typed.lower() == BACK:
        return Reply((back[0],), view.entry.text)
    typed = f"{view.entry.text} {typed}".strip() if view.entry.adds else typed or view.entry.text
    buttons: list[Item | Button] = list(view.buttons)
    if len(buttons) == 1:
        return Reply(tuple(buttons), typed)
    while True:
        here.console.list_choices([_plain(button) for button in view.buttons])
        answer = _chosen(here, ask(here, say(words.CHOOSE, of=len(buttons))), buttons)
        if len(answer) == 1:
            return Reply(tuple(answer), typed)
        here.console.not_understood(len(buttons))


__all__ = ["NEXT", "Keep", "Reply", "decide", "reply", "show"]
