"""The moments before a table begins: who has come, and a button for when everybody is there."""

from __future__ import annotations

import asyncio

from textual import on

from simulator.errors import SimulatorError
from simulator.records import Store, rooms_places
from simulator.records.tables import PlaceKind
from simulator.terminal.forms.view import Button, View
from simulator.terminal.live.awaiting import BEGUN, LOST
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.step import Answer, Step
from simulator.terminal.widgets.ask import Ask
from simulator.terminal.widgets.sheet import Sheet
from simulator.text import clean
from simulator.words import live as words
from simulator.words import say
from simulator.workshop import entering, joining, table
from simulator.workshop.joining import Ticket

BEGIN, OTHER = "begin", "other"
LOOK_SECONDS = 0.5
BESIDE = {PlaceKind.SCRIBE: words.SCRIBE_TITLE, PlaceKind.OBSERVER: words.OBSERVER_TITLE}


class Waiting(Step):
    """Gives an answer once the table has begun; None where somebody gives the seat back."""

    def __init__(self, store: Store, ticket: Ticket) -> None:
        buttons = (Button(BEGIN, say(words.WE_BEGIN)), Button(OTHER, say(words.OTHER_SEAT)))
        view = View(say(words.WAITING_TITLE), said=(say(words.WAITING_SAYS),), buttons=buttons)
        super().__init__((Paragraph(""),), view)
        self.store = store
        self.ticket = ticket

    def on_mount(self) -> None:
        """Look who comes, and whether it has begun."""
        self.run_worker(self.look())
        self.set_interval(LOOK_SECONDS, self.look)

    async def look(self) -> None:
        """Whether it has begun, and who is there."""
        try:
            begun = await asyncio.to_thread(
                joining.attempt_of, self.store, self.ticket.room, self.ticket.number
            )
            said = await asyncio.to_thread(self._there)
        except SimulatorError as problem:
            self.simulator.tell_briefly(str(problem))
            return
        if not self.is_current:
            return  # something lies over it, or it has been left: the next look is soon enough
        if begun is not None:
            self.dismiss(Answer(BEGUN))
            return
        self.query_one("#sheet", Sheet).show(said)

    def lose_place(self) -> None:
        """The place is no longer this window's own."""
        self.dismiss(Answer(LOST))

    def _there(self) -> list[Paragraph]:
        door = entering.door(self.store, self.ticket.room)
        mine = next(each for each in door.tables if each.number == self.ticket.number)
        held = {
            place.role
            for place in rooms_places.places_of(self.store, self.ticket.room)
            if place.number == self.ticket.number and place.kind is PlaceKind.SEAT and place.held
        }
        found = [Paragraph(mine.name, Look.HEADING)]
        for seat in mine.seats:
            role = seat.title[:1].upper() + seat.title[1:]
            here = say(words.HERE, role=role, name=clean(seat.name) or say(words.SOMEBODY))
            found.append(Paragraph(here if seat.role in held else say(words.NOBODY_YET, role=role)))
        for one in mine.beside:
            role = say(BESIDE[one.kind])
            found.append(Paragraph(say(words.HERE, role=role, name=one.name or say(words.SOMEBODY))))
        return found

    @on(Ask.Pressed)
    async def _begin(self, event: Ask.Pressed) -> None:
        event.prevent_default()
        if event.button.id == OTHER:
            self.dismiss(None)
            return
        try:
            await asyncio.to_thread(table.begin, self.store, self.ticket.room, self.ticket.number)
        except SimulatorError as problem:
            self.simulator.tell_problem(problem)
            self.query_one(Ask).listen()
            return
        await self.look()
