"""What can still matter from a scene on. Only that is kept of a state, so that plays which differ in nothing
that any later condition, form or mark reads meet again in one node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from scoring.terms import Level
from simulator.play.expected import Asked, Expectations
from simulator.play.game import Game, Outcome, PlayScene
from simulator.play.holding import Reads, all_reads
from simulator.play.state import UNREACHED, Part, State, bits_for
from simulator.scenario import model
from simulator.scenario.model import Meet

Slots = tuple[int, ...]
"""Places in `State.knows`, each a party and a fact."""

REACHED = 0
"""Stands for the time of a milestone of which only *reached or not* matters."""


class Live(NamedTuple):
    """Masks of what matters from a point on."""

    knows: int
    flags: int
    stamps: tuple[int, ...]
    """For each milestone: 0 nothing, 1 reached or not, 2 its time."""
    clock: bool
    pool: int = 0
    """Facts brought to this scene's meeting that matter once it is over, two bits a fact."""
    chair: int = -1
    """The place of the chair of this scene's meeting."""
    alone: bool = False
    """Whether the chair's view is the only one that counts there; otherwise most of them do."""
    form: Reads = Reads()
    """What the scene's own form and its marks read."""
    meeting: tuple[Pooled, ...] = ()
    """What becomes of knowledge in this scene's meeting."""
    seated: Mapping[int, int] = MappingProxyType({})
    """Slot of a seat of this scene's meeting and a fact -> the fact's place in the pool."""
    passed: tuple[tuple[int, int], ...] = ()
    """For each fact of a form that passes facts on: the passer's bits, and the recipients' bits, which matter
    only if the passer knows the fact."""


class Pooled(NamedTuple):
    """One fact that may be brought to a meeting and matters once it is over."""

    place: int
    needing: tuple[tuple[int, int], ...]
    """Slots of the seats whose knowledge of it matters then, each with the bits that do."""
    quiet: tuple[tuple[int, int], ...]
    """Those of them that no seat's own form reads."""


class Listening(NamedTuple):
    """What somebody listens for: lines and messages whose conditions are kept, which change no marks."""

    lines: frozenset[tuple[int, int]] = frozenset()
    """Scene and place of each line."""
    injects: frozenset[str] = frozenset()


NOTHING: Final = Listening()


class Lives(NamedTuple):
    """What matters in each scene while it waits, and after its decision."""

    waiting: tuple[Live, ...]
    after: tuple[Live, ...]


def lives_of(
    game: Game, expected: Expectations, *, clocks: bool, keep_flags: int = 0, heard: Listening = NOTHING
) -> Lives:
    """For each scene, and last for the end. `expected`: what the game is marked by; `clocks`: whether marked
    timescales need the clock kept; `keep_flags`: marks that the timescales read at the end; `heard`: what to
    listen for."""
    own = [_reads(game, expected, play, heard) for play in game.scenes]
    onward = [_onward_reads(play) for play in game.scenes]
    end = all_reads(test.reads for test in game.endings)
    end = end.and_also(Reads(flags=keep_flags))
    sent = (one for one in game.injects if one.tells or one.id in heard.injects)
    injects = all_reads(inject.test.reads for inject in sent)
    ahead = _ahead(game)
    waiting, after = [], []
    for play in game.scenes:
        later = {there for following in following_scenes(game, play) for there in ahead[following]}
        beyond = all_reads((onward[play.index], injects, end, *(own[there] for there in later)))
        total = beyond.and_also(own[play.index])
        pool, chair, alone = _meeting(game, play, beyond)
        seated = _seated(game, play)
        after.append(_live(game, beyond, clocks)._replace(pool=pool, chair=chair, alone=alone, seated=seated))
        form = _decision_reads(game, expected, play) if play.decision else Reads()
        waiting.append(
            _live(game, total, clocks)._replace(
                pool=pool,
                chair=chair,
                alone=alone,
                form=form,
                passed=_passed(game, play, beyond),
                meeting=_pooled(game, play, beyond, form),
                seated=seated,
            )
        )
    waiting.append(_live(game, Reads(flags=keep_flags), False))
    return Lives(tuple(waiting), tuple(after))


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


