"""How each person stands at each level on a day: until when what they completed holds.

The latest completion counts, whatever the case: who played another case of the level since is in date. What
has no level counts for its course alone. Agencies are those people belong to now. Somebody who was erased
stands nowhere: headcounts are of today's staff, and nobody can say whether they are.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, Select, Subquery, func, literal, select, union_all

from simulator.records import tables
from simulator.reports.asking import of_agency
from simulator.reports.report import Asked

FOR_EVER: Final = date(9999, 12, 31)
"""Until when a completion holds that does not run out."""
_done, _paper, _person = tables.completions.c, tables.paper_completions.c, tables.people.c


def standing(asked: Asked) -> Subquery:
    """One row for each person and level: learner, level, agency, until (the last day it holds)."""
    until = literal(FOR_EVER, Date)
    every = union_all(
        _held(_done, func.coalesce(_done.expires, until), _done.case_id, asked.day),
        _held(
            _paper,
            func.coalesce(_paper.expires, until),
            func.coalesce(_paper.course, _paper.case_id),
            asked.day,
        ),
    ).subquery("every_completion")
    query = (
        select(
            every.c.learner,
            every.c.level,
            func.max(_person.agency).label("agency"),
            func.max(every.c.until).label("until"),
        )
        .join(tables.people, _person.learner == every.c.learner)
        .where(*of_agency(_person.agency, asked))
        .group_by(every.c.learner, every.c.level)
    )
    return query.subquery("standing")


def _held(done: Any, until: ColumnElement[date], course: ColumnElement[str], day: date) -> Select[Any]:
    level = func.coalesce(func.nullif(done.level, ""), course)
    return select(done.learner, level.label("level"), until.label("until")).where(done.completed_on <= day)
