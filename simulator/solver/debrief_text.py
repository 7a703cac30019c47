"""A debrief in words: its parts, and the lines that a terminal, a page and a PDF say alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scoring.competencies import COMPETENCIES
from scoring.debrief import HELD, Debrief, DecisionPage, Journey, Learned
from scoring.guidance.model import Rule
from scoring.marks import Exact
from simulator.solver.debrief import when
from simulator.words import Phrase, say
from simulator.words import debrief as words

INDENT = "  "
Called = Mapping[str, str]
"""Role or person -> what this debrief calls them."""


def debrief_text(debrief: Debrief, *, names: bool = True) -> Iterator[str]:
    """Line by line, a line of dashes under each title."""
    yield say(words.TITLE, title=debrief.title)
    yield from head_lines(debrief)
    for phrase, lines in debrief_parts(debrief, names=names):
        title = say(phrase)
        yield from ("", title, "-" * len(title), *lines)


def head_lines(debrief: Debrief) -> Iterator[str]:
    """What is said before the first part."""
    yield say(words.MARKED_BY, date=debrief.marked_on)
    if debrief.unreviewed:
        yield say(words.UNREVIEWED)


def debrief_parts(debrief: Debrief, *, names: bool = True) -> Iterator[tuple[Phrase, Iterable[str]]]:
    """Parts 0 to 10, those there are: title and lines. Without `names`, seats are called by their role alone
    (for the wall)."""
    called = called_in(debrief, names=names)
    yield words.PART_0, debrief.opening
    yield words.PART_1, _knew(debrief, called)
    yield words.PART_2, _decisions(debrief, called)
    yield words.PART_3, _clocks(debrief)
    if debrief.index_visits:
        yield words.PART_4, index_lines(debrief, called)
    yield words.PART_5, red_lines(debrief, called)
    yield words.PART_6, _competencies(debrief)
    if debrief.other_date:
        yield words.PART_7, _other(debrief, called)
    if debrief.best_line:
        yield words.PART_8, _best_line(debrief)
    yield words.PART_9, debrief.prompts
    if debrief.afterwards:
        yield words.PART_10, _afterwards(debrief)


def called_in(debrief: Debrief, *, names: bool) -> Called:
    """What everybody is called: by name and title, or by their role alone."""
    return {lane.id: lane.name if names else lane.id.replace("_", " ") for lane in debrief.lanes}


def number(value: Exact) -> str:
    """Marks as people read them: whole, or to two places."""
    return str(int(value)) if value == int(value) else f"{float(value):.2f}".rstrip("0")


def _knew(debrief: Debrief, called: Called) -> Iterator[str]:
    for journey in debrief.journeys:
        yield ""
        yield journey.text
        yield from (INDENT + line for line in journey_lines(debrief, journey, called))
    if debrief.told:
        yield ""
        yield say(words.TOLD_TITLE)
        yield from (INDENT + line for line in told_lines(debrief, called))


def told_lines(debrief: Debrief, called: Called) -> Iterator[str]:
    """Who of the family was told of what was passed on, or was not."""
    for one in debrief.told:
        person, by = called.get(one.person, one.person), called.get(one.by, one.by)
        yield say(
            words.TOLD_OF, when=when(one.clock), person=person, mode=say(words.TOLD_HOW[one.mode]), by=by
        )


def journey_lines(debrief: Debrief, journey: Journey, called: Called) -> Iterator[str]:
    """One fact's way, in the order in which it went."""
    for holder in journey.holders:
        yield say(words.HELD, when=when(debrief.played_on), who=called.get(holder, holder))
    moments: list[tuple[int, str]] = [(one.clock, _learned(one, called)) for one in journey.learned]
    for stay in journey.stayed:
        holder, needed = called.get(stay.holder, stay.holder), called.get(stay.needed_by, stay.needed_by)
        line = say(words.STAYED_PUT, when=when(stay.clock), holder=holder, needed_by=needed)
        moments.append((stay.clock, line))
    yield from (line for _, line in sorted(moments, key=lambda moment: moment[0]))
    for who in journey.never_reached:
        yield say(words.NEVER_REACHED, who=called.get(who, who))


def _learned(one: Learned, called: Called) -> str:
    who = called.get(one.to, one.to)
    if one.how == HELD:
        return say(words.HAD_THEN, when=when(one.clock), who=who)
    if one.how == "brought":
        return say(words.LEARNED_MEETING, when=when(one.clock), who=who)
    if not one.source:
        return say(words.LEARNED_STORY, when=when(one.clock), who=who)
    phrase = words.LEARNED_FROM if one.in_full else words.LEARNED_HEADLINE
    source = called.get(one.source, one.source)
    return say(phrase, when=when(one.clock), who=who, source=source, how=one.how)


def _decisions(debrief: Debrief, called: Called) -> Iterator[str]:
    for number_, page in enumerate(debrief.decisions, 1):
        yield ""
        yield f"{number_}. {called.get(page.role, page.role)}, {when(page.clock)}"
        yield from (INDENT + line for line in page_lines(page, decided_before(debrief, page)))


def decided_before(debrief: Debrief, page: DecisionPage) -> DecisionPage | None:
    """The decision of the same seat before this one; None for its first."""
    mine = [each for each in debrief.decisions if each.role == page.role]
    place = mine.index(page)
    return mine[place - 1] if place else None


