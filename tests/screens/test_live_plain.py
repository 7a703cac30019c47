"""How a workshop ends for somebody who joins line by line."""

from __future__ import annotations

import io
from pathlib import Path

from scoring.guidance.board_reading import load_board
from simulator.terminal.desk.asking import asking_in
from simulator.terminal.desk.stored import StoredDesk
from simulator.terminal.plain.console import WIDTH, Console
from simulator.terminal.plain.session import Session
from simulator.workshop import joining
from tests.screens.driver import options, still
from tests.screens.live_world import Live, live_room, typed_line_by_line

CHAIRS = "try the other chair?"


class Reading(io.StringIO):
    """Somebody who carries on at the place they hold, presses Enter through the look back, and then says
    which other chair."""

    def __init__(self, heard: io.StringIO, chair: str) -> None:
        super().__init__()
        self.heard, self.said = heard, ["1\n", f"{chair}\n"]

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """What they type next."""
        asked = CHAIRS in self.heard.getvalue()
        if asked or len(self.said) == 2:
            return self.said.pop(0) if self.said else ""
        return "\n"


def ended(live: Live, chair: str) -> str:
    """What the family doctor hears whose case the trainer has ended."""
    live.world.sit(1, "class_teacher")
    live.world.begin(1)
    typed_line_by_line(live, "plain", "2\n3\n\n")
    live.console.end_all()
    desk = StoredDesk(still(home=str(live.home / "plain")), live.store, load_board())
    heard = io.StringIO()
    Session(
        Console(Reading(heard, chair), heard), desk, options(settings=desk.settings, join=live.world.code)
    ).run()
    return " ".join(heard.getvalue().split())


def test_who_is_done_steps_out_of_the_role_and_need_not_try_another_chair(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        said = ended(live, "1")
        assert "Step out of the family doctor You are yourself again." in said
        chairs = said[said.index(CHAIRS) :]
        assert "1. No, I am done for today 2. Play it again as the teacher, as practice" in chairs
        assert "as the family doctor" not in chairs
        assert chairs.endswith("Thank you for playing. Look after yourself today.")


def test_the_other_chair_is_played_line_by_line_as_practice(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        said = ended(live, "2")
        played = said[said.index(CHAIRS) :]
        assert "You are the teacher" in played and "Aya has stopped talking" in played
        (practice,) = live.store.resumable()
        attempt = live.store.attempt(practice.attempt)
        assert attempt.about.practice_only and attempt.seats == ("class_teacher",)
        assert attempt.about.held_in is None and live.store.verify() == []


def test_who_looked_on_is_led_back_to_themselves(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        live.world.sit(1, "class_teacher")
        live.world.begin(1)
        typed_line_by_line(live, "plain", "2\n7\n\n")
        live.console.end_all()
        said = typed_line_by_line(live, "plain", "1\n")
        assert "Say to the person beside you what you saw" in said and "Samaritans" in said
        assert CHAIRS not in said


def test_a_vote_is_said_to_be_one_and_its_reason_is_asked_for_before_its_buttons(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        live.world.sit(1, "class_teacher")
        live.world.begin(1)
        live.console.votes("table")
        said = typed_line_by_line(live, "plain", "2\n3\n\n1\nShe asked me.\n1\n")
        asked = said[said.index("Step 1 of about") :]
        assert asked.index("Your own view first.") < asked.index("What now?")
        assert asked.index("Why? One sentence") < asked.index("1. Do this")
        (line,) = live.world.attempt(1).all_said().values()
        assert line == "She asked me."


def test_who_looks_back_when_the_workshop_is_closed_is_asked_all_the_same(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        teacher, left = live.world.sit(1, "class_teacher", "Amira Shah"), live.world.sit(1, "gp", "Jo Park")
        live.world.begin(1)
        live.console.free(1, "gp")
        live.world.sit(1, "gp", "Ben Okoro")
        live.console.end_all()
        live.console.close()
        assert [one.name for one in asking_in(live.store, teacher).people] == ["Amira Shah"]
        assert asking_in(live.store, left).people == ()


def test_a_long_prompt_is_broken_between_words() -> None:
    said = io.StringIO()
    assert Console(io.StringIO("yes\n"), said).hear("Press Enter to look again; " * 4) == "yes"
    assert max(map(len, said.getvalue().splitlines())) <= WIDTH and said.getvalue().endswith("again; ")
    short = io.StringIO()
    assert Console(io.StringIO("1\n"), short).hear("") == "1" and short.getvalue() == " "


def test_who_comes_back_from_another_device_has_their_own_place_again(tmp_path: Path) -> None:
    """A name and an agency are asked for and nothing else; the others need not wait for the rest."""
    with live_room(tmp_path) as live:
        live.world.sit(1, "class_teacher")
        live.world.begin(1)
        agency = list(load_board().agencies)[3]
        said = typed_line_by_line(live, "old", "1\nJo Park\n4\n3\n\n\n\n3\n3\n\n")
        assert "work e-mail" not in said.partition("Your name:")[2] and "Whose computer" not in said
        assert "You are the family doctor" in said
        held = joining.place_of(live.store, live.world.room, "Jo Park", agency)
        assert held is not None and held.role == "gp"
        said = typed_line_by_line(live, "new", "1\njo park\n4\n1\n")
        assert "has a place here. Is it you, from another screen?" in said
        assert "Waiting for the teacher" in said and "Choose your seat" not in said
        again = joining.place_of(live.store, live.world.room, "Jo Park", agency)
        assert again is not None and again.learner == held.learner
