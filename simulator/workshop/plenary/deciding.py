"""What each table did in each decision, and who there saw it otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from scoring.calendar import MINUTES_A_DAY, from_minutes
from simulator.play.events import Decided, Event, Stood, VotesOpened
from simulator.play.game import Game
from simulator.play.moves import Bring, DecisionMove, View, Vote, as_data
from simulator.play.told import move_in_words
from simulator.scenario.model import Meet, Options
from simulator.text import clean
from simulator.words import plenary as words
from simulator.words import say
from simulator.workshop.plenary.model import Cell, DecisionRow, Differs, TablePlay

_NOT_COMPARED: Final = ("words", "role", "scene", "move")


class Visit(NamedTuple):
    """One coming to a decision: what was done there, with the words that went with it."""

    scene: int
    decided: tuple[Decided, ...]
    stood: Stood | None
    votes: tuple[tuple[str, str], ...]


def decision_rows(tables: Sequence[TablePlay]) -> tuple[DecisionRow, ...]:
    """Every decision that any table came to; the ones that differ most first, then in the case's order.

    Of a decision that was met twice the first time is compared.
    """
    game = tables[0].game
    visits = [_first_visits(table) for table in tables]
    reasons = [_reasons(table) for table in tables]
    rows = []
    for play in game.scenes:
        if not any(play.index in found for found in visits):
            continue
        cells = tuple(
            _cell(table, found[play.index], why) if play.index in found else None
            for table, found, why in zip(tables, visits, reasons, strict=True)
        )
        assert play.decision is not None
        question = flowing(tables[0], play.decision.question)
        different = len({cell.key if cell else "" for cell in cells})
        rows.append(DecisionRow(play.scene.id, question, cells, different))
    return tuple(sorted(rows, key=lambda row: -row.different))


def all_events(table: TablePlay) -> list[Event]:
    """Everything that happened at a table."""
    return [*table.opening, *(event for moved in table.moves for event in moved.events)]


def _first_visits(table: TablePlay) -> dict[int, Visit]:
    found: dict[int, Visit] = {}
    for visit in _visits(table.game, all_events(table)):
        found.setdefault(visit.scene, visit)
    return found


def _visits(game: Game, events: Sequence[Event]) -> Iterator[Visit]:
    """Decisions with what belongs to them; a meeting is complete once a decision stands."""
    decided: list[Decided] = []
    votes: tuple[tuple[str, str], ...] = ()
    for event in events:
        if isinstance(event, VotesOpened):
            votes = event.votes
        elif isinstance(event, Decided):
            scene = event.before.scene
            if decided and decided[-1].before.scene != scene:
                decided = []  # a meeting that the trainer ended half-way
            decided.append(event)
            if not isinstance(event.move, Bring | View):
                yield Visit(scene, tuple(decided), None, votes)
                decided, votes = [], ()
        elif isinstance(event, Stood):
            yield Visit(event.scene, tuple(decided), event, ())
            decided, votes = [], ()


def _reasons(table: TablePlay) -> dict[tuple[str, str], str]:
    """(scene, seat) -> what was typed with its vote or view."""
    found = {}
    for moved in table.moves:
        if isinstance(moved.move, Vote | View) and moved.move.words:
            found[moved.move.scene, moved.move.role] = table.said.get(moved.move.words, say(words.ERASED))
    return found


def _cell(table: TablePlay, visit: Visit, why: dict[tuple[str, str], str]) -> Cell:
    if visit.stood is not None:
        return _meeting(table, visit, visit.stood, why)
    last = visit.decided[-1]
    move = last.move
    chosen = getattr(move, "option", "")
    texts = _texts(table, visit.scene)
    voices = tuple((title(table, role), texts[option]) for role, option in visit.votes)
    differs = tuple(
        Differs(title(table, role), texts[option], clean(why.get((move.scene, role), "")))
        for role, option in visit.votes
        if option != chosen
    )
    return Cell(
        title(table, move.role),
        tuple(clean(one) for one in move_in_words(table.game, table.cast, move, last.before).split("\n")),
        when(table.game, last.before.clock),
        last.by_habit,
        voices,
        differs,
        _key(move),
    )


def _meeting(table: TablePlay, visit: Visit, stood: Stood, why: dict[tuple[str, str], str]) -> Cell:
    texts = list(_texts(table, visit.scene).items())
    views = [one.move for one in visit.decided if isinstance(one.move, View)]
    named = dict(texts)
    decision = table.game.scenes[visit.scene].decision
    assert decision is not None and isinstance(decision.kind, Meet)
    brought = [
        clean(f"{title(table, one.move.role)}: {line}")
        for one in visit.decided
        if isinstance(one.move, Bring)
        for line in move_in_words(table.game, table.cast, one.move).split("\n")
    ]
    option, text = texts[stood.option]
    differs = tuple(
        Differs(title(table, view.role), named[view.option], _view_reason(table, decision.kind, view, why))
        for view in views
        if view.option != option
    )
    voices = tuple((title(table, view.role), named[view.option]) for view in views)
    habit = bool(visit.decided) and all(one.by_habit for one in visit.decided)
    return Cell("", (text, *brought), when(table.game, stood.clock), habit, voices, differs, option)


def _view_reason(table: TablePlay, kind: Meet, view: View, why: dict[tuple[str, str], str]) -> str:
    coded = flowing(table, kind.dissent[view.dissent]) if view.dissent else ""
    typed = clean(why.get((view.scene, view.role), ""))
    return " ".join(part for part in (coded, typed) if part)


def _texts(table: TablePlay, scene: int) -> dict[str, str]:
    decision = table.game.scenes[scene].decision
    assert decision is not None
    options = decision.kind.options if isinstance(decision.kind, Options | Meet) else ()
    return {option.id: flowing(table, option.text) for option in options}


def _key(move: DecisionMove) -> str:
    """Equal for two moves that did the same, in whatever order it was filled in."""
    data = {name: value for name, value in as_data(move).items() if name not in _NOT_COMPARED}
    parts = {
        name: sorted(map(repr, value)) if isinstance(value, tuple) else value for name, value in data.items()
    }
    return json.dumps(parts, sort_keys=True)


def title(table: TablePlay, role: str) -> str:
    """A seat as the case calls it, without anybody's name."""
    if role not in table.game.case.roles:
        return clean(table.cast.name(role))
    shown = table.game.case.roles[role].title
    return clean(shown[:1].upper() + shown[1:])


def flowing(table: TablePlay, text: str) -> str:
    """A case's text with names, on one line."""
    return clean(" ".join(table.cast.fill(text).split()))


def when(game: Game, clock: int) -> str:
    """`Day 3, 10:40` of the case."""
    day = clock // MINUTES_A_DAY - game.case.set_on // MINUTES_A_DAY + 1
    return say(words.DAY, day=day, time=f"{from_minutes(clock):%H:%M}")
