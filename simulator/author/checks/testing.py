"""The author's own tests, played; and the family, invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from scoring.calendar import from_minutes
from scoring.scorecard import rounded
from scoring.terms import Level
from simulator.author.examined import Examined
from simulator.author.finding import Found, found
from simulator.author.pieces import is_child
from simulator.errors import CaseError
from simulator.play.cast import spec_of
from simulator.play.cited import clocks_of
from simulator.play.marking import red_lines, verdicts, weighed
from simulator.play.spoken import SpokenMoveRefused, listed, play_words
from simulator.play.state import NO_ENDING, UNREACHED, State, level_at
from simulator.play.strategies import NAIVE, random_strategy
from simulator.scenario.catalogue import testing as told
from simulator.scenario.diagnostics import quoted
from simulator.scenario.model import NOWHERE, Case, Check, Expectation, Position
from simulator.solver.explore import Explorer, OverBudget
from simulator.solver.marked import fold
from simulator.solver.walking import Walk
from simulator.words import author as words
from simulator.words import say, say_count

SEEDS: Final = ("1", "2", "3")


class Outcome(NamedTuple):
    """What came of an author's play."""

    end: State
    earned: Fraction
    best: Fraction
    reds: int
    fewest_reds: int


def author_checks(examined: Examined) -> Iterator[Found]:
    """C070, C071 and C072."""
    for check in examined.case.checks:
        try:
            outcome = play_check(examined, check)
        except SpokenMoveRefused as refused:
            words_ = check.play[refused.number - 1] if refused.number <= len(check.play) else ""
            problem = (refused.message or refused.title).rstrip(".")
            values = {"number": refused.number, "move": quoted(words_), "problem": problem}
            yield found(told.CANNOT_BE_PLAYED, check.at, words_, **values)
        except OverBudget:
            values = {"number": 1, "move": quoted(check.play[0]), "problem": say(words.TOO_LARGE)}
            yield found(told.CANNOT_BE_PLAYED, check.at, check.play[0], **values)
        else:
            for part, expected, got in _differences(examined, check.expect, outcome):
                values = {"expected": expected, "got": got}
                yield found(told.COMES_OUT_OTHERWISE, check.at, part, **values)
    if not examined.case.checks:
        yield found(told.NO_CHECKS)


def play_check(examined: Examined, check: Check) -> Outcome:
    """Play a check's moves and mark them. Raises SpokenMoveRefused or OverBudget."""
    game, seats = examined.game, check.roles or examined.seats
    seats = tuple(seat for seat in examined.seats if seat in seats)
    explorer = _explorer(examined, seats)
    spoken = listed("\n".join(check.play))
    walk = Walk(explorer, spoken, {**NAIVE, "random": random_strategy(1)})
    played = play_words(game, seats, spoken, walk.strategies)
    play = fold(game, seats, played.moves)
    decisions = weighed(game, game.expected, play.all_events)
    judged = verdicts(game, explorer.clocks, decisions, play.all_events, play.end, game.rulebook)
    earned = sum((Fraction(one.mark.earned) for one in decisions), Fraction(0))
    earned += sum(one.earned for one in judged)
    best = explorer.value(explorer.first()).best
    marks = Fraction(best[1], explorer.scale)
    return Outcome(play.end, earned, marks, len(red_lines(game, decisions, play.end)), best[0])


def _explorer(examined: Examined, seats: tuple[str, ...]) -> Explorer:
    """The one that has solved the case for these seats, or a new one."""
    if seats == examined.seats:
        return examined.explorer
    if len(seats) == 1 and seats[0] in examined.alone:
        return examined.alone[seats[0]].explorer
    clocks = clocks_of(examined.case, examined.game.rulebook, seats)
    return Explorer(examined.game, examined.game.expected, clocks, seats)


def _differences(examined: Examined, expect: Expectation, outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    """What to point at, what was expected, what came."""
    game, end = examined.game, outcome.end
    if expect.ending:
        got = game.ending_ids[end.ending] if end.ending != NO_ENDING else ""
        if got != expect.ending:
            came = say(words.ENDS_IN, ending=quoted(got)) if got else say(words.NO_END)
            yield expect.ending, say(words.ENDS_IN, ending=quoted(expect.ending)), came
    if expect.score and not _scored(expect.score, outcome):
        yield expect.score, _score_expected(expect.score, outcome), _score_got(outcome)
    if expect.red_lines is not None and expect.red_lines != outcome.reds:
        yield "red lines", _reds(expect.red_lines), _reds(outcome.reds)
    for milestone in expect.milestones:
        if end.stamps[game.layout.milestones[milestone]] == UNREACHED:
            yield milestone, say(words.IS_REACHED, milestone=quoted(milestone)), say(words.NOT_REACHED)
    for who, facts in expect.known.items():
        for fact in facts:
            if level_at(end.knows, game.layout.slot(who, fact)) is Level.NONE:
                expected = say(words.KNOWN_BY, fact=quoted(fact), who=quoted(who))
                yield fact, expected, say(words.NOT_KNOWN)


def _scored(score: str, outcome: Outcome) -> bool:
    if score == "best":
        return outcome.earned == outcome.best and outcome.reds <= outcome.fewest_reds
    share = Fraction(score.split()[-1])
    if score.startswith("under"):
        return outcome.earned < share * outcome.best
    return outcome.earned >= share * outcome.best


def _score_expected(score: str, outcome: Outcome) -> str:
    if score == "best":
        return say(words.SCORE_BEST, best=rounded(outcome.best))
    return say(words.SCORE_SHARE, expected=score)


def _score_got(outcome: Outcome) -> str:
    values = {"earned": rounded(outcome.earned), "best": rounded(outcome.best)}
    return say(words.SCORE_GOT, **values, reds=_reds(outcome.reds))


def _reds(number: int) -> str:
    return say_count(number, words.ONE_RED_LINE, words.RED_LINES)


def family(examined: Examined) -> Iterator[Found]:
    """C074."""
    from simulator.family import invent

    day = from_minutes(examined.case.set_on).date()
    try:
        for seed in SEEDS:
            invent(spec_of(examined.case), seed, day)
    except CaseError as impossible:
        problem = " ".join(impossible.message.split()).rstrip(".")
        yield found(
            told.IMPOSSIBLE_FAMILY,
            _whose(examined.case, problem),
            problem=re.sub("`([^`]*)`", r"“\1”", problem),
        )


def _whose(case: Case, problem: str) -> Position:
    """Whose line it is: the first one named is somebody's parent, and is too young for it or else is not."""
    named = [member for id, member in case.family.items() if f"`{id}`" in problem]
    named.sort(key=lambda member: problem.index(f"`{member.id}`"))
    if not named:
        return next(iter(case.family.values())).at if case.family else NOWHERE
    return named[0 if is_child(named[0]) else -1].at


CHECKS: Final = (author_checks, family)
