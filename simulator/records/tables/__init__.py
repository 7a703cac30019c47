"""The tables of the record. Only `people`, `words`, `drafts` and `intention_words` can hold anything about a
person; all others know a pseudonym. What reports need to know stands in `courses.py` and `learning.py`."""

from __future__ import annotations

from simulator.records.tables.attempts import Attempt, Delivery, Draft, KeptText, Move, TextKind, Words
from simulator.records.tables.base import Row, row, table_of
from simulator.records.tables.courses import (
    Booked,
    Booking,
    BookingPart,
    Course,
    OnPaper,
    PaperCompletion,
    PartThere,
    Reason,
    Status,
    Trainer,
    Workshop,
)
from simulator.records.tables.learning import (
    Action,
    Evaluation,
    Headcount,
    Intention,
    IntentionWords,
    Stage,
)
from simulator.records.tables.people import Credential, KeptApart, Learner, Person
from simulator.records.tables.rooms import Place, PlaceKind, PlaceState, Room, RoomTable, Talk
from simulator.records.tables.training import Attendance, AuditLine, Completion, Presence

learners = table_of(Learner)
kept_apart = table_of(KeptApart)
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
courses = table_of(Course)
workshops = table_of(Workshop)
trainers = table_of(Trainer)
bookings = table_of(Booking)
booking_parts = table_of(BookingPart)
paper_completions = table_of(PaperCompletion)
evaluations = table_of(Evaluation)
intentions = table_of(Intention)
intention_words = table_of(IntentionWords)
headcounts = table_of(Headcount)
actions = table_of(Action)
rooms = table_of(Room)
room_tables = table_of(RoomTable)
places = table_of(Place)
talk = table_of(Talk)
metadata = Row.metadata

__all__ = [
    "Action",
    "Attempt",
    "Attendance",
    "AuditLine",
    "Booked",
    "Booking",
    "BookingPart",
    "Completion",
    "Course",
    "Credential",
    "Delivery",
    "Draft",
    "Evaluation",
    "Headcount",
    "Intention",
    "IntentionWords",
    "KeptApart",
    "KeptText",
    "Learner",
    "Move",
    "OnPaper",
    "PaperCompletion",
    "PartThere",
    "Person",
    "Place",
    "PlaceKind",
    "PlaceState",
    "Presence",
    "Reason",
    "Room",
    "RoomTable",
    "Row",
    "Stage",
    "Status",
    "Talk",
    "TextKind",
    "Trainer",
    "Words",
    "Workshop",
    "actions",
    "attempts",
    "attendances",
    "audit",
    "booking_parts",
    "bookings",
    "completions",
    "courses",
    "credentials",
    "drafts",
    "evaluations",
    "headcounts",
    "intention_words",
    "intentions",
    "journal",
    "kept_apart",
    "kept_texts",
    "learners",
    "metadata",
    "paper_completions",
    "people",
    "places",
    "room_tables",
    "rooms",
    "row",
    "table_of",
    "talk",
    "trainers",
    "words",
    "workshops",
]
