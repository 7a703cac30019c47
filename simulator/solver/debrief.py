"""A debrief put together from a marked play: parts 0 to 10 of scoring.md, as data."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scoring.calendar import from_minutes, in_words
from scoring.debrief import (
    AGENCY,
    CHILD,
    FAMILY,
    HELD,
    OTHER,
    Debrief,
    DecisionPage,
    IndexVisit,
    Journey,
    Lane,
    Learned,
    OtherDate,
    Stayed,
    ToldOf,
    journey,
)
from scoring.evidence import AskEvidence, LookUpEvidence, ReferEvidence, ShareEvidence
from scoring.rulebook import Rulebook
from scoring.scorecard import sharing_of
from scoring.terms import Level
from simulator.play.cast import Cast
from simulator.play.cited import comes_from
from simulator.play.events import Passed
from simulator.play.expected import needs_of
from simulator.play.game import Game
from simulator.play.marking import Weighed
from simulator.play.moves import LookUp, Refer, Share, TakeAdvice
from simulator.play.state import State, level_at
from simulator.play.told import fact_in_words, move_in_words
from simulator.scenario.model import Meet, Options
from simulator.solver.marked import Marking, Play, mark_play, rules_of, why_and_cite
from simulator.solver.solution import line
from simulator.words import debrief as words
from simulator.words import say


class SupportLine(NamedTuple):
    """Somebody to turn to, from the board's profile."""

    name: str
    number: str
    when: str = ""


def debrief_of(
    game: Game,
    cast: Cast,
    marking: Marking,
    *,
    seed: int,
    support: Sequence[SupportLine] = (),
    other: Rulebook | None = None,
) -> Debrief:
    """The debrief of a play. `other`: the guidance of another date, for part 7; `seed`: the attempt's."""
    case, play = game.case, marking.play
    return Debrief(
        title=cast.fill(case.title),
        played_on=case.set_on,
        marked_on=marking.rulebook.on.isoformat(),
        editions=dict(marking.rulebook.editions),
        unreviewed=case.review is None,
        seats=play.seats,
        opening=_opening(support),
        lanes=_lanes(game, cast, play),
        journeys=tuple(_journeys(game, cast, marking)),
        told=tuple(_told(game, play)),
        decisions=tuple(_page(game, cast, marking, at) for at in range(len(marking.decisions))),
        clocks=marking.card.timescales,
        index_visits=tuple(_index(game, cast, marking.decisions)),
        stop_and_look=marking.card.red_lines,
        competencies=marking.card.competencies,
        exact=marking.card.space.exact,
        other_date=other.on.isoformat() if other else "",
        other=_otherwise(game, cast, marking, other) if other else (),
        best_line=tuple(_best_line(game, cast, marking)),
        prompts=(
            *(cast.fill(prompt) for prompt in case.debrief),
            *map(say, words.PROMPTS),
            say(words.ONE_THING),
        ),
        ending=_ending(game, cast, play),
        afterwards=tuple(cast.fill(text) for text in case.afterwards),
        drawn=drawn_afterwards(seed, len(case.afterwards)),
    )


def drawn_afterwards(seed: int, count: int) -> int:
    """Which explanation the seed draws; the marks do not depend on it. -1 where the case has none."""
    return random.Random(f"{seed}/afterwards").randrange(count) if count else -1


def _opening(support: Sequence[SupportLine]) -> tuple[str, ...]:
    lines = [say(words.HOW_ARE_YOU), say(words.OUT_OF_ROLE), say(words.INVENTED)]
    for one in support:
        phrase = words.SUPPORT if one.when else words.SUPPORT_PLAIN
        values = {"name": one.name, "number": one.number} | ({"when": one.when} if one.when else {})
        lines.append(say(phrase, **values))
    return tuple(lines)


