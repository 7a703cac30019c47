"""Of a state only what can still matter is kept, so that plays which differ in nothing else meet again."""

from __future__ import annotations

from scoring.terms import Level
from simulator.play.state import UNREACHED, Part, State, bits_for
from simulator.solver.live import WHOLE, Live, Lives, Slots

REACHED = 0
"""Stands for the time of a milestone of which only *reached or not* matters."""
HEADLINE_ONLY = bits_for(0, Level.HEADLINE)


def project(lives: Lives, state: State, idle_clock: int, owed: Slots = ()) -> State:
    """The state with everything dropped that nothing ahead reads. `owed`: who is still to learn what."""
    live = lives.waiting[state.scene]
    stamps, part, knows = state.stamps, state.part, _project_knowledge(live, state.knows)
    if stamps and max(stamps) != UNREACHED:
        kept_stamps = zip(live.stamps, stamps, strict=True)
        stamps = tuple(
            [
                UNREACHED if kept == 0 or stamp == UNREACHED else (REACHED if kept == 1 else stamp)
                for kept, stamp in kept_stamps
            ]
        )
    if part.viewing:
        knows = state.knows & lives.after[state.scene].knows
        part = _project_views(live, part)
    elif part.pool or live.meeting:
        knows, pool = _project_pool(live, knows, part.pool, awaited(live, owed))
        part = part._replace(pool=pool) if pool != part.pool else part
    return State(
        state.scene,
        state.clock if live.clock else idle_clock,
        knows,
        state.flags & live.flags,
        stamps,
        state.seats,
        part,
        state.ending,
    )


def still_viewing(lives: Lives, before: State, after: State) -> State | None:
    """The projected state after a view that others have still to follow: only that view is new. None where
    more has changed. `before` is projected already."""
    if not before.part.viewing or after[:6] != before[:6]:
        return None
    return before._replace(part=_project_views(lives.waiting[before.scene], after.part))


def awaited(live: Live, owed: Slots) -> int:
    """Facts that settle what is owed to seats of this meeting once they are brought, two bits each."""
    places = 0
    for slot in owed:
        if slot in live.seated:
            places |= bits_for(live.seated[slot], Level.FULL)
    return places


def _project_pool(live: Live, knows: int, pool: int, awaited_: int) -> tuple[int, int]:
    """What all who need a fact know already is as good as brought; what was brought need not be known."""
    pool &= live.pool | awaited_
    for fact in live.meeting:
        if awaited_ >> (fact.place << 1) & WHOLE:
            continue
        shared = pool >> (fact.place << 1) & WHOLE
        for level in (WHOLE, HEADLINE_ONLY):
            if not any(level & bits & ~(knows >> (slot << 1)) for slot, bits in fact.needing):
                shared |= level
                break
        pool |= shared << (fact.place << 1)
        for slot, bits in fact.quiet:
            if not knows >> (slot << 1) & bits & ~shared:
                knows &= ~bits_for(slot, Level.FULL)
    return knows, pool


def _project_knowledge(live: Live, knows: int) -> int:
    kept = knows & live.knows
    for own, others in live.passed:
        if not kept & own:
            kept &= ~others
    return kept


def _project_views(live: Live, part: Part) -> Part:
    """Where most views decide it does not matter whose is which, the chair's apart."""
    views, chair = part.views, live.chair
    others = [view for place, view in enumerate(views) if view >= 0 and place != chair]
    kept = iter([0] * len(others) if live.alone else sorted(others))
    views = tuple([view if view < 0 or place == chair else next(kept) for place, view in enumerate(views)])
    return part._replace(views=views, dissents=("",) * len(views))
