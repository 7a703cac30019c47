"""What an attempt is begun with, and how it is kept: no file, library or edition can change it afterwards."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple

from scoring.guidance.board import Level
from scoring.rulebook import Rulebook
from simulator.family.model import Family
from simulator.family.stored import as_data as family_data
from simulator.records.chain import canonical, opening_hash, text_digest
from simulator.records.tables import Attempt, Delivery, KeptText, TextKind, row
from simulator.scenario.model import Case
from simulator.text import clean

PLAY_VERSION: Final = 1
"""Of the rules of play: a change of what `step` does gets a new number; every released one stays readable."""
NOT_FIXED: Final = ("opening", "finished", "ending", "held_in")
"""Columns of an attempt that its opening hash leaves out."""


class Player(NamedTuple):
    """Somebody at the attempt, and the seats they take; none where a table plays all seats together."""

    learner: str
    roles: tuple[str, ...] = ()


class Training(NamedTuple):
    """What completing the attempt counts for, as the board's profile says."""

    level: str = ""
    minutes: int | None = None
    """None: as long as the case, or its cut, takes."""
    participatory: bool = True
    valid_months: int = 0
    """0: a completion does not run out."""
    delivery: Delivery = Delivery.SOLO
    trainer: str | None = None
    """Pseudonym of who leads the session."""


MINUTES_AN_HOUR: Final = 60
MONTHS_A_YEAR: Final = 12


def counted_as(case: Case, cut: str, levels: Mapping[str, Level]) -> Training:
    """What completing a case counts for, as a board's profile sets it for the case's level.

    A cut counts for the minutes that it takes, and so does a case of a level that the profile does not name.
    """
    level = levels.get(case.level)
    if level is None:
        return Training(case.level)
    minutes = None if cut else level.hours * MINUTES_AN_HOUR
    return Training(level.title, minutes, level.participatory, level.refresher_years * MONTHS_A_YEAR)


_NO_TERMS: Final = Training()


@dataclass(frozen=True, slots=True)
class Beginning:
    """All that an attempt is begun with."""

    case_text: str
    case_name: str
    """The file's name, for messages; the file is never read again."""
    seats: tuple[str, ...]
    """The roles that people play; the others act by habit."""
    seed: str
    family: Family
    rulebook: Rulebook
    cut: str = ""
    board: Mapping[str, Any] | None = None
    """The board profile as plain data."""
    players: tuple[Player, ...] = ()
    """Nobody, where no record is to be kept of who played."""
    training: Training = _NO_TERMS
    table: str = ""
    workshop: str = ""
    """A workshop's id; the attempt then counts for it."""
    trainer_present: bool = False
    """Somebody is there to say which of a meeting's decisions stands."""
    practice_only: bool = False


class Origin(NamedTuple):
    """The attempt and move from which a practice attempt is tried."""

    attempt: str
    seq: int


def attempt_row(
    attempt: str, begun: Beginning, case: Case, started: datetime, origin: Origin | None = None
) -> dict[str, Any]:
    """The row of a new attempt, validated, with its opening hash."""
    training = begun.training
    minutes = case.cuts[begun.cut].minutes if begun.cut else case.minutes
    columns = row(
        Attempt,
        id=attempt,
        case_text=text_digest(begun.case_text),
        case_name=clean(begun.case_name, 200),
        case_id=case.id,
        case_title=clean(case.title, 200),
        case_version=case.version,
        case_format=case.format,
        play_version=PLAY_VERSION,
        seed=begun.seed,
        cut=begun.cut,
        seats=json.dumps(begun.seats),
        played_on=begun.rulebook.on,
        family=canonical(family_data(begun.family)),
        rulebook=text_digest(canonical(begun.rulebook.as_data())),
        board=None if begun.board is None else text_digest(canonical(begun.board)),
        trainer_present=begun.trainer_present,
        table_name=clean(begun.table, 200),
        workshop=clean(begun.workshop, 200),
        delivery=training.delivery,
        trainer=training.trainer,
        level=clean(training.level, 80),
        minutes=minutes if training.minutes is None else training.minutes,
        participatory=training.participatory,
        valid_months=training.valid_months,
        practice_only=begun.practice_only or origin is not None,
        tried_from=origin.attempt if origin else None,
        tried_at=origin.seq if origin else None,
        started=started,
        opening="",
    )
    columns["opening"] = opening_of(columns)
    return columns


def opening_of(columns: Mapping[str, Any]) -> str:
    """The opening hash that an attempt's columns must have."""
    return opening_hash({name: value for name, value in columns.items() if name not in NOT_FIXED})


def kept_texts_of(begun: Beginning) -> list[dict[str, Any]]:
    """The rows of the texts that an attempt is begun with."""
    texts = [
        (TextKind.CASE, begun.case_text),
        (TextKind.RULEBOOK, canonical(begun.rulebook.as_data())),
    ]
    if begun.board is not None:
        texts.append((TextKind.BOARD, canonical(begun.board)))
    return [row(KeptText, sha256=text_digest(text), kind=kind, text=text) for kind, text in texts]
