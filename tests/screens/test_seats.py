"""What a seat sees: its own, and nothing that is another's."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scoring.guidance.board_reading import load_board
from scoring.terms import Level
from simulator.play.state import level_at
from simulator.play.strategies import NAIVE, random_strategy
from simulator.terminal.reading.panels import PANELS, PRIVATE_PANELS
from simulator.terminal.reading.paragraph import Paragraph, wrap
from simulator.terminal.reading.talk import talk_paragraphs
from simulator.terminal.room.clocks import running
from simulator.terminal.room.knowing import chronology, known
from simulator.terminal.room.others import others
from simulator.terminal.room.rhythm import LONGEST, SHORTEST, Rhythm, pause_after
from simulator.terminal.room.seats import Said, Seats, header, seen
from simulator.text import width
from tests.screens.memory import MemoryAttempt
from tests.screens.world import attempt_of, played, random_plays, seats_at

BOARD = load_board()


def everything_shown(seats: Seats, role: str) -> str:
    """All text a seat can bring to its screen."""
    said = "\n".join(f"{line.name} {line.text}" for line in seen(seats, role))
    panels = [PANELS[name](seats, role, BOARD, 40) for name in PANELS]
    return " ".join((said + "\n".join(p.text for panel in panels for p in panel)).split())


def test_a_seat_sees_no_fact_it_does_not_know() -> None:
    looked = 0
    for attempt in random_plays("everything", 25):
        seats = seats_at()
        seats.attempt = attempt
        game = attempt.game
        for role in attempt.seats:
            shown = everything_shown(seats, role)
            for name, fact in game.case.facts.items():
                level = level_at(attempt.state.knows, game.layout.slot(role, name))
                text = " ".join(seats.cast.fill(fact.text).split())
                if level is not Level.FULL and fact.headline != fact.text:
                    looked += 1
                    assert text not in shown, (role, name)
    assert looked > 5_000


def test_behind_the_curtain_stays_behind_it() -> None:
    attempt = attempt_of()
    seats = seats_at()
    seats.attempt = attempt
    for _ in played(attempt, NAIVE["everything"]):
        pass
    open_ = seen(seats, "gp", private=False)
    assert {line.kind for line in open_} <= {
        "scene",
        "says",
        "stop",
        "meeting",
        "dissent",
        "ending",
        "decision",
    }
    for role in attempt.seats:
        assert len(open_) < len(seats.lines) and seen(seats, role, private=False) == open_
    assert not any("Passed to" in line.text or "now knows" in line.text for line in open_)
    assert {line.name for line in open_ if line.kind == "decision"} >= {"Teacher"} or any(
        "eacher" in line.name for line in open_ if line.kind == "decision"
    )


def test_private_panels_are_those_with_what_one_knows() -> None:
    assert set(PRIVATE_PANELS) == {"known", "notes"} and set(PRIVATE_PANELS) < set(PANELS)


def test_one_knows_ones_own_first_and_then_what_one_was_told_with_by_whom_and_when() -> None:
    attempt = attempt_of()
    seats = seats_at()
    seats.attempt = attempt
    for _ in played(attempt, NAIVE["everything"]):
        pass
    rows = known(seats, "social_work_manager")
    hows = [row.how for row in rows]
    assert any(how.startswith("from ") and "teacher" in how for how in hows)
    assert hows == sorted(hows, key=lambda how: how != "in your own file")
    assert {row.mark for row in rows} <= {"fact", "said", "reported", "hearsay", "opinion", "record"}
    notes = chronology(seats, "social_work_manager")
    assert {"decision", "learned", "scene"} <= {line.kind for line in notes}


def test_the_header_counts_a_meeting_once_and_days_from_one() -> None:
    seats = seats_at(roles=("class_teacher",))
    top = header(seats, "class_teacher")
    assert top.day == "Day 1, Thu 27 May 2010, 09:20" and top.step == "Step 1 of about 4"
    attempt = seats.attempt
    steps = []
    for number in range(30):
        role = seats.whose_turn()
        if not role:
            break
        steps.append(header(seats, role).step)
        attempt.play(NAIVE["first"](attempt.game, attempt.state, role), str(number), role)
    assert len(steps) == 5  # what to bring to the meeting and the view in it are one step
    assert steps[-1] == steps[-2]
    assert header(seats, "class_teacher").step == "The end"


def test_others_are_called_as_they_were_on_the_day() -> None:
    seats = seats_at()
    rows = others(seats, "class_teacher", BOARD)
    assert [row.name.split(", ")[-1] for row in rows][:2] == ["school nurse", "family doctor"]
    assert all(row.between == "Nothing has passed between you." for row in rows)
    attempt = seats.attempt
    for number in range(6):
        role = seats.whose_turn()
        attempt.play(NAIVE["everything"](attempt.game, attempt.state, role), str(number), role)
    manager = next(row for row in others(seats, "class_teacher", BOARD) if "manager" in row.name)
    assert "You told them 3 things." in manager.between


def test_clocks_run_for_those_they_bind() -> None:
    seats = seats_at()
    attempt = seats.attempt
    assert running(seats, "social_work_manager") == ()
    for number in range(6):
        role = seats.whose_turn()
        attempt.play(NAIVE["everything"](attempt.game, attempt.state, role), str(number), role)
    mine = running(seats, "social_work_manager")
    assert mine and all(clock.due.startswith(("Running. Due", "Done.", "! ")) for clock in mine)
    said = [paragraph.text for paragraph in PANELS["clock"](seats, "social_work_manager", BOARD, 40)]
    assert all(f"- {line}" in said for clock in mine for line in clock.counting)
    assert all(len(clock.counting) > 1 for clock in mine)


def test_paragraphs_keep_to_a_width() -> None:
    attempt = attempt_of()
    seats = seats_at()
    seats.attempt = attempt
    for _ in played(attempt, random_strategy(1)):
        pass
    for role in attempt.seats:
        for paragraph in talk_paragraphs(seen(seats, role)):
            assert all(width(line) <= 30 for line in wrap(paragraph.text, 30))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two", ["one two"]),
        ("one two three", ["one two", "three"]),
        ("unbreakable", ["unbreaka", "ble"]),
        ("a unbreakable b", ["a", "unbreaka", "ble b"]),
        ("字字字字字 字", ["字字字字", "字 字"]),
        ("one\n\ntwo", ["one", "", "two"]),
    ],
)
def test_wrapping(text: str, lines: list[str]) -> None:
    assert wrap(text, 8) == lines


def test_the_rhythm_stops_at_a_stop_and_a_key_shows_the_rest() -> None:
    lines = [
        Said("scene", "", "", "Thu 27 May 2010, 09:20"),
        Said("says", "Aya", "One.", "09:20"),
        Said("says", "Aya", "Two.", "09:20"),
        Said("stop", "", "Talk.", "09:20"),
        Said("says", "Aya", "Three.", "09:20"),
    ]
    rhythm = Rhythm()
    rhythm.expect(lines)
    assert rhythm.next() == tuple(lines[:2])
    assert rhythm.rest() == tuple(lines[2:4])
    assert rhythm.at_stop == lines[3] and not rhythm.idle and rhythm.rest() == ()
    rhythm.go_on()
    assert rhythm.rest() == (lines[4],) and rhythm.idle


def test_a_line_stands_longer_the_longer_it_is() -> None:
    short, long = Said("says", "A", "No.", ""), Said("says", "A", "x" * 5_000, "")
    assert SHORTEST == pause_after(short) < pause_after(long) == LONGEST


def test_a_drawing_is_not_wrapped() -> None:
    from simulator.terminal.reading.paragraph import Look, wrapped

    drawing = Paragraph("  a   b  ", Look.DRAWING)
    assert wrapped(drawing, 4) == ["  a   b  "]


def test_what_a_scene_tells_stands_after_the_words_that_tell_it() -> None:
    attempt = attempt_of()
    seats = seats_at()
    seats.attempt = attempt
    for _ in played(attempt, NAIVE["everything"]):
        seats.catch_up()
    seats.catch_up()
    assert sorted(seats.lines) == sorted(seats_from_the_start(attempt).lines)
    for line, following in pairwise(seats.lines):
        assert (line.kind, following.kind, line.scene) != ("learned", "scene", following.scene)
    mine = [line for line in seen(seats, "social_work_manager") if line.kind == "learned"]
    assert {line.name.partition(",")[0] for line in mine} >= {"You now know"}
    assert not any("now knows" in line.text for line in mine)


def seats_from_the_start(attempt: MemoryAttempt) -> Seats:
    seats = seats_at()
    seats.attempt, seats.lines, seats._told = attempt, [], 0
    seats.catch_up()
    return seats
