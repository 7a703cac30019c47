"""A case made ready to play as the command line asks for it: which file, date, cut, seats, seed and board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from simulator.cli.usage import WrongUsage, wrong
from simulator.errors import CaseError
from simulator.words import cli as words
from simulator.words import say

if TYPE_CHECKING:
    from scoring.guidance.board import Board
    from scoring.rulebook import Rulebook
    from scoring.timescales import Clocked
    from simulator.family.model import Family
    from simulator.play.cast import Cast
    from simulator.play.game import Game
    from simulator.scenario.model import Case
    from simulator.settings import Settings

DEFAULT_SEED = 1


class Wanted(NamedTuple):
    """A play as the command line asks for it."""

    case: str
    roles: tuple[str, ...] = ()
    seed: int | None = None
    on: date | None = None
    cut: str = ""


class Ready(NamedTuple):
    """A case ready to play under the guidance of a day."""

    file: Path
    text: str
    case: Case
    game: Game
    board: Board
    seats: tuple[str, ...]
    """Roles that are played."""
    clocks: tuple[Clocked, ...]

    @property
    def rulebook(self) -> Rulebook:
        """The guidance it is played under."""
        return self.game.rulebook


def get_ready(
    settings: Settings, wanted: str, *, roles: Sequence[str] = (), on: date | None = None, cut: str = ""
) -> Ready:
    """Make a case ready. Raises WrongUsage for words that name nothing, CaseError for a broken case."""
    from simulator.play.cited import clocks_of
    from simulator.play.game import prepare

    file = find_case(settings, wanted)
    text, case = read_case(file)
    seats = seats_of(case, roles)
    _check_cut(case, cut)
    board = board_of(settings)
    game = prepare(case, rulebook_on(case, board, on), cut)
    return Ready(file, text, case, game, board, seats, clocks_of(case, game.rulebook, seats))


def check_playable(settings: Settings, wanted: Wanted) -> Path:
    """The file of a case that can be played as it is asked for. Raises WrongUsage or CaseError."""
    file = find_case(settings, wanted.case)
    case = read_case(file)[1]
    seats_of(case, wanted.roles)
    _check_cut(case, wanted.cut)
    return file


def _check_cut(case: Case, cut: str) -> None:
    if cut and cut not in case.cuts:
        known = say(words.CUTS_ARE, cuts=", ".join(case.cuts)) if case.cuts else say(words.NO_CUTS)
        raise wrong(say(words.NO_SUCH_CUT, case=case.id, cut=cut), known)


def find_case(settings: Settings, wanted: str) -> Path:
    """The file of a case, by id, file name or path. Raises WrongUsage where there is none."""
    from simulator.cli.library import cache_folder
    from simulator.scenario.library import find, folders

    try:
        return find(wanted, folders(settings.scenarios), cache_folder(settings) / "cases.json")
    except CaseError as missing:
        raise WrongUsage(missing.title, missing.message, missing.remedy) from None


def read_case(file: Path) -> tuple[str, Case]:
    """The text of a case file and the case. Raises CaseError with every finding that stops it."""
    from scoring.guidance import library
    from simulator.scenario.diagnostics import Diagnostic, Severity
    from simulator.scenario.known import known_ids
    from simulator.scenario.read import read_source
    from simulator.scenario.source import open_source

    source = open_source(file)
    if isinstance(source, Diagnostic):
        raise _broken(file, [source.headline])
    reading = read_source(source, known_ids(library()))
    if reading.case is None:
        stops = [each.headline for each in reading.diagnostics if each.severity is Severity.STOP]
        raise _broken(file, stops)
    return source.text, reading.case


def _broken(file: Path, headlines: Sequence[str]) -> CaseError:
    listed = "\n".join(["", *headlines, ""])
    return CaseError(say(words.BROKEN), listed, say(words.BROKEN_REMEDY, file=file))


def seats_of(case: Case, roles: Sequence[str]) -> tuple[str, ...]:
    """The seats that are played: those asked for in the case's order, or all that can be."""
    playable = case.playable
    for role in roles:
        if role not in playable:
            known = say(words.ROLES_ARE, roles=", ".join(playable)) if playable else say(words.NO_ROLES)
            raise wrong(say(words.NO_SUCH_ROLE, case=case.id, role=role), known)
    return tuple(role for role in playable if role in roles) if roles else playable


def board_of(settings: Settings) -> Board:
    """The board profile in force. Raises ScoringError where it cannot be used."""
    from scoring.guidance.board_reading import load_board

    return load_board(settings.board)


def rulebook_on(case: Case, board: Board, on: date | None = None) -> Rulebook:
    """The guidance of a day, by default the case's own, with what the board adds.

    In the order in which an attempt keeps it, so that a play is the same here and from the record.
    """
    import json

    from scoring.calendar import from_minutes
    from scoring.guidance import library
    from scoring.rulebook import Rulebook
    from simulator.play.cited import rulebook_for

    day = on or from_minutes(case.set_on).date()
    book = rulebook_for(case, library(), day, board.local_on(day))
    return Rulebook.from_data(json.loads(json.dumps(book.as_data(), sort_keys=True)))


def invent_family(case: Case, seed: int) -> tuple[Family, Cast]:
    """The family of a seed, and who is called what."""
    from scoring.calendar import from_minutes
    from simulator.family import invent
    from simulator.play.cast import cast_of, spec_of

    family = invent(spec_of(case), str(seed), from_minutes(case.set_on).date())
    return family, cast_of(case, family)


def day(typed: str) -> date | None:
    """A date as typed on the command line; None where nothing was. Raises WrongUsage."""
    if not typed:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise wrong(say(words.NOT_A_DATE, typed=typed), say(words.DATE_LIKE)) from None
