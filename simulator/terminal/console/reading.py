"""A room as the trainer's console shows it: tables and seats in lines, one table in paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from math import ceil

from simulator.records.rooms_talk import TalkLine
from simulator.records.tables import PlaceState, Presence
from simulator.scenario.model import Case
from simulator.terminal.forms.view import Is, Item
from simulator.terminal.live.awaiting import listed, title_of
from simulator.terminal.live.talk import said_lines
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.text import clean
from simulator.words import console as words
from simulator.words import say, say_count
from simulator.workshop.attending import Attendance, Attended, how_missed
from simulator.workshop.watching import RoomSeen, SeatSeen, TableSeen

ALL = "all"
HOW = {Presence.ATTENDED: words.HOW_ATTENDED, Presence.STEPPED_OUT: words.HOW_OUT}
UNDER = " " * 5
"""Before a table's seats, so that they stand under its name."""
QUIET_AFTER = 5
"""Minutes without a move from which a table is called quiet."""


def items_of(room: RoomSeen, now: datetime) -> tuple[Item, ...]:
    """All tables, then each with its seats under it."""
    found = [Item(ALL, say(words.ALL_TABLES))]
    for table in room.tables:
        found.append(Item(str(table.number), " · ".join((table.name, *state_of(table, now)))))
        found += (
            Item(f"{table.number}/{number}", _seat(seat, begun=bool(table.attempt)), UNDER, what=Is.HEADING)
            for number, seat in enumerate(table.seats)
        )
    return tuple(found)


def state_of(table: TableSeen, now: datetime) -> Iterator[str]:
    """How far a table is, whether it is paused or quiet, how long it has."""
    if not table.attempt:
        seats = [seat for seat in table.seats if seat.role]
        taken = sum(1 for seat in seats if seat.state is PlaceState.TAKEN)
        yield say(words.NOT_BEGUN, here=taken, of=len(seats))
        return
    if table.ended:
        yield say(words.ENDED)
        return
    yield say(words.STEP, step=table.step + 1, about=max(table.about, table.step + 1))
    if table.paused:
        yield say(words.AT_STOP) if table.at_stop else say(words.PAUSED)
    elif table.quiet_minutes >= QUIET_AFTER:
        yield say(words.QUIET, minutes=table.quiet_minutes)
    if table.box is not None:
        minutes = ceil((table.box.until - now).total_seconds() / 60)
        yield say(words.BOX_LEFT, minutes=minutes) if minutes > 0 else say(words.BOX_OVER)


def _seat(seat: SeatSeen, *, begun: bool) -> str:
    title = seat.title[:1].upper() + seat.title[1:]
    habit = seat.state is PlaceState.SIMULATED or (begun and seat.state is PlaceState.FREE)
    if habit and not seat.name:
        return say(words.SEAT_SIMULATED, title=title)
    if seat.state is PlaceState.FREE:
        return say(words.SEAT_FREE, title=title)
    agency = say(words.AGENCY, agency=seat.agency) if seat.agency else ""
    line = say(words.SEAT, title=title, name=seat.name or say(words.NO_NAME), agency=agency)
    marks = [say(words.AWAITED)] if seat.awaited else []
    marks += [say(words.AWAY)] if seat.away else []
    return " · ".join((line, *marks))


def table_paragraphs(
    table: TableSeen, case: Case | None, talk: Sequence[TalkLine], question: str, now: datetime
) -> tuple[Paragraph, ...]:
    """One table: where it is, who is awaited, who came late or stepped out, what it says to itself."""
    found = [Paragraph(" · ".join((table.name, *state_of(table, now))), Look.HEADING)]
    if question:
        found.append(Paragraph(say(words.WHERE_IT_IS, question=question)))
    if case is not None and not table.ended:
        who = listed(title_of(case, each.role) for each in table.awaited)
        found.append(Paragraph(say(words.WAITS, who=who) if table.awaited else say(words.NOBODY_AWAITED)))
    if table.late:
        found.append(Paragraph(say(words.LATE, names=", ".join(table.late)), Look.QUIET))
    if table.stepped_out:
        names = ", ".join(table.stepped_out)
        found.append(Paragraph(say(words.SUPPORT_AT, names=names), Look.NOTICE))
    found += [Paragraph(""), Paragraph(say(words.TALK_TITLE), Look.QUIET)]
    said = said_lines(case, talk) if case is not None else ()
    return (*found, *(said or (Paragraph(say(words.NO_TALK)),)))


def counts(room: RoomSeen) -> str:
    """`9 here, 2 tables`."""
    here = sum(
        1 for table in room.tables for seat in table.seats if seat.state is PlaceState.TAKEN and not seat.away
    )
    return say_count(len(room.tables), words.COUNT, words.COUNTS, here=here)


def support_paragraphs(room: RoomSeen) -> tuple[Paragraph, ...]:
    """Who stepped out, for the trainer alone."""
    out = [
        Paragraph(say(words.SUPPORT_LINE, name=clean(name), table=table.name), indent=2)
        for table in room.tables
        for name in table.stepped_out
    ]
    return (*(out or [Paragraph(say(words.NOBODY_OUT))]), Paragraph(""), Paragraph(say(words.SUPPORT_HINT)))


def attendance_paragraphs(room: RoomSeen, there: Attendance) -> tuple[Paragraph, ...]:
    """Everybody of the record who has been there, table by table; for the trainer alone."""
    counted = say(
        words.CAME,
        came=there.came,
        attended=there.attended,
        out=there.stepped_out,
        part=there.part,
        late=there.late,
    )
    found = [Paragraph(counted)]
    for table in room.tables:
        people = [each for each in there.people if each.table == table.number]
        found += [Paragraph(""), Paragraph(table.name, Look.HEADING)] if people else []
        found += [Paragraph(_attended(each), indent=2) for each in people]
    by_hand = say(words.BY_HAND, workshop=room.room)
    return (*found, Paragraph(""), Paragraph(by_hand, Look.QUIET))


def _attended(each: Attended) -> str:
    how = how_missed(each) if each.missed else say(HOW.get(each.presence, words.HOW_PART))
    how = say(words.HOW_LATE, how=how) if each.late else how
    return say(words.PERSON, name=each.name, agency=each.agency, how=how)
