"""What plays yield once they are marked again from the journal: for anonymous tables, and for nothing else.

Each play is folded and marked by its own frozen guidance, without the solver: losses and best lines are for
whoever played, and need no place in a table of themes. What it yields can be kept aside (`kept_plays`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, and_, func, or_, select

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
from simulator.reports.yielded import Decided, Yielded
from simulator.solver.marked import rules_of, why_and_cite

BRING: Final = "bring"
"""What a seat brings to a meeting is a decision apart from its view there."""
GOOD, ACCEPTABLE, POOR = "good", "acceptable", "poor"
_GOOD_FROM: Final = Fraction(5, 6)
"""Of the marks that were possible: nearer to 3 of 3 than to 2 of 3."""
_POOR_BELOW: Final = Fraction(1, 3)
"""Nearer to none than to 2 of 3."""
AT_ONCE: Final = 500
"""Plays looked up together."""
_attempt, _there, _move = tables.attempts.c, tables.attendances.c, tables.journal.c


class Sat(NamedTuple):
    """Somebody's place at a play."""

    learner: str
    agency: str
    roles: tuple[str, ...]
    """Empty where the table played all seats together."""


class Derived(NamedTuple):
    """One play."""

    game: Game
    people: tuple[Sat, ...]
    decisions: tuple[Decided, ...]
    competencies: dict[str, Shown]


class Unread(NamedTuple):
    """A play that could not be read; `records verify` says why."""

    attempt: str


class _Wanted(NamedTuple):
    """A play that is asked for."""

    attempt: str
    head: str
    """The hash of its last move, which covers everything before it."""
    made_of: tuple[Any, ...]
    """What its game is made of; plays that have it in common have one game."""


def plays(connection: Connection, asked: Asked) -> Iterator[Derived | Unread]:
    """The first plays of the period that have ended, each marked again or remembered."""
    wanted = _wanted(connection, asked)
    games: dict[tuple[Any, ...], Game] = {}
    for first in range(0, len(wanted), AT_ONCE):
        some = wanted[first : first + AT_ONCE]
        kept = asked.kept.find([one.head for one in some]) if asked.kept else {}
        people = _people(connection, some)
        new: dict[str, Yielded] = {}
        for done, one in enumerate(some, first):
            asked.heard(done, len(wanted))
            let_others_write(connection)
            try:
                if one.head not in kept or one.made_of not in games:
                    opened = opening.opened(connection, one.attempt, opening.read_case)
                    games[one.made_of] = opened.game
                    if one.head not in kept:
                        kept[one.head] = new[one.head] = yielded(opened)
            except (RecordError, CaseError):
                yield Unread(one.attempt)
            else:
                yield Derived(games[one.made_of], people.get(one.attempt, ()), *kept[one.head])
        if asked.kept and new:
            asked.kept.keep(new)
    asked.heard(len(wanted), len(wanted))


def _wanted(connection: Connection, asked: Asked) -> list[_Wanted]:
    first = and_(_there.first, *of_agency(_there.agency, asked))
    in_workshop = and_(_attempt.held_in.is_not(None), ~_attempt.practice_only, *workshops_asked(asked))
    last = (
        select(_move.hash).where(_move.attempt == _attempt.id).order_by(_move.seq.desc()).limit(1)
    ).scalar_subquery()
    made_of = (
        _attempt.case_text,
        _attempt.case_name,
        _attempt.rulebook,
        _attempt.cut,
        _attempt.trainer_present,
    )
    query = (
        select(_attempt.id, func.coalesce(last, _attempt.opening), *made_of)
        .outerjoin(tables.workshops, tables.workshops.c.id == _attempt.held_in)
        .where(
            _attempt.finished.is_not(None),
            or_(and_(*plays_asked(asked)), in_workshop),
            select(_there.attempt).where(_there.attempt == _attempt.id, first).exists(),
        )
        .order_by(_attempt.case_id, _attempt.case_text, _attempt.started, _attempt.id)
    )
    return [_Wanted(row[0], row[1], tuple(row[2:])) for row in connection.execute(query)]


def _people(connection: Connection, some: Sequence[_Wanted]) -> dict[str, tuple[Sat, ...]]:
    query = select(_there.attempt, _there.learner, _there.agency, _there.roles)
    found: dict[str, tuple[Sat, ...]] = {}
    these = query.where(_there.attempt.in_([one.attempt for one in some])).order_by(
        *query.selected_columns[:2]
    )
    for attempt, who, agency, roles in connection.execute(these):
        found[attempt] = (*found.get(attempt, ()), Sat(who, agency, tuple(json.loads(roles))))
    return found


def yielded(opened: Opened) -> Yielded:
    """What a play yields, marked again from its journal. Raises RecordError or CaseError."""
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
    return Yielded(decisions, profile(rows))


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
