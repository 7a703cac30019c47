"""R9, learning themes: how decisions were answered, how competencies were shown, which facts stayed put.

Of nobody in particular. Numbers of plays stand nowhere, only whole parts of a hundred, and what would tell of
few people is left out with whatever it could be worked out from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection

from scoring.competencies import COMPETENCIES
from simulator.reports.chart import Chart, Series, Shape
from simulator.reports.columns import columns
from simulator.reports.derived import ACCEPTABLE, BRING, GOOD, POOR, plays
from simulator.reports.nobody import of_nobody
from simulator.reports.report import SUPPRESSED, Asked, Cell, Report, Row
from simulator.reports.suppression import hidden_in_line
from simulator.reports.tally import BANDS, OfCase, Place, Tally, parts_shown, tally
from simulator.words import reports as words
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say
from simulator.words.reports_columns import TITLES

COLUMNS: Final = columns(
    "course_code",
    "course_title",
    "scene",
    "decision",
    "role",
    "good_percent",
    "acceptable_percent",
    "poor_percent",
)
_COMPETENCIES: Final = columns("competency", "secure_percent", "developing_percent", "revisit_percent")
_AGENCIES: Final = columns("agency", "competency", "facility_percent")
_FACTS: Final = columns("course_code", "fact", "to", "missed_percent")
GRADES: Final = (GOOD, ACCEPTABLE, POOR)
MOST_FACTS: Final = 10
"""Of one case."""


def themes(connection: Connection, asked: Asked) -> Report:
    """R9 for a period."""
    total, smallest = tally(plays(connection, asked), asked.area.bands), asked.area.smallest_shown
    rows = tuple(row for of_case in _cases(total) for row in _rows(of_case, smallest))
    star = say(notes.SUPPRESSED, smallest=smallest)
    unread = (say(notes.UNREAD, number=total.unread),) if total.unread else ()
    return Report(
        "R9",
        say(titles.R9),
        COLUMNS,
        rows,
        notes=(*map(say, notes.R9), star, *unread),
        charts=tuple(answers_chart(of_case, smallest) for of_case in _cases(total)),
        parts=(competencies(total, smallest), _agencies(total, smallest), facts(total, smallest))
        if rows
        else (),
    )


def _cases(total: Tally) -> Iterator[OfCase]:
    for _, of_case in sorted(total.cases.items()):
        yield of_case


def starred(parts: tuple[float | None, ...] | None, length: int) -> tuple[Cell, ...]:
    """Parts of a hundred as cells, a star for each that is not shown."""
    if parts is None:
        return (SUPPRESSED,) * length
    return tuple(SUPPRESSED if part is None else part for part in parts)


def question_of(of_case: OfCase, scene: str) -> str:
    """What was asked there, in one line."""
    decision = of_case.game.case.scenes[scene].decision
    return of_nobody(decision.question) if decision else ""


def scene_of(place: Place) -> str:
    """Where a decision is made, in words; what a seat brings to a meeting is told apart."""
    scene = place.scene.replace("_", " ")
    return say(words.BRINGS, scene=scene) if place.kind == BRING else scene


def role_of(of_case: OfCase, role: str) -> str:
    """A seat by its title, whoever sat there."""
    found = of_case.game.case.roles.get(role)
    return (found.title if found else "") or role.replace("_", " ")


def _rows(of_case: OfCase, smallest: int) -> Iterator[Row]:
    case = of_case.game.case
    for place, one in of_case.decisions.items():
        counts = tuple(one.grades[grade] for grade in GRADES)
        yield (
            case.id,
            " ".join(case.title.split()),
            scene_of(place),
            question_of(of_case, place.scene),
            role_of(of_case, place.role),
            *starred(parts_shown(counts, smallest), 3),
        )


def answers_chart(of_case: OfCase, smallest: int) -> Chart:
    """Of each hundred plays, how many answered each decision well, acceptably, poorly."""
    names, shares = [], []
    for place, one in of_case.decisions.items():
        counts = tuple(one.grades[grade] for grade in GRADES)
        names.append(f"{scene_of(place)} ({role_of(of_case, place.role)})")
        shares.append(parts_shown(counts, smallest) or (None, None, None))
    series = tuple(
        Series(say(TITLES[f"{grade}_percent"]).removesuffix(" %"), tuple(share[at] for share in shares))
        for at, grade in enumerate(GRADES)
    )
    title = say(words.HOW_ANSWERED, title=" ".join(of_case.game.case.title.split()))
    return Chart(title, Shape.STACKED, tuple(names), series, percent=True)


def competencies(total: Tally, smallest: int) -> Report:
    """How plays of all cases were in each competency. Whoever played several cases is one person."""
    rows = []
    for name, title in COMPETENCIES.items():
        counts = tuple(total.bands[name][band] for band in BANDS)
        if sum(counts):
            people = [total.people.get((name, band), ()) for band in BANDS]
            rows.append((f"{name} {title}", *starred(parts_shown(counts, smallest, people), 3)))
    return Report("R9 competencies", say(titles.R9_COMPETENCIES), _COMPETENCIES, tuple(rows))


def _agencies(total: Tally, smallest: int) -> Report:
    """Each competency by agency: the mean part of full marks of its people, and a chart of each."""
    rows: list[Row] = []
    charts = []
    for name, title in COMPETENCIES.items():
        shown = _means(total, name, smallest)
        rows += [(agency, f"{name} {title}", SUPPRESSED if mean is None else mean) for agency, mean in shown]
        series = (Series(say(TITLES["facility_percent"]), tuple(mean for _, mean in shown)),)
        chart_title = say(words.COMPETENCY_BY_AGENCY, competency=f"{name} {title}")
        charts.append(Chart(chart_title, Shape.BARS, tuple(agency for agency, _ in shown), series, True))
    return Report("R9 agencies", say(titles.R9_AGENCIES), _AGENCIES, tuple(rows), charts=tuple(charts))


def _means(total: Tally, competency: str, smallest: int) -> list[tuple[str, float | None]]:
    people = {
        agency: {who: marks for who, marks in theirs[competency].items() if marks[1] > 0}
        for agency, theirs in sorted(total.agencies.items())
        if competency in theirs
    }
    agencies = [agency for agency, theirs in people.items() if theirs]
    hidden = hidden_in_line([len(people[agency]) for agency in agencies], smallest)
    found: list[tuple[str, float | None]] = []
    for at, agency in enumerate(agencies):
        earned, possible = (sum(marks[which] for marks in people[agency].values()) for which in (0, 1))
        found.append((agency, None if at in hidden else round(100 * earned / possible)))
    return found


def facts(total: Tally, smallest: int) -> Report:
    """What was most often needed and not passed on; what may not be shown is left out altogether."""
    rows: list[Row] = []
    for of_case in _cases(total):
        case, found = of_case.game.case, []
        for cell, needed in of_case.needed.items():
            missed = of_case.missed[cell]
            parts = parts_shown((missed, needed - missed), smallest)
            if missed and parts is not None and parts[0] is not None:
                found.append((parts[0], cell))
        for percent, (fact, to) in sorted(found, key=lambda one: (-one[0], one[1]))[:MOST_FACTS]:
            told = case.facts[fact].headline or case.facts[fact].text if fact in case.facts else fact
            rows.append((case.id, of_nobody(told), role_of(of_case, to), percent))
    return Report("R9 facts", say(titles.R9_FACTS), _FACTS, tuple(rows))
