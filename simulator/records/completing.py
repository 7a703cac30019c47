"""Attendance and completion: folds of the journal, written in the transaction of the move they follow from.

A completion says that somebody saw a case through and what that counts for. It never depends on a score, and
stepping out never counts against anybody: who stepped out attended.
"""

from __future__ import annotations

import calendar
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, and_, func, insert, select, update

from scoring.rulebook import Rulebook
from simulator.errors import MoveRefused, RecordError
from simulator.play.game import Game
from simulator.play.moves import HandOver, Move, StepOut
from simulator.play.state import State
from simulator.records import tables
from simulator.records.beginning import Player
from simulator.records.gone import gone
from simulator.records.tables import Attempt, Attendance, Completion, Presence, row
from simulator.words import records as words
from simulator.words import say

MAIN_FAMILY: Final = "working together"
"""The family of guidance whose edition a training record names."""


class Finish(NamedTuple):
    """The end of a play."""

    at: datetime
    ending: str
    state: State


def join(connection: Connection, about: Attempt, players: Iterable[Player], at: datetime) -> None:
    """Record that people are there, each once; coming again with other seats replaces the seats.

    Raises MoveRefused once the play has ended, RecordError for somebody the record does not know (any more).
    """
    if about.finished:
        raise MoveRefused(say(words.HAS_ENDED), say(words.HAS_ENDED_MESSAGE))
    there = tables.attendances.c
    for player in players:
        if is_erased(connection, player.learner):
            message = say(words.NO_PERSON_MESSAGE, learner=player.learner[:40])
            raise RecordError(say(words.NO_PERSON), message)
        roles = json.dumps(player.roles)
        here = and_(there.attempt == about.id, there.learner == player.learner)
        if connection.execute(update(tables.attendances).where(here).values(roles=roles)).rowcount:
            continue
        agency = select(tables.people.c.agency).where(tables.people.c.learner == player.learner)
        values = row(
            Attendance,
            attempt=about.id,
            learner=player.learner,
            roles=roles,
            agency=connection.scalar(agency) or "",
            presence=Presence.PART,
            first=not about.practice_only and not _has_played(connection, about, player.learner),
            joined=at,
        )
        connection.execute(insert(tables.attendances).values(values))


def is_erased(connection: Connection, learner: str) -> bool:
    """Whether the record knows nobody of this pseudonym, or no longer does."""
    known = tables.learners.c
    found = connection.execute(select(known.erased).where(known.id == learner)).first()
    return found is None or found.erased is not None


def _has_played(connection: Connection, about: Attempt, learner: str) -> bool:
    there, attempt = tables.attendances.c, tables.attempts.c
    earlier = (
        select(there.attempt)
        .join(tables.attempts, attempt.id == there.attempt)
        .where(
            there.learner == learner,
            attempt.case_id == about.case_id,
            attempt.id != about.id,
            ~attempt.practice_only,
        )
        .limit(1)
    )
    return connection.execute(earlier).first() is not None


def reseat(connection: Connection, attempt: str, game: Game, move: Move, after: State) -> None:
    """A seat changed hands: whoever has no seat left has stepped out, or is there again."""
    if not isinstance(move, StepOut | HandOver):
        return
    seat = game.seats_of((move.role,))
    for attendance in attendances_of(connection, attempt):
        seats = _seats(game, attendance.roles)
        if not seats & seat:
            continue
        if isinstance(move, StepOut) and not seats & after.seats:
            set_presence(connection, attendance, Presence.STEPPED_OUT)
        elif seats & seat & after.seats and attendance.presence is Presence.STEPPED_OUT:
            set_presence(connection, attendance, Presence.PART)


def leave(connection: Connection, attempt: str, learner: str) -> None:
    """Somebody leaves a table that goes on; who leaves attended. Nothing happens once the play has ended."""
    for attendance in attendances_of(connection, attempt):
        if attendance.learner == learner and attendance.presence is Presence.PART:
            set_presence(connection, attendance, Presence.STEPPED_OUT)


