"""What one seat may see, and nothing else: the one answer for every screen, browser and printed sheet.

    view = view_of(attempt, "health_visitor")        lines, facts, what is asked, how the room is set
    view = view_of(attempt, "")                      a scribe's or observer's: what the whole table knows

Everything is read from the attempt's events and state. A fact that another seat holds privately is never in a
view until somebody passed it to this seat; never in a scribe's until every seat there knows it
(tests/unit/workshop/test_seeing.py and tests/faults/canaries.py look for a canary in every fact). What seats
sealed (votes, what they bring, views) is in nobody's view but their own until all are in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from scoring.terms import Level
from simulator.play.cast import Cast, cast_of
from simulator.play.events import Event, Injected, Passed, Seated
from simulator.play.forms import BringForm, Form, RecordForm, ReferForm, ShareForm, form_of
from simulator.play.game import Game
from simulator.play.moves import TimeBox
from simulator.play.room import is_paused
from simulator.play.standing import Standing
from simulator.play.state import NO_ENDING, State, level_at
from simulator.play.told import fact_in_words
from simulator.play.transcript import TranscriptLine, seen_by, transcribe
from simulator.scenario.model import Meet, Options
from simulator.text import clean
from simulator.words import play as play_words
from simulator.words import say
from simulator.workshop.awaiting import Awaited, What, asked_of, awaited


class SeenLine(NamedTuple):
    """One line of the conversation."""

    kind: str
    """As in `simulator.play.transcript`."""
    name: str
    """Over the line; empty for the narrator and the product itself."""
    text: str
    clock: int
    """Simulated time, minutes."""
    mine: bool
    """Said or done by the seat itself."""
    scene: str
    private: bool
    """Whether some other played seat does not see it: at a shared screen it belongs behind the curtain."""


class SeenFact(NamedTuple):
    """One fact the seat knows."""

    fact: str
    text: str
    level: Level
    source: str
    """Who passed it; empty where the story told it or the seat held it."""
    held: bool
    """From the start, in its own file."""
    clock: int
    """When it came; of what was held, 0."""


class Box(NamedTuple):
    """A time box that runs."""

    minutes: int
    since: datetime
    until: datetime
    """Nothing happens by itself then."""


class SeatView(NamedTuple):
    """All that a seat sees."""

    role: str
    """Empty for a scribe or an observer."""
    title: str
    brief: str
    lines: tuple[SeenLine, ...]
    facts: tuple[SeenFact, ...]
    awaited: tuple[Awaited, ...]
    """Everybody who is waited for."""
    asked: What | None
    """What this seat is asked now."""
    question: str
    """Of the decision that waits, where this seat is asked or votes."""
    options: tuple[tuple[str, str], ...]
    """(id, text) of the options it may choose, vote for or have a view of."""
    form: Form | None
    """What its form offers, where it fills one in or brings."""
    offered: tuple[tuple[str, str], ...]
    """(fact, words) for the facts in that form."""
    paused: bool
    box: Box | None
    ended: bool


def view_of(
    attempt: Standing,
    role: str,
    *,
    said: Mapping[str, str] | None = None,
    cast: Cast | None = None,
    start: int = 0,
    scribe: bool = False,
) -> SeatView:
    """What a seat sees now.

    `said` gives the trainer's typed words by their digest (`OpenAttempt.all_said`); without it their place is
    held by a line that says so. `start` leaves out lines of the first so many events, for a screen that has
    shown them. A `scribe` sees the options of an open choice, once the votes before it are in.
    """
    game, state = attempt.game, attempt.state
    cast = cast or cast_of(game.case, attempt.family)
    asked = asked_of(game, state, role) if role else None
    if scribe and not role and not is_paused(state):
        asked = next((one.what for one in awaited(game, state) if one.what is What.CHOOSE), None)
    form = _form(game, state, role, asked)
    mine = game.case.roles[role] if role else None
    return SeatView(
        role=role,
        title=clean(mine.title) if mine else "",
        brief=_flowing(cast, mine.brief) if mine else "",
        lines=tuple(lines_of(attempt, cast, role, said or {}, start)),
        facts=tuple(_facts(attempt, cast, role) if role else _open_facts(attempt, cast)),
        awaited=awaited(game, state),
        asked=asked,
        question=_question(game, state, cast, asked),
        options=_options(game, state, cast, asked),
        form=form,
        offered=tuple(_offered(game, state, cast, role, form)),
        paused=is_paused(state),
        box=box_of(attempt.moves),
        ended=state.ending != NO_ENDING,
    )


def lines_of(
    attempt: Standing, cast: Cast, role: str, said: Mapping[str, str], start: int = 0
) -> Iterator[SeenLine]:
    """The lines a seat sees of the events from `start` on; without a role, those that every seat sees."""
    game, seats = attempt.game, attempt.state.seats
    played = tuple(each for each in game.roles if game.seat[each] & seats)
    table = everybody(attempt)
    for event in attempt.events[start:]:
        for line in _told(game, cast, event, said):
            for_all = all(seen_by(line, each) for each in played)
            mine = seen_by(line, role) if role else is_open(line, table)
            if mine and not _stands_in_decision(line, role):
                yield _seen(cast, line, role, not for_all)


def everybody(attempt: Standing) -> frozenset[str]:
    """The roles that people play or have played at a table: it only ever grows."""
    game, seats = attempt.game, attempt.state.seats
    now = {role for role in game.roles if game.seat[role] & seats}
    return frozenset(now | {event.role for event in attempt.events if isinstance(event, Seated)})


def is_open(line: TranscriptLine, table: frozenset[str]) -> bool:
    """Whether somebody without a seat sees a line: each seat of a table that is more than one sees it."""
    return not line.to or (len(table) > 1 and table <= set(line.to))


def _open_facts(attempt: Standing, cast: Cast) -> Iterator[SeenFact]:
    """What every seat at a table knows by now, as far as all of them know it."""
    game, table = attempt.game, everybody(attempt)
    for fact in game.case.facts if len(table) > 1 else ():
        level = min(level_at(attempt.state.knows, game.layout.slot(role, fact)) for role in table)
        if level is not Level.NONE:
            yield SeenFact(fact, _flowing(cast, _words_of(game, fact, level)), level, "", False, 0)


def _told(game: Game, cast: Cast, event: Event, said: Mapping[str, str]) -> Iterable[TranscriptLine]:
    """An event's lines; the trainer's words filled in, and leaving looks like any other handing over."""
    if isinstance(event, Seated) and event.stepped_out:
        event = event._replace(stepped_out=False)
    lines = transcribe(game, cast, (event,))
    if isinstance(event, Injected) and event.words in said:
        return [line._replace(text=said[event.words]) for line in lines]
    return lines


def _stands_in_decision(line: TranscriptLine, role: str) -> bool:
    """What the seat itself passed on stands in its decision."""
    return line.kind == "learned" and bool(role) and line.speaker == role


def _seen(cast: Cast, line: TranscriptLine, role: str, private: bool) -> SeenLine:
    text = line.text
    if line.kind == "learned" and role:
        text = text.removeprefix(say(play_words.LEARNED, to=cast.name(role), fact=""))
    mine = bool(role) and line.speaker == role
    text = clean(text, lines=True).strip()
    return SeenLine(line.kind, clean(line.name), text, line.clock, mine, line.scene, private)


def _facts(attempt: Standing, cast: Cast, role: str) -> Iterator[SeenFact]:
    game, state = attempt.game, attempt.state
    came = {event.fact: event for event in attempt.events if isinstance(event, Passed) and event.to == role}
    for fact in game.case.facts:
        level = level_at(state.knows, game.layout.slot(role, fact))
        if level is Level.NONE:
            continue
        how = came.get(fact)
        text = _flowing(cast, _words_of(game, fact, level))
        yield SeenFact(fact, text, level, how.source if how else "", how is None, how.clock if how else 0)


def _words_of(game: Game, fact: str, level: Level) -> str:
    kept = game.case.facts[fact]
    return kept.headline if level is Level.HEADLINE and kept.headline else kept.text


def _form(game: Game, state: State, role: str, asked: What | None) -> Form | None:
    return form_of(game, state, role) if asked in (What.FILL_IN, What.BRING) else None


def _question(game: Game, state: State, cast: Cast, asked: What | None) -> str:
    decision = game.scenes[state.scene].decision if asked else None
    return _flowing(cast, decision.question) if decision else ""


def _options(game: Game, state: State, cast: Cast, asked: What | None) -> tuple[tuple[str, str], ...]:
    if asked not in (What.CHOOSE, What.VOTE, What.VIEW):
        return ()
    decision = game.scenes[state.scene].decision
    assert decision is not None and isinstance(decision.kind, Options | Meet)
    return tuple((option.id, _flowing(cast, option.text)) for option in decision.kind.options)


def _offered(game: Game, state: State, cast: Cast, role: str, form: Form | None) -> Iterator[tuple[str, str]]:
    """The form's facts, in the words of the level at which the seat knows them."""
    if isinstance(form, ReferForm):
        names = [one.fact for one in form.share.facts]
    elif isinstance(form, ShareForm | BringForm):
        names = [one.fact for one in form.facts]
    else:
        names = list(form.facts) if isinstance(form, RecordForm) else []
    for fact in names:
        level = level_at(state.knows, game.layout.slot(role, fact))
        yield fact, clean(fact_in_words(game, cast, fact, level))


def box_of(moves: Sequence[Any]) -> Box | None:
    """The time box that the trainer set last; None where there is none. Needs moves as the record keeps them,
    with the moment they were made."""
    for moved in reversed(moves):
        move = getattr(moved, "move", moved)
        if isinstance(move, TimeBox):
            if not move.minutes or not hasattr(moved, "at"):
                return None
            return Box(move.minutes, moved.at, moved.at + timedelta(minutes=move.minutes))
    return None


def _flowing(cast: Cast, text: str) -> str:
    return clean(" ".join(cast.fill(text).split()))
