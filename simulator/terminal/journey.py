"""The way through the app: welcome, sign in or carry on, pick, play, look back, and round again."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from simulator.terminal.forms.view import Button, Item, View
from simulator.terminal.reading import asides
from simulator.terminal.screens.step import Answer, Step
from simulator.text import clean
from simulator.words import live as live_words
from simulator.words import say
from simulator.words import welcome as words

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp
    from simulator.terminal.desk.model import Desk, Unfinished, Wish
    from simulator.terminal.room.attempt import Attempt
    from simulator.terminal.room.seats import Seats
    from simulator.terminal.room.table import Table
    from simulator.terminal.screens.room import RoomScreen

BEGIN, COME_BACK, PRACTISE, RECORDS, FORGET, TRAINERS, LEAVE = (
    "begin",
    "come back",
    "practise",
    "records",
    "forget",
    "trainers",
    "leave",
)

JOIN = "join"


async def journey(app: SimulatorApp) -> None:
    """From the first screen to the last."""
    try:
        if app.options.attempt:
            resumed = (await _desk(app)).resume(app.options.attempt)
            await play(app, resumed.attempt, resumed.roles, resuming=True, table=resumed.seating)
        if app.options.console:
            from simulator.terminal.console.journey import watch

            await watch(app, await _desk(app))
            app.exit(0)
            return
        if app.options.join:
            await _join(app)
        while await _once(app):
            pass
    except SimulatorError as problem:
        app.last_words = (str(problem),)
        app.exit(1)
        return
    app.exit(0)


async def _desk(app: SimulatorApp) -> Desk:
    """The desk, which takes a moment to load: not in the way of the first screen."""
    if app.desk is None:
        from simulator.terminal.desk.opening import open_desk

        app.desk = await asyncio.to_thread(open_desk, app.options)
    return app.desk


async def _once(app: SimulatorApp) -> bool:
    """One time through; whether to ask again."""
    answer = await _welcome(app)
    if answer is None:
        return True  # nothing to go back to; leaving has its own line, and its own key
    if answer.id == LEAVE:
        return False
    known = app.met
    desk = await _desk(app)
    await _meet(app, desk)
    if not known and app.learner is not None and answer.id in (BEGIN, COME_BACK):
        return True  # quicker than the desk, which knows who this is: nobody signs in twice
    await _through(app, desk, answer.id)
    return True


async def _through(app: SimulatorApp, desk: Desk, door: str) -> None:
    """Through one of the doors of the welcome, and back to it."""
    if door.startswith("attempt "):
        resumed = desk.resume(door.removeprefix("attempt "))
        await play(app, resumed.attempt, resumed.roles, resuming=True, table=resumed.seating)
    elif door == JOIN:
        await _join(app)
    elif door in (BEGIN, COME_BACK):
        if await _signed_in(app, desk, door) and door == BEGIN:
            await _begin(app, desk)
    elif door == RECORDS:
        await _records(app, desk)
    elif door == TRAINERS:
        from simulator.terminal.trainers import trainers

        await trainers(app, desk)
    elif door == FORGET:
        await asyncio.to_thread(desk.remember, None)
        app.learner = None
    else:
        if door == PRACTISE:
            app.learner = None
        await _begin(app, desk)


async def _signed_in(app: SimulatorApp, desk: Desk, door: str) -> bool:
    from simulator.terminal.signing_in import come_back, sign_in

    if await (sign_in if door == BEGIN else come_back)(app, desk) is None:
        return False
    await _ask_again(app, desk)
    return True


async def _records(app: SimulatorApp, desk: Desk) -> None:
    from simulator.terminal.screens.records import Records

    assert app.learner is not None
    await _ask_again(app, desk)
    await app.push_screen_wait(Records(desk.transcript(app.learner)))


async def _ask_again(app: SimulatorApp, desk: Desk) -> None:
    """Whether an earlier training has lasted, of whoever is signed in, where it is time to ask."""
    from simulator.terminal.asking_again import ask_again

    await ask_again(app, desk)


async def _join(app: SimulatorApp) -> None:
    """A workshop, with the code that was given or is asked for; once, then the welcome is as ever."""
    from simulator.terminal.live.journey import join

    await join(app, await _desk(app))
    app.options = replace(app.options, join="")


async def _welcome(app: SimulatorApp) -> Answer | None:
    """The first screen is there before anything else is loaded; what can be carried on joins it."""
    unfinished: tuple[Unfinished, ...] = ()
    if app.met:
        unfinished = await asyncio.to_thread((await _desk(app)).unfinished, app.learner)
    screen = Step(asides.welcome(), _doors(app, unfinished))
    waiting = app.push_screen_wait(screen)
    if not app.met:
        app.run_worker(_offer(app, screen))
    return await waiting


async def _meet(app: SimulatorApp, desk: Desk) -> None:
    """Whom this machine remembers: asked once."""
    if app.met:
        return
    found = app.learner or await asyncio.to_thread(desk.remembered)
    if not app.met:
        app.learner, app.met = found, True


async def _offer(app: SimulatorApp, screen: Step) -> None:
    await app.painted.wait()
    desk = await _desk(app)
    await _meet(app, desk)
    unfinished = await asyncio.to_thread(desk.unfinished, app.learner)
    if (unfinished or app.learner) and app.screen is screen:
        await screen.ask(_doors(app, unfinished))


def _doors(app: SimulatorApp, unfinished: tuple[Unfinished, ...]) -> View:
    items = [Item(f"attempt {each.attempt}", _carry_on(each)) for each in unfinished[:5]]
    items.append(Item(BEGIN, say(words.PLAY if app.learner else words.BEGIN)))
    if app.learner is None:
        items.append(Item(COME_BACK, say(words.COME_BACK)))
    else:
        items.append(Item(RECORDS, say(words.RECORDS)))
    items.append(Item(PRACTISE, say(words.PRACTISE)))
    items.append(Item(JOIN, say(live_words.JOIN)))
    if app.learner is not None:
        items.append(Item(FORGET, say(words.SOMEBODY_ELSE, name=app.learner.name)))
    if app.options.served is None:  # in a browser nobody reaches this machine's files
        items.append(Item(TRAINERS, say(words.TRAINERS)))
    items.append(Item(LEAVE, say(words.LEAVE)))
    return View(say(words.WHAT_NOW), items=tuple(items))


def _carry_on(each: Unfinished) -> str:
    if each.table and each.last:
        return say(words.TABLE_WAS_AT, table=each.table, last=each.last, title=each.title)
    if each.last:
        return say(words.YOU_WERE_AT, step=each.step, last=each.last, title=each.title)
    return say(words.YOU_WERE_AT_STEP, step=each.step, title=each.title)


async def _begin(app: SimulatorApp, desk: Desk) -> None:
    from simulator.terminal.picking import pick

    wish: Wish | None = await pick(app, desk)
    if wish is None:
        return
    attempt = await asyncio.to_thread(desk.begin, wish)
    await play(app, attempt, wish.roles, table=wish.seating)


async def play(
    app: SimulatorApp,
    attempt: Attempt,
    roles: tuple[str, ...],
    *,
    resuming: bool = False,
    table: Table | None = None,
) -> None:
    """The case room, then the look back; or, for somebody who stepped out, a kind word."""
    from simulator.terminal.room.opening import seats_of
    from simulator.terminal.screens.room import Left

    desk = await _desk(app)
    app.resuming = resuming
    learner = app.learner.id if app.learner else None
    seats = seats_of(attempt, roles)
    if not resuming and not seats.shared:
        await brief(app, seats)
    elif not resuming:
        await _ask_round(app, desk, attempt, before=True)
    left = await app.push_screen_wait(await _room(app, seats, learner, table))
    if left is Left.ENDED:
        if seats.shared:
            await _ask_round(app, desk, attempt, before=False)
        if not await look_back(app, seats, desk, table) and seats.shared:
            await try_other_chairs(app, seats, desk, table)
    elif left is Left.STEPPED_OUT:
        from simulator.words import asides as aside_words

        view = View(say(aside_words.STEPPED_OUT), buttons=(Button("close", say(aside_words.CLOSE)),))
        await app.push_screen_wait(Step(asides.support(desk.board), view))


async def _ask_round(app: SimulatorApp, desk: Desk, attempt: Attempt, *, before: bool) -> None:
    """The questions before and after, of everybody at a table who is recorded."""
    asking = await asyncio.to_thread(desk.asking, attempt)
    if asking is None:
        return
    from simulator.terminal.asking import ask_after, ask_before

    await (ask_before if before else ask_after)(app, asking)


async def _room(app: SimulatorApp, seats: Seats, learner: str | None, table: Table | None) -> RoomScreen:
    """The room of one seat, or of a table; there everybody may first read their own page."""
    from simulator.terminal.screens.room import RoomScreen

    board = (await _desk(app)).board
    if not seats.shared:
        return RoomScreen(seats, board, learner)
    from simulator.terminal.room.table import Table
    from simulator.terminal.screens.room_table import TableRoom
    from simulator.terminal.seating import read_own_pages

    table = table or Table()
    if table.own_pages and not app.resuming:
        await read_own_pages(app, seats, table)
    return TableRoom(seats, board, table, learner)


async def brief(app: SimulatorApp, seats: Seats, about_others: str = "") -> None:
    """Who somebody is in this case, and what they hold, before anybody speaks."""
    from simulator.terminal.reading.panels import role_pack
    from simulator.terminal.room.seats import header
    from simulator.words import cases as case_words

    role = seats.roles[0]
    case = seats.attempt.game.case
    top = header(seats, role)
    others = (about_others or say(case_words.SIMULATED),) if len(case.roles) > 1 else ()
    title = say(case_words.BRIEF_TITLE, role=clean(case.roles[role].title))
    view = View(title, said=others, buttons=(Button("enter", say(case_words.ENTER)),))
    await app.push_screen_wait(Step(role_pack(seats, role), view, top.title, top.day))


async def try_other_chairs(app: SimulatorApp, seats: Seats, desk: Desk, table: Table | None) -> None:
    """Where the others are not done: the same case as practice, everybody in another seat."""
    from simulator.terminal.room.chairs import ONE_ON, first_scene, one_chair_on, other_chairs
    from simulator.terminal.room.table import Table

    answer: Answer | None = await app.push_screen_wait(Step((), other_chairs()))
    if answer is None or answer.id != ONE_ON:
        return
    tried = await asyncio.to_thread(desk.try_from, seats.attempt, first_scene(seats.attempt))
    if tried is not None:
        await play(app, tried, tried.seats, table=one_chair_on(table or Table(), tried.seats))


async def look_back(app: SimulatorApp, seats: Seats, desk: Desk, table: Table | None = None) -> bool:
    """The debrief; from one of its decisions, a practice attempt. Whether one was played."""
    from simulator.terminal.reading.debrief import make_debrief
    from simulator.terminal.screens.debrief import DebriefScreen
    from simulator.words import looking_back

    title = clean(seats.attempt.game.case.title)
    screen = DebriefScreen(title, lambda: make_debrief(seats, desk.board), seats.roles)
    scene = await app.push_screen_wait(screen)
    if scene:
        tried = await asyncio.to_thread(desk.try_from, seats.attempt, scene)
        if tried is not None:
            app.tell_briefly(say(looking_back.TRIED))
            await play(app, tried, seats.roles, resuming=True, table=table)
            return True
    return False