def attendances_of(connection: Connection, attempt: str) -> list[Attendance]:
    """Everybody who is or was at an attempt."""
    there = tables.attendances
    rows = connection.execute(select(there).where(there.c.attempt == attempt).order_by(there.c.learner))
    return [Attendance.model_validate(dict(one)) for one in rows.mappings()]


def set_presence(connection: Connection, attendance: Attendance, presence: Presence) -> None:
    """Record how somebody is there."""
    there = tables.attendances.c
    here = and_(there.attempt == attendance.attempt, there.learner == attendance.learner)
    connection.execute(update(tables.attendances).where(here).values(presence=presence))


def finish(
    connection: Connection, about: Attempt, game: Game, end: Finish, new_id: Callable[[], str]
) -> None:
    """The play is over: who is still seated attended, and completed unless it was practice only. Who had gone
    while the table played on was there in part."""
    done = {"finished": end.at, "ending": end.ending}
    connection.execute(update(tables.attempts).where(tables.attempts.c.id == about.id).values(done))
    missed = gone(connection, about.id, game)
    there = [one for one in through(connection, about.id, game, end.state) if one.learner not in missed]
    _complete(connection, about, game, end.at, there, new_id)


def count_in(
    connection: Connection, about: Attempt, game: Game, end: Finish, learner: str, new_id: Callable[[], str]
) -> None:
    """Somebody who had gone when the play ended saw it through, by a trainer's word."""
    there = [
        one
        for one in through(connection, about.id, game, end.state)
        if one.learner == learner and one.presence is Presence.PART
    ]
    _complete(connection, about, game, end.at, there, new_id)


def _complete(
    connection: Connection,
    about: Attempt,
    game: Game,
    at: datetime,
    seen_through: Sequence[Attendance],
    new_id: Callable[[], str],
) -> None:
    for attendance in seen_through:
        set_presence(connection, attendance, Presence.ATTENDED)
    for completion in completions_of(connection, about, game.rulebook, at, seen_through):
        values = row(Completion, **completion, certificate=new_id())
        connection.execute(insert(tables.completions).values(values))


def through(connection: Connection, attempt: str, game: Game, ended: State) -> list[Attendance]:
    """Those who are in a seat at the end; a table that plays together is, as long as any seat is played."""
    return [
        one
        for one in attendances_of(connection, attempt)
        if _seats(game, one.roles) & ended.seats and one.presence is not Presence.STEPPED_OUT
    ]


def _seats(game: Game, roles: str) -> int:
    return game.seats_of(tuple(json.loads(roles)) or game.roles)


def completions_of(
    connection: Connection,
    about: Attempt,
    rulebook: Rulebook,
    at: datetime,
    seen_through: Sequence[Attendance],
) -> list[dict[str, Any]]:
    """What the completions of an attempt must hold, all but the certificate's number."""
    if about.practice_only:
        return []
    multi_agency = _agencies_at(connection, about.id) > 1
    return [
        {
            "attempt": about.id,
            "learner": one.learner,
            "agency": one.agency,
            "roles": one.roles,
            "case_id": about.case_id,
            "case_version": about.case_version,
            "edition": rulebook.editions.get(MAIN_FAMILY, ""),
            "minutes": about.minutes,
            "level": about.level,
            "participatory": about.participatory,
            "multi_agency": multi_agency,
            "delivery": about.delivery,
            "trainer": about.trainer,
            "completed_on": at.date(),
            "expires": months_later(at.date(), about.valid_months) if about.valid_months else None,
        }
        for one in seen_through
    ]


def _agencies_at(connection: Connection, attempt: str) -> int:
    there = tables.attendances.c
    agencies = select(func.count(there.agency.distinct())).where(there.attempt == attempt, there.agency != "")
    return connection.scalar(agencies) or 0


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
