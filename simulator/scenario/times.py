"""Kinds of value that are about time: dates, moments, spans, ages, and when a scene begins."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue import fields as told
from simulator.scenario.kinds import scalar
from simulator.scenario.model import START, Time
from simulator.scenario.moments import read_age, read_date, read_moment, read_span, read_time

_TEXT: Final = {"type": "string"}


def _iso_date(text: str) -> str | None:
    day = read_date(text)
    return day.isoformat() if day else None


def _scene_time(text: str) -> Time | None:
    if text == START:
        return Time()
    if text.startswith("+"):
        span = read_span(text[1:].strip())
        return Time(after=span) if span else None
    minutes = read_time(text)
    if minutes is not None:
        return Time(time_of_day=minutes)
    moment = read_moment(text)
    return None if moment is None else Time(moment=moment)


DATE: Final = scalar("a date, such as 2006-05-08, 8/5/2006 or 8 May 2006", told.NOT_A_DATE, _iso_date, _TEXT)
MOMENT: Final = scalar(
    "a date, or a date and a time, such as 2011-09-05 09:40", told.NOT_A_MOMENT, read_moment, _TEXT
)
SPAN: Final = scalar(
    "a length of time, such as 20 minutes, 2 hours or 3 working days", told.NOT_A_SPAN, read_span, _TEXT
)
AGE: Final = scalar(
    "an age, such as 11 weeks, 9 months, 3, 21-24 or unborn",
    told.NOT_AN_AGE,
    read_age,
    {"type": ["string", "integer"]},
)
SCENE_TIME: Final = scalar(
    "start, a span after the scene before (+4 hours, +3 working days), a time of day, or a date and time",
    told.NOT_A_SCENE_TIME,
    _scene_time,
    {"type": ["string", "number"]},  # some editors take 11:00 for a number
)
