"""The library: every case is listed, a broken one among them, and none is read twice without need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.errors import CaseError
from simulator.scenario import library, read
from simulator.scenario.library import Summary, files, find, folders, listing

CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "cases"
    folder.mkdir()
    for name in ("ten_lines", "everything"):
        (folder / f"{name}.yaml").write_bytes((CASES / f"{name}.yaml").read_bytes())
    return folder


def test_a_summary_holds_what_the_list_of_cases_shows(shelf: Path) -> None:
    everything, ten_lines = listing([shelf])

    assert everything.path == str(shelf / "everything.yaml")
    assert everything.title == "Toast for two"
    assert everything.roles == ("teacher", "school nurse", "family doctor", "social work manager", "police")
    assert everything.content_notes == ("a young child looking after a baby", "a parent's low mood")
    assert everything.reviewed == "the authors of this example, 2026-10-01"
    assert everything.cuts == (("short", 25),)
    assert everything.guidance[-1] == "index"
    assert ten_lines.id == "ten-lines"
    assert (ten_lines.level, ten_lines.minutes, ten_lines.reviewed, ten_lines.broken) == ("core", 30, "", "")


def test_a_broken_file_is_listed_as_broken_and_hides_no_other(shelf: Path) -> None:
    (shelf / "a_broken.yaml").write_text("titel: A\n")
    (shelf / "b_binary.yaml").write_bytes(b"\x00\xff\xfe")
    os.mkfifo(shelf / "c_pipe.yml")
    (shelf / "d_folder.yaml").mkdir()

    found = {Path(each.path).name: each for each in listing([shelf])}

    assert sorted(found) == [
        "a_broken.yaml",
        "b_binary.yaml",
        "c_pipe.yml",
        "d_folder.yaml",
        "everything.yaml",
        "ten_lines.yaml",
    ]
    assert [name for name, each in found.items() if each.broken] == sorted(found)[:4]
    assert "a_broken.yaml:1:1: F001 stop:" in found["a_broken.yaml"].broken
    assert found["a_broken.yaml"].title == "a_broken"


def test_the_first_message_of_a_broken_file_is_about_its_yaml_if_that_is_broken(shelf: Path) -> None:
    (shelf / "broken.yaml").write_text("titel: A\nlevel: &co core\n")

    assert "Y024" in next(each.broken for each in listing([shelf]) if each.broken)


def test_hidden_files_drafts_and_other_files_are_no_cases(shelf: Path) -> None:
    for name in (".hidden.yaml", "_draft.yaml", "notes.txt", "README.md"):
        (shelf / name).write_text("title: A\n")

    assert [file.name for file in files([shelf, shelf / "nowhere"])] == ["everything.yaml", "ten_lines.yaml"]


def test_what_is_kept_is_the_same_and_only_what_changed_is_read_again(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "state" / "cases.json"
    first = listing([shelf], kept)
    read_again: list[str] = []
    summary_of = library.summary_of

    def counted(path: Path) -> Summary:
        read_again.append(path.name)
        return summary_of(path)

    monkeypatch.setattr(library, "summary_of", counted)
    assert listing([shelf], kept) == first
    assert read_again == []

    text = (shelf / "ten_lines.yaml").read_text().replace("The empty lunch box", "The full lunch box")
    (shelf / "ten_lines.yaml").write_text(text)
    assert [each.title for each in listing([shelf], kept)] == ["Toast for two", "The full lunch box"]
    assert read_again == ["ten_lines.yaml"]

    (shelf / "everything.yaml").unlink()
    assert [each.id for each in listing([shelf], kept)] == ["ten-lines"]
    assert list(json.loads(kept.read_text())["files"]) == [str(shelf / "ten_lines.yaml")]


SPOILED = ("", "{", "[]", "3")
SPOILED_FILES = ("3", "[]", '{"a": 3}', '{"a": [[1, 2]]}', '{"a": [[1, 2], 7]}', '{"a": [[1, 2], ["b"]]}')


@pytest.mark.parametrize(
    "spoiled",
    [*SPOILED, '{"version": 0, "files": {}}', *(f'{{"version": 1, "files": {f}}}' for f in SPOILED_FILES)],
)
def test_a_spoiled_file_of_summaries_is_made_anew(shelf: Path, tmp_path: Path, spoiled: str) -> None:
    kept = tmp_path / "cases.json"
    kept.write_text(spoiled)

    assert listing([shelf], kept) == listing([shelf])
    assert json.loads(kept.read_text())["version"] == library.KEPT_VERSION


def test_where_summaries_cannot_be_kept_the_cases_are_listed_all_the_same(
    shelf: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")

    assert listing([shelf], tmp_path / "file" / "cases.json") == listing([shelf])


def test_a_case_is_found_by_id_by_file_and_by_path(shelf: Path) -> None:
    (shelf / "other name.yaml").write_text("id: lunch\n" + (shelf / "ten_lines.yaml").read_text())
    path = shelf / "ten_lines.yaml"

    assert find("ten-lines", [shelf]) == path
    assert find("ten_lines", [shelf]) == path
    assert find("ten_lines.yaml", [shelf]) == path
    assert find("lunch", [shelf]) == shelf / "other name.yaml"
    assert find(str(path), []) == path
    assert find("elsewhere/case.yaml", []) == Path("elsewhere/case.yaml")


def test_a_case_that_is_not_there_is_told_with_what_was_meant(shelf: Path) -> None:
    with pytest.raises(CaseError) as raised:
        find("ten-linse", [shelf])

    assert raised.value.message == "There is no case called “ten-linse” in the library."
    assert raised.value.remedy.startswith("Did you mean “ten-lines”?")


def test_the_cases_of_the_simulator_come_first_and_no_folder_twice(tmp_path: Path) -> None:
    own, *more = folders([tmp_path, str(tmp_path)])

    assert own.name in ("scenarios", "_scenarios") and own.is_dir()
    assert more == [tmp_path]


def test_every_case_that_ships_can_be_read() -> None:
    broken = [each.broken for each in listing(folders()) if each.broken]

    assert broken == []


def test_a_listing_that_is_kept_loads_no_yaml(shelf: Path, tmp_path: Path) -> None:
    kept = tmp_path / "cases.json"
    listing([shelf], kept)
    code = (
        "import sys; from pathlib import Path; from simulator.scenario.library import listing;"
        f"print(len(listing([Path({str(shelf)!r})], Path({str(kept)!r}))), 'yaml' in sys.modules)"
    )

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert printed.stdout.split() == ["2", "False"]


def test_a_summary_is_made_of_the_case_that_would_be_played(shelf: Path) -> None:
    case = read.read_file(shelf / "everything.yaml").case
    assert case is not None

    summary = library.summary_of(shelf / "everything.yaml")

    assert (summary.version, summary.set_on, summary.minutes) == (case.version, case.set_on, case.minutes)
