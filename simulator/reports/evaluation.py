"""R8, evaluation: what people answered before, after and weeks later, and whether they did what they meant.

Anonymous: every number of people below the smallest that may be shown is left out, with what it could be
worked out from. Three stages, the last answered with the manager (practice of London boards and of Leicester,
Leicestershire and Rutland; facts, practice.md 2.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """Who answered before and after, once a training; the means are theirs."""
    pre: float
    post: float
    later: int
    """Those of them who answered weeks later."""
    later_mean: float | None
    people: tuple[int, int, int]
    """How many people those are in all, of whom answers came weeks later, and of whom once none did."""


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
        named = {"item": COLUMNS[0].said.get(one.item, one.item), "name": one.item}
        if one.item in live.CONFIDENCE:
            yield say(notes.ON_SCALE, question=say(live.CONFIDENCE[one.item]), **named)
        elif one.item in live.KNOWLEDGE:
            yield say(notes.RIGHT_OR_WRONG, said=say(live.KNOWLEDGE[one.item][0]), **named)


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
            func.count(post.c.learner.distinct()),
            _people(post.c.learner, later.c.value.is_not(None)),
            _people(post.c.learner, later.c.value.is_(None)),
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
        Answers(item, n, float(pre_mean), float(post_mean), later_n, mean and float(mean), tuple(people))
        for item, n, pre_mean, post_mean, later_n, mean, *people in connection.execute(query)
    ]


def _people(learner: ColumnElement[str], condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Of how many people the rows are that fit; one may have several."""
    return func.count(case((condition, learner)).distinct())


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
    everybody, *parts = one.people
    hidden = hidden_in_line(parts, smallest)
    if everybody < smallest:
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

    conditions = (
        meant.done.is_(True),
        meant.done.is_(False),
        meant.done.is_(None),
        meant.confirmed.is_(True),
        meant.confirmed.is_(False),
        meant.confirmed.is_(None),
    )
    query = (
        select(
            func.count(),
            *map(number, conditions),
            func.count(meant.learner.distinct()),
            *(_people(meant.learner, condition) for condition in conditions),
        )
        .select_from(tables.intentions)
        .outerjoin(tables.workshops, _held.id == meant.workshop)
        .outerjoin(tables.attempts, _attempt.id == meant.attempt)
        .where(*_asked(asked, meant))
    )
    found = tuple(connection.execute(query).one())
    if not found[0]:
        return ()
    row = intended_row(found[:7], found[7:], asked.area.smallest_shown)
    return (Report("R8 intended", say(titles.R8_INTENDED), INTENDED, (row,)),)


def intended_row(counts: Sequence[int], people: Sequence[int], smallest: int) -> Row:
    """The counts as they may be shown, and of how many people each is: all; done, not done, no answer yet;
    confirmed, not confirmed, nothing said."""
    hidden = [hidden_in_line(line, smallest) for line in (people[1:4], people[4:])]
    if people[0] < smallest or any(3 in one for one in hidden):  # or all would tell how few some are
        return (SUPPRESSED,) * 6
    shown = [SUPPRESSED if at in hidden[0] else counts[1 + at] for at in (0, 1)]
    confirmed = [SUPPRESSED if at in hidden[1] else counts[4 + at] for at in (0, 1)]
    return (counts[0], SUPPRESSED if hidden[0] else counts[1] + counts[2], *shown, *confirmed)
