"""The picture of a case as an SVG file of its own: no script, no font, nothing fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Final, NamedTuple

from simulator.author.graph.shape import ENDING, PASSED, PLAIN, Box, Shape, Way
from simulator.author.graph.text import fill, label_of
from simulator.words import author as words
from simulator.words import say

WIDE: Final = 220
HIGH: Final = 62
BESIDE: Final = 60
BENEATH: Final = 84
MARGIN: Final = 40
HEAD: Final = 96
LETTERS: Final = 34
"""Characters of a line in a box."""

STROKES: Final[Mapping[str, tuple[str, float, str]]] = {
    "good": ("#1b6e3c", 2.4, ""),
    "acceptable": ("#1f5a96", 2.0, "10 4"),
    "poor": ("#8a5a00", 2.0, "3 4"),
    "unsafe": ("#a3123a", 3.6, "14 4 3 4"),
    PLAIN: ("#555555", 1.4, ""),
    PASSED: ("#777777", 1.0, "1 5"),
}
"""Colour, width, dashes: no two grades differ by colour alone."""


class Spot(NamedTuple):
    """Where a box lies: its left upper corner."""

    x: float
    y: float


def svg(shape: Shape) -> str:
    """The whole file."""
    spots = _spots(shape)
    width = max(spot.x for spot in spots.values()) + WIDE + MARGIN + BESIDE
    height = max(spot.y for spot in spots.values()) + HIGH + MARGIN
    width = max(width, 640)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}"'
        f' width="{width:.0f}" height="{height:.0f}" font-family="sans-serif" font-size="12" role="img">',
        f"<title>{escape(shape.title)}</title>",
        f"<desc>{escape(say(words.PICTURE, title=shape.title))}</desc>",
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#ffffff"/>',
        f'<text x="{MARGIN}" y="32" font-size="18" font-weight="bold">{escape(shape.title)}</text>',
        *_legend(),
        *_paths(shape, spots),
        *(part for box in shape.boxes for part in _box(shape, box, spots[box.id])),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _legend() -> Iterator[str]:
    x = float(MARGIN)
    for grade, (colour, wide, dashes) in STROKES.items():
        name = grade or say(words.FOLLOWS)
        yield _line(f"M {x:.0f} 60 h 44", colour, wide, dashes)
        yield f'<text x="{x + 50:.0f}" y="64">{escape(name)}</text>'
        x += 70 + 7 * len(name)


def _spots(shape: Shape) -> dict[str, Spot]:
    """Each box in a row below all that lead to it from above; side by side by what leads there."""
    order = {box.id: number for number, box in enumerate(shape.boxes)}
    row = dict.fromkeys(order, 0)
    for box in shape.boxes:
        for way in shape.ways:
            if way.start == box.id and order[way.end] > order[box.id]:
                row[way.end] = max(row[way.end], row[box.id] + 1)
    last = max(row.values(), default=0)
    for box in shape.boxes:
        if box.role == ENDING:
            row[box.id] = last
    placed: dict[str, float] = {}
    for number in range(last + 1):
        here = [box.id for box in shape.boxes if row[box.id] == number]
        here.sort(key=lambda box: (_middle(box, shape, placed), order[box]))
        for at, box_id in enumerate(here):
            placed[box_id] = float(at) - (len(here) - 1) / 2
    left = min(placed.values(), default=0.0)
    return {
        box: Spot(MARGIN + (at - left) * (WIDE + BESIDE), HEAD + row[box] * (HIGH + BENEATH))
        for box, at in placed.items()
    }


def _middle(box: str, shape: Shape, placed: Mapping[str, float]) -> float:
    above = [placed[way.start] for way in shape.ways if way.end == box and way.start in placed]
    return sum(above) / len(above) if above else 0.0


def _paths(shape: Shape, spots: Mapping[str, Spot]) -> Iterator[str]:
    """Every way, those that leave one box side by side along its lower edge; all words above all lines."""
    said = []
    for box in shape.boxes:
        leaving = [way for way in shape.ways if way.start == box.id]
        for number, way in enumerate(leaving):
            drawn, label = _path(way, spots, number, (number + 1) / (len(leaving) + 1))
            said.append(label)
            yield drawn
    yield from filter(None, said)


def _path(way: Way, spots: Mapping[str, Spot], number: int, along: float) -> tuple[str, str]:
    """The line with its arrow, and the words beside it."""
    start, end = spots[way.start], spots[way.end]
    colour, wide, dashes = STROKES[way.grade]
    x1, y1 = start.x + WIDE * along, start.y + HIGH
    x2, y2 = end.x + WIDE * along, end.y
    if end.y <= start.y:  # a way back goes round the side
        side = max(start.x, end.x) + WIDE + 30
        x1, y1, x2, y2 = start.x + WIDE, start.y + HIGH / 2, end.x + WIDE, end.y + HIGH / 2
        drawn = f"M {x1:.0f} {y1:.0f} C {side:.0f} {y1:.0f} {side:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    else:
        bend = (y2 - y1) / 2 if y2 - y1 <= BENEATH else BENEATH
        drawn = f"M {x1:.0f} {y1:.0f} C {x1:.0f} {y1 + bend:.0f} {x2:.0f} {y2 - bend:.0f} {x2:.0f} {y2:.0f}"
    label, tip = label_of(way), f"{x2:.0f} {y2:.0f}"
    arrow = f'<path d="M {tip} l -5 -9 h 10 z" fill="{colour}"/>' if end.y > start.y else ""
    words_ = (
        f'<text x="{x1 + 5:.0f}" y="{y1 + 20 + 15 * (number % 3):.0f}" fill="{colour}" font-size="11"'
        f' stroke="#ffffff" stroke-width="4" paint-order="stroke">{escape(_short(label, 44))}</text>'
    )
    title = f"<title>{escape(f'{way.start} → {way.end}: {label}')}</title>"
    return f"<g>{title}{_line(drawn, colour, wide, dashes)}{arrow}</g>", words_ if label else ""


def _line(drawn: str, colour: str, wide: float, dashes: str) -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path d="{drawn}" fill="none" stroke="{colour}" stroke-width="{wide}"{dashed}/>'


def _box(shape: Shape, box: Box, spot: Spot) -> Iterator[str]:
    dashed = "" if box.reached else ' stroke-dasharray="6 4"'
    round_ = 28 if box.role == ENDING else 6
    yield (
        f'<rect x="{spot.x:.0f}" y="{spot.y:.0f}" width="{WIDE}" height="{HIGH}" rx="{round_}"'
        f' fill="{fill(shape, box)}" stroke="#222222"{dashed}/>'
    )
    never = "" if box.reached else say(words.NEVER_REACHED)
    lines = [part for part in (box.title, *_folded(box.says), never) if part][:4]
    for number, line in enumerate(lines):
        weight = ' font-weight="bold"' if number == 0 else ""
        yield (
            f'<text x="{spot.x + WIDE / 2:.0f}" y="{spot.y + 17 + 14 * number:.0f}" text-anchor="middle"'
            f"{weight}>{escape(_short(line, LETTERS))}</text>"
        )


def _folded(text: str) -> tuple[str, ...]:
    if len(text) <= LETTERS:
        return (text,)
    cut = text.rfind(" ", 0, LETTERS)
    return (text[:cut], text[cut + 1 :]) if cut > 0 else (text,)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
