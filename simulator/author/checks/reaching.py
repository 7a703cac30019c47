"""What no play comes to, over all seatings: all seats together, and each of them alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from simulator.author.examined import Examined
from simulator.author.finding import Found, found
from simulator.author.never import because
from simulator.author.pieces import options_of, thens
from simulator.author.score_page import decisions_of
from simulator.play.colleagues import option_by_habit
from simulator.scenario.catalogue import reaching as told
from simulator.scenario.diagnostics import quoted
from simulator.scenario.model import Case, LookUp, Options, Scene
from simulator.solver.reads import following_scenes
from simulator.words import author as words
from simulator.words import say

FEW: Final = 10
"""A seat with less than one in so many of the decisions has little to do."""


def scenes_never_reached(examined: Examined) -> Iterator[Found]:
    """C020, and C021 for lines of scenes that are reached."""
    if not examined.complete:
        return
    reach, no_index = examined.listened, not examined.game.rulebook.has_index
    for scene in examined.case.scenes.values():
        searching = scene.decision is not None and isinstance(scene.decision.kind, LookUp)
        if scene.id not in reach.scenes:
            if not (searching and no_index):
                reason = _never_asked(examined.case, scene) or because(examined, scene.when)
                yield found(told.NO_WAY_THERE, scene.at, scene=quoted(scene.id), because=reason)
            continue
        for index, line in enumerate(scene.say):
            if reach.certain and (scene.id, index) not in reach.lines:
                yield found(told.NEVER_HEARD, line.at, because=because(examined, line.when))


def _never_asked(case: Case, scene: Scene) -> str:
    """Why nothing leads to a scene in which somebody would answer, where nobody can have the seat."""
    for asking in case.scenes.values():
        answers = getattr(asking.decision.kind, "answered_in", {}) if asking.decision else {}
        for role, answer in answers.items():
            if answer == scene.id and not case.roles[role].play:
                return say(words.ANSWERS_BY_HABIT, role=quoted(role))
    return ""


def habit_only(examined: Examined) -> Iterator[Found]:
    """C022."""
    for scene in examined.case.scenes.values():
        decision = scene.decision
        if decision is None or not isinstance(decision.kind, Options):
            continue
        role = examined.case.roles[decision.roles[0]]
        if not role.play:
            asked = examined.game.expected[scene.id]
            chosen = option_by_habit(decision.kind.options, asked, role.habit)
            yield found(told.HABIT_ONLY, decision.at, role=quoted(role.id), chosen=quoted(chosen))


def endings_never_reached(examined: Examined) -> Iterator[Found]:
    """C023 and C024."""
    if not examined.complete:
        return
    for ending in examined.case.endings.values():
        if ending.id not in examined.everywhere.endings:
            reason = because(examined, ending.when)
            yield found(told.ENDING_NEVER, ending.at, ending=quoted(ending.id), because=reason)
    heard = examined.listened
    for inject in examined.case.injects.values():
        if inject.when is not None and heard.certain and inject.id not in heard.injects:
            reason = because(examined, inject.when)
            yield found(told.NEVER_SENT, inject.at, inject=quoted(inject.id), because=reason)


def idle_seats(examined: Examined) -> Iterator[Found]:
    """C025 and C026."""
    if not examined.exact:
        return
    busy = {role for _, role in examined.reach.decided}
    line = Counter(role for _, role in decisions_of(examined.solution.best_line))
    total = line.total()
    for role in examined.seats:
        at = examined.case.roles[role].at
        if role not in busy:
            yield found(told.IDLE, at, role=quoted(role))
        elif FEW * line[role] < total:
            yield found(told.ALMOST_IDLE, at, role=quoted(role), own=line[role], all=total)


def ways_back(examined: Examined) -> Iterator[Found]:
    """C027 and C028: ways to a scene that must have been played already, or that costs no time."""
    scenes = list(examined.case.scenes.values())
    index_of = {scene.id: index for index, scene in enumerate(scenes)}
    before = _always_before(examined)
    for index, scene in enumerate(scenes):
        for then, at in thens(scene):
            for way in then:
                if not way.scene or way.scene not in before[index] | {scene.id}:
                    continue
                target = scenes[index_of[way.scene]]
                if not target.again:
                    yield found(told.NO_WAY_BACK, at, way.scene, scene=way.scene)
                elif not _takes_time(scenes[index_of[way.scene] : index + 1], at):
                    yield found(told.FREE_LAP, at, way.scene, scene=quoted(target.id))


def _takes_time(lap: list[Scene], at: tuple[int, int]) -> bool:
    for scene in lap:
        if scene.time or scene.effects.takes:
            return True
        decision = scene.decision
        if decision is None:
            continue
        picked = [option for option in options_of(decision) if option.at == at] or options_of(decision)
        if decision.effects.takes or (picked and all(option.effects.takes for option in picked)):
            return True
    return False


def _always_before(examined: Examined) -> list[set[str]]:
    """For each scene, those that every way to it goes through."""
    plays = examined.game.scenes
    names = [play.scene.id for play in plays]
    everything = set(names)
    before: list[set[str]] = [set(), *(set(everything) for _ in names[1:])] if names else []
    arriving: list[set[int]] = [set() for _ in names]
    for play in plays:
        for there in following_scenes(examined.game, play):
            if there < len(names):
                arriving[there].add(play.index)
    changed = True
    while changed:
        changed = False
        for index in range(1, len(names)):
            ways = [before[there] | {names[there]} for there in arriving[index] if there != index]
            now = set.intersection(*ways) if ways else set()
            if now != before[index]:
                before[index], changed = now, True
    return before


CHECKS: Final = (scenes_never_reached, habit_only, endings_never_reached, idle_seats, ways_back)
