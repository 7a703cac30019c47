"""What choices are weighed by: grades, reasons, rules in force, timescales, agencies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from scoring.terms import Grade
from simulator.author.examined import Examined
from simulator.author.finding import Found, found
from simulator.author.pieces import options_of
from simulator.play.expected import may_cross
from simulator.scenario.catalogue import citing as told
from simulator.scenario.diagnostics import quoted, suggestion
from simulator.scenario.model import JUDGEMENT, NOWHERE, Decision, LookUp, Option, Options, Position, Scene
from simulator.words import author as words
from simulator.words import say

SOON: Final = 120
"""Minutes within which advice is quick."""
ADVICE: Final = "seek_advice"
LOW: Final = (Grade.ACCEPTABLE, Grade.POOR)


def _deciding(examined: Examined) -> Iterator[tuple[Scene, Decision]]:
    for scene in examined.case.scenes.values():
        if scene.decision:
            yield scene, scene.decision


def all_alike(examined: Examined) -> Iterator[Found]:
    """C030."""
    for scene, decision in _deciding(examined):
        if decision.worth == 0 or scene.makes_good:
            continue
        if examined.exact:
            situations = examined.situations
            alike = scene.id in situations.decided and scene.id not in situations.differing
        else:
            asked = examined.game.expected[scene.id]
            alike = isinstance(decision.kind, Options) and len({j.grade for j in asked.options.values()}) == 1
        if alike:
            yield found(told.ALL_ALIKE, decision.at)


def grades(examined: Examined) -> Iterator[Found]:
    """C031, C032 and C045."""
    for scene, decision in _deciding(examined):
        judged = examined.game.expected[scene.id].options
        options = options_of(decision)
        if options and not any(one.grade is Grade.GOOD for one in judged.values()):
            yield found(told.NOTHING_GOOD, decision.at)
        for option in options:
            grade, cite = judged[option.id].grade, judged[option.id].cite
            unsafe = option.grade is Grade.UNSAFE and JUDGEMENT not in cite
            if unsafe and not may_cross(cite or decision.cite, examined.game.rulebook):
                yield found(told.UNSAFE_WITHOUT_RULE, option.at, option=quoted(option.id))
            takes = option.effects.takes or decision.effects.takes
            if grade in LOW and ADVICE in cite and (takes is None or 0 < takes.minutes <= SOON):
                minutes = takes.minutes if takes else 0
                yield found(
                    told.ADVICE_PUNISHED,
                    option.at,
                    option=quoted(option.id),
                    minutes=minutes or SOON,
                    grade=grade.value,
                )


class _Given(NamedTuple):
    """The reason and the topics of one grade, with what they are for."""

    what: str
    at: Position
    why: str
    cite: tuple[str, ...]


def _given(examined: Examined) -> Iterator[_Given]:
    for scene, decision in _deciding(examined):
        asked = examined.game.expected[scene.id]
        options: tuple[Option, ...] = options_of(decision)
        for option in options:
            judged = asked.options[option.id]
            yield _Given(quoted(option.id), option.at, judged.why or asked.why, judged.cite or asked.cite)
        if not options:
            yield _Given(say(words.THIS_DECISION), decision.at, asked.why, asked.cite)


def reasons(examined: Examined) -> Iterator[Found]:
    """C040 and C041."""
    for given in _given(examined):
        if not given.why.strip():
            yield found(told.NO_REASON, given.at, what=given.what)
        if not given.cite:
            yield found(told.NO_CITATION, given.at, what=given.what)


def rules(examined: Examined) -> Iterator[Found]:
    """C042 and C043, each topic where it is cited first; C044 for the case."""
    book = examined.game.rulebook
    first: dict[str, Position] = {}
    for given in _given(examined):
        for topic in given.cite:
            if topic != JUDGEMENT:
                first.setdefault(topic, given.at)
    for topic, at in first.items():
        in_force = book.topics.get(topic, ())
        if not in_force:
            values = {"on": _day(book.on), "topic": quoted(topic), "perhaps": _elsewhere(examined, topic)}
            yield found(told.NOT_IN_FORCE, at, topic, **values)
        elif not any(rule.verified for rule in in_force):
            yield found(told.UNVERIFIED, at, topic, topic=quoted(topic), on=_day(book.on))
    cited = {rule.edition for topic in first for rule in book.topics.get(topic, ())}
    replaced = [
        one
        for one in examined.guidance.editions()
        if one.id in cited and one.id == book.editions.get(one.family) and one.ends and one.successive
    ]
    if replaced:
        titles = ", ".join(one.title for one in replaced)
        yield found(told.SUPERSEDED, NOWHERE, "set on", editions=titles)


def _elsewhere(examined: Examined, topic: str) -> str:
    """Where it is said instead: in a family that the case leaves out, else in editions of other days."""
    guidance, on = examined.guidance, examined.game.rulebook.on
    rules_ = [guidance.rule(rule) for rule in guidance.topic(topic).rule_ids]
    there = dict.fromkeys(guidance.edition(rule.edition).family for rule in rules_ if rule.covers(on))
    if there:
        return say(words.SAID_IN_FAMILY, families=", ".join(map(quoted, there))) + " "
    editions = [edition for edition, found_ in guidance.topic(topic).rules if found_]
    return say(words.SAID_IN, editions=", ".join(editions)) + " " if editions else ""


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def clocks(examined: Examined) -> Iterator[Found]:
    """C046 and C047."""
    book = examined.game.rulebook
    for timed in examined.case.clocks:
        in_force = book.topics.get(timed.topic, ())
        timescales = [rule for rule in in_force if rule.timescale and rule.timescale.is_clock]
        if not timescales:
            values = {
                "on": _day(book.on),
                "topic": quoted(timed.topic),
                "perhaps": "" if in_force else _elsewhere(examined, timed.topic),
            }
            yield found(told.NO_TIMESCALE, NOWHERE, timed.topic, **values)
            continue
        played = [examined.case.roles[seat].binds_as for seat in examined.seats]
        if not any(rule.binds(role) for rule in timescales for role in played):
            bound = sorted({role.replace("_", " ") for rule in timescales for role in rule.roles})
            values = {"topic": quoted(timed.topic), "roles": ", ".join(bound)}
            yield found(told.BINDS_NOBODY, NOWHERE, timed.topic, **values)


def index_years(examined: Examined) -> Iterator[Found]:
    """C048."""
    for scene, decision in _deciding(examined):
        if isinstance(decision.kind, LookUp) and not examined.game.rulebook.has_index:
            values = {"on": _day(examined.game.rulebook.on), "scene": quoted(scene.id)}
            yield found(told.NO_INDEX, scene.at, **values)


def agencies(examined: Examined) -> Iterator[Found]:
    """C049."""
    board = examined.board
    for role in examined.case.roles.values():
        if not board.knows_agency(role.agency):
            near = suggestion(role.agency, board.agencies)
            values = {
                "agency": quoted(role.agency),
                "board": board.on(examined.game.rulebook.on).name,
                "perhaps": near[:1].upper() + near[1:] + " " if near else "",
                "known": ", ".join(sorted(board.agencies)),
            }
            yield found(told.NO_AGENCY, role.at, role.agency, **values)


CHECKS: Final = (all_alike, grades, reasons, rules, clocks, index_years, agencies)
