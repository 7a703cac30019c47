"""The only place where rules of play live: `start` and `step`. Live play, replay, colleagues, solver, checks
and preview all come through here.

`step` takes a state and a move and gives the next state and what happened. It never reads a clock, a file
or a random number: everything comes from the game, which is fixed for the attempt.
"""

from __future__ import annotations

from simulator.errors import MoveRefused, RoomMovedOn
from simulator.play.colleagues import habit_move
from simulator.play.decide import bring, choose, fill_in, finish_views, stand, view
from simulator.play.events import Advised, Event, Injected, Seated
from simulator.play.flow import begin, enter, later_by
from simulator.play.game import Game, PlayScene
from simulator.play.moves import (
    Aside,
    Bring,
    Choose,
    DecisionMove,
    HandOver,
    Move,
    MoveOn,
    OpenVotes,
    Pause,
    Poll,
    SendInject,
    Stand,
    StepOut,
    Stops,
    TakeAdvice,
    TimeBox,
    View,
)
from simulator.play.room import (
    STOPPING,
    check_open,
    check_votes,
    end_play,
    move_on,
    open_votes,
    open_when_in,
    pause,
    poll,
    stop_where_asked,
    stops,
    time_box,
    vote,
)
from simulator.play.state import NO_ENDING, State
from simulator.words import refused as words
from simulator.words import say

Events = list[Event]


def start(game: Game, seats: tuple[str, ...]) -> tuple[State, Events]:
    """The state in which the first decision of a played seat is awaited, and what led there."""
    events: Events = []
    state = begin(game, game.seats_of(seats), events)
    return _settle(game, state, events), events


def start_in(game: Game, state: State, scene: int) -> tuple[State, Events]:
    """The same from a scene on, as a preview of it begins: as though nothing before it had been played."""
    events: Events = []
    return _settle(game, enter(game, state, scene, events), events), events


def step(game: Game, state: State, move: Move) -> tuple[State, Events]:
    """Apply one move. Raises MoveRefused where the move is not one this role may make now."""
    events: Events = []
    if isinstance(move, DecisionMove):
        _check_turn(game, state, move.scene, move.role)
        if state.room and isinstance(move, Choose):
            check_votes(game, state)
        state = _decide(game, state, move, events)
    elif isinstance(move, Aside):
        return _aside(game, state, move, events), events
    elif isinstance(move, HandOver | StepOut):
        state = _reseat(game, state, move, events)
    elif isinstance(move, TakeAdvice):
        return _advise(game, state, move, events), events
    elif isinstance(move, Stand):
        _check_scene(game, state, move.scene)
        state = stand(game, state, move.option, events)
    elif isinstance(move, MoveOn):
        state = _move_on(game, state, move, events)
    else:
        return end_play(game, state, move.words, events), events
    state = _settle(game, state, events)
    return (stop_where_asked(game, state, events) if state.room & STOPPING else state), events


def _aside(game: Game, state: State, move: Aside, events: Events) -> State:
    """What is said or set beside the story, which stays where it is."""
    if isinstance(move, SendInject):
        events.append(_inject(game, state, move))
        return state
    if isinstance(move, Pause):
        return pause(state, move.paused, events)
    if isinstance(move, Stops):
        return stops(game, state, move.stopping, events)
    if isinstance(move, TimeBox):
        return time_box(state, move.minutes, events)
    if isinstance(move, Poll):
        return poll(state, move, events)
    _check_scene(game, state, move.scene)
    if isinstance(move, OpenVotes):
        return open_votes(game, state, move, events)
    check_open(state)
    return vote(game, state, move, events)


def _move_on(game: Game, state: State, move: MoveOn, events: Events) -> State:
    """The seats that are waited for act once by their habits; of a meeting, in the part it is in."""
    _check_scene(game, state, move.scene)
    waiting = waiting_for(game, state)
    state = move_on(state, waiting, events)
    for role in waiting:
        state = _decide(game, state, habit_move(game, state, role), events, by_habit=True)
    return state


def waiting_for(game: Game, state: State) -> tuple[str, ...]:
    """Played roles whose move is awaited now; empty once the case has ended."""
    if state.ending != NO_ENDING:
        return ()
    due = game.scenes[state.scene].seats & state.seats & ~state.part.acted
    return tuple(role for role in game.roles if game.seat[role] & due)


