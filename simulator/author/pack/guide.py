"""The guide of whoever runs the room: before, during and after, in the order in which it is needed."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.calendar import in_words
from scoring.scorecard import rounded
from simulator.author.course_map import decisions
from simulator.author.examined import Examined
from simulator.author.pack.blocks import Block, Heading, Points, Rule, Sheet, Table, Words
from simulator.author.pack.board import here
from simulator.author.pack.deciding import entries
from simulator.author.pack.later import on_the_way
from simulator.author.pack.setting import Setting, source_of, topics_of
from simulator.author.pack.timing import Timed, running_order
from simulator.author.pieces import sentence
from simulator.scenario.model import JUDGEMENT, Conditions, Scene
from simulator.solver.guessing import chance_of
from simulator.words import pack as words
from simulator.words import say

ROUGHLY = 2
"""Parts of a mark in which a guesser's losses are counted."""
AROUND = 50
"""Minutes of the usual pattern that are not play."""


def guide_sheet(setting: Setting) -> Sheet:
    """The whole guide."""
    return Sheet(say(words.GUIDE), tuple(_blocks(setting)))


def _blocks(setting: Setting) -> Iterator[Block]:
    order = running_order(setting.examined)
    yield Heading(1, f"{setting.case.title}: {say(words.GUIDE).lower()}")
    yield Words(setting.said(setting.case.summary))
    yield from _at_a_glance(setting)
    yield from _before(setting)
    yield from _time(setting)
    yield _running_order(setting, order)
    yield from on_the_way(setting, order)
    yield from _injects(setting)
    for number, timed in enumerate(order, 1):
        yield from _scene(setting, timed, number)
    yield from _endings(setting)
    yield from _debrief(setting)
    yield from here(setting)
    yield from _rules(setting)


def _at_a_glance(setting: Setting) -> Iterator[Block]:
    case, examined = setting.case, setting.examined
    cuts = [say(words.A_CUT, minutes=cut.minutes, cut=cut.id) for cut in case.cuts.values()]
    minutes = str(case.minutes)
    if cuts:
        minutes = say(words.WHOLE_AND_CUTS, minutes=case.minutes, cuts="; ".join(cuts))
    cited = set(setting.rulebook.editions.values()) & setting.rulebook.edition_titles.keys()
    editions = sorted(setting.rulebook.edition_titles[one] for one in cited)
    review = case.review
    reviewed = say(words.REVIEWED, by=review.by, on=review.on) if review else say(words.UNREVIEWED)
    best, guessing = rounded(examined.solution.best), rounded(examined.solution.guessing)
    rows = [
        (say(words.LEVEL), say(words.LEVELS_OF[case.level])),
        (say(words.MINUTES), minutes),
        (say(words.SET_ON), in_words(setting.day)),
        (say(words.SEATS), "; ".join(_seat(setting, role) for role in case.playable)),
        (say(words.GUIDANCE), "; ".join(editions)),
        (say(words.REVIEW), reviewed),
    ]
    if examined.exact:
        marks = say(words.BEST_AND_GUESSING, best=f"{best:g}", guessing=f"{guessing:.0f}")
        rows.append((say(words.MARKS), f"{marks} {_secure(examined)}".strip()))
    yield Heading(2, say(words.AT_A_GLANCE))
    yield Points(tuple(rows))
    if case.learning:
        yield Heading(2, say(words.TO_LEARN))
        yield Points(tuple(("", setting.said(one)) for one in case.learning))
    if case.trainer_notes:
        yield Heading(2, say(words.NOTES))
        for paragraph in case.trainer_notes.splitlines():
            if paragraph.strip():
                yield Words(setting.said(paragraph))


def _seat(setting: Setting, role: str) -> str:
    return say(words.SEAT, role=setting.named(role), decisions=decisions(setting.case, role))


def _secure(examined: Examined) -> str:
    """How seldom guessing reaches the board's first band."""
    chance = chance_of(examined.explorer, examined.board.bands.secure, ROUGHLY)
    return say(words.SECURE, plays=f"{int(1 / chance):,}") if chance else ""


def _before(setting: Setting) -> Iterator[Block]:
    case = setting.case
    notes = "; ".join(map(setting.said, case.content_notes)) or say(words.NO_CONTENT_NOTES)
    yield Heading(2, say(words.BEFORE))
    yield Points(
        (
            (say(words.CONTENT_NOTES), say(words.CONTENT_NOTES_HOW, notes=notes)),
            *(("", say(point)) for point in words.BEFORE_POINTS),
        )
    )
    yield Heading(3, say(words.SUPPORT))
    yield Points(
        tuple(
            (line.name, say(words.SUPPORT_LINE, number=line.number, whom=line.for_whom))
            for line in setting.examined.board.support
        )
    )


def _time(setting: Setting) -> Iterator[Block]:
    case = setting.case
    rows = [
        (say(what), str(case.minutes if at == words.PLAY_PHASE else minutes), say(how))
        for at, (what, minutes, how) in enumerate(words.PATTERN_ROWS)
    ]
    why = say(words.PATTERN_WHY, minutes=case.minutes, total=case.minutes + AROUND)
    for cut in case.cuts.values():
        total = cut.minutes + AROUND
        why = f"{why} {say(words.PATTERN_CUT, cut=cut.id, minutes=cut.minutes, total=total)}"
    yield Heading(2, say(words.PATTERN))
    yield Words(why)
    yield Table(say(words.PATTERN_CAPTION), tuple(map(say, words.PATTERN_HEADS)), tuple(rows), (4, 1, 5))


