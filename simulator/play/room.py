"""What a trainer does to a room while it plays, and votes before a decision. Called by `step` only.

These moves go through the journal like any other, so that a replay shows the room as it was; none of them
moves, marks or stamps anything of the story, but for `move_on` and `end_play`, which let colleagues act and
the case end as they would anyway.
"""

from __future__ import annotations

from typing import Final

from simulator.errors import MoveRefused
from simulator.play.events import (
    Boxed,
    Closed,
    Entered,
    Event,
    Held,
    MovedOn,
    Polling,
    Voted,
    VotesOpened,
)
from simulator.play.flow import end
from simulator.play.game import Game
from simulator.play.moves import OpenVotes, Poll, Vote
from simulator.play.state import NO_ENDING, NOT_BEGUN, State
from simulator.scenario.model import Options
from simulator.words import say
from simulator.words import workshop_play as words

Events = list[Event]

PAUSED: Final = 1
STOPPING: Final = 2
"""The room pauses by itself at every discussion point."""
ASKS_PRESENT: Final = 4
"""Seats that are in a scene vote before its option is chosen."""
ASKS_TABLE: Final = 8
"""Every seat at the table does."""
POLLS: Final = {"nobody": 0, "present": ASKS_PRESENT, "table": ASKS_TABLE}
LONGEST_BOX: Final = 480
"""Minutes: a working day."""


def is_paused(state: State) -> bool:
    """Whether nobody's move counts now."""
    return bool(state.room & PAUSED)


def check_open(state: State) -> None:
    """Raises MoveRefused while the room is paused."""
    if state.room & PAUSED:
        raise MoveRefused(say(words.PAUSED), say(words.PAUSED_MESSAGE), say(words.PAUSED_REMEDY))


def pause(state: State, paused: bool, events: Events) -> State:
    """Pause the room or let it go on; a second time changes nothing."""
    if bool(state.room & PAUSED) is not paused:
        events.append(Held(paused, False, state.clock))
    return state._replace(room=state.room | PAUSED if paused else state.room & ~PAUSED)


def stops(game: Game, state: State, stopping: bool, events: Events) -> State:
    """From here on pause at discussion points, the one the room is at included, or no longer."""
    room = state.room | STOPPING if stopping else state.room & ~STOPPING
    state = state._replace(room=room)
    if stopping and state.ending == NO_ENDING and state.part == NOT_BEGUN:
        return _stopped_in(game, state, state.scene, events)
    return state


def stop_where_asked(game: Game, state: State, events: Events) -> State:
    """The room paused, where this step came to a discussion point and the trainer wants it to."""
    for event in list(events):
        if isinstance(event, Entered):
            state = _stopped_in(game, state, event.scene, events)
    return state


def _stopped_in(game: Game, state: State, scene: int, events: Events) -> State:
    if state.ending != NO_ENDING or state.room & PAUSED or not game.scenes[scene].scene.stop:
        return state
    events.append(Held(True, True, state.clock))
    return state._replace(room=state.room | PAUSED)


def time_box(state: State, minutes: int, events: Events) -> State:
    """Say how long the room has. Raises MoveRefused for what is no time."""
    if not 0 <= minutes <= LONGEST_BOX:
        raise MoveRefused(say(words.NO_TIME), say(words.NO_TIME_MESSAGE, most=LONGEST_BOX))
    events.append(Boxed(minutes, state.clock))
    return state


def move_on(state: State, waiting: tuple[str, ...], events: Events) -> State:
    """Say who acts as their colleague would. Raises MoveRefused where nobody is waited for."""
    if not waiting:
        raise MoveRefused(say(words.NOBODY_WAITED_FOR), say(words.NOBODY_WAITED_FOR_MESSAGE))
    events.append(MovedOn(state.scene, waiting, state.clock))
    return state


def end_play(game: Game, state: State, said: str, events: Events) -> State:
    """The case ends here, in the first ending whose condition holds; the room is open again to read it."""
    if state.ending != NO_ENDING:
        raise MoveRefused(say(words.HAS_ENDED), say(words.HAS_ENDED_MESSAGE))
    events.append(Closed(state.clock, said))
    return end(game, state._replace(room=state.room & ~PAUSED), -1, events)


