"""The course map cannot drift: its tables are those of the cases, its programmes keep to their minutes."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from scoring.guidance import library
from scoring.guidance.board_reading import load_board
from simulator.author.course_map import course_map, course_of
from simulator.scenario.model import Case
from simulator.scenario.read import case_from

FOLDER = Path(__file__).parents[3] / "scenarios"
PAGE = (FOLDER / "COURSES.md").read_text("utf-8")
ROW = re.compile(r"^\| (\d\d):(\d\d) \| (\d+) \| (.*) \|$", re.M)
PLAY = re.compile(r"^Play: `([a-z-]+)`(?: \(cut `([a-z]+)`\))?$")


@pytest.fixture(scope="module")
def cases() -> dict[str, Case]:
    found = [case_from(file.read_text("utf-8"), file.stem) for file in sorted(FOLDER.glob("*.yaml"))]
    return {case.id: case for case in found}


def programmes() -> list[list[tuple[int, int, str]]]:
    """Each programme's rows: minute of the day, minutes, what."""
    tables = [ROW.findall(part) for part in PAGE.split("\n## ")]
    return [
        [(int(hour) * 60 + int(minute), int(takes), what) for hour, minute, takes, what in table]
        for table in tables
        if table
    ]


def test_the_tables_are_those_of_the_cases(cases: dict[str, Case]) -> None:
    courses = [course_of(case, library(), load_board()) for case in cases.values()]
    assert PAGE.partition("## What there is\n\n")[2].strip() == course_map(courses).strip()


def test_every_programme_adds_up_and_every_case_fits_its_time(cases: dict[str, Case]) -> None:
    assert len(programmes()) >= 5
    for programme in programmes():
        for (start, minutes, what), (following, _, _) in pairwise(programme):
            assert start + minutes == following, what
        for _, minutes, what in programme:
            if found := PLAY.match(what):
                case, cut = cases[found[1]], found[2]
                assert minutes == (case.cuts[cut].minutes if cut else case.minutes), what


def test_a_programme_ends_with_looking_back_and_leaving_the_part() -> None:
    for programme in programmes():
        told = [what for _, _, what in programme]
        assert told[-1] == "End" and "leaving the part" in told[-2]
        assert sum(what.startswith("Play: ") for what in told) == sum(map(bool, map(PLAY.match, told)))
        assert any(what.startswith("Debrief") for what in told)
        assert any(what.startswith("Alone") for what in told)


def test_every_case_can_be_chosen_and_is_played_in_some_programme(cases: dict[str, Case]) -> None:
    chosen = PAGE.partition("## Choosing")[2].partition("\n## ")[0]
    played = {
        found[1] for programme in programmes() for _, _, what in programme if (found := PLAY.match(what))
    }
    assert played == set(cases)
    named = " ".join(chosen.split())
    assert [case.title for case in cases.values() if f"*{case.title.rstrip('?')}" not in named] == []
