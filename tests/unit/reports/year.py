"""A year of training, made up from a seed: as plain lists that a test can add up by itself, and as a record.

Nothing here knows how reports count. Names include what people type to see what breaks.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from simulator.records import tables
from simulator.records.tables import Row, TextKind, row
from simulator.records.tables.attempts import Attempt
from simulator.records.tables.courses import Booking, Course, PaperCompletion, Trainer, Workshop
from simulator.records.tables.learning import Action, Evaluation, Headcount, Intention
from simulator.records.tables.people import Learner, Person
from simulator.records.tables.training import Attendance, Completion
from simulator.text import clean, name_key

AGENCIES = ("health visiting", "police", "schools", "adult mental health", "housing", "Nursery & Co")
ADULT = "adult mental health"
LEVELS = ("core", "advanced")
COURSES = {"L2-core": "Core day", "L3-adv": "Advanced: neglect"}
CASES = {"the_late_bus": "The late bus", "two_letters": "Two letters"}
HOSTILE = (
    '=HYPERLINK("http://a.example","x")',
    "+44 Sam",
    "@sum(A1)",
    "-2+3 cmd",
    'Quo"te, "Comma"',
    "Łukasz Żółć",
    "Nguyễn Thị Ánh",
    "محمد علي",
    "שרה לוי",
    "Ольга Ивановна",
    "देवी",
    "<b>Bold</b> &amp; Son",
    "x" * 80,
)
STATUSES = ("attended", "part", "no-show", "cancelled", "unscheduled", "booked")
TODAY = date(2026, 12, 31)
_DIGEST = "0" * 64


@dataclass
class Year:
    """Everything that happened, as dictionaries of plain values."""

    people: list[dict[str, Any]] = field(default_factory=list)
    workshops: list[dict[str, Any]] = field(default_factory=list)
    bookings: list[dict[str, Any]] = field(default_factory=list)
    plays: list[dict[str, Any]] = field(default_factory=list)
    """Each with its `there`: who was at it, how, and whether they completed."""
    paper: list[dict[str, Any]] = field(default_factory=list)
    headcounts: list[dict[str, Any]] = field(default_factory=list)
    trainers: list[dict[str, Any]] = field(default_factory=list)
    evaluations: list[dict[str, Any]] = field(default_factory=list)
    intentions: list[dict[str, Any]] = field(default_factory=list)
    actions: list[dict[str, Any]] = field(default_factory=list)


def made_year(seed: int = 1) -> Year:
    """A year and a bit before it, so that there is something to compare with."""
    draw, year = random.Random(seed), Year()
    for number in range(46):
        name = HOSTILE[number] if number < len(HOSTILE) else f"Person {number:02}"
        year.people.append(
            {
                "learner": f"p{number:03}",
                "name": name,
                "agency": AGENCIES[number % len(AGENCIES)],
                "email": f"p{number:03}@example.org",
                "line_manager": f"boss{number % 3}@example.org",
            }
        )
    for number in range(24):
        _add_workshop(year, draw, number)
    for number in range(30):
        _add_play(year, draw, f"solo{number:02}", held_in=None)
    for agency in AGENCIES[:5]:
        for level in LEVELS:
            for as_of, less in ((date(2025, 4, 1), 3), (date(2026, 4, 1), 0), (date(2027, 4, 1), 9)):
                scope = draw.randint(12, 20) - less
                year.headcounts.append({"agency": agency, "level": level, "as_of": as_of, "in_scope": scope})
    _add_evaluations(year, draw)
    _add_actions(year, draw)
    return year


def _add_workshop(year: Year, draw: random.Random, number: int) -> None:
    day = date(2025, 7, 1) + timedelta(days=draw.randrange(549))
    course = draw.choice([*COURSES, None])
    level = draw.choice(LEVELS)
    one = {
        "id": f"w{number:02}",
        "title": f"Workshop {number:02}",
        "course": course,
        "case_id": draw.choice(list(CASES)) if course is None else "",
        "held_on": day,
        "capacity": draw.choice((0, 12, 16, 20)),
        "level": level,
        "status": draw.choice(("closed", "closed", "closed", "open", "cancelled")),
    }
    year.workshops.append(one)
    for lead in draw.sample(year.people, draw.choice((1, 2))):
        year.trainers.append(
            {
                "workshop": one["id"],
                "learner": lead["learner"],
                "agency": lead["agency"],
                "half_days": draw.choice((1, 2)),
            }
        )
    for person in draw.sample(year.people, draw.randint(5, 16)):
        _add_booking(year, draw, one, person)
    if draw.random() < 0.5:
        _add_play(year, draw, f"at-{one['id']}", held_in=one)


def _add_booking(year: Year, draw: random.Random, workshop: dict[str, Any], person: dict[str, Any]) -> None:
    status = draw.choices(STATUSES, (10, 1, 2, 2, 2, 1))[0]
    day: date = workshop["held_on"]
    absent = status in ("no-show", "cancelled")
    year.bookings.append(
        {
            "workshop": workshop["id"],
            "learner": person["learner"],
            "agency": "" if draw.random() < 0.03 else person["agency"],
            "table_name": draw.choice(("Oak", "Ash", "Elm")),
            "booked_on": None if status == "unscheduled" else day - timedelta(days=30),
            "status": status,
            "reason": draw.choice(("sickness", "urgent work", "not given")) if absent else "not given",
            "cancelled_on": day - timedelta(days=draw.randrange(0, 25)) if status == "cancelled" else None,
            "charge": absent and draw.random() < 0.5,
        }
    )
    if status in ("attended", "unscheduled") and draw.random() < 0.3:
        year.paper.append(
            {
                "certificate": f"paper-{workshop['id']}-{person['learner']}",
                "learner": person["learner"],
                "workshop": workshop["id"],
                "agency": year.bookings[-1]["agency"],
                "level": workshop["level"],
                "completed_on": day,
                "expires": day + timedelta(days=draw.choice((200, 360, 1000))),
            }
        )


def _add_play(year: Year, draw: random.Random, name: str, held_in: dict[str, Any] | None) -> None:
    """A play by itself, a table that nobody planned, practice; or one at a workshop, by some who attended."""
    if held_in is None:
        day = date(2025, 7, 1) + timedelta(days=draw.randrange(549))
        people = draw.sample(year.people, draw.choice((1, 1, 4)))
        case, level, practice = draw.choice(list(CASES)), draw.choice(LEVELS), draw.random() < 0.1
    else:
        day, level, practice = held_in["held_on"], held_in["level"], False
        came = [
            one["learner"]
            for one in year.bookings
            if one["workshop"] == held_in["id"] and one["status"] in ("attended", "unscheduled")
        ]
        on_paper = {one["learner"] for one in year.paper if one["workshop"] == held_in["id"]}
        people = [one for one in year.people if one["learner"] in set(came) - on_paper]
        case = held_in["case_id"] or "the_late_bus"
    there = []
    for person in people:
        presence = (
            draw.choice(("attended", "attended", "part", "stepped out")) if held_in is None else "attended"
        )
        there.append(
            {
                "learner": person["learner"],
                "agency": person["agency"],
                "presence": presence,
                "completed": presence == "attended" and not practice,
                "expires": draw.choice((None, day + timedelta(days=draw.choice((150, 340, 900))))),
            }
        )
    year.plays.append(
        {
            "id": name,
            "day": day,
            "case": case,
            "level": level,
            "practice": practice,
            "held_in": None if held_in is None else held_in["id"],
            "table": "Ash" if held_in else "Our table" if len(people) > 1 else "",
            "there": there,
        }
    )


def _add_evaluations(year: Year, draw: random.Random) -> None:
    for workshop in year.workshops[:12]:
        came = [one for one in year.bookings if one["workshop"] == workshop["id"]]
        for booking in came:
            for item in ("confidence", "roles"):
                for stage, after in (("pre", 0), ("post", 0), ("follow-up", draw.choice((20, 50, 60, 100)))):
                    if draw.random() < (0.9 if after == 0 else 0.6):
                        year.evaluations.append(
                            {
                                "workshop": workshop["id"],
                                "learner": booking["learner"],
                                "item": item,
                                "stage": stage,
                                "value": draw.randint(1, 10),
                                "given_on": workshop["held_on"] + timedelta(days=after),
                            }
                        )
            done = draw.choice((None, False, True, True))
            year.intentions.append(
                {
                    "workshop": workshop["id"],
                    "learner": booking["learner"],
                    "stated_on": workshop["held_on"],
                    "done": done,
                    "confirmed": draw.choice((None, False, True)),
                    "answered_on": None if done is None else workshop["held_on"] + timedelta(days=50),
                }
            )


def _add_actions(year: Year, draw: random.Random) -> None:
    for number in range(8):
        agreed = date(2026, 1, 5) + timedelta(days=40 * number)
        done = agreed + timedelta(days=draw.choice((20, 90))) if number % 2 else None
        year.actions.append(
            {
                "id": f"a{number}",
                "agreed_on": agreed,
                "workshop": year.workshops[number]["id"],
                "what": HOSTILE[number],
                "agency": AGENCIES[number % 3],
                "office": "training lead",
                "due": agreed + timedelta(days=60),
                "done_on": done,
                "evidence": "Minutes of the sub-group" if done else "",
            }
        )


def store(connection: Connection, year: Year) -> None:
    """Write the year as a record."""
    at = datetime(2025, 6, 1, tzinfo=UTC)
    _insert(connection, Learner, [{"id": one["learner"], "since": at} for one in year.people])
    people = [{**one, "name_key": name_key(one["name"]) or "-"} for one in year.people]
    _insert(connection, Person, [{**one, "name": clean(one["name"], 80)} for one in people])
    _insert(
        connection,
        Course,
        [{"code": code, "title": title, "minutes": 300} for code, title in COURSES.items()],
    )
    _insert(connection, Workshop, year.workshops)
    _insert(connection, Trainer, year.trainers)
    _insert(connection, Booking, year.bookings)
    kept = {"sha256": _DIGEST, "kind": TextKind.CASE, "text": "no case"}
    connection.execute(insert(tables.kept_texts).values(kept))
    attempts, attendances, completions = _rows_of_plays(year.plays)
    _insert(connection, Attempt, attempts)
    _insert(connection, Attendance, attendances)
    _insert(connection, Completion, completions)
    plain = {"case_id": "", "edition": "wt2018", "how": "printed pack", "minutes": 300}
    more = {**plain, "participatory": True, "multi_agency": True}
    _insert(connection, PaperCompletion, [{**one, **more} for one in year.paper])
    _insert(connection, Headcount, year.headcounts)
    numbered = [{**one, "id": f"e{at}"} for at, one in enumerate(year.evaluations)]
    _insert(connection, Evaluation, numbered)
    _insert(connection, Intention, [{**one, "id": f"i{at}"} for at, one in enumerate(year.intentions)])
    _insert(connection, Action, year.actions)


def _rows_of_plays(plays: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], ...]:
    attempts, attendances, completions = [], [], []
    for play in plays:
        attempt, there, done = _rows_of(play)
        attempts.append(attempt)
        attendances += there
        completions += done
    return attempts, attendances, completions


def _rows_of(play: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
    attendances, completions = [], []
    started = datetime.combine(play["day"], datetime.min.time(), UTC).replace(hour=9)
    attempt = {
        "id": play["id"],
        "case_text": _DIGEST,
        "case_name": "case.yaml",
        "case_id": play["case"],
        "case_title": CASES[play["case"]],
        "case_version": _DIGEST,
        "case_format": 1,
        "play_version": 1,
        "seed": "1",
        "cut": "",
        "seats": "[]",
        "played_on": play["day"],
        "family": "{}",
        "rulebook": _DIGEST,
        "trainer_present": False,
        "table_name": play["table"],
        "workshop": play["held_in"] or "",
        "held_in": play["held_in"],
        "delivery": "workshop" if play["held_in"] else "table" if play["table"] else "solo",
        "level": play["level"],
        "minutes": 90,
        "participatory": True,
        "valid_months": 36,
        "practice_only": play["practice"],
        "started": started,
        "opening": _DIGEST,
        "finished": started + timedelta(hours=1),
        "ending": "over",
    }
    for one in play["there"]:
        common = {"attempt": play["id"], "learner": one["learner"], "agency": one["agency"], "roles": "[]"}
        attendances.append({**common, "presence": one["presence"], "first": True, "joined": started})
        if one["completed"]:
            done = {
                "case_id": play["case"],
                "case_version": _DIGEST,
                "edition": "wt2018",
                "minutes": 90,
                "level": play["level"],
                "participatory": True,
                "multi_agency": len(play["there"]) > 1,
                "delivery": attempt["delivery"],
                "completed_on": play["day"],
                "certificate": f"{play['id']}-{one['learner']}",
                "expires": one["expires"],
            }
            completions.append({**common, **done})
    return attempt, attendances, completions


def _insert(connection: Connection, kind: type[Row], rows: list[dict[str, Any]]) -> None:
    table = tables.table_of(kind)
    if rows:
        connection.execute(insert(table), [row(kind, **values) for values in rows])
