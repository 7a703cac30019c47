"""The course map: which case is for which agency, level and competency, worked out from the cases alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.calendar import from_minutes, in_words
from scoring.competencies import COMPETENCIES, tested
from scoring.guidance import Guidance
from scoring.guidance.board import Board
from scoring.rulebook import Rulebook
from simulator.play.cited import rulebook_for
from simulator.play.expected import expectations
from simulator.play.marking import KIND_NAMES
from simulator.scenario.model import Case, Scene
from simulator.text import clean
from simulator.words import pack as words
from simulator.words import say

FEWEST = 2
"""Decisions from which a case is named under a competency."""
FAMILY = "working together"


@dataclass(frozen=True)
class Course:
    """A case as somebody who plans a day sees it."""

    case: Case
    edition: str
    """Working Together as it was on the day; empty where there is none."""
    seats: tuple[tuple[str, str, int], ...]
    """Agency, role's title, decisions in hand."""
    practised: dict[str, int]
    """Competency -> decisions that give evidence of it."""


def course_of(case: Case, guidance: Guidance, board: Board) -> Course:
    """One case of the map."""
    on = from_minutes(case.set_on).date()
    book = rulebook_for(case, guidance, on, board.local_on(on))
    practised = dict.fromkeys(COMPETENCIES, 0)
    for scene in deciding(case):
        for competency in _competencies(case, scene, book):
            practised[competency] += 1
    seats = tuple(
        (board.agency(role.agency).id, role.title, decisions(case, role.id))
        for role in case.roles.values()
        if role.play
    )
    edition = book.editions.get(FAMILY, "")
    return Course(case, book.edition_titles.get(edition, ""), seats, practised)


def _competencies(case: Case, scene: Scene, book: Rulebook) -> tuple[str, ...]:
    decision = scene.decision
    assert decision is not None
    cited = expectations(case, book)[scene.id].cite
    domains = [rule.domain for topic in cited for rule in book.topics.get(topic, ())]
    return tested(decision.tests, KIND_NAMES[type(decision.kind)], domains)


def deciding(case: Case) -> list[Scene]:
    """The scenes in which somebody decides; those that make something good again are left out."""
    return [scene for scene in case.scenes.values() if scene.decision and not scene.makes_good]


def decisions(case: Case, role: str) -> int:
    """How many decisions of the case a seat has a part in."""
    return sum(1 for scene in deciding(case) if scene.decision and role in scene.decision.roles)


def course_map(courses: Sequence[Course]) -> str:
    """Three tables in Markdown: the cases, the seats of each agency, the competencies."""
    return "\n".join([*_cases(courses), "", *_agencies(courses), "", *_by_competency(courses), ""])


def _cases(courses: Sequence[Course]) -> Iterator[str]:
    yield from _head(words.MAP_CASES)
    for course in courses:
        case = course.case
        cuts = "".join(f"; {cut.id} {cut.minutes}" for cut in case.cuts.values())
        cells = (
            f"{clean(case.title)} (`{case.id}`)",
            say(words.LEVELS_OF[case.level]),
            f"{case.minutes}{cuts}",
            in_words(from_minutes(case.set_on).date()),
            course.edition,
            "; ".join(map(clean, case.content_notes)),
        )
        yield _row(cells)


def _agencies(courses: Sequence[Course]) -> Iterator[str]:
    yield from _head(words.MAP_AGENCIES)
    agencies = dict.fromkeys(agency for course in courses for agency, _, _ in course.seats)
    for agency in sorted(agencies):
        found = [
            say(words.MAP_SEAT, case=course.case.id, role=title, decisions=decisions)
            for course in courses
            for own, title, decisions in course.seats
            if own == agency
        ]
        yield _row((agency, "; ".join(found)))


def _by_competency(courses: Sequence[Course]) -> Iterator[str]:
    yield from _head(words.MAP_COMPETENCIES)
    for competency, name in COMPETENCIES.items():
        most = sorted(courses, key=lambda course: -course.practised[competency])
        found = [
            f"`{course.case.id}` {course.practised[competency]}"
            for course in most
            if course.practised[competency] >= FEWEST
        ]
        yield _row((f"{competency} {name}", ", ".join(found)))


def _head(heads: Sequence[object]) -> Iterator[str]:
    yield _row([str(head) for head in heads])
    yield _row(["---"] * len(heads))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
