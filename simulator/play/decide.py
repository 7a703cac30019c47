"""What each kind of decision does to the state. Called by `step` only."""

from __future__ import annotations

from scoring.marks import red_lines
from scoring.terms import REFERRAL_LEVELS, Level
from simulator.errors import MoveRefused
from simulator.play.colleagues import answer
from simulator.play.events import Decided, Declined, Event, Passed, Stood
from simulator.play.evidence import evidence_of
from simulator.play.flow import close
from simulator.play.game import Game, PlayScene
from simulator.play.legal import check_form
from simulator.play.moves import (
    Ask,
    Bring,
    Choose,
    DecisionMove,
    LookUp,
    Record,
    Refer,
    Share,
    View,
)
from simulator.play.state import Part, State, bits_for, level_at
from simulator.scenario import model
from simulator.scenario.model import Habit
from simulator.words import refused as words
from simulator.words import say

Events = list[Event]
Filled = Share | Ask | Refer | Record | LookUp
"""Moves that fill in a form in one go."""


def choose(game: Game, state: State, move: Choose, events: Events, *, by_habit: bool = False) -> State:
    """Pick an option; its consequences follow at once."""
    play = game.scenes[state.scene]
    if not play.picks or move.option not in play.options:
        message = say(words.NO_OPTION_MESSAGE, option=move.option, scene=move.scene)
        raise MoveRefused(say(words.NO_OPTION), message)
    events.append(Decided(move, state, by_habit))
    flags = _unsafe_flag(game, play, state, move) if play.when_unsafe else 0
    times = _times(game, move.role) if by_habit else 1
    outcome = play.outcomes[play.options.index(move.option)]
    return close(game, state, outcome, move.role, events, flags=flags, times=times)


def fill_in(game: Game, state: State, move: DecisionMove, events: Events, *, by_habit: bool = False) -> State:
    """Share, ask, refer, record or look up."""
    play = game.scenes[state.scene]
    check_form(game, state, move)
    assert isinstance(move, Filled)
    events.append(Decided(move, state, by_habit))
    if isinstance(move, Share):
        knows = _passed(game, state, move.given, move, "shared", events)
        return _close_form(game, state, play, move, events, knows, by_habit)
    if isinstance(move, Ask):
        return _ask(game, state, play, move, events, by_habit)
    if isinstance(move, Refer):
        return _refer(game, state, play, move, events, by_habit)
    if isinstance(move, LookUp):
        return _look_up(game, state, play, move, events, by_habit)
    return _close_form(game, state, play, move, events, state.knows, by_habit)


def _kind(play: PlayScene) -> model.Kind:
    assert play.decision is not None
    return play.decision.kind


def _times(game: Game, role: str) -> int:
    """A slow colleague takes twice the time."""
    return 2 if game.case.roles[role].habit is Habit.SLOW else 1


def _unsafe_flag(game: Game, play: PlayScene, state: State, move: DecisionMove) -> int:
    """The decision's `mark when unsafe`, where the move crosses a red line."""
    crossed = red_lines(evidence_of(game, game.expected, state, move))
    return play.when_unsafe if crossed else 0


def _close_form(
    game: Game,
    state: State,
    play: PlayScene,
    move: Filled,
    events: Events,
    knows: int,
    by_habit: bool,
    *,
    flags: int = 0,
    stamped: tuple[int, ...] = (),
    times: int = 0,
    on_to: int | None = None,
) -> State:
    return close(
        game,
        state,
        play.outcomes[0],
        move.role,
        events,
        knows=knows,
        flags=flags | _unsafe_flag(game, play, state, move) if play.when_unsafe else flags,
        stamped=stamped,
        times=times or (_times(game, move.role) if by_habit else 1),
        on_to=on_to,
    )


