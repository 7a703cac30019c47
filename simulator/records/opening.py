"""Beginning an attempt, and opening one that was begun: all is read from the record, nothing from files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from scoring.rulebook import Rulebook
from simulator.errors import MoveRefused, RecordError
from simulator.family.stored import from_data as family_from
from simulator.play.game import Game, prepare
from simulator.play.state import NO_ENDING, State
from simulator.play.step import start
from simulator.records import completing, journal, tables
from simulator.records.attempt import Opened
from simulator.records.beginning import (
    PLAY_VERSION,
    Beginning,
    attempt_row,
    kept_texts_of,
    opening_of,
)
from simulator.records.chain import canonical, text_digest
from simulator.records.folding import BrokenAt, broken
from simulator.records.given import Given
from simulator.records.tables import Attempt, TextKind
from simulator.scenario.model import Case
from simulator.words import records as words
from simulator.words import say

ReadCase = Callable[[str, str], Case]
"""A case's text and its file's name -> the case. Raises CaseError."""
MOST_GAMES: Final = 8
"""Cases kept ready: those of one room."""


def read_case(text: str, name: str) -> Case:
    """The case of a text, by the reader of its format."""
    from simulator.scenario.read import case_from

    return case_from(text, name)


@lru_cache(maxsize=MOST_GAMES)
def _case(read: ReadCase, text: str, name: str) -> Case:
    return read(text, name)


@lru_cache(maxsize=MOST_GAMES)
def _game(read: ReadCase, text: str, name: str, rulebook: str, cut: str, trainer_present: bool) -> Game:
    game = prepare(_case(read, text, name), Rulebook.from_data(json.loads(rulebook)), cut)
    return replace(game, trainer_present=trainer_present)


def begin(connection: Connection, attempt: str, begun: Beginning, read: ReadCase, given: Given) -> None:
    """Store a new attempt with everything it needs. Raises CaseError, or MoveRefused for seats or a cut the
    case does not have."""
    if connection.execute(select(tables.attempts.c.id).where(tables.attempts.c.id == attempt)).first():
        return  # a commit whose outcome nobody knew had succeeded
    game, state = _set_out(begun, read)
    at = given.now()
    columns = attempt_row(attempt, begun, game.case, at)
    keep_texts(connection, kept_texts_of(begun))
    columns["held_in"] = _workshop_of(connection, columns["workshop"])
    connection.execute(insert(tables.attempts).values(columns))
    about = Attempt.model_validate(columns)
    completing.join(connection, about, begun.players, at)
    if state.ending != NO_ENDING:  # nobody's decision was ever awaited
        end = completing.Finish(at, game.ending_ids[state.ending], state)
        completing.finish(connection, about, game, end, given.new_id)


def make_ready(begun: Beginning, read: ReadCase) -> None:
    """Read a case and make it ready to play before the database is held. Raises as `begin` does."""
    _set_out(begun, read)


def _set_out(begun: Beginning, read: ReadCase) -> tuple[Game, State]:
    case = _case(read, begun.case_text, begun.case_name)
    if begun.cut and begun.cut not in case.cuts:
        raise MoveRefused(say(words.NO_SUCH_CUT), say(words.NO_SUCH_CUT_MESSAGE, cut=begun.cut))
    for role in begun.seats + tuple(role for player in begun.players for role in player.roles):
        if role not in case.playable:
            raise MoveRefused(say(words.NO_SUCH_SEAT), say(words.NOBODY_CAN_PLAY, role=role))
    rulebook = canonical(begun.rulebook.as_data())
    game = _game(read, begun.case_text, begun.case_name, rulebook, begun.cut, begun.trainer_present)
    return game, start(game, begun.seats)[0]


def _workshop_of(connection: Connection, named: str) -> str | None:
    """The workshop of the record that an attempt names, where there is one."""
    known = tables.workshops.c.id
    return connection.scalar(select(known).where(known == named)) if named else None


def keep_texts(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Keep texts, each once."""
    kept = tables.kept_texts
    for row in rows:
        if connection.execute(select(kept.c.sha256).where(kept.c.sha256 == row["sha256"])).first() is None:
            connection.execute(insert(kept).values(row))


def about(connection: Connection, attempt: str) -> Attempt:
    """What an attempt was begun with. Raises RecordError where there is no such attempt."""
    found = (
        connection.execute(select(tables.attempts).where(tables.attempts.c.id == attempt)).mappings().first()
    )
    if found is None:
        message = say(words.NO_ATTEMPT_MESSAGE, attempt=attempt[:40])
        raise RecordError(say(words.NO_ATTEMPT), message, say(words.NO_ATTEMPT_REMEDY))
    try:
        return Attempt.model_validate(dict(found))
    except ValueError as error:
        raise broken(words.BROKEN_OPENING, attempt, 0) from error


def opened(connection: Connection, attempt: str, read: ReadCase) -> Opened:
    """Everything an attempt stands on. Raises ChainBroken where any of it is not what was stored."""
    begun = about(connection, attempt)
    if begun.play_version > PLAY_VERSION:
        message = say(
            words.OLDER_PLAY_MESSAGE, attempt=attempt, version=begun.play_version, known=PLAY_VERSION
        )
        raise RecordError(say(words.OLDER_PLAY), message, say(words.NEWER_REMEDY))
    if opening_of(begun.model_dump()) != begun.opening:
        raise broken(words.BROKEN_OPENING, attempt, 0)
    texts = texts_of(connection, begun)
    board: Mapping[str, Any] = json.loads(texts[TextKind.BOARD]) if TextKind.BOARD in texts else {}
    game = _game(
        read,
        texts[TextKind.CASE],
        begun.case_name,
        texts[TextKind.RULEBOOK],
        begun.cut,
        begun.trainer_present,
    )
    rows = journal.all_rows(connection, attempt)
    return Opened(begun, game, family_from(json.loads(begun.family)), board, rows)


def role_titles(connection: Connection, attempt: str, read: ReadCase) -> Mapping[str, str]:
    """Role -> its title in the case of an attempt. Raises RecordError, or ChainBroken."""
    begun = about(connection, attempt)
    case = _case(read, texts_of(connection, begun)[TextKind.CASE], begun.case_name)
    return {name: role.title for name, role in case.roles.items()}


def texts_of(connection: Connection, begun: Attempt) -> dict[TextKind, str]:
    """The texts an attempt was begun with. Raises ChainBroken where one is not what was stored."""
    wanted = {TextKind.CASE: begun.case_text, TextKind.RULEBOOK: begun.rulebook, TextKind.BOARD: begun.board}
    kept = tables.kept_texts.c
    found = select(kept.sha256, kept.text).where(kept.sha256.in_([one for one in wanted.values() if one]))
    stored = dict(connection.execute(found).all())
    return {kind: _whole(stored, begun.id, kind, name) for kind, name in wanted.items() if name is not None}


def _whole(stored: Mapping[str, str], attempt: str, kind: TextKind, name: str) -> str:
    text = stored.get(name)
    if text is None or text_digest(text) != name:
        raise _text_broken(attempt, kind)
    return text


def _text_broken(attempt: str, kind: TextKind) -> BrokenAt:
    return broken(words.BROKEN_TEXT, attempt, 0, kind=kind.value)
