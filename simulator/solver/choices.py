"""Every way to make a decision, gathered into branches that lead to the same place.

A form over f facts and r recipients can be filled in 2^(f·r) ways. Its marks are a function of a few counts
and the case reads only a few of the facts later on, so the fillings are counted cell by cell, not listed:
what stays apart is only what differs in where it leads.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import add
from typing import Any, NamedTuple

from scoring.marks import Exact
from simulator.play.moves import Ask, Bring, DecisionMove, Move, Record, Refer, Share

Pieces = tuple[Any, ...]
"""Parts of a move: facts passed, entries written, people told."""


class Way(NamedTuple):
    """Fillings that count alike."""

    ways: int
    least: Pieces
    """The one of them that passes least."""
    most: Pieces
    """The one that passes most."""


class Bits(int):
    """A number that joins others as a set of bits instead of adding up."""

    def __add__(self, other: int) -> Bits:
        return Bits(self | other)


Key = tuple[int, ...]
Sums = dict[Key, Way]
"""What was added up so far -> the fillings that come to it."""


def same(piece: object, ways: int = 1) -> Way:
    """One way to fill a field, which is its own least and most."""
    return Way(ways, (piece,), (piece,))


def combine(sums: Sums, choices: Iterable[tuple[Key, Way]]) -> Sums:
    """Add one independent field or cell: keys add up place by place, counts multiply."""
    listed = tuple(choices)
    total: Sums = {}
    for key, way in sums.items():
        for added, piece in listed:
            gather(
                total,
                _joined(key, added),
                Way(way.ways * piece.ways, way.least + piece.least, way.most + piece.most),
            )
    return total


def _joined(key: Key, added: Key) -> Key:
    return tuple(map(add, key, added))


def gather(total: Sums, key: Key, way: Way) -> None:
    """Count fillings under a key, keeping the one that passes least and the one that passes most."""
    known = total.get(key)
    if known is None:
        total[key] = way
        return
    total[key] = Way(
        known.ways + way.ways,
        known.least if len(known.least) <= len(way.least) else way.least,
        known.most if len(known.most) >= len(way.most) else way.most,
    )


def fillings(sums: Sums) -> int:
    """How many ways there are in all."""
    return sum(way.ways for way in sums.values())


class Scored(NamedTuple):
    """One move with what it earns and the red lines it crosses."""

    reds: int
    marks: int
    """Times the explorer's scale, so that all sums stay whole numbers and exact."""
    move: Move
    rank: int = 0
    """Of moves that come to the same, the lower is better: a higher grade, less passed."""


class Branch(NamedTuple):
    """All moves of a decision that lead to the same node."""

    ways: int
    """Of `total` equally likely fillings, those of this branch."""
    total: int
    earned: int
    """Scaled marks of all those fillings together."""
    best: Scored
    """Fewest red lines, then most marks."""
    worst: Scored
    """Most red lines, then fewest marks."""
    highest: Scored
    """Most marks, whatever red lines it takes."""
    lowest: Scored
    owed: tuple[int, ...] = ()
    """Slots of vital facts kept back under advice: each a red line at the end unless it passes."""
    tainted: bool = False
    """Whether clocks started here earn nothing: after a poor or unsafe choice, or over-referral."""
    spread: tuple[tuple[int, int], ...] = ()
    """Scaled marks, and how many of the fillings earn them; empty where all earn what the best one does."""


class Filled(NamedTuple):
    """Fillings that earn the same."""

    ways: int
    reds: int
    marks: Exact
    least: DecisionMove
    most: DecisionMove


class Effect(NamedTuple):
    """Where fillings lead, as far as anything later can tell."""

    leads: tuple[object, ...]
    owed: tuple[int, ...] = ()
    tainted: bool = False


Alike = dict[tuple[int, Exact], tuple[int, DecisionMove, DecisionMove]]
"""(red lines, marks) -> how many fillings, the one that passes least, the one that passes most."""


def branches(found: Iterable[tuple[Effect, Filled]], scale: int) -> tuple[Branch, ...]:
    """Gather fillings by their effect, in the order in which each effect was first met."""
    groups: dict[Effect, Alike] = {}
    total = 0
    for effect, (filled, reds, marks, least, most) in found:
        ways = filled
        alike = groups.setdefault(effect, {})
        known = alike.get((reds, marks))
        if known:
            ways, least = known[0] + ways, min(known[1], least, key=passed)
            most = max(known[2], most, key=passed)
        alike[reds, marks] = ways, least, most
        total += filled
    return tuple(_branch(effect, alike, total, scale) for effect, alike in groups.items())


def passed(move: DecisionMove) -> int:
    """How much a filled-in form passes on, asks for or writes down."""
    if isinstance(move, Share | Refer | Bring):
        return len(move.given)
    if isinstance(move, Ask):
        return len(move.asked)
    return len(move.entries) if isinstance(move, Record) else 0


def whole(marks: Exact, scale: int) -> int:
    """Marks as a whole number of the scale. Raises ValueError where the scale does not fit them."""
    scaled = marks * scale
    if scaled != int(scaled):
        raise ValueError(f"{marks} does not fit the scale of {scale}")
    return int(scaled)


def _branch(effect: Effect, alike: Alike, total: int, scale: int) -> Branch:
    rows = [
        (reds, whole(marks, scale), ways, least, most) for (reds, marks), (ways, least, most) in alike.items()
    ]
    best = min(rows, key=lambda row: (row[0], -row[1], passed(row[3])))
    worst = max(rows, key=lambda row: (row[0], -row[1], passed(row[4])))
    highest = max(rows, key=lambda row: (row[1], -row[0]))
    lowest = min(rows, key=lambda row: (row[1], -row[0]))
    return Branch(
        ways=sum(row[2] for row in rows),
        total=total,
        earned=sum(row[1] * row[2] for row in rows),
        best=Scored(best[0], best[1], best[3], passed(best[3])),
        worst=Scored(worst[0], worst[1], worst[4], passed(worst[4])),
        highest=Scored(highest[0], highest[1], highest[3]),
        lowest=Scored(lowest[0], lowest[1], lowest[4]),
        owed=effect.owed,
        tainted=effect.tainted,
        spread=_spread(rows),
    )


def _spread(rows: Iterable[tuple[int, int, int, DecisionMove, DecisionMove]]) -> tuple[tuple[int, int], ...]:
    """Marks -> fillings, whatever red lines they cross."""
    found: dict[int, int] = {}
    for _, marks, ways, _, _ in rows:
        found[marks] = found.get(marks, 0) + ways
    return tuple(found.items())


def of_another(branch: Branch) -> Branch:
    """What a seat that is not solved for does: it has its effects, and its marks are its own."""
    free = branch.best._replace(reds=0, marks=0)
    return branch._replace(earned=0, best=free, worst=free, highest=free, lowest=free, owed=())


def neutral(move: Move) -> Branch:
    """The one branch of a move that is nobody's to choose: it earns nothing."""
    scored = Scored(0, 0, move)
    return Branch(1, 1, 0, scored, scored, scored, scored)
