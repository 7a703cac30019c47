"""From one scene to the next: entering, passing over, ending, and the time it takes."""

from __future__ import annotations

from typing import Final

from scoring.calendar import MINUTES_A_DAY
from scoring.terms import Level
from simulator.play.events import Ended, Entered, Event, Injected, Passed, Stamped
from simulator.play.game import Game, Outcome, PlayScene, Way
from simulator.play.holding import later
from simulator.play.state import NO_ENDING, NOT_BEGUN, UNREACHED, State
from simulator.scenario.model import Span, Time

Events = list[Event]
_new: Final = tuple.__new__  # what a NamedTuple's own name calls, without the call in between


def begin(game: Game, seats: int, events: Events) -> State:
    """Everybody knows what they hold; a cut adds what its left-out scenes would have told."""
    layout, case = game.layout, game.case
    knows = 0
    for fact in case.facts.values():
        for holder in fact.known_at_first:
            knows |= layout.knowing(holder, fact.id)
    flags = 0
    if game.cut:
        cut = case.cuts[game.cut]
        tells = tuple((party, fact) for party, facts in cut.knowing.items() for fact in facts)
        knows = tell(game, knows, tells, case.set_on, 0, events)
        for mark in cut.marks:
            flags |= layout.marks[mark]
    state = State(0, case.set_on, knows, flags, (UNREACHED,) * len(layout.milestones), seats)
    return enter(game, state, 0, events)


def later_by(game: Game, state: State, span: Span | None) -> State:
    """The same state after a span."""
    return state._replace(clock=later(state.clock, span, game.rulebook.calendar)) if span else state


def close(
    game: Game,
    state: State,
    outcome: Outcome,
    role: str,
    events: Events,
    *,
    knows: int | None = None,
    flags: int = 0,
    stamped: tuple[int, ...] = (),
    times: int = 1,
    on_to: int | None = None,
) -> State:
    """A decision is made: its time passes, its marks and milestones are set, and the case goes on.

    `knows` replaces what is known where the decision itself passed facts on; `times` doubles the time where a
    slow colleague was part of it; `on_to` is a scene that comes first (a refused request).
    """
    scene, clock, known, set_before, stamps, _, _, _, _ = state
    sets, takes, milestones, tells, ways = outcome
    if knows is not None:
        known = knows
    if takes:
        for _ in range(times):
            clock = later(clock, takes, game.rulebook.calendar)
    if milestones or stamped:
        for milestone in (*milestones, *stamped):
            stamps = _stamp(game, stamps, milestone, clock, scene, role, events)
    if tells:
        known = tell(game, known, tells, clock, scene, events)
    state = _moved(state, scene, clock, known, set_before | sets | flags, stamps)
    if game.injects:
        state = fire_injects(game, state, events)
    if on_to is not None:
        return enter(game, state, on_to, events)
    return go_on(game, state, ways, events)


def _moved(before: State, scene: int, clock: int, knows: int, flags: int, stamps: tuple[int, ...]) -> State:
    """The next state, nothing of its decision begun. Every move makes two, so its defaults are given here."""
    return _new(State, (scene, clock, knows, flags, stamps, before.seats, NOT_BEGUN, NO_ENDING, before.room))


def go_on(game: Game, state: State, ways: tuple[Way, ...], events: Events) -> State:
    """Take the first way whose condition holds."""
    for (holds, _), scene, ends, ending in ways:
        if holds is None or holds(state):
            return end(game, state, ending, events) if ends else enter(game, state, scene, events)
    return end(game, state, -1, events)


def enter(game: Game, state: State, index: int, events: Events) -> State:
    """Enter a scene, passing over those that do not apply, until one waits for a decision."""
    while index < len(game.scenes):
        play = game.scenes[index]
        if play.plain:
            state = _moved(state, index, state.clock, state.knows, state.flags, state.stamps)
            return _begin(game, state, play, events)
        if not _applies(state, play):
            index += 1
            continue
        state = _arrive(game, state, play, events)
        if play.decision is not None:
            return state
        return go_on(game, state, play.on_entry.ways, events)
    return end(game, state, -1, events)


