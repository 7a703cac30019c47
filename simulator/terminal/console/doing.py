"""What a trainer does at the console: asks where it has to be asked, does it, and says what was done."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.play.room import POLLS
from simulator.scenario.model import Meet
from simulator.terminal.console.asking import one_of, show, sure, typed
from simulator.terminal.console.reading import attendance_paragraphs, support_paragraphs
from simulator.terminal.forms.view import Item
from simulator.terminal.live.awaiting import listed, title_of
from simulator.terminal.live.talk import said_lines
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.text import clean
from simulator.words import Phrase, say
from simulator.words import console as words
from simulator.workshop.attending import attendance_of, how_missed
from simulator.workshop.awaiting import What
from simulator.workshop.opening import new_code as another_code

if TYPE_CHECKING:
    from simulator.terminal.console.screen import ConsoleScreen
    from simulator.workshop.watching import TableSeen

WHOLE = ""


def _said(screen: ConsoleScreen, what: Phrase, done: Sequence[int]) -> None:
    """What was done, and to which tables."""
    names = {table.number: table.name for table in screen.seen.tables}
    tables = ", ".join(names.get(number, str(number)) for number in done)
    said = say(words.DONE, what=say(what), tables=tables) if done else say(words.NOTHING_DONE)
    screen.tell(said)


def _one(screen: ConsoleScreen) -> TableSeen | None:
    """The one table that is chosen, or the only one there is; else it is said that one has to be."""
    table = screen.table or (screen.seen.tables[0] if len(screen.seen.tables) == 1 else None)
    if table is None:
        screen.tell(say(words.ONE_TABLE))
    return table


async def begin(screen: ConsoleScreen) -> None:
    """Begin every table where somebody sits."""
    _said(screen, words.BEGIN, await asyncio.to_thread(screen.console.begin_all))


async def pause(screen: ConsoleScreen) -> None:
    """Freeze what is chosen."""
    _said(screen, words.PAUSE, await asyncio.to_thread(screen.console.pause, screen.numbers))


async def go_on(screen: ConsoleScreen) -> None:
    """Let it go on."""
    _said(screen, words.GO_ON, await asyncio.to_thread(screen.console.go_on, screen.numbers))


async def stops(screen: ConsoleScreen) -> None:
    """Pause at discussion points, or no longer."""
    stopping = not screen.seen.setting.stops
    await asyncio.to_thread(screen.console.stops, stopping, screen.numbers)
    screen.tell(say(words.STOPS_ON if stopping else words.STOPS_OFF))


async def votes(screen: ConsoleScreen) -> None:
    """Who gives their own view before one decides."""
    items = [Item(voters, say(words.VOTERS[voters])) for voters in POLLS]
    voters = await one_of(screen.simulator, say(words.WHO_VOTES), items)
    if voters is not None:
        _said(screen, words.VOTES, await asyncio.to_thread(screen.console.votes, voters, screen.numbers))


async def open_votes(screen: ConsoleScreen) -> None:
    """Open the votes that are in."""
    table = _one(screen)
    if table is not None:
        await asyncio.to_thread(screen.console.open_votes, table.number)
        _said(screen, words.OPEN_VOTES, [table.number])


async def time_box(screen: ConsoleScreen) -> None:
    """So many minutes from now."""
    answer = await typed(screen.simulator, say(words.MINUTES), say(words.MINUTES_ENTRY))
    if answer is None:
        return
    if not (answer.isascii() and answer.isdigit() and len(answer) < 4):
        screen.tell(say(words.NOT_MINUTES))
        return
    _said(
        screen,
        words.TIME_BOX,
        await asyncio.to_thread(screen.console.time_box, int(answer), screen.numbers),
    )


async def inject(screen: ConsoleScreen) -> None:
    """A prepared message of the case."""
    prepared = screen.seen.injects
    if not prepared:
        screen.tell(say(words.NO_INJECTS))
        return
    items = [Item(name, clean(text)) for name, text in prepared]
    chosen = await one_of(screen.simulator, say(words.WHICH_INJECT), items)
    roles = await _whom(screen, as_case=True) if chosen is not None else None
    if chosen is None or roles is None:
        return
    done = await asyncio.to_thread(screen.console.inject, chosen, screen.numbers, roles)
    _said(screen, words.INJECT, done)


async def write(screen: ConsoleScreen) -> None:
    """Words typed on the spot."""
    text = await typed(screen.simulator, say(words.WRITE_TITLE), say(words.WRITE_ENTRY))
    roles = await _whom(screen, as_case=False) if text else None
    if not text or roles is None:
        return
    _said(screen, words.WRITE, await asyncio.to_thread(screen.console.write, text, screen.numbers, roles))


async def _whom(screen: ConsoleScreen, *, as_case: bool) -> tuple[str, ...] | None:
    """The seats a message goes to; none means the whole table, or whom the case names."""
    seats = next((table.seats for table in screen.seen.tables), ())
    items = [Item(WHOLE, say(words.AS_CASE_SAYS if as_case else words.WHOLE_TABLE))]
    items += [Item(seat.role, seat.title[:1].upper() + seat.title[1:]) for seat in seats if seat.role]
    chosen = await one_of(screen.simulator, say(words.WHOM), items)
    return None if chosen is None else (chosen,) if chosen else ()


async def move_on(screen: ConsoleScreen) -> None:
    """Move a quiet table on, after asking."""
    table = _one(screen)
    attempt = screen.attempt(table) if table is not None else None
    if table is None or attempt is None:
        return
    who = listed(title_of(attempt.game.case, each.role) for each in table.awaited)
    if await sure(
        screen.simulator, say(words.SURE_MOVE_ON, name=table.name), say(words.SURE_MOVE_ON_SAYS, who=who)
    ):
        await asyncio.to_thread(screen.console.move_on, table.number)
        _said(screen, words.MOVE_ON, [table.number])


async def stand(screen: ConsoleScreen) -> None:
    """Say which decision of a meeting stands."""
    table = _one(screen)
    attempt = screen.attempt(table) if table is not None else None
    if table is None or attempt is None:
        return
    waits = any(each.what is What.STAND for each in table.awaited)
    decision = attempt.game.case.scenes[table.scene].decision if table.scene else None
    if not waits or decision is None or not isinstance(decision.kind, Meet):
        screen.tell(say(words.NOTHING_STANDS))
        return
    items = [Item(option.id, clean(" ".join(option.text.split()))) for option in decision.kind.options]
    chosen = await one_of(screen.simulator, say(words.WHICH_STANDS), items)
    if chosen is not None:
        await asyncio.to_thread(screen.console.stand, table.number, chosen)
        _said(screen, words.STAND, [table.number])


async def table_talk(screen: ConsoleScreen) -> None:
    """What a table says to itself, and a line from the trainer to it."""
    table = _one(screen)
    attempt = screen.attempt(table) if table is not None else None
    if table is None or attempt is None:
        return
    lines = await asyncio.to_thread(screen.console.talk, table.number)
    said = said_lines(attempt.game.case, lines) or (Paragraph(say(words.NO_TALK)),)
    text = await typed(screen.simulator, say(words.TALK_TITLE), say(words.SPEAK), said)
    if text:
        await asyncio.to_thread(screen.console.speak, table.number, text)


async def support(screen: ConsoleScreen) -> None:
    """Who stepped out, for the trainer alone."""
    await screen.look()
    await show(screen.simulator, say(words.SUPPORT_TITLE), support_paragraphs(screen.seen))


async def attendance(screen: ConsoleScreen) -> None:
    """Who has been there, and how."""
    there = await asyncio.to_thread(attendance_of, screen.store, screen.room)
    await show(screen.simulator, say(words.ATTENDANCE_TITLE), attendance_paragraphs(screen.seen, there))


async def free_seat(screen: ConsoleScreen) -> None:
    """Free a seat whose holder has gone."""
    table = _one(screen)
    if table is None:
        return
    held = [seat for seat in table.seats if seat.role and seat.name]
    items = [Item(seat.role, f"{seat.title}: {seat.name}") for seat in held]
    role = await one_of(screen.simulator, say(words.WHICH_SEAT), items)
    if role is not None:
        await asyncio.to_thread(screen.console.free, table.number, role)
        _said(screen, words.FREE_SEAT, [table.number])


async def new_code(screen: ConsoleScreen) -> None:
    """Another join code, shown once."""
    code = await asyncio.to_thread(another_code, screen.store, screen.room)
    said = [Paragraph(code, Look.NOTICE, 4), Paragraph(""), Paragraph(say(words.CODE_SAYS))]
    await show(screen.simulator, say(words.CODE_TITLE), said)


async def end_play(screen: ConsoleScreen) -> None:
    """End the play of what is chosen: all come to the debrief."""
    title = say(words.SURE_END, what=screen.chosen_words())
    if await sure(screen.simulator, title, say(words.SURE_END_SAYS)):
        _said(screen, words.END, await asyncio.to_thread(screen.console.end_all, screen.numbers))


async def close_room(screen: ConsoleScreen) -> None:
    """End the workshop, once it is said of whoever had gone whether they saw it through."""
    await screen.look()
    says = [say(words.SURE_CLOSE_SAYS)]
    playing = [table.name for table in screen.seen.tables if table.attempt and not table.ended]
    if playing:
        says.append(say(words.STILL_PLAYING, tables=", ".join(playing)))
    if not await sure(screen.simulator, say(words.SURE_CLOSE), " ".join(says)):
        return
    there = await asyncio.to_thread(attendance_of, screen.store, screen.room)
    names = {table.number: table.name for table in screen.seen.tables}
    for each in there.missed:
        how = say(
            words.SAW_IT_THROUGH_SAYS, table=names[each.table], agency=each.agency, how=how_missed(each)
        )
        if await sure(screen.simulator, say(words.SAW_IT_THROUGH, name=each.name), how):
            await asyncio.to_thread(screen.store.saw_through, each.attempt, each.learner)
    await asyncio.to_thread(screen.console.close)
    screen.dismiss("closed")


async def plenary(screen: ConsoleScreen) -> None:
    """Compare the tables."""
    from simulator.terminal.console.plenary import open_plenary

    screen.app.clear_notifications()  # what follows is for everybody to see
    await open_plenary(screen.simulator, screen.store, screen.room)


async def wall(screen: ConsoleScreen) -> None:
    """The room for everybody to see."""
    from simulator.terminal.console.wall import Wall

    screen.app.clear_notifications()
    await screen.simulator.push_screen_wait(Wall(screen.store, screen.room, screen.seen))
