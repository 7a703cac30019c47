"""From a case's file and a seed to everything an attempt is begun with."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from scoring.calendar import from_minutes
from scoring.guidance import library
from scoring.guidance.board import Board
from scoring.rulebook import Rulebook
from simulator.errors import CaseError
from simulator.family.model import Family
from simulator.play.cast import spec_of
from simulator.play.cited import rulebook_for
from simulator.scenario.model import Case
from simulator.scenario.read import case_from
from simulator.terminal.desk.model import Wish
from simulator.words import desk as words
from simulator.words import say

MOST_SEEDS: Final = 1_000_000


class Made(NamedTuple):
    """All that an attempt is begun with."""

    text: str
    name: str
    case: Case
    family: Family
    rulebook: Rulebook


def read_case(path: str) -> tuple[str, Case]:
    """A case's text and what it says. Raises CaseError."""
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = say(words.NOT_READ_REASON, file=file.name)
        raise CaseError(say(words.NOT_READ), message, say(words.NOT_READ_REMEDY)) from error
    return text, case_from(text, file.name)


def make(wish: Wish, board: Board) -> Made:
    """Invent the family and look up the guidance of the day. Raises CaseError."""
    from simulator.family import invent

    text, case = read_case(wish.path)
    begins = from_minutes(case.set_on).date()
    on: date = wish.on or begins
    family = invent(spec_of(case), wish.seed or new_seed(), begins)
    rulebook = rulebook_for(case, library(), on, board.local_on(on))
    return Made(text, Path(wish.path).name, case, family, rulebook)


def new_seed() -> str:
    """A seed nobody chose, short enough to be read out."""
    return str(secrets.randbelow(MOST_SEEDS))