def _applies(state: State, play: PlayScene) -> bool:
    if play.left_out or (play.test.holds is not None and not play.test.holds(state)):
        return False
    if play.entered and state.flags & play.entered[-1]:
        return False
    return not play.answers or _is_answer(state, play)


def _is_answer(state: State, play: PlayScene) -> bool:
    """An answering scene belongs to those who were asked and whose seat somebody plays."""
    return bool(state.flags & play.answering_flags and state.seats & play.seats)


def _arrive(game: Game, state: State, play: PlayScene, events: Events) -> State:
    """Time of the scene, its own effects, its lines."""
    clock, knows, flags, stamps = state.clock, state.knows, state.flags, state.stamps
    time = play.scene.time
    if time is not None:
        clock = max(clock, scene_time(game, time, clock))
    entry = play.on_entry
    if entry.takes:
        clock = later(clock, entry.takes, game.rulebook.calendar)
    flags |= entry.flags | next((mask for mask in play.entered if not flags & mask), 0)
    for milestone in entry.milestones:
        stamps = _stamp(game, stamps, milestone, clock, play.index, "", events)
    if entry.tells:
        knows = tell(game, knows, entry.tells, clock, play.index, events)
    state = _moved(state, play.index, clock, knows, flags, stamps)
    return _begin(game, state, play, events)


def _begin(game: Game, state: State, play: PlayScene, events: Events) -> State:
    """The lines of a scene are heard, and what waited for it is sent."""
    heard = play.always_heard
    if play.lines:
        heard, state = _hear(game, state, play, events)
    events.append(_new(Entered, (play.index, state.clock, heard)))
    return fire_injects(game, state, events) if game.injects else state


def scene_time(game: Game, time: Time, clock: int) -> int:
    """When a scene that has a time of its own begins; a time already past changes nothing."""
    if time.moment is not None:
        return time.moment
    if time.after is not None:
        return later(clock, time.after, game.rulebook.calendar)
    return clock - clock % MINUTES_A_DAY + (time.time_of_day or 0)


def _hear(game: Game, state: State, play: PlayScene, events: Events) -> tuple[tuple[int, ...], State]:
    """The lines whose conditions hold, and what they tell."""
    heard = []
    for line in play.lines:
        holds = line.test.holds
        if holds is None or holds(state):
            heard.append(line.index)
            if line.tells:
                knows = tell(game, state.knows, line.tells, state.clock, play.index, events)
                state = state._replace(knows=knows)
    return tuple(heard), state


def end(game: Game, state: State, ending: int, events: Events) -> State:
    """The named ending, or the first whose condition holds; the last has none."""
    if ending < 0:
        ending = next(
            index for index, test in enumerate(game.endings) if test.holds is None or test.holds(state)
        )
    events.append(Ended(ending, state.clock))
    return state._replace(scene=len(game.scenes), ending=ending, part=NOT_BEGUN)


def _stamp(
    game: Game,
    stamps: tuple[int, ...],
    milestone: int,
    clock: int,
    scene: int,
    role: str,
    events: Events,
) -> tuple[int, ...]:
    """First stamp stands."""
    if stamps[milestone] != UNREACHED:
        return stamps
    events.append(Stamped(game.milestones[milestone], clock, scene, role))
    return (*stamps[:milestone], clock, *stamps[milestone + 1 :])


def tell(
    game: Game,
    knows: int,
    tells: tuple[tuple[str, str], ...],
    clock: int,
    scene: int,
    events: Events,
) -> int:
    """The story tells somebody something; never marked as sharing."""
    for party, fact in tells:
        bits = game.layout.knowing(party, fact)
        if knows & bits != bits:
            knows |= bits
            events.append(Passed(fact, Level.FULL, "", party, "told", clock, scene))
    return knows


def fire_injects(game: Game, state: State, events: Events) -> State:
    """Injects whose condition has come true, once each."""
    for inject in game.injects:
        if not state.flags & inject.mask and inject.holds(state):
            to = game.case.injects[inject.id].to
            events.append(Injected(inject.id, to, state.clock))
            knows = tell(game, state.knows, inject.tells, state.clock, state.scene, events)
            state = state._replace(flags=state.flags | inject.mask, knows=knows)
    return state
