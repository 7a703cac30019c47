"""A whole play marked: the scorecard of a table, or of one seat with the others as they played."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from scoring.competencies import tested
from scoring.guidance.model import Rule
from scoring.rulebook import Rulebook
from scoring.scorecard import MarkedDecision, Scorecard, Space, scorecard, sharing_of
from simulator.play.cast import Cast
from simulator.play.cited import clocks_of
from simulator.play.events import Event
from simulator.play.expected import Asked, Expectations, expectations
from simulator.play.game import Game
from simulator.play.marking import Weighed, red_lines, referral_needle, verdicts, weighed
from simulator.play.moves import Choose, DecisionMove, Move, View
from simulator.play.state import State
from simulator.play.step import start, step
from simulator.play.told import move_in_words
from simulator.scenario.model import JUDGEMENT
from simulator.solver.bounds import bounds
from simulator.solver.explore import DEFAULT_BUDGET, Explorer, OverBudget
from simulator.solver.losses import Loss, losses
from simulator.solver.nodes import Node
from simulator.solver.others import as_they_played


class Play(NamedTuple):
    """A play folded: every state it went through and everything that happened."""

    seats: tuple[str, ...]
    moves: tuple[Move, ...]
    states: tuple[State, ...]
    """Before the first move, and after each."""
    events: tuple[tuple[Event, ...], ...]
    """What led to each of the states."""

    @property
    def end(self) -> State:
        return self.states[-1]

    @property
    def all_events(self) -> tuple[Event, ...]:
        return tuple(event for happened in self.events for event in happened)


class Marking(NamedTuple):
    """Everything that is known of a play once it is marked."""

    play: Play
    rulebook: Rulebook
    """By which it is marked."""
    expected: Expectations
    decisions: tuple[Weighed, ...]
    card: Scorecard
    explorer: Explorer
    nodes: tuple[Node, ...]
    """The node each decision was made in; empty where the solver is not exact."""


def fold(game: Game, seats: tuple[str, ...], moves: Sequence[Move]) -> Play:
    """Play moves through `step`. Raises MoveRefused where one is not legal."""
    state, events = start(game, seats)
    states, happened = [state], [tuple(events)]
    for move in moves:
        state, events = step(game, state, move)
        states.append(state)
        happened.append(tuple(events))
    return Play(seats, tuple(moves), tuple(states), tuple(happened))


def mark_play(
    game: Game,
    cast: Cast,
    play: Play,
    *,
    rulebook: Rulebook | None = None,
    role: str = "",
    explorer: Explorer | None = None,
    budget: int = DEFAULT_BUDGET,
) -> Marking:
    """Mark a play: by the guidance it was played under, or as if on another date.

    With a `role` only that seat is marked, against its best replies to the others as they played.
    `explorer`: one that has solved the same game for the same seats, so that it need not be solved again.
    """
    book = rulebook or game.rulebook
    expected = game.expected if rulebook is None else expectations(game.case, book)
    clocks = clocks_of(game.case, book, (role,) if role else play.seats)
    everybody = weighed(game, expected, play.all_events)
    mine = tuple(one for one in everybody if not role or one.move.role == role)
    if explorer is None:
        policies = as_they_played(game, play.moves, play.states, play.seats, role) if role else {}
        explorer = Explorer(game, expected, clocks, play.seats, policies, budget)
    space, lost = _space(explorer, play)
    decisions = [
        _decision(game, cast, book, one, found[0] if found else None)
        for one, found in zip(mine, lost or [None] * len(mine), strict=True)
    ]
    card = scorecard(
        decisions,
        verdicts(game, clocks, everybody, play.all_events, play.end, book),
        space,
        (found for one in mine if (found := sharing_of(one.move.scene, one.move.role, one.evidence))),
        (red._replace(line=in_words(game, cast, red.line)) for red in red_lines(game, mine, play.end)),
    )
    return Marking(play, book, expected, mine, card, explorer, tuple(node for _, node in lost))


def in_words(game: Game, cast: Cast, line: str) -> str:
    """A red line with people's names and facts' own words in place of the case's ids."""
    facts, known = game.case.facts, {*game.case.facts, *game.layout.parties}

    def words_for(match: re.Match[str]) -> str:
        name = match[0]
        if name in facts:
            return f"“{cast.fill(facts[name].headline or facts[name].text).strip()}”"
        return cast.name(name) if name in known else name

    return _NAME.sub(words_for, line)


_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


def _space(explorer: Explorer, play: Play) -> tuple[Space, tuple[tuple[Loss, Node], ...]]:
    """The score space, and the losses; bounds and none where there are too many states."""
    try:
        first = explorer.first()
        value = explorer.value(first)
        lost = losses(explorer, play.moves)
    except OverBudget:
        least, most = bounds(explorer.game, explorer.expected, explorer.running, explorer.seats)
        return Space(False, most, least, None), ()
    scale = explorer.scale
    return Space(
        True, value.marks_of_best(scale), value.marks_of_worst(scale), value.marks_of_guessing(scale)
    ), lost


def _decision(game: Game, cast: Cast, book: Rulebook, one: Weighed, loss: Loss | None) -> MarkedDecision:
    why, cite = why_and_cite(one.asked, one.move)
    rules = rules_of(book, cite)
    decision = game.case.scenes[one.move.scene].decision
    assert decision is not None
    return MarkedDecision(
        scene=one.move.scene,
        role=one.move.role,
        kind=one.kind,
        chosen=move_in_words(game, cast, one.move),
        mark=one.mark,
        loss=loss.own if loss else None,
        table_loss=loss.tables if loss else 0,
        rules=tuple(rule.id for rule in rules),
        why=cast.fill(why),
        tests=tested(decision.tests, one.kind, (rule.domain for rule in rules)),
        needle=referral_needle(one.evidence),
    )


def why_and_cite(asked: Asked, move: DecisionMove) -> tuple[str, tuple[str, ...]]:
    """The reason and the topics given for what was done: an option's own, else the decision's."""
    if isinstance(move, Choose | View):
        option = asked.options[move.option]
        return option.why or asked.why, option.cite or asked.cite
    return asked.why, asked.cite


def rules_of(book: Rulebook, cite: Sequence[str]) -> tuple[Rule, ...]:
    """The rules in force that topics resolve to, each once; judgement claims none."""
    found: dict[str, Rule] = {}
    for topic in cite:
        if topic != JUDGEMENT:
            found.update({rule.id: rule for rule in book.topics.get(topic, ())})
    return tuple(found.values())
