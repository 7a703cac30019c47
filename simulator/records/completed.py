"""Every completion as one table: those that a play yielded, and those a trainer vouched for on paper."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CompoundSelect, Select, String, cast, literal, null, select, union_all

from simulator.records import tables


def every_completion() -> CompoundSelect[Any]:
    """A query for reports; use `.subquery()` of it as a table.

    Columns: attempt (NULL: none), workshop (NULL: none planned), course (NULL: find it by the case), learner,
    agency on the day, roles, case_id, case_version (NULL on paper), edition, minutes, level, participatory,
    multi_agency, how (`solo`, `table`, `workshop`, or a value of OnPaper), trainer, completed_on,
    certificate, expires.
    """
    return union_all(_played(), _on_paper())


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
    done = tables.paper_completions.c
    return select(
        done.attempt,
        done.workshop,
        done.course,
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
