"""The seats at this screen: whose turn it is, what that seat sees said, and where the attempt stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from scoring.calendar import MINUTES_A_DAY, from_minutes, in_words
from simulator.play.cast import Cast
from simulator.play.events import Decided, Event, Injected, Seated
from simulator.play.state import NO_ENDING
from simulator.play.step import waiting_for
from simulator.play.transcript import TranscriptLine, seen_by, transcribe
from simulator.scenario.model import Ask, Meet, Options
from simulator.terminal.room.attempt import Attempt
from simulator.terminal.room.turn import Turn
from simulator.text import clean
from simulator.words import play as play_words
from simulator.words import room as words
from simulator.words import say
from simulator.words import workshop as workshop_words

TRAINER: Final = "trainer"
"""Sends the moves that are nobody's seat's."""
PRIVATE: Final = ("decision", "learned", "advice", "declined", "inject", "vote")
"""Lines that one seat's others at the same screen see only behind the role curtain."""


class Said(NamedTuple):
    """One line of the conversation as a seat sees it."""

    kind: str
    """As in the transcript."""
    name: str
    """Over the line; empty for the narrator and for what the product says itself."""
    text: str
    when: str
    """Time of day; of a new scene the whole date."""
    mine: bool = False
    """Said or done by the seat itself."""
    clock: int = 0
    """Minutes, as in the transcript."""


class Header(NamedTuple):
    """The line at the top of the room."""

    title: str
    role: str
    day: str
    """`Day 3, Thu 12 Mar 2009, 10:40`."""
    step: str
    """`Step 7 of about 12`; empty once the case has ended."""


@dataclass
class Seats:
    """The seats at this screen. One role for a person alone, all of them for a table."""

    attempt: Attempt
    cast: Cast
    roles: tuple[str, ...]
    levels: Mapping[str, str] = field(default_factory=dict)
    """Referral level -> what the board calls it."""
    lines: list[TranscriptLine] = field(default_factory=list)
    """The whole transcript so far."""
    _told: int = 0

    @property
    def shared(self) -> bool:
        """Whether several seats share this screen."""
        return len(self.roles) > 1

    @property
    def ended(self) -> bool:
        """Whether the case has ended."""
        return self.attempt.state.ending != NO_ENDING

    def catch_up(self) -> None:
        """Take in what has happened since the last look."""
        events: Sequence[Event] = self.attempt.events
        new = [line for event in events[self._told :] for line in _told(self, event)]
        self.lines += _as_it_was_heard(new)
        self._told = len(events)

    def whose_turn(self) -> str:
        """The first seat here that is asked to decide; empty while nobody here is."""
        waiting = waiting_for(self.attempt.game, self.attempt.state)
        return next((role for role in waiting if role in self.roles), "")

    def turn(self, role: str) -> Turn:
        """What the role is asked."""
        attempt = self.attempt
        return Turn(attempt.game, attempt.state, role, self.cast, attempt.family.seed, self.levels)


def seen(
    seats: Seats, role: str, *, private: bool = True, start: int = 0, end: int | None = None
) -> tuple[Said, ...]:
    """What a seat sees of the transcript's lines from `start` to before `end`.

    Without `private`, at a screen that several share, what all of them may see.
    """
    seats.catch_up()
    lines = seats.lines[start:end]
    if seats.shared:
        lines = [line for line in lines if not _is_what_was_decided(seats, line)]
    if private or not seats.shared:
        return tuple(
            _said(seats, line, role)
            for line in lines
            if seen_by(line, role) and not _said_already(line, role)
        )
    return tuple(
        _said(seats, line, "")
        for line in lines
        if any(seen_by(line, each) for each in seats.roles) and not is_private_line(seats, line)
    )


def public(seats: Seats, is_open: Callable[[TranscriptLine], bool], start: int = 0) -> tuple[Said, ...]:
    """The lines from `start` that somebody without a seat sees."""
    seats.catch_up()
    return tuple(_said(seats, line, "") for line in seats.lines[start:] if is_open(line))


def _told(seats: Seats, event: Event) -> Iterable[TranscriptLine]:
    """An event's lines, a trainer's typed words among them. Who steps out looks like any handing over."""
    if isinstance(event, Seated) and event.stepped_out:
        event = event._replace(stepped_out=False)
    lines = transcribe(seats.attempt.game, seats.cast, (event,))
    if isinstance(event, Injected) and event.words:
        kept: Mapping[str, str] = getattr(seats.attempt, "all_said", dict)()
        said = kept.get(event.words)
        by = say(workshop_words.TRAINER)
        return [line._replace(text=said, name=by) for line in lines] if said else lines
    return lines


