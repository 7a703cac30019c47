"""R4, the individual transcript and training matrix: a row for each person at each play."""

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
    Column("line_manager_email", "Line manager"),
    Column("course_code", "Course"),
    Column("course_title", "Title"),
    Column("scenario_version", "Version"),
    Column("guidance_edition", "Guidance"),
    Column("date", "Date"),
    Column("delivery", "Delivery"),
    Column("hours", "Hours"),
    Column("level", "Level"),
    Column("participatory", "Participatory"),
    Column("multi_agency", "Multi-agency"),
    Column("role_played", "Role played"),
    Column("status", "Status"),
    Column("expires_on", "Expires"),
    Column("certificate_number", "Certificate"),
    Column("trainer", "Trainer"),
)


def individual_transcript(connection: Connection, asked: Asked) -> Report:
    """R4 for everybody the question fits."""
    rows = tuple(map(_row, parts(connection, asked)))
    return Report("R4", say(words.R4), COLUMNS, rows)


def _row(part: Part) -> Row:
    return (
        part.learner,
        part.shown_name,
        part.email or "",
        part.agency,
        part.team or "",
        part.job_title or "",
        part.registration_number or "",
        part.line_manager or "",
        part.course,
        part.title,
        part.version[:12],
        part.edition or "",
        (part.completed_on or part.started.date()).isoformat(),
        str(part.delivery),
        part.hours,
        part.level or "",
        part.participatory,
        part.multi_agency,
        part.roles_played,
        part.status,
        part.expires.isoformat() if part.expires else None,
        part.certificate or "",
        part.trainer or "",
    )
