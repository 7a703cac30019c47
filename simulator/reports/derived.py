"""What plays yield once they are marked again from the journal: for anonymous tables, and for nothing else.

Nothing of it is stored. Each play is folded and marked by its own frozen guidance, without the solver: losses
and best lines are for whoever played, and need no place in a table of themes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import Final, NamedTuple

from sqlalchemy import Connection, and_, or_, select

from scoring.competencies import Shown, profile, tested
from scoring.evidence import OptionEvidence
from scoring.marks import Exact
from scoring.scorecard import TIMELINESS, sharing_of
from scoring.terms import Grade
from scoring.timescales import NOT_COUNTED
from simulator.errors import CaseError, RecordError
from simulator.play.cited import clocks_of
from simulator.play.events import Event
from simulator.play.game import Game
from simulator.play.marking import Weighed, verdicts, weighed
from simulator.play.moves import Ask, Bring, Choose, DecisionMove, LookUp, Record, Refer, View
from simulator.play.state import State
from simulator.play.step import start
from simulator.records import opening, tables
from simulator.records.attempt import Opened
from simulator.records.folding import Place, fold
from simulator.reports.asking import of_agency, plays_asked, workshops_asked
from simulator.reports.breathing import let_others_write
from simulator.reports.report import Asked
from simulator.solver.marked import rules_of, why_and_cite

BRING: Final = "bring"
"""What a seat brings to a meeting is a decision apart from its view there."""
GOOD, ACCEPTABLE, POOR = "good", "acceptable", "poor"
_GOOD_FROM: Final = Fraction(5, 6)
"""Of the marks that were possible: nearer to 3 of 3 than to 2 of 3."""
_POOR_BELOW: Final = Fraction(1, 3)
"""Nearer to none than to 2 of 3."""
_attempt, _there = tables.attempts.c, tables.attendances.c


class Sat(NamedTuple):
    """Somebody's place at a play."""

    learner: str
    agency: str
    roles: tuple[str, ...]
    """Empty where the table played all seats together."""


class Decided(NamedTuple):
    """One decision of one play."""

    scene: str
    role: str
    kind: str
    answers: tuple[str, ...]
    """What was chosen, asked for or opened, by its id."""
    grade: str
    """good, acceptable or poor."""
    share: Fraction | None
    """Of the marks that were possible; None where nothing was."""
    tests: tuple[str, ...]
    earned: Exact
    possible: Exact
    needed: tuple[tuple[str, str], ...]
    """(fact, recipient) that were needed here."""
    missed: tuple[tuple[str, str], ...]


class Derived(NamedTuple):
    """One play."""

    game: Game
    people: tuple[Sat, ...]
    decisions: tuple[Decided, ...]
    competencies: dict[str, Shown]


class Unread(NamedTuple):
    """A play that could not be read; `records verify` says why."""

    attempt: str


def plays(connection: Connection, asked: Asked) -> Iterator[Derived | Unread]:
    """The first plays of the period that have ended, each marked again."""
    wanted = _wanted(connection, asked)
    for done, attempt in enumerate(wanted):
        asked.heard(done, len(wanted))
        let_others_write(connection)
        try:
            opened = opening.opened(connection, attempt, opening.read_case)
            derived = _derived(opened, _people(connection, attempt))
        except (RecordError, CaseError):
            yield Unread(attempt)
        else:
            yield derived
    asked.heard(len(wanted), len(wanted))


def _wanted(connection: Connection, asked: Asked) -> list[str]:
    first = and_(_there.first, *of_agency(_there.agency, asked))
    in_workshop = and_(_attempt.held_in.is_not(None), ~_attempt.practice_only, *workshops_asked(asked))
    query = (
        select(_attempt.id)
        .outerjoin(tables.workshops, tables.workshops.c.id == _attempt.held_in)
        .where(
            _attempt.finished.is_not(None),
            or_(and_(*plays_asked(asked)), in_workshop),
            select(_there.attempt).where(_there.attempt == _attempt.id, first).exists(),
        )
        .order_by(_attempt.case_id, _attempt.case_text, _attempt.started, _attempt.id)
    )
    return list(connection.scalars(query))


