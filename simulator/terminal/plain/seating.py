"""Who sits round one screen, line by line: seats, a scribe, observers, and everybody's own page."""

from __future__ import annotations

from typing import NamedTuple

from simulator.errors import SimulatorError
from simulator.scenario.model import Case
from simulator.terminal.desk.model import Desk, Learner, SignIn
from simulator.terminal.forms.view import View
from simulator.terminal.plain.asides import Here, ask, choose
from simulator.terminal.plain.deciding import reply, show
from simulator.terminal.plain.signing_in import agency_of
from simulator.terminal.reading import asides
from simulator.terminal.reading.panels import role_pack
from simulator.terminal.room import seating as sitting
from simulator.terminal.room.seating import BESIDE, Came, Place, Seated
from simulator.terminal.room.seats import Seats
from simulator.terminal.room.table import Table, curtain, who_is_ready
from simulator.text import clean, person_name
from simulator.words import plain as plain_words
from simulator.words import say
from simulator.words import signing_in as signing_words
from simulator.words import table as words


class Entering(NamedTuple):
    """How people at a table say who they are."""

    here: Here
    desk: Desk
    me: Learner | None
    """Whoever has signed in."""
    years: int
    recorded: bool
    """Whether it is kept who takes part; else only names are asked."""
    led: bool = False
    """By a trainer, who says whether the table is asked round."""


def seat_table(entering: Entering, case: Case) -> Seated | None:
    """Who sits where; None where they went back."""
    here, recorded, led = entering.here, entering.recorded, entering.led
    if recorded:
        here.console.tell(asides.purposes(entering.years))
    seated, shown = Seated(Table(asks_round=not led)), View("")
    while True:
        view = sitting.seats_view(case, seated, recorded=recorded, led=led)
        show(here, view, shown)
        shown = view
        what = reply(here, view).chosen[0].id
        if what == sitting.BACK:
            return None
        if what == sitting.BEGIN:
            for name, phrase in seated.phrases:
                here.console.say(f"{name}: {say(signing_words.YOUR_PHRASE, typed=phrase)}")
            return seated
        seated = sitting.turned(seated, what) or _changed(entering, case, seated, what)


def _changed(entering: Entering, case: Case, seated: Seated, what: str) -> Seated:
    if what == sitting.SCRIBE:
        items = sitting.scribes(seated)
        entering.here.console.say(say(words.WHO_WRITES))
        what = items[choose(entering.here, [item.text for item in items])].id
        if what != BESIDE:
            return sitting.with_scribe(seated, what.removeprefix(BESIDE))
    place = sitting.place_of(entering.desk.board, case, what)
    return sitting.taken(seated, place, _somebody(entering, seated, place))


def _somebody(entering: Entering, seated: Seated, place: Place) -> Came | None:
    """A name, and where it is recorded an agency; None where it is no name. Enter alone: nobody."""
    here = entering.here
    here.console.say(place.title)
    typed = ask(here, say(plain_words.TYPE, label=say(words.NAME_OR_ENTER)), free=True)
    if not typed:
        return Came("")
    try:
        name = person_name(typed)
        came = sitting.who_is_it(seated, name, entering.me)
        return came or (_enter(entering, name, place.usual) if entering.recorded else Came(name))
    except SimulatorError as problem:
        here.console.say(str(problem))
        return None


def _enter(entering: Entering, name: str, usual: str) -> Came:
    """Somebody who is new to the record, or comes back to it with their words. Raises SimulatorError."""
    here, desk = entering.here, entering.desk
    typed = ask(here, say(plain_words.TYPE, label=say(words.WORDS_OR_ENTER)), free=True)
    if typed:
        learner = desk.come_back(name, typed)
        return Came(learner.name, learner)
    here.console.say(say(words.WHOSE_AGENCY, name=clean(name)))
    return sitting.signed_in(desk.sign_in(SignIn(name, agency_of(here, desk, usual))))


def read_own_pages(here: Here, seats: Seats, table: Table) -> None:
    """The laptop goes round once: everybody hears who they are and what is in their own file."""
    for role in seats.roles:
        case = seats.attempt.game.case
        here.console.say(curtain(table, case, role))
        here.console.hear(f"{who_is_ready(case, role)} {say(plain_words.ENTER)}")
        here.console.tell(role_pack(seats, role))
        here.console.hear(f"{say(words.PASS_ON)}. {say(plain_words.ENTER)}")
        here.console.hide()