def _passed(
    game: Game,
    state: State,
    given: tuple[tuple[str, str, Level], ...],
    move: Share | Refer,
    how: str,
    events: Events,
) -> int:
    """Knowledge after facts were passed; passing what somebody has already changes nothing."""
    knows = state.knows
    for fact, to, level in given:
        slot = game.layout.slot(to, fact)
        if level_at(knows, slot) < level:
            knows |= bits_for(slot, level)
            events.append(Passed(fact, level, move.role, to, how, state.clock, state.scene))
    return knows


def _ask(game: Game, state: State, play: PlayScene, move: Ask, events: Events, by_habit: bool) -> State:
    """Colleagues answer at once by their habit; a played holder with a scene of their own answers there."""
    kind = _kind(play)
    assert isinstance(kind, model.Ask) and play.asked is not None
    basis_right = not play.asked.basis or move.basis in play.asked.basis
    knows, flags, refused, slow = state.knows, 0, False, False
    for holder, purpose in move.asked:
        flags |= game.layout.asked[holder]
        if holder in kind.answered_in and state.seats & game.seat[holder]:
            continue
        rightly = basis_right and purpose == kind.right_purpose
        answers = answer(game, state, holder, move.role, rightly=rightly)
        if answers is None:
            refused = True
            events.append(Declined(state.scene, holder, move.role, state.clock))
            continue
        slow = slow or game.case.roles[holder].habit is Habit.SLOW
        for fact, level in answers:
            slot = game.layout.slot(move.role, fact)
            if level_at(knows, slot) < level:
                knows |= bits_for(slot, level)
                events.append(Passed(fact, level, holder, move.role, "asked", state.clock, state.scene))
    on_to = game.scene_at[kind.if_refused] if refused and kind.if_refused else None
    times = 2 if slow else 1
    return _close_form(
        game, state, play, move, events, knows, by_habit, flags=flags, times=times, on_to=on_to
    )


def _refer(game: Game, state: State, play: PlayScene, move: Refer, events: Events, by_habit: bool) -> State:
    """A referral is received at the end of the time it takes; its route says which stamps it leaves."""
    flags = game.layout.chosen.get((move.scene, move.level), 0)
    if move.level == REFERRAL_LEVELS[0]:
        return _close_form(game, state, play, move, events, state.knows, by_habit, flags=flags)
    names = ["referral_received"]
    if move.route != "writing only":
        names.append("telephone_referral")
    if move.route != "phone only":
        names.append("written_referral")
    stamped = tuple(game.layout.milestones[name] for name in names)
    knows = _passed(game, state, move.given, move, "referred", events)
    return _close_form(game, state, play, move, events, knows, by_habit, flags=flags, stamped=stamped)


def _look_up(
    game: Game, state: State, play: PlayScene, move: LookUp, events: Events, by_habit: bool
) -> State:
    kind = _kind(play)
    assert isinstance(kind, model.LookUp)
    knows = state.knows
    if move.result in kind.results:
        for party, facts in kind.results[move.result].tells.items():
            for fact in facts:
                slot = game.layout.slot(party, fact)
                if level_at(knows, slot) < Level.FULL:
                    knows |= bits_for(slot, Level.FULL)
                    events.append(Passed(fact, Level.FULL, "", party, "index", state.clock, state.scene))
    flags = game.layout.chosen.get((move.scene, move.result), 0)
    return _close_form(game, state, play, move, events, knows, by_habit, flags=flags)


# --- meetings --------------------------------------------------------------------------------------


def bring(game: Game, state: State, move: Bring, events: Events, *, by_habit: bool = False) -> State:
    """Sealed until every seat has brought; then everybody in the meeting knows the pool."""
    play = game.scenes[state.scene]
    check_form(game, state, move)
    events.append(Decided(move, state, by_habit))
    part, seat = state.part, game.seat[move.role]
    pool = part.pool
    for fact, level in move.given:
        pool |= bits_for(game.layout.facts[fact], level)
    acted = part.acted | seat
    part = part._replace(pool=pool, acted=acted)
    if acted != play.seats:
        return state._replace(part=part)
    return _open_pool(game, state._replace(part=part), play, events)


