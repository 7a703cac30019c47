"""R4, the individual transcript and training matrix: a row for each person at each session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

from simulator.reports.columns import columns
from simulator.reports.individual import individual_rows, row_count
from simulator.reports.report import Asked, Cell, Report
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say

COLUMNS: Final = columns(
    "learner_ref",
    "name",
    "work_email",
    "agency",
    "team",
    "job_title",
    "registration_number",
    "line_manager_email",
    "course_code",
    "course_title",
    "scenario_version",
    "guidance_edition",
    "date",
    "delivery",
    "hours",
    "level",
    "participatory",
    "multi_agency",
    "role_played",
    "status",
    "expires_on",
    "certificate_number",
    "trainer",
)


def entries_of(connection: Connection, learner: str) -> tuple[Mapping[str, str], ...]:
    """One person's rows in words, column by column."""
    rows = individual_rows(connection, Asked(), learner)
    names = [column.id for column in COLUMNS]
    return tuple(dict(zip(names, map(_said, row), strict=True)) for row in rows)


def _said(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def individual_stream(connection: Connection, asked: Asked) -> Report:
    """R4 with rows that come from the database as they are read, however many there are."""
    return Report(
        "R4",
        say(titles.R4),
        COLUMNS,
        individual_rows(connection, asked),
        notes=tuple(map(say, notes.R4)),
        counted=lambda: row_count(connection, asked),
    )
