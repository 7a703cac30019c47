"""What a chart shows, whatever draws it: bars for agencies and answers, columns for what happens over time.

Every value stands beside its bar in figures, and series are told apart by pattern as well as by shade: a copy
in black and white, or a reader who sees no colours, loses nothing.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Shape(StrEnum):
    """How a chart is drawn."""

    STACKED = "stacked"
    """A bar across for each category, its parts one after the other."""
    BARS = "bars"
    """Bars across, side by side for each category."""
    COLUMNS = "columns"
    """Upright, side by side for each category: time goes to the right."""


class Series(NamedTuple):
    """One kind of thing that is counted."""

    name: str
    values: tuple[float | None, ...]
    """One for each category; None is not shown."""


class Chart(NamedTuple):
    """A chart."""

    title: str
    shape: Shape
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    percent: bool = False
    """Whether values are parts of a hundred."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(value for one in self.series for value in one.values)


def in_figures(value: float | None, percent: bool) -> str:
    """A value as it stands beside its bar; a star where it is not shown."""
    if value is None:
        return "*"
    shown = f"{value:.0f}" if value == int(value) or percent else f"{value:.1f}"
    return f"{shown} %" if percent else shown
