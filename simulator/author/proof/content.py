"""What stands in a proof: the whole case in the order of the file, with what it is weighed by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from scoring.calendar import from_minutes
from scoring.guidance.model import Rule as GuidanceRule
from scoring.terms import Level
from simulator.author.examined import Examined
from simulator.author.pieces import options_of, sentence
from simulator.author.proof.blocks import Block, Heading, Points, Rule, ToSign, Words
from simulator.author.proof.right import expected
from simulator.play.cited import comes_from
from simulator.play.expected import Asked, needs_of
from simulator.play.marking import KIND_NAMES
from simulator.scenario.model import (
    JUDGEMENT,
    Case,
    Condition,
    Decision,
    EditionBlock,
    Fact,
    FactNeeds,
    Member,
    Option,
    Role,
    Scene,
    Tells,
)
from simulator.words import author as told
from simulator.words import proof as words
from simulator.words import say


def blocks(examined: Examined) -> Iterator[Block]:
    """Everything a reviewer should have read."""
    case = examined.case
    yield Heading(1, case.title)
    yield Words(say(words.OPENING, version=case.version[:12]))
    yield from _head(examined)
    yield Heading(2, say(words.PEOPLE))
    yield Points(tuple((role.title, _role(role)) for role in case.roles.values()))
    yield Heading(3, say(words.ABOUT_FAMILY))
    yield Points(tuple((member.id, _member(member)) for member in case.family.values()))
    if case.facts:
        yield Heading(2, say(words.FACTS))
        for fact in case.facts.values():
            yield from _fact(examined, fact)
    for scene in case.scenes.values():
        yield from _scene(examined, scene)
    yield from _end(case)
    yield Heading(2, say(words.SIGN))
    yield Words(say(words.ASKED))
    yield ToSign(tuple(say(label) for label in words.LINES))


def _head(examined: Examined) -> Iterator[Block]:
    case = examined.case
    if case.summary:
        yield Words(case.summary)
    in_force = examined.game.rulebook.editions
    editions = (in_force[family] for family in case.guidance if family in in_force)
    begins = from_minutes(case.set_on)
    rows = [
        (say(words.SET_ON), f"{begins.day} {begins:%B %Y, %H:%M}"),
        (say(words.EDITIONS), "; ".join(examined.guidance.edition(one).title for one in editions)),
        (say(words.MINUTES), str(case.minutes)),
    ]
    if case.clocks:
        topics = examined.game.rulebook.titles
        rows.append((say(words.CLOCKS), "; ".join(topics.get(one.topic, one.topic) for one in case.clocks)))
    for cut in case.cuts.values():
        leaves = say(words.CUT_LEAVES, minutes=cut.minutes, scenes=", ".join(cut.leave_out))
        rows.append((say(words.CUT, cut=cut.id), leaves))
    rows += [(say(words.NOTE), note) for note in case.content_notes]
    rows += [(say(words.LEARNING), one) for one in case.learning]
    yield Points(tuple(rows))
    if case.trainer_notes:
        yield Words(case.trainer_notes)


def _role(role: Role) -> str:
    seat = say(words.PLAYED) if role.play else say(words.BY_HABIT, habit=role.habit.value)
    return f"{role.agency}; {seat}. {role.brief}".strip()


def _member(member: Member) -> str:
    ties = (words.PARENT_OF, member.parent_of), (words.CHILD_OF, member.child_of)
    said = [say(words.AGED, age=member.age), say(words.OF_ANY_SEX) if member.sex == "any" else member.sex]
    said += [say(words.THE_FOCUS)] if member.focus else []
    for words_, others in (*ties, (words.PARTNER_OF, member.partner_of)):
        said += [say(words_, who=", ".join(others))] if others else []
    return ", ".join(said)


def _fact(examined: Examined, fact: Fact) -> Iterator[Block]:
    rows = [(say(words.TEXT), fact.text)]
    if fact.headline:
        rows.append((say(words.HEADLINE), fact.headline))
    rows.append((say(words.HELD), ", ".join(fact.held_by)))
    rows.append((say(words.SOURCE), fact.source))
    if fact.about:
        rows.append((say(words.ABOUT), ", ".join(fact.about)))
    if fact.only_if_asked:
        prompts = ", ".join(fact.prompted_by)
        after = say(words.ASKED_AFTER, facts=prompts) if prompts else say(words.AT_ALL)
        rows.append((say(words.ONLY_IF_ASKED), after))
    rows += _needs(needs_of(fact, examined.game.rulebook))
    may_know = (*([say(words.ANY_AGENCY)] if fact.any_agency_may_know else []), *fact.may_know)
    for name, who in ((words.MAY_KNOW, may_know), (words.NEVER_TO, fact.never_to)):
        if who:
            rows.append((say(name), ", ".join(who)))
    if fact.sensitive or fact.vital:
        kind = [fact.sensitive] if fact.sensitive else []
        rows.append((say(words.WEIGHT), ", ".join([*kind, *(["vital"] if fact.vital else [])])))
    for block in fact.editions:
        rows += [(f"{_edition(examined, block)}: {name}", who) for name, who in _needs(block.change)]
    yield Heading(3, fact.id)
    yield Points(tuple(rows))


def _needs(needs: FactNeeds) -> Iterator[tuple[str, str]]:
    for who, need in needs.needed_by.items():
        level = say(words.FULL if need.level is Level.FULL else words.HEADLINE)
        before = say(words.BEFORE, moment=need.before) if need.before else ""
        yield say(words.NEEDED), f"{who}: {level} {before}".strip()
    if needs.nobody:
        yield say(words.NEEDED), say(words.NEEDED_BY_NOBODY)


def _edition(examined: Examined, block: EditionBlock[Any]) -> str:
    title = examined.guidance.edition(block.edition).title
    return say(words.UNDER if block.and_later else words.UNDER_ONLY, edition=title)


def _scene(examined: Examined, scene: Scene) -> Iterator[Block]:
    yield Heading(2, say(words.SCENE, scene=scene.id))
    if scene.when:
        yield Words(say(words.ONLY_IF, conditions=_sentences(scene.when)))
    if scene.say:
        yield Points(tuple((line.speaker, _line(line.text, line.when)) for line in scene.say))
    if scene.stop:
        yield Points(((say(words.STOP), scene.stop),))
    told_here = (*(line.tells for line in scene.say), scene.effects.tells)
    if rows := tuple(("", _tells(tells)) for tells in told_here if tells):
        yield Points(rows)
    if scene.decision:
        yield from _decision(examined, scene.id, scene.decision)


def _tells(tells: Tells) -> str:
    return "; ".join(say(words.TELLS, who=who, facts=", ".join(facts)) for who, facts in tells.items())


def _sentences(conditions: Sequence[Condition]) -> str:
    return "; ".join(map(sentence, conditions))


def _line(text: str, conditions: Sequence[Condition]) -> str:
    return f"{text} [{_sentences(conditions)}]" if conditions else text


def _decision(examined: Examined, scene: str, decision: Decision) -> Iterator[Block]:
    asked = examined.game.expected[scene]
    kind = KIND_NAMES[type(decision.kind)]
    yield Heading(3, decision.question)
    yield Words(say(told.DECIDES, roles=", ".join(decision.roles), kind=kind))
    for option in options_of(decision):
        yield from _option(examined, asked, option)
    if rows := tuple(expected(asked, decision.kind)):
        yield Points(rows)
    if asked.why:
        yield Points(((say(words.WHY), asked.why),))
    if decision.advice:
        yield Points(((say(words.ADVICE, source=decision.advice.source), decision.advice.says),))
    yield from _rules(examined, asked.cite)


def _option(examined: Examined, asked: Asked, option: Option) -> Iterator[Block]:
    judged = asked.options[option.id]
    rows = [
        (say(words.OPTION, option=option.id), option.text),
        (say(words.GRADE), judged.grade.value),
    ]
    if option.tempting:
        rows.append((say(words.TEMPTING), option.tempting))
    rows.append((say(words.WHY), judged.why or asked.why or "–"))
    for block in option.editions:
        change, when = block.change, _edition(examined, block)
        rows += [(f"{when}: {say(words.GRADE)}", change.grade.value)] if change.grade else []
        rows += [(f"{when}: {say(words.WHY)}", change.why)] if change.why else []
    yield Points(tuple(rows))
    if judged.cite:
        yield from _rules(examined, judged.cite)


def _rules(examined: Examined, cite: Sequence[str]) -> Iterator[Block]:
    for topic in cite:
        if topic == JUDGEMENT:
            yield Rule(say(words.JUDGEMENT), topic)
            continue
        for rule in examined.game.rulebook.topics.get(topic, ()):
            yield Rule(rule.text, _source(rule, comes_from(rule, examined.game.rulebook)))


def _source(rule: GuidanceRule, edition: str) -> str:
    seen = "" if rule.verified else say(words.UNVERIFIED)
    titles = "; ".join(source.title for source in rule.sources)
    parts = (rule.force_word, edition, rule.reference, titles, seen, rule.id)
    return " · ".join(part for part in parts if part)


def _end(case: Case) -> Iterator[Block]:
    yield Heading(2, say(words.ENDINGS))
    for ending in case.endings.values():
        name = f"{ending.id} ({ending.outcome})"
        yield Points(((name, _line(ending.text, ending.when)),))
    for inject in case.injects.values():
        lines = " / ".join(f"{line.speaker}: {line.text}" for line in inject.say)
        sent = say(words.TRAINER_SENDS) if inject.when is None else _sentences(inject.when)
        yield Points(((say(words.MESSAGE, inject=inject.id), f"{lines} [{sent}]"),))
    for title, texts in ((words.AFTERWARDS, case.afterwards), (words.PROMPTS, case.debrief)):
        if texts:
            yield Heading(2, say(title))
            yield Points(tuple(("", text) for text in texts))
