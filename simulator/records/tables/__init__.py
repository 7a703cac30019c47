"""The tables of the record. Only `people`, `words` and `drafts` can hold anything about a person."""

from __future__ import annotations

from simulator.records.tables.attempts import Attempt, Delivery, Draft, KeptText, Move, TextKind, Words
from simulator.records.tables.base import Row, row, table_of
from simulator.records.tables.people import Credential, Learner, Person
from simulator.records.tables.training import Attendance, AuditLine, Completion, Presence

learners = table_of(Learner)
people = table_of(Person)
credentials = table_of(Credential)
kept_texts = table_of(KeptText)
attempts = table_of(Attempt)
journal = table_of(Move)
words = table_of(Words)
drafts = table_of(Draft)
attendances = table_of(Attendance)
completions = table_of(Completion)
audit = table_of(AuditLine)
metadata = Row.metadata

__all__ = [
    "Attempt",
    "Attendance",
    "AuditLine",
    "Completion",
    "Credential",
    "Delivery",
    "Draft",
    "KeptText",
    "Learner",
    "Move",
    "Person",
    "Presence",
    "Row",
    "TextKind",
    "Words",
    "attempts",
    "attendances",
    "audit",
    "completions",
    "credentials",
    "drafts",
    "journal",
    "kept_texts",
    "learners",
    "metadata",
    "people",
    "row",
    "table_of",
    "words",
]
