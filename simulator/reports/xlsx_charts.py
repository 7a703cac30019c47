"""The charts of a workbook: its own, drawn by whatever opens it from figures in the same sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from simulator.reports.chart import Chart, Shape
from simulator.text import clean

_KINDS: Final[Mapping[Shape, dict[str, str]]] = {
    Shape.STACKED: {"type": "bar", "subtype": "stacked"},
    Shape.BARS: {"type": "bar"},
    Shape.COLUMNS: {"type": "column"},
}
_FILLS: Final = (
    None,
    "wide_upward_diagonal",
    "",
    "percent_10",
    "light_horizontal",
    "small_grid",
)
"""Patterns in the order of `drawing.PATTERNS`: none is solid, empty is plain."""
_HIGH: Final = 20
"""Rows of the sheet that a chart covers."""


def add_charts(book: Any, charts: list[Chart], name: str) -> None:
    """A sheet of charts, each beside its figures."""
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 8, 14)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    top = 0
    for chart in charts:
        _figures(sheet, chart, top)
        drawn = book.add_chart(_KINDS[chart.shape])
        last = top + 1 + len(chart.categories)
        for at, _ in enumerate(chart.series, 1):
            drawn.add_series(_series(name, chart, at, (top + 1, last)))
        _look(drawn, chart)
        sheet.insert_chart(top, len(chart.series) + 2, drawn)
        top += max(_HIGH, len(chart.categories) + 2) + 2


def _figures(sheet: Any, chart: Chart, top: int) -> None:
    """Row by row: a workbook in constant memory takes them in this order only."""
    sheet.write_string(top, 0, clean(chart.title))
    for at, one in enumerate(chart.series, 1):
        sheet.write_string(top + 1, at, clean(one.name))
    for number, category in enumerate(chart.categories):
        sheet.write_string(top + 2 + number, 0, clean(category))
        for at, one in enumerate(chart.series, 1):
            value = one.values[number]
            if value is not None:
                sheet.write_number(top + 2 + number, at, round(value, 1))


def _series(name: str, chart: Chart, at: int, rows: tuple[int, int]) -> dict[str, object]:
    heads, last = rows
    pattern = _FILLS[(at - 1) % len(_FILLS)]
    look: dict[str, object] = {
        "border": {"color": "black"},
        "data_labels": {"value": True, "num_format": "0.#;;"},
    }
    if pattern:
        look["pattern"] = {"pattern": pattern, "fg_color": "black", "bg_color": "white"}
    else:
        look["fill"] = {"color": "#A6A6A6" if pattern is None else "white"}
    return {
        "name": [name, heads, at],
        "categories": [name, heads + 1, 0, last, 0],
        "values": [name, heads + 1, at, last, at],
        **look,
    }


def _look(drawn: Any, chart: Chart) -> None:
    drawn.set_title({"name": clean(chart.title), "name_font": {"size": 11}})
    drawn.set_size({"width": 720, "height": 19 * _HIGH})
    drawn.set_legend({"none": True} if len(chart.series) == 1 else {"position": "bottom"})
    if chart.shape is not Shape.COLUMNS:
        drawn.set_y_axis({"reverse": True})
    if chart.percent and chart.shape is Shape.STACKED:
        drawn.set_x_axis({"max": 100})
