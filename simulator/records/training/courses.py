"""Courses: what a board offers again and again."""

from __future__ import annotations

import json

from sqlalchemy import Connection

from simulator.errors import RecordError
from simulator.records import tables
from simulator.records.tables import Course
from simulator.records.training.rows import found, put
from simulator.words import records_training as words
from simulator.words import say


def set_course(connection: Connection, course: Course) -> None:
    """Add a course, or change the one of its code. Raises RecordError for what cannot be kept."""
    put(connection, course)


def courses(connection: Connection) -> tuple[Course, ...]:
    """Every course, by its code."""
    return found(connection, Course)


def course(connection: Connection, code: str) -> Course:
    """One course. Raises RecordError where there is none of that code."""
    of_that_code = found(connection, Course, tables.courses.c.code == code)
    if not of_that_code:
        message = say(words.NO_COURSE_MESSAGE, code=code[:80])
        raise RecordError(say(words.NO_COURSE), message, say(words.NO_COURSE_REMEDY))
    return of_that_code[0]


def cases_of(course: Course) -> tuple[str, ...]:
    """The ids of a course's cases."""
    return tuple(json.loads(course.cases))
