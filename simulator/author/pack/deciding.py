"""One decision for whoever runs the room: what is right, what tempts and is wrong, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scoring.evidence import Want, Weight
from scoring.terms import REFERRAL_LEVELS, Grade, Level
from simulator.author.pack.board import level_here
from simulator.author.pack.later import has_come
from simulator.author.pack.setting import Setting
from simulator.author.pieces import options_of
from simulator.play.expected import Asked, want_of_meeting
from simulator.scenario.model import (
    Ask,
    Decision,
    LookUp,
    Meet,
    Option,
    Record,
    Refer,
    Scene,
    Share,
)
from simulator.words import Phrase, forms, say
from simulator.words import pack as words

Entry = tuple[str, str]
NOT_RIGHT = {Grade.POOR: words.TEMPTS, Grade.UNSAFE: words.RED}


def entries(setting: Setting, scene: Scene) -> Iterator[Entry]:
    """All there is to say of a scene's decision, each with its name."""
    decision = scene.decision
    if decision is None:
        return
    asked = setting.asked(scene.id)
    yield from _options(setting, asked, decision)
    kind = decision.kind
    if isinstance(kind, Share | Refer):
        yield from _passing(setting, asked, kind)
    elif isinstance(kind, Meet):
        yield from _bringing(setting, asked, kind, scene.id)
    elif isinstance(kind, Ask):
        yield from _asking(setting, kind, asked, decision.roles[0])
    elif isinstance(kind, Record):
        yield from _recording(setting, kind, asked)
    elif isinstance(kind, LookUp):
        yield from _searching(setting, kind, asked)
    if asked.why:
        yield say(words.WHY), setting.said(asked.why)
    if decision.advice:
        name = say(words.ADVICE_SAYS, source=decision.advice.source)
        yield name, setting.said(decision.advice.says)


def _options(setting: Setting, asked: Asked, decision: Decision) -> Iterator[Entry]:
    """Right ones first, then those that are good enough, then what tempts."""
    names: tuple[tuple[Grade, Phrase], ...] = (
        (Grade.GOOD, words.RIGHT),
        (Grade.ACCEPTABLE, words.ALSO_RIGHT),
        *NOT_RIGHT.items(),
    )
    for grade, name in names:
        for option in options_of(decision):
            if asked.options[option.id].grade is grade:
                yield say(name), _option(setting, asked, option)


def _option(setting: Setting, asked: Asked, option: Option) -> str:
    judged = asked.options[option.id]
    why = setting.said(judged.why)
    if judged.grade in NOT_RIGHT and option.tempting:
        tempting = setting.said(option.tempting)
        return say(words.TEMPTING, text=setting.said(option.text), tempting=tempting, why=why)
    return say(words.NOT_TEMPTING, text=setting.said(option.text), why=why)


def _passing(setting: Setting, asked: Asked, kind: Share | Refer) -> Iterator[Entry]:
    if isinstance(kind, Refer):
        levels = [level_here(setting, REFERRAL_LEVELS[level]) for level in asked.levels]
        yield say(words.LEVELS), "; ".join(levels)
        if kind.urgency:
            soon = " / ".join(say(forms.URGENCIES[one]) for one in kind.urgency)
            yield say(words.HOW_SOON), f"{soon}. {say(forms.ROUTES[kind.route])}."
    recipients = kind.to if isinstance(kind, Share) else (kind.to,)
    offered = tuple(setting.case.facts) if kind.facts is None else kind.facts
    rows = [(to, _needed(setting, asked, offered, to)) for to in recipients]
    needed = [say(words.PASSED, to=setting.named(to), facts=facts) for to, facts in rows if facts]
    yield say(words.TO_PASS), ". ".join(needed) if needed else say(words.NOTHING_TO)
    yield from _not_needed(
        setting, [(fact, to, asked.wants[fact, to]) for to in recipients for fact in offered]
    )
    for person, mode in asked.openness.items():
        yield say(words.OPENNESS), say(words.OPEN, person=setting.named(person), mode=_mode(mode))
    for person, modes in asked.unsafe_mode.items():
        bad = " / ".join(map(_mode, modes))
        yield say(words.RED), say(words.OPEN, person=setting.named(person), mode=bad)
    if isinstance(kind, Share):
        if asked.basis:
            grounds = [_ground(setting, one) for one in asked.bases_offered if one in asked.basis]
            yield say(words.BASIS), " / ".join(grounds)
        if kind.reasons:
            yield say(words.REASON), setting.said(kind.reasons[kind.right_reason])
            yield from _wrong(setting, kind.reasons, kind.right_reason)


def _ground(setting: Setting, basis: str) -> str:
    """A lawful ground, with the law it stands in and whether that was seen."""
    text = setting.said(setting.rulebook.bases[basis])
    found = next((one for one in setting.examined.guidance.bases_on(setting.day) if one.id == basis), None)
    if found is None:
        return text
    law = found.law if found.confidence == "verified" else f"{found.law}, {say(words.UNVERIFIED)}"
    return say(words.GROUND, ground=text.rstrip("."), law=law)


