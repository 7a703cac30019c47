"""Whose turn it is at a table, what is awaited and from whom. Pure: read from a game and a state."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from simulator.play.game import Game
from simulator.play.room import is_paused, still_to_vote
from simulator.play.state import NO_ENDING, State
from simulator.play.step import waiting_for
from simulator.records import TRAINER
from simulator.scenario.model import Meet, Options


class What(StrEnum):
    """What somebody is asked."""

    CHOOSE = "choose"
    VOTE = "vote"
    """Their own vote, sealed until everybody's is in; only then somebody chooses."""
    FILL_IN = "fill in"
    BRING = "bring"
    """What they bring to a meeting; sealed until everybody has brought."""
    VIEW = "view"
    """Their own view in a meeting; sealed until all are in."""
    STAND = "stand"
    """The trainer is to say which of a meeting's decisions stands."""


class Awaited(NamedTuple):
    """One seat (or the trainer) that is waited for."""

    role: str
    """A role of the case, or `trainer`."""
    what: What


def awaited(game: Game, state: State) -> tuple[Awaited, ...]:
    """Everybody who is waited for now, in the case's order; nobody once the case has ended.

    A pause does not change who is waited for: see `simulator.play.room.is_paused`.
    """
    if state.ending != NO_ENDING:
        return ()
    if votes := still_to_vote(game, state):
        return tuple(Awaited(role, What.VOTE) for role in votes)
    waiting = waiting_for(game, state)
    if not waiting:
        return (Awaited(TRAINER, What.STAND),)
    return tuple(Awaited(role, _what(game, state)) for role in waiting)


def _what(game: Game, state: State) -> What:
    decision = game.scenes[state.scene].decision
    assert decision is not None
    if isinstance(decision.kind, Options):
        return What.CHOOSE
    if isinstance(decision.kind, Meet):
        return What.VIEW if state.part.viewing else What.BRING
    return What.FILL_IN


def asked_of(game: Game, state: State, role: str) -> What | None:
    """What a seat is asked now; None while it waits for others, and in a pause."""
    if is_paused(state):
        return None
    return next((one.what for one in awaited(game, state) if one.role == role), None)
