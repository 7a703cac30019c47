"""What nobody holds at first: at which scene it comes, and to whom. By the order of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from simulator.author.pack.blocks import Block, Heading, Table
from simulator.author.pack.setting import Setting
from simulator.author.pack.timing import Timed
from simulator.author.pieces import options_of
from simulator.scenario.model import Case, LookUp, Scene, Tells
from simulator.words import pack as words
from simulator.words import say


class Coming(NamedTuple):
    """A fact comes to somebody in a scene."""

    fact: str
    to: str
    decided: bool
    """Only once the scene's decision has been made."""
    sure: bool
    """Whatever is chosen, and without a condition of its own."""


def has_come(case: Case, fact: str, seat: str, scene: str) -> bool:
    """Whether a seat can hold a fact when a scene is decided."""
    if not case.facts[fact].comes_later:
        return True
    for each in case.scenes.values():
        here = each.id == scene
        if any(one.fact == fact and one.to == seat and not (here and one.decided) for one in comings(each)):
            return True
        if here:
            return False
    return False


def comings(scene: Scene) -> Iterator[Coming]:
    """Everything a scene tells somebody."""
    yield from _told(scene.effects.tells)
    for line in scene.say:
        yield from _told(line.tells, sure=not line.when)
    if scene.decision is None:
        return
    yield from _told(scene.decision.effects.tells, decided=True)
    kind = scene.decision.kind
    ways = [option.effects.tells for option in options_of(scene.decision)]
    if isinstance(kind, LookUp):
        ways = [result.tells for result in kind.results.values()]
    for tells in ways:
        for fact, to, *_ in _told(tells):
            always = not isinstance(kind, LookUp) and all(fact in way.get(to, ()) for way in ways)
            yield Coming(fact, to, True, always)


def _told(tells: Tells, decided: bool = False, sure: bool = True) -> Iterator[Coming]:
    for to, facts in tells.items():
        yield from (Coming(fact, to, decided, sure) for fact in facts)


def on_the_way(setting: Setting, order: tuple[Timed, ...]) -> Iterator[Block]:
    """When whoever holds a page unfolds it, each fact until it is sure to have come."""
    rows = (*_rows(setting, order), *_sent(setting))
    if rows:
        yield Heading(2, say(words.ON_THE_WAY))
        yield Table(say(words.ON_THE_WAY_HOW), tuple(map(say, words.ON_THE_WAY_HEADS)), rows, (4, 3, 8))


def _rows(setting: Setting, order: tuple[Timed, ...]) -> Iterator[tuple[str, ...]]:
    come: set[tuple[str, str]] = set()
    for number, timed in enumerate(order, 1):
        found: dict[tuple[str, bool, bool], list[str]] = {}
        for fact, to, decided, sure in dict.fromkeys(comings(timed.scene)):
            if _seat_told(setting, fact, to) and (fact, to) not in come:
                always = sure and timed.on_the_way and not timed.scene.when
                found.setdefault((fact, decided, always), []).append(to)
        for (fact, decided, always), seats in found.items():
            name = f"{number} {timed.scene.id.replace('_', ' ')}"
            name = say(words.ONCE_DECIDED, scene=name) if decided else name
            name = name if always else say(words.ONLY_IF, scene=name)
            yield name, setting.all_named(seats), _text(setting, fact)
            come.update((fact, to) for to in seats if always)


def _sent(setting: Setting) -> Iterator[tuple[str, ...]]:
    """What a message brings."""
    for inject in setting.case.injects.values():
        told = [one for tells in (inject.tells, *(line.tells for line in inject.say)) for one in _told(tells)]
        for fact, to, *_ in dict.fromkeys(told):
            if _seat_told(setting, fact, to):
                name = say(words.BY_MESSAGE, message=inject.id.replace("_", " "))
                yield name, setting.named(to), _text(setting, fact)


def _seat_told(setting: Setting, fact: str, to: str) -> bool:
    """Whether it is a later fact that comes to somebody at the table; the family learns it by itself."""
    return setting.case.facts[fact].comes_later and to in setting.case.roles


def _text(setting: Setting, fact: str) -> str:
    return setting.said(setting.case.facts[fact].text)
