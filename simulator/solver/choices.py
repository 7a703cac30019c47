"""Every way to make a decision, gathered into branches that lead to the same place.

A form over f facts and r recipients can be filled in 2^(f·r) ways. Its marks are a function of a few counts and
the case reads only a few of the facts later on, so the fillings are counted cell by cell, not listed: what stays
apart is only what differs in where it leads.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, NamedTuple

from scoring.marks import Exact
from simulator.play.moves import DecisionMove, TakeAdvice

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
    return tuple(one + other for one, other in zip(key, added, strict=True))


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
    marks: Exact
    move: DecisionMove | TakeAdvice


class Branch(NamedTuple):
    """All moves of a decision that lead to the same node."""

    weight: Fraction
    """Share of uniform guesses that take it."""
    mean: Fraction
    """Marks of those guesses, weighted."""
    best: Scored
    """Fewest red lines, then most marks."""
    worst: Scored
    """Most red lines, then fewest marks."""
    highest: Scored
    """Most marks, whatever red lines it takes."""
    lowest: Scored
    owed: int = 0
    """Vital facts kept back under advice, as knowledge bits: a red line at the end unless they pass."""
    tainted: bool = False
    """Whether clocks started here earn nothing: after a poor or unsafe choice, or over-referral."""


class Filled(NamedTuple):
    """Fillings of one weight that earn the same."""

    weight: Fraction
    reds: int
    marks: Exact
    least: DecisionMove
    most: DecisionMove


class Effect(NamedTuple):
    """Where fillings lead, as far as anything later can tell."""

    leads: tuple[object, ...]
    owed: int = 0
    tainted: bool = False


def branches(found: Iterable[tuple[Effect, Filled]]) -> tuple[Branch, ...]:
    """Gather fillings by their effect, in the order in which each effect was first met."""
    groups: dict[Effect, list[Filled]] = {}
    for effect, filled in found:
        groups.setdefault(effect, []).append(filled)
    return tuple(_branch(effect, group) for effect, group in groups.items())


def _branch(effect: Effect, group: list[Filled]) -> Branch:
    best = min(group, key=lambda one: (one.reds, -one.marks))
    worst = max(group, key=lambda one: (one.reds, -one.marks))
    highest = max(group, key=lambda one: (one.marks, -one.reds))
    lowest = min(group, key=lambda one: (one.marks, -one.reds))
    return Branch(
        weight=sum((one.weight for one in group), Fraction(0)),
        mean=sum((one.weight * one.marks for one in group), Fraction(0)),
        best=Scored(best.reds, best.marks, best.least),
        worst=Scored(worst.reds, worst.marks, worst.most),
        highest=Scored(highest.reds, highest.marks, highest.least),
        lowest=Scored(lowest.reds, lowest.marks, lowest.most),
        owed=effect.owed,
        tainted=effect.tainted,
    )