def _decide(game: Game, state: State, move: DecisionMove, events: Events, *, by_habit: bool = False) -> State:
    if isinstance(move, Choose):
        return choose(game, state, move, events, by_habit=by_habit)
    if isinstance(move, Bring):
        return bring(game, state, move, events, by_habit=by_habit)
    if isinstance(move, View):
        return view(game, state, move, events, by_habit=by_habit)
    return fill_in(game, state, move, events, by_habit=by_habit)


def _settle(game: Game, state: State, events: Events) -> State:
    """Colleagues act until a played seat is to decide, a trainer is to say what stands, or the case ends."""
    while state.ending == NO_ENDING:
        due = game.scenes[state.scene].seats & ~state.part.acted
        colleagues = due & ~state.seats
        if colleagues:
            role = game.roles[(colleagues & -colleagues).bit_length() - 1]
            state = _decide(game, state, habit_move(game, state, role), events, by_habit=True)
        elif due or not state.part.viewing:
            break
        else:
            finished = finish_views(game, state, events)
            if finished is state:
                break
            state = finished
    return state


def _check_scene(game: Game, state: State, scene: str) -> PlayScene:
    """The scene that is waited in, if it is this one."""
    if state.ending != NO_ENDING:
        raise RoomMovedOn(say(words.ENDED), say(words.ENDED_MESSAGE), say(words.ENDED_REMEDY))
    here = game.scenes[state.scene]
    if here.id != scene:
        message = say(words.MOVED_ON_MESSAGE, scene=scene, here=here.id)
        raise RoomMovedOn(say(words.MOVED_ON), message, say(words.MOVED_ON_REMEDY))
    return here


def _check_turn(game: Game, state: State, scene: str, role: str) -> None:
    here = _check_scene(game, state, scene)
    seat = game.seat.get(role, 0)
    if not seat & here.seats:
        raise MoveRefused(
            say(words.NOT_THIS_SEATS), say(words.NOT_THIS_SEATS_MESSAGE, role=role, scene=scene)
        )
    if not seat & state.seats:
        raise MoveRefused(say(words.NOBODY_PLAYS), say(words.NOBODY_PLAYS_MESSAGE, role=role))
    if seat & state.part.acted:
        raise MoveRefused(say(words.DONE), say(words.DONE_MESSAGE, role=role))
    if state.room:
        check_open(state)


def _advise(game: Game, state: State, move: TakeAdvice, events: Events) -> State:
    """Advice moves the clock once for the decision, however many seats take it: they ask at the same time."""
    _check_turn(game, state, move.scene, move.role)
    decision = game.scenes[state.scene].decision
    if decision is None or decision.advice is None:
        raise MoveRefused(say(words.NO_ADVICE), say(words.NO_ADVICE_MESSAGE))
    seat = game.seat[move.role]
    if state.part.advised & seat:
        raise MoveRefused(say(words.ADVISED), say(words.ADVISED_MESSAGE))
    if not state.part.advised:
        state = later_by(game, state, decision.advice.takes)
    events.append(Advised(state.scene, move.role, state.clock))
    return state._replace(part=state.part._replace(advised=state.part.advised | seat))


def _inject(game: Game, state: State, move: SendInject) -> Injected:
    """A trainer's inject: shown, never moving, marking or stamping."""
    unknown = [role for role in move.to if role not in game.seat]
    if unknown:
        raise MoveRefused(say(words.NO_SEAT), say(words.NO_SEAT_MESSAGE, role=unknown[0]))
    if not move.inject:
        return Injected("", move.to, state.clock, move.words)
    inject = game.case.injects.get(move.inject)
    if inject is None:
        raise MoveRefused(say(words.NO_INJECT), say(words.NO_INJECT_MESSAGE, inject=move.inject))
    if inject.when is not None:
        raise MoveRefused(say(words.BY_ITSELF), say(words.BY_ITSELF_MESSAGE, inject=move.inject))
    return Injected(move.inject, move.to or inject.to, state.clock)


def _reseat(game: Game, state: State, move: HandOver | StepOut, events: Events) -> State:
    seat = game.seat.get(move.role, 0)
    if not seat or not game.case.roles[move.role].play:
        raise MoveRefused(say(words.NO_SEAT), say(words.NOT_FOR_PEOPLE, role=move.role))
    stepped_out = isinstance(move, StepOut)
    played = isinstance(move, HandOver) and move.played
    events.append(Seated(move.role, played, stepped_out, state.clock))
    state = state._replace(seats=state.seats | seat if played else state.seats & ~seat)
    return open_when_in(game, state, events) if state.part.votes else state
