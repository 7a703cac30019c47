"""What the record keeps of somebody, tidied and checked before it is kept."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from simulator.errors import RecordError
from simulator.records.tables import Person, row
from simulator.records.tables.base import LONGEST_LINE
from simulator.text import clean, name_key, person_name
from simulator.words import Phrase, say
from simulator.words import access as words

_ADDRESS: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+")
ADDRESSES: Final = ("email", "line_manager")


class Details(NamedTuple):
    """What somebody says of themselves. Only name and agency are asked of everybody."""

    name: str
    agency: str
    job_title: str = ""
    email: str = ""
    """Work address."""
    team: str = ""
    registration_number: str = ""
    line_manager: str = ""
    """Address of the line manager."""


class Known(NamedTuple):
    """Somebody of the record."""

    learner: str
    """Their pseudonym."""
    details: Details


def from_row(found: Any) -> Known:
    """Somebody, from a row of `people` as a mapping."""
    return Known(found["learner"], Details(**{field: found[field] for field in Details._fields}))


def columns(learner: str, details: Details) -> dict[str, Any]:
    """The row of `people` for checked details."""
    return row(Person, learner=learner, name_key=name_key(details.name), **details._asdict())


def checked(details: Details) -> Details:
    """Cleaned, or refused saying why: what somebody typed about themselves is never cut short silently.

    Raises SimulatorError.
    """
    kept = {field: line(field, value) for field, value in details._asdict().items() if field != "name"}
    if not kept["agency"]:
        raise RecordError(say(words.AGENCY_MISSING), say(words.AGENCY_MISSING_MESSAGE))
    for field in ADDRESSES:
        address(kept[field])
    return Details(name=person_name(details.name), **kept)


def line(field: str, value: str) -> str:
    """One line of somebody's details, with single spaces. Raises RecordError for one that is too long."""
    cleaned = " ".join(clean(value, LONGEST_LINE + 1).split())
    if len(cleaned) > LONGEST_LINE:
        shown = field.replace("_", " ")
        raise _refused(words.DETAIL_TOO_LONG, words.DETAIL_TOO_LONG_MESSAGE, field=shown, most=LONGEST_LINE)
    return cleaned


def address(text: str) -> str:
    """An e-mail address, or nothing. Raises RecordError for what looks like neither."""
    if text and not _ADDRESS.fullmatch(text):
        raise _refused(words.NOT_AN_ADDRESS, words.NOT_AN_ADDRESS_MESSAGE, address=text)
    return text


def _refused(title: Phrase, message: Phrase, **values: object) -> RecordError:
    return RecordError(say(title), say(message, **values), say(words.LEAVE_EMPTY))
