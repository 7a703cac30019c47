"""What stands in a proof: the whole case in the order of the file, with what it is weighed by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.calendar import from_minutes
from scoring.guidance.model import Rule as GuidanceRule
from scoring.terms import REFERRAL_LEVELS, Level
from simulator.author.examined import Examined
from simulator.author.pieces import options_of, sentence
from simulator.author.proof.blocks import Block, Heading, Points, Rule, ToSign, Words
from simulator.play.cited import comes_from
from simulator.play.expected import Asked, needs_of
from simulator.play.marking import KIND_NAMES
from simulator.scenario.model import (
    JUDGEMENT,
    Ask,
    Case,
    Condition,
    Decision,
    Fact,
    LookUp,
    Meet,
    Option,
    Record,
    Refer,
    Scene,
    Share,
)
from simulator.words import author as words
from simulator.words import say


def blocks(examined: Examined) -> Iterator[Block]:
    """Everything a reviewer should have read."""
    case = examined.case
    yield Heading(1, case.title)
    yield Words(say(words.PROOF, version=case.version[:12]))
    yield from _head(examined)
    yield Heading(2, say(words.PROOF_PEOPLE))
    yield Points(tuple((role.title, role.brief or role.agency) for role in case.roles.values()))
    if case.facts:
        yield Heading(2, say(words.PROOF_FACTS))
        for fact in case.facts.values():
            yield from _fact(examined, fact)
    for scene in case.scenes.values():
        yield from _scene(examined, scene)
    yield from _end(case)
    yield Heading(2, say(words.PROOF_SIGN))
    yield Words(say(words.PROOF_ASKED))
    yield ToSign(tuple(say(label) for label in words.PROOF_LINES))


def _head(examined: Examined) -> Iterator[Block]:
    case = examined.case
    if case.summary:
        yield Words(case.summary)
    book = examined.game.rulebook
    cited = sorted(book.edition_titles.get(one, one) for one in set(book.editions.values()))
    editions = "; ".join(cited)
    rows = [
        (say(words.PROOF_SET_ON), f"{from_minutes(case.set_on):%d %B %Y, %H:%M}"),
        (say(words.PROOF_EDITIONS), editions),
        (say(words.PROOF_MINUTES), str(case.minutes)),
    ]
    rows += [(say(words.PROOF_NOTE), note) for note in case.content_notes]
    rows += [(say(words.PROOF_LEARNING), one) for one in case.learning]
    yield Points(tuple(rows))
    if case.trainer_notes:
        yield Words(case.trainer_notes)


def _fact(examined: Examined, fact: Fact) -> Iterator[Block]:
    needs = needs_of(fact, examined.game.rulebook)
    rows = [(say(words.PROOF_TEXT), fact.text)]
    if fact.headline:
        rows.append((say(words.PROOF_HEADLINE), fact.headline))
    rows.append((say(words.PROOF_HELD), ", ".join(fact.held_by)))
    for who, need in needs.needed_by.items():
        level = say(words.PROOF_FULL if need.level is Level.FULL else words.PROOF_HEADLINE)
        before = say(words.PROOF_BEFORE, moment=need.before) if need.before else ""
        rows.append((say(words.PROOF_NEEDED), f"{who}: {level} {before}".strip()))
    if fact.never_to:
        rows.append((say(words.PROOF_NEVER_TO), ", ".join(fact.never_to)))
    if fact.sensitive or fact.vital:
        kind = [fact.sensitive] if fact.sensitive else []
        rows.append((say(words.PROOF_WEIGHT), ", ".join([*kind, *(["vital"] if fact.vital else [])])))
    yield Heading(3, fact.id)
    yield Points(tuple(rows))


def _scene(examined: Examined, scene: Scene) -> Iterator[Block]:
    yield Heading(2, say(words.PROOF_SCENE, scene=scene.id))
    if scene.when:
        yield Words(say(words.PROOF_ONLY_IF, conditions=_sentences(scene.when)))
    if scene.say:
        yield Points(tuple((line.speaker, _line(line.text, line.when)) for line in scene.say))
    if scene.stop:
        yield Points(((say(words.PROOF_STOP), scene.stop),))
    if scene.decision:
        yield from _decision(examined, scene.id, scene.decision)


def _sentences(conditions: Sequence[Condition]) -> str:
    return "; ".join(map(sentence, conditions))


def _line(text: str, conditions: Sequence[Condition]) -> str:
    return f"{text} [{_sentences(conditions)}]" if conditions else text


def _decision(examined: Examined, scene: str, decision: Decision) -> Iterator[Block]:
    asked = examined.game.expected[scene]
    kind = KIND_NAMES[type(decision.kind)]
    yield Heading(3, decision.question)
    yield Words(say(words.DECIDES, roles=", ".join(decision.roles), kind=kind))
    for option in options_of(decision):
        yield from _option(examined, asked, option)
    rows = tuple(_expected(asked, decision))
    if rows:
        yield Points(rows)
    if asked.why:
        yield Points(((say(words.PROOF_WHY), asked.why),))
    if decision.advice:
        yield Points(((say(words.PROOF_ADVICE, source=decision.advice.source), decision.advice.says),))
    yield from _rules(examined, asked.cite)


def _option(examined: Examined, asked: Asked, option: Option) -> Iterator[Block]:
    judged = asked.options[option.id]
    rows = [
        (say(words.PROOF_OPTION, option=option.id), option.text),
        (say(words.PROOF_GRADE), judged.grade.value),
    ]
    if option.tempting:
        rows.append((say(words.PROOF_TEMPTING), option.tempting))
    rows.append((say(words.PROOF_WHY), judged.why or asked.why or "–"))
    yield Points(tuple(rows))
    if judged.cite:
        yield from _rules(examined, judged.cite)


def _expected(asked: Asked, decision: Decision) -> Iterator[tuple[str, str]]:
    """What is right in a decision that is filled in."""
    kind = decision.kind
    if isinstance(kind, Share | Refer | Meet):
        for (fact, to), want in asked.wants.items():
            if want.level is not Level.NONE:
                level = say(words.PROOF_FULL if want.level is Level.FULL else words.PROOF_HEADLINE)
                yield say(words.PROOF_NEEDED), f"{fact}: {level}, {to}"
    if isinstance(kind, Refer):
        yield say(words.PROOF_LEVEL), ", ".join(REFERRAL_LEVELS[level] for level in asked.levels)
        yield say(words.PROOF_HOW), ", ".join((*kind.urgency, kind.route))
    for person, mode in asked.openness.items():
        yield say(words.PROOF_OPENNESS), f"{person}: {mode}"
    if asked.basis:
        yield say(words.PROOF_BASIS), ", ".join(sorted(asked.basis))
    yield from _reasons(kind)


def _reasons(kind: object) -> Iterator[tuple[str, str]]:
    if isinstance(kind, Share):
        for name, text in kind.reasons.items():
            right = say(words.PROOF_RIGHT) if name == kind.right_reason else ""
            yield say(words.PROOF_REASON), f"{text} {right}".strip()
    elif isinstance(kind, Ask | LookUp):
        for name, text in kind.purposes.items():
            right = say(words.PROOF_RIGHT) if name == kind.right_purpose else ""
            yield say(words.PROOF_PURPOSE), f"{text} {right}".strip()
    elif isinstance(kind, Record):
        for fact, item in kind.items.items():
            yield say(words.PROOF_WRITTEN), f"{fact}: {item.label}, {kind.places.get(item.where, item.where)}"
        for fact in kind.leave_out:
            yield say(words.PROOF_LEFT_OUT), fact


def _rules(examined: Examined, cite: Sequence[str]) -> Iterator[Block]:
    for topic in cite:
        if topic == JUDGEMENT:
            yield Rule(say(words.PROOF_JUDGEMENT), topic)
            continue
        for rule in examined.game.rulebook.topics.get(topic, ()):
            yield Rule(rule.text, _source(rule, comes_from(rule, examined.game.rulebook)))


def _source(rule: GuidanceRule, edition: str) -> str:
    seen = "" if rule.verified else say(words.PROOF_UNVERIFIED)
    titles = "; ".join(source.title for source in rule.sources)
    parts = (rule.force_word, edition, rule.reference, titles, seen, rule.id)
    return " · ".join(part for part in parts if part)


def _end(case: Case) -> Iterator[Block]:
    yield Heading(2, say(words.PROOF_ENDINGS))
    for ending in case.endings.values():
        name = f"{ending.id} ({ending.outcome})"
        yield Points(((name, _line(ending.text, ending.when)),))
    for inject in case.injects.values():
        lines = " / ".join(f"{line.speaker}: {line.text}" for line in inject.say)
        yield Points(((say(words.PROOF_MESSAGE, inject=inject.id), lines),))
    for title, texts in ((words.PROOF_AFTERWARDS, case.afterwards), (words.PROOF_PROMPTS, case.debrief)):
        if texts:
            yield Heading(2, say(title))
            yield Points(tuple(("", text) for text in texts))
