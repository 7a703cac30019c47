"""A page for each role: who you are, what you hold, what you may not know, what binds you."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.calendar import in_words
from scoring.guidance.model import Rule as GuidanceRule
from simulator.author.pack.blocks import Block, Heading, Points, Rule, Sheet, Words
from simulator.author.pack.setting import Setting, is_example, source_of, topics_of
from simulator.family.genogram import as_sentences
from simulator.scenario.model import Fact, Role
from simulator.words import forms, say
from simulator.words import pack as words

MOST_DUTIES = 5
FORCES = ("must", "should", "advice", "local")


def role_sheet(setting: Setting, role: Role) -> Sheet:
    """The page of one seat."""
    title = say(words.ROLE, role=_capital(role.title), agency=setting.agency(role))
    return Sheet(title, tuple(_blocks(setting, role, title)), one_page=True)


def _blocks(setting: Setting, role: Role, title: str) -> Iterator[Block]:
    yield Heading(1, title)
    yield Words(say(words.CASE_DAY, title=setting.case.title, day=in_words(setting.day)), quiet=True)
    yield Heading(2, say(words.WHO_YOU_ARE))
    yield Words(setting.said(role.brief) or say(words.NO_BRIEF, role=role.title))
    yield Heading(2, say(words.WHO_IS_WHO))
    yield Points(tuple(("", sentence) for sentence in as_sentences(setting.family)))
    yield Heading(2, say(words.WHAT_YOU_HOLD))
    held = tuple(
        _held(setting, fact) for fact in setting.case.facts.values() if role.id in fact.known_at_first
    )
    yield Points(held) if held else Words(say(words.HOLD_NOTHING))
    yield from _comes(setting, role)
    yield Heading(2, say(words.NOT_YOURS))
    others = [other.title for other in setting.case.roles.values() if other.id != role.id]
    yield Words(say(words.NOT_YOURS_WHY, roles=", ".join(others)))
    advisers = _advisers(setting, role)
    if advisers:
        yield Heading(2, say(words.ADVICE))
        yield Words(", ".join(advisers))
    yield Heading(2, say(words.DUTIES))
    duties = duties_of(setting, role)
    for rule in duties:
        yield Rule(rule.text, source_of(rule, setting, say(words.UNVERIFIED)))
    if not duties:
        yield Words(say(words.NO_DUTIES))
    yield Words(say(words.FOOT), quiet=True)


def _comes(setting: Setting, role: Role) -> Iterator[Block]:
    """What happens on the way and comes to this seat."""
    facts = setting.case.facts.values()
    later = tuple(_held(setting, fact) for fact in facts if fact.comes_later and role.id in fact.held_by)
    if later:
        yield Heading(2, say(words.COMES_TO_YOU))
        yield Words(say(words.COMES_WHEN), quiet=True)
        yield Points(later)


def _held(setting: Setting, fact: Fact) -> tuple[str, str]:
    kind = say(forms.SOURCES[fact.source])
    if fact.sensitive:
        kind = say(words.SENSITIVE, kind=kind)
    text = setting.said(fact.text)
    if fact.headline:
        text = f"{text} {say(words.IN_SHORT, text=setting.said(fact.headline))}"
    return _capital(kind), text


def _advisers(setting: Setting, role: Role) -> tuple[str, ...]:
    found = (
        scene.decision.advice.source
        for scene in setting.case.scenes.values()
        if scene.decision and scene.decision.advice and role.id in scene.decision.roles
    )
    return tuple(dict.fromkeys(found))


def duties_of(setting: Setting, role: Role) -> tuple[GuidanceRule, ...]:
    """The rules of the day that the case rests on and that bind this post, those of its own decisions first;
    of these what must be done before what should be."""
    own: list[GuidanceRule] = []
    others: list[GuidanceRule] = []
    for scene in setting.case.scenes.values():
        if scene.decision:
            rules = setting.rules_of(topics_of(setting, scene))
            found = own if role.id in scene.decision.roles else others
            found.extend(rule for rule in rules if rule.binds(role.binds_as) and not is_example(rule))
    ordered = [*sorted(own, key=_force), *sorted(others, key=_force)]
    unique = {rule.id: rule for rule in ordered}
    return tuple(unique.values())[:MOST_DUTIES]


def _force(rule: GuidanceRule) -> int:
    return FORCES.index(rule.force_word) if rule.force_word in FORCES else len(FORCES)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
