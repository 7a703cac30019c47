"""Item analysis, for trainers and authors: what each decision was answered with, how hard it is, whether it
tells those who do well from those who do not, which facts are missed, and what to look at.

Anonymous as R9 is. The number of plays is rounded down to fives, so that two numbers taken from each other
say nothing of few people.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection

from simulator.play.game import Game
from simulator.reports.columns import columns
from simulator.reports.derived import BRING, plays
from simulator.reports.nobody import of_nobody
from simulator.reports.report import SUPPRESSED, Asked, Cell, Report, Row
from simulator.reports.suppression import hidden_in_line
from simulator.reports.tally import Asked as Item
from simulator.reports.tally import OfCase, Place, tally
from simulator.reports.themes import answers_chart, facts, question_of, role_of, scene_of
from simulator.scenario.model import Meet, Options
from simulator.words import reports as words
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say

COLUMNS: Final = columns(
    "course_code",
    "scene",
    "decision",
    "role",
    "kind",
    "n",
    "facility_percent",
    "discrimination",
    "suggestion",
)
_ANSWERS: Final = columns("course_code", "scene", "role", "answer", "graded", "percent")
STEP: Final = 5
"""To which numbers of plays are rounded down."""
ENOUGH: Final = 20
"""Plays before a discrimination says anything."""
BACKWARDS: Final = -0.2
"""Discrimination from which on a decision rewards the wrong thing."""
EASY: Final = 0.95
"""Of full marks, from which on everybody finds it."""


def items(connection: Connection, asked: Asked) -> Report:
    """The item analysis of a period."""
    total, smallest = tally(plays(connection, asked), asked.area.bands), asked.area.smallest_shown
    cases = [of_case for _, of_case in sorted(total.cases.items())]
    rows = tuple(row for of_case in cases for row in _rows(of_case, smallest))
    answers = tuple(row for of_case in cases for row in _answers(of_case, smallest))
    star = say(notes.SUPPRESSED, smallest=smallest)
    unread = (say(notes.UNREAD, number=total.unread),) if total.unread else ()
    return Report(
        "items",
        say(titles.ITEMS),
        COLUMNS,
        rows,
        notes=(*map(say, notes.ITEMS), star, *unread),
        charts=tuple(answers_chart(of_case, smallest) for of_case in cases),
        parts=(
            Report("items answers", say(titles.ITEMS_ANSWERS), _ANSWERS, answers),
            facts(total, smallest)._replace(name="items facts", title=say(titles.ITEMS_FACTS)),
        )
        if rows
        else (),
    )


def _rows(of_case: OfCase, smallest: int) -> Iterator[Row]:
    for place, one in of_case.decisions.items():
        figures: tuple[Cell, ...] = (SUPPRESSED, SUPPRESSED, SUPPRESSED, "")
        if one.n >= smallest:
            figures = (
                one.n - one.n % STEP,
                None if one.facility is None else round(100 * one.facility),
                _rounded(one.discrimination, len(one.shares), smallest),
                " ".join(_suggestions(of_case.game, place, one)),
            )
        case = of_case.game.case.id
        yield (
            case,
            scene_of(place),
            question_of(of_case, place.scene),
            role_of(of_case, place.role),
            place.kind,
            *figures,
        )


def _rounded(value: float | None, of: int, smallest: int) -> float | None:
    return None if value is None or of < smallest else round(value, 2)


def _suggestions(game: Game, place: Place, one: Item) -> Iterator[str]:
    """What an author may want to look at."""
    for text, _, option in offered(game, place):
        if not one.answers[option]:
            yield say(words.NEVER_CHOSEN, answer=text)
    if one.n >= ENOUGH and (one.discrimination or 0) <= BACKWARDS:
        yield say(words.TELLS_WRONGLY)
    if one.facility is not None and one.facility >= EASY:
        yield say(words.EVERYBODY_FINDS_IT)


def offered(game: Game, place: Place) -> list[tuple[str, str, str]]:
    """(text, grade, id) of each option of a decision that has options."""
    decision = game.case.scenes[place.scene].decision
    if decision is None or place.kind == BRING or not isinstance(decision.kind, Options | Meet):
        return []
    return [(of_nobody(one.text), str(one.grade.value), one.id) for one in decision.kind.options]


def _answers(of_case: OfCase, smallest: int) -> Iterator[Row]:
    """How often each answer was given: options that exclude each other, or whatever could be ticked."""
    case = of_case.game.case.id
    for place, one in of_case.decisions.items():
        if one.n < smallest:
            continue
        at = (case, scene_of(place), role_of(of_case, place.role))
        options = offered(of_case.game, place)
        if options and set(one.answers) <= {option for _, _, option in options}:
            counts = [one.answers[option] for _, _, option in options]
            hidden = hidden_in_line(counts, smallest)
            for number, (text, grade, _) in enumerate(options):
                yield (
                    *at,
                    text,
                    grade,
                    SUPPRESSED if number in hidden else round(100 * counts[number] / one.n),
                )
            continue
        for answer, count in sorted(one.answers.items()):
            few = hidden_in_line((count, one.n - count), smallest)
            shown = SUPPRESSED if few else round(100 * count / one.n)
            yield (*at, _in_words(of_case, answer), "", shown)


def _in_words(of_case: OfCase, answer: str) -> str:
    """A fact, a seat or a level by what people call it."""
    case = of_case.game.case
    if answer in case.facts:
        fact = case.facts[answer]
        return of_nobody(fact.headline or fact.text)
    return role_of(of_case, answer)
