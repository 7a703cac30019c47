"""`scenarios`, `check` and `solve`."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.checking import show_explanation
from simulator.scenario.catalogue import ENTRIES
from tests.steps.command_line import SMALL, Run

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT / "tests" / "corpus"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of cases of somebody's own, with one case in it."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "small.yaml").write_bytes(SMALL.read_bytes())
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(folder))
    return folder


def test_the_library_says_what_one_chooses_by(run: Run, shelf: Path) -> None:
    said = " ".join(run("scenarios").text.split())
    assert "small The late collection Somebody is late for a child" in said
    assert "introductory, 15 minutes, set on 2011-09-05 under Working Together March 2010" in said
    assert "Roles: teacher, nurse" in said and "Shorter: brief (5 minutes)" in said
    assert "Content: a child who waits" in said and "Unreviewed" in said


def test_the_library_as_data(run: Run, shelf: Path) -> None:
    cases = {case["id"]: case for case in run("scenarios", "--json").data["cases"]}
    small = cases["small"]
    assert small["path"] == str(shelf / "small.yaml") and small["minutes"] == 15
    assert small["set_on"] == "2011-09-05T09:40" and small["editions"]["working together"] == "wt2010"
    assert small["cuts"] == {"brief": 5} and small["roles"] == ["teacher", "nurse"] and small["broken"] == ""
    assert "late-tired-and-loved" in cases


def test_a_broken_case_is_listed_as_broken_and_hides_no_other(run: Run, shelf: Path) -> None:
    (shelf / "broken.yaml").write_text("title: Half a\nscenes: [\n", "utf-8")
    said = run("scenarios")
    assert said.code == 0
    assert "cannot be played:" in said.text and "The late collection" in said.text


def test_what_was_read_once_is_not_read_again_until_it_changes(
    run: Run, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("scenarios", "--json")
    monkeypatch.setattr("simulator.scenario.library.summary_of", None)
    monkeypatch.setattr("simulator.cli.library._read_editions", None)
    assert run("scenarios", "--json").out == first.out
    text = (shelf / "small.yaml").read_text("utf-8")
    (shelf / "small.yaml").write_text(text.replace("The late collection", "The later collection"), "utf-8")
    with pytest.raises(TypeError):
        run("scenarios")
    monkeypatch.undo()
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(shelf))
    assert "The later collection" in run("scenarios").text


@pytest.mark.parametrize("spoiled", ["", "{", "[]", '{"packs": 4}'])
def test_a_spoiled_memory_is_made_again(run: Run, shelf: Path, home: Path, spoiled: str) -> None:
    before = run("scenarios").out
    for kept in (home / "cache").iterdir():
        kept.write_text(spoiled, "utf-8")
    assert run("scenarios").out == before


def test_the_home_that_listing_makes_is_its_owners_alone(run: Run, home: Path) -> None:
    run("scenarios")
    assert home.stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_remembered_the_library_is_listed_all_the_same(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "cache").write_text("in the way", "utf-8")
    first = run("scenarios")
    assert first.code == 0 and run("scenarios").out == first.out


def test_check_finds_nothing_in_a_sound_case(run: Run) -> None:
    said = run("check", SMALL)
    assert said.code == 0 and said.text.endswith("Nothing found in 1 file.\n")


def test_check_says_that_more_is_looked_at_once_a_case_can_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "slip.yaml").write_text(SMALL.read_text().replace("grade: good", "grade: splendid"))
    found = run("check", str(tmp_path / "slip.yaml"))
    assert found.code == 1 and "Put these right first" in found.text
    assert "Put these right first" not in run("check", str(SMALL)).text


def test_check_looks_through_folders(run: Run, shelf: Path) -> None:
    (shelf / "deeper").mkdir()
    (shelf / "deeper" / "other.yml").write_text("title: 4\nscene: {}\n", "utf-8")
    said = run("check", shelf)
    assert said.code == 1
    assert "deeper/other.yml:2:1:" in said.text and "in 2 files." in said.text
    assert "^" in said.text


def test_check_as_data_names_every_place(run: Run) -> None:
    said = run("check", CORPUS / "a13_dup_scene.yaml", "--json")
    assert said.code == 1
    finding = said.data["findings"][0]
    assert finding.keys() == {"code", "severity", "file", "line", "column", "message", "remedy"}
    assert finding["file"].endswith("a13_dup_scene.yaml")


@pytest.mark.parametrize("name", ["nowhere.yaml", "."])
def test_check_of_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("check", name)
    assert said.code in (1, 2) and (name in said.text or "no case file" in said.err)


def test_check_without_a_name(run: Run) -> None:
    said = run("check")
    assert said.code == 2 and "simulator check scenarios" in said.err


def test_strict_minds_what_only_needs_thinking_about(run: Run, tmp_path: Path) -> None:
    lines = SMALL.read_text("utf-8").replace("child who waits", "child who waits, 01632 496 0999")
    file = tmp_path / "case.yaml"
    file.write_text(lines, "utf-8")
    found = run("check", file, "--json").data["findings"]
    usual, strict = run("check", file).code, run("check", file, "--strict").code
    severities = {finding["severity"] for finding in found}
    assert usual == int(bool(severities & {"stop", "fix before a workshop"}))
    assert strict == int(bool(severities - {"note"}))


def test_a_code_is_explained_with_both_examples(run: Run) -> None:
    said = run("check", "--explain", "f005")
    assert said.code == 0
    assert said.text.startswith("F005: ") and "Put right:" in said.text
    assert run("check", "--explain", "Z999").code == 2


def test_every_code_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for code, entry in ENTRIES.items():
        show_explanation(code, json=False)
        assert entry.title in capsys.readouterr().out


def test_solve_agrees_with_the_play(run: Run) -> None:
    solved = run("solve", SMALL, "--json").data
    best = run("play", SMALL, "--moves", "best", "--json").data
    assert solved["exact"] and solved["best"] == best["scorecard"]["earned"]
    assert solved["guessing"] == best["scorecard"]["guessing"]
    assert solved["best_line"] == best["moves"]
    assert sum(solved["endings"].values()) == pytest.approx(1, abs=1e-3)
    assert solved["naive"].keys() == {"everything", "nothing", "first", "longest"}


def test_the_best_line_that_is_printed_can_be_played(run: Run) -> None:
    printed = run("solve", SMALL).text.partition("The best line:")[2]
    moves = " ".join(printed.split()).removeprefix("- ").replace(" - ", " | ")
    assert run("play", SMALL, "--moves", moves, "--json").data["scorecard"]["points_of_best"] == 1


def test_solve_for_one_seat_and_another_day(run: Run) -> None:
    solved = run("solve", SMALL, "--role", "nurse", "--on", "2016-05-01", "--json").data
    assert solved["seats"] == ["nurse"] and solved["played_on"] == "2016-05-01"
