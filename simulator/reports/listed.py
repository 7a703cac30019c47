"""Every report a training lead can ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, text

from simulator.reports.absences import absences
from simulator.reports.agreed import actions_agreed
from simulator.reports.asked_again import follow_up
from simulator.reports.asking import with_spellings
from simulator.reports.attendance import attendance
from simulator.reports.delivery import course_delivery
from simulator.reports.evaluation import evaluation
from simulator.reports.items import items
from simulator.reports.mix import mix
from simulator.reports.pack import pack
from simulator.reports.quality import exceptions
from simulator.reports.reach import reach
from simulator.reports.refreshers import refreshers
from simulator.reports.report import Asked, Make, Report
from simulator.reports.themes import themes
from simulator.reports.trainers import trainer_contribution
from simulator.reports.transcript import individual_stream
from simulator.words import Phrase
from simulator.words import reports_titles as titles

REPORTS: Final[Mapping[str, Make]] = {
    "R1": course_delivery,
    "R2": attendance,
    "R3": reach,
    "R4": individual_stream,
    "R5": refreshers,
    "R6": absences,
    "R7": mix,
    "R8": evaluation,
    "R9": themes,
    "R10": trainer_contribution,
    "R11": pack,
    "R12": exceptions,
    "R13": actions_agreed,
    "FOLLOW-UP": follow_up,
    "ITEMS": items,
}
"""By name."""
ALSO: Final[Mapping[str, str]] = {"PACK": "R11", "EVALUATION": "R8"}
"""Other words for some of them."""
PERSONAL: Final = frozenset({"R4", "R5", "R6", "R10", "R12", "FOLLOW-UP"})
"""Those that name people, or hold a row for each."""
TITLES: Final[Mapping[str, Phrase]] = {
    "R1": titles.R1,
    "R2": titles.R2,
    "R3": titles.R3,
    "R4": titles.R4,
    "R5": titles.R5,
    "R6": titles.R6,
    "R7": titles.R7,
    "R8": titles.R8,
    "R9": titles.R9,
    "R10": titles.R10,
    "R11": titles.R11,
    "R12": titles.R12,
    "R13": titles.R13,
    "FOLLOW-UP": titles.FOLLOW_UP,
    "ITEMS": titles.ITEMS,
}
"""What each holds."""


def called(name: str) -> str:
    """A report's name as people read it: `R1`, or its word in small letters."""
    return name if name[1:].isdigit() else name.lower()


LONGEST: Final = "10min"
"""That a server may think about one question; a move must be answered sooner."""


def make(connection: Connection, name: str, asked: Asked) -> Report:
    """Make a report by its name."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL statement_timeout = '{LONGEST}'"))
    return REPORTS[name](connection, with_spellings(connection, asked))
