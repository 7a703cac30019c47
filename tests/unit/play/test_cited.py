"""What a rule is said to come from, beside what was done on a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.calendar import from_minutes
from scoring.guidance import library
from scoring.guidance.board_reading import load_board
from simulator.play.cited import comes_from, rulebook_for
from simulator.scenario.library import folders
from simulator.scenario.read import case_from


@pytest.mark.parametrize("file", sorted(folders()[0].glob("*.yaml")), ids=lambda file: file.stem)
def test_nothing_is_said_to_come_from_guidance_that_was_not_there_yet(file: Path) -> None:
    case = case_from(file.read_text("utf-8"), file.name)
    day = from_minutes(case.set_on).date()
    book = rulebook_for(case, library(), local=load_board().local_on(day))
    later = {
        edition.title
        for edition in map(library().edition, book.edition_titles)
        if (edition.begins or day) > day
    }
    said = {comes_from(rule, book) for rules in book.topics.values() for rule in rules}
    assert said.isdisjoint(later)
    assert said & set(book.edition_titles.values())


def test_a_rule_that_a_board_made_its_own_is_the_boards() -> None:
    file = folders()[0] / "fifteen-days.yaml"
    case = case_from(file.read_text("utf-8"), file.name)
    book = rulebook_for(case, library(), local=load_board().local_on(from_minutes(case.set_on).date()))
    (rule,) = book.topics["each_child_considered"]
    assert comes_from(rule, book) == "this board's own rule"
