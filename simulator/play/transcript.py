"""What was said and done, line by line: events with the words of the case and the names of the attempt.

The one source of the chat, of plain mode, of the printed transcript and of its hash. Wall time is not in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from scoring.calendar import from_minutes
from scoring.terms import Level
from simulator.play.cast import Cast, capital
from simulator.play.events import (
    Advised,
    Boxed,
    Closed,
    Decided,
    Declined,
    Ended,
    Entered,
    Event,
    Held,
    Injected,
    MovedOn,
    Passed,
    Polling,
    Seated,
    Stamped,
    Stood,
    Voted,
    VotesOpened,
)
from simulator.play.game import Game
from simulator.play.told import move_in_words
from simulator.scenario import model
from simulator.words import play as words
from simulator.words import say
from simulator.words import workshop_play as room_words


class TranscriptLine(NamedTuple):
    """One line of a play."""

    kind: str
    """scene, says, stop, decision, learned, declined, advice, meeting, dissent, inject, seat, vote, room or
    ending"""
    clock: int
    scene: str
    speaker: str
    """Family member, person, role, `narrator`, or empty."""
    name: str
    """As shown; empty for the narrator."""
    text: str
    to: tuple[str, ...]
    """Roles that see it; empty: everybody."""

    def as_data(self) -> dict[str, Any]:
        """As JSON holds it: simulated time in ISO form, empty fields left out."""
        data = {
            "kind": self.kind,
            "at": from_minutes(self.clock).isoformat(timespec="minutes"),
            "scene": self.scene,
            "speaker": self.speaker,
            "name": self.name,
            "text": self.text,
            "to": list(self.to),
        }
        return {key: value for key, value in data.items() if value}


Lines = Iterable[TranscriptLine]
_new: Final = tuple.__new__  # what a NamedTuple's own name calls, without the call in between


def seen_by(line: TranscriptLine, role: str) -> bool:
    """Whether a role sees a line."""
    return not line.to or role in line.to


def transcribe(game: Game, cast: Cast, events: Iterable[Event]) -> Iterator[TranscriptLine]:
    """Lines in the order in which things happened."""
    for event in events:
        yield from _LINES_OF[type(event)](game, cast, event)


def transcript_hash(lines: Iterable[TranscriptLine]) -> str:
    """sha256 of a transcript: equal plays have equal hashes, on any machine."""
    digest = hashlib.sha256()
    for line in lines:
        row = json.dumps(line.as_data(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        digest.update(row.encode() + b"\n")
    return digest.hexdigest()


def _line(
    cast: Cast, kind: str, clock: int, scene: str, speaker: str, text: str, to: tuple[str, ...]
) -> TranscriptLine:
    return TranscriptLine(kind, clock, scene, speaker, cast.name(speaker) if speaker else "", text, to)


def _entered(game: Game, cast: Cast, event: Entered) -> Lines:
    play = game.scenes[event.scene]
    scene, there, at = play.scene, play.present, event.clock
    lines = [TranscriptLine("scene", at, scene.id, "", "", "", there)]
    for index in event.heard:
        line = scene.say[index]
        speaker, text = line.speaker, cast.fill(line.text)
        said = ("says", at, scene.id, speaker, cast.name(speaker), text, line.to or there)
        lines.append(_new(TranscriptLine, said))
    if scene.stop:
        text = say(words.STOP, prompt=cast.fill(scene.stop))
        lines.append(_line(cast, "stop", event.clock, scene.id, "", text, there))
    return lines


def _decided(game: Game, cast: Cast, event: Decided) -> Lines:
    move, at = event.move, event.before.clock
    text = move_in_words(game, cast, move, event.before)
    return (_line(cast, "decision", at, move.scene, move.role, text, (move.role,)),)


def _stamped(game: Game, cast: Cast, event: Stamped) -> Lines:
    """A milestone is shown with the clocks, not said."""
    return ()


def _declined(game: Game, cast: Cast, event: Declined) -> Lines:
    text = say(words.DECLINED, role=cast.name(event.role))
    scene = game.scenes[event.scene].scene.id
    return (_line(cast, "declined", event.clock, scene, event.role, text, (event.asker,)),)


def _ended(game: Game, cast: Cast, event: Ended) -> Lines:
    ending = game.case.endings[game.ending_ids[event.ending]]
    return (_line(cast, "ending", event.clock, "", "", cast.fill(ending.text), ()),)


def _learned(game: Game, cast: Cast, event: Passed) -> Lines:
    fact = game.case.facts[event.fact]
    shown = fact.headline if event.level is Level.HEADLINE else fact.text
    text = say(words.LEARNED, to=cast.name(event.to), fact=cast.fill(shown))
    scene = game.scenes[event.scene].scene.id
    to = tuple(role for role in (event.source, event.to) if role in game.case.roles)
    return (_line(cast, "learned", event.clock, scene, event.source, text, to or ("",)),)


def _stood(game: Game, cast: Cast, event: Stood) -> Lines:
    play = game.scenes[event.scene]
    assert play.decision is not None
    kind = play.decision.kind
    assert isinstance(kind, model.Meet)
    text = say(words.STANDS, text=cast.fill(kind.options[event.option].text))
    yield _line(cast, "meeting", event.clock, play.scene.id, "", text, kind.seats)
    for role, code in event.dissents:
        text = say(words.DISSENT, reason=cast.fill(kind.dissent[code]))
        yield _line(cast, "dissent", event.clock, play.scene.id, role, text, kind.seats)


def _advised(game: Game, cast: Cast, event: Advised) -> Lines:
    scene = game.scenes[event.scene].scene
    assert scene.decision is not None and scene.decision.advice is not None
    advice = scene.decision.advice
    text = say(words.ADVICE, source=capital(advice.source), says=cast.fill(advice.says))
    return (_line(cast, "advice", event.clock, scene.id, "", text, (event.role,)),)


def _injected(game: Game, cast: Cast, event: Injected) -> Lines:
    if not event.inject:
        yield _line(cast, "inject", event.clock, "", "", say(words.TRAINER_WORDS), event.to)
        return
    for line in game.case.injects[event.inject].say:
        yield _line(cast, "inject", event.clock, "", line.speaker, cast.fill(line.text), event.to)


def _seated(game: Game, cast: Cast, event: Seated) -> Lines:
    if event.stepped_out:
        text = say(words.STEPPED_OUT)
    else:
        text = say(words.TOOK_SEAT if event.played else words.LEFT_SEAT, role=cast.name(event.role))
    return (_line(cast, "seat", event.clock, "", "", text, ()),)


def _votes(game: Game, cast: Cast, event: VotesOpened) -> Lines:
    play = game.scenes[event.scene]
    assert play.decision is not None and isinstance(play.decision.kind, model.Options)
    texts = {option.id: option.text for option in play.decision.kind.options}
    for role, option in event.votes:
        text = say(room_words.OPENED, role=cast.name(role), text=cast.fill(texts[option]))
        yield _line(cast, "vote", event.clock, play.scene.id, role, text, event.to)
    if not event.votes:
        yield _line(cast, "vote", event.clock, play.scene.id, "", say(room_words.NO_VOTES_CAST), event.to)


def _voted(game: Game, cast: Cast, event: Voted) -> Lines:
    scene = game.scenes[event.scene].scene.id
    return (_line(cast, "vote", event.clock, scene, event.role, say(room_words.VOTED), (event.role,)),)


def _unsaid(game: Game, cast: Cast, event: Polling) -> Lines:
    """Setting up the room is not said to anybody."""
    return ()


def _held(game: Game, cast: Cast, event: Held) -> Lines:
    stopped = room_words.HELD_AT_STOP if event.at_stop else room_words.HELD
    return _of_the_room(cast, event.clock, say(stopped if event.paused else room_words.GOES_ON))


def _boxed(game: Game, cast: Cast, event: Boxed) -> Lines:
    boxed = say(room_words.BOXED, minutes=event.minutes) if event.minutes else say(room_words.UNBOXED)
    return _of_the_room(cast, event.clock, boxed)


def _moved_on(game: Game, cast: Cast, event: MovedOn) -> Lines:
    return _of_the_room(cast, event.clock, say(room_words.MOVED_ON))


def _closed(game: Game, cast: Cast, event: Closed) -> Lines:
    return _of_the_room(cast, event.clock, say(room_words.CLOSED))


def _of_the_room(cast: Cast, clock: int, text: str) -> Lines:
    return (_line(cast, "room", clock, "", "", text, ()),)


_LINES_OF: Final[Mapping[type[Event], Callable[[Game, Cast, Any], Lines]]] = {
    Entered: _entered,
    Decided: _decided,
    Passed: _learned,
    Stood: _stood,
    Advised: _advised,
    Declined: _declined,
    Injected: _injected,
    Seated: _seated,
    Stamped: _stamped,
    Ended: _ended,
    VotesOpened: _votes,
    Voted: _voted,
    Polling: _unsaid,
    Held: _held,
    Boxed: _boxed,
    MovedOn: _moved_on,
    Closed: _closed,
}
"""How each kind of event is told."""
