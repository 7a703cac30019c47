"""The debrief as one page that can be read anywhere and printed: the accessible form of it on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scoring.competencies import COMPETENCIES
from scoring.debrief import Debrief, DecisionPage
from scoring.guidance.model import Rule
from simulator.reports import page
from simulator.reports.timeline import timeline
from simulator.solver.debrief import when
from simulator.solver.debrief_text import journey_lines, number
from simulator.words import Phrase, say
from simulator.words import debrief as words
from simulator.words import reports as own


def debrief_page(debrief: Debrief, *, names: bool = True) -> str:
    """The page. Without `names` seats are called by their role alone, for the wall."""
    called = {lane.id: lane.name if names else lane.id.replace("_", " ") for lane in debrief.lanes}
    title = say(words.TITLE, title=debrief.title)
    return page.page(title, (page.heading(1, title), *_head(debrief), *_parts(debrief, called)))


def _head(debrief: Debrief) -> Iterator[str]:
    yield page.paragraph(say(words.MARKED_BY, date=debrief.marked_on))
    if debrief.unreviewed:
        yield page.paragraph(say(words.UNREVIEWED))
    yield page.paragraph(say(own.TRAINING_AID), "quiet")


def _parts(debrief: Debrief, called: Mapping[str, str]) -> Iterator[str]:
    yield from _part(words.PART_0, (page.items(debrief.opening),))
    yield from _part(words.PART_1, _knew(debrief, called))
    yield from _part(words.PART_2, _decisions(debrief, called))
    yield from _part(words.PART_3, _clocks(debrief))
    if debrief.index_visits:
        yield from _part(words.PART_4, (page.items(_index(debrief, called)),))
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


def _knew(debrief: Debrief, called: Mapping[str, str]) -> Iterator[str]:
    yield f'<div class="drawing">{timeline(debrief, called)}</div>'
    yield page.paragraph(say(own.LEGEND), "quiet")
    names = dict(called)
    for at, journey in enumerate(debrief.journeys, 1):
        yield page.heading(3, f"{at}. {journey.text}")
        yield page.items(journey_lines(debrief, journey, names))
    if debrief.told:
        yield page.heading(3, say(words.TOLD_TITLE))
        yield page.items(
            say(
                words.TOLD_OF,
                when=when(one.clock),
                person=called.get(one.person, one.person),
                mode=one.mode,
                by=called.get(one.by, one.by),
            )
            for one in debrief.told
        )


def _decisions(debrief: Debrief, called: Mapping[str, str]) -> Iterator[str]:
    for at, decision in enumerate(debrief.decisions, 1):
        yield '<section class="decision">'
        yield page.heading(3, f"{at}. {called.get(decision.role, decision.role)}, {when(decision.clock)}")
        yield page.paragraph(decision.question)
        yield page.paragraph(say(words.KNOWN_THEN))
        yield page.items(decision.knew)
        if decision.hard:
            yield page.paragraph(say(words.MADE_HARD))
            yield page.items(decision.hard)
        yield from _done(decision)
        yield "</section>"


def _done(decision: DecisionPage) -> Iterator[str]:
    if decision.advice:
        yield page.paragraph(say(words.ADVICE_TAKEN, advice=decision.advice))
    yield page.paragraph(f"{say(words.CHOSEN)}\n{decision.chosen}")
    if decision.why:
        yield page.paragraph(decision.why.strip())
    if decision.judgement:
        yield page.paragraph(say(words.JUDGED))
    else:
        yield page.paragraph(say(words.GUIDANCE))
        yield from (_rule(rule, decision.come_from[rule.id]) for rule in decision.rules)
    earned, possible = number(decision.earned), number(decision.possible)
    if decision.loss:
        lost = number(decision.loss)
        yield page.paragraph(say(words.MARKS_LOST, earned=earned, possible=possible, loss=lost))
    else:
        yield page.paragraph(say(words.MARKS, earned=earned, possible=possible))
    if decision.table_loss:
        yield page.paragraph(say(words.TABLE_LOST, loss=number(decision.table_loss)))
    if decision.missed:
        yield page.paragraph(say(words.STAYED_HERE, facts="; ".join(decision.missed)), "stay")
    if decision.excess:
        yield page.paragraph(say(words.PASSED_NEEDLESSLY, facts="; ".join(decision.excess)), "stay")
    if decision.better:
        yield page.paragraph(say(words.BETTER, better=decision.better))


def _rule(rule: Rule, come_from: str) -> str:
    reference = f", {rule.reference}" if rule.reference else ""
    said = say(words.RULE, force=rule.force_word, text=rule.text, come_from=come_from, reference=reference)
    lines = [said, *(say(words.RULE_SOURCE, title=source.title) for source in rule.sources[:1])]
    if not rule.verified:
        lines.append(say(words.UNVERIFIED))
    return page.paragraph("\n".join(lines), "rule")


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


def _index(debrief: Debrief, called: Mapping[str, str]) -> Iterator[str]:
    for visit in debrief.index_visits:
        who = called.get(visit.role, visit.role)
        yield say(
            words.INDEX_LINE, when=when(visit.clock), who=who, purpose=visit.purpose, opened=visit.opened
        )


def _red_lines(debrief: Debrief, called: Mapping[str, str]) -> Iterator[str]:
    if not debrief.stop_and_look:
        yield page.paragraph(say(words.NO_RED_LINES))
        return
    yield page.items(
        say(words.RED_LINE, who=called.get(one.role, one.role), line=one.line)
        for one in debrief.stop_and_look
    )


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


def _other(debrief: Debrief, called: Mapping[str, str]) -> Iterator[str]:
    yield page.paragraph(say(words.AS_IF, date=debrief.other_date, played=debrief.marked_on))
    if not debrief.other:
        yield page.paragraph(say(words.NOTHING_OTHER))
        return
    yield page.items(
        say(
            words.OTHER_LINE,
            who=called.get(one.role, one.role),
            scene=one.scene.replace("_", " "),
            then=number(one.earned_then),
            possible_then=number(one.possible_then),
            now=number(one.earned),
            possible=number(one.possible),
            why=one.why_then,
        )
        for one in debrief.other
    )


def _best_line(debrief: Debrief) -> Iterator[str]:
    rows = ((question, " ".join(done.split())) for question, done in debrief.best_line)
    yield page.table(say(words.PART_8), (say(own.QUESTION), say(own.WHAT_IS_DONE)), rows)


def _afterwards(debrief: Debrief) -> Iterator[str]:
    yield page.paragraph(say(words.AFTER_NOTE))
    yield page.items(each.strip() for each in debrief.afterwards)
    if debrief.drawn >= 0:
        yield page.paragraph(say(words.DRAWN, text=debrief.afterwards[debrief.drawn].strip()))
