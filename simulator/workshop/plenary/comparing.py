"""Comparing tables: decisions, the journeys of facts, timelines, and what to talk about. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from scoring.terms import Level
from simulator.errors import RecordError
from simulator.play.events import Boxed, Closed, Decided, Ended, Injected, MovedOn, Passed, Stood
from simulator.play.moves import Bring, View
from simulator.play.told import in_one_line, move_in_words
from simulator.scenario.model import Meet
from simulator.text import clean
from simulator.words import plenary as words
from simulator.words import say, say_count
from simulator.workshop.plenary.deciding import all_events, decision_rows, flowing, title, when
from simulator.workshop.plenary.model import (
    DecisionRow,
    FactRow,
    Head,
    Moment,
    Plenary,
    TablePlay,
    Told,
)

MOST_PROMPTS: Final = 12


def compare(tables: Sequence[TablePlay], room_title: str = "", *, named: bool = False) -> Plenary:
    """Tables side by side. `named` puts in who played which seat: for the trainer, never for the projector.

    Raises RecordError where there is nothing to compare, or not all tables played the same case.
    """
    if not tables:
        raise RecordError(say(words.NO_TABLES), say(words.NO_TABLES_MESSAGE), say(words.NO_TABLES_REMEDY))
    versions = {table.game.case.version for table in tables}
    if len(versions) > 1:
        raise RecordError(say(words.OTHER_CASE), say(words.OTHER_CASE_MESSAGE))
    rows = decision_rows(tables)
    case_title = clean(tables[0].game.case.title)
    return Plenary(
        clean(room_title) or case_title,
        case_title,
        tuple(_head(table, named) for table in tables),
        rows,
        _facts(tables),
        tuple(tuple(_timeline(table)) for table in tables),
        tuple(tuple(map(clean, table.notes)) for table in tables),
        tuple(_prompts(tables[0], rows))[:MOST_PROMPTS],
        named,
    )


def _head(table: TablePlay, named: bool) -> Head:
    events = all_events(table)
    ended = next((event for event in events if isinstance(event, Ended)), None)
    ending = ""
    if ended is not None:
        game = table.game
        ending = flowing(table, game.case.endings[game.ending_ids[ended.ending]].text)
    decided = {event.before.scene for event in events if isinstance(event, Decided) and not event.by_habit}
    people = tuple((title(table, role), clean(name)) for role, name in table.people.items() if name)
    return Head(clean(table.name), people if named else (), ending, len(decided))


def _facts(tables: Sequence[TablePlay]) -> tuple[FactRow, ...]:
    """Facts that somebody needed, or that travelled at any table; where tables differ most first."""
    case = tables[0].game.case
    journeys = [_journeys(table) for table in tables]
    rows = []
    for fact in case.facts.values():
        cells = tuple(tuple(found.get(fact.id, ())) for found in journeys)
        if not any(cells) and not fact.needs.needed_by:
            continue
        who = {frozenset((told.to, told.headline) for told in cell) for cell in cells}
        rows.append(
            FactRow(
                fact.id,
                flowing(tables[0], fact.text),
                tuple(title(tables[0], holder) for holder in fact.held_by),
                tuple(title(tables[0], role) for role in fact.needs.needed_by),
                cells,
                len(who),
            )
        )
    return tuple(sorted(rows, key=lambda row: -row.different))


def _journeys(table: TablePlay) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for event in all_events(table):
        if isinstance(event, Passed) and event.how != "told" and event.to in table.game.case.roles:
            source = title(table, event.source) if event.source else ""
            told = Told(
                title(table, event.to),
                source,
                event.how,
                when(table.game, event.clock),
                event.level is Level.HEADLINE,
            )
            found.setdefault(event.fact, []).append(told)
    return found


def _timeline(table: TablePlay) -> Iterator[Moment]:
    for event in all_events(table):
        if isinstance(event, Decided) and not isinstance(event.move, Bring | View):
            who = title(table, event.move.role)
            did = in_one_line(move_in_words(table.game, table.cast, event.move, event.before))
            yield _moment(table, event.before.clock, f"{who}: {did}", "decision")
        elif isinstance(event, Stood):
            decision = table.game.scenes[event.scene].decision
            assert decision is not None and isinstance(decision.kind, Meet)
            text = say(words.STANDS, text=flowing(table, decision.kind.options[event.option].text))
            yield _moment(table, event.clock, text, "meeting")
        elif isinstance(event, Injected):
            yield _moment(table, event.clock, _inject(table, event), "inject")
        elif isinstance(event, MovedOn | Boxed | Closed):
            yield _moment(table, event.clock, _of_room(event), "room")
        elif isinstance(event, Ended):
            yield _moment(table, event.clock, say(words.ENDED), "ending")


def _moment(table: TablePlay, clock: int, text: str, kind: str) -> Moment:
    return Moment(when(table.game, clock), clock, clean(text), kind)


def _inject(table: TablePlay, event: Injected) -> str:
    if event.inject:
        said = table.game.case.injects[event.inject].say
        return say(words.INJECT, text=flowing(table, said[0].text) if said else event.inject)
    return say(words.INJECT, text=table.said.get(event.words, say(words.ERASED)))


def _of_room(event: MovedOn | Boxed | Closed) -> str:
    if isinstance(event, Boxed):
        return say(words.BOXED, minutes=event.minutes)
    return say(words.MOVED_ON if isinstance(event, MovedOn) else words.CLOSED)


def _prompts(table: TablePlay, rows: Sequence[DecisionRow]) -> Iterator[str]:
    """The case's own prompts, then those that this room's play raises."""
    for prompt in table.game.case.debrief:
        yield flowing(table, prompt)
    for row in rows:
        differing = sum(len(cell.differs) for cell in row.cells if cell)
        if differing:
            yield say_count(differing, words.ONE_DIFFERED, words.SOME_DIFFERED, question=row.question)
        elif row.different > 1:
            yield say(words.WENT_APART, question=row.question)
    yield from (say(prompt) for prompt in words.PROMPTS)
