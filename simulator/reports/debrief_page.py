"""The debrief as one page that can be read anywhere and printed: the accessible form of it on paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from scoring.competencies import COMPETENCIES
from scoring.debrief import Debrief, DecisionPage
from scoring.guidance.model import Rule
from simulator.play.told import ITEM, in_one_line
from simulator.reports import page
from simulator.reports.timeline import timeline
from simulator.solver.debrief import when
from simulator.solver.debrief_text import (
    Called,
    called_in,
    decided_before,
    head_lines,
    index_lines,
    journey_lines,
    marks_line,
    newly_known,
    number,
    other_lines,
    red_lines,
    rule_lines,
    told_lines,
)
from simulator.words import Phrase, say
from simulator.words import debrief as words
from simulator.words import reports as own


def debrief_page(debrief: Debrief, *, names: bool = True) -> str:
    """The page. Without `names` seats are called by their role alone, for the wall."""
    called = called_in(debrief, names=names)
    title = say(words.TITLE, title=debrief.title)
    return page.page(title, (page.heading(1, title), *_head(debrief), *_parts(debrief, called)))


def _head(debrief: Debrief) -> Iterator[str]:
    yield from map(page.paragraph, head_lines(debrief))
    yield page.paragraph(say(own.TRAINING_AID), "quiet")


def _parts(debrief: Debrief, called: Called) -> Iterator[str]:
    yield from _part(words.PART_0, (page.items(debrief.opening),))
    yield from _part(words.PART_1, _knew(debrief, called))
    yield from _part(words.PART_2, _decisions(debrief, called))
    yield from _part(words.PART_3, _clocks(debrief))
    if debrief.index_visits:
        yield from _part(words.PART_4, (page.items(index_lines(debrief, called)),))
    yield from _part(words.PART_5, _red_lines(debrief, called))
    yield from _part(words.PART_6, _competencies(debrief))
    if debrief.other_date:
        yield from _part(words.PART_7, _other(debrief, called))
    if debrief.best_line:
        yield from _part(words.PART_8, _best_line(debrief))
    yield from _part(words.PART_9, (page.items(debrief.prompts),))
    if debrief.afterwards:
        yield from _part(words.PART_10, _afterwards(debrief))


def _part(title: Phrase, parts: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    yield page.heading(2, say(title))
    yield from parts


def _knew(debrief: Debrief, called: Called) -> Iterator[str]:
    yield f'<div class="drawing">{timeline(debrief, called)}</div>'
    yield page.paragraph(say(own.LEGEND), "quiet")
    for at, journey in enumerate(debrief.journeys, 1):
        yield page.heading(3, f"{at}. {journey.text}")
        yield page.items(journey_lines(debrief, journey, called))
    if debrief.told:
        yield page.heading(3, say(words.TOLD_TITLE))
        yield page.items(told_lines(debrief, called))


def _decisions(debrief: Debrief, called: Called) -> Iterator[str]:
    for at, decision in enumerate(debrief.decisions, 1):
        yield '<section class="decision">'
        yield page.heading(3, f"{at}. {called.get(decision.role, decision.role)}, {when(decision.clock)}")
        yield page.paragraph(decision.question)
        since, new = newly_known(decision, decided_before(debrief, decision))
        yield page.paragraph(since)
        if new:
            yield page.items(new)
        if decision.hard:
            yield page.paragraph(say(words.MADE_HARD))
            yield page.items(decision.hard)
        yield from _done(decision)
        yield "</section>"


def _done(decision: DecisionPage) -> Iterator[str]:
    if decision.advice:
        yield page.paragraph(say(words.ADVICE_TAKEN, advice=decision.advice))
    yield page.paragraph(say(words.CHOSEN))
    for listed, lines in groupby(decision.chosen.split("\n"), lambda line: line.startswith(ITEM)):
        if listed:
            yield page.items(line.removeprefix(ITEM) for line in lines)
        else:
            yield page.paragraph("\n".join(lines))
    if decision.why:
        yield page.paragraph(decision.why.strip())
    if decision.judgement:
        yield page.paragraph(say(words.JUDGED))
    else:
        yield page.paragraph(say(words.GUIDANCE))
        yield from (_rule(rule, decision.come_from[rule.id]) for rule in decision.rules)
    yield page.paragraph(marks_line(decision))
    if decision.table_loss:
        yield page.paragraph(say(words.TABLE_LOST, loss=number(decision.table_loss)))
    if decision.missed:
        yield page.paragraph(say(words.STAYED_HERE, facts="; ".join(decision.missed)), "stay")
    if decision.excess:
        yield page.paragraph(say(words.PASSED_NEEDLESSLY, facts="; ".join(decision.excess)), "stay")
    if decision.better:
        yield page.paragraph(f"{say(words.BETTER)} {in_one_line(decision.better)}")


def _rule(rule: Rule, come_from: str) -> str:
    return page.paragraph("\n".join(line.strip() for line in rule_lines(rule, come_from)), "rule")


def _clocks(debrief: Debrief) -> Iterator[str]:
    shown = [verdict for verdict in debrief.clocks if verdict.begun is not None and verdict.due is not None]
    if not shown:
        yield page.paragraph(say(words.NO_CLOCKS))
        return
    yield page.table(
        say(words.PART_3),
        (say(own.CLOCK), say(own.HOW_IT_WENT), say(own.COUNTING)),
        (
            (
                one.topic.replace("_", " "),
                say(words.CLOCK_WORDS[one.verdict]),
                "; ".join(one.counting if one.verified else (*one.counting, say(words.UNVERIFIED))),
            )
            for one in shown
        ),
    )


def _red_lines(debrief: Debrief, called: Called) -> Iterator[str]:
    lines = red_lines(debrief, called)
    yield from (page.items(lines),) if debrief.stop_and_look else map(page.paragraph, lines)


def _competencies(debrief: Debrief) -> Iterator[str]:
    if not debrief.exact:
        yield page.paragraph(say(words.NOT_EXACT))
    if not debrief.banded:
        yield page.paragraph(say(words.NO_BAND))
    rows = []
    for name, title in COMPETENCIES.items():
        shown = debrief.competencies[name]
        marks = say(words.MARKS, earned=number(shown.earned), possible=number(shown.possible))
        rows.append((f"{name} {title}", marks if shown.evidenced else say(own.NOT_EVIDENCED)))
    yield page.table(say(words.PART_6), (say(own.COMPETENCY), say(own.EVIDENCE)), rows)


def _other(debrief: Debrief, called: Called) -> Iterator[str]:
    yield page.paragraph(say(words.AS_IF, date=debrief.other_date, played=debrief.marked_on))
    if not debrief.other:
        yield page.paragraph(say(words.NOTHING_OTHER))
        return
    yield page.items(other_lines(debrief, called))


def _best_line(debrief: Debrief) -> Iterator[str]:
    rows = ((question, in_one_line(done)) for question, done in debrief.best_line)
    yield page.table(say(words.PART_8), (say(own.QUESTION), say(own.WHAT_IS_DONE)), rows)


def _afterwards(debrief: Debrief) -> Iterator[str]:
    yield page.paragraph(say(words.AFTER_NOTE))
    yield page.items(each.strip() for each in debrief.afterwards)
    if debrief.drawn >= 0:
        yield page.paragraph(say(words.DRAWN, text=debrief.afterwards[debrief.drawn].strip()))
