"""What can still matter from a scene on: what any later condition, form or mark reads."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from scoring.terms import Level
from simulator.play.expected import Expectations
from simulator.play.game import Game, PlayScene
from simulator.play.holding import Reads, all_reads
from simulator.play.state import bits_for
from simulator.scenario import model
from simulator.scenario.model import Meet
from simulator.solver.reads import (
    NOTHING,
    Listening,
    ahead_of,
    decision_reads,
    following_scenes,
    knowing,
    onward_reads,
    scene_reads,
)

Slots = tuple[int, ...]
"""Places in `State.knows`, each a party and a fact."""

WHOLE = bits_for(0, Level.FULL)
"""A fact known in full, at the first place."""


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
    own = [scene_reads(game, expected, play, heard) for play in game.scenes]
    onward = [onward_reads(play) for play in game.scenes]
    end = all_reads(test.reads for test in game.endings)
    end = end.and_also(Reads(flags=keep_flags))
    sent = (one for one in game.injects if one.tells or one.id in heard.injects)
    injects = all_reads(inject.test.reads for inject in sent)
    ahead = ahead_of(game)
    waiting, after = [], []
    for play in game.scenes:
        later = {there for following in following_scenes(game, play) for there in ahead[following]}
        beyond = all_reads((onward[play.index], injects, end, *(own[there] for there in later)))
        total = beyond.and_also(own[play.index])
        pool, chair, alone = _meeting(game, play, beyond)
        seated = _seated(game, play)
        after.append(_live(game, beyond, clocks)._replace(pool=pool, chair=chair, alone=alone, seated=seated))
        form = decision_reads(game, expected, play) if play.decision else Reads()
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


def _passed(game: Game, play: PlayScene, beyond: Reads) -> tuple[tuple[int, int], ...]:
    """Recipients' knowledge that only this form reads, fact by fact."""
    kind = play.decision.kind if play.decision else None
    if not isinstance(kind, model.Share | model.Refer) or play.decision is None:
        return ()
    to = kind.to if isinstance(kind, model.Share) else (kind.to,)
    pairs = []
    for fact in game.case.facts:
        own = knowing(game, play.decision.roles, [fact])
        others = knowing(game, to, [fact]) & ~own & ~beyond.knows & ~play.test.reads.knows
        if others:
            pairs.append((own, others))
    return tuple(pairs)


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