# --- votes before a decision ---------------------------------------------------------------------


def poll(state: State, move: Poll, events: Events) -> State:
    """Say who votes from here on; sealed votes of the decision that waits stay sealed until opened."""
    if move.voters not in POLLS:
        message = say(words.NO_POLL_MESSAGE, voters=move.voters[:40], known=", ".join(POLLS))
        raise MoveRefused(say(words.NO_POLL), message)
    events.append(Polling(move.voters, state.clock))
    return state._replace(room=state.room & ~(ASKS_PRESENT | ASKS_TABLE) | POLLS[move.voters])


def voters(game: Game, state: State) -> tuple[str, ...]:
    """Played seats that are asked for their vote before the decision that waits; none where one decides alone
    or where something is filled in, for a form holds what only its own seat knows."""
    if state.ending != NO_ENDING or not state.room & (ASKS_PRESENT | ASKS_TABLE):
        return ()
    play = game.scenes[state.scene]
    if play.decision is None or not isinstance(play.decision.kind, Options) or not play.seats & state.seats:
        return ()
    asked = state.seats
    if state.room & ASKS_PRESENT:
        there = tuple(role for role in play.present if role in game.seat)
        asked &= game.seats_of(there) or asked
    roles = tuple(role for role in game.roles if game.seat[role] & asked)
    return roles if len(roles) > 1 else ()


def still_to_vote(game: Game, state: State) -> tuple[str, ...]:
    """Seats whose vote the decision waits for."""
    if state.part.opened:
        return ()
    voted = {role for role, _ in state.part.votes}
    return tuple(role for role in voters(game, state) if role not in voted)


def vote(game: Game, state: State, move: Vote, events: Events) -> State:
    """A seat's own vote. Raises MoveRefused where it is not asked, or has voted."""
    if state.part.opened:
        raise MoveRefused(say(words.VOTES_ARE_OPEN), say(words.VOTES_ARE_OPEN_MESSAGE))
    if move.role not in still_to_vote(game, state):
        raise MoveRefused(say(words.NO_VOTE), say(words.NO_VOTE_MESSAGE, role=move.role))
    if move.option not in game.scenes[state.scene].options:
        message = say(words.NO_SUCH_VOTE_MESSAGE, option=move.option, scene=move.scene)
        raise MoveRefused(say(words.NO_SUCH_VOTE), message)
    events.append(Voted(move.role, state.scene, state.clock))
    votes = (*state.part.votes, (move.role, move.option))
    return open_when_in(game, state._replace(part=state.part._replace(votes=votes)), events)


def open_votes(game: Game, state: State, move: OpenVotes, events: Events) -> State:
    """The trainer opens what is in. Raises MoveRefused where nothing is sealed."""
    if state.part.opened or not voters(game, state):
        raise MoveRefused(say(words.NO_VOTES), say(words.NO_VOTES_MESSAGE, scene=move.scene))
    return _opened(game, state, events)


def open_when_in(game: Game, state: State, events: Events) -> State:
    """Open the votes once everybody who is asked has voted; a seat that left is no longer asked."""
    if state.part.opened or not state.part.votes or still_to_vote(game, state):
        return state
    return _opened(game, state, events)


def _opened(game: Game, state: State, events: Events) -> State:
    cast = dict(state.part.votes)
    votes = tuple((role, cast[role]) for role in game.roles if role in cast)
    to = tuple(dict.fromkeys((*votes_from(votes), *voters(game, state))))
    events.append(VotesOpened(state.scene, votes, to, state.clock))
    return state._replace(part=state.part._replace(votes=votes, opened=True))


def votes_from(votes: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Who voted."""
    return tuple(role for role, _ in votes)


def check_votes(game: Game, state: State) -> None:
    """Raises MoveRefused for a choice before the votes are in."""
    if waited_for := still_to_vote(game, state):
        names = ", ".join(game.case.roles[role].title for role in waited_for)
        raise MoveRefused(say(words.VOTES_FIRST), say(words.VOTES_FIRST_MESSAGE, roles=names))
