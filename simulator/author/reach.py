"""What a case can reach at all: every scene, option, line, ending and timescale of every play there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.play.events import Decided, Ended, Entered, Event, Injected, Passed, Stamped
from simulator.play.game import Game
from simulator.play.moves import Choose, Refer, View


@dataclass
class Reach:
    """Filled while the solver goes through everything that can happen."""

    game: Game
    scenes: set[str] = field(default_factory=set)
    lines: set[tuple[str, int]] = field(default_factory=set)
    options: set[tuple[str, str]] = field(default_factory=set)
    """(scene, option or referral level) chosen by a played seat."""
    endings: set[str] = field(default_factory=set)
    injects: set[str] = field(default_factory=set)
    learned: set[tuple[str, str]] = field(default_factory=set)
    """(fact, who) that can come to know it."""
    milestones: set[str] = field(default_factory=set)
    decided: set[tuple[str, str]] = field(default_factory=set)
    """(scene, role) of every decision, played or by habit."""
    _entered: set[tuple[int, tuple[int, ...]]] = field(default_factory=set)
    """(scene, lines heard) taken in already."""
    certain: bool = True
    """Whether a line or message that is missing here can be heard in no play."""

    def hear(self, events: Sequence[Event]) -> None:
        """Take in what happened after one move, the most frequent first."""
        for event in events:
            if isinstance(event, Decided):
                self._decided(event)
            elif isinstance(event, Passed):
                self.learned.add((event.fact, event.to))
            elif isinstance(event, Entered):
                if (event.scene, event.heard) not in self._entered:
                    self._enter(event)
            elif isinstance(event, Stamped):
                self.milestones.add(event.milestone)
            elif isinstance(event, Ended):
                self.endings.add(self.game.ending_ids[event.ending])
            elif isinstance(event, Injected) and event.inject:
                self.injects.add(event.inject)

    def _enter(self, event: Entered) -> None:
        self._entered.add((event.scene, event.heard))
        scene = self.game.scenes[event.scene].scene.id
        self.scenes.add(scene)
        self.lines.update((scene, index) for index in event.heard)

    def include(self, other: Reach) -> None:
        """Add what another seating reaches."""
        self.scenes |= other.scenes
        self.lines |= other.lines
        self.options |= other.options
        self.endings |= other.endings
        self.injects |= other.injects
        self.learned |= other.learned
        self.milestones |= other.milestones
        self.decided |= other.decided

    def _decided(self, event: Decided) -> None:
        move = event.move
        self.decided.add((move.scene, move.role))
        if isinstance(move, Choose | View):
            self.options.add((move.scene, move.option))
        elif isinstance(move, Refer):
            self.options.add((move.scene, move.level))


def all_heard(reach: Reach) -> bool:
    """Whether every line of the scenes reached, and every message with a condition, was heard."""
    return not any(not_heard(reach))


def not_heard(reach: Reach) -> tuple[frozenset[tuple[str, int]], frozenset[str]]:
    """Lines of the scenes reached, and messages with a condition, that were not heard."""
    case = reach.game.case
    said = ((scene, len(case.scenes[scene].say)) for scene in reach.scenes)
    lines = frozenset((scene, index) for scene, number in said for index in range(number))
    sent = frozenset(inject.id for inject in case.injects.values() if inject.when is not None)
    return lines - reach.lines, sent - reach.injects
