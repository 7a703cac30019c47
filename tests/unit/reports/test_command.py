"""`report` as it is typed: what cannot be, files and standard output, and progress where it takes long."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from pathlib import Path

import pytest

from simulator.cli import report_files
from simulator.cli.report_files import Format, hand_out, marked_again, progress, refuse_unfit
from simulator.cli.usage import WrongUsage
from simulator.errors import ExportError
from tests.steps.command_line import Run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("R99",), "There is no report “R99”"),
        (("R1", "--quarter", "2026-Q5"), "“2026-Q5” is not a quarter"),
        (("R1", "--quarter", "2026-Q3", "--from", "2026-07-01"), "Give --quarter, or --from and --to"),
        (("R1", "--from", "2026-09-30", "--to", "2026-07-01"), "Turn --from and --to round"),
        (("R1", "--out", "r1.txt"), "Add --format csv, xlsx, pdf, html or json"),
    ],
)
def test_what_cannot_be_asked(run: Run, words: tuple[str, ...], said: str) -> None:
    refused = run("report", *words)
    assert refused.code == 2 and said in " ".join(refused.err.split()), refused.err


def test_reports_go_to_standard_output_or_to_a_file(run: Run, tmp_path: Path) -> None:
    piped = run("report", "R1", "--format", "xlsx")
    assert piped.code == 0 and zipfile.is_zipfile(io.BytesIO(piped.out))
    assert run("report", "pack", "--format", "html").text.startswith("<!DOCTYPE html>")
    file = tmp_path / "r8.csv"
    assert run("report", "evaluation", "--format", "csv", "--out", file).code == 0
    assert next(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))[0] == "item"
    lost = run("report", "R1", "--format", "csv", "--out", tmp_path / "nowhere" / "r1.csv")
    assert lost.code == 1 and "could not be written" in lost.err
    audit = run("records", "audit", "--json").data["audit"]
    assert [line["what"] for line in audit] == ["report R1", "report R11", "report R8", "report R1"]


def test_an_empty_record_has_every_report_in_every_form(run: Run) -> None:
    for form in (Format.TABLE, Format.PDF):
        said = run("report", "R11", "--format", form)
        assert said.code == 0 and said.out, form


def test_a_terminal_is_spared_what_it_cannot_show(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    with pytest.raises(WrongUsage, match="cannot show pdf"):
        refuse_unfit(Format.PDF, None)
    refuse_unfit(Format.PDF, tmp_path / "r.pdf")
    refuse_unfit(Format.CSV, None)


def test_progress_is_said_where_it_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(report_files, "PATIENCE", -1.0)
    assert sum(1 for _ in progress([()] * 2_500)) == 2_500
    heard = marked_again()
    heard(1, 3)
    heard(3, 3)
    said = capsys.readouterr()
    assert not said.out and "1,000 rows\n2,000 rows\n2,500 rows\n" in said.err
    assert "1 of 3 plays marked again\n3 of 3 plays marked again\n" in said.err
    monkeypatch.setattr(report_files, "PATIENCE", 60.0)
    assert list(progress([(1,), (2,)])) == [(1,), (2,)]
    assert not capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    made = tmp_path / "made"
    made.write_bytes(b"x")
    with pytest.raises(ExportError):
        hand_out(made, tmp_path)
