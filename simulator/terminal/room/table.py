"""A table round one screen: who sits in which seat, who writes, and whether it is asked round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.play.forms import AskForm, BringForm, OptionsForm, RecordForm, ReferForm, ShareForm, ViewForm
from simulator.play.game import Game
from simulator.play.state import State
from simulator.play.transcript import TranscriptLine
from simulator.scenario.model import Case, Meet
from simulator.terminal.room.seats import Said, Seats, is_private_line, seen
from simulator.terminal.room.turn import Turn
from simulator.text import clean, same_name
from simulator.words import room as room_words
from simulator.words import say
from simulator.words import table as words


@dataclass(frozen=True, slots=True)
class Table:
    """Who sits round the screen."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Seat -> who takes it; a seat that is not here is played by whoever has the laptop."""
    scribe: str = ""
    """Name of who types for the table, from a seat or beside it; empty: whoever has the laptop."""
    observers: tuple[str, ...] = ()
    asks_round: bool = True
    """Whether each says what they would do before a joint decision."""
    own_pages: bool = False
    """Whether everybody reads their own page before the case begins."""


def writer(table: Table, roles: tuple[str, ...]) -> str:
    """Who writes, of those who are still there: nobody any more where the scribe's own seats have stepped
    out; a scribe beside the table has none to leave."""
    theirs = {role for role, name in table.names.items() if same_name(name, table.scribe)}
    return "" if theirs and theirs.isdisjoint(roles) else clean(table.scribe)


def named(table: Table, case: Case, role: str) -> str:
    """`Jo, the teacher`, or `The teacher` where nobody has said who it is."""
    title = clean(case.roles[role].title)
    name = table.names.get(role, "")
    return say(words.NAMED, name=clean(name), role=title) if name else say(words.UNNAMED, role=title)


def curtain(table: Table, case: Case, role: str) -> str:
    """`Pass the laptop to Jo, the teacher. The others look away.`"""
    title, name = clean(case.roles[role].title), table.names.get(role, "")
    if name:
        return say(words.CURTAIN_NAMED, name=clean(name), role=title)
    return say(room_words.CURTAIN, role=title)


def who_is_ready(case: Case, role: str) -> str:
    """`I am the teacher.`"""
    return say(room_words.CURTAIN_READY, role=clean(case.roles[role].title))


def needs_curtain(seats: Seats, turn: Turn) -> bool:
    """Whether the others look away: the form lists something that not every seat at this screen knows."""
    form = turn.form
    if isinstance(form, OptionsForm | ViewForm | AskForm):
        return False
    if isinstance(form, RecordForm):
        facts = form.facts
    elif isinstance(form, ShareForm | BringForm):
        facts = tuple(offered.fact for offered in form.facts)
    elif isinstance(form, ReferForm):
        facts = tuple(offered.fact for offered in form.share.facts)
    else:
        return True  # what a look-up finds is for the one who looks
    return any(not _all_know(turn.game, turn.state, seats.roles, fact) for fact in facts)


def _all_know(game: Game, state: State, roles: tuple[str, ...], fact: str) -> bool:
    return all(not ~state.knows & game.layout.knowing(role, fact) for role in roles)


def unread(seats: Seats, role: str, read: int) -> bool:
    """Whether something has come for a seat alone since it last had the screen to itself."""
    return any(_is_news(seats, role, line) for line in seats.lines[read:])


def heard_alone(seats: Seats, role: str) -> int:
    """Up to which line a seat has surely read what is for it alone: to where it last decided."""
    seats.catch_up()
    decided = (
        at for at, line in enumerate(seats.lines, 1) if line.kind == "decision" and line.speaker == role
    )
    return max(decided, default=0)


def for_itself_alone(seats: Seats, role: str, start: int) -> tuple[Said, ...]:
    """What has come for a seat alone since it last had the keyboard to itself, as it hears it."""
    seats.catch_up()
    news = [at for at in range(start, len(seats.lines)) if _is_news(seats, role, seats.lines[at])]
    return tuple(line for at in news for line in seen(seats, role, start=at, end=at + 1))


def _is_news(seats: Seats, role: str, line: TranscriptLine) -> bool:
    return (
        line.kind not in ("decision", "vote")
        and role in line.to
        and line.speaker != role
        and is_private_line(seats, line)
        and not _was_laid_on_the_table(seats, line)
    )


def _was_laid_on_the_table(seats: Seats, line: TranscriptLine) -> bool:
    """Whether everybody here has heard in the meeting itself what this line says one seat learned there."""
    scene = seats.attempt.game.case.scenes.get(line.scene)
    kind = scene.decision.kind if scene and scene.decision else None
    return line.kind == "learned" and isinstance(kind, Meet) and set(seats.roles) <= set(kind.seats)
