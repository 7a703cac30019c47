"""A play without a screen: moves in words in; transcript and scorecard out, equal bytes for equal plays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.cli import printing, show
from simulator.cli.played import PlayedOut
from simulator.cli.ready import DEFAULT_SEED, Ready, Wanted, get_ready, invent_family
from simulator.cli.typed_moves import RANDOM, WHOLE, moves_text
from simulator.cli.usage import wrong
from simulator.errors import SimulatorError
from simulator.play.moves import Move
from simulator.play.spoken import Spoken, SpokenMoveRefused, listed, play_words
from simulator.play.state import NO_ENDING
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE, Strategy, random_strategy
from simulator.settings import Settings
from simulator.solver.explore import Explorer, OverBudget
from simulator.solver.marked import fold, mark_play
from simulator.solver.walking import BEST, WORST, Walk
from simulator.words import cli as words
from simulator.words import cli_play as said
from simulator.words import say

DEMONSTRATED = "late-tired-and-loved"
"""Solved in a second or two, on any machine."""


def play_and_show(settings: Settings, wanted: Wanted, moves: str, *, keep: bool, json: bool) -> None:
    """`play --moves`: play, mark and print; with `keep` store it first and say its id on standard error."""
    ready = get_ready(settings, wanted.case, roles=wanted.roles, on=wanted.on, cut=wanted.cut)
    played = play_headless(ready, moves_text(moves), DEFAULT_SEED if wanted.seed is None else wanted.seed)
    if keep:
        from simulator.cli.attempts import keep_play

        show.err(say(said.KEPT, attempt=keep_play(settings, ready, played)))
    if json:
        show.document(played.as_data())
    else:
        show_play(played)


def show_demonstration(settings: Settings) -> None:
    """`demo`: one case played by the solver, kept as practice."""
    from simulator.cli.attempts import keep_play

    show.wrapped(say(said.DEMO))
    ready = get_ready(settings, DEMONSTRATED)
    played = play_headless(ready, BEST, DEFAULT_SEED)
    show_play(played)
    show.out()
    attempt = keep_play(settings, ready, played)
    show.out(say(said.DEMO_KEPT, attempt=attempt))
    show.out(say(said.RECORD_AT, place=settings.database_file or settings.database_shown))
    show.out(say(said.IN_A_TERMINAL))


def show_play(played: PlayedOut) -> None:
    """Print what the play was, its transcript and its marks."""
    game = played.game
    show.heading(game.case.title)
    roles = "; ".join(map(played.cast.name, played.seats))
    show.wrapped(say(said.PLAYED, roles=roles, date=game.rulebook.on, seed=played.seed))
    marked_on = played.marking.rulebook.on
    if marked_on != game.rulebook.on:
        show.out(say(said.AS_IF, date=marked_on, played=game.rulebook.on))
    if game.case.review is None:
        show.out(say(said.UNREVIEWED))
    printing.show_transcript(played.lines)
    printing.show_marks(played.marking.card, played.cast)


def play_headless(ready: Ready, text: str, seed: int) -> PlayedOut:
    """Play moves in words to the end and mark them.

    Raises SpokenMoveRefused for an unknown or illegal move, WrongUsage where the moves do not reach the end.
    """
    explorer = Explorer(ready.game, ready.game.expected, ready.clocks, ready.seats)
    moves = moves_from(ready, listed(text), seed, explorer)
    family, cast = invent_family(ready.case, seed)
    play = fold(ready.game, ready.seats, moves)
    marking = mark_play(ready.game, cast, play, explorer=explorer)
    return PlayedOut(ready.game, str(seed), family, cast, marking)


def moves_from(ready: Ready, spoken: tuple[Spoken, ...], seed: int, explorer: Explorer) -> tuple[Move, ...]:
    """The moves that words stand for, to the end of the case."""
    if not spoken:
        raise wrong(say(words.NO_MOVES), say(words.ADD_MOVES))
    _check_order(spoken)
    strategies: Mapping[str, Strategy] = {**NAIVE, RANDOM: random_strategy(seed)}
    if _says(spoken, (BEST, WORST)):
        strategies = Walk(explorer, spoken, strategies).strategies
    try:
        played = play_words(ready.game, ready.seats, spoken, strategies)
    except OverBudget:
        message = say(words.TOO_LARGE_MESSAGE, case=ready.case.id)
        raise SimulatorError(say(words.TOO_LARGE), message, say(words.TOO_LARGE_REMEDY)) from None
    if played.state.ending == NO_ENDING:
        scene = ready.game.scenes[played.state.scene].scene.id
        roles = ", ".join(waiting_for(ready.game, played.state))
        raise wrong(say(words.NOT_FINISHED, scene=scene, roles=roles), say(words.ADD_MOVES))
    return played.moves


def _check_order(spoken: tuple[Spoken, ...]) -> None:
    """A word alone plays the whole case, so nothing can stand after it. Raises SpokenMoveRefused."""
    whole = next((at for at, one in enumerate(spoken) if one.words in WHOLE), None)
    if whole is not None and whole + 1 < len(spoken):
        late = spoken[whole + 1]
        raise SpokenMoveRefused(late.number, late.words, say(words.AFTER_THE_WHOLE, word=spoken[whole].words))


def _says(spoken: Iterable[Spoken], wanted: tuple[str, ...]) -> bool:
    return any(one.words in wanted or one.words.partition(" ")[2].strip() in wanted for one in spoken)
