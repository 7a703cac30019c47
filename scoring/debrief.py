"""What a debrief is made of, part by part (scoring.md, *The debrief*). Frozen data, no judgement of people.

Each page begins with what could be known then. Nothing here ranks anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scoring.competencies import BANDED_FROM, Shown
from scoring.guidance.model import Rule
from scoring.marks import Exact
from scoring.scorecard import RedLine
from scoring.timescales import Verdict

AGENCY, CHILD, FAMILY, OTHER = "agency", "child", "family", "other"
"""Kinds of lane."""
HELD = "held"
"""How somebody learned what came later and is theirs first-hand."""


class Lane(NamedTuple):
    """One line of *who knew what when*."""

    id: str
    name: str
    kind: str


class Learned(NamedTuple):
    """A fact reached somebody."""

    clock: int
    to: str
    source: str
    """Who passed it; empty where the story told it."""
    how: str
    """held | shared | asked | referred | brought | told | index"""
    in_full: bool
    scene: str


class Stayed(NamedTuple):
    """A needed fact stayed where it was, at a decision in which it could have moved."""

    clock: int
    holder: str
    needed_by: str
    scene: str


class Journey(NamedTuple):
    """One fact's way through the case."""

    fact: str
    text: str
    holders: tuple[str, ...]
    learned: tuple[Learned, ...]
    stayed: tuple[Stayed, ...]
    never_reached: tuple[str, ...]
    """Those who needed it and never had it."""


class ToldOf(NamedTuple):
    """A person was told, asked, or not told, that something about them was passed on."""

    clock: int
    person: str
    mode: str
    by: str
    scene: str


class DecisionPage(NamedTuple):
    """One decision, looked back on."""

    scene: str
    role: str
    name: str
    clock: int
    question: str
    knew: tuple[str, ...]
    """What the seat knew then, in words."""
    hard: tuple[str, ...]
    """What made it hard: why other ways were tempting, and how little time there was."""
    advice: str
    """What was advised, where advice was taken."""
    chosen: str
    why: str
    rules: tuple[Rule, ...]
    come_from: Mapping[str, str]
    """Rule -> in words, its edition, or that it is the board's own."""
    judgement: bool
    """No rule is claimed: professional judgement."""
    earned: Exact
    possible: Exact
    parts: tuple[tuple[str, Exact, Exact], ...]
    loss: Exact | None
    table_loss: Exact
    better: str
    """What the best line would have done here; empty where nothing was lost."""
    missed: tuple[str, ...]
    """Facts that were needed and stayed, with whom they did not reach."""
    excess: tuple[str, ...]


class IndexVisit(NamedTuple):
    """One look into the Index, as its audit log has it."""

    clock: int
    role: str
    purpose: str
    opened: str


class OtherDate(NamedTuple):
    """One decision that would be marked differently under the guidance of another date."""

    scene: str
    role: str
    earned: Exact
    possible: Exact
    earned_then: Exact
    possible_then: Exact
    why_then: str


class Debrief(NamedTuple):
    """Parts 0 to 10."""

    title: str
    played_on: int
    marked_on: str
    """ISO date of the guidance it is marked by."""
    editions: Mapping[str, str]
    unreviewed: bool
    seats: tuple[str, ...]
    opening: tuple[str, ...]
    """0: how are you; stepping out of the role; support lines."""
    lanes: tuple[Lane, ...]
    journeys: tuple[Journey, ...]
    told: tuple[ToldOf, ...]
    decisions: tuple[DecisionPage, ...]
    clocks: tuple[Verdict, ...]
    index_visits: tuple[IndexVisit, ...]
    stop_and_look: tuple[RedLine, ...]
    competencies: Mapping[str, Shown]
    exact: bool
    other_date: str
    """ISO date, where part 7 was asked for."""
    other: tuple[OtherDate, ...]
    best_line: tuple[tuple[str, str], ...]
    """(question, what the best line does)."""
    prompts: tuple[str, ...]
    ending: str
    afterwards: tuple[str, ...]
    drawn: int
    """Which of the afterwards the seed drew for this attempt; -1: none."""

    @property
    def banded(self) -> bool:
        """Whether enough was decided for a band, such as “secure”: by a table, seldom by one seat."""
        return sum(page.possible for page in self.decisions) >= BANDED_FROM


def journey(
    fact: str,
    text: str,
    holders: tuple[str, ...],
    learned: Iterable[Learned],
    stayed: Iterable[Stayed],
    needed_by: Iterable[str],
) -> Journey:
    """Put one fact's way together; a place where it stayed counts only until it arrived."""
    arrived = tuple(learned)
    reached = {one.to for one in arrived} | set(holders)
    return Journey(
        fact,
        text,
        holders,
        arrived,
        tuple(stayed),
        tuple(name for name in needed_by if name not in reached),
    )
