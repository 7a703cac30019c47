"""*Who knew what when* as a drawing: a lane for each agency, for the child and for the family; time across.

A filled mark is a fact learned, a ring one that was held from the start, a hollow dashed mark a fact that
was needed and stayed where it was; a line joins whoever passed it to whoever got it. Facts have numbers. A
square is somebody of the family who was asked or told.
The drawing is SVG; everything in it is said in words beneath it, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple

from scoring.calendar import from_minutes, in_words
from scoring.debrief import Debrief, Lane
from scoring.terms import Mode
from simulator.words import debrief as words
from simulator.words import say

LANE_HEIGHT = 30
MARK = 9
"""Radius of a mark."""
GAP = 4
LABELS = 250
"""Width kept for the lanes' names."""
TOP = 34


class Mark(NamedTuple):
    """One mark in the drawing."""

    lane: str
    clock: int
    fact: int
    """Number of the fact, from 1; 0 where somebody was told that something was passed on."""
    kind: str
    """held | learned | stayed | told"""
    source: str = ""
    """The lane it came from."""


def marks_of(debrief: Debrief) -> list[Mark]:
    """Every mark, in the order of time and facts."""
    found = []
    for number, journey in enumerate(debrief.journeys, 1):
        found += [Mark(holder, debrief.played_on, number, "held") for holder in journey.holders]
        found += [Mark(one.to, one.clock, number, "learned", one.source) for one in journey.learned]
        found += [Mark(one.holder, one.clock, number, "stayed") for one in journey.stayed]
    for told in debrief.told:
        if told.mode != Mode.DO_NOT_TELL:
            found.append(Mark(told.person, told.clock, 0, "told"))
    return sorted(found, key=lambda mark: (mark.clock, mark.fact))


def timeline(debrief: Debrief, called: Mapping[str, str]) -> str:
    """The drawing; empty where no fact went anywhere."""
    marks = marks_of(debrief)
    if not marks:
        return ""
    lanes = {lane.id: number for number, lane in enumerate(debrief.lanes)}
    marks = [mark for mark in marks if mark.lane in lanes]
    spots = _spots(marks)
    columns = _columns(marks)
    width = max(x + wide for x, wide in columns.values()) + MARK
    height = TOP + LANE_HEIGHT * len(lanes)
    parts = [
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{escape(say(words.PART_1))}">',
        *_lanes(debrief.lanes, called, width),
        *_times(columns, height),
        *_lines(marks, lanes, columns, spots),
        *(_drawn(mark, *_place(mark, lanes, columns, spots[mark])) for mark in marks),
        "</svg>",
    ]
    return "\n".join(parts)


def _spots(marks: Iterable[Mark]) -> dict[Mark, int]:
    """Which place each mark has among those of its lane and moment, from 0."""
    taken: dict[tuple[str, int], int] = {}
    spots: dict[Mark, int] = {}
    for mark in marks:
        if mark not in spots:
            here = (mark.lane, mark.clock)
            spots[mark] = taken.get(here, 0)
            taken[here] = spots[mark] + 1
    return spots


def _columns(marks: list[Mark]) -> dict[int, tuple[int, int]]:
    """Clock -> where its column begins, and how wide it is: as wide as its fullest lane."""
    columns: dict[int, tuple[int, int]] = {}
    x = LABELS
    for clock in sorted({mark.clock for mark in marks}):
        lanes = [mark.lane for mark in dict.fromkeys(marks) if mark.clock == clock]
        fullest = max(lanes.count(lane) for lane in lanes)
        wide = max(fullest * (2 * MARK + GAP) + 2 * GAP, 104)
        columns[clock] = (x, wide)
        x += wide
    return columns


def _place(
    mark: Mark, lanes: Mapping[str, int], columns: Mapping[int, tuple[int, int]], spot: int
) -> tuple[int, int]:
    x = columns[mark.clock][0] + GAP + MARK + spot * (2 * MARK + GAP)
    return x, TOP + lanes[mark.lane] * LANE_HEIGHT + LANE_HEIGHT // 2


def _lanes(lanes: Iterable[Lane], called: Mapping[str, str], width: int) -> Iterable[str]:
    for number, lane in enumerate(lanes):
        y = TOP + number * LANE_HEIGHT
        yield f'<rect class="lane {lane.kind}" x="0" y="{y}" width="{width}" height="{LANE_HEIGHT - 2}"/>'
        name = called.get(lane.id, lane.name)
        shown = name if len(name) <= 34 else f"{name[:33]}…"
        yield f'<text class="name" x="6" y="{y + LANE_HEIGHT // 2 + 4}">{escape(shown)}</text>'


def _times(columns: Mapping[int, tuple[int, int]], height: int) -> Iterable[str]:
    """Day and time over each column; the year, which would not fit, stands in the words beneath."""
    day = ""
    for clock, (x, _) in columns.items():
        moment = from_minutes(clock)
        shown, _, _ = in_words(moment.date()).rpartition(" ")
        yield f'<line class="moment" x1="{x}" y1="{TOP - 6}" x2="{x}" y2="{height}"/>'
        if shown != day:
            yield f'<text class="time" x="{x + 2}" y="12">{shown}</text>'
            day = shown
        yield f'<text class="time" x="{x + 2}" y="26">{moment:%H:%M}</text>'


def _lines(
    marks: Iterable[Mark],
    lanes: Mapping[str, int],
    columns: Mapping[int, tuple[int, int]],
    spots: Mapping[Mark, int],
) -> Iterable[str]:
    """From the lane that passed a fact to the mark of who got it."""
    for mark in marks:
        if mark.source in lanes and mark.source != mark.lane:
            x, y = _place(mark, lanes, columns, spots[mark])
            start = TOP + lanes[mark.source] * LANE_HEIGHT + LANE_HEIGHT // 2
            yield f'<line class="passed" x1="{x}" y1="{start}" x2="{x}" y2="{y}"/>'


def _drawn(mark: Mark, x: int, y: int) -> str:
    if mark.kind == "told":
        side = 2 * MARK - 2
        return f'<rect class="told" x="{x - MARK + 1}" y="{y - MARK + 1}" width="{side}" height="{side}"/>'
    return (
        f'<g class="{mark.kind}"><circle cx="{x}" cy="{y}" r="{MARK}"/>'
        f'<text x="{x}" y="{y + 3}">{mark.fact}</text></g>'
    )
