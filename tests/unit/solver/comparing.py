"""What the exact solver says of a small case, held against the twin's plain enumeration."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from scoring.rulebook import Rulebook
from simulator.play.cited import clocks_of
from simulator.play.expected import expectations
from simulator.play.game import Game, prepare
from simulator.play.marking import red_lines, verdicts, weighed
from simulator.play.moves import DecisionMove, HandOver, Move, Stand, StepOut, TakeAdvice
from simulator.play.state import NO_ENDING
from simulator.play.step import start, step, waiting_for
from simulator.solver.bounds import bounds
from simulator.solver.explore import Explorer
from simulator.solver.losses import losses
from simulator.solver.marked import Play, fold
from simulator.solver.others import as_they_played
from simulator.solver.solution import Solution, solve
from tests.unit.solver.small_cases import SmallCase
from tests.unit.solver.twin import Moment, Outlook, Twin

PLAYS = 3
"""Random plays of each case whose losses are added up."""


def differences(small: SmallCase, most_steps: int = 20_000) -> list[str]:
    """Everything in which solver and twin differ; empty where they agree. Raises TooMany."""
    game = replace(prepare(small.case, small.rulebook, small.cut), trainer_present=small.trainer)
    found = compared(game, small.seats, small.rulebook, most_steps)
    later = compared(game, small.seats, small.another, most_steps)
    return [*found, *(f"as of another edition: {one}" for one in later)]


def compared(game: Game, seats: tuple[str, ...], book: Rulebook, most_steps: int = 20_000) -> list[str]:
    """The same for one game, marked by one rulebook."""
    expected = expectations(game.case, book)
    clocks = clocks_of(game.case, book, seats)
    twin = Twin(game, expected, clocks, seats, book, most_steps=most_steps)
    explorer = Explorer(game, expected, clocks, seats)
    found = space_differences(explorer, twin, twin.outlook(twin.first()))
    for seed in range(PLAYS):
        play = random_play(game, twin, seed)
        found += [f"play {seed}: {one}" for one in _of_losses(explorer, twin, play.moves)]
        found += [f"play {seed}: {one}" for one in _of_marking(twin, play, book)]
        if len(seats) > 1:
            role = seats[seed % len(seats)]
            found += [f"{role} alone: {one}" for one in _of_one_seat(game, book, play, role, most_steps)]
    return found


def solved(game: Game, seats: tuple[str, ...], by: Rulebook | None = None) -> Solution:
    """The solution, once it agrees with plain enumeration in everything."""
    marked_by = by or game.rulebook
    assert compared(game, seats, marked_by) == []
    return solve(game, expectations(game.case, marked_by), clocks_of(game.case, marked_by, seats), seats)


def space_differences(explorer: Explorer, twin: Twin, outlook: Outlook) -> list[str]:
    """What differs in the score space."""
    return list(_of_space(explorer, twin, outlook))


def _of_space(explorer: Explorer, twin: Twin, outlook: Outlook) -> Iterator[str]:
    game = explorer.game
    solution = solve(game, explorer.expected, explorer.clocks, explorer.seats)
    endings = {name: outlook.endings.get(index, 0) for index, name in enumerate(game.ending_ids)}
    for name, ours, theirs in (
        ("best", (solution.best_red_lines, solution.best), outlook.best),
        ("worst", (solution.worst_red_lines, solution.worst), outlook.worst),
        ("highest", solution.highest, outlook.highest),
        ("lowest", solution.lowest, outlook.lowest),
        ("guessing", solution.guessing, outlook.mean),
        ("endings", solution.endings, endings),
        ("best line", played_out(twin, solution.best_line), outlook.best),
        ("worst line", played_out(twin, solution.worst_line), outlook.worst),
    ):
        if ours != theirs:
            yield f"{name}: {ours} and by enumeration {theirs}"
    yield from _of_naive(solution, twin)
    least, most = bounds(game, explorer.expected, explorer.running, explorer.seats)
    if not least <= outlook.lowest <= outlook.highest <= most:
        yield f"bounds {least} and {most} do not hold {outlook.lowest} to {outlook.highest}"


def _of_naive(solution: Solution, twin: Twin) -> Iterator[str]:
    from simulator.play.strategies import NAIVE

    for name, strategy in NAIVE.items():
        state, _ = start(twin.game, twin.seats)
        moves: list[Move] = []
        while state.ending == NO_ENDING:
            waiting = waiting_for(twin.game, state)
            moves.append(strategy(twin.game, state, waiting[0]) if waiting else twin.stands(state))
            state, _ = step(twin.game, state, moves[-1])
        ours = (solution.naive[name].red_lines, solution.naive[name].earned)
        theirs = played_out(twin, moves)
        if ours != theirs:
            yield f"{name}: {ours} and move by move {theirs}"


def played_out(twin: Twin, moves: Sequence[Move]) -> tuple[int, Fraction]:
    """Red lines and marks of one whole play."""
    moment, reds, marks = twin.first(), 0, Fraction(0)
    left = list(moves)
    while moment.state.ending == NO_ENDING:
        waiting = waiting_for(twin.game, moment.state)
        said = bool(waiting) or (bool(left) and isinstance(left[0], Stand))
        worth, moment = twin.after(moment, left.pop(0) if said else twin.stands(moment.state))
        reds, marks = reds + worth.reds, marks + worth.marks
    assert not left, "the case ended before the play did"
    end = twin.settled(moment)
    return reds + end.reds, marks + end.marks


def _of_marking(twin: Twin, play: Play, book: Rulebook) -> Iterator[str]:
    """A whole play marked at its end comes to what its moves came to one by one."""
    game, events = twin.game, play.all_events
    decisions = weighed(game, twin.expected, events)
    judged = verdicts(game, twin.clocks, decisions, events, play.end, book)
    ours = (
        len(red_lines(game, decisions, play.end)),
        sum(one.mark.earned for one in decisions) + sum(one.earned for one in judged),
    )
    theirs = played_out(twin, play.moves)
    if ours != theirs:
        yield f"marked {ours} and move by move {theirs}"


def random_play(game: Game, twin: Twin, seed: int) -> Play:
    """A play of any moves that are open, advice among them, seats in any order."""
    draw = random.Random(seed)
    state, _ = start(game, twin.seats)
    moves: list[Move] = []
    move: Move
    while state.ending == NO_ENDING:
        waiting = waiting_for(game, state)
        if waiting and draw.random() < 0.05:
            move = _leaves(draw.choice(waiting), draw)
        elif waiting:
            ways = list(twin.moves(state, draw.choice(waiting)))
            advice = [move for _, move in ways if isinstance(move, TakeAdvice)]
            move = advice[0] if advice and draw.random() < 0.4 else draw.choice(ways)[1]
        else:
            play = game.scenes[state.scene]
            move = Stand(play.scene.id, draw.choice(play.options))
        state, _ = step(game, state, move)
        moves.append(move)
    return fold(game, twin.seats, moves)


def _leaves(role: str, draw: random.Random) -> Move:
    return StepOut(role) if draw.random() < 0.5 else HandOver(role, played=False)


def _of_losses(explorer: Explorer, twin: Twin, moves: Sequence[Move]) -> Iterator[str]:
    """Losses add up; each is what the twin finds; none is negative where no red line is crossed."""
    lost = losses(explorer, moves)
    reds, earned = played_out(twin, moves)
    best = twin.outlook(twin.first()).best[1]
    each = [loss.own + loss.tables for loss, _ in lost]
    theirs, nobodys = _losses_by_enumeration(twin, moves)
    if sum(each, nobodys) != best - earned:
        yield f"losses come to {sum(each)}, nobody's to {nobodys}, and {best} - {earned} were lost"
    if each != theirs:
        yield f"losses are {each} and by enumeration {theirs}"
    if reds == 0 and min((*(loss.own for loss, _ in lost), 0)) < 0:
        yield f"a seat's own loss is negative: {lost}"
    if reds == 0 and min((*each, 0)) < 0 and not any(isinstance(move, Stand) for move in moves):
        yield f"a loss is negative: {each}"


def _losses_by_enumeration(twin: Twin, moves: Sequence[Move]) -> tuple[list[Fraction], Fraction]:
    """Best before, less what was earned and the best after, and what is nobody's: handed-over seats, the
    trainer's word where nobody played gave a view. Advice goes with the decision it was taken for."""
    found: list[tuple[str, Fraction]] = []
    moment: Moment = twin.first()
    advice: dict[str, Fraction] = {}
    nobodys = Fraction(0)
    for move in moves:
        before = twin.outlook(moment).best[1]
        worth, moment = twin.after(moment, move)
        lost = before - worth.marks - twin.outlook(moment).best[1]
        if isinstance(move, TakeAdvice):
            advice[move.role] = lost
        elif isinstance(move, Stand):
            mine = [place for place, (scene, _) in enumerate(found) if scene == move.scene]
            if mine:
                found[mine[-1]] = (move.scene, found[mine[-1]][1] + lost)
            else:
                nobodys += lost
        elif isinstance(move, DecisionMove) and move.role not in twin.policies:
            found.append((move.scene, lost + advice.pop(move.role, Fraction(0))))
        else:
            nobodys += lost
    return [lost for _, lost in found], nobodys + sum(advice.values())


def _of_one_seat(game: Game, book: Rulebook, play: Play, role: str, most_steps: int) -> Iterator[str]:
    """One seat against its best replies, the others as they played."""
    policies = as_they_played(game, play.moves, play.states, play.seats, role)
    expected, clocks = expectations(game.case, book), clocks_of(game.case, book, (role,))
    twin = Twin(game, expected, clocks, play.seats, book, policies, most_steps)
    outlook = twin.outlook(twin.first())
    explorer = Explorer(game, expected, clocks, play.seats, policies)
    value = explorer.value(explorer.first())
    if (value.best[0], value.marks_of_best(explorer.scale)) != outlook.best:
        yield f"best {value.best} of {explorer.scale} and by enumeration {outlook.best}"
    yield from _of_losses(explorer, twin, play.moves)
