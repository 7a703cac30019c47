"""Every cell of R1 to R7 against sums made here from plain lists, on both databases; totals that agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from simulator.reports.listed import REPORTS
from simulator.reports.report import Area, Asked, Cell, Report
from tests.unit.reports.conftest import Kept
from tests.unit.reports.written import csv_bytes
from tests.unit.reports.year import ADULT, CASES, COURSES, TODAY, Year

AREA = Area({"police": "Police", "schools": "Schools", ADULT: "Adult services"}, frozenset({ADULT}))
QUARTER = Asked(date(2026, 7, 1), date(2026, 9, 30), today=TODAY, area=AREA)
EVERYTHING = Asked(today=TODAY, area=AREA)
Keep = Callable[..., Kept]
CAME = ("attended", "unscheduled")
THERE = ("attended", "stepped out")


def within(day: date, asked: Asked) -> bool:
    return (asked.first is None or day >= asked.first) and (asked.last is None or day <= asked.last)


def held(year: Year, asked: Asked) -> list[dict[str, Any]]:
    return [one for one in year.workshops if one["status"] != "cancelled" and within(one["held_on"], asked)]


def own_plays(year: Year, asked: Asked) -> list[dict[str, Any]]:
    return [
        one
        for one in year.plays
        if one["held_in"] is None and not one["practice"] and within(one["day"], asked)
    ]


def code(workshop: dict[str, Any]) -> str:
    return str(workshop["course"] or workshop["case_id"])


def facts_of(year: Year, asked: Asked) -> Iterable[tuple[str, str, str]]:
    """(course, agency, what happened) of everything that is counted."""
    workshops = {one["id"]: one for one in held(year, asked)}
    for one in year.bookings:
        if one["workshop"] in workshops:
            workshop = workshops[one["workshop"]]
            yield code(workshop), one["agency"], one["status"]
            if one["status"] in CAME and workshop["capacity"]:
                yield code(workshop), one["agency"], "seated"
    for one in year.paper:
        if one["workshop"] in workshops:
            yield code(workshops[one["workshop"]]), one["agency"], "completed"
    for play in year.plays:
        here = workshops.get(play["held_in"])
        own = play["held_in"] is None and not play["practice"] and within(play["day"], asked)
        if here is None and not own:
            continue
        for person in play["there"]:
            course = code(here) if here else play["case"]
            if here is None:
                yield course, person["agency"], "came" if person["presence"] in THERE else "stayed for part"
            if person["completed"]:
                yield course, person["agency"], "completed"


def rounded(part: int, whole: int) -> float | None:
    return round(part * 100 / whole, 1) if whole else None


def attended(count: Counter[str]) -> int:
    return count["attended"] + count["unscheduled"] + count["came"]


def booked(count: Counter[str]) -> int:
    return sum(count[what] for what in ("attended", "part", "no-show", "cancelled", "booked"))


def by_course(year: Year, asked: Asked) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for course, _, what in facts_of(year, asked):
        found[course][what] += 1
    for workshop in held(year, asked):
        found[code(workshop)]["sessions"] += 1
        found[code(workshop)]["capacity"] += workshop["capacity"]
    for play in own_plays(year, asked):
        found[play["case"]]["sessions"] += 1
    return found


def cells(report: Report) -> list[dict[str, Cell]]:
    names = [column.id for column in report.columns]
    return [dict(zip(names, row, strict=True)) for row in report.rows]


def total(report: Report) -> dict[str, Cell]:
    return dict(zip([column.id for column in report.columns], report.totals, strict=True))


def figures(count: Counter[str]) -> dict[str, Cell]:
    """What R1 must say of a course that ran."""
    has = bool(booked(count) or count["unscheduled"] or count["capacity"])
    at_workshops = count["attended"] + count["unscheduled"]
    return {
        "sessions": count["sessions"],
        "capacity": count["capacity"] or None,
        "booked": booked(count) if has else None,
        "attended": attended(count),
        "completed": count["completed"],
        "fill_percent": rounded(count["seated"], count["capacity"]),
        "kept_booking_percent": rounded(count["attended"], booked(count)),
        "attended_of_booked_percent": rounded(at_workshops, booked(count)),
        "cancelled": count["cancelled"] if has else None,
        "no_show": count["no-show"] if has else None,
        "unscheduled": count["unscheduled"] if has else None,
    }


def test_r1_to_r7(on: Keep) -> None:
    kept = on()
    for asked in (QUARTER, EVERYTHING):
        for check in (r1, r2, r3, r4, r5, r6, r7):
            check(kept, asked)


def test_both_databases_say_the_same(on: Keep) -> None:
    one, other = on("SQLite"), on("PostgreSQL")
    for name in REPORTS:
        assert one.report(name, QUARTER).as_data() == other.report(name, QUARTER).as_data(), name


def r1(kept: Kept, asked: Asked) -> None:
    report = kept.report("R1", asked)
    now = by_course(kept.year, asked)
    spring = asked._replace(first=date(2026, 4, 1), last=date(2026, 6, 30))
    summer_before = asked._replace(first=date(2025, 7, 1), last=date(2025, 9, 30))
    then = [by_course(kept.year, one) for one in (spring, summer_before)] if asked.first else []
    courses = sorted({*now, *(course for one in then for course in one)})
    assert [row["course_code"] for row in cells(report)] == courses
    for row in cells(report):
        course = str(row["course_code"])
        wanted = figures(now[course])
        assert {name: row[name] for name in wanted} == wanted, course
        assert row["course_title"] == {**COURSES, **CASES}.get(course) or course in CASES
        changes = [attended(now[course]) - attended(one[course]) for one in then] or [None, None]
        assert [row["change_on_previous_period"], row["change_on_year_before"]] == changes
        days = [one["held_on"] for one in held(kept.year, asked) if code(one) == course]
        days += [one["day"] for one in own_plays(kept.year, asked) if one["case"] == course]
        ends = [min(days).isoformat(), max(days).isoformat()] if days else [None, None]
        assert [row["first_date"], row["last_date"]] == ends
    every = sum(now.values(), Counter[str]())
    wanted = figures(every)
    assert {name: total(report)[name] for name in wanted} == wanted


def r2(kept: Kept, asked: Asked) -> None:
    report = kept.report("R2", asked)
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for course, agency, what in facts_of(kept.year, asked):
        found[agency or "(agency not known)", course][what] += 1
    every = sum(attended(one) for one in found.values())
    assert {(row["agency"], row["course_code"]) for row in cells(report)} == set(found)
    for row in cells(report):
        count = found[str(row["agency"]), str(row["course_code"])]
        assert row["agency_group"] == AREA.groups.get(str(row["agency"]), "(in no group)")
        wanted = (booked(count), attended(count), count["completed"], count["cancelled"], count["no-show"])
        names = ("booked", "attended", "completed", "cancelled", "no_show")
        assert tuple(row[name] for name in names) == wanted
        assert (row["unscheduled"], row["percent_of_total"]) == (
            count["unscheduled"],
            rounded(attended(count), every),
        )
    for part in report.parts:
        for name in ("booked", "attended", "completed", "cancelled", "no_show", "unscheduled"):
            assert sum(row[name] for row in cells(part)) == total(part)[name] == total(report)[name]  # type: ignore[misc]


def standing(year: Year, asked: Asked) -> dict[tuple[str, str], date]:
    """(learner, level) -> the last day on which their training holds."""
    found: dict[tuple[str, str], date] = {}
    day = min(asked.last, TODAY) if asked.last else TODAY
    done = [(one["learner"], one["level"], one["completed_on"], one["expires"]) for one in year.paper]
    for play in year.plays:
        for one in play["there"]:
            if one["completed"]:
                done.append((one["learner"], play["level"], play["day"], one["expires"]))
    for learner, level, completed, expires in done:
        if completed <= day:
            found[learner, level] = max(found.get((learner, level), date.min), expires or date.max)
    return found


def r3(kept: Kept, asked: Asked) -> None:
    report, day = kept.report("R3", asked), min(asked.last or TODAY, TODAY)
    agency_of = {one["learner"]: one["agency"] for one in kept.year.people}
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (learner, level), until in standing(kept.year, asked).items():
        here = found[agency_of[learner], level]
        here["overdue" if until < day else "in date"] += 1
        here["due"] += day <= until <= day + timedelta(days=90)
    scope = {
        (one["agency"], one["level"]): one["in_scope"]
        for one in sorted(kept.year.headcounts, key=lambda one: one["as_of"])
        if one["as_of"] <= day
    }
    assert [(row["agency"], row["level"]) for row in cells(report)] == sorted(
        {*found, *scope}, key=lambda one: (one[0].casefold(), one[1])
    )
    for row in cells(report):
        key = (str(row["agency"]), str(row["level"]))
        count, in_scope = found[key], scope.get(key)
        left = None if in_scope is None else max(in_scope - count["in date"] - count["overdue"], 0)
        percent = None if in_scope is None else rounded(count["in date"], in_scope)
        assert tuple(row.values()) == (
            *key,
            in_scope,
            count["in date"],
            percent,
            count["due"],
            count["overdue"],
            left,
        )


def r4(kept: Kept, asked: Asked) -> None:
    rows = cells(kept.report("R4", asked))
    statuses = Counter(row["status"] for row in rows)
    counts = sum(by_course(kept.year, asked).values(), Counter[str]())
    assert statuses["completed"] == counts["completed"]
    assert statuses["completed"] + statuses["attended"] == attended(counts)
    assert statuses["booked"] == counts["booked"]
    assert statuses["part"] == counts["part"] + counts["stayed for part"]
    people = {one["learner"]: one for one in kept.year.people}
    assert [row["learner_ref"] for row in rows] == sorted(str(row["learner_ref"]) for row in rows)
    for row in rows:
        person = people[str(row["learner_ref"])]
        assert row["work_email"] == person["email"] and row["line_manager_email"] == person["line_manager"]
    expiries = sorted(str(row["expires_on"]) for row in rows if row["expires_on"])
    workshops = {one["id"] for one in held(kept.year, asked)}
    plays = {one["id"] for one in own_plays(kept.year, asked)}
    known = [one["expires"] for one in kept.year.paper if one["workshop"] in workshops]
    for play in kept.year.plays:
        if play["id"] in plays or play["held_in"] in workshops:
            known += [one["expires"] for one in play["there"] if one["completed"]]
    assert expiries == sorted(day.isoformat() for day in known if day)
    r1_total, r2_total = (total(kept.report(name, asked)) for name in ("R1", "R2"))
    csv_rows = csv_bytes(kept.report("R4", asked)).decode().splitlines()
    assert r1_total["completed"] == r2_total["completed"] == statuses["completed"]
    assert r1_total["attended"] == r2_total["attended"]
    assert len(csv_rows) == len(rows) + 1


def r5(kept: Kept, asked: Asked) -> None:
    report, day = kept.report("R5", asked), min(asked.last or TODAY, TODAY)
    people = {one["learner"]: one for one in kept.year.people}
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    named = []
    for (learner, level), until in standing(kept.year, asked).items():
        left = (until - day).days
        band = "overdue" if left < 0 else next((f"{d}" for d in (30, 60, 90) if left <= d), "")
        if band:
            who = people[learner]
            found[who["agency"], who["line_manager"]][band] += 1
            named.append((learner, level, until.isoformat(), left))
    wanted = [
        (*key, count["30"], count["60"], count["90"], count["overdue"])
        for key, count in sorted(found.items(), key=lambda one: (one[0][0].lower(), one[0][1]))
    ]
    assert [tuple(row.values()) for row in cells(report)] == wanted
    if named:
        listed = cells(report.parts[0])
        names = ("learner_ref", "level", "expires_on", "days_left")
        assert sorted(tuple(row[name] for name in names) for row in listed) == sorted(named)


def r6(kept: Kept, asked: Asked) -> None:
    workshops = {one["id"]: one for one in held(kept.year, asked)}
    wanted = []
    for one in kept.year.bookings:
        if one["workshop"] in workshops and one["status"] in ("no-show", "cancelled"):
            day = workshops[one["workshop"]]["held_on"]
            notice = (day - one["cancelled_on"]).days if one["cancelled_on"] else None
            agency = one["agency"] or "(agency not known)"
            course = code(workshops[one["workshop"]])
            kind = (one["status"], one["reason"], notice, one["charge"])
            wanted.append((day.isoformat(), course, agency, one["learner"], *kind))
    report = kept.report("R6", asked)
    found = [tuple(value for name, value in row.items() if name != "course_title") for row in cells(report)]
    assert sorted(found, key=str) == sorted(wanted, key=str)
    if wanted:
        assert total(report.parts[0])["bookings"] == len(wanted)


def r7(kept: Kept, asked: Asked) -> None:
    seats: dict[tuple[str, str, str, str], Counter[str]] = defaultdict(Counter)
    played = {
        (play["held_in"], one["learner"]): play["table"] for play in kept.year.plays for one in play["there"]
    }
    for workshop in held(kept.year, asked):
        for one in kept.year.bookings:
            if one["workshop"] == workshop["id"] and one["status"] in CAME:
                table = played.get((workshop["id"], one["learner"])) or one["table_name"]
                key = (workshop["held_on"].isoformat(), code(workshop), workshop["id"], table)
                seats[key][one["agency"]] += 1
    for play in own_plays(kept.year, asked):
        for one in play["there"]:
            if play["table"] and one["presence"] in THERE:
                seats[play["day"].isoformat(), play["case"], play["id"], play["table"]][one["agency"]] += 1
    sessions: dict[tuple[str, str, str], list[Counter[str]]] = defaultdict(list)
    for (day, course, session, _), count in seats.items():
        sessions[day, course, session].append(count)
    wanted = []
    for (day, course, _), here in sessions.items():
        everybody = sum(here, Counter[str]())
        people, most = everybody.total(), max(everybody.values())
        few = sum(len(table) < 3 for table in here)
        shares = (people, len(everybody), rounded(most, people), few, rounded(everybody[ADULT], people))
        wanted.append((day, course, len(here), *shares))
    report = kept.report("R7", asked)
    left_out = ("course_title", "largest_agency")
    found = [tuple(value for name, value in row.items() if name not in left_out) for row in cells(report)]
    assert sorted(found) == sorted(wanted)
    assert len(list(report.parts[0].rows)) == len(seats)
