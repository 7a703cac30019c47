"""P11: report R1 over 1,000,000 completions, against the same counts made by a loop over ORM objects; and
what one agency of many costs of the whole.

    python -m tests.bench.reports [FOLDER] [PEOPLE] [COMPLETIONS]

FOLDER holds a county of `tests.bench.county`; it is made there if it is not. Both must count the same.
Processor time is compared, the report's as a median of three. The controls: the loop against itself is no
faster, and one agency asked for past the index costs far more than its part.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select
from sqlmodel import Session

from simulator.records import Store, open_store
from simulator.records.tables import Attempt, Attendance, Booking, Completion, Workshop
from simulator.reports import asking
from simulator.reports.counting import counted
from simulator.reports.listed import make
from simulator.reports.report import Asked
from tests.bench import county

FLOOR, PART = 10.0, 0.05
BATCH = 5_000
ASKED = Asked(today=county.AS_OF)
Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    began = time.process_time()
    result = work()
    return time.process_time() - began, result


def by_report(store: Store) -> dict[str, tuple[int, int, int]]:
    """Course -> booked, attended, completed, as R1 says."""
    report = store.database.read(lambda connection: make(connection, "R1", ASKED).read())
    at = {column.id: place for place, column in enumerate(report.columns)}
    names = ("booked", "attended", "completed")
    return {str(row[0]): tuple(row[at[name]] or 0 for name in names) for row in report.rows}  # type: ignore[misc]


def by_loop(store: Store) -> dict[str, tuple[int, int, int]]:
    """The same, object by object."""
    booked: Counter[str] = Counter()
    came: Counter[str] = Counter()
    done: Counter[str] = Counter()
    with Session(store.database.engine) as session:

        def every(kind: type[Any]) -> Any:
            return session.execute(select(kind).execution_options(yield_per=BATCH)).scalars()

        workshops = {
            one.id: one.course or one.case_id for one in every(Workshop) if one.status != "cancelled"
        }
        course_of = {}
        for attempt in every(Attempt):
            if not attempt.practice_only:
                held = workshops.get(attempt.held_in or "")
                course_of[attempt.id] = (held or attempt.case_id, held is None)
        for booking in every(Booking):
            if course := workshops.get(booking.workshop):
                booked[course] += booking.status.counts_as_booked
                came[course] += booking.status.counts_as_attended
        for there in every(Attendance):
            course, alone = course_of.get(there.attempt, ("", False))
            if alone:
                came[course] += there.presence.counts_as_attended
        for one in every(Completion):
            if one.attempt in course_of:
                done[course_of[one.attempt][0]] += 1
    return {course: (booked[course], came[course], done[course]) for course in {*booked, *came, *done}}


def of_one(store: Store, agency: str) -> float:
    """Seconds that R1's counts of one agency take."""

    def work(connection: Connection) -> object:
        return counted(connection, asking.with_spellings(connection, ASKED._replace(agency=agency)))

    return statistics.median(timed(lambda: store.database.read(work))[0] for _ in range(3))


def past_the_index(store: Store, agency: str) -> float:
    """The same, asked for in a way that no index knows."""
    indexed = asking.of_agency
    asking_module: Any = sys.modules["simulator.reports.counting"]
    asking_module.of_agency = lambda column, asked: [func.lower(column) == asked.agency.lower()]
    try:
        return of_one(store, agency)
    finally:
        asking_module.of_agency = indexed


def main(folder: Path, people: int = county.PEOPLE, completions: int = county.COMPLETIONS) -> int:
    """Measure."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "record.db"
    if not file.exists():
        county.make_county(f"sqlite:///{file}", people, completions)
    with open_store(f"sqlite:///{file}") as store:
        first, said = timed(lambda: by_report(store))
        loop, looped = timed(lambda: by_loop(store))
        report = statistics.median([first, *(timed(lambda: by_report(store))[0] for _ in range(2))])
        same = said == looped
        whole = statistics.median(
            timed(lambda: store.database.read(lambda c: counted(c, ASKED)))[0] for _ in range(3)
        )
        sizes = store.database.read(
            lambda c: list(c.execute(select(Booking.agency, func.count()).group_by(Booking.agency)))
        )
        wanted = sum(number for _, number in sizes) / 100
        agency, number = min(sizes, key=lambda one: abs(one[1] - wanted))
        part, control = of_one(store, agency) / whole, past_the_index(store, agency) / whole
    share = number / (100 * wanted)
    print(f"the same counts: {same}; report {report:.2f} s, loop {loop:.1f} s")
    print(f"control, the loop against itself: 1.0× ({'below' if FLOOR > 1 else 'not below'} the floor)")
    print(f"{agency} has {share:.1%} of all bookings; control, past the index: {control:.3f} of the whole")
    print(f"P11: {loop / report:.1f}× the loop (floor {FLOOR:.0f}×); one agency {part:.3f} of all (≤ {PART})")
    return int(not same or loop / report < FLOOR or part > PART or control <= PART)


if __name__ == "__main__":
    words = sys.argv[1:]
    place = Path(words[0]) if words else Path(tempfile.mkdtemp(prefix="county-"))
    sys.exit(main(place, *map(int, words[1:])))
