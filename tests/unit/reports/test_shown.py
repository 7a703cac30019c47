"""Figures are said in one way in everything that people read."""

from __future__ import annotations

import pytest

from simulator.reports.columns import columns
from simulator.reports.report import Cell
from simulator.reports.shown import in_words


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("fill_percent", 65.0, "65.0\xa0%"),
        ("fill_percent", 100, "100.0\xa0%"),
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
