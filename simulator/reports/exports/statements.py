"""Completions as xAPI 1.0.3 statements: “somebody completed this simulation”, and never how well.

Ids are worked out from what the statement is about (UUID version 5), so that sending it again is sending the
same. The actor is an account with the record's pseudonym: no name and no address leaves.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from typing import Any, Final, TextIO
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import Connection

from simulator.reports.exports.finished import Finished, finished
from simulator.reports.report import Asked

VERSION: Final = "1.0.3"
NOBODYS_HOME: Final = "https://working-together-simulator.example"
"""Under which ids are made where a board names no address of its own; a name that can belong to nobody."""
LANGUAGE: Final = "en-GB"
PLATFORM: Final = "Working Together Simulator"
COMPLETED: Final = "http://adlnet.gov/expapi/verbs/completed"
SIMULATION: Final = "http://adlnet.gov/expapi/activities/simulation"

Statement = dict[str, Any]


def write_statements(connection: Connection, home: str, file: TextIO) -> int:
    """Write the statement of every completion to a file, from its beginning and a line each; give how many.

    `home` is the board's own web address, without a slash at its end.
    """
    file.seek(0)
    file.truncate()
    written = 0
    for row in finished(connection, Asked()):
        file.write(json.dumps(statement(row, home), sort_keys=True) + "\n")
        written += 1
    return written


def statement(row: Finished, home: str) -> Statement:
    """The statement of one completion."""
    return {
        "id": str(uuid5(NAMESPACE_URL, f"{home}/completions/{row.certificate_number}")),
        "actor": {"objectType": "Agent", "account": {"homePage": home, "name": row.learner_ref}},
        "verb": {"id": COMPLETED, "display": {LANGUAGE: "completed"}},
        "object": _activity(f"{home}/courses/{quote(row.course_code, safe='')}", row.course_title),
        "result": {"completion": True, "duration": f"PT{row.minutes}M"},
        "context": _context(row, home),
        "timestamp": _moment(row).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }


def _activity(id_: str, name: str) -> dict[str, Any]:
    named = {"name": {LANGUAGE: name}} if name else {}
    return {"objectType": "Activity", "id": id_, "definition": {"type": SIMULATION, **named}}


def _context(row: Finished, home: str) -> dict[str, Any]:
    known = {
        "agency": row.agency,
        "role": row.role_played,
        "level": row.level,
        "delivery": row.delivery,
        "guidance-edition": row.guidance_edition,
        "scenario-version": row.scenario_version,
        "participatory": row.participatory,
        "multi-agency": row.multi_agency,
    }
    return {
        "platform": PLATFORM,
        "language": LANGUAGE,
        "extensions": {f"{home}/extensions/{name}": value for name, value in known.items() if value != ""},
    }


def _moment(row: Finished) -> datetime:
    """The day it was completed, at noon: the record keeps the day."""
    return datetime.combine(row.completed_on, time(12), UTC)
