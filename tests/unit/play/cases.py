"""What the tests of play and solver share: short cases around one piece of story, and a plain rulebook."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from textwrap import dedent, indent

from scoring.guidance.model import Milestone, Rule, Timescale
from scoring.rulebook import Rulebook
from simulator.play.events import Event
from simulator.play.game import Game, prepare
from simulator.play.moves import Move
from simulator.play.spoken import listed, play_words
from simulator.play.state import State
from simulator.play.step import start, step
from simulator.play.strategies import NAIVE
from simulator.scenario.model import Case
from simulator.scenario.read import read_text

EDITIONS = {"wt2010": date(2010, 4, 1), "wt2013": date(2013, 4, 15), "wt2018": date(2018, 7, 4)}

HEAD = """\
title: A short case
set on: 2011-09-05 09:40
family:
  child: {age: 6, sex: female, focus: yes}
  brother: {age: 9 months, sex: male}
  mother: {age: 25, sex: female, parent of: [child, brother]}
  father: {age: 27, sex: male, parent of: [child, brother]}
people:
  neighbour: {}
roles:
  teacher: {agency: school, play: yes}
  nurse: {agency: school nursing, play: yes, index user: trained}
  gp: {agency: general practice, play: yes}
  manager: {agency: social care, play: yes}
  police: {agency: police}
facts:
  words:
    text: She makes the toast and the bottle.
    held by: teacher
    about: child
    needed by: [manager]
  reviews:
    text: Tablets, the dose, and two missed reviews.
    headline: She is being treated for low mood.
    held by: gp
    about: mother
    sensitive: health
    needed by: {manager: headline}
  clinic:
    text: He has missed two clinics.
    headline: Two clinics were missed.
    held by: nurse
    about: brother
    needed by: {manager: full}
  callout:
    text: Nobody came to the door for ten minutes.
    held by: police
    about: [mother, father]
    sensitive: police
    only if asked: yes
    prompted by: words
    needed by: [manager]
"""
"""Family, roles and facts for cases that need no others."""

ENDINGS = """\
endings:
  told: It is told so.
"""

MILESTONES = {
    name: Milestone(name, name.replace("_", " "))
    for name in ("concern_formed", "referral_received", "written_referral", "referral_decision")
}


_OPTIONS = re.compile(r"^( *)options: (\S.*)$", re.MULTILINE)
_OPTION = re.compile(r"(\w+) (\w+)(?: \(([^)]*)\))?")


def _in_full(options: re.Match[str]) -> str:
    """`options: ring good, wait poor (then: end)`: each with its grade, and in brackets what else it has."""
    before, listed = options.groups()
    lines = [f"{before}options:"]
    for name, grade, more in _OPTION.findall(listed):
        fields = (f"text: {name.capitalize()}.", f"grade: {grade}", *filter(None, more.split("; ")))
        lines += [f"{before}  {name}:", *(f"{before}    {field}" for field in fields)]
    return "\n".join(lines)


def case_of(scenes: str, *, head: str = HEAD, rest: str = ENDINGS) -> Case:
    """The case of these scenes; fails with every finding where it cannot be read.

    Options may stand on one line: `options: ring good, wait poor (then: end)`.
    """
    body = indent(_OPTIONS.sub(_in_full, dedent(scenes).strip("\n")), "  ")
    reading = read_text(f"{dedent(head)}scenes:\n{body}\n{dedent(rest)}", "short.yaml")
    assert reading.case is not None, "\n".join(each.headline for each in reading.diagnostics)
    return reading.case


def book(
    edition: str = "wt2010",
    *,
    topics: Mapping[str, tuple[Rule, ...]] | None = None,
    milestones: Mapping[str, Milestone] = MILESTONES,
    has_index: bool = True,
) -> Rulebook:
    """The guidance of one edition, as far as these tests need one."""
    begun = {name: first for name, first in EDITIONS.items() if first <= EDITIONS[edition]}
    return Rulebook(
        on=EDITIONS[edition],
        editions={"working together": edition},
        begun=begun,
        topics=dict(topics or {}),
        titles={topic: topic for topic in topics or {}},
        milestones=milestones,
        bases={"public_interest": "In the public interest.", "consent": "With agreement.", "law": "By law."},
        protecting=("public_interest",),
        has_index=has_index,
    )


def rule(
    topic: str,
    value: int | None,
    unit: str,
    begins: str,
    ends: str,
    *,
    roles: tuple[str, ...] = ("all",),
    excuse: bool = False,
    kind: str = "max",
) -> Rule:
    """A rule with a timescale."""
    return Rule(
        id=f"{topic}-rule",
        edition="wt2010",
        family="working together",
        domain="timeliness",
        roles=roles,
        text=f"The rule of {topic}.",
        force="statutory guidance",
        confidence="verified",
        begins=EDITIONS["wt2010"],
        ends=None,
        timescale=Timescale(value, unit, begins, ends, kind=kind, reasons_excuse=excuse),
    )


def game_of(
    scenes: str, *, head: str = HEAD, rest: str = ENDINGS, rulebook: Rulebook | None = None, cut: str = ""
) -> Game:
    """These scenes made ready to play."""
    return prepare(case_of(scenes, head=head, rest=rest), rulebook or book(), cut)


def play(game: Game, seats: Sequence[str], moves: Sequence[Move]) -> tuple[State, list[Event]]:
    """The state after these moves, and everything that happened."""
    state, happened = start(game, tuple(seats))
    for move in moves:
        state, events = step(game, state, move)
        happened = [*happened, *events]
    return state, happened


def say(game: Game, seats: Sequence[str], words: str) -> tuple[State, list[Event]]:
    """The same with moves in words, one a line."""
    return play(game, seats, play_words(game, tuple(seats), listed(words), NAIVE).moves)


def knows(game: Game, state: State, who: str, fact: str) -> int:
    """0 nothing, 1 the headline, 2 the whole."""
    from simulator.play.state import level_at

    return int(level_at(state.knows, game.layout.slot(who, fact)))
