"""Attempts in the record, as commands need them: kept, listed, opened, replayed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from simulator.cli import show
from simulator.cli.played import PlayedOut
from simulator.cli.ready import Ready, rulebook_on
from simulator.cli.usage import wrong
from simulator.errors import RecordError, SimulatorError
from simulator.play.cast import cast_of
from simulator.settings import Settings
from simulator.solver.marked import fold, mark_play
from simulator.words import cli as words
from simulator.words import cli_play as said
from simulator.words import say

if TYPE_CHECKING:
    from scoring.guidance.board import Board
    from simulator.records import OpenAttempt, Store, Summary

SENDER = "headless"


def keep_play(settings: Settings, ready: Ready, played: PlayedOut) -> str:
    """Store a play without a screen, move by move, as practice of nobody's; give the attempt's id."""
    from simulator.records import Beginning, open_store

    beginning = Beginning(
        case_text=ready.text,
        case_name=ready.file.name,
        seats=ready.seats,
        seed=played.seed,
        family=played.family,
        rulebook=ready.rulebook,
        cut=ready.game.cut,
        board=board_data(ready),
        practice_only=True,
    )
    with open_store(settings) as store:
        attempt = store.attempt(store.begin(beginning))
        for number, move in enumerate(played.marking.play.moves, 1):
            attempt.play(move, f"{SENDER}-{number}", getattr(move, "role", ""))
        return attempt.id


def board_data(ready: Ready) -> dict[str, Any]:
    """The board profile as it is kept with an attempt: the text it was read from."""
    return {"profile": ready.board.text}


def play_of(attempt: OpenAttempt, marked_on: date | None = None) -> PlayedOut:
    """An attempt as it stands, marked by its own guidance or as if on another date."""
    cast = cast_of(attempt.game.case, attempt.family)
    play = fold(attempt.game, attempt.seats, [moved.move for moved in attempt.moves])
    rulebook = None
    if marked_on is not None and marked_on != attempt.game.rulebook.on:
        rulebook = rulebook_on(attempt.game.case, board_kept(attempt), marked_on)
    marking = mark_play(attempt.game, cast, play, rulebook=rulebook)
    return PlayedOut(attempt.game, attempt.about.seed, attempt.family, cast, marking)


def board_kept(attempt: OpenAttempt) -> Board:
    """The board profile an attempt was begun with; the one that comes along where none was kept."""
    from scoring.guidance.board_reading import load_board, read_board

    return read_board(attempt.profile) if attempt.profile else load_board()


def check_unfinished(settings: Settings, attempt: str) -> None:
    """Raises RecordError where there is no such attempt or it has ended: said here, before a screen opens."""
    from simulator.records import open_store

    with open_store(settings) as store:
        found = store.attempt(attempt)
        if found.ended:
            message = say(words.HAS_ENDED_MESSAGE, title=found.about.case_title)
            raise RecordError(say(words.HAS_ENDED), message, say(words.HAS_ENDED_REMEDY, attempt=found.id))


def finished(store: Store, attempt: str) -> OpenAttempt:
    """An attempt that has ended. Raises RecordError."""
    found = store.replay(attempt)
    if not found.ended:
        message = say(words.HAS_NOT_ENDED_MESSAGE, title=found.about.case_title)
        raise RecordError(
            say(words.HAS_NOT_ENDED), message, say(words.HAS_NOT_ENDED_REMEDY, attempt=found.id)
        )
    return found


def show_unfinished(settings: Settings, *, json: bool) -> None:
    """List what can be carried on, the last played first."""
    from simulator.records import open_store

    with open_store(settings) as store:
        found = store.resumable()
        seats = [] if json else [_titles(store, one) for one in found]
    if json:
        show.document({"attempts": [summary_data(one) for one in found]})
        return
    for one, roles in zip(found, seats, strict=True):
        phrase = words.UNFINISHED_TABLE if one.table else words.UNFINISHED
        values = {"table": one.table} if one.table else {"roles": roles}
        when = f"{(one.last_move or one.started).astimezone():%Y-%m-%d %H:%M}"
        line = say(phrase, title=one.case_title, moves=one.moves, when=when, **values)
        show.wrapped(line, " " * 14, f"{one.attempt}  ")
    show.out(say(words.CARRY_ON, attempt=found[0].attempt) if found else say(words.NO_ATTEMPTS))


def _titles(store: Store, one: Summary) -> str:
    """The seats by their titles; by their names where the case that was kept cannot be read any more."""
    try:
        titles = store.role_titles(one.attempt)
    except SimulatorError:
        titles = {}
    return ", ".join(titles.get(role, role) for role in one.seats)


def summary_data(one: Summary) -> dict[str, Any]:
    """One attempt in a JSON document."""
    return {
        **one._asdict(),
        "seats": list(one.seats),
        "started": one.started.isoformat(),
        "last_move": one.last_move.isoformat() if one.last_move else None,
        "finished": one.finished.isoformat() if one.finished else None,
    }


def try_from_scene(store: Store, attempt: OpenAttempt, scene: str) -> str:
    """Begin a practice attempt where an attempt first decided in a scene. Raises WrongUsage."""
    reached: dict[str, int] = {}
    before = attempt.opening[0]
    for moved in attempt.moves:
        if before.scene < len(attempt.game.scenes):
            reached.setdefault(attempt.game.scenes[before.scene].scene.id, moved.seq - 1)
        before = moved.state
    if scene not in reached:
        known = say(said.SCENES_ARE, scenes=", ".join(reached))
        raise wrong(say(said.NO_SCENE, scene=scene), known)
    return store.try_from(attempt.id, reached[scene])
