"""A chart as SVG inside a page. What it shows stands in its table as well; its title names it for ears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.reports.chart import Chart
from simulator.reports.drawing import PATTERNS, Drawing, drawn
from simulator.reports.page import text

_DRAWN: Final = {
    "solid": '<rect width="6" height="6" class="ink"/>',
    "stripes": '<path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" class="stroke"/>',
    "plain": "",
    "dots": '<circle cx="3" cy="3" r="1.4" class="ink"/>',
    "lines": '<path d="M0,2 h6 M0,5 h6" class="stroke"/>',
    "cross": '<path d="M0,3 h6 M3,0 v6" class="stroke"/>',
}


def chart_svg(chart: Chart, number: int) -> str:
    """The chart, with ids that begin with its number on the page."""
    laid = drawn(chart)
    return "\n".join(
        (
            f'<svg class="chart" viewBox="0 0 {laid.width:.0f} {laid.height:.0f}" role="img" '
            f'aria-label="{text(chart.title)}">',
            f"<defs>{''.join(_patterns(number))}</defs>",
            *_shapes(laid, number),
            "</svg>",
        )
    )


def _patterns(number: int) -> Iterator[str]:
    for name in PATTERNS:
        yield (
            f'<pattern id="p{number}-{name}" width="6" height="6" patternUnits="userSpaceOnUse">'
            f'<rect width="6" height="6" class="ground"/>{_DRAWN[name]}</pattern>'
        )


def _shapes(laid: Drawing, number: int) -> Iterator[str]:
    for box in laid.boxes:
        place = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
        if box.pattern == "field":
            yield f'<rect {place} class="field"/>'
        else:
            yield f'<rect {place} class="bar" fill="url(#p{number}-{box.pattern})"/>'
    for rule in laid.rules:
        place = f'x1="{rule.x1:.1f}" y1="{rule.y1:.1f}" x2="{rule.x2:.1f}" y2="{rule.y2:.1f}"'
        yield f'<line {place} class="axis"/>'
    for label in laid.labels:
        yield (
            f'<text x="{label.x:.1f}" y="{label.y:.1f}" text-anchor="{label.anchor}">'
            f"{text(label.text)}</text>"
        )