def _lanes(game: Game, cast: Cast, play: Play) -> tuple[Lane, ...]:
    """A lane for each role, then the child and the family, then the others who know something."""
    case = game.case
    lanes = [Lane(role, cast.name(role), AGENCY) for role in case.roles]
    lanes += [Lane(who, cast.name(who), CHILD) for who, member in case.family.items() if member.focus]
    lanes += [Lane(who, cast.name(who), FAMILY) for who, member in case.family.items() if not member.focus]
    know = {holder for fact in case.facts.values() for holder in fact.held_by}
    know |= {event.to for event in play.all_events if isinstance(event, Passed)}
    lanes += [Lane(who, cast.name(who), OTHER) for who in case.people if who in know]
    return tuple(lanes)


def _journeys(game: Game, cast: Cast, marking: Marking) -> Iterator[Journey]:
    """Every fact that somebody needed, or that went anywhere; of what never happened nothing is said."""
    learned: dict[str, list[Learned]] = {}
    for event in marking.play.all_events:
        if isinstance(event, Passed):
            scene = game.scenes[event.scene].scene.id
            own = event.how == "told" and event.to in game.case.facts[event.fact].held_by
            how = HELD if own else event.how
            one = Learned(event.clock, event.to, event.source, how, event.level is Level.FULL, scene)
            learned.setdefault(event.fact, []).append(one)
    stayed = _stayed(marking.decisions)
    for fact in game.case.facts.values():
        needed = tuple(needs_of(fact, marking.rulebook).needed_by)
        if fact.id in learned or (needed and not fact.comes_later):
            text = cast.fill(fact.headline or fact.text).strip()
            yield journey(
                fact.id, text, fact.known_at_first, learned.get(fact.id, ()), stayed.get(fact.id, ()), needed
            )


def _stayed(decisions: Sequence[Weighed]) -> dict[str, list[Stayed]]:
    found: dict[str, list[Stayed]] = {}
    for one in decisions:
        for fact, to in _missed_cells(one):
            mark = Stayed(one.before.clock, one.move.role, to, one.move.scene)
            found.setdefault(fact, []).append(mark)
    return found


def _missed_cells(one: Weighed) -> Iterator[tuple[str, str]]:
    shared = one.evidence.share if isinstance(one.evidence, ReferEvidence) else one.evidence
    if isinstance(shared, ShareEvidence):
        for cell in shared.cells:
            if cell.want.level > cell.had and cell.given is Level.NONE:
                yield cell.fact, cell.to


def _told(game: Game, play: Play) -> Iterator[ToldOf]:
    """What members of the family were told of what was passed on about them."""
    for before, move in zip(play.states, play.moves, strict=False):
        if isinstance(move, Share | Refer) and move.given:
            for person, mode in move.openness:
                yield ToldOf(before.clock, person, mode, move.role, move.scene)


def _page(game: Game, cast: Cast, marking: Marking, at: int) -> DecisionPage:
    one, marked = marking.decisions[at], marking.card.decisions[at]
    decision = game.case.scenes[one.move.scene].decision
    assert decision is not None
    why, cite = why_and_cite(one.asked, one.move)
    rules = rules_of(marking.rulebook, cite)
    advice = cast.fill(decision.advice.says) if decision.advice and one.advised else ""
    return DecisionPage(
        scene=one.move.scene,
        role=one.move.role,
        name=cast.name(one.move.role),
        clock=one.before.clock,
        question=cast.fill(decision.question),
        knew=tuple(known_facts(game, cast, one.before, one.move.role)),
        hard=tuple(_hard(game, cast, one)),
        advice=advice,
        chosen=marked.chosen,
        why=cast.fill(why),
        rules=rules,
        come_from={rule.id: comes_from(rule, marking.rulebook) for rule in rules},
        judgement=not rules,
        earned=one.mark.earned,
        possible=one.mark.possible,
        parts=one.mark.parts,
        loss=marked.loss,
        table_loss=marked.table_loss,
        better=_better(game, cast, marking, at) if marked.loss else "",
        missed=tuple(_missed(game, cast, one)),
        excess=tuple(_excess(game, cast, one)),
    )


def known_facts(game: Game, cast: Cast, state: State, role: str) -> Iterator[str]:
    """Everything a role knows in a state, in the file's order, in words."""
    for fact in game.case.facts:
        level = level_at(state.knows, game.layout.slot(role, fact))
        if level is not Level.NONE:
            yield fact_in_words(game, cast, fact, level)


