"""`replay`, `debrief`, `resume` and `records`."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.access import sign_in
from simulator.records import Player
from tests.steps import training
from tests.steps.command_line import SMALL, Run
from tests.steps.training import TrainingRoom


@pytest.fixture
def kept(run: Run) -> str:
    """A finished play in the record."""
    said = run("play", SMALL, "--moves", "gate note | random", "--seed", "5", "--keep", "--json")
    return said.err.split()[-1].rstrip(".")


def test_a_replay_is_the_play_again(run: Run, kept: str) -> None:
    play = run("play", SMALL, "--moves", "gate note | random", "--seed", "5")
    assert run("replay", kept).out == play.out


def test_a_replay_needs_no_file(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "mine.yaml"
    case.write_bytes(SMALL.read_bytes())
    played = run("play", case, "--moves", "best", "--keep", "--json")
    case.unlink()
    assert run("replay", played.err.split()[-1].rstrip("."), "--json").out == played.out


def test_a_replay_on_another_date_is_labelled(run: Run, kept: str) -> None:
    said = run("replay", kept, "--as-of", "2024-03-01").text
    assert "Marked as if on 2024-03-01; it was played on 2011-09-05." in said


def test_the_debrief_as_a_page(run: Run, kept: str, tmp_path: Path) -> None:
    said = run("debrief", kept, "--html", tmp_path / "page.html")
    assert said.code == 0 and not said.out and "page.html" in said.err
    html = (tmp_path / "page.html").read_text("utf-8")
    assert html.startswith('<!DOCTYPE html>\n<html lang="en-GB">') and "<svg" in html
    assert html.count("<h1>") == 1 and html.count("<h2>") >= 8
    assert html.count("<table>") == html.count("<caption>") and html.count("<table>") >= 2
    assert not re.search(r"<script|https?://|<link|@import", html.replace("http://www.w3.org", ""))


def test_the_page_for_the_wall_names_no_seat(run: Run, kept: str, tmp_path: Path) -> None:
    names = {line["name"] for line in run("replay", kept, "--json").data["transcript"] if line.get("name")}
    seats = {name for name in names if ", " in name}
    for words in (("--html", tmp_path / "wall.html"), ()):
        said = run("debrief", kept, "--no-names", *words)
        text = (tmp_path / "wall.html").read_text("utf-8") if words else said.text
        headed = re.findall(r"<h3>(\d+\. .*?)</h3>", text) or re.findall(r"^\d+\. .*", text, re.M)
        assert headed and not [name for name in seats for line in headed if name in line]


def test_the_debrief_as_a_pdf(run: Run, kept: str, tmp_path: Path) -> None:
    assert run("debrief", kept, "--pdf", tmp_path / "page.pdf").code == 0
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")


def test_a_page_that_cannot_be_written(run: Run, kept: str, tmp_path: Path) -> None:
    said = run("debrief", kept, "--html", tmp_path)
    assert said.code == 1 and "could not be written" in said.err


def test_the_debrief_in_plain_lines_is_the_same_text(run: Run, kept: str) -> None:
    plain, wrapped = run("debrief", kept, "--plain").text, run("debrief", kept).text
    assert " ".join(plain.split()) == " ".join(wrapped.split())
    assert max(map(len, wrapped.splitlines())) <= 80


@pytest.mark.parametrize("words", [("replay",), ("debrief",), ("resume",)], ids=" ".join)
def test_an_attempt_that_is_not_there(run: Run, words: tuple[str, ...]) -> None:
    said = run(*words, "nowhere")
    assert said.code == 1 and "nowhere" in said.err and "Traceback" not in said.err


def test_a_play_that_has_not_ended_is_resumed_and_not_debriefed(run: Run, room: TrainingRoom) -> None:
    attempt = room.play(ends=False)
    assert f"simulator resume {attempt}" in run("debrief", attempt).err
    assert run("resume", "--json").data["attempts"][0]["attempt"] == attempt
    assert run("replay", attempt, "--json").data["ending"] is None


def test_what_can_be_carried_on_names_the_seats_by_their_titles(
    run: Run, room: TrainingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = training.TEXT.replace("  nurse:\n", "  nurse:\n    title: school health adviser\n")
    monkeypatch.setattr(training, "TEXT", text)
    room.play(ends=False)
    assert ", as teacher, school health adviser; moves made: 0, " in " ".join(run("resume").text.split())


def test_a_play_that_has_ended_is_not_resumed(run: Run, kept: str) -> None:
    said = run("resume", kept)
    assert said.code == 1 and f"simulator debrief {kept}" in said.err


def test_practice_begins_at_the_scene_that_was_asked_for(run: Run, kept: str) -> None:
    said = run("replay", kept, "--from", "talk").text
    attempt = said.split("attempt ")[1].split()[0]
    moves = run("replay", attempt, "--json").data["moves"]
    assert [move["scene"] for move in moves] == ["gate", "pass_on"]
    assert run("replay", kept, "--from", "moon").code == 2


def test_a_change_in_the_journal_is_found_and_placed(run: Run, home: Path, kept: str) -> None:
    assert run("records", "verify").code == 0
    with closing(sqlite3.connect(home / "record.db")) as record, record:
        record.execute("UPDATE journal SET move = replace(move, 'note', 'ring') WHERE seq = 1")
    said = run("records", "verify", "--json")
    assert said.code == 1
    (broken,) = said.data["breaks"]
    assert (broken["attempt"], broken["seq"]) == (kept, 1)
    assert run("records", "verify").code == 1 and run("replay", kept).code == 1


def test_a_backup_is_restored(run: Run, kept: str, tmp_path: Path) -> None:
    assert run("records", "backup", tmp_path / "friday.zip").code == 0
    play = run("replay", kept).out
    assert run("play", SMALL, "--moves", "best", "--keep").code == 0
    asked = run("records", "restore", tmp_path / "friday.zip")
    assert asked.code == 2 and run("records", "verify", "--json").data["attempts"] == 2
    assert run("records", "restore", tmp_path / "friday.zip", "--yes").code == 0
    assert run("records", "verify", "--json").data["attempts"] == 1
    assert run("replay", kept).out == play
    assert run("records", "backup", tmp_path / "friday.zip").code == 1


def test_a_person_is_shown_and_erased(run: Run, room: TrainingRoom) -> None:
    sam = room.register("Sam Wren", "health visiting", email="sam@example.org")
    room.play(Player(sam.learner, ("nurse",)))
    held = run("records", "person", "sam wren", "--json").data["held"]
    assert held["people"][0]["email"] == "sam@example.org" and held["words"] and held["completions"]
    assert "sam@example.org" in run("records", "person", sam.learner).text
    assert run("records", "erase", "Sam Wren").code == 2
    said = run("records", "erase", "Sam Wren", "--yes")
    assert said.code == 0 and "person" in said.text
    assert run("records", "person", "Sam Wren").code == 2
    assert run("records", "verify").code == 0
    assert b"Sam Wren" not in (room.home / "record.db").read_bytes()


def test_somebody_who_lost_their_words_is_given_new_ones(run: Run, room: TrainingRoom) -> None:
    sam = room.register("Sam Wren", "schools")
    phrase = run("records", "phrase", "Sam Wren").text.split()[-1]
    with room.open() as store:
        assert sign_in(store, "sam wren", phrase).learner == sam.learner
    assert run("records", "audit", "--json").data["audit"][-1]["action"] == "new phrase"


def test_of_two_people_with_one_name_the_pseudonym_says_which(run: Run, room: TrainingRoom) -> None:
    room.register("Sam Wren", "schools")
    other = room.register("Sam Wren", "police")
    said = run("records", "person", "Sam Wren")
    assert said.code == 2 and f"{other.learner} of police" in said.err
    assert run("records", "person", other.learner).code == 0


def test_typed_words_are_taken_out_of_one_move(run: Run, room: TrainingRoom) -> None:
    attempt = room.play()
    assert run("records", "redact", attempt, "1").code == 0
    assert run("records", "redact", attempt, "99").code == 1
    assert run("records", "verify").code == 0
    actions = [line["action"] for line in run("records", "audit", "--json").data["audit"]]
    assert actions == ["redact"]


@pytest.mark.parametrize(
    "words",
    [
        ("report", "R4"),
        ("export", "completions", "--for", "neutral"),
        ("records", "person", "Sam Wren"),
        ("records", "backup", "never.zip"),
    ],
    ids=" ".join,
)
def test_the_trainers_pin_stands_before_names(
    run: Run, room: TrainingRoom, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simulator.access import set_pin

    monkeypatch.chdir(tmp_path)
    room.register("Sam Wren", "schools")
    with room.open() as store:
        set_pin(store, "402817")
    refused = run(*words, typed="111222\n")
    assert refused.code == 1 and not refused.out and not (tmp_path / "never.zip").exists()
    assert run(*words, typed="402817\n").code == 0


def test_the_trainers_pin_is_set_changed_by_whoever_knows_it_and_asked_for(
    run: Run, room: TrainingRoom
) -> None:
    room.register("Sam Wren", "schools")
    assert run("records", "pin", typed="1111\n").code == 1  # too easy
    assert run("records", "pin", typed="4071\n").code == 0
    assert run("records", "person", "Sam Wren", typed="0000\n").code == 1
    assert run("records", "person", "Sam Wren", typed="4071\n").code == 0
    assert run("records", "pin", typed="0000\n5082\n").code == 1
    assert run("records", "pin", typed="4071\n5082\n").code == 0
    assert run("records", "person", "Sam Wren", typed="5082\n").code == 0
