"""What a decision offers, what is right in it and what is a red line, for the proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scoring.terms import REFERRAL_LEVELS, Level
from simulator.play.expected import Asked
from simulator.scenario.model import Ask, Kind, LookUp, Meet, Record, Refer, Share
from simulator.words import proof as words
from simulator.words import say

Rows = Iterator[tuple[str, str]]


def expected(asked: Asked, kind: Kind) -> Rows:
    """One row after the other: what it is called, and what it says."""
    if isinstance(kind, Share | Refer | Meet):
        yield from _passing(asked, kind)
    if isinstance(kind, Refer):
        yield say(words.LEVEL), ", ".join(REFERRAL_LEVELS[level] for level in asked.levels)
        yield say(words.HOW), ", ".join((*kind.urgency, kind.route))
    for person, mode in asked.openness.items():
        yield say(words.OPENNESS), f"{person}: {mode}"
    for person, modes in asked.unsafe_mode.items():
        yield say(words.UNSAFE), say(words.UNSAFE_MODE, person=person, modes=_listed(modes))
    if asked.basis:
        yield say(words.BASIS), _listed(sorted(asked.basis))
    if isinstance(kind, Share):
        yield from _choice(say(words.REASON), kind.reasons, kind.right_reason)
    elif isinstance(kind, Ask):
        yield from _asking(kind)
    elif isinstance(kind, Record):
        yield from _filing(asked, kind)
    elif isinstance(kind, LookUp):
        yield from _search(asked, kind)
    elif isinstance(kind, Meet):
        yield from _meeting(kind)


def _passing(asked: Asked, kind: Share | Refer | Meet) -> Rows:
    if not isinstance(kind, Meet):
        yield say(words.OFFERED_TO), kind.to if isinstance(kind, Refer) else _listed(kind.to)
    offered = kind.bring if isinstance(kind, Meet) else kind.facts
    if offered:
        yield say(words.OFFERED), _listed(offered)
    for (fact, to), want in asked.wants.items():
        if want.level is not Level.NONE:
            level = say(words.FULL if want.level is Level.FULL else words.HEADLINE)
            yield say(words.NEEDED), f"{fact}: {level}, {to}"


def _asking(kind: Ask) -> Rows:
    yield say(words.CAN_BE_ASKED), _listed(kind.of)
    for who, facts in (kind.expects or {}).items():
        yield "", say(words.EXPECTED_OF, who=who, facts=_listed(facts))
    yield from _choice(say(words.PURPOSE), kind.purposes, kind.right_purpose)


def _filing(asked: Asked, kind: Record) -> Rows:
    yield say(words.PLACES), "; ".join(kind.places.values())
    for fact, item in kind.items.items():
        yield say(words.WRITTEN), f"{fact}: {item.label}, {kind.places.get(item.where, item.where)}"
    for fact in kind.leave_out:
        yield say(words.LEFT_OUT), fact
    for fact, places in asked.unsafe_places.items():
        named = _listed(kind.places.get(place, place) for place in places)
        yield say(words.UNSAFE), say(words.UNSAFE_PLACE, fact=fact, places=named)


def _search(asked: Asked, kind: LookUp) -> Rows:
    yield from _choice(say(words.PURPOSE), kind.purposes, kind.right_purpose)
    for result in kind.results.values():
        right = f" {say(words.RIGHT)}" if result.id == kind.right_result else ""
        yield say(words.RESULT, result=result.id), result.text + right
    if kind.right_result not in kind.results:
        yield "", say(words.NOTHING_OPENED)
    if asked.never_open:
        yield say(words.UNSAFE), say(words.NOT_TO_OPEN, results=_listed(asked.never_open))


def _meeting(kind: Meet) -> Rows:
    yield say(words.STANDS), kind.chair or kind.decided_by
    for text in kind.dissent.values():
        yield say(words.DISSENT), text
    for fact, members in kind.restricted.items():
        yield say(words.KEPT_OFF), f"{fact}: {_listed(members)}" if members else fact


def _choice(name: str, among: Mapping[str, str], right: str) -> Rows:
    for id, text in among.items():
        yield name, f"{text} {say(words.RIGHT)}" if id == right else text


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
