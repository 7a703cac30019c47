"""Who somebody is that joins a workshop line by line: by name and agency, as in the app, or practising; and
whether they had a place there already, at another screen."""

from __future__ import annotations

from pathlib import Path

from simulator.errors import SimulatorError
from simulator.terminal.desk.model import Learner, SignIn
from simulator.terminal.desk.stored import StoredDesk
from simulator.terminal.live.tickets import keep_ticket
from simulator.terminal.plain.asides import Here, choose
from simulator.terminal.plain.signing_in import agency_of, ask_name, welcome
from simulator.terminal.reading import asides
from simulator.text import clean
from simulator.words import live as words
from simulator.words import say
from simulator.words import signing_in as signing_words
from simulator.workshop import joining
from simulator.workshop.joining import Ticket


def who(here: Here, desk: StoredDesk, room: str, folder: Path, window: str) -> Learner | Ticket | None:
    """Somebody, or the place they had; None where nothing of them is to be kept."""
    console = here.console
    console.say()
    console.say(say(words.RECORD_TITLE))
    if choose(here, [say(words.RECORDED), say(words.PRACTICE)]) == 1:
        return None
    console.tell(asides.purposes(desk.settings.retention_years))
    while True:
        name = ask_name(here)
        console.say(say(signing_words.AGENCY_TITLE))
        agency = agency_of(here, desk)
        if ticket := _own_place(here, desk, room, name, agency, window):
            keep_ticket(folder, desk.store, ticket)
            return ticket
        try:
            return welcome(here, desk.sign_in(SignIn(name, agency)))
        except SimulatorError as error:
            console.say(str(error))


def _own_place(here: Here, desk: StoredDesk, room: str, name: str, agency: str, window: str) -> Ticket | None:
    """The place that somebody of this name and agency has here, if it is theirs and nobody is at it."""
    while place := joining.place_of(desk.store, room, name, agency):
        here.console.say(say(words.IS_IT_YOU, name=clean(place.name), agency=clean(place.agency)))
        if choose(here, [say(words.IT_IS_ME), say(words.IT_IS_NOT_ME)]) == 1:
            return None
        try:
            return joining.come_over(desk.store, place, window)
        except joining.PlaceHeld as held:
            here.console.say(str(held))
    return None
