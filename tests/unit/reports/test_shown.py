"""Figures are said in one way in everything that people read."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from simulator.reports.attendance import rows_of
from simulator.reports.columns import columns
from simulator.reports.counting import Counts
from simulator.reports.nobody import of_nobody
from simulator.reports.page import STYLE
from simulator.reports.paper_table import is_wide
from simulator.reports.report import Area, Asked, Cell, Report
from simulator.reports.report_page import report_page
from simulator.reports.shown import in_order, in_words
from simulator.reports.xlsx_file import write_xlsx


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("fill_percent", 65.0, "65.0\xa0%"),
        ("fill_percent", 100.0, "100.0\xa0%"),
        ("good_percent", 36, "36\xa0%"),
        ("fill_percent", 62.5, "62.5\xa0%"),
        ("pre_mean", 5.1, "5.10"),
        ("change", 1.49, "+1.49"),
        ("change", -0.2, "-0.20"),
        ("change", 0.0, "0.00"),
        ("change_on_year_before", 18, "+18"),
        ("change_on_year_before", 0, "0"),
        ("hours", 3.0, "3.00"),
        ("booked", 1, "1"),
        ("pre_mean", "*", "*"),
        ("item", "confidence_refer", "Sure when to refer, and how"),
        ("item", "asked elsewhere", "asked elsewhere"),
        ("date", "2026-07-06", "6\xa0Jul\xa02026"),
        ("participatory", False, "no"),
        ("booked", None, ""),
    ],
)
def test_a_cell_as_people_read_it(column: str, cell: Cell, said: str) -> None:
    assert in_words(cell, columns(column)[0]) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Do you tell <mother> what\n  <child> said?", "Do you tell the mother what the child said?"),
        ("<gran's> flat. <child.they> wait", "The gran's flat. They wait"),
        ("For <child.them>: <little_one>", "For them: The little one"),
        ("The name <surname> is new", "The name the family’s name is new"),
        ("a < b", "a < b"),
    ],
)
def test_a_report_over_many_plays_names_nobody_of_one_family(text: str, said: str) -> None:
    assert of_nobody(text) == said


def test_courses_stand_in_the_order_people_count_them() -> None:
    assert sorted(["c10", "c2", "C1", "wt-3", "1b"], key=in_order) == ["1b", "C1", "c2", "c10", "wt-3"]


def test_a_table_of_many_columns_scrolls_by_itself_and_parts_what_is_long() -> None:
    many = columns("name", "work_email", "date", "course_code", *("booked",) * 9)
    row = ("Ali Reed", "ali.reed@health.example.org", "2026-07-06", "wt-3", *range(9))
    wide = report_page(Report("R0", "A “long” one", many, (row,)), "")
    assert '<div class="under wide" tabindex="0" role="region" aria-label="A “long” one">' in wide
    assert "ali.<wbr/>reed@<wbr/>health.<wbr/>example.<wbr/>org" in wide and ">wt-3<" in wide
    assert "6\xa0Jul 2026" in wide  # a narrow column may part a day from its year
    narrow = report_page(Report("R0", "A short one", many[:2], (row[:2],)), "")
    assert '<div class="under"><table>' in narrow


def test_on_paper_the_total_stands_once_and_wide_tables_lie_across() -> None:
    assert "tfoot { display: table-row-group; }" in STYLE
    assert "body:has(.wide) { page: across; }" in STYLE and "@page across { size: A4 landscape" in STYLE


def test_paper_is_turned_where_a_column_would_be_a_ribbon() -> None:
    row = (
        "third-log-this-month-two",
        "police-sergeant-on-duty",
        "never chosen, so make it more tempting " * 3,
    )
    three = columns("course_code", "role", "suggestion")
    assert not is_wide(Report("R0", "", three, (row,)))
    assert is_wide(
        Report("R0", "", (*three[:2], *three[:1], *three), ((*row[:2], "fifteen-days-and-one", *row),))
    )


def test_the_heads_of_a_sheet_have_room_and_so_have_titles(tmp_path: Path) -> None:
    heads = columns("course_title", "item", "follow_up_mean", "attended_of_booked_percent")
    row = ("Working together: core day", "confidence_refer", 6.5, 50.0)
    write_xlsx(Report("R0", "", heads, (row,)), "", tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["R0"]
    assert sheet.row_dimensions[1].height >= 30 and sheet.column_dimensions["A"].width >= 30
    assert [cell.value for cell in sheet[2]] == [row[0], "Sure when to refer, and how", 6.5, 0.5]
    assert [cell.number_format for cell in sheet[2]][2:] == ["0.00", "0.0%"]


def test_agencies_of_no_group_stand_last() -> None:
    asked = Asked(area=Area(groups={"police": "Police", "school": "Schools"}))
    found = {
        (course, agency): Counts() for course in ("c10", "c2") for agency in ("Elm House", "school", "police")
    }
    assert [(row[1], row[2]) for row in rows_of(asked, found)] == [
        ("police", "c2"),
        ("police", "c10"),
        ("school", "c2"),
        ("school", "c10"),
        ("Elm House", "c2"),
        ("Elm House", "c10"),
    ]
