"""Files made to hurt the reader: each is refused where it hurts, by its own code, and soon."""

from __future__ import annotations

import json
import os
import random
import socket
import tracemalloc
from pathlib import Path

import pytest

from simulator.scenario.diagnostics import Diagnostic, Severity
from simulator.scenario.read import read_file
from simulator.scenario.source import LARGEST, Source, open_source, source_of
from simulator.scenario.tree import Reading, read_tree
from tests.faults.mutated_files import mutant, seeds, wrong

CORPUS = Path(__file__).parents[2] / "corpus"
MANIFEST = json.loads((CORPUS / "manifest.json").read_text(encoding="utf-8"))


def findings_of(file: Path) -> tuple[Diagnostic, ...]:
    source = open_source(file, file.name)
    return (source,) if isinstance(source, Diagnostic) else read_tree(source).findings


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["file"])
def test_corpus(entry: dict[str, str]) -> None:
    findings = findings_of(CORPUS / entry["file"])
    if entry["tree"] == "accept":
        assert findings == ()
    else:
        places = [f"{finding.place.line}:{finding.place.column}" for finding in findings]
        assert (entry["tree"], entry["at"]) in zip(
            [finding.code for finding in findings], places, strict=True
        )


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["file"])
def test_corpus_through_the_whole_reader(entry: dict[str, str]) -> None:
    """What YAML takes is judged field by field; what YAML refuses stays refused for its own trait."""
    reading = read_file(CORPUS / entry["file"], name=entry["file"])
    stops = [finding for finding in reading.diagnostics if finding.severity is Severity.STOP]
    if entry["reader"] == "accept":
        assert stops == []
        assert reading.case is not None
    else:
        assert reading.case is None
        places = [f"{finding.place.line}:{finding.place.column}" for finding in stops]
        assert (entry["reader"], entry["at"]) in zip([stop.code for stop in stops], places, strict=True)


@pytest.mark.parametrize(
    ("file", "title", "question"),
    [
        ("f03_click.yaml", "[@click=app.quit]Press here[/]", "[@click=app.quit]Press here[/]"),
        ("f09_minus.yaml", "-2+3+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0"),
        ("f15_latex.yaml", "Demo", "\\input{/etc/passwd} \\write18{id}"),
        ("a39_clock.yaml", "Demo", "12:30"),
        ("a41_decimal.yaml", "Demo", "1.10"),
    ],
)
def test_what_is_accepted_is_kept_literally(file: str, title: str, question: str) -> None:
    case = read_file(CORPUS / file).case
    assert case is not None
    assert case.title == title
    decision = case.scenes["monday"].decision
    assert decision is not None
    assert decision.question == question


def test_a_few_of_the_mutants_that_are_read_by_the_million() -> None:
    files, draw = seeds(), random.Random(2)
    mutants = [mutant(draw.choice(files), draw) for _ in range(600)]
    assert [said for data in mutants if (said := wrong(data))] == []


def test_the_corpus_and_its_manifest_agree() -> None:
    listed = [entry["file"] for entry in MANIFEST]
    assert sorted(listed) == sorted(file.name for file in CORPUS.glob("*.yaml"))
    assert len(listed) >= 100
    assert [entry["file"] for entry in MANIFEST if entry["attack"] == "none"] == ["00_control.yaml"]


def test_the_same_case_has_one_version_however_it_is_saved() -> None:
    names = ["00_control.yaml", "a32_crlf.yaml", "a33_bom.yaml", "a63_lone_cr.yaml"]
    sources = [open_source(CORPUS / name) for name in names]
    assert all(isinstance(source, Source) for source in sources)
    assert len({source.sha256 for source in sources if isinstance(source, Source)}) == 1


# --- too large to keep in a repository ---------------------------------------------------------------------