def _hard(game: Game, cast: Cast, one: Weighed) -> Iterator[str]:
    decision = game.case.scenes[one.move.scene].decision
    assert decision is not None
    if isinstance(decision.kind, Options | Meet):
        yield from (cast.fill(option.tempting) for option in decision.kind.options if option.tempting)
    known = sum(1 for _ in known_facts(game, cast, one.before, one.move.role))
    yield say(words.KNEW_LITTLE, known=known, all=len(game.case.facts))


def _better(game: Game, cast: Cast, marking: Marking, at: int) -> str:
    """What the best line does in the same place, knowing what was known there."""
    explorer, node = marking.explorer, marking.nodes[at]
    explorer.value(node)
    for move in line(explorer, node, best=True):
        if not isinstance(move, TakeAdvice):
            return move_in_words(game, cast, move) if move.role == marking.decisions[at].move.role else ""
    return ""


def _missed(game: Game, cast: Cast, one: Weighed) -> Iterator[str]:
    for fact, to in _missed_cells(one):
        text = cast.fill(game.case.facts[fact].headline or game.case.facts[fact].text).strip()
        yield say(words.REACHED_NOT, fact=text, to=cast.name(to))
    if isinstance(one.evidence, AskEvidence):
        for holder in one.evidence.expected:
            if holder not in one.evidence.rightly:
                yield say(words.ASKED_NOT, holder=cast.name(holder))


def _excess(game: Game, cast: Cast, one: Weighed) -> Iterator[str]:
    found = sharing_of(one.move.scene, one.move.role, one.evidence)
    for fact, to in found.excess if found else ():
        text = cast.fill(game.case.facts[fact].text).strip()
        yield say(words.PASSED_OVER, fact=text, to=cast.name(to))


def _index(game: Game, cast: Cast, decisions: Sequence[Weighed]) -> Iterator[IndexVisit]:
    for one in decisions:
        if isinstance(one.move, LookUp) and isinstance(one.evidence, LookUpEvidence):
            kind = game.case.scenes[one.move.scene].decision
            assert kind is not None
            purposes = getattr(kind.kind, "purposes", {})
            results = getattr(kind.kind, "results", {})
            opened = results.get(one.move.result)
            yield IndexVisit(
                one.before.clock,
                one.move.role,
                cast.fill(purposes.get(one.move.purpose, "")),
                cast.fill(opened.text) if opened else "",
            )


def _otherwise(game: Game, cast: Cast, marking: Marking, other: Rulebook) -> tuple[OtherDate, ...]:
    """Decisions that earn otherwise, or are seen otherwise, under the guidance of another date."""
    again = mark_play(game, cast, marking.play, rulebook=other, budget=0)
    found = []
    for now, then in zip(marking.decisions, again.decisions, strict=True):
        if now.mark[:2] != then.mark[:2]:
            why, _ = why_and_cite(then.asked, then.move)
            found.append(
                OtherDate(now.move.scene, now.move.role, *now.mark[:2], *then.mark[:2], cast.fill(why))
            )
    return tuple(found)


def _best_line(game: Game, cast: Cast, marking: Marking) -> Iterator[tuple[str, str]]:
    explorer = marking.explorer
    if not marking.card.space.exact:
        return
    for move in line(explorer, explorer.first(), best=True):
        if not isinstance(move, TakeAdvice):
            decision = game.case.scenes[move.scene].decision
            assert decision is not None
            yield cast.fill(decision.question), move_in_words(game, cast, move)


def _ending(game: Game, cast: Cast, play: Play) -> str:
    if play.end.ending < 0:
        return ""
    return cast.fill(game.case.endings[game.ending_ids[play.end.ending]].text).strip()


def when(clock: int) -> str:
    """A simulated moment in words: `Mon 5 Sep 2011, 09:40`."""
    moment = from_minutes(clock)
    return f"{in_words(moment.date())}, {moment:%H:%M}"