def _open_pool(game: Game, state: State, play: PlayScene, events: Events) -> State:
    kind = _kind(play)
    assert isinstance(kind, model.Meet)
    knows = state.knows
    for fact, index in game.layout.facts.items():
        level = level_at(state.part.pool, index)
        if level is Level.NONE:
            continue
        for to in kind.seats:
            slot = game.layout.slot(to, fact)
            if level_at(knows, slot) < level:
                knows |= bits_for(slot, level)
                events.append(Passed(fact, level, "", to, "brought", state.clock, state.scene))
    part = state.part._replace(
        viewing=True, acted=0, pool=0, views=(-1,) * len(kind.seats), dissents=("",) * len(kind.seats)
    )
    return state._replace(knows=knows, part=part)


def view(game: Game, state: State, move: View, events: Events, *, by_habit: bool = False) -> State:
    """Each seat's own view, sealed until all are in."""
    play = game.scenes[state.scene]
    kind = _kind(play)
    if not isinstance(kind, model.Meet) or not state.part.viewing:
        raise MoveRefused(say(words.NOT_YET), say(words.STILL_BRINGING))
    if move.option not in play.options or (move.dissent and move.dissent not in kind.dissent):
        message = say(words.NO_OPTION_MESSAGE, option=move.option, scene=move.scene)
        raise MoveRefused(say(words.NO_VIEW), message)
    events.append(Decided(move, state, by_habit))
    place = kind.seats.index(move.role)
    scene, clock, knows, flags, stamps, seats, part, ending, room = state
    advised, viewing, acted, pool, views, dissents, votes, opened = part
    acted |= game.seat[move.role]
    views = (*views[:place], play.options.index(move.option), *views[place + 1 :])
    dissents = (*dissents[:place], move.dissent, *dissents[place + 1 :])
    part = Part(advised, viewing, acted, pool, views, dissents, votes, opened)
    return State(scene, clock, knows, flags, stamps, seats, part, ending, room)


def finish_views(game: Game, state: State, events: Events) -> State:
    """All views are in: the decision stands. Unchanged while a trainer is to say which."""
    kind = _kind(game.scenes[state.scene])
    assert isinstance(kind, model.Meet)
    if kind.decided_by == "trainer" and game.trainer_present:
        return state
    return _stands(game, state, kind, _standing_view(kind, state.part.views), events)


def would_stand(game: Game, state: State) -> str:
    """The option that stands once all views are in, unless a trainer says otherwise."""
    kind = _kind(game.scenes[state.scene])
    assert isinstance(kind, model.Meet)
    return kind.options[_standing_view(kind, state.part.views)].id


def _standing_view(kind: model.Meet, views: tuple[int, ...]) -> int:
    """The chair's view; by majority, the most held one, the chair's where views are level.

    Where nobody chairs the majority decides, and of views that are level the first in the file.
    """
    chairs = views[kind.seats.index(kind.chair)] if kind.chair else -1
    if kind.chair and kind.decided_by != "majority":
        return chairs
    return max(set(views), key=lambda option: (views.count(option), option == chairs, -option))


def stand(game: Game, state: State, option: str, events: Events) -> State:
    """The trainer says which decision stands."""
    play = game.scenes[state.scene]
    kind = _kind(play)
    if not isinstance(kind, model.Meet) or not state.part.viewing or state.part.acted != play.seats:
        raise MoveRefused(say(words.NOT_YET), say(words.NOT_READY))
    if option not in play.options or kind.decided_by != "trainer":
        raise MoveRefused(say(words.NOT_TRAINERS), say(words.NOT_TRAINERS_MESSAGE, option=option))
    return _stands(game, state, kind, play.options.index(option), events)


def _stands(game: Game, state: State, kind: model.Meet, number: int, events: Events) -> State:
    play = game.scenes[state.scene]
    dissents = tuple(
        (seat, code)
        for seat, own, code in zip(kind.seats, state.part.views, state.part.dissents, strict=True)
        if code and own != number
    )
    events.append(Stood(state.scene, number, state.clock, dissents))
    return close(game, state, play.outcomes[number], "", events)
