"""One report in every form, with names people type to see what breaks: all of it there, none of it acts."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from simulator.errors import ExportError
from simulator.reports.chart import Chart, Series, Shape
from simulator.reports.csv_file import BYTE_ORDER_MARK, guarded
from simulator.reports.drawing import WIDTH, drawn
from simulator.reports.report import Cell, Column, Kind, Report, Row
from simulator.reports.report_page import report_page
from simulator.reports.report_pdf import MOST_ROWS, report_pdf
from simulator.reports.svg import chart_svg
from simulator.reports.xlsx_file import write_xlsx
from simulator.text import clean
from tests.unit.reports.written import csv_bytes

NAMES = (
    '=HYPERLINK("http://a.example","x")',
    "+44 Sam",
    "-2+3",
    "@sum(A1)",
    "＝1+1",
    "\t=1+1",
    'Quo"te, "Comma"; semicolon',
    "two\nlines\r\nof it",
    "bell\x07 escape\x1b[31m nul\x00",
    "turned \u202emoc.elpmaxe\u202c round",
    "<script>alert(1)</script> & 'x'",
    "Łukasz Żółć Nguyễn Thị Ánh",
    "Ольга Ивановна Ολυμπία",
    "محمد علي",
    "שרה לוי",
    "देवी ไทย ქართული",
    "y" * 300,
    "{=cmd|' /C calc'!A0}",
    "http://a.example/ mailto:sam@example.org",
    "",
)
COLUMNS = (
    Column("name", "Name"),
    Column("day", "Day", Kind.DATE),
    Column("number", "Number", Kind.NUMBER),
    Column("part", "Part %", Kind.PERCENT),
    Column("flag", "Flag", Kind.YES_NO),
)
CHARTS = (
    Chart("By month", Shape.COLUMNS, ("2026-01", "2026-02"), (Series("Done", (3.0, 0.0)),)),
    Chart(
        "Reach",
        Shape.STACKED,
        (NAMES[0], NAMES[10]),
        (Series("In", (80, 2)), Series("Out", (20, None))),
        True,
    ),
    Chart("Means", Shape.BARS, ("a", "b"), (Series("x", (10, None)), Series("y", (100, 0))), True),
)


def hostile_rows() -> tuple[Row, ...]:
    return tuple((name, "2026-07-06", at, at / 2, at % 2 == 0) for at, name in enumerate(NAMES))


def made(rows: tuple[Row, ...] | None = None) -> Report:
    odd: Row = (None, None, None, None, None)
    starred: Row = ("few", "2026-02-30", "*", "*", None)
    body = hostile_rows() if rows is None else rows
    part = Report("R0 beneath", "Beneath", COLUMNS[:1], (("one",),), notes=("=1+1",))
    return Report(
        "R0",
        "Hostile =1+1 <b>",
        COLUMNS,
        (*body, odd, starred),
        ("Total", None, 190, 50.0, None),
        ("A note = with signs",),
        CHARTS,
        (part,),
    )


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_every_cell_and_no_formula() -> None:
    data = csv_bytes(made())
    assert data.decode().startswith(BYTE_ORDER_MARK)
    heads, *rows = read(data)
    assert heads == [column.id for column in COLUMNS] and len(rows) == len(NAMES) + 2
    for row, (name, day, number, part, flag) in zip(rows, hostile_rows(), strict=False):
        assert row == [guarded(str(name)), day, str(number), str(part), "yes" if flag else "no"]
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r＝" and cell]
    assert rows[-2] == [""] * 5


CELLS = st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.text(max_size=9))


@given(st.lists(st.tuples(CELLS, st.text(max_size=12)), max_size=6))
def test_csv_written_in_blocks_is_what_it_is_cell_by_cell(cells: list[tuple[Cell, str]]) -> None:
    columns = (Column("one", "One", Kind.YES_NO), Column("two", "Two"))
    rows = read(csv_bytes(Report("R0", "", columns, tuple(cells))))[1:]
    wanted = []
    for first, second in cells:
        shown = guarded(first) if isinstance(first, str) else {True: "yes", False: "no", None: ""}.get(first)
        if isinstance(first, int) and not isinstance(first, bool):
            shown = str(first)
        wanted.append([shown, guarded(second)])
    assert rows == wanted


def test_a_workbook_read_back_has_real_cells_and_nothing_that_acts(tmp_path: Path) -> None:
    file = tmp_path / "r0.xlsx"
    assert write_xlsx(made(), "asked", file) == len(NAMES) + 2
    book = load_workbook(file)
    assert book.sheetnames == ["R0", "R0 beneath", "Charts", "How it was counted"]
    sheet = book["R0"]
    assert [cell.value for cell in sheet[1]] == [column.title for column in COLUMNS]
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == f"A1:E{len(NAMES) + 3}"
    for row, (name, _, number, part, flag) in zip(sheet.iter_rows(min_row=2), hostile_rows(), strict=False):
        assert row[0].value == (clean(str(name)) or None)
        assert row[1].value == datetime(2026, 7, 6) and row[1].is_date  # noqa: DTZ001
        assert (row[2].value, row[3].value) == (number, pytest.approx(float(part or 0) / 100))
        assert row[3].number_format == "0.0%" and row[4].value == ("yes" if flag else "no")
    assert [cell.value for cell in sheet[len(NAMES) + 3]] == ["few", "2026-02-30", "*", "*", None]
    assert sheet[len(NAMES) + 5][2].value == 190
    cells = [cell for each in book for row in each.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_a_workbook_of_many_rows_goes_on_in_another_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.reports.xlsx_file.MOST_ROWS", 10)
    assert write_xlsx(made()._replace(charts=(), parts=()), "", tmp_path / "r0.xlsx") == len(NAMES) + 2
    book = load_workbook(tmp_path / "r0.xlsx")
    counts = [sum(1 for cell in book[name]["C"] if isinstance(cell.value, int)) for name in book.sheetnames]
    assert book.sheetnames[:3] == ["R0", "R0 2", "R0 3"] and sum(counts) == len(NAMES) + 1  # and the total


def test_the_page_shows_names_as_text_and_its_tables_have_captions() -> None:
    html = report_page(made(), "asked <i>")
    assert "<script" not in html and "\x1b" not in html and "\u202e" not in html and "<i>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html and 'lang="en-GB"' in html
    body = html.partition("<body>")[2].partition("</body>")[0].replace("<br>", "<br/>")
    tree = ElementTree.fromstring(f"<body>{body}</body>")
    assert len(tree.findall(".//table")) == len(tree.findall(".//caption")) == 2
    assert [one.get("scope") for one in tree.findall(".//thead/tr/th")] == ["col"] * 6
    assert len(tree.findall(".//svg")) == 3 and "6\xa0Jul\xa02026" in html
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_the_pdf_has_the_letters_of_every_name_and_heads_on_each_page() -> None:
    # A letter that is not in the type would be borrowed from whatever the machine has.
    plain = [row for row in hostile_rows() if len(str(row[0])) < 200 and "＝" not in str(row[0])]
    rows = tuple(plain * 4)
    reader = PdfReader(io.BytesIO(report_pdf(made(rows), "asked")))
    pages = [page.extract_text() for page in reader.pages]
    text = " ".join(" ".join(pages).split())
    for name in ("=HYPERLINK(", "Łukasz Żółć", "Nguyễn Thị Ánh", "Ольга Ивановна", "Ολυμπία", "ქართული"):
        assert name in text
    for name in ("محمد", "שרה"):
        assert name in text or name[::-1] in text
    assert "\x1b" not in text and "<script>alert(1)</script>" in text
    assert len(pages) == 3 and all("Part %" in page for page in pages[:2])
    assert f"1 of {len(pages)}" in pages[0] and reader.metadata is not None
    assert reader.metadata.title == "R0  Hostile =1+1 <b>" and reader.root_object["/Lang"] == "en-GB"


def test_a_report_nobody_would_print_is_refused_on_paper() -> None:
    rows: tuple[Row, ...] = (("x", None, 1, None, None),) * (MOST_ROWS + 1)
    with pytest.raises(ExportError, match="xlsx or csv"):
        report_pdf(made(rows), "")


def test_json_keeps_kinds() -> None:
    data = json.loads(json.dumps(made().as_data()))
    assert data["rows"][1]["name"] == NAMES[1] and data["rows"][1]["flag"] is False
    assert data["parts"][0]["rows"] == [{"name": "one"}] and data["totals"]["number"] == 190


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.title)
def test_charts_say_every_value_in_figures_and_stay_on_their_paper(chart: Chart) -> None:
    laid = drawn(chart)
    said = " ".join(label.text for label in laid.labels)
    for series in chart.series:
        for value in series.values:
            assert value == 0 or (f"{value:.0f}" if value is not None else "*") in said
    assert all(box.x >= 0 and box.x + box.width <= WIDTH + 0.01 for box in laid.boxes)
    assert len({box.pattern for box in laid.boxes} - {"field"}) >= len(chart.series)
    ElementTree.fromstring(chart_svg(chart, 1))
