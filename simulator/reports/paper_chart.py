"""A chart on paper: the same drawing as on a page, its patterns drawn line by line."""

from __future__ import annotations

from typing import Any, Final

from simulator.reports.chart import Chart
from simulator.reports.drawing import SIZE, WIDTH, Box, Drawing, Label, drawn
from simulator.reports.paper import Paper

WIDEST: Final = 170.0
"""Millimetres."""
_STEP: Final = 1.6
"""Between the strokes of a pattern."""


def add_chart(paper: Paper, chart: Chart) -> None:
    """Draw a chart where the paper stands, on the next page if there is no room for it here."""
    laid = drawn(chart)
    scale = min(paper.width, WIDEST) / WIDTH
    high = laid.height * scale
    if paper.room < high + 10:
        paper.sheet.add_page()
    paper.paragraph(chart.title, bold=True)
    x, y = paper.sheet.l_margin, paper.sheet.get_y()
    _draw(paper, laid, (x, y), scale)
    paper.sheet.set_xy(x, y + high + 2)
    paper.write_in()


def _draw(paper: Paper, laid: Drawing, at: tuple[float, float], scale: float) -> None:
    sheet = paper.sheet
    x, y = at
    sheet.set_draw_color(0)
    sheet.set_line_width(0.2)
    for box in laid.boxes:
        _box(
            sheet,
            Box(x + box.x * scale, y + box.y * scale, box.width * scale, box.height * scale, box.pattern),
        )
    for rule in laid.rules:
        sheet.line(x + rule.x1 * scale, y + rule.y1 * scale, x + rule.x2 * scale, y + rule.y2 * scale)
    paper.write_in(SIZE * scale / 0.3528)  # a point is 0.3528 mm
    for label in laid.labels:
        _label(paper, label._replace(x=x + label.x * scale, y=y + label.y * scale))


def _label(paper: Paper, label: Label) -> None:
    shown = paper.ready(label.text)
    wide = paper.sheet.get_string_width(shown)
    paper.sheet.set_xy(
        label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor] - 1, label.y - 3.0
    )
    paper.sheet.cell(wide + 2, 4, shown)


def _box(sheet: Any, box: Box) -> None:
    place = (box.x, box.y, box.width, box.height)
    if box.pattern == "solid":
        sheet.set_fill_color(64)
        sheet.rect(*place, style="DF")
        return
    sheet.set_fill_color(255)
    sheet.rect(*place, style="F" if box.pattern == "field" else "DF")
    if box.pattern not in ("plain", "field") and box.width > 0.1 and box.height > 0.1:
        with sheet.rect_clip(*place):
            _strokes(sheet, box)
        sheet.rect(*place, style="D")


def _strokes(sheet: Any, box: Box) -> None:
    right, low = box.x + box.width, box.y + box.height
    if box.pattern == "stripes":
        for at in _steps(box.x - box.height, right):
            sheet.line(at, low, at + box.height, box.y)
    if box.pattern in ("lines", "cross"):
        for at in _steps(box.y, low):
            sheet.line(box.x, at, right, at)
    if box.pattern == "cross":
        for at in _steps(box.x, right):
            sheet.line(at, box.y, at, low)
    if box.pattern == "dots":
        sheet.set_fill_color(0)
        for across in _steps(box.x, right):
            for down in _steps(box.y, low):
                sheet.circle(across, down, 0.22, style="F")


def _steps(first: float, last: float) -> list[float]:
    return [first + _STEP / 2 + _STEP * number for number in range(int((last - first) / _STEP) + 1)]
