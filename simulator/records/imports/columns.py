"""Which column of a file is which: other systems name the same thing in many ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from simulator.records.imports.faults import Cell, Fault
from simulator.records.imports.reading import Sheet
from simulator.words import records_import as words
from simulator.words import say

ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "learner_ref": ("learner", "learner id", "user id", "pseudonym"),
    "name": ("full name", "learner name", "delegate", "delegate name", "participant"),
    "first_name": ("forename", "given name", "firstname"),
    "last_name": ("surname", "family name", "lastname"),
    "work_email": ("e-mail", "email", "email address", "e-mail address", "work e-mail", "delegate email"),
    "agency": ("organisation", "organization", "employer", "partner agency", "agency name"),
    "team": ("team or service", "service", "department", "school", "practice", "site"),
    "job_title": ("job", "post", "job role", "role", "position", "designation"),
    "registration_number": (
        "registration",
        "registration no",
        "registration no.",
        "professional registration",
    ),
    "line_manager_email": (
        "line manager e-mail",
        "line manager",
        "manager e-mail",
        "manager email",
        "manager",
    ),
    "workshop": ("workshop id", "event", "event id", "session", "workshop title", "title"),
    "course_code": ("course", "course id", "course title"),
    "held_on": ("date", "event date", "workshop date", "session date", "course date", "start date"),
    "booked_on": ("booking date", "date booked", "booked"),
    "status": ("booking status", "attendance", "attended", "outcome"),
    "reason": ("reason for absence", "cancellation reason", "non-attendance reason"),
    "cancelled_on": ("cancellation date", "date cancelled", "cancelled"),
    "charge": ("charged", "invoice", "fee due"),
    "table": ("table name", "group"),
    "level": ("training level", "course level"),
    "in_scope": ("headcount", "staff in scope", "staff", "number in scope", "number of staff"),
    "as_of": ("as at", "as of", "on", "census date", "counted on"),
    "source": ("return", "where from"),
}
"""Our name of a column -> what other systems call it."""


class Columns(NamedTuple):
    """Where a file has what."""

    places: Mapping[str, int]
    heads: Mapping[str, Cell]
    left_out: tuple[str, ...]
    faults: tuple[Fault, ...]

    def cell(self, row: tuple[Cell, ...], name: str) -> Cell:
        """A row's cell; an empty one where the file or the row has none."""
        place = self.places.get(name)
        if place is not None and place < len(row):
            return row[place]
        return Cell("", row[0].line, row[0].column if place is None else row[-1].column)


def columns_of(sheet: Sheet, names: tuple[str, ...], needed: tuple[str, ...]) -> Columns:
    """Find the columns of those names; faults for those that are needed and missing, or there twice.

    A head may say more after a colon, as those of a sheet do that asks people something.
    """
    places: dict[str, int] = {}
    heads: dict[str, Cell] = {}
    left_out: list[str] = []
    faults: list[Fault] = []
    known = {_folded(word): name for name in names for word in (name, *ALSO.get(name, ()))}
    own = {_folded(name): name for name in names}
    for place, head in enumerate(sheet.heads):
        name = known.get(_folded(head.text)) or own.get(_folded(head.text.partition(":")[0]))
        if name is None:
            left_out += [head.text] if head.text else []
        elif name in places:
            first = heads[name].text
            faults.append(head.fault(words.TWO_COLUMNS, first=first, second=head.text, column=name))
        else:
            places[name], heads[name] = place, head
    faults += _missing(sheet, places, needed)
    return Columns(places, heads, tuple(left_out), tuple(faults))


def _missing(sheet: Sheet, places: Mapping[str, int], needed: tuple[str, ...]) -> Iterator[Fault]:
    """`a|b` needs one of two, `a+b` both of them."""
    for name in needed:
        choices = [choice.split("+") for choice in name.split("|")]
        if sheet.heads and not any(all(part in places for part in choice) for choice in choices):
            yield Fault(sheet.heads[0].line, 1, say(words.NO_COLUMN, column=choices[0][0]))


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
