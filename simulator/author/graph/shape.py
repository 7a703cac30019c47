"""The picture of a case as plain data: boxes and the ways between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from simulator.author.examined import Examined
from simulator.play.game import Outcome, PlayScene
from simulator.play.marking import KIND_NAMES
from simulator.scenario.model import Ask
from simulator.words import author as words
from simulator.words import say

PLAIN = ""
"""The grade of a way that nobody chose: what follows anyway, or a form filled in."""
PASSED = "passed over"
ENDING = "ending"


class Box(NamedTuple):
    """A scene or an ending."""

    id: str
    """Unique among scenes and endings."""
    title: str
    says: str
    """Who decides, and what kind of decision it is; of an ending, its outcome."""
    role: str
    """The role that gives the box its colour; empty for none, ENDING for an ending."""
    reached: bool


class Way(NamedTuple):
    """All that leads from one box to another under one grade."""

    start: str
    end: str
    grade: str
    labels: tuple[str, ...]


class Shape(NamedTuple):
    """The whole picture."""

    title: str
    boxes: tuple[Box, ...]
    """Scenes in the order of the file, then endings."""
    ways: tuple[Way, ...]
    roles: tuple[str, ...]


def shape_of(examined: Examined) -> Shape:
    """The picture of an examined case."""
    return Shape(
        examined.case.title,
        (*_scenes(examined), *_endings(examined)),
        tuple(_gathered(examined)),
        tuple(examined.case.roles),
    )


def _scenes(examined: Examined) -> Iterator[Box]:
    known = examined.complete
    for play in examined.game.scenes:
        decision = play.decision
        says = ""
        if decision:
            roles = ", ".join(examined.case.roles[role].title for role in decision.roles)
            says = say(words.DECIDES, roles=roles, kind=KIND_NAMES[type(decision.kind)])
        role = decision.roles[0] if decision else ""
        reached = not known or play.scene.id in examined.everywhere.scenes
        yield Box(f"scene {play.scene.id}", play.scene.id, says, role, reached)


def _endings(examined: Examined) -> Iterator[Box]:
    known = examined.complete
    for ending in examined.case.endings.values():
        reached = not known or ending.id in examined.everywhere.endings
        yield Box(f"ending {ending.id}", ending.id, ending.outcome, ENDING, reached)


def _gathered(examined: Examined) -> Iterator[Way]:
    gathered: dict[tuple[str, str, str], list[str]] = {}
    for play in examined.game.scenes:
        for end, grade, label in _ways(examined, play):
            labels = gathered.setdefault((f"scene {play.scene.id}", end, grade), [])
            if label and label not in labels:
                labels.append(label)
    for (start, end, grade), labels in gathered.items():
        yield Way(start, end, grade, tuple(labels))


def _ways(examined: Examined, play: PlayScene) -> Iterator[tuple[str, str, str]]:
    game, decision = examined.game, play.decision
    options = play.options
    if decision is None:
        yield from _ends(examined, play.on_entry, PLAIN, "")
    elif options:
        for option, outcome in zip(options, play.outcomes, strict=True):
            grade = game.expected[play.scene.id].options[option].grade.value
            yield from _ends(examined, outcome, grade, option)
    else:
        for outcome in play.outcomes:
            yield from _ends(examined, outcome, PLAIN, "")
        if isinstance(decision.kind, Ask) and decision.kind.if_refused:
            yield f"scene {decision.kind.if_refused}", PLAIN, say(words.REFUSED)
    if play.scene.when or play.answers:
        following = play.index + 1
        if following < len(game.scenes):
            yield f"scene {game.scenes[following].scene.id}", PASSED, ""


def _ends(examined: Examined, outcome: Outcome, grade: str, label: str) -> Iterator[tuple[str, str, str]]:
    game = examined.game
    for way in outcome.ways:
        if not way.ends:
            yield f"scene {game.scenes[way.scene].scene.id}", grade, label
        elif way.ending >= 0:
            yield f"ending {game.ending_ids[way.ending]}", grade, label
        else:
            for ending in game.ending_ids:  # the first whose condition holds, whatever was chosen here
                yield f"ending {ending}", PLAIN, ""
