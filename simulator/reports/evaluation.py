"""R8, evaluation: what people answered before, after and weeks later, and whether they did what they meant.

Anonymous: every number of people below the smallest that may be shown is left out, with what it could be
worked out from. Three stages, the last answered with the manager (practice of London boards and of Leicester,
Leicestershire and Rutland; facts, practice.md 2.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from simulator.records import tables
from simulator.records.tables import Stage
from simulator.records.training.following_up import DAYS_LATER
from simulator.reports.asking import of_agency, plays_asked, workshops_asked
from simulator.reports.columns import columns
from simulator.reports.delivery import part_of
from simulator.reports.report import SUPPRESSED, Asked, Cell, Report, Row
from simulator.reports.suppression import hidden_in_line
from simulator.words import live, say
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles

COLUMNS: Final = columns(
    "item",
    "n",
    "pre_mean",
    "post_mean",
    "change",
    "follow_up_n",
    "follow_up_mean",
    "response_rate_percent",
)
INTENDED: Final = columns("intended", "answered", "done", "not_done", "confirmed", "not_confirmed")
_held, _attempt = tables.workshops.c, tables.attempts.c


class Answers(NamedTuple):
    """What people said of one item."""

    item: str
    n: int
    """People who answered before and after; the means are theirs."""
    pre: float
    post: float
    later: int
    """Those of them who answered weeks later."""
    later_mean: float | None


def evaluation(connection: Connection, asked: Asked) -> Report:
    """R8 for a period."""
    smallest = asked.area.smallest_shown
    found = answers(connection, asked)
    rows = tuple(_row(one, smallest) for one in found)
    star = say(notes.SUPPRESSED, smallest=smallest)
    intended = _intended(connection, asked)
    return Report(
        "R8", say(titles.R8), COLUMNS, rows, notes=(*_items(found), *map(say, notes.R8), star), parts=intended
    )


def _items(found: list[Answers]) -> Iterator[str]:
    """What was asked under each name, and what its numbers are."""
    for one in found:
        if one.item in live.CONFIDENCE:
            yield say(notes.ON_SCALE, item=one.item, question=say(live.CONFIDENCE[one.item]))
        elif one.item in live.KNOWLEDGE:
            yield say(notes.RIGHT_OR_WRONG, item=one.item, said=say(live.KNOWLEDGE[one.item][0]))


def answers(connection: Connection, asked: Asked) -> list[Answers]:
    """Each item that anybody answered before and after."""
    pre, post, later = (tables.evaluations.alias(name) for name in ("pre", "post", "later"))
    held, attempt = _held, _attempt
    day = func.coalesce(held.held_on, func.date(attempt.started))
    after = _days_between(connection, later.c.given_on, day)
    weeks = and_(*_same(later, post), later.c.stage == Stage.FOLLOW_UP, after.between(*DAYS_LATER))
    query = (
        select(
            post.c.item,
            func.count(),
            func.avg(pre.c.value),
            func.avg(post.c.value),
            func.count(later.c.value),
            func.avg(later.c.value),
        )
        .select_from(post)
        .join(pre, and_(*_same(pre, post), pre.c.stage == Stage.PRE))
        .outerjoin(tables.workshops, held.id == post.c.workshop)
        .outerjoin(tables.attempts, attempt.id == post.c.attempt)
        .outerjoin(later, weeks)
        .where(post.c.stage == Stage.POST, *_asked(asked, post.c))
        .group_by(post.c.item)
        .order_by(post.c.item)
    )
    return [
        Answers(item, n, float(pre_mean), float(post_mean), later_n, None if mean is None else float(mean))
        for item, n, pre_mean, post_mean, later_n, mean in connection.execute(query)
    ]


def _same(one: Any, other: Any) -> Iterator[ColumnElement[bool]]:
    """The same person's answer to the same item at the same occasion."""
    yield one.c.learner == other.c.learner
    yield one.c.item == other.c.item
    yield func.coalesce(one.c.workshop, one.c.attempt) == func.coalesce(other.c.workshop, other.c.attempt)


def _days_between(connection: Connection, later: Any, earlier: Any) -> ColumnElement[int]:
    if connection.dialect.name == "sqlite":
        return func.julianday(later) - func.julianday(earlier)
    return func.date(later) - func.date(earlier)


def _asked(asked: Asked, answered: Any) -> Iterator[ColumnElement[bool]]:
    """Of the workshops and plays of the period; an agency's people are those who belong to it now."""
    at_workshop = and_(answered.workshop.is_not(None), *workshops_asked(asked))
    in_own_play = and_(answered.attempt.is_not(None), *plays_asked(asked))
    in_its_play = and_(
        answered.attempt.is_not(None),
        _attempt.held_in.in_(select(_held.id).where(*workshops_asked(asked))),
    )
    yield or_(at_workshop, in_own_play, in_its_play)
    if asked.agency:
        theirs = select(tables.people.c.learner).where(*of_agency(tables.people.c.agency, asked))
        yield answered.learner.in_(theirs)


def _row(one: Answers, smallest: int) -> Row:
    hidden = hidden_in_line((one.later, one.n - one.later), smallest)
    if 2 in hidden:
        return (one.item, *(SUPPRESSED,) * 7)
    shown: tuple[Cell, ...] = (one.n, *map(_mean, (one.pre, one.post, one.post - one.pre)))
    if hidden:
        return (one.item, *shown, *(SUPPRESSED,) * 3)
    return (one.item, *shown, one.later, _mean(one.later_mean), part_of(one.later, one.n))


def _mean(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _intended(connection: Connection, asked: Asked) -> tuple[Report, ...]:
    """How many meant to do something, did it, and had it confirmed."""
    meant = tables.intentions.c

    def number(condition: ColumnElement[bool]) -> ColumnElement[int]:
        return func.sum(case((condition, 1), else_=0))

    query = (
        select(
            func.count(),
            number(meant.done.is_(True)),
            number(meant.done.is_(False)),
            number(meant.confirmed.is_(True)),
            number(meant.confirmed.is_(False)),
        )
        .select_from(tables.intentions)
        .outerjoin(tables.workshops, _held.id == meant.workshop)
        .outerjoin(tables.attempts, _attempt.id == meant.attempt)
        .where(*_asked(asked, meant))
    )
    meant_to, done, not_done, confirmed, not_confirmed = connection.execute(query).one()
    if not meant_to:
        return ()
    row = intended_row((meant_to, done, not_done, confirmed, not_confirmed), asked.area.smallest_shown)
    return (Report("R8 intended", say(titles.R8_INTENDED), INTENDED, (row,)),)


def intended_row(counts: tuple[int, int, int, int, int], smallest: int) -> Row:
    """The counts as they may be shown: all, done, not done, confirmed, not confirmed."""
    every, done, not_done, confirmed, not_confirmed = counts
    said = (done, not_done, every - done - not_done)
    by_manager = (confirmed, not_confirmed, every - confirmed - not_confirmed)
    hidden = [hidden_in_line(line, smallest) for line in (said, by_manager)]
    if any(3 in one for one in hidden):  # all of them are too few, or would tell how few some are
        return (SUPPRESSED,) * 6
    answered = SUPPRESSED if hidden[0] else done + not_done
    shown = [SUPPRESSED if at in hidden[0] else said[at] for at in (0, 1)]
    confirmed_shown = [SUPPRESSED if at in hidden[1] else by_manager[at] for at in (0, 1)]
    return (every, answered, *shown, *confirmed_shown)
