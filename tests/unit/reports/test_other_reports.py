"""R8 and R10 to R13 against sums made here; asking for one agency, one course; what is told on the way."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from statistics import fmean
from typing import Any

import pytest
from sqlalchemy import Connection

from simulator.access import Details, register
from simulator.records.tables import Person, Stage, Workshop, table_of
from simulator.records.training.evaluations import Occasion
from simulator.reports.asking import asked_in_words
from simulator.reports.listed import PERSONAL, REPORTS, TITLES, make
from simulator.reports.periods import quarter
from simulator.reports.report import SUPPRESSED, Area, Asked
from simulator.reports.suppression import SMALLEST
from tests.unit.reports.conftest import Kept
from tests.unit.reports.test_against_lists import (
    CAME,
    EVERYTHING,
    QUARTER,
    attended,
    by_course,
    cells,
    code,
    facts_of,
    held,
    total,
)
from tests.unit.reports.year import HOSTILE, TODAY, Year

Keep = Callable[..., Kept]


@pytest.fixture
def kept(on: Keep) -> Kept:
    return on()


def test_r8_pairs_answers_and_hides_few(kept: Kept) -> None:
    report = kept.report("R8", EVERYTHING)
    workshops = {one["id"]: one["held_on"] for one in held(kept.year, EVERYTHING)}
    said: dict[tuple[str, str, str], dict[str, Any]] = defaultdict(dict)
    for one in kept.year.evaluations:
        if one["workshop"] in workshops:
            said[one["workshop"], one["learner"], one["item"]][one["stage"]] = one
    for shown in cells(report):
        both = [
            (key[0], one)
            for key, one in said.items()
            if key[2] == shown["item"] and "pre" in one and "post" in one
        ]
        pre, post = (fmean(one[stage]["value"] for _, one in both) for stage in ("pre", "post"))
        later = [
            one["follow-up"]["value"]
            for workshop, one in both
            if "follow-up" in one
            and timedelta(weeks=6)
            <= one["follow-up"]["given_on"] - workshops[workshop]
            <= timedelta(weeks=12)
        ]
        assert len(both) >= SMALLEST <= len(later)
        assert (shown["n"], shown["pre_mean"], shown["post_mean"]) == (
            len(both),
            round(pre, 2),
            round(post, 2),
        )
        assert shown["change"] == pytest.approx(post - pre, abs=0.006)
        assert (shown["follow_up_n"], shown["follow_up_mean"]) == (len(later), round(fmean(later), 2))
        assert shown["response_rate_percent"] == round(100 * len(later) / len(both), 1)
    intended = [one for one in kept.year.intentions if one["workshop"] in workshops]
    (shown,) = cells(report.parts[0])
    assert shown["intended"] == len(intended)
    assert shown["done"] == sum(one["done"] is True for one in intended)
    assert shown["confirmed"] == sum(one["confirmed"] is True for one in intended)
    few = kept.report("R8", EVERYTHING._replace(area=Area(smallest_shown=10_000)))
    assert {cell for shown in cells(few) for name, cell in shown.items() if name != "item"} == {SUPPRESSED}
    assert set(cells(few.parts[0])[0].values()) == {SUPPRESSED}


def test_r10_balances_days_given_and_places_used(kept: Kept) -> None:
    report, year = kept.report("R10", EVERYTHING), kept.year
    workshops = {one["id"] for one in held(year, EVERYTHING)}
    days: Counter[str] = Counter()
    used: Counter[str] = Counter()
    for one in year.trainers:
        if one["workshop"] in workshops:
            days[one["agency"]] += one["half_days"]
    for booking in year.bookings:
        if booking["workshop"] in workshops and booking["status"] in CAME:
            used[booking["agency"]] += 1
    for shown in cells(report):
        agency = str(shown["agency"])
        assert shown["places_used"] == used[agency]
        assert shown["balance"] == 10 * days[agency] / 2 - used[agency]
    assert sum(float(shown["days"] or 0) for shown in cells(report)) == days.total() / 2


def test_r12_finds_what_does_not_fit(kept: Kept) -> None:
    with kept.record.database.engine.begin() as connection:
        people = table_of(Person)
        mailbox = {"email": "office@example.org", "agency": "Unheard of"}
        connection.execute(people.update().where(people.c.learner == "p020").values(mailbox))
        same = {"name": "Person 22", "name_key": "person 22", "agency": "housing"}
        for learner in ("p022", "p023"):
            connection.execute(people.update().where(people.c.learner == learner).values(same))
    area = Area({"housing": "Housing"} | dict.fromkeys(("police", "schools", "nursery & co"), "x"))
    report = kept.report("R12", EVERYTHING._replace(area=area))
    found = defaultdict(list)
    for shown in cells(report):
        found[shown["exception"]].append((shown["about"], shown["detail"]))
    missing = Counter(one["learner"] for one in kept.year.bookings if not one["agency"])
    assert found["missing agency"] == [(who, f"{n} in bookings") for who, n in sorted(missing.items())]
    assert ("Unheard of", "1 people") in found["agency that the board's profile does not name"]
    assert found["shared mailbox"] == [("office@example.org", "used by 1")]
    assert any(
        "p022" in str(about) and "p023" in str(about) for about, _ in found["possibly one person twice"]
    )
    unsettled = {
        one["workshop"]
        for one in kept.year.bookings
        if one["status"] == "booked"
        and one["workshop"] in {each["id"] for each in held(kept.year, EVERYTHING)}
    }
    assert len(found["nobody has said who came"]) == len(unsettled)


def test_r13_says_what_came_of_actions(kept: Kept) -> None:
    report = kept.report("R13", EVERYTHING)
    by_what = {one["what"]: one for one in kept.year.actions}
    assert len(report.rows) == len(by_what)  # type: ignore[arg-type]
    for shown in cells(report):
        action = by_what[str(shown["action"])]
        until = action["done_on"] or TODAY
        assert shown["late"] is (until > action["due"])
        assert shown["done_on"] == (action["done_on"].isoformat() if action["done_on"] else None)
        assert shown["owner"] == f"training lead, {action['agency']}"
    counts = total(report.parts[0])
    done = [one for one in kept.year.actions if one["done_on"]]
    assert (counts["agreed"], counts["done"], counts["open"]) == (8, len(done), 8 - len(done))
    in_quarter = cells(kept.report("R13", QUARTER))
    assert not [one for one in in_quarter if one["done_on"] and str(one["done_on"]) < "2026-07-01"]


def test_the_pack_puts_them_on_one_page(kept: Kept) -> None:
    report = kept.report("R11", QUARTER)
    values = {shown["measure"]: (shown["value"], shown["previous"]) for shown in cells(report)}
    spring = QUARTER._replace(first=date(2026, 4, 1), last=date(2026, 6, 30))
    now, before = (sum(by_course(kept.year, one).values(), Counter[str]()) for one in (QUARTER, spring))
    assert values["Attended"] == (attended(now), attended(before))
    assert values["No-show"] == (now["no-show"], before["no-show"])
    assert [part.name for part in report.parts] == ["R1", "R3", "R8", "R9", "R13"]


def test_r8_hides_what_few_people_answered_however_often(kept: Kept) -> None:
    record, on = kept.record.training, EVERYTHING.day
    eve, _ = register(kept.record, Details("Eve Often", "library"))
    for number in range(SMALLEST + 1):
        workshop = Workshop(id=f"often-{number}", title="Again", case_id="a-case", held_on=on)
        occasion = Occasion(eve.learner, workshop=record.plan(workshop))
        for stage in (Stage.PRE, Stage.POST):
            record.answer(occasion, stage, {"confidence_often": 3}, on)
    row = next(one for one in kept.report("R8", EVERYTHING).rows if one[0] == "confidence_often")
    assert set(row[1:]) == {SUPPRESSED}


def test_r2_gives_a_course_one_title_though_an_agency_only_saw_the_workshop_of_its_case(kept: Kept) -> None:
    played = next(
        row for row in cells(kept.report("R2", EVERYTHING)) if row["course_title"] and row["completed"]
    )
    case = played["course_code"]
    newcomer, _ = register(kept.record, Details("Nia New", "library"))
    on = EVERYTHING.day
    workshop = Workshop(id="", title="An evening", case_id=case, held_on=on)
    evening = kept.record.training.plan(workshop)
    kept.record.training.book(evening, newcomer.learner, on)
    shown = [row for row in cells(kept.report("R2", EVERYTHING)) if row["course_code"] == case]
    assert "library" in {row["agency"] for row in shown}
    assert {row["course_title"] for row in shown} == {played["course_title"]}


def test_one_agency_whatever_its_capitals_and_one_course(kept: Kept) -> None:
    asked = EVERYTHING._replace(agency="POLICE")
    came = Counter[str]()
    for _, agency, what in facts_of(kept.year, EVERYTHING):
        came[what] += agency == "police"
    assert total(kept.report("R1", asked))["attended"] == attended(came)
    assert {shown["agency"] for shown in cells(kept.report("R2", asked))} == {"police"}
    for name in ("R3", "R5", "R10"):
        mine = [shown for shown in cells(kept.report(name, EVERYTHING)) if shown["agency"] == "police"]
        assert [shown["agency"] for shown in cells(kept.report(name, asked))] == ["police"] * len(mine)
    assert {shown["agency"] for shown in cells(kept.report("R6", asked))} == {"police"}
    assert all(shown["agency"] == "police" for shown in cells(kept.report("R4", asked)))
    course = EVERYTHING._replace(course="L3-adv")
    for name in ("R1", "R2", "R4", "R6", "R7"):
        assert {shown["course_code"] for shown in cells(kept.report(name, course))} == {"L3-adv"}
    sessions = [one for one in held(kept.year, EVERYTHING) if code(one) == "L3-adv"]
    assert total(kept.report("R1", course))["sessions"] == len(sessions)
    assert not kept.report("R1", EVERYTHING._replace(agency="nobody's")).rows


def test_whoever_was_erased_counts_in_what_was_delivered_and_not_among_todays_staff(kept: Kept) -> None:
    gone = next(row for part in kept.report("R5", EVERYTHING).parts for row in cells(part))
    delivered = [cells(kept.report(name, EVERYTHING)) for name in ("R1", "R2", "R6", "R7")]
    levels = {(row["agency"], row["level"]): row for row in cells(kept.report("R3", EVERYTHING))}
    kept.record.erase(str(gone["learner_ref"]))
    assert delivered == [cells(kept.report(name, EVERYTHING)) for name in ("R1", "R2", "R6", "R7")]
    now = {(row["agency"], row["level"]): row for row in cells(kept.report("R3", EVERYTHING))}
    changed = [key for key in levels if levels[key] != now[key]]
    assert {agency for agency, _ in changed} == {gone["agency"]} and changed
    for key in changed:
        before, after = levels[key], now[key]
        known = [sum(int(one[name] or 0) for name in ("in_date", "overdue")) for one in (before, after)]
        assert known[0] == known[1] + 1
        assert after["in_scope"] == before["in_scope"]
    (people,) = kept.report("R5", EVERYTHING).parts
    assert gone["learner_ref"] not in [row["learner_ref"] for row in cells(people)]
    assert any("erased" in note for note in kept.report("R3", EVERYTHING).notes)


def test_no_anonymous_report_names_anybody(kept: Kept) -> None:
    year: Year = kept.year
    names = {one["name"] for one in year.people if one["name"] not in HOSTILE}
    for name in set(REPORTS) - PERSONAL:
        data = str(kept.report(name, EVERYTHING).as_data())
        assert not [each for each in names if each in data], name
        assert not [one["learner"] for one in year.people if f"'{one['learner']}'" in data], name


def test_plays_that_cannot_be_read_are_told_and_do_no_harm(kept: Kept) -> None:
    heard: list[tuple[int, int]] = []
    report = kept.report("R9", EVERYTHING._replace(heard=lambda done, of: heard.append((done, of))))
    assert not report.rows and any("could not be read" in note for note in report.notes)
    assert heard[0][0] == 0 and heard[-1][0] == heard[-1][1] == len(heard) - 1


def test_reports_are_listed_and_periods_said() -> None:
    assert list(REPORTS) == list(TITLES) and set(REPORTS) > PERSONAL
    assert asked_in_words(QUARTER).startswith("From 1\xa0Jul\xa02026 to 30\xa0Sep\xa02026")
    assert "Only police. Only c." in asked_in_words(QUARTER._replace(agency="police", course="c"))
    assert "31\xa0Dec\xa02026" in asked_in_words(EVERYTHING)
    assert quarter("2026-Q1") == (date(2026, 1, 1), date(2026, 3, 31))
    assert quarter("2024q4") == (date(2024, 10, 1), date(2024, 12, 31))
    assert quarter("2026-Q5") is None and quarter("0000-Q1") is None and quarter("next") is None
    assert Asked(last=date(2026, 9, 30), today=TODAY).day == date(2026, 9, 30)


def test_a_long_report_lets_others_write_in_between(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.reports.individual.PEOPLE", 5)
    written = []

    def read_slowly(connection: Connection) -> int:
        rows = 0
        for _ in make(connection, "R4", EVERYTHING).rows:
            rows += 1
            if rows % 40 == 0:
                writer = threading.Thread(
                    target=lambda: written.append(kept.record.note("export", "meanwhile"))
                )
                writer.start()
                writers.append(writer)
        return rows

    writers: list[threading.Thread] = []
    rows = kept.record.database.read(read_slowly)
    assert len(written) >= 1 and rows == len(kept.report("R4", EVERYTHING).rows)  # type: ignore[arg-type]
    for writer in writers:
        writer.join()
    assert len(written) == len(writers) > 1
