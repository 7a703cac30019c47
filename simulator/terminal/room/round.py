"""A table makes up its mind: each says what they would do, all is shown at once, then one decision is made.

A value that changes step by step, as a filling does: `begin_round`, then `press` an item or `go` with a
button. Either gives the next round, or `Settled`. Nothing a seat says is shown before every seat has spoken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from simulator.play.decide import would_stand
from simulator.play.forms import OptionsForm, ViewForm
from simulator.scenario.model import Meet
from simulator.terminal.forms.choosing import options_in_order
from simulator.terminal.forms.pages import Row
from simulator.terminal.room.turn import Turn
from simulator.text import clean

VOTING: Final = "voting"
DECIDING: Final = "deciding"
DIFFERING: Final = "differing"
WHY: Final = "why"

ABSTAIN, STRAIGHT, AGAIN, NEXT = "abstain", "straight", "again", "next"
MOST_TYPED: Final = 300


@dataclass(frozen=True, slots=True)
class Round:
    """How far a table has come with one decision."""

    turn: Turn
    voters: tuple[str, ...]
    """The seats that are asked, in their order."""
    meeting: bool = False
    """Whether the votes are the seats' views in a meeting: then they decide, and each must have one."""
    at: str = VOTING
    votes: Mapping[str, str] = field(default_factory=dict)
    """Seat -> option; empty for a seat that would rather not say."""
    joint: str = ""
    """The option the table has decided for."""
    differs: Mapping[str, str] = field(default_factory=dict)
    """Seat -> why it differs, for those who want it on the record; in a meeting one of the case's reasons."""
    asking: str = ""
    """The seat that is just being asked why."""

    @property
    def options(self) -> tuple[Row, ...]:
        """What can be chosen, in this attempt's order."""
        form = self.turn.form
        assert isinstance(form, OptionsForm | ViewForm)
        return options_in_order(self.turn, form.options)

    @property
    def voter(self) -> str:
        """The seat that is to speak; empty once all have."""
        return next((seat for seat in self.voters if seat not in self.votes), "")

    @property
    def differing(self) -> tuple[str, ...]:
        """The seats that would have done something else."""
        return tuple(seat for seat in self.voters if self.votes.get(seat, "") not in ("", self.joint))

    @property
    def reasons(self) -> Mapping[str, str]:
        """Reasons a meeting offers for differing; none elsewhere, where one says it in one's own words."""
        kind = self.turn.decision.kind
        return kind.dissent if isinstance(kind, Meet) else {}


class Settled(NamedTuple):
    """The table has decided."""

    option: str
    """Empty where the decision is made without a round."""
    votes: Mapping[str, str]
    differs: Mapping[str, str]


Outcome = Round | Settled


def can_vote(turn: Turn) -> bool:
    """Whether a decision is one about which a table can be asked round."""
    return isinstance(turn.form, OptionsForm | ViewForm)


def begin_round(turn: Turn, voters: tuple[str, ...]) -> Round:
    """Nobody has spoken."""
    return Round(turn, voters, meeting=isinstance(turn.form, ViewForm))


def press(round_: Round, item: str) -> Outcome:
    """An item was chosen: a vote, the joint decision, somebody who differs, or a reason."""
    if round_.at == VOTING:
        return _voted(round_, item)
    if round_.at == DECIDING:
        return _decided(replace(round_, joint=item))
    if round_.at == WHY:
        return _said_why(round_, item)
    if item in round_.differs:
        return replace(round_, differs={seat: why for seat, why in round_.differs.items() if seat != item})
    return replace(round_, at=WHY, asking=item)


def go(round_: Round, button: str, typed: str | None = None) -> Outcome:
    """A button was pressed, with what stands in the place to type."""
    if button == STRAIGHT:
        return Settled("", {}, {})
    if button == AGAIN:
        return begin_round(round_.turn, round_.voters)
    if button == ABSTAIN:
        return _voted(round_, "")
    if round_.at == WHY:
        return _said_why(round_, clean(typed or "", MOST_TYPED).strip())
    return _settled(round_)


def _voted(round_: Round, option: str) -> Round:
    voted = replace(round_, votes={**round_.votes, round_.voter: option})
    return voted if voted.voter else with_all_votes(voted)


def with_all_votes(round_: Round) -> Round:
    """Once everybody has spoken: a meeting's views decide, other votes are shown before somebody does."""
    if round_.meeting:
        return replace(round_, at=DIFFERING, joint=stands(round_))
    return replace(round_, at=DECIDING)


def _decided(round_: Round) -> Outcome:
    return replace(round_, at=DIFFERING) if round_.differing else _settled(round_)


def _said_why(round_: Round, why: str) -> Round:
    return replace(round_, at=DIFFERING, asking="", differs={**round_.differs, round_.asking: why})


def _settled(round_: Round) -> Settled:
    return Settled(round_.joint, dict(round_.votes), dict(round_.differs))


def stands(round_: Round) -> str:
    """The option that stands once these views are in; empty where a trainer says which."""
    turn = round_.turn
    kind = turn.decision.kind
    assert isinstance(kind, Meet)
    if kind.decided_by == "trainer" and turn.game.trainer_present:
        return ""
    numbers = {option.id: number for number, option in enumerate(kind.options)}
    part = turn.state.part
    views = tuple(
        numbers[round_.votes[seat]] if round_.votes.get(seat) else before
        for seat, before in zip(kind.seats, part.views, strict=True)
    )
    return would_stand(turn.game, turn.state._replace(part=part._replace(views=views)))
