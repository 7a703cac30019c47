"""A play without a screen: the document's keys, equal bytes for equal plays, words for moves, refusals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.steps.command_line import SMALL, Run

ROOT = Path(__file__).resolve().parents[3]
WORDS = ("best", "worst", "everything", "nothing", "first", "longest", "random")
KEYS = {
    "case",
    "version",
    "seed",
    "played_on",
    "marked_on",
    "seats",
    "family",
    "moves",
    "transcript",
    "ending",
    "milestones",
    "knowledge",
    "transcript_hash",
    "scorecard",
}
SCORECARD_KEYS = {
    "exact",
    "earned",
    "best",
    "worst",
    "guessing",
    "points_of_best",
    "chance_corrected",
    "table_loss",
    "decisions",
    "competencies",
    "timescales",
    "sharing",
    "red_lines",
}
DECISION_KEYS = {"scene", "role", "chosen", "marks", "possible", "loss", "rules", "reason"}


def test_the_document_holds_what_the_contract_says(run: Run) -> None:
    data = run("play", SMALL, "--moves", "best", "--json").data
    assert data.keys() == KEYS
    assert data["scorecard"].keys() == SCORECARD_KEYS
    assert all(decision.keys() >= DECISION_KEYS for decision in data["scorecard"]["decisions"])
    assert data["knowledge"]["nurse"] == ["late", "tired"]
    assert [move["move"] for move in data["moves"]] == ["choose", "share", "bring", "bring", "view", "view"]


def test_keeping_a_play_changes_no_byte_and_says_the_attempt_apart(run: Run) -> None:
    plain = run("play", SMALL, "--moves", "random", "--seed", "7", "--json")
    kept = run("play", SMALL, "--moves", "random", "--seed", "7", "--keep", "--json")
    assert kept.out == plain.out
    assert kept.err.startswith("Kept as attempt ") and not plain.err


def test_nothing_is_stored_unless_asked(run: Run, home: Path) -> None:
    assert run("play", SMALL, "--moves", "best", "--json").code == 0
    assert not list(home.rglob("*.db"))


@pytest.mark.parametrize("words", ["best", "random"])
def test_another_process_and_hash_seed_print_the_same_bytes(words: str, tmp_path: Path) -> None:
    said = set()
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": f"UTC+{hash_seed}"}
        command = [sys.executable, "-m", "simulator", "play", SMALL, "--moves", words, "--json"]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
        said.add(done.stdout)
    assert len(said) == 1


def test_each_word_plays_a_whole_case_and_none_beats_the_best(run: Run) -> None:
    found = {word: run("play", SMALL, "--moves", word, "--json").data["scorecard"] for word in WORDS}
    assert found["best"]["points_of_best"] == 1 and not found["best"]["red_lines"]
    assert found["worst"]["earned"] == found["worst"]["worst"]
    for word in WORDS[1:]:
        assert found[word]["points_of_best"] < 0.9, word
        assert found[word]["best"] == found["best"]["best"], word


def test_losses_add_up_to_what_is_missing(run: Run) -> None:
    card = run("play", SMALL, "--moves", "random", "--seed", "3", "--json").data["scorecard"]
    lost = sum(decision["loss"] for decision in card["decisions"]) + card["table_loss"]
    assert lost == pytest.approx(card["best"] - card["earned"], abs=1e-3)


@pytest.mark.parametrize(
    "moves",
    [
        "gate note | best",
        "gate note | pass_on advice | pass_on best | talk best",
        "gate note | pass_on best | talk teacher bring late | talk best",
    ],
)
def test_best_goes_on_from_wherever_the_play_has_come_to(run: Run, moves: str) -> None:
    decisions = run("play", SMALL, "--moves", moves, "--json").data["scorecard"]["decisions"]
    assert decisions[0]["loss"] == 3
    assert [decision["loss"] for decision in decisions[1:]] == [0] * len(decisions[1:])


def test_worst_in_one_scene_loses_there_and_nowhere_else(run: Run) -> None:
    decisions = run("play", SMALL, "--moves", "gate best | pass_on worst | best", "--json").data["scorecard"]
    lost = {one["scene"] for one in decisions["decisions"] if one["loss"]}
    assert lost == {"pass_on"}


def test_a_seed_draws_the_family_and_the_random_play(run: Run) -> None:
    one, other = (run("play", SMALL, "--moves", "best", "--seed", seed, "--json").data for seed in "12")
    assert one["family"] != other["family"] and one["seed"] == 1 and other["seed"] == 2
    assert one["scorecard"]["earned"] == other["scorecard"]["earned"]


def test_moves_come_from_a_file_or_standard_input(run: Run, tmp_path: Path) -> None:
    words = "# the line we talked about\ngate ring\n\npass_on best | talk best\n"
    (tmp_path / "moves.txt").write_text(words, "utf-8-sig")
    spoken = run("play", SMALL, "--moves", "gate ring | pass_on best | talk best", "--json")
    assert spoken.code == 0
    assert run("play", SMALL, "--moves", str(tmp_path / "moves.txt"), "--json").out == spoken.out
    assert run("play", SMALL, "--moves", "-", "--json", typed=words).out == spoken.out


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        ("gate run_away", "Move 1 ('gate run_away')"),
        ("gate ring | somewhere else", "Move 2 ('somewhere else')"),
        ("gate ring | talk best", "Move 2 ('talk best')"),
        ("gate ring | pass_on give late to teacher", "Move 2"),
        ("best | gate ring", "Move 2 ('gate ring'): “best” before it plays the case"),
        ("", "There are no moves"),
        ("missing/moves.txt", "cannot be read from missing/moves.txt"),
    ],
)
def test_moves_that_cannot_be_made_are_refused_with_their_place(run: Run, moves: str, said: str) -> None:
    refused = run("play", SMALL, "--moves", moves)
    assert refused.code == 2
    assert said in refused.err and not refused.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("play", "nowhere", "--moves", "best"), "no case called “nowhere”"),
        (("play", SMALL, "--moves", "best", "--role", "mayor"), "no role “mayor”"),
        (("play", SMALL, "--moves", "best", "--role", "duty"), "no role “duty” that somebody can play"),
        (("play", SMALL, "--moves", "best", "--cut", "tiny"), "It has: brief."),
        (("play", SMALL, "--moves", "best", "--on", "2011-02-30"), "“2011-02-30” is not a day"),
        (("play", SMALL, "--moves", "best", "--seed", "-4"), "--seed"),
        (("play", "--moves", "best"), "--moves needs a case"),
        (("play", SMALL, "--json"), "--json goes with --moves"),
        (("play", SMALL, "--keep"), "--keep goes with --moves"),
        (("play", SMALL, "--role", "nurse", "--table", "One"), "one person plays one seat"),
    ],
)
def test_words_that_name_nothing_are_wrong_usage(run: Run, words: tuple[str, ...], said: str) -> None:
    refused = run(*words)
    assert refused.code == 2
    assert said in refused.err and not refused.out


def test_a_broken_case_is_refused_with_every_finding(run: Run) -> None:
    refused = run("play", ROOT / "tests" / "corpus" / "a13_dup_scene.yaml", "--moves", "best")
    assert refused.code == 1
    assert "a13_dup_scene.yaml:" in refused.err and "simulator check" in refused.err


def test_the_printed_play_shows_who_said_what_and_the_marks(run: Run) -> None:
    said = run("play", SMALL, "--moves", "gate note | best")
    assert said.code == 0
    assert "Mon 5 Sep 2011, 09:40" in said.text and "Who asked her?" not in said.text
    assert "0 of 3      −3" in said.text and "“best" not in said.text
    assert max(map(len, said.text.splitlines())) <= 80


def test_what_is_marked_is_wrapped_and_not_cut(run: Run) -> None:
    lines = run("play", SMALL, "--moves", "everything").text.split("\nMarks\n")[1].splitlines()
    assert max(map(len, lines)) <= 80 and not any("…" in line for line in lines)
    assert any(line.startswith(" " * 22) for line in lines)


def test_seats_left_to_colleagues_are_not_marked(run: Run) -> None:
    data = run("play", SMALL, "--moves", "best", "--role", "nurse", "--json").data
    assert {decision["role"] for decision in data["scorecard"]["decisions"]} == {"nurse"}
    assert data["scorecard"]["points_of_best"] == 1


def test_a_case_too_large_to_solve_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.solver.explore.Explorer._explore", _over_budget)
    refused = run("play", SMALL, "--moves", "best")
    assert refused.code == 1 and "more situations than can be worked out" in refused.err


def _over_budget(*_: object) -> None:
    from simulator.solver.explore import OverBudget

    raise OverBudget


def test_the_demonstration_plays_a_case_and_says_where_the_record_is(run: Run, home: Path) -> None:
    shown = run()
    assert shown.code == 0
    assert "100%" in shown.text and str(home / "record.db") in shown.text
    attempt = shown.text.partition("attempt ")[2].split(".")[0]
    assert run("replay", attempt).code == 0


@pytest.mark.parametrize("seed", range(12))
def test_a_move_in_words_is_read_back_as_the_same_move(seed: int) -> None:
    from simulator.cli.ready import get_ready
    from simulator.play.move_words import in_move_words
    from simulator.play.spoken import Spoken, listed, play_words
    from simulator.play.strategies import random_strategy
    from simulator.settings import load

    ready = get_ready(load(), str(ROOT / "tests" / "cases" / "everything.yaml"))
    drawn = play_words(ready.game, ready.seats, listed("random"), {"random": random_strategy(seed)})
    spoken = [Spoken(in_move_words(move, ready.case), at) for at, move in enumerate(drawn.moves, 1)]
    assert play_words(ready.game, ready.seats, spoken, {}).moves == drawn.moves
