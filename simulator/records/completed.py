"""Every completion as one table: those that a play yielded, and those a trainer vouched for on paper."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    String,
    and_,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from simulator.records import tables
from simulator.records.tables import OnPaper


def every_completion() -> CompoundSelect[Any]:
    """A query for reports; use `.subquery()` of it as a table.

    Columns: attempt (NULL: none), workshop (NULL: none planned), course (NULL: find it by the case), learner,
    agency on the day, roles, case_id, case_version (NULL on paper), edition, minutes, level, participatory,
    multi_agency, how (`solo`, `table`, `workshop`, or a value of OnPaper), trainer, completed_on,
    certificate, expires.
    """
    return union_all(_played(), _on_paper())


def is_review(done: Any) -> ColumnElement[bool]:
    """Of the columns of that table: whether somebody stepped out of a play and went through it on paper."""
    return and_(done.attempt.is_not(None), done.how.in_([*OnPaper]))


def _played() -> Select[Any]:
    done, attempt, held = tables.completions.c, tables.attempts.c, tables.workshops.c
    return (
        select(
            done.attempt,
            attempt.held_in.label("workshop"),
            held.course,
            done.learner,
            done.agency,
            done.roles,
            done.case_id,
            done.case_version,
            done.edition,
            done.minutes,
            done.level,
            done.participatory,
            done.multi_agency,
            cast(done.delivery, String).label("how"),
            done.trainer,
            done.completed_on,
            done.certificate,
            done.expires,
        )
        .join(tables.attempts, attempt.id == done.attempt)
        .outerjoin(tables.workshops, held.id == attempt.held_in)
    )


def _on_paper() -> Select[Any]:
    done, attempt, held = tables.paper_completions.c, tables.attempts.c, tables.workshops.c
    workshop = func.coalesce(done.workshop, attempt.held_in)
    query = select(
        done.attempt,
        workshop.label("workshop"),
        func.coalesce(done.course, held.course).label("course"),
        done.learner,
        done.agency,
        literal("[]").label("roles"),
        done.case_id,
        cast(null(), String).label("case_version"),
        done.edition,
        done.minutes,
        done.level,
        done.participatory,
        done.multi_agency,
        cast(done.how, String).label("how"),
        done.trainer,
        done.completed_on,
        done.certificate,
        done.expires,
    )
    return query.outerjoin(tables.attempts, attempt.id == done.attempt).outerjoin(
        tables.workshops, held.id == workshop
    )