def _as_it_was_heard(lines: list[TranscriptLine]) -> list[TranscriptLine]:
    """What a scene tells somebody stands after the scene's lines that tell it, not before them."""
    ordered: list[TranscriptLine] = []
    told: list[TranscriptLine] = []
    for line in lines:
        if line.kind == "scene":
            before = len(ordered)
            while before and (ordered[before - 1].kind, ordered[before - 1].scene) == ("learned", line.scene):
                before -= 1
            told, ordered = ordered[before:], ordered[:before]
        elif line.kind != "says":
            ordered, told = ordered + told, []
        ordered.append(line)
    return ordered + told


def _said_already(line: TranscriptLine, role: str) -> bool:
    """What the seat itself passed on stands in its decision."""
    return line.kind == "learned" and line.speaker == role


def _is_what_was_decided(seats: Seats, vote: TranscriptLine) -> bool:
    """Whether a vote of this table is for what it then decided, or there was none: only who differs is told
    once more."""
    if vote.kind != "vote" or not vote.speaker:
        return vote.kind == "vote"
    after = seats.lines[seats.lines.index(vote) :]
    decided = next((line for line in after if line.kind == "decision" and line.scene == vote.scene), None)
    return decided is not None and vote.text.endswith(decided.text)


def is_private_line(seats: Seats, line: TranscriptLine) -> bool:
    """Whether a line is for its own seats' eyes: not where all seats here may read it, and not where a table
    acts in the open, with options, in whom to ask, or in a meeting once all of them have brought."""
    if line.kind not in PRIVATE or not line.to or set(seats.roles) <= set(line.to):
        return False
    scene = seats.attempt.game.case.scenes.get(line.scene)
    kind = scene.decision.kind if scene and scene.decision else None
    if line.kind in ("learned", "inject", "vote"):
        return True
    if isinstance(kind, Meet):
        return not set(seats.roles) <= set(kind.seats) or _is_sealed(seats, line)
    return not isinstance(kind, Options | Ask)


def _is_sealed(seats: Seats, line: TranscriptLine) -> bool:
    """Whether the meeting in which a line was said still waits for others to bring."""
    state, game = seats.attempt.state, seats.attempt.game
    if seats.ended or game.scenes[state.scene].scene.id != line.scene:
        return False
    return not state.part.viewing


def _said(seats: Seats, line: TranscriptLine, role: str) -> Said:
    moment = from_minutes(line.clock)
    time = f"{moment:%H:%M}"
    when = f"{in_words(moment.date())}, {time}" if line.kind == "scene" else time
    mine = bool(line.speaker) and line.speaker == role
    name, text = say(words.YOU) if mine else line.name, line.text
    if line.kind == "vote":  # says itself whose it is
        name = ""
    if role and line.kind == "learned" and (known := _told_to(seats, line, role)):
        from_whom = say(words.YOU_NOW_KNOW_FROM, who=line.name) if line.name else say(words.YOU_NOW_KNOW)
        name, text = from_whom, known
    return Said(line.kind, clean(name), clean(text, lines=True).strip(), when, mine, line.clock)


def _told_to(seats: Seats, line: TranscriptLine, role: str) -> str:
    """The fact alone, where it is this seat that learned it."""
    before = say(play_words.LEARNED, to=seats.cast.name(role), fact="")
    return line.text.removeprefix(before) if line.text.startswith(before) else ""


def header(seats: Seats, role: str, clock: int | None = None) -> Header:
    """The line at the top, for a seat; at another moment than now where a line of then is shown."""
    game = seats.attempt.game
    clock = seats.attempt.state.clock if clock is None else clock
    moment = from_minutes(clock)
    day = clock // MINUTES_A_DAY - game.case.set_on // MINUTES_A_DAY + 1
    when = say(words.DAY, day=day, date=in_words(moment.date()), time=f"{moment:%H:%M}")
    title = game.case.roles[role].title if role else ""
    return Header(clean(game.case.title), clean(title[:1].upper() + title[1:]), when, _step(seats, role))


def _step(seats: Seats, role: str) -> str:
    if seats.ended:
        return say(words.ENDED)
    attempt = seats.attempt
    here = attempt.game.scenes[attempt.state.scene].scene.id
    step = decisions_made(attempt.events, role, here) + 1
    return say(words.STEP, step=step, about=max(_decisions_about(seats, role), step))


def decisions_made(events: Sequence[Event], role: str, here: str = "") -> int:
    """In how many scenes a seat has decided, but for the one it is in; a meeting is one."""
    scenes = {
        event.move.scene
        for event in events
        if isinstance(event, Decided) and not event.by_habit and event.move.role == role
    }
    return len(scenes - {here})


def _decisions_about(seats: Seats, role: str) -> int:
    return sum(
        1
        for play in seats.attempt.game.scenes
        if play.decision and role in play.decision.roles and not play.left_out and not play.scene.makes_good
    )
