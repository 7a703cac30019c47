"""Boxes of the workbench: something to read, a scene to pick."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.scenario.model import Case
from simulator.terminal.forms.view import Button, Item, View
from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.screens.step import Notice
from simulator.words import say
from simulator.words import workbench as words

CLOSE = "close"


def reading_box(title: str, paragraphs: Iterable[Paragraph]) -> Notice:
    """Something to read."""
    return Notice(title, paragraphs, View("", buttons=(Button(CLOSE, say(words.CLOSE)),)))


def scene_box(case: Case) -> Notice:
    """Gives `scene NAME`; NAME is empty for the start."""
    items = [Item("scene ", say(words.FROM_START))]
    for scene in case.scenes.values():
        question = " ".join(scene.decision.question.split()) if scene.decision else ""
        text = say(words.SCENE_ROW, scene=scene.id, line=scene.at[0], question=question)
        items.append(Item(f"scene {scene.id}", text.rstrip(": ")))
    view = View("", items=tuple(items), buttons=(Button(CLOSE, say(words.CLOSE)),))
    return Notice(say(words.WHICH_SCENE), (), view)
