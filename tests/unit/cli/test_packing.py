"""`simulator pack` and `simulator scenarios --map`: files, text, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

from tests.steps.command_line import SMALL, Run


def test_a_case_is_printed_as_a_page_and_as_a_pdf(run: Run, tmp_path: Path) -> None:
    page, paper = tmp_path / "pack.html", tmp_path / "pack.pdf"
    said = run("pack", str(SMALL), "--html", str(page), "--pdf", str(paper))
    assert said.code == 0 and not said.text
    assert said.err.count("Written to") == 2
    assert page.read_text("utf-8").count('<section class="sheet"') == 4
    assert paper.read_bytes().startswith(b"%PDF")


def test_without_a_file_it_is_read_on_the_screen(run: Run) -> None:
    said = run("pack", str(SMALL), "--role", "nurse", "--seed", "3")
    assert said.code == 0
    assert "What you hold" in said.text and "FACILITATOR" not in said.text
    assert said.text == run("pack", str(SMALL), "--role", "nurse", "--seed", "3").text
    assert said.text != run("pack", str(SMALL), "--role", "nurse", "--seed", "4").text


def test_a_role_that_is_not_there_and_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    assert run("pack", str(SMALL), "--role", "queen").code == 2
    said = run("pack", str(SMALL), "--html", str(tmp_path / "no" / "pack.html"))
    assert said.code == 1 and "pack.html" in said.err


def test_the_course_map_is_printed(run: Run) -> None:
    said = run("scenarios", "--map")
    assert said.code == 0
    assert said.text.startswith("| Case | Level |") and "`mark-on-his-cheek`" in said.text


def test_a_graph_is_written_as_its_file_is_called(run: Run, tmp_path: Path) -> None:
    for name, begins in (("a.dot", "digraph"), ("a.mmd", "flowchart"), ("a.svg", "<svg"), ("a.txt", "")):
        assert run("graph", str(SMALL), "--out", str(tmp_path / name)).code == 0
        written = (tmp_path / name).read_text("utf-8")
        assert written.startswith(begins)
    assert "<svg" not in (tmp_path / "a.txt").read_text("utf-8")
    assert run("graph", str(SMALL), "--out", str(tmp_path / "b.dot"), "--format", "svg").code == 0
    assert (tmp_path / "b.dot").read_text("utf-8").startswith("<svg")


def test_stories_that_cannot_be_imported_are_told_in_words(run: Run, tmp_path: Path) -> None:
    story = tmp_path / "story.twee"
    for data, reason in (
        (b":: Start\n\xff\xfe", "not saved as UTF-8"),
        (b":: Start\n" + b"x" * 1024 * 1024, "larger than 1024 KiB"),
    ):
        story.write_bytes(data)
        said = run("import", str(story))
        assert (said.code, said.out) == (2, b"") and reason in said.err
    story.write_bytes(":: Start\n[[There]]\n:: There\nx\n".encode("utf-16"))
    assert "2 passages and 1 links" in run("import", str(story)).err
    os.mkfifo(tmp_path / "pipe.twee")
    assert "not an ordinary file" in run("import", str(tmp_path / "pipe.twee")).err
