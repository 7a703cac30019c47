"""The five questions before a training, after it, and weeks later: how sure one is, and what one knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.terminal.forms.view import Button, Item, View
from simulator.text import clean
from simulator.words import Phrase, say
from simulator.words import live as words
from simulator.words import table as table_words

SKIP: Final = "skip"
READY, ALL_SKIP = "ready", "all skip"
LOWEST, HIGHEST = 1, 10
QUESTIONS: Final[Mapping[str, Phrase]] = {
    **words.CONFIDENCE,
    **{name: said for name, (said, _) in words.KNOWLEDGE.items()},
}
"""By the name under which answers are kept."""


def question(name: str, title: str) -> View:
    """One of the five, under the title of all."""
    part = say(words.QUESTION_PART, number=list(QUESTIONS).index(name) + 1, of=len(QUESTIONS))
    items = _scale() if is_scale(name) else true_or_not()
    buttons = (Button(SKIP, say(words.SKIP_THEM)),)
    return View(say(QUESTIONS[name]), part, said=(title,), items=items, buttons=buttons)


def pass_on(name: str, title: str) -> View:
    """The laptop goes to somebody for their five; one key where they, or the whole table, leave them out."""
    items = (
        Item(READY, say(table_words.I_AM, name=clean(name))),
        Item(SKIP, say(table_words.SKIP_MINE)),
        Item(ALL_SKIP, say(table_words.SKIP_ALL)),
    )
    return View(say(table_words.PASS_TO, name=clean(name)), said=(title, say(table_words.ALONE)), items=items)


def is_scale(name: str) -> bool:
    """Whether it is answered from 1 to 10, rather than true or not."""
    return name in words.CONFIDENCE


def value(name: str, chosen: str) -> int:
    """Confidence as chosen; of what one knows, whether it is right."""
    return int(chosen) if is_scale(name) else int((chosen == "1") is words.KNOWLEDGE[name][1])


def _scale() -> tuple[Item, ...]:
    """Ten rows, each as long as it says; the first and the last in words, too."""
    labels = {LOWEST: words.SCALE_LOW, HIGHEST: words.SCALE_HIGH}
    return tuple(
        Item(str(number), f"{'#' * number} {say(labels[number]) if number in labels else ''}".strip())
        for number in range(LOWEST, HIGHEST + 1)
    )


def true_or_not() -> tuple[Item, ...]:
    """What a statement is answered with."""
    return Item("1", say(words.TRUE)), Item("0", say(words.FALSE))