def page_lines(page: DecisionPage, before: DecisionPage | None = None) -> Iterator[str]:
    """One decision looked back on: first what could be known then and was not known `before` already."""
    yield page.question
    since, new = newly_known(page, before)
    yield since
    yield from (f"{INDENT}- {fact}" for fact in new)
    if page.hard:
        yield say(words.MADE_HARD)
        yield from (f"{INDENT}- {reason}" for reason in page.hard)
    if page.advice:
        yield say(words.ADVICE_TAKEN, advice=page.advice)
    yield say(words.CHOSEN)
    yield from (INDENT + line for line in page.chosen.splitlines())
    if page.why:
        yield page.why.strip()
    yield from _guidance(page)
    yield marks_line(page)
    if page.table_loss:
        yield say(words.TABLE_LOST, loss=number(page.table_loss))
    if page.missed:
        yield say(words.STAYED_HERE, facts="; ".join(page.missed))
    if page.excess:
        yield say(words.PASSED_NEEDLESSLY, facts="; ".join(page.excess))
    if page.better:
        yield say(words.BETTER)
        yield from (INDENT + line for line in page.better.splitlines())


def newly_known(page: DecisionPage, before: DecisionPage | None) -> tuple[str, list[str]]:
    """What could be known then and was not known `before` already, after the words that lead over to it."""
    new = [fact for fact in page.knew if before is None or fact not in before.knew]
    if before is None or len(new) == len(page.knew):
        return say(words.KNOWN_THEN), new
    return say(words.KNOWN_SINCE if new else words.KNOWN_SAME), new


def _guidance(page: DecisionPage) -> Iterator[str]:
    if page.judgement:
        yield say(words.JUDGED)
        return
    yield say(words.GUIDANCE)
    for rule in page.rules:
        yield from (INDENT + line for line in rule_lines(rule, page.come_from[rule.id]))


def rule_lines(rule: Rule, come_from: str) -> Iterator[str]:
    """A rule with its force, edition, reference and source; recalled ones say that they are unverified.

    A source whose title begins with the reference says it for both.
    """
    said_below = any(source.title.startswith(rule.reference) for source in rule.sources[:1])
    reference = f", {rule.reference}" if rule.reference and not said_below else ""
    yield say(words.RULE, force=rule.force_word, text=rule.text, come_from=come_from, reference=reference)
    for source in rule.sources[:1]:
        yield INDENT + say(words.RULE_SOURCE, title=source.title)
    if not rule.verified:
        yield INDENT + say(words.UNVERIFIED)


def marks_line(page: DecisionPage) -> str:
    """What a decision earned of what it could, and where the play cost more than the decision itself."""
    earned, possible = number(page.earned), number(page.possible)
    if page.loss:
        return say(words.MARKS_LOST, earned=earned, possible=possible, loss=number(page.loss))
    return say(words.MARKS, earned=earned, possible=possible)


def _clocks(debrief: Debrief) -> Iterator[str]:
    shown = [verdict for verdict in debrief.clocks if verdict.begun is not None and verdict.due is not None]
    if not shown:
        yield say(words.NO_CLOCKS)
    for verdict in shown:
        yield say(
            words.CLOCK_LINE,
            title=verdict.topic.replace("_", " "),
            verdict=say(words.CLOCK_WORDS[verdict.verdict]),
        )
        yield from (f"{INDENT}- {line}" for line in verdict.counting)
        if not verdict.verified:
            yield INDENT + say(words.UNVERIFIED)


def index_lines(debrief: Debrief, called: Called) -> Iterator[str]:
    """Each look into the Index, as its audit log has it."""
    for visit in debrief.index_visits:
        who = called.get(visit.role, visit.role)
        yield say(
            words.INDEX_LINE, when=when(visit.clock), who=who, purpose=visit.purpose, opened=visit.opened
        )


def red_lines(debrief: Debrief, called: Called) -> Iterator[str]:
    """The red lines that were crossed, or that none was."""
    if not debrief.stop_and_look:
        yield say(words.NO_RED_LINES)
    asked = {page.scene: page.question for page in debrief.decisions}
    for red in debrief.stop_and_look:
        who = called.get(red.role, red.role)
        if question := asked.get(red.scene):
            yield say(words.RED_LINE_AT, who=who, line=red.line, question=question)
        else:
            yield say(words.RED_LINE, who=who, line=red.line)


def _competencies(debrief: Debrief) -> Iterator[str]:
    if not debrief.exact:
        yield say(words.NOT_EXACT)
    if not debrief.banded:
        yield say(words.NO_BAND)
    for name, title in COMPETENCIES.items():
        shown = debrief.competencies[name]
        if shown.evidenced:
            earned, possible = number(shown.earned), number(shown.possible)
            yield say(words.COMPETENCY, name=f"{name} {title}", earned=earned, possible=possible)
        else:
            yield say(words.NOT_EVIDENCED, name=f"{name} {title}")


def _other(debrief: Debrief, called: Called) -> Iterator[str]:
    yield say(words.AS_IF, date=debrief.other_date, played=debrief.marked_on)
    if not debrief.other:
        yield say(words.NOTHING_OTHER)
    yield from other_lines(debrief, called)


def other_lines(debrief: Debrief, called: Called) -> Iterator[str]:
    """Each decision that the guidance of the other date would mark differently."""
    for one in debrief.other:
        yield say(
            words.OTHER_LINE,
            who=called.get(one.role, one.role),
            scene=one.scene.replace("_", " "),
            then=number(one.earned_then),
            possible_then=number(one.possible_then),
            now=number(one.earned),
            possible=number(one.possible),
            why=one.why_then,
        )


def _best_line(debrief: Debrief) -> Iterator[str]:
    for question, done in debrief.best_line:
        yield f"- {question}"
        yield from (INDENT * 2 + line for line in done.splitlines())


def _afterwards(debrief: Debrief) -> Iterator[str]:
    yield say(words.AFTER_NOTE)
    yield from (f"- {text.strip()}" for text in debrief.afterwards)
    if debrief.drawn >= 0:
        yield say(words.DRAWN, text=debrief.afterwards[debrief.drawn].strip())
