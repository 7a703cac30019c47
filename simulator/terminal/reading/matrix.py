"""*Who knew what when*, drawn with letters: a line for each fact and each who had to do with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from scoring.calendar import MINUTES_A_DAY, from_minutes, in_words
from scoring.debrief import Debrief, Journey
from simulator.terminal.reading.paragraph import Look, Paragraph, wrap
from simulator.text import clean
from simulator.text import width as cells
from simulator.words import looking_back as words
from simulator.words import say

CELL: Final = 3
"""Cells of a column, at least."""
AFTER: Final = 18
"""Cells kept for what is said after a line of the drawing."""
MOST_COLUMNS: Final = 14
MORE: Final = " ..."
BESIDE: Final = 4
"""Cells around who it is."""


def matrix(debrief: Debrief, mine: tuple[str, ...], width: int) -> tuple[Paragraph, ...]:
    """The drawing, with what its letters mean; nothing where no fact went anywhere."""
    if not debrief.journeys:
        return ()
    names = {lane.id: clean(lane.name).rpartition(", ")[2] for lane in debrief.lanes}
    label = min(max(map(cells, names.values()), default=0), width // 3) + BESIDE
    room = width - label - AFTER
    columns = _columns(debrief, room // CELL)
    cell = _cell_width(columns, room)
    heads = " " * label + _heads(columns, cell)
    found = [Paragraph(say(words.LEGEND), Look.QUIET), Paragraph(heads, Look.DRAWING)]
    for number, journey in enumerate(debrief.journeys, 1):
        text = first_line(clean(" ".join(journey.text.split())), max(width - 5, 20))
        found.append(Paragraph(f"{number}. {text}", Look.NAME))
        rows = _rows(journey, mine, columns, cell)
        found += [
            Paragraph(f"   {_fit(names.get(lane, lane), label - BESIDE)} {row}", Look.DRAWING)
            for lane, row in rows
        ]
    return (*found, Paragraph(""))


def _cell_width(columns: tuple[int, ...], room: int) -> int:
    """Few columns are drawn wider, so that the first and the last moment fit over them."""
    return max(CELL, min(-(-(sum(map(len, _ends(columns))) + 2) // len(columns)), room // len(columns)))


def _ends(columns: tuple[int, ...]) -> tuple[str, str]:
    """The first and the last moment: days where there are several, times where there is one."""
    first, last = from_minutes(columns[0]), from_minutes(columns[-1])
    if first.date() != last.date():
        return in_words(first.date()), in_words(last.date())
    return f"{first:%H:%M}", f"{last:%H:%M}"


def first_line(text: str, size: int) -> str:
    """As much of a text as fits on a line; that there is more is said by three dots."""
    lines = wrap(text, size)
    return lines[0] if len(lines) == 1 else f"{wrap(text, size - len(MORE))[0].rstrip(',;:')}{MORE}"


def _columns(debrief: Debrief, most: int) -> tuple[int, ...]:
    """The moments that stand over the columns: days where there are several, times where there is one."""
    clocks = {debrief.played_on}
    for journey in debrief.journeys:
        clocks |= {one.clock for one in journey.learned} | {one.clock for one in journey.stayed}
    days = {clock // MINUTES_A_DAY * MINUTES_A_DAY for clock in clocks}
    chosen = sorted(days if len(days) > 1 else clocks)
    most = max(2, min(most, MOST_COLUMNS))
    while len(chosen) > most:  # the closest two become one
        gaps = [after - before for before, after in pairwise(chosen)]
        del chosen[gaps.index(min(gaps)) + 1]
    return tuple(chosen)


def _heads(columns: tuple[int, ...], cell: int) -> str:
    begins, ends = _ends(columns)
    if len(columns) == 1:
        return begins
    return begins + " " * max(cell * len(columns) - len(begins) - len(ends), 1) + ends


def _rows(
    journey: Journey, mine: tuple[str, ...], columns: tuple[int, ...], cell: int
) -> Iterator[tuple[str, str]]:
    """Each who had to do with a fact, and their line of the drawing."""
    learned = {one.to: one for one in reversed(journey.learned)}
    passed = {one.source: one.clock for one in reversed(journey.learned) if one.source}
    stayed = {one.holder for one in journey.stayed}
    lanes = list(dict.fromkeys((*journey.holders, *learned, *journey.never_reached)))
    for lane in lanes:
        since = columns[0] if lane in journey.holders else learned[lane].clock if lane in learned else None
        start = len(columns) if since is None else _column(since, columns)
        begins = "O=" if lane in journey.holders else " o"
        row = " . ".ljust(cell) * start + begins.ljust(cell, "=") + "=" * cell * (len(columns) - start - 1)
        row = row[: cell * len(columns)]
        if lane in passed:
            row = _put(row, _column(passed[lane], columns) * cell + 2, "S" if lane in mine else "s")
        end = say(words.NEVER) if since is None else say(words.STAYED) if lane in stayed else ""
        yield lane, f"{row}  {end}".rstrip()


def _column(clock: int, columns: tuple[int, ...]) -> int:
    return max((place for place, begins in enumerate(columns) if begins <= clock), default=0)


def _put(row: str, at: int, letter: str) -> str:
    return row[:at] + letter + row[at + 1 :]


def _fit(text: str, size: int) -> str:
    while cells(text) > size:
        text = text[:-1]
    return text + " " * (size - cells(text))
