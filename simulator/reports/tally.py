"""Plays added up, decision by decision: what R9 and the item analysis are made of. It names nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from statistics import StatisticsError, correlation
from typing import Final, NamedTuple

from scoring.competencies import COMPETENCIES
from scoring.guidance.board import Bands
from simulator.play.game import Game
from simulator.reports.derived import Derived, Unread
from simulator.reports.suppression import hidden_in_line
from simulator.reports.yielded import Decided

BANDS: Final = ("secure", "developing", "revisit")


class Place(NamedTuple):
    """Where in a case a decision is made, by whom, and what kind it is."""

    scene: str
    role: str
    kind: str


@dataclass(slots=True)
class Asked:
    """One decision of one case, in every play that came to it."""

    grades: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    shares: list[float] = field(default_factory=list)
    """Of full marks, play by play."""
    rest: list[float] = field(default_factory=list)
    """Of the play's other marks, in the same order."""

    @property
    def n(self) -> int:
        """Plays in which it was made."""
        return self.grades.total()

    @property
    def facility(self) -> float | None:
        """Mean part of full marks."""
        return sum(self.shares) / len(self.shares) if self.shares else None

    @property
    def discrimination(self) -> float | None:
        """How far doing well here goes with doing well in the rest; None where all did the same."""
        try:
            return correlation(self.shares, self.rest)
        except StatisticsError:
            return None


@dataclass(slots=True)
class OfCase:
    """One case in every play of it."""

    game: Game
    """Of the latest play: its words are shown."""
    plays: int = 0
    decisions: dict[Place, Asked] = field(default_factory=dict)
    needed: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(fact, recipient), once a play."""
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass(slots=True)
class Tally:
    """Everything added up."""

    cases: dict[str, OfCase] = field(default_factory=dict)
    bands: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in COMPETENCIES})
    """Competency -> plays in each band."""
    people: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """Competency and band -> the pseudonyms of who played those."""
    agencies: dict[str, dict[str, dict[str, list[float]]]] = field(default_factory=dict)
    """Agency -> competency -> pseudonym -> earned and possible."""
    unread: int = 0


def tally(plays: Iterable[Derived | Unread], bands: Bands) -> Tally:
    """Add plays up."""
    total = Tally()
    for play in plays:
        if isinstance(play, Unread):
            total.unread += 1
            continue
        of_case = total.cases.setdefault(play.game.case.id, OfCase(play.game))
        of_case.game, of_case.plays = play.game, of_case.plays + 1
        _add_decisions(of_case, play.decisions)
        for name, shown in play.competencies.items():
            if shown.evidenced:
                band = bands.band(int(100 * shown.earned / shown.possible))
                total.bands[name][band] += 1
                total.people.setdefault((name, band), set()).update(one.learner for one in play.people)
        _add_agencies(total, play)
    return total


def _add_decisions(of_case: OfCase, decisions: tuple[Decided, ...]) -> None:
    earned = float(sum(one.earned for one in decisions))
    possible = float(sum(one.possible for one in decisions))
    for one in decisions:
        found = of_case.decisions.setdefault(Place(one.scene, one.role, one.kind), Asked())
        found.grades[one.grade] += 1
        found.answers.update(one.answers)
        others = possible - float(one.possible)
        if one.share is not None and others > 0:
            found.shares.append(float(one.share))
            found.rest.append((earned - float(one.earned)) / others)
    of_case.needed.update({cell for one in decisions for cell in one.needed})
    of_case.missed.update({cell for one in decisions for cell in one.missed})


def _add_agencies(total: Tally, play: Derived) -> None:
    """Decisions of a seat count for the agency of who sat in it; those of a whole table for nobody's."""
    for person in play.people:
        for one in play.decisions:
            if one.role in person.roles and person.agency:
                for name in one.tests:
                    theirs = total.agencies.setdefault(person.agency, {}).setdefault(name, {})
                    marks = theirs.setdefault(person.learner, [0.0, 0.0])
                    marks[0] += float(one.earned)
                    marks[1] += float(one.possible)


def parts_shown(
    counts: tuple[int, ...], smallest: int, people: Sequence[Collection[str]] = ()
) -> tuple[float | None, ...] | None:
    """Each count as parts of a hundred, None for what is not shown; None where there are too few in all.

    `people`: whose plays each count is of, where one person may have several; few of them are as few plays.
    """
    total = sum(counts)
    if total < smallest or (people and len({who for some in people for who in some}) < smallest):
        return None
    least = tuple(map(min, counts, map(len, people))) if people else counts
    hidden = hidden_in_line(least, smallest)
    if len(counts) in hidden:
        return None
    return tuple(None if at in hidden else round(100 * count / total) for at, count in enumerate(counts))
