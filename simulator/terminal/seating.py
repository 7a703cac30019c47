"""The seats at the start of a table: who takes which, who writes, who observes. All may be left out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from simulator.errors import SimulatorError
from simulator.scenario.model import Case
from simulator.terminal.desk.model import Desk, Learner, SignIn
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.reading import asides
from simulator.terminal.reading.panels import role_pack
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.room import seating as sitting
from simulator.terminal.room.seating import BESIDE, Came, Place, Seated
from simulator.terminal.room.seats import Seats, header
from simulator.terminal.room.table import Table, curtain, who_is_ready
from simulator.terminal.screens.boxes import problem_box
from simulator.terminal.screens.step import Answer, Step
from simulator.text import clean, person_name
from simulator.words import room as room_words
from simulator.words import say
from simulator.words import signing_in as signing_words
from simulator.words import table as words

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

__all__ = ["Seated", "read_own_pages", "seat_table"]

NEXT, NOBODY, OTHER, MYSELF, CAME_BACK = "next", "nobody", "other", "myself", "came back"


async def seat_table(
    app: SimulatorApp, desk: Desk, case: Case, *, recorded: bool, led: bool = False
) -> Seated | None:
    """Who sits where; None where they went back. Where nothing is recorded only names are asked.

    At a table that a trainer leads it is the trainer who says whether it is asked round.
    """
    seated = Seated(Table(asks_round=not led))
    while True:
        view = sitting.seats_view(case, seated, recorded=recorded, led=led)
        answer: Answer | None = await app.push_screen_wait(Step((), view))
        if answer is None or answer.id == sitting.BACK:
            return None
        if answer.id == sitting.BEGIN:
            await _show_phrases(app, seated)
            return seated
        seated = await _changed(app, desk, case, seated, answer.id, recorded=recorded)


async def _changed(
    app: SimulatorApp, desk: Desk, case: Case, seated: Seated, what: str, *, recorded: bool
) -> Seated:
    if turned_round := sitting.turned(seated, what):
        return turned_round
    if what == sitting.SCRIBE:
        view = View(say(words.WHO_WRITES), items=sitting.scribes(seated))
        answer: Answer | None = await app.push_screen_wait(Step((), view))
        if answer is None:
            return seated
        what = answer.id
        if what != BESIDE:
            return sitting.with_scribe(seated, what.removeprefix(BESIDE))
    place = sitting.place_of(desk.board, case, what)
    return sitting.taken(seated, place, await Entering(app, desk, recorded).somebody(seated, place))


class Entering(NamedTuple):
    """How people at a table say who they are."""

    app: SimulatorApp
    desk: Desk
    recorded: bool

    async def somebody(self, seated: Seated, place: Place) -> Came | None:
        """A name, and where it is recorded an agency; None where they went back.

        Whoever has signed in here, or sits in another seat already, is not entered a second time.
        """
        me = self.app.learner if self.recorded else None
        free = me if me and not seated.known(me.name) else None
        name = await self._name(place.title, free)
        if not name:
            return None if name is None else Came("")
        known = sitting.who_is_it(seated, name, me)
        if known or not self.recorded:
            return known or Came(name)
        return await self._enter(name, place.usual)

    async def _name(self, title: str, free: Learner | None) -> str | None:
        """A name; empty for nobody, None where they went back or it is no name."""
        app = self.app
        buttons = (
            Button(NEXT, say(words.NEXT)),
            *([Button(MYSELF, clean(free.name))] if free else []),
            Button(NOBODY, say(words.NOBODY)),
            Button(sitting.BACK, say(words.BACK)),
        )
        kept = asides.purposes(app.options.settings.retention_years) if self.recorded else ()
        view = View(title, buttons=buttons, entry=Entry(say(words.NAME)))
        answer: Answer | None = await app.push_screen_wait(Step(kept, view))
        if answer is None or answer.id == sitting.BACK:
            return None
        if answer.id == NOBODY:
            return ""
        if answer.id == MYSELF and free:
            return free.name
        try:
            return person_name(answer.typed)
        except SimulatorError as problem:
            await app.push_screen_wait(problem_box(problem))
            return None

    async def _enter(self, name: str, usual: str) -> Came | None:
        """Somebody who is new to the record, or comes back to it with their words."""
        agencies = dict.fromkeys([usual, *self.desk.board.agencies] if usual else self.desk.board.agencies)
        title = say(words.WHOSE_AGENCY, name=clean(name))
        items = [Item(agency, clean(agency)) for agency in agencies]
        items.append(Item(OTHER, say(signing_words.OTHER_AGENCY)))
        view = View(title, items=tuple(items), buttons=(Button(CAME_BACK, say(words.CAME_BACK)),))
        answer: Answer | None = await self.app.push_screen_wait(Step((), view))
        if answer is not None and answer.id == CAME_BACK:
            return await self._come_back(name)
        agency = answer.id if answer else ""
        if agency == OTHER:
            agency = await self._type(title, say(signing_words.TYPE_AGENCY))
        return await self._sign_in(SignIn(name, agency)) if agency else None

    async def _sign_in(self, who: SignIn) -> Came | None:
        try:
            signed = await asyncio.to_thread(self.desk.sign_in, who)
        except SimulatorError as problem:
            await self.app.push_screen_wait(problem_box(problem))
            return None
        return sitting.signed_in(signed)

    async def _come_back(self, name: str) -> Came | None:
        """With their words nobody stands in the record twice."""
        typed = await self._type(clean(name), say(signing_words.COME_BACK_LABEL))
        if not typed:
            return None
        try:
            learner = await asyncio.to_thread(self.desk.come_back, name, typed)
        except SimulatorError as problem:
            await self.app.push_screen_wait(problem_box(problem))
            return None
        return Came(learner.name, learner)

    async def _type(self, title: str, label: str) -> str:
        view = View(title, buttons=(Button(NEXT, say(words.NEXT)),), entry=Entry(label))
        answer: Answer | None = await self.app.push_screen_wait(Step((), view))
        return answer.typed if answer else ""


async def _show_phrases(app: SimulatorApp, seated: Seated) -> None:
    """Everybody's words to come back, on one page."""
    if not seated.phrases:
        return
    said = [Paragraph(say(words.PHRASES), Look.HEADING), Paragraph("")]
    for name, phrase in seated.phrases:
        said += [Paragraph(clean(name), Look.NAME), Paragraph(phrase, Look.NOTICE, 2)]
    view = View("", buttons=(Button(NEXT, say(words.WRITTEN_DOWN)),))
    await app.push_screen_wait(Step(said, view))


async def read_own_pages(app: SimulatorApp, seats: Seats, table: Table) -> None:
    """The laptop goes round once: everybody reads who they are and what is in their own file."""
    for role in seats.roles:
        top, case = header(seats, role), seats.attempt.game.case
        ready = (Button(NEXT, who_is_ready(case, role)),)
        asked = View(curtain(table, case, role), said=(say(room_words.CURTAIN_SAYS),), buttons=ready)
        await app.push_screen_wait(Step((), asked))
        view = View("", buttons=(Button(NEXT, say(words.PASS_ON)),))
        await app.push_screen_wait(Step(role_pack(seats, role), view, top.title, top.role))
