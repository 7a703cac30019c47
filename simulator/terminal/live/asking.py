"""The minute of questions before, the same and one intention after: for the evaluation, never for marks."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from simulator.records import Store
from simulator.records.tables import Stage
from simulator.records.training.evaluations import Occasion
from simulator.records.training.record import TrainingRecord
from simulator.terminal.asking_again import five
from simulator.terminal.desk.model import Learner
from simulator.terminal.forms.view import Button, Entry, View
from simulator.terminal.screens.step import Answer, Step
from simulator.words import live as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

NEXT = "next"


async def ask_before(app: SimulatorApp, store: Store, room: str, learner: Learner | None) -> None:
    """Five taps; all of them can be left out. Of somebody who is not recorded nothing is asked."""
    if learner is not None:
        answers = await five(app, say(words.BEFORE_TITLE))
        await asyncio.to_thread(_keep, store, room, learner, Stage.PRE, answers)


async def ask_after(app: SimulatorApp, store: Store, room: str, learner: Learner | None) -> None:
    """The same five, and one thing to do differently."""
    if learner is None:
        return
    answers = await five(app, say(words.AFTER_TITLE))
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


def _keep(store: Store, room: str, learner: Learner, stage: Stage, answers: dict[str, int]) -> None:
    if answers:
        record = TrainingRecord(store.database, store.given)
        record.answer(Occasion(learner.id, workshop=room), stage, answers, store.given.now().date())