def _mode(mode: str) -> str:
    return say(forms.MODES[mode]) if mode in forms.MODES else mode


def _not_needed(setting: Setting, cells: Sequence[tuple[str, str, Want]]) -> Iterator[Entry]:
    """What is on the form and should stay where it is: first what crosses a red line."""
    never = [(fact, to) for fact, to, want in cells if want.weight is Weight.NEVER]
    for fact in dict.fromkeys(fact for fact, _ in never):
        people = setting.all_named(to for each, to in never if each == fact)
        yield say(words.RED), say(words.PASSING, fact=_whole(setting, fact), to=people)
    needed = {fact for fact, _, want in cells if want.level is not Level.NONE}
    for fact in dict.fromkeys(
        fact for fact, _, want in cells if want.weight in (Weight.PLAIN, Weight.SERIOUS)
    ):
        if fact not in needed:
            yield say(words.STAYS), _whole(setting, fact)


def _wrong(setting: Setting, offered: Mapping[str, str], right: str) -> Iterator[Entry]:
    """The other purposes or reasons on the form."""
    for name, text in offered.items():
        if name != right:
            yield say(words.TEMPTS), f"“{setting.said(text)}”"


def _whole(setting: Setting, fact: str) -> str:
    return setting.said(setting.case.facts[fact].text)


def _needed(setting: Setting, asked: Asked, offered: tuple[str, ...], to: str) -> str:
    found = []
    for fact in offered:
        level = asked.wants[fact, to].level
        if level is not Level.NONE:
            found.append(_piece(setting, fact, level))
    return "; ".join(found)


def _piece(setting: Setting, fact: str, level: Level) -> str:
    """A fact as it should travel, in its first sentence."""
    told = setting.case.facts[fact]
    short = level is Level.HEADLINE
    text = setting.said(told.headline if short and told.headline else told.text)
    return say(words.AS_HEADLINE if short else words.IN_FULL, fact=text.rstrip("."))


def _bringing(setting: Setting, asked: Asked, kind: Meet, scene: str) -> Iterator[Entry]:
    facts = setting.case.facts
    offered = tuple(facts) if kind.bring is None else kind.bring
    held = [
        (fact, seat, want_of_meeting(asked, kind, seat, fact))
        for seat in kind.seats
        for fact in offered
        if seat in facts[fact].held_by and has_come(setting.case, fact, seat, scene)
    ]
    for seat in kind.seats:
        brought = [(fact, want.level) for fact, holder, want in held if holder == seat]
        wanted = [_piece(setting, fact, level) for fact, level in brought if level is not Level.NONE]
        if wanted:
            yield say(words.TO_BRING), say(words.PASSED, to=setting.named(seat), facts="; ".join(wanted))
    yield from _not_needed(setting, held)


def _asking(setting: Setting, kind: Ask, asked: Asked, asking: str) -> Iterator[Entry]:
    facts = setting.case.facts.values()
    needed = [fact for fact in facts if asked.wants[fact.id, asking].level is not Level.NONE]
    whom = kind.expects or [role for role in kind.of if any(role in fact.held_by for fact in needed)]
    yield say(words.ASKED), setting.all_named(whom)
    others = [role for role in kind.of if role not in whom]
    if others:
        yield say(words.NOT_ASKED), setting.all_named(others)
    if kind.purposes:
        yield say(words.ASKED_FOR), setting.said(kind.purposes[kind.right_purpose])
        yield from _wrong(setting, kind.purposes, kind.right_purpose)


def _recording(setting: Setting, kind: Record, asked: Asked) -> Iterator[Entry]:
    for fact, item in kind.items.items():
        label, place = say(forms.LABELS[item.label]), setting.said(kind.places.get(item.where, item.where))
        text = setting.said(setting.case.facts[fact].text)
        yield say(words.WRITTEN), say(words.WRITTEN_AS, fact=text.rstrip("."), label=label, place=place)
    for fact in kind.leave_out:
        yield say(words.LEFT_OUT), setting.said(setting.case.facts[fact].text)
    for place in dict.fromkeys(place for places in asked.unsafe_places.values() for place in places):
        facts = [fact for fact, places in asked.unsafe_places.items() if place in places]
        short = "; ".join(setting.said(setting.case.facts[fact].text).rstrip(".") for fact in facts[:1])
        where = setting.said(kind.places.get(place, place))
        yield say(words.RED), say(words.UNSAFE_PLACE, fact=short, place=where)


def _searching(setting: Setting, kind: LookUp, asked: Asked) -> Iterator[Entry]:
    yield say(words.SEARCH_FOR), setting.said(kind.purposes[kind.right_purpose])
    yield from _wrong(setting, kind.purposes, kind.right_purpose)
    right = kind.results.get(kind.right_result)
    yield say(words.RESULT), setting.said(right.text) if right else say(words.NO_RECORD)
    for result in asked.never_open:
        yield say(words.RED), say(words.NEVER_OPEN, result=setting.said(kind.results[result].text))
