"""What was said and done, line by line: events with the words of the case and the names of the attempt.

The one source of the chat, of plain mode, of the printed transcript and of its hash. Wall time is not in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from scoring.calendar import from_minutes
from scoring.terms import Level
from simulator.play.cast import Cast
from simulator.play.events import (
    Advised,
    Decided,
    Declined,
    Ended,
    Entered,
    Event,
    Injected,
    Passed,
    Seated,
    Stamped,
    Stood,
)
from simulator.play.game import Game
from simulator.play.told import move_in_words
from simulator.scenario import model
from simulator.scenario.model import Scene
from simulator.words import play as words
from simulator.words import say


class TranscriptLine(NamedTuple):
    """One line of a play."""

    kind: str
    """scene, says, stop, decision, learned, declined, advice, meeting, dissent, inject, seat or ending"""
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


def seen_by(line: TranscriptLine, role: str) -> bool:
    """Whether a role sees a line."""
    return not line.to or role in line.to


def transcribe(game: Game, cast: Cast, events: Iterable[Event]) -> Iterator[TranscriptLine]:
    """Lines in the order in which things happened."""
    for event in events:
        yield from _lines(game, cast, event)


def transcript_hash(lines: Iterable[TranscriptLine]) -> str:
    """sha256 of a transcript: equal plays have equal hashes, on any machine."""
    digest = hashlib.sha256()
    for line in lines:
        row = json.dumps(line.as_data(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        digest.update(row.encode() + b"\n")
    return digest.hexdigest()


def present(scene: Scene, game: Game) -> tuple[str, ...]:
    """Roles in a scene: those named, else those who decide or speak; all (empty) where nobody decides."""
    if scene.present:
        return scene.present
    if scene.decision is None:
        return ()
    speaking = (line.speaker for line in scene.say if line.speaker in game.case.roles)
    return tuple(dict.fromkeys((*scene.decision.roles, *speaking)))


def _lines(game: Game, cast: Cast, event: Event) -> Iterator[TranscriptLine]:
    if isinstance(event, Entered):
        yield from _entered(game, cast, event)
    elif isinstance(event, Decided):
        scene = game.case.scenes[event.move.scene]
        text = move_in_words(game, cast, event.move)
        role = event.move.role
        yield _line(cast, "decision", event.before.clock, scene.id, role, text, (role,))
    elif isinstance(event, Passed):
        yield _learned(game, cast, event)
    elif isinstance(event, Stood):
        yield from _stood(game, cast, event)
    elif isinstance(event, Advised):
        yield _advised(game, cast, event)
    elif isinstance(event, Declined):
        text = say(words.DECLINED, role=cast.name(event.role))
        scene_id = game.scenes[event.scene].scene.id
        yield _line(cast, "declined", event.clock, scene_id, event.role, text, (event.asker,))
    elif isinstance(event, Injected):
        yield from _injected(game, cast, event)
    elif isinstance(event, Seated):
        yield _seated(cast, event)
    elif isinstance(event, Ended):
        ending = game.case.endings[game.ending_ids[event.ending]]
        yield _line(cast, "ending", event.clock, "", "", cast.fill(ending.text), ())
    else:
        assert isinstance(event, Stamped)


def _line(
    cast: Cast, kind: str, clock: int, scene: str, speaker: str, text: str, to: tuple[str, ...]
) -> TranscriptLine:
    return TranscriptLine(kind, clock, scene, speaker, cast.name(speaker) if speaker else "", text, to)


def _entered(game: Game, cast: Cast, event: Entered) -> Iterator[TranscriptLine]:
    scene = game.scenes[event.scene].scene
    there = present(scene, game)
    yield TranscriptLine("scene", event.clock, scene.id, "", "", "", there)
    for index in event.heard:
        line = scene.say[index]
        yield _line(cast, "says", event.clock, scene.id, line.speaker, cast.fill(line.text), line.to or there)
    if scene.stop:
        text = say(words.STOP, prompt=cast.fill(scene.stop))
        yield _line(cast, "stop", event.clock, scene.id, "", text, there)


def _learned(game: Game, cast: Cast, event: Passed) -> TranscriptLine:
    fact = game.case.facts[event.fact]
    shown = fact.headline if event.level is Level.HEADLINE else fact.text
    text = say(words.LEARNED, to=cast.name(event.to), fact=cast.fill(shown))
    scene = game.scenes[event.scene].scene.id
    to = tuple(role for role in (event.source, event.to) if role in game.case.roles)
    return _line(cast, "learned", event.clock, scene, event.source, text, to or ("",))


def _stood(game: Game, cast: Cast, event: Stood) -> Iterator[TranscriptLine]:
    play = game.scenes[event.scene]
    assert play.decision is not None
    kind = play.decision.kind
    assert isinstance(kind, model.Meet)
    text = say(words.STANDS, text=cast.fill(kind.options[event.option].text))
    yield _line(cast, "meeting", event.clock, play.scene.id, "", text, kind.seats)
    for role, code in event.dissents:
        text = say(words.DISSENT, role=cast.name(role), reason=cast.fill(kind.dissent[code]))
        yield _line(cast, "dissent", event.clock, play.scene.id, role, text, kind.seats)


def _advised(game: Game, cast: Cast, event: Advised) -> TranscriptLine:
    scene = game.scenes[event.scene].scene
    assert scene.decision is not None and scene.decision.advice is not None
    advice = scene.decision.advice
    text = say(words.ADVICE, source=advice.source, says=cast.fill(advice.says))
    return _line(cast, "advice", event.clock, scene.id, "", text, (event.role,))


def _injected(game: Game, cast: Cast, event: Injected) -> Iterator[TranscriptLine]:
    if not event.inject:
        yield _line(cast, "inject", event.clock, "", "", say(words.TRAINER_WORDS), event.to)
        return
    for line in game.case.injects[event.inject].say:
        yield _line(cast, "inject", event.clock, "", line.speaker, cast.fill(line.text), event.to)


def _seated(cast: Cast, event: Seated) -> TranscriptLine:
    if event.stepped_out:
        text = say(words.STEPPED_OUT)
    else:
        text = say(words.TOOK_SEAT if event.played else words.LEFT_SEAT, role=cast.name(event.role))
    return _line(cast, "seat", event.clock, "", "", text, ())
