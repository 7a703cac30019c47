"""The other ways in which a case is played and marked: each of its cuts, and each edition that it names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from scoring.rulebook import Rulebook
from scoring.terms import Grade
from simulator.author.checks import outcomes
from simulator.author.examined import Examined
from simulator.author.finding import Found, found
from simulator.author.pieces import options_of
from simulator.play.cited import rulebook_for
from simulator.play.expected import Asked, expectations, may_cross
from simulator.scenario.catalogue import citing
from simulator.scenario.catalogue import versions as told
from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.diagnostics import quoted
from simulator.scenario.model import JUDGEMENT, Case, Cut, Decision, Position, Scene
from simulator.words import say

OF_A_CUT: Final = (
    outcomes.no_way_to_fail,
    outcomes.badly_ended,
    outcomes.red_lines,
    outcomes.lower_grades,
)
"""What is looked at again in each cut."""


def in_cuts(examined: Examined) -> Iterator[Found]:
    """C015 and C016: each cut is solved as the whole is."""
    if not examined.exact:
        return
    whole = {_key(one) for check in OF_A_CUT for one in check(examined)}
    for cut in examined.case.cuts.values():
        short = examined.cut_to(cut.id)
        for check in OF_A_CUT:
            for one in check(short):
                if _key(one) not in whole:
                    yield _again(told.IN_A_CUT, one, cut.at, cut=quoted(cut.id))
        if not short.exact:
            continue
        yield from _no_good_end(examined, short, cut)
        missing = examined.reach.scenes - short.reach.scenes - set(cut.leave_out)
        for scene in examined.case.scenes:
            if scene in missing:
                yield found(told.OUT_OF_A_CUT, cut.at, cut=quoted(cut.id), scene=quoted(scene))


def _no_good_end(examined: Examined, short: Examined, cut: Cut) -> Iterator[Found]:
    """A good ending that the whole comes to, where the cut comes to none."""
    good = [one.id for one in examined.case.endings.values() if one.outcome == "good"]
    lost = [one for one in good if one in examined.reach.endings]
    if lost and short.reach.endings.isdisjoint(good):
        what, cure = (say(phrase, ending=quoted(lost[0])) for phrase in (told.NO_GOOD_END, told.LEADS_THERE))
        yield found(told.IN_A_CUT, cut.at, cut=quoted(cut.id), what=what, cure=cure)


def _key(one: Found) -> tuple[str, Position, str]:
    """What a finding is about, so that it is not told again for a cut; numbers may differ."""
    return one.entry.code, one.at, str(one.values.get("lower", ""))


def _again(entry: Entry, one: Found, at: Position, **values: object) -> Found:
    """Another finding's words within one about a version."""
    message = say(one.entry.message, **one.values)
    what, cure = message[:1].lower() + message[1:].rstrip("."), say(one.entry.remedy, **one.values)
    return found(entry, at, what=what, cure=cure, **values)


def in_editions(examined: Examined) -> Iterator[Found]:
    """C017: what the blocks of each edition leave, on the first day of that edition."""
    case, own = examined.case, examined.game.rulebook
    for edition in _named(case):
        begins = examined.guidance.edition(edition).begins
        if begins is None or edition in own.editions.values():
            continue
        book = _book(examined, begins)
        expected = expectations(case, book)
        title = examined.guidance.edition(edition).title
        for scene in case.scenes.values():
            decision = scene.decision
            if decision is None or edition not in _in_decision(case, scene, decision):
                continue
            for one in _of_decision(examined, scene, decision, expected[scene.id], book):
                yield _again(told.IN_AN_EDITION, one, one.at, edition=title)


def _book(examined: Examined, on: date) -> Rulebook:
    return rulebook_for(examined.case, examined.guidance, on, examined.board.local_on(on))


def _named(case: Case) -> tuple[str, ...]:
    """Every edition with a block of its own, in the order of the file."""
    scenes = (scene for scene in case.scenes.values() if scene.decision)
    named = (one for scene in scenes if scene.decision for one in _in_decision(case, scene, scene.decision))
    return tuple(dict.fromkeys(named))


def _in_decision(case: Case, scene: Scene, decision: Decision) -> tuple[str, ...]:
    blocks = [block.edition for block in decision.editions]
    blocks += [block.edition for option in options_of(decision) for block in option.editions]
    return tuple(blocks)


def _of_decision(
    examined: Examined, scene: Scene, decision: Decision, then: Asked, book: Rulebook
) -> Iterator[Found]:
    now = examined.game.expected[scene.id]
    grades = {one.grade for one in then.options.values()}
    if grades and Grade.GOOD not in grades and any(one.grade is Grade.GOOD for one in now.options.values()):
        yield found(citing.NOTHING_GOOD, decision.at)
    if len(grades) == 1 and decision.worth and not scene.makes_good:
        yield found(citing.ALL_ALIKE, decision.at)
    for option in options_of(decision):
        judged = then.options[option.id]
        if not (judged.why or then.why).strip():
            yield found(citing.NO_REASON, option.at, what=quoted(option.id))
        cite = judged.cite or then.cite
        if judged.grade is Grade.UNSAFE and JUDGEMENT not in cite and not may_cross(cite, book):
            yield found(citing.UNSAFE_WITHOUT_RULE, option.at, option=quoted(option.id))
    for topic in _changed(now, then):
        if topic != JUDGEMENT and not book.topics.get(topic):
            values = {"on": _day(book.on), "topic": quoted(topic), "perhaps": ""}
            yield found(citing.NOT_IN_FORCE, decision.at, **values)
    if then.basis and not then.basis & set(then.bases_offered):
        at = decision.at
        yield Found(_NO_BASIS, at, "", {})


def _changed(now: Asked, then: Asked) -> tuple[str, ...]:
    """Topics that a block of the edition cites and the case's own day does not."""
    cited = list(then.cite) + [topic for one in then.options.values() for topic in one.cite]
    before = {*now.cite, *(topic for one in now.options.values() for topic in one.cite)}
    return tuple(dict.fromkeys(topic for topic in cited if topic not in before))


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


_NO_BASIS: Final = told.IN_AN_EDITION._replace(message=told.NO_BASIS_THEN, remedy=told.NO_BASIS_CURE)

CHECKS: Final = (in_cuts, in_editions)
