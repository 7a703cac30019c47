"""From a round to the journal: who is asked, and which moves its votes and views become."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from simulator.play.moves import View as ViewMove
from simulator.play.moves import Vote
from simulator.play.room import still_to_vote
from simulator.play.step import waiting_for
from simulator.terminal.forms.choosing import OPTION
from simulator.terminal.forms.filling import REVIEW, Filling
from simulator.terminal.room.round import Settled
from simulator.terminal.room.seats import Seats

ASKED: Final = "table"
"""Who says what they would do: every seat at the table."""


def voters_at(seats: Seats) -> tuple[str, ...]:
    """The seats here that are asked, for a view in a meeting or a vote before somebody decides."""
    if not seats.shared:
        return ()
    game, state = seats.attempt.game, seats.attempt.state
    asked = (waiting_for if state.part.viewing else still_to_vote)(game, state)
    return tuple(seat for seat in asked if seat in seats.roles)


def views_of(settled: Settled, scene: str) -> Iterator[ViewMove]:
    """Each seat's view in a meeting, one after the other."""
    for seat, option in settled.votes.items():
        yield ViewMove(scene, seat, option, settled.differs.get(seat, ""))


def votes_of(seats: Seats, settled: Settled) -> Iterator[tuple[Vote, str]]:
    """What each would have done, with why they differ, before the decision itself; what is kept is not sent
    again."""
    state = seats.attempt.state
    scene = seats.attempt.game.scenes[state.scene].scene.id
    kept = dict(state.part.votes)
    for seat, option in settled.votes.items():
        if option and seat not in kept:
            yield Vote(scene, seat, option), settled.differs.get(seat, "")


def votes_are_sealed(seats: Seats) -> bool:
    """Whether some at the table would rather not say: then what is in has to be opened."""
    return bool(still_to_vote(seats.attempt.game, seats.attempt.state))


def with_decision(filling: Filling, settled: Settled) -> Filling:
    """The joint decision, read once more before it is made; without a round, from the options."""
    return replace(filling, answers={OPTION: settled.option}, at=REVIEW) if settled.option else filling