WHOLE, HEADLINE_ONLY = bits_for(0, Level.FULL), bits_for(0, Level.HEADLINE)


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


def _seated(game: Game, play: PlayScene) -> Mapping[int, int]:
    kind = play.decision.kind if play.decision else None
    if not isinstance(kind, Meet):
        return {}
    return {
        game.layout.slot(seat, fact): place
        for fact, place in game.layout.facts.items()
        for seat in kind.seats
    }


def _pooled(game: Game, play: PlayScene, beyond: Reads, form: Reads) -> tuple[Pooled, ...]:
    kind = play.decision.kind if play.decision else None
    if not isinstance(kind, Meet):
        return ()
    found = []
    for fact, index in game.layout.facts.items():
        needing = [seat for seat in kind.seats if beyond.knows & game.layout.knowing(seat, fact)]
        if needing:
            slots = tuple(game.layout.slot(seat, fact) for seat in needing)
            read = tuple((slot, beyond.knows >> (slot << 1) & WHOLE) for slot in slots)
            quiet = tuple(each for each in read if not form.knows & bits_for(each[0], Level.FULL))
            found.append(Pooled(index, read, quiet))
    return tuple(found)


def _project_knowledge(live: Live, knows: int) -> int:
    kept = knows & live.knows
    for own, others in live.passed:
        if not kept & own:
            kept &= ~others
    return kept


def _passed(game: Game, play: PlayScene, beyond: Reads) -> tuple[tuple[int, int], ...]:
    """Recipients' knowledge that only this form reads, fact by fact."""
    kind = play.decision.kind if play.decision else None
    if not isinstance(kind, model.Share | model.Refer) or play.decision is None:
        return ()
    to = kind.to if isinstance(kind, model.Share) else (kind.to,)
    pairs = []
    for fact in game.case.facts:
        own = _knowing(game, play.decision.roles, [fact])
        others = _knowing(game, to, [fact]) & ~own & ~beyond.knows & ~play.test.reads.knows
        if others:
            pairs.append((own, others))
    return tuple(pairs)


def _project_views(live: Live, part: Part) -> Part:
    """Where most views decide it does not matter whose is which, the chair's apart."""
    views, chair = part.views, live.chair
    others = [view for place, view in enumerate(views) if view >= 0 and place != chair]
    kept = iter([0] * len(others) if live.alone else sorted(others))
    views = tuple([view if view < 0 or place == chair else next(kept) for place, view in enumerate(views)])
    return part._replace(views=views, dissents=("",) * len(views))


def _live(game: Game, reads: Reads, clocks: bool) -> Live:
    stamps = tuple(
        2 if index in reads.times else 1 if index in reads.stamps else 0
        for index in range(len(game.milestones))
    )
    return Live(reads.knows, reads.flags, stamps, clocks or reads.clock or bool(reads.times))


def _meeting(game: Game, play: PlayScene, beyond: Reads) -> tuple[int, int, bool]:
    kind = play.decision.kind if play.decision else None
    if not isinstance(kind, Meet):
        return 0, -1, False
    pool = 0
    for fact, index in game.layout.facts.items():
        if any(beyond.knows & game.layout.knowing(seat, fact) for seat in kind.seats):
            pool |= bits_for(index, Level.FULL)
    alone = bool(kind.chair) and kind.decided_by != "majority"
    return pool, kind.seats.index(kind.chair) if kind.chair else -1, alone


def _ahead(game: Game) -> list[set[int]]:
    """Scenes that can follow each scene, itself among them; none follow the end."""
    end = len(game.scenes)
    following = [set(following_scenes(game, play)) for play in game.scenes]
    ahead: list[set[int]] = []
    for index in range(end):
        seen, todo = {index}, [index]
        while todo:
            for there in following[todo.pop()]:
                if there < end and there not in seen:
                    seen.add(there)
                    todo.append(there)
        ahead.append(seen)
    return [*ahead, set()]


