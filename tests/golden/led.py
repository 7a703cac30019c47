"""Plays that a trainer leads, stored like the others: pauses, stops, votes, injects, seats that change hands.

Beside how it ended, every move has what came of it: where the room stood, who played, what happened.
"""

from __future__ import annotations

from simulator.play.game import Game
from simulator.play.moves import (
    EndPlay,
    HandOver,
    Move,
    MoveOn,
    OpenVotes,
    Pause,
    Poll,
    SendInject,
    Stand,
    StepOut,
    Stops,
    TakeAdvice,
    TimeBox,
    Vote,
    as_data,
)
from simulator.play.state import NO_ENDING
from simulator.play.step import start, step, waiting_for
from simulator.play.strategies import NAIVE
from simulator.records.beginning import PLAY_VERSION
from tests.golden.attempts import HERE, ROOT, Data, begun, case_data, replayed

FILE = HERE / f"led.format1.play{PLAY_VERSION}.json"
CASE = ROOT / "tests" / "cases" / "everything.yaml"
TYPED = "7" * 64
"""Stands for the digest of words that a trainer typed."""


class Room:
    """A table as it is led: every move is kept with what came of it."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.state, _ = start(game, game.case.playable)
        self.moves: list[Move] = []

    def __call__(self, move: Move) -> None:
        self.state, _ = step(self.game, self.state, move)
        self.moves.append(move)

    @property
    def scene(self) -> str:
        return self.game.scenes[self.state.scene].scene.id

    def play_to(self, scene: str, how: str = "everything") -> None:
        """Everybody who is waited for decides until a scene is waited in, or the case has ended."""
        while self.state.ending == NO_ENDING and self.scene != scene:
            self(NAIVE[how](self.game, self.state, waiting_for(self.game, self.state)[0]))


def to_the_trainers_word(room: Room) -> None:
    """Votes opened early, a discussion point, an inject to one seat, a seat that comes and goes, and a
    meeting that the trainer decides."""
    for move in (Stops(True), TimeBox(20), Poll("table"), HandOver("gp", False)):
        room(move)
    for role, option in (("class_teacher", "listen"), ("police", "wait")):
        room(Vote("register", role, option))
    room(OpenVotes("register"))
    room(Poll("nobody"))
    room.play_to("referral")
    room(TakeAdvice("referral", "class_teacher"))
    for move in (Pause(True), SendInject("", ("gp",), TYPED), SendInject("second_call"), Pause(False)):
        room(move)
    room.play_to("ring_round")
    for move in (Pause(False), HandOver("gp", True), StepOut("police"), TimeBox(0)):
        room(move)
    room.play_to("discussion")
    while waiting := waiting_for(room.game, room.state):
        room(NAIVE["first"](room.game, room.state, waiting[0]))
    room(Stand("discussion", "enquire"))


def to_an_early_end(room: Room) -> None:
    """Votes that are open once who is missing leaves, a quiet table moved on, and the play ended for all."""
    room(Poll("present"))
    room(Poll("table"))
    for role in ("class_teacher", "school_nurse", "gp", "police"):
        room(Vote("register", role, "listen"))
    manager = "social_work_manager"
    for move in (HandOver(manager, False), HandOver(manager, True), Poll("nobody"), MoveOn("register")):
        room(move)
    room.play_to("referral", "first")
    for move in (Pause(True), StepOut("school_nurse"), Pause(False), MoveOn("referral"), EndPlay(TYPED)):
        room(move)


PLAYS = (to_the_trainers_word, to_an_early_end)


def stored() -> Data:
    """Led attempts of the case as it stands now; its meeting is left to the trainer."""
    text = CASE.read_text(encoding="utf-8")
    text = text.replace("decided by: chair\n        chair: social_work_manager", "decided by: trainer")
    data = {**case_data(text, "led.yaml"), "led": True}
    game, _ = begun(data)
    for play in PLAYS:
        room = Room(game)
        play(room)
        attempt = {"seats": list(game.case.playable), "moves": [as_data(move) for move in room.moves]}
        data["attempts"].append({**attempt, "steps": []})
    for attempt, came in zip(data["attempts"], replayed(data), strict=True):
        attempt.update(came)
    return data