def _running_order(setting: Setting, order: tuple[Timed, ...]) -> Table:
    cuts = tuple(setting.case.cuts)
    heads = (
        say(words.ORDER_SCENE),
        say(words.ORDER_WHO),
        say(words.ORDER_WHOLE),
        *cuts,
        say(words.ORDER_STOP),
    )
    rows = tuple(_row(setting, timed, number) for number, timed in enumerate(order, 1))
    caption = f"{say(words.ORDER)}. {say(words.ORDER_WHY)}"
    return Table(caption, heads, rows, (5, 5, 1, *(1 for _ in cuts), 1))


def _row(setting: Setting, timed: Timed, number: int) -> tuple[str, ...]:
    scene = timed.scene
    name = f"{number} {scene.id.replace('_', ' ')}"
    return (
        name if timed.on_the_way else say(words.ONLY_IF, scene=name),
        _who(setting, scene),
        _minutes(timed.minutes),
        *(_minutes(minutes) for minutes in timed.in_cuts),
        say(words.YES) if scene.stop else "",
    )


def _minutes(minutes: int | None) -> str:
    return str(minutes) if minutes else "–"


def _who(setting: Setting, scene: Scene) -> str:
    return setting.all_named(scene.decision.roles) if scene.decision else say(words.NOBODY)


def _scene(setting: Setting, timed: Timed, number: int) -> Iterator[Block]:
    scene = timed.scene
    if scene.decision is None and not scene.stop:
        return
    question = setting.said(scene.decision.question) if scene.decision else ""
    title = words.SCENE if question else words.SCENE_READ
    yield Heading(2, say(title, number=number, question=question) if question else say(title, number=number))
    who = _who(setting, scene)
    told = words.SCENE_WHO if timed.on_the_way else words.SCENE_WHO_IF
    values = {"minutes": timed.minutes} if timed.on_the_way else {}
    yield Words(say(told, roles=who, scene=scene.id, **values), quiet=True)
    if scene.stop:
        yield Points(((say(words.STOP), setting.said(scene.stop)),))
    found = tuple(entries(setting, scene))
    if found:
        yield Points(found)
    if scene.decision:
        yield Words(f"{say(words.RULES)}: {_cited(setting, scene)}", quiet=True)


def _cited(setting: Setting, scene: Scene) -> str:
    """The rules in one line each; their words stand at the end of the guide."""
    topics = topics_of(setting, scene)
    found = [setting.rulebook.titles.get(topic, topic).rstrip(".") for topic in topics if topic != JUDGEMENT]
    if JUDGEMENT in topics or not found:
        found.append(say(words.JUDGEMENT))
    return "; ".join(map(setting.said, found))


def _injects(setting: Setting) -> Iterator[Block]:
    rows = tuple(
        (
            inject.id.replace("_", " "),
            setting.all_named(inject.to),
            _when(inject.when),
            " / ".join(f"{setting.named(line.speaker)}: {setting.said(line.text)}" for line in inject.say),
        )
        for inject in setting.case.injects.values()
    )
    if rows:
        yield Heading(2, say(words.INJECTS))
        yield Table(say(words.INJECTS_WHY), tuple(map(say, words.INJECT_HEADS)), rows, (2, 3, 2, 6))


def _when(conditions: Conditions | None) -> str:
    if conditions is None:
        return say(words.WHEN_YOU_LIKE)
    return say(words.BY_ITSELF, conditions="; ".join(map(sentence, conditions)).replace("_", " "))


def _endings(setting: Setting) -> Iterator[Block]:
    odds = setting.examined.solution.endings
    rows = tuple(
        (
            ending.id.replace("_", " "),
            f"{float(odds[ending.id]):.0%}" if ending.id in odds else "–",
            setting.said(ending.text),
        )
        for ending in setting.case.endings.values()
    )
    yield Heading(2, say(words.ENDINGS))
    yield Table(say(words.ENDINGS_WHY), tuple(map(say, words.ENDING_HEADS)), rows, (2, 1, 8))
    if setting.case.afterwards:
        yield Heading(2, say(words.AFTERWARDS))
        yield Words(say(words.AFTERWARDS_WHY))
        yield Points(tuple(("", setting.said(text)) for text in setting.case.afterwards))


def _debrief(setting: Setting) -> Iterator[Block]:
    yield Heading(2, say(words.DEBRIEF))
    yield Words(say(words.DEBRIEF_FIRST))
    prompts = (
        say(words.DEBRIEF_OWN),
        *map(setting.said, setting.case.debrief),
        say(words.DEBRIEF_ROOM),
        say(words.DEBRIEF_LAST),
    )
    yield Points(tuple(("", prompt) for prompt in prompts))
    yield Words(say(words.FOOT), quiet=True)


def _rules(setting: Setting) -> Iterator[Block]:
    """Each rule once, in the order in which the case comes to it."""
    topics = dict.fromkeys(
        topic for scene in setting.case.scenes.values() for topic in topics_of(setting, scene)
    )
    topics |= dict.fromkeys(clock.topic for clock in setting.case.clocks)
    yield Heading(2, say(words.CITED))
    yield Words(say(words.CITED_WHY, day=in_words(setting.day)))
    for rule in {rule.id: rule for rule in setting.rules_of(topics)}.values():
        yield Rule(rule.text, f"{source_of(rule, setting, say(words.UNVERIFIED))} · {rule.id}")