MAZES = {
    "brackets": ("learning: " + "[" * 50_000 + "\n", "Y032"),
    "braces": ("learning: " + "{a: " * 50_000 + "\n", "Y032"),
    "dashes": ("learning:\n  " + "- " * 50_000 + "x\n", "Y032"),
    "nested blocks": ("".join(" " * level + "a:\n" for level in range(1400)), "Y032"),
    "keys": ("".join(f"k{number}:\n" for number in range(110_000)), "Y033"),
    "items": ("about: [" + "a," * 500_000 + "a]\n", "Y033"),
    "aliases": ("notes: &a x\nlearning: [" + "*a, " * 20_000 + "*a]\n", "Y025"),
    "anchors": ("".join(f"k{number}: &a x\n" for number in range(20_000)), "Y024"),
    "tags": ("".join(f"k{number}: !a x\n" for number in range(20_000)), "Y026"),
    "equal names": ("a: x\n" * 100_000, "Y028"),
    "documents": ("---\na: x\n" * 50_000, "Y022"),
    "open quotes": ('a: "x\n' * 100_000, "Y043"),
    "open brackets": ("a: [x\n" * 100_000, "Y058"),
    "broken lines": ("a: b: c\n" * 100_000, "Y040"),
    "broken lines further in": ("x:\n" + "  a: b: c\n" * 80_000, "Y040"),
    "broken items": ("x:\n" + "- @b\n" * 100_000, "Y045"),
    "broken on every level": (
        "".join(" " * n + f"a{n}:\n" for n in range(15)) + " " * 15 + "@\n" * 60_000,
        "Y045",
    ),
    "lines that are nothing": ("nothing\n" * 100_000, "Y021"),
    "hashes": ("a:\n" + "  - x #3\n" * 19_000, "Y038"),
    "glued items": ("a:\n  x\n" + "  - y\n" * 100_000, "Y065"),
    "glued names": ("a:\n  x\n" + "  b:y\n" * 100_000, "Y054"),
    "control characters": ("title: " + "\x1b" * 1_000_000 + "\n", "Y010"),
    "control characters in lines": ("a: \x1b\n" * 200_000, "Y010"),
    "accents": ("title: Z" + "\u0301" * 500_000 + "\n", "Y010"),
    "escapes": ('title: "' + "\\e" * 500_000 + '"\n', "Y012"),
    "tabs": ("a:\t\n" * 250_000, "Y017"),
    "tabs that indent": ("\ta:\n" * 250_000, "Y016"),
    "no-break spaces": ("a:\u00a0b\n" * 150_000, "Y018"),
    "one long line": ("title: x" + " y" * 520_000 + ": z\n", "Y040"),
    "a long word": ("x" * 1_000_000 + "\n", "Y021"),
    "quotes": ("title: " + "'" * 1_000_001 + "\n", "Y043"),
    "question marks": ("? " * 500_000 + "\n", "Y032"),
    "colons": (":" * 1_000_000 + "\n", "Y099"),
    "braces on one line": ("title: " + "{}" * 500_000 + "\n", "Y053"),
}


@pytest.mark.parametrize("name", MAZES)
def test_mazes_are_left_soon(name: str) -> None:
    text, code = MAZES[name]
    assert len(text.encode()) <= LARGEST  # otherwise the size would be refused and nothing tried
    reading = read_tree(source_of(text, "case.yaml"))
    assert code in [finding.code for finding in reading.findings]
    assert len(reading.findings) <= 51


@pytest.mark.parametrize(
    "text",
    [
        "title: " + "x" * 20_000_000,
        "a:\n" * 700_000,
        "".join(f"key{number}: x\n" for number in range(200_000)),
    ],
    ids=["a scalar of 20 MB", "2 MB of blocks", "200,000 keys"],
)
def test_large_files_are_refused_before_they_are_read(text: str, tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(text, encoding="utf-8")
    tracemalloc.start()
    try:
        refused = open_source(file)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(refused, Diagnostic)
    assert refused.code == "Y005"
    assert most < 100_000
    assert [finding.code for finding in read_tree(source_of(text, "case.yaml")).findings] == ["Y005"]


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_bytes(b"title: >\n  " + b"x" * (LARGEST - 11))
    source = open_source(file)
    assert isinstance(source, Source)
    assert read_tree(source).findings == ()
    with file.open("ab") as more:
        more.write(b"x")
    refused = open_source(file)
    assert isinstance(refused, Diagnostic)
    assert refused.code == "Y005"


# --- files that are none -----------------------------------------------------------------------------------


def refused(path: Path, name: str = "") -> Diagnostic:
    finding = open_source(path, name)
    assert isinstance(finding, Diagnostic)
    assert (finding.place.line, finding.place.column) == (1, 1)
    assert finding.remedy
    return finding


def test_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / ".", tmp_path / ".."):
        finding = refused(path)
        assert finding.code == "Y002"
        assert "a folder" in finding.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.yaml")
    finding = refused(tmp_path / "case.yaml")
    assert finding.code == "Y002"
    assert "a pipe" in finding.message


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no sockets with a name")
def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # such a name may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("case.yaml")
        assert refused(Path("case.yaml")).code == "Y002"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device() -> None:
    finding = refused(Path("/dev/zero"))
    assert finding.code == "Y002"
    assert "a device" in finding.message


