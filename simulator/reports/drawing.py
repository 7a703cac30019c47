"""A chart laid out as boxes, lines and words, in points: the same picture for a page and for paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.reports.chart import Chart, Series, Shape, in_figures

WIDTH: Final = 640.0
SIZE: Final = 11.0
"""Of letters."""
LABELS: Final = 190.0
"""Kept at the left for the categories of bars across."""
FIGURES: Final = 46.0
"""Kept beside a bar for its figures."""
NARROW_PARTS: Final = 130.0
"""Kept beside bars of several parts, to name those too narrow for their figures."""
BAR: Final = 15.0
GAP: Final = 9.0
PLOT: Final = 170.0
"""Height of columns."""
LETTER: Final = 0.56
"""Mean width of a letter, in sizes."""
PATTERNS: Final = ("solid", "stripes", "plain", "dots", "lines", "cross")
"""How series are told apart, in their order."""


class Box(NamedTuple):
    """A bar or a part of one."""

    x: float
    y: float
    width: float
    height: float
    pattern: str


class Rule(NamedTuple):
    """A line."""

    x1: float
    y1: float
    x2: float
    y2: float


class Label(NamedTuple):
    """Words; `anchor` is start, middle or end. `y` is where letters stand."""

    x: float
    y: float
    text: str
    anchor: str = "start"


class Drawing(NamedTuple):
    """A chart ready to be drawn."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    rules: tuple[Rule, ...]
    labels: tuple[Label, ...]


def drawn(chart: Chart) -> Drawing:
    """Lay a chart out."""
    key, top = _key(chart.series)
    shapes = list(_columns(chart, top) if chart.shape is Shape.COLUMNS else _bars(chart, top))
    boxes = [one for one in (*key, *shapes) if isinstance(one, Box)]
    rules = [one for one in shapes if isinstance(one, Rule)]
    labels = [one for one in (*key, *shapes) if isinstance(one, Label)]
    lowest = max([one.y for one in labels] + [one.y + one.height for one in boxes] + [top])
    return Drawing(WIDTH, lowest + GAP, tuple(boxes), tuple(rules), tuple(labels))


def _key(series: tuple[Series, ...]) -> tuple[list[Box | Label], float]:
    """What each pattern stands for, and where the plot may begin."""
    if len(series) < 2:
        return [], GAP
    found: list[Box | Label] = []
    x, y = 0.0, GAP
    for number, one in enumerate(series):
        name = shortened(one.name, WIDTH / 2)
        wide = BAR + 6 + _width(name) + 18
        if x and x + wide > WIDTH:
            x, y = 0.0, y + BAR + 6
        found += [Box(x, y, BAR, BAR - 3, pattern_of(number)), Label(x + BAR + 6, y + SIZE - 1, name)]
        x += wide
    return found, y + BAR + GAP


def pattern_of(number: int) -> str:
    """The pattern of a series by its place."""
    return PATTERNS[number % len(PATTERNS)]


def _bars(chart: Chart, top: float) -> Iterator[Box | Rule | Label]:
    stacked = chart.shape is Shape.STACKED
    beside = NARROW_PARTS if stacked and len(chart.series) > 1 else FIGURES
    scale = (WIDTH - LABELS - beside) / _most(chart)
    y = top
    for at, category in enumerate(chart.categories):
        deep = BAR if stacked else BAR * len(chart.series)
        yield Label(LABELS - 8, y + deep / 2 + SIZE / 3, shortened(category, LABELS - 12), "end")
        yield from (_stack if stacked else _beside)(chart, at, y, scale)
        y += deep + GAP
    yield Rule(LABELS, top - 3, LABELS, y - GAP + 3)


def _stack(chart: Chart, at: int, y: float, scale: float) -> Iterator[Box | Label]:
    """Parts one after the other; the figures of parts too narrow for them follow the bar."""
    x, after = LABELS, []
    for number, one in enumerate(chart.series):
        value = one.values[at]
        shown = in_figures(value, chart.percent)
        wide = (value or 0) * scale
        if value:
            yield Box(x, y, wide, BAR, pattern_of(number))
        if value and wide > _width(shown) + 10:
            # Letters need a plain ground: a white field within the pattern.
            field = _width(shown) + 4
            yield Box(x + (wide - field) / 2, y + 2, field, BAR - 4, "field")
            yield Label(x + wide / 2, y + BAR - 4, shown, "middle")
        elif value != 0:
            after.append(f"{one.name} {shown}")
        x += wide
    if after:
        yield Label(x + 6, y + BAR - 4, shortened("; ".join(after), WIDTH - x - 6))


def _beside(chart: Chart, at: int, y: float, scale: float) -> Iterator[Box | Label]:
    for number, one in enumerate(chart.series):
        value = one.values[at]
        wide = (value or 0) * scale
        here = y + number * BAR
        if value:
            yield Box(LABELS, here, wide, BAR - 2, pattern_of(number))
        yield Label(LABELS + wide + 5, here + BAR - 5, in_figures(value, chart.percent))


def _columns(chart: Chart, top: float) -> Iterator[Box | Rule | Label]:
    bottom, left = top + SIZE + PLOT, 4.0
    each = (WIDTH - left) / max(len(chart.categories), 1)
    wide = min((each - 6) / max(len(chart.series), 1), 34.0)
    scale = PLOT / _most(chart)
    shown_every = max(1, round(_longest(chart.categories) / each + 0.4))
    for at, category in enumerate(chart.categories):
        middle = left + each * at + each / 2
        x = middle - wide * len(chart.series) / 2
        for number, one in enumerate(chart.series):
            value = one.values[at]
            high = (value or 0) * scale
            if value:
                yield Box(x, bottom - high, wide - 2, high, pattern_of(number))
            shown = in_figures(value, chart.percent)
            if value != 0 and _width(shown) <= each:
                yield Label(x + (wide - 2) / 2, bottom - high - 3, shown, "middle")
            x += wide
        if at % shown_every == 0:
            yield Label(middle, bottom + SIZE + 4, shortened(category, each * shown_every - 4), "middle")
    yield Rule(left, bottom, WIDTH, bottom)


def _most(chart: Chart) -> float:
    """What the longest bar stands for."""
    if chart.percent:
        return 100.0
    values = [[one.values[at] or 0 for one in chart.series] for at in range(len(chart.categories))]
    sums = [sum(each) if chart.shape is Shape.STACKED else max(each, default=0) for each in values]
    return max(sums, default=0) or 1.0


def _longest(words: tuple[str, ...]) -> float:
    return max(map(_width, words), default=0.0)


def _width(text: str) -> float:
    return len(text) * SIZE * LETTER


def shortened(text: str, room: float) -> str:
    """The text, or as much of it as there is room for."""
    letters = int(room / (SIZE * LETTER))
    return text if len(text) <= letters else f"{text[: max(letters - 1, 0)].rstrip()}…"
