"""The neutral export of completions: one row each, for any system that can read a table."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from simulator.reports.report import Asked, Column, Report, Row
from simulator.reports.taken_part import Part, parts
from simulator.words import reports as words
from simulator.words import say

COLUMNS: Final = (
    Column("learner_ref", "Learner"),
    Column("name", "Name"),
    Column("work_email", "Work e-mail"),
    Column("agency", "Agency"),
    Column("team", "Team"),
    Column("job_title", "Job title"),
    Column("registration_number", "Registration"),
    Column("course_code", "Course"),
    Column("course_title", "Title"),
    Column("level", "Level"),
    Column("scenario_version", "Version"),
    Column("guidance_edition", "Guidance"),
    Column("delivery", "Delivery"),
    Column("role_played", "Role played"),
    Column("started_at", "Started"),
    Column("completed_on", "Completed"),
    Column("minutes", "Minutes"),
    Column("hours", "Hours"),
    Column("participatory", "Participatory"),
    Column("multi_agency", "Multi-agency"),
    Column("expires_on", "Expires"),
    Column("certificate_number", "Certificate"),
    Column("trainer", "Trainer"),
)


def neutral_completions(connection: Connection, asked: Asked) -> Report:
    """Every completion, the oldest first."""
    rows = tuple(map(_row, parts(connection, asked, completed=True)))
    return Report("completions", say(words.NEUTRAL), COLUMNS, rows)


def _row(part: Part) -> Row:
    return (
        part.learner,
        part.shown_name,
        part.email or "",
        part.agency,
        part.team or "",
        part.job_title or "",
        part.registration_number or "",
        part.course,
        part.title,
        part.level or "",
        part.version,
        part.edition or "",
        str(part.delivery),
        part.roles_played,
        part.started.isoformat(timespec="seconds"),
        part.completed_on.isoformat() if part.completed_on else None,
        part.minutes,
        part.hours,
        part.participatory,
        part.multi_agency,
        part.expires.isoformat() if part.expires else None,
        part.certificate or "",
        part.trainer or "",
    )
