"""The minute of questions before, the same and one intention after: for the evaluation, never for marks."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from simulator.records import Store
from simulator.records.tables import Stage
from simulator.records.training.evaluations import Occasion
from simulator.records.training.record import TrainingRecord
from simulator.terminal.desk.model import Learner
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.screens.step import Answer, Step
from simulator.words import Phrase, say
from simulator.words import live as words

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

SKIP, NEXT = "skip", "next"
LOWEST, HIGHEST = 1, 10


async def ask_before(app: SimulatorApp, store: Store, room: str, learner: Learner | None) -> None:
    """Five taps; all of them can be left out. Of somebody who is not recorded nothing is asked."""
    if learner is not None:
        answers = await _five(app, words.BEFORE_TITLE)
        await asyncio.to_thread(_keep, store, room, learner, Stage.PRE, answers)


async def ask_after(app: SimulatorApp, store: Store, room: str, learner: Learner | None) -> None:
    """The same five, and one thing to do differently."""
    if learner is None:
        return
    answers = await _five(app, words.AFTER_TITLE)
    await asyncio.to_thread(_keep, store, room, learner, Stage.POST, answers)
    view = View(
        say(words.INTEND_TITLE),
        buttons=(Button(NEXT, say(words.NEXT)),),
        entry=Entry(say(words.INTEND), optional=True),
    )
    answer: Answer | None = await app.push_screen_wait(Step((), view))
    if answer is not None and answer.typed.strip():
        on = store.given.now().date()
        record = TrainingRecord(store.database, store.given)
        await asyncio.to_thread(record.intend, Occasion(learner.id, workshop=room), answer.typed, on)


async def _five(app: SimulatorApp, title: Phrase) -> dict[str, int]:
    answers: dict[str, int] = {}
    questions: dict[str, Phrase] = {**words.CONFIDENCE, **{name: each[0] for name, each in _KNOWN.items()}}
    for number, (name, question) in enumerate(questions.items(), 1):
        part = say(words.QUESTION_PART, number=number, of=len(questions))
        items = _scale() if name in words.CONFIDENCE else _true_or_not()
        buttons = (Button(SKIP, say(words.SKIP_THEM)),)
        view = View(say(question), part, said=(say(title),), items=items, buttons=buttons)
        answer: Answer | None = await app.push_screen_wait(Step((), view))
        if answer is None or answer.id == SKIP:
            return answers
        answers[name] = _value(name, answer.id)
    return answers


_KNOWN = words.KNOWLEDGE


def _value(name: str, chosen: str) -> int:
    """Confidence as chosen; of what one knows, whether it is right."""
    return int(chosen) if name in words.CONFIDENCE else int((chosen == "1") is _KNOWN[name][1])


def _scale() -> tuple[Item, ...]:
    """Ten rows, each as long as it says; the first and the last in words, too."""
    labels = {LOWEST: words.SCALE_LOW, HIGHEST: words.SCALE_HIGH}
    return tuple(
        Item(str(number), f"{'#' * number} {say(labels[number]) if number in labels else ''}".strip())
        for number in range(LOWEST, HIGHEST + 1)
    )


def _true_or_not() -> tuple[Item, ...]:
    return Item("1", say(words.TRUE)), Item("0", say(words.FALSE))


def _keep(store: Store, room: str, learner: Learner, stage: Stage, answers: dict[str, int]) -> None:
    if answers:
        record = TrainingRecord(store.database, store.given)
        record.answer(Occasion(learner.id, workshop=room), stage, answers, store.given.now().date())
