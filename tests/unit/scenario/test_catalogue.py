"""Every code is explained, and its two examples are what it says they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest

from simulator.scenario.catalogue import ENTRIES, Entry
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.source import open_source
from simulator.scenario.tree import read_tree

OF_THE_YAML = [entry for code, entry in ENTRIES.items() if code.startswith("Y")]
IN_A_FILE = [entry for entry in OF_THE_YAML if not entry.on_disk]


def codes(file: Path) -> list[str]:
    source = open_source(file)
    findings = (source,) if isinstance(source, Diagnostic) else read_tree(source).findings
    return [finding.code for finding in findings]


def saved(contents: str | bytes, folder: Path) -> Path:
    file = folder / "lunch-box.yaml"
    file.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
    return file


@pytest.mark.parametrize("entry", IN_A_FILE, ids=lambda entry: entry.code)
def test_the_failing_example_fails_by_its_own_code(entry: Entry, tmp_path: Path) -> None:
    assert entry.code in codes(saved(entry.failing, tmp_path))


@pytest.mark.parametrize("entry", IN_A_FILE, ids=lambda entry: entry.code)
def test_the_repaired_example_is_clean(entry: Entry, tmp_path: Path) -> None:
    assert codes(saved(entry.repaired, tmp_path)) == []


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _never_open(file: Path) -> None:
    """A link to itself: an administrator may read every file, but nobody can open that."""
    file.unlink()
    file.symlink_to(file)


def _link_out(file: Path) -> None:
    other = file.parent.parent / f"{file.parent.name}-else.yaml"
    file.rename(other)
    file.symlink_to(other)


ON_DISK: dict[str, Callable[[Path], object]] = {
    "Y001": Path.unlink,
    "Y002": _folder,
    "Y003": _link_out,
    "Y004": _never_open,
    "Y005": lambda file: file.write_bytes(b"#" * (2 * 1024 * 1024)),
}
"""What is done to a good file to get the code."""


@pytest.mark.parametrize("code", [entry.code for entry in OF_THE_YAML if entry.on_disk])
def test_what_lies_on_the_disk(code: str, tmp_path: Path) -> None:
    file = saved("title: The empty lunch box\n", tmp_path)
    assert codes(file) == []
    ON_DISK[code](file)
    assert codes(file) == [code]


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.code)
def test_entries_are_whole(entry: Entry) -> None:
    assert re.fullmatch(r"[A-Z][0-9]{3}", entry.code)
    for words in (entry.title, entry.message, entry.remedy, entry.why):
        assert words.strip() == words
        assert words
    assert entry.message[0].isupper() or entry.message[0] in "{“"
    assert entry.message.endswith(".")
    assert entry.why.endswith(".")
    assert entry.failing != entry.repaired


def test_no_code_and_no_title_is_given_twice() -> None:
    titles = [entry.title for entry in ENTRIES.values()]
    assert len(titles) == len(set(titles))
    assert all(code == entry.code for code, entry in ENTRIES.items())


def test_every_code_of_the_reader_of_yaml_is_in_the_catalogue_and_used() -> None:
    folder = Path(__file__).parents[3] / "simulator" / "scenario"
    written = " ".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.py")))
    assert set(re.findall(r'"(Y[0-9]{3})"', written)) == {entry.code for entry in OF_THE_YAML}


def test_names_filled_in_are_plain_words() -> None:
    for entry in ENTRIES.values():
        for words in (entry.message, entry.remedy):
            assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(words))
