"""A whole county's training record, made fast, with its totals counted apart.

    python -m tests.bench.county FOLDER [PEOPLE] [COMPLETIONS]

Forty agencies, ten years of workshops with bookings, and people who play by themselves; 20,000 people and
1,000,000 completions where nobody says otherwise. `FOLDER/record.db` is the record and `FOLDER/totals.json`
what a report over it must say, counted while the rows were drawn and never asked of the database. The plays
behind the attempts are not in it, so `records verify` is not for it. At the end the database is asked for the
same counts; the control, one row fewer, must be noticed.
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from scoring.guidance.board_reading import load_board
from simulator.records import Place, open_store
from simulator.records.completing import months_later
from simulator.text import name_key

PEOPLE, COMPLETIONS = 20_000, 1_000_000
FIRST_DAY, AS_OF = date(2016, 10, 1), date(2026, 9, 30)
AT_WORKSHOPS = 0.7
"""The part of the completions that come from workshops; the others are of plays by oneself."""
SEATS, CAPACITY, BATCH = 5, 24, 50_000
NOT_IN_PROFILE = ("Oak Trust", "Elm House", "Ash Community", "Hazel Centre", "Rowan Project")
GIVEN = [
    "Ann",
    "Bea",
    "Cy",
    "Di",
    "Ed",
    "Flo",
    "Gus",
    "Hal",
    "Ivy",
    "Jo",
    "Kit",
    "Lou",
    "May",
    "Ned",
    "Oz",
    "Pam",
    "Quin",
    "Ray",
    "Sal",
    "Tom",
    "Una",
    "Viv",
    "Wyn",
    "Zed",
]
FIRST_HALVES = ["Ash", "Birch", "Cob", "Dell", "Elm", "Fern", "Gorse", "Heath", "Holt", "Lark"]
SECOND_HALVES = ["by", "combe", "den", "field", "ham", "ing", "ley", "mere", "stead", "ton", "wick", "worth"]
FAMILY = [first + second for first in FIRST_HALVES for second in SECOND_HALVES]
LEVELS = ("introductory", "core", "advanced")
MONTHS = (12, 24, 36)
COURSES = [(f"c{n}", f"Course {n}", f"case_{n}", LEVELS[n % 3], MONTHS[n % 3]) for n in range(1, 11)]
REASONS = ("not given", "sickness", "personal commitments", "urgent work", "no cover")
TEXT = "0" * 64

TABLES = {
    "learners": ("id", "since", "erased", "merged_into"),
    "people": ("learner", "name", "name_key", "agency", "team", "job_title", "email", "registration_number",
               "line_manager"),
    "kept_texts": ("sha256", "kind", "text"),
    "courses": ("code", "title", "cases", "level", "minutes", "valid_months", "participatory",
                "multi_agency"),
    "headcounts": ("agency", "level", "as_of", "in_scope", "source"),
    "workshops": ("id", "title", "course", "case_id", "held_on", "place", "capacity", "level", "minutes",
                  "parts", "charged", "status"),
    "trainers": ("workshop", "learner", "agency", "half_days"),
    "bookings": ("workshop", "learner", "agency", "table_name", "booked_on", "status", "reason",
                 "cancelled_on", "charge"),
    "attempts": ("id", "case_text", "case_name", "case_id", "case_title", "case_version", "case_format",
                 "play_version", "seed", "cut", "seats", "played_on", "family", "rulebook", "trainer_present",
                 "table_name", "workshop", "delivery", "level", "minutes", "participatory", "valid_months",
                 "practice_only", "started", "opening", "finished", "ending", "held_in"),
    "attendances": ("attempt", "learner", "roles", "agency", "presence", "first", "joined"),
    "completions": ("attempt", "learner", "agency", "roles", "case_id", "case_version", "edition", "minutes",
                    "level", "participatory", "multi_agency", "delivery", "completed_on", "certificate",
                    "expires"),
}  # fmt: skip
"""The tables that are filled, in an order in which what is referred to comes first."""


@dataclass
class County:
    """What has been drawn, and what it comes to."""

    draw: random.Random
    people: int
    agencies: list[str] = field(default_factory=list)
    """Of each person."""
    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    made: Counter[str] = field(default_factory=Counter)
    """Table -> rows."""
    by_course: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """`course/quarter` -> what came of its workshops."""
    by_agency: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """`agency/course/quarter` -> what came of their bookings."""
    solo: Counter[str] = field(default_factory=Counter)
    """`case/quarter` -> plays by oneself that were completed."""
    until: dict[tuple[int, str], date] = field(default_factory=dict)
    """(person, level) -> the last day a completion of theirs holds."""
    attempts: int = 0

    def add(self, table: str, *row: Any) -> None:
        """One row more."""
        self.rows[table].append(row)
        self.made[table] += 1


def learner(number: int) -> str:
    return f"p{number:011}"


def quarter(day: date) -> str:
    return f"{day.year}Q{(day.month + 2) // 3}"


def moment(day: date) -> str:
    return f"{day} 09:30:00.000000"


def draw_people(county: County) -> None:
    """The people, their agencies (some large, most small), and how many of each are in scope."""
    agencies = [*load_board().agencies, *NOT_IN_PROFILE]
    weights = [1 / (place + 2) for place in range(len(agencies))]
    county.agencies = county.draw.choices(agencies, weights, k=county.people)
    for number, agency in enumerate(county.agencies):
        name = f"{county.draw.choice(GIVEN)} {county.draw.choice(FAMILY)} {chr(65 + number % 26)}"
        email = f"{name_key(name).replace(' ', '.')}.{number}@example.org"
        county.add("learners", learner(number), moment(FIRST_DAY), None, None)
        county.add("people", learner(number), name, name_key(name), agency, f"Team {number % 40}", "worker",
                   email, "", "")  # fmt: skip
    for agency, known in sorted(Counter(county.agencies).items()):
        for part, level in enumerate(LEVELS, 1):
            county.add("headcounts", agency, level, str(date(2026, 4, 1)), known // part + 3, "return")


def draw_offer(county: County) -> None:
    """The courses, and the one text all attempts were begun with."""
    county.add("kept_texts", TEXT, "case", "")
    for code, title, case, level, months in COURSES:
        county.add("courses", code, title, json.dumps([case]), level, 180, months, 1, 1)


def a_day(county: County) -> date:
    return FIRST_DAY + timedelta(days=county.draw.randrange((AS_OF - FIRST_DAY).days + 1))


def draw_workshop(county: County) -> None:
    """One workshop: bookings, walk-ins, tables of five, and who completed at them."""
    draw, day = county.draw, a_day(county)
    course = draw.choice(COURSES)
    workshop = f"w{county.made['workshops']:08}"
    code, title, case, level, _ = course
    county.add("workshops", workshop, title, code, case, str(day), "Town Hall", CAPACITY, level, 180, 1,
               draw.random() < 0.3, "closed")  # fmt: skip
    trainer = draw.randrange(min(60, county.people))
    county.add("trainers", workshop, learner(trainer), county.agencies[trainer], draw.choice((1, 1, 2)))
    who = draw.sample(range(county.people), min(draw.randint(14, 27), county.people))
    here = [one for one in who if draw_booking(county, workshop, code, one, day)]
    counted = county.by_course[f"{code}/{quarter(day)}"]
    counted.update(sessions=1, capacity=CAPACITY)
    for place in range(0, len(here), SEATS):
        counted["completed"] += draw_table(county, course, workshop, here[place : place + SEATS], day)


def draw_booking(county: County, workshop: str, code: str, one: int, day: date) -> bool:
    """One booking; give whether they came."""
    draw, agency = county.draw, county.agencies[one]
    kinds = ("attended", "part", "no-show", "cancelled", "unscheduled")
    (status,) = draw.choices(kinds, (76, 2, 7, 9, 6))
    booked_on = None if status == "unscheduled" else day - timedelta(days=draw.randint(5, 60))
    away = status in ("no-show", "cancelled")
    cancelled_on = day - timedelta(days=draw.randint(0, 4)) if status == "cancelled" else None
    reason = draw.choice(REASONS) if away else "not given"
    table = f"Table {one % 5}"
    charged = away and draw.random() < 0.4
    days = (booked_on and str(booked_on), cancelled_on and str(cancelled_on))
    county.add("bookings", workshop, learner(one), agency, table, days[0], status, reason, days[1], charged)
    for counted in (
        county.by_course[f"{code}/{quarter(day)}"],
        county.by_agency[f"{agency}/{code}/{quarter(day)}"],
    ):
        counted.update({status: 1, "booked": status != "unscheduled"})
    return status in ("attended", "unscheduled")


def draw_table(county: County, course: Sequence[Any], workshop: str, who: list[int], day: date) -> int:
    """One attempt by some people; give how many completed it. One in a hundred steps out."""
    _, title, case, level, months = course
    attempt = f"a{county.attempts:011}"
    county.attempts += 1
    delivery = "workshop" if workshop else "solo"
    table = f"Table {county.attempts % 5}" if workshop else ""
    county.add("attempts", attempt, TEXT, "case.yaml", case, title, TEXT, 1, 1, "1", "", "[]", str(day), "{}",
               TEXT, 0, table, workshop, delivery, level, 180, 1, months, 0, moment(day), TEXT, moment(day),
               "home", workshop or None)  # fmt: skip
    multi = len({county.agencies[one] for one in who}) > 1
    done = 0
    for one in who:
        stays = not workshop or county.draw.random() > 0.01
        presence = "attended" if stays else "stepped out"
        agency = county.agencies[one]
        county.add("attendances", attempt, learner(one), "[]", agency, presence, 0, moment(day))
        if stays:
            expires = months_later(day, months)
            certificate = f"k{county.made['completions']:011}"
            county.add("completions", attempt, learner(one), agency, "[]", case, TEXT, "wt2018", 180,
                       level, 1, multi, delivery, str(day), certificate, str(expires))  # fmt: skip
            key = (one, level)
            county.until[key] = max(expires, county.until.get(key, expires))
            done += 1
    return done


def draw_alone(county: County) -> None:
    """Somebody plays by themselves."""
    course, day = county.draw.choice(COURSES), a_day(county)
    draw_table(county, course, "", [county.draw.randrange(county.people)], day)
    county.solo[f"{course[2]}/{quarter(day)}"] += 1


def batches(county: County, completions: int) -> Iterator[None]:
    """Draw everything, stopping wherever enough is drawn to be written."""
    draw_people(county)
    draw_offer(county)
    yield
    while county.made["completions"] < completions:
        if county.made["completions"] < completions * AT_WORKSHOPS:
            draw_workshop(county)
        else:
            draw_alone(county)
        if len(county.rows["completions"]) >= BATCH:
            yield
    yield


def write(connection: Any, rows: dict[str, list[tuple[Any, ...]]], *, is_sqlite: bool) -> None:
    """Write what was drawn, the quickest way each database has, and forget it."""
    for table, columns in TABLES.items():
        named = ", ".join(f'"{column}"' for column in columns)
        if is_sqlite:
            marks = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO {table} ({named}) VALUES ({marks})", rows[table])
        else:
            with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({named}) FROM STDIN") as copy:
                for row in rows[table]:
                    copy.write_row(_for_server(columns, row))
    rows.clear()


def _for_server(columns: Iterable[str], row: tuple[Any, ...]) -> tuple[Any, ...]:
    truths = (
        "trainer_present",
        "participatory",
        "practice_only",
        "first",
        "multi_agency",
        "charged",
        "charge",
    )
    return tuple(bool(value) if name in truths else value for name, value in zip(columns, row, strict=True))


def make_county(
    place: Place | str, people: int = PEOPLE, completions: int = COMPLETIONS, seed: int = 1
) -> dict[str, Any]:
    """Fill an empty record, and give its totals (see `totals_of`)."""
    county = County(random.Random(seed), people)
    with open_store(place) as store, store.database.alone() as connection:
        is_sqlite = store.database.is_sqlite
        if is_sqlite:  # nothing is lost with a county that can be made again
            for setting in (
                "synchronous=OFF",
                "journal_mode=MEMORY",
                "foreign_keys=OFF",
                "cache_size=-200000",
            ):
                connection.execute(f"PRAGMA {setting}")
            connection.execute("BEGIN")
        for _ in batches(county, completions):
            write(connection, county.rows, is_sqlite=is_sqlite)
        if is_sqlite:
            connection.execute("COMMIT")
        connection.execute("ANALYZE")
    return totals_of(county)


def totals_of(county: County) -> dict[str, Any]:
    """rows (a table's), by_course, by_agency, solo, and standing: agency/level -> in date, due within 90 days
    and overdue of its people on AS_OF; the in-date include those who are due."""
    standing: dict[str, Counter[str]] = defaultdict(Counter)
    for (one, level), until in county.until.items():
        at = standing[f"{county.agencies[one]}/{level}"]
        at.update(in_date=until >= AS_OF, overdue=until < AS_OF)
        at.update(due_in_90=AS_OF <= until <= AS_OF + timedelta(days=90))
    return {
        "as_of": str(AS_OF),
        "rows": dict(county.made),
        "by_course": {key: dict(counted) for key, counted in sorted(county.by_course.items())},
        "by_agency": {key: dict(counted) for key, counted in sorted(county.by_agency.items())},
        "solo": dict(sorted(county.solo.items())),
        "standing": {key: dict(counted) for key, counted in sorted(standing.items())},
    }


def differences(connection: sqlite3.Connection, totals: dict[str, Any]) -> list[str]:
    """Where the database counts otherwise than whoever drew it."""
    found = []
    for table, rows in totals["rows"].items():
        (counted,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        found += [] if counted == rows else [f"{table}: {counted}, drawn {rows}"]
    statuses = Counter(dict(connection.execute("SELECT status, count(*) FROM bookings GROUP BY status")))
    drawn: Counter[str] = Counter()
    for counted in totals["by_course"].values():
        drawn.update({status: counted.get(status, 0) for status in statuses})
    return found + ([] if statuses == drawn else [f"bookings: {statuses}, drawn {drawn}"])


def main(folder: Path, people: int = PEOPLE, completions: int = COMPLETIONS) -> int:
    """Make a county, compare, spoil it, compare again."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "record.db"
    if file.exists():
        print(f"{file} is there already; name another folder")
        return 2
    began = time.perf_counter()
    totals = make_county(f"sqlite:///{file}", people, completions)
    took = time.perf_counter() - began
    (folder / "totals.json").write_text(json.dumps(totals, indent=1, sort_keys=True), "utf-8")
    with closing(sqlite3.connect(file)) as connection:
        faults = differences(connection, totals)
        connection.execute("DELETE FROM bookings WHERE rowid = (SELECT min(rowid) FROM bookings)")
        control = differences(connection, totals)
        connection.rollback()
    print("\n".join(islice(faults, 20)))
    rows = sum(totals["rows"].values())
    size = file.stat().st_size / 1e6
    print(f"control, one booking fewer: {len(control)} differences")
    print(f"{rows:,} rows ({size:,.0f} MB) in {took:.0f} s, {len(faults)} differences")
    return int(bool(faults) or not control)


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(Path(given[0]), *map(int, given[1:3])) if given else 2)
