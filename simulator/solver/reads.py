"""What conditions, forms and marks read in a scene, and the scenes that can follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from simulator.play.expected import Asked, Expectations
from simulator.play.game import Game, Outcome, PlayScene
from simulator.play.holding import Reads, all_reads
from simulator.scenario import model
from simulator.scenario.model import Meet


class Listening(NamedTuple):
    """What somebody listens for: lines and messages whose conditions are kept, which change no marks."""

    lines: frozenset[tuple[int, int]] = frozenset()
    """Scene and place of each line."""
    injects: frozenset[str] = frozenset()


NOTHING: Final = Listening()


def ahead_of(game: Game) -> list[set[int]]:
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


def onward_reads(play: PlayScene) -> Reads:
    """What is read once the decision is made: where it goes on to."""
    return all_reads(way.test.reads for outcome in (play.on_entry, *play.outcomes) for way in outcome.ways)


def scene_reads(game: Game, expected: Expectations, play: PlayScene, heard: Listening) -> Reads:
    """What is read on entering a scene, in its form and after it."""
    flags = play.answering_flags
    for mask in play.entered:
        flags |= mask
    own = decision_reads(game, expected, play) if play.decision else Reads()
    lines = (line for line in play.lines if line.tells or (play.index, line.index) in heard.lines)
    told = (line.test.reads for line in lines)
    return all_reads((Reads(flags=flags), play.test.reads, own, onward_reads(play), *told))


def decision_reads(game: Game, expected: Expectations, play: PlayScene) -> Reads:
    """What a scene's form and its marks read."""
    assert play.decision is not None
    asked = expected[play.scene.id]
    kind, roles = play.decision.kind, play.decision.roles
    if isinstance(kind, model.Share | model.Refer):
        to = kind.to if isinstance(kind, model.Share) else (kind.to,)
        return _passing_reads(game, asked, kind.facts, roles, to)
    if isinstance(kind, model.Ask):
        return _asking_reads(game, kind, roles)
    if isinstance(kind, model.Record):
        return Reads(knows=knowing(game, roles, (*kind.items, *kind.leave_out)))
    if isinstance(kind, Meet):
        return _meeting_reads(game, asked, kind)
    return Reads()


def knowing(game: Game, parties: Iterable[str], facts: Iterable[str]) -> int:
    """The bits of what parties know of some facts."""
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
    return Reads(knows=knowing(game, (*roles, *to), names), flags=flags, stamps=_moments(game, asked, names))


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
        knows |= knowing(game, (holder, *roles), names) | knowing(game, roles, prompts)
    return Reads(knows=knows)


def _meeting_reads(game: Game, asked: Asked, kind: Meet) -> Reads:
    """What a seat holds itself it can always bring; only what it was told must be remembered."""
    names = kind.bring if kind.bring is not None else tuple(game.case.facts)
    told = [name for name in names if not any(seat in game.case.facts[name].held_by for seat in kind.seats)]
    held = [name for name in names if name not in told]
    knows = knowing(game, kind.seats, told)
    for name in held:
        knows |= knowing(game, (seat for seat in kind.seats if seat in game.case.facts[name].held_by), [name])
    return Reads(knows=knows, stamps=_moments(game, asked, names))
