"""Columns of reports by their names: what each is called and what its cells are."""

from __future__ import annotations

from simulator.reports.report import Column, Kind
from simulator.words import say
from simulator.words.reports_columns import ITEMS, TITLES

_DAYS = frozenset(
    [
        "date",
        "first_date",
        "last_date",
        "completed_on",
        "expires_on",
        "agreed_on",
        "due",
        "done_on",
        "answer_by",
    ]
)
_YES_OR_NO = frozenset(["participatory", "multi_agency", "charge", "late", "wrote_intention"])
_MEASURES = frozenset(["hours", "pre_mean", "post_mean", "change", "follow_up_mean", "discrimination"])
_SAID = {"item": {name: say(said) for name, said in ITEMS.items()}}
_NUMBERS = frozenset(
    [
        "minutes",
        "sessions",
        "capacity",
        "booked",
        "attended",
        "completed",
        "completions",
        "cancelled",
        "no_show",
        "unscheduled",
        "change_on_previous_period",
        "change_on_year_before",
        "in_scope",
        "in_date",
        "due_90",
        "overdue",
        "not_known",
        "due_30",
        "due_31_60",
        "due_61_90",
        "days_left",
        "weeks",
        "notice_days",
        "bookings",
        "tables",
        "people",
        "agencies",
        "tables_under_three",
        "n",
        "follow_up_n",
        "intended",
        "answered",
        "done",
        "not_done",
        "confirmed",
        "not_confirmed",
        "secure",
        "developing",
        "revisit",
        "needed",
        "missed",
        "count",
        "days",
        "places_used",
        "balance",
        "value",
        "previous",
        "year_before",
        "agreed",
        "open",
    ]
)


def columns(*names: str) -> tuple[Column, ...]:
    """The columns of these names."""
    return tuple(Column(name, say(TITLES[name]), kind_of(name), _SAID.get(name, {})) for name in names)


def kind_of(name: str) -> Kind:
    """What the cells of a column are."""
    if name in _DAYS:
        return Kind.DATE
    if name in _YES_OR_NO:
        return Kind.YES_NO
    if name == "percent" or name.endswith("_percent") or name == "percent_of_total":
        return Kind.PERCENT
    if name in _MEASURES:
        return Kind.MEASURE
    return Kind.NUMBER if name in _NUMBERS else Kind.TEXT