def test_what_is_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "case.yaml").code == "Y001"
    assert refused(tmp_path / "no" / "case.yaml").code == "Y001"
    (tmp_path / "file").touch()
    assert refused(tmp_path / "file" / "case.yaml").code == "Y004"
    assert refused(tmp_path / ("long" * 1000)).code == "Y004"
    assert refused(tmp_path / "a\0b").code == "Y004"


def test_links(tmp_path: Path) -> None:
    folder, outside = tmp_path / "cases", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (outside / "secret.yaml").write_text("title: secret\n", encoding="utf-8")
    (folder / "real.yaml").write_text("title: here\n", encoding="utf-8")
    (folder / "out.yaml").symlink_to(outside / "secret.yaml")
    (folder / "nowhere.yaml").symlink_to(folder / "gone.yaml")
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    (folder / "inside.yaml").symlink_to("real.yaml")
    finding = refused(folder / "out.yaml")
    assert finding.code == "Y003"
    assert "secret" not in finding.render()
    assert refused(folder / "nowhere.yaml").code == "Y001"
    assert refused(folder / "loop.yaml").code == "Y004"
    assert isinstance(open_source(folder / "inside.yaml"), Source)
    (tmp_path / "shelf").symlink_to(folder, target_is_directory=True)
    assert isinstance(open_source(tmp_path / "shelf" / "real.yaml"), Source)


def test_a_link_put_there_after_the_look_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("title: here\n", encoding="utf-8")
    secret = tmp_path / "secret"
    secret.write_text("title: secret\n", encoding="utf-8")
    really_open = os.open

    def swapped(path: Path, flags: int) -> int:
        file.unlink()
        file.symlink_to(secret)
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", swapped)
    assert refused(file).code == "Y004"


def test_a_pipe_put_there_after_the_look_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.fail("run the tests where pipes have names")
    file = tmp_path / "case.yaml"
    file.write_text("title: here\n", encoding="utf-8")
    really_open = os.open

    def swapped(path: Path, flags: int) -> int:
        file.unlink()
        os.mkfifo(file)
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", swapped)
    assert refused(file).code == "Y002"


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("title: here\n", encoding="utf-8")

    def forbidden(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied")  # an administrator may read everything: said for them

    monkeypatch.setattr(os, "open", forbidden)
    finding = refused(file)
    assert finding.code == "Y004"
    assert "permission denied" in finding.message


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="this system does not show processes")
def test_what_the_kernel_makes_up_is_not_read() -> None:
    source = open_source(Path("/proc/self/environ"))
    assert isinstance(source, Source)
    assert source.text == ""


def test_the_name_of_a_file_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    shown = refused(tmp_path / "a\x1b]0;x\x07\u202eb.yaml").render()
    assert shown.isprintable()


# --- decoding ----------------------------------------------------------------------------------------------


def test_the_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"

    def said(data: bytes) -> Diagnostic:
        file.write_bytes(data)
        finding = open_source(file, "case.yaml")
        assert isinstance(finding, Diagnostic)
        return finding

    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert "UTF-16" in said("title: x\n".encode(encoding)).message
    assert "UTF-32" in said("title: x\n".encode("utf-32")).message
    windows = said("format: 1\r\ntitle: Mum’s lunch box\n".encode("cp1252"))
    assert "Windows-1252" in windows.message
    assert "“’”" in windows.message
    assert str(windows.place) == "case.yaml:2:11"
    assert str(said(b"\xef\xbb\xbft\xa8tle: x\n").place) == "case.yaml:1:2"
    assert "Windows" not in said(b"title: \x81\n").message  # a byte that Windows-1252 does not have
    assert "Word" in said(b"PK\x03\x04").message
    assert "web page" in said(b"<!DOCTYPE html><p>").message


def test_reading_carries_on_past_refused_characters() -> None:
    reading: Reading = read_tree(source_of("title: a\x1bb\nlevel: @x\nminutes: 5\n", "case.yaml"))
    assert [finding.code for finding in reading.findings] == ["Y010", "Y045"]
    assert reading.root is not None
    assert list(reading.root.entries) == ["title", "minutes"]
