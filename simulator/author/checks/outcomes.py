"""What a case can come to: whether it can be failed, won by a red line, or passed without thought."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from scoring.scorecard import rounded
from scoring.terms import Grade
from simulator.author.clocks import Fate, fates
from simulator.author.examined import Examined
from simulator.author.far import far_reads
from simulator.author.finding import Found, found
from simulator.author.pieces import options_of
from simulator.author.situations import best_nodes
from simulator.scenario.catalogue import outcomes as told
from simulator.scenario.diagnostics import quoted
from simulator.scenario.model import NOWHERE
from simulator.words import author as words
from simulator.words import say, say_count

PASSES: Final = Fraction(2, 5)
"""Chance-corrected share of the best from which a play without thought passes."""
NO_SKETCH: Final = 3
"""Decisions in the best play from which a habit can be told from a single lucky pick."""
SPREAD: Final = 4
"""Decisions from which one may be said to hold too much."""


def no_way_to_fail(examined: Examined) -> Iterator[Found]:
    """C001."""
    solution = examined.solution
    passes = solution.best and 2 * solution.worst >= solution.best
    if examined.exact and passes and not solution.worst_red_lines:
        yield found(told.NO_WAY_TO_FAIL, worst=rounded(solution.worst), best=rounded(solution.best))


def badly_ended(examined: Examined) -> Iterator[Found]:
    """C002."""
    if not examined.exact:
        return
    endings = examined.case.endings
    ending = endings[examined.game.ending_ids[best_nodes(examined.explorer)[-1].state.ending]]
    better = [
        one.id for one in endings.values() if one.outcome == "good" and one.id in examined.reach.endings
    ]
    if ending.outcome != "good" and better:
        yield found(told.BADLY_ENDED, ending.at, ending=quoted(ending.id), better=quoted(better[0]))


def red_lines(examined: Examined) -> Iterator[Found]:
    """C003 and C004."""
    solution = examined.solution
    if not examined.exact:
        return
    if solution.best_red_lines:
        least = say_count(solution.best_red_lines, words.ONE_RED_LINE, words.RED_LINES)
        yield found(told.ALWAYS_RED, least=least)
    if solution.highest > solution.best:
        yield found(told.RED_LINE_PAYS, highest=rounded(solution.highest), best=rounded(solution.best))


def habits_that_pass(examined: Examined) -> Iterator[Found]:
    """C005."""
    solution = examined.solution
    if solution.guessing is None or len(solution.best_line) < NO_SKETCH:
        return
    for habit in examined.habits:
        share = solution.chance_corrected(habit.earned)
        if share is not None and share >= PASSES:
            yield found(
                told.HABIT_PASSES,
                strategy=say(words.HABITS[habit.name]),
                earned=rounded(habit.earned),
                best=rounded(solution.best),
                share=f"{float(share):.0%}",
            )


def lower_grades(examined: Examined) -> Iterator[Found]:
    """C006."""
    if not examined.exact:
        return
    for scene, lower, higher in examined.situations.unpunished:
        decision = examined.case.scenes[scene].decision
        grades = examined.game.expected[scene].options
        at = next(option.at for option in options_of(decision) if option.id == lower)
        yield found(
            told.LOWER_LOSES_NOTHING,
            at,
            lower=quoted(lower),
            lower_grade=grades[lower].grade.value,
            higher=quoted(higher),
            higher_grade=grades[higher].grade.value,
        )


def nothing_tempts(examined: Examined) -> Iterator[Found]:
    """C007."""
    for scene in examined.case.scenes.values():
        for option in options_of(scene.decision):
            weak = examined.game.expected[scene.id].options[option.id].grade in (Grade.POOR, Grade.UNSAFE)
            ever_best = examined.exact and (scene.id, option.id) in examined.situations.best
            if weak and not option.tempting and not ever_best:
                yield found(told.NOTHING_TEMPTS, option.at, option=quoted(option.id))


def one_decides(examined: Examined) -> Iterator[Found]:
    """C008."""
    if not examined.exact:
        return
    spread = examined.solution.best - examined.solution.worst
    held = examined.situations.held
    if len(held) < SPREAD or not spread:
        return
    for scene, marks in held.items():
        if 3 * marks > spread:
            decision = examined.case.scenes[scene].decision
            at = decision.at if decision else NOWHERE
            yield found(told.ONE_DECISION_DECIDES, at, held=rounded(marks), spread=rounded(spread))


def idle_clocks(examined: Examined) -> Iterator[Found]:
    """C009."""
    if not examined.exact:
        return
    marked = [clocked for clocked in examined.clocks if clocked.counted]
    for clocked, fate in zip(marked, fates(examined.explorer), strict=True):
        reason = _why_idle(fate)
        if reason:
            yield found(
                told.CLOCK_IDLE,
                NOWHERE,
                clocked.topic,
                topic=quoted(clocked.topic),
                reason=reason,
                begins=", ".join(sorted(clocked.begins)),
                ends=", ".join(sorted(clocked.ends)),
            )


def _why_idle(fate: Fate) -> str:
    if not fate.begun:
        return say(words.NEVER_BEGUN)
    if not fate.met:
        return say(words.NEVER_MET)
    return "" if fate.missed else say(words.NEVER_MISSED)


def not_exact(examined: Examined) -> Iterator[Found]:
    """C010."""
    if not examined.exact:
        far = far_reads(examined.case)
        listed = ", ".join(quoted(one) for one in far)
        yield found(
            told.NOT_EXACT,
            states=examined.explorer.budget,
            far=say(words.READ_FAR, things=listed) + " " if listed else "",
        )


CHECKS: Final = (
    no_way_to_fail,
    badly_ended,
    red_lines,
    habits_that_pass,
    lower_grades,
    nothing_tempts,
    one_decides,
    idle_clocks,
    not_exact,
)