def following_scenes(game: Game, play: PlayScene) -> Iterator[int]:
    """Scenes that can come next, or be passed over to; the number of scenes stands for the end."""
    yield play.index + 1
    outcomes: Iterable[Outcome] = (play.on_entry, *play.outcomes)
    for outcome in outcomes:
        for way in outcome.ways:
            yield way.scene
    kind = play.decision.kind if play.decision else None
    if isinstance(kind, model.Ask) and kind.if_refused:
        yield game.scene_at[kind.if_refused]


def _onward_reads(play: PlayScene) -> Reads:
    """What is read once the decision is made: where it goes on to."""
    return all_reads(way.test.reads for outcome in (play.on_entry, *play.outcomes) for way in outcome.ways)


def _reads(game: Game, expected: Expectations, play: PlayScene, heard: Listening) -> Reads:
    """What is read on entering a scene, in its form and after it."""
    flags = play.answering_flags
    for mask in play.entered:
        flags |= mask
    own = _decision_reads(game, expected, play) if play.decision else Reads()
    lines = (line for line in play.lines if line.tells or (play.index, line.index) in heard.lines)
    told = (line.test.reads for line in lines)
    return all_reads((Reads(flags=flags), play.test.reads, own, _onward_reads(play), *told))


def _decision_reads(game: Game, expected: Expectations, play: PlayScene) -> Reads:
    assert play.decision is not None
    asked = expected[play.scene.id]
    kind, roles = play.decision.kind, play.decision.roles
    if isinstance(kind, model.Share | model.Refer):
        to = kind.to if isinstance(kind, model.Share) else (kind.to,)
        return _passing_reads(game, asked, kind.facts, roles, to)
    if isinstance(kind, model.Ask):
        return _asking_reads(game, kind, roles)
    if isinstance(kind, model.Record):
        return Reads(knows=_knowing(game, roles, (*kind.items, *kind.leave_out)))
    if isinstance(kind, Meet):
        return _meeting_reads(game, asked, kind)
    return Reads()


def _knowing(game: Game, parties: Iterable[str], facts: Iterable[str]) -> int:
    names = tuple(facts)
    bits = 0
    for party in parties:
        for fact in names:
            bits |= game.layout.knowing(party, fact)
    return bits


def _passing_reads(
    game: Game,
    asked: Asked,
    listed: tuple[str, ...] | None,
    roles: tuple[str, ...],
    to: tuple[str, ...],
) -> Reads:
    """Who passes what depends on what they know; what counts, on what the others have already."""
    names = listed if listed is not None else tuple(game.case.facts)
    flags = 0
    if listed is None and any(game.case.facts[name].only_if_asked for name in names):
        flags = sum(game.layout.asked[role] for role in roles)
    return Reads(knows=_knowing(game, (*roles, *to), names), flags=flags, stamps=_moments(game, asked, names))


def _moments(game: Game, asked: Asked, names: Iterable[str]) -> frozenset[int]:
    """Milestones after which a needed fact comes late."""
    facts = set(names)
    return frozenset(
        game.layout.milestones[want.before]
        for (fact, _), want in asked.wants.items()
        if want.before and fact in facts
    )


def _asking_reads(game: Game, kind: model.Ask, roles: tuple[str, ...]) -> Reads:
    knows = 0
    for holder in kind.of:
        names = kind.expects.get(holder, ()) if kind.expects is not None else tuple(game.case.facts)
        prompts = (prompt for name in names for prompt in game.case.facts[name].prompted_by)
        knows |= _knowing(game, (holder, *roles), names) | _knowing(game, roles, prompts)
    return Reads(knows=knows)


def _meeting_reads(game: Game, asked: Asked, kind: Meet) -> Reads:
    """What a seat holds itself it can always bring; only what it was told must be remembered."""
    names = kind.bring if kind.bring is not None else tuple(game.case.facts)
    told = [name for name in names if not any(seat in game.case.facts[name].held_by for seat in kind.seats)]
    held = [name for name in names if name not in told]
    knows = _knowing(game, kind.seats, told)
    for name in held:
        knows |= _knowing(
            game, (seat for seat in kind.seats if seat in game.case.facts[name].held_by), [name]
        )
    return Reads(knows=knows, stamps=_moments(game, asked, names))