def _people(connection: Connection, attempt: str) -> tuple[Sat, ...]:
    query = select(_there.learner, _there.agency, _there.roles).where(_there.attempt == attempt)
    return tuple(
        Sat(who, agency, tuple(json.loads(roles))) for who, agency, roles in connection.execute(query)
    )


def _derived(opened: Opened, people: tuple[Sat, ...]) -> Derived:
    about, game = opened.about, opened.game
    seats = tuple(json.loads(about.seats))
    state, events = start(game, seats)
    moved = fold(game, about.id, Place(0, about.opening, state), opened.rows)
    happened: Sequence[Event] = [*events, *chain.from_iterable(one.events for one in moved)]
    found = weighed(game, game.expected, happened)
    decisions = tuple(decided(game, one) for one in found)
    end = moved[-1].state if moved else state
    rows = [(one.tests, one.scene, one.earned, one.possible) for one in decisions]
    rows += _clocks(game, seats, found, happened, end)
    return Derived(game, people, decisions, profile(rows))


def _clocks(
    game: Game, seats: tuple[str, ...], found: tuple[Weighed, ...], happened: Sequence[Event], end: State
) -> list[tuple[tuple[str, ...], str, Exact, Exact]]:
    """Timescales that are marked give evidence of timely action, as in a scorecard."""
    clocks = clocks_of(game.case, game.rulebook, seats)
    return [
        (TIMELINESS, verdict.topic, verdict.earned, 1)
        for verdict in verdicts(game, clocks, found, happened, end, game.rulebook)
        if verdict.counted and verdict.verdict != NOT_COUNTED
    ]


def decided(game: Game, one: Weighed) -> Decided:
    """A decision as tables need it."""
    move, mark = one.move, one.mark
    decision = game.case.scenes[move.scene].decision
    assert decision is not None
    _, cite = why_and_cite(one.asked, move)
    domains = (rule.domain for rule in rules_of(game.rulebook, cite))
    share = Fraction(mark.earned) / mark.possible if mark.possible else None
    sharing = sharing_of(move.scene, move.role, one.evidence)
    return Decided(
        move.scene,
        move.role,
        BRING if isinstance(move, Bring) else one.kind,
        answers_of(move),
        _grade(one, share),
        share,
        tested(decision.tests, one.kind, domains),
        mark.earned,
        mark.possible,
        _needed(one),
        sharing.missed if sharing else (),
    )


def answers_of(move: DecisionMove) -> tuple[str, ...]:
    """What was chosen, by its id; never anything that was typed."""
    if isinstance(move, Choose | View):
        return (move.option,)
    if isinstance(move, Refer):
        return (move.level,)
    if isinstance(move, Ask):
        return tuple(sorted({of for of, _ in move.asked}))
    if isinstance(move, LookUp):
        return (move.result,)
    if isinstance(move, Record):
        return tuple(sorted({entry.fact for entry in move.entries}))
    return tuple(sorted({given[0] for given in move.given}))


def _grade(one: Weighed, share: Fraction | None) -> str:
    if isinstance(one.evidence, OptionEvidence):
        grade = one.evidence.grade
        return GOOD if grade is Grade.GOOD else ACCEPTABLE if grade is Grade.ACCEPTABLE else POOR
    if share is None or share < _POOR_BELOW:
        return POOR
    return GOOD if share >= _GOOD_FROM else ACCEPTABLE


def _needed(one: Weighed) -> tuple[tuple[str, str], ...]:
    shared = getattr(one.evidence, "share", one.evidence)
    cells = getattr(shared, "cells", ())
    return tuple((cell.fact, cell.to) for cell in cells if cell.want.level > cell.had)
