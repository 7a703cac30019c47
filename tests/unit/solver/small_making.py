"""What the pieces of a small case are drawn with: the draws, and what there is to speak of so far."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
Data = dict[str, Any]

ROLES = ("a", "b", "c")
FACTS = ("f0", "f1", "f2")
MODES = ("ask", "tell", "agree who tells", "do not tell")
LEVELS = ("none", "early help", "child in need", "child protection", "immediate")
HABITS = ("by the book", "slow", "guarded", "minimal")
MILESTONES = ("concern_formed", "referral_decision", "referral_received", "written_referral")
SPANS = ("10 minutes", "1 hours", "5 hours", "1 days", "1 working days")
TOPICS = ("t0", "t1")
EDITIONS = {"wt2010": date(2010, 4, 1), "wt2013": date(2013, 4, 15)}


class Chooser(Protocol):
    """Where the draws come from. The first of a sequence, and no, are what a shrunk case has."""

    def pick(self, among: Sequence[T]) -> T: ...

    def chance(self, in_ten: int) -> bool: ...


class Dice:
    """Draws from a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pick(self, among: Sequence[T]) -> T:
        return self._random.choice(among)

    def chance(self, in_ten: int) -> bool:
        return self._random.randrange(10) < in_ten


@dataclass
class Making:
    """What is drawn so far, for what may speak of it."""

    draw: Chooser
    cells: int
    """How many cells a form may have at most: the brute force lists every way to fill it in."""
    sensitive: set[str] = field(default_factory=set)
    headlines: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    milestones: set[str] = field(default_factory=set)
    choices: list[str] = field(default_factory=list)
    """`scene option`, for conditions."""

    def some(self, among: Sequence[T], in_ten: int = 5, least: int = 0, most: int = 9) -> list[T]:
        found = [one for one in among if self.draw.chance(in_ten)][:most]
        for one in among:
            if len(found) >= least:
                break
            if one not in found:
                found.append(one)
        return found


def needs_of(making: Making, fact: str, *, before: bool) -> Any:
    draw = making.draw
    if draw.chance(1):
        return "nobody"
    needs: Data = {}
    for role in making.some(ROLES, 5, least=1):
        level = draw.pick(("full", "headline")) if fact in making.headlines else "full"
        if before and making.milestones and draw.chance(4):
            needs[role] = {"level": level, "before": draw.pick(sorted(making.milestones))}
        else:
            needs[role] = level
    return needs


def a_mark(making: Making) -> str:
    mark = making.draw.pick(("m0", "m1"))
    making.marks.add(mark)
    return mark


def a_milestone(making: Making) -> str:
    milestone = making.draw.pick(MILESTONES)
    making.milestones.add(milestone)
    return milestone


def telling(making: Making) -> Data:
    return {making.draw.pick((*ROLES, "mother")): [making.draw.pick(FACTS)]}
