"""*Who knew what when*, drawn with letters: a line for each fact and each who had to do with it."""

from __future__ import annotations

from collections.abc import Mapping
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
    columns = _columns(debrief, (width - label - 18) // CELL)
    found = [Paragraph(say(words.LEGEND), Look.QUIET), Paragraph(_heads(columns, label), Look.DRAWING)]
    for number, journey in enumerate(debrief.journeys, 1):
        text = first_line(clean(" ".join(journey.text.split())), max(width - 5, 20))
        found.append(Paragraph(f"{number}. {text}", Look.NAME))
        found += [Paragraph(line, Look.DRAWING) for line in _lanes(journey, names, mine, columns, label)]
    return (*found, Paragraph(""))


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


def _heads(columns: tuple[int, ...], label: int) -> str:
    days = columns[0] // MINUTES_A_DAY != columns[-1] // MINUTES_A_DAY
    first, last = from_minutes(columns[0]), from_minutes(columns[-1])
    if days:
        begins, ends = in_words(first.date()), in_words(last.date())
    else:
        begins, ends = f"{first:%H:%M}", f"{last:%H:%M}"
    room = CELL * len(columns)
    return " " * label + begins + " " * max(room - len(begins) - len(ends), 1) + ends


def _lanes(
    journey: Journey, names: Mapping[str, str], mine: tuple[str, ...], columns: tuple[int, ...], label: int
) -> list[str]:
    learned = {one.to: one for one in reversed(journey.learned)}
    passed = {one.source: one.clock for one in reversed(journey.learned) if one.source}
    stayed = {one.holder for one in journey.stayed}
    lanes = list(dict.fromkeys((*journey.holders, *learned, *journey.never_reached)))
    lines = []
    for lane in lanes:
        since = columns[0] if lane in journey.holders else learned[lane].clock if lane in learned else None
        row = "".join(_cell(at, since, lane in journey.holders, columns) for at in range(len(columns)))
        if lane in passed:
            row = _put(row, _column(passed[lane], columns), "S" if lane in mine else "s")
        end = say(words.NEVER) if since is None else say(words.STAYED) if lane in stayed else ""
        lines.append(f"   {_fit(names.get(lane, lane), label - BESIDE)} {row}  {end}".rstrip())
    return lines


def _cell(at: int, since: int | None, held: bool, columns: tuple[int, ...]) -> str:
    if since is None:
        return " . "
    start = _column(since, columns)
    if at < start:
        return " . "
    if at == start:
        return "O==" if held else " o="
    return "==="


def _column(clock: int, columns: tuple[int, ...]) -> int:
    return max((place for place, begins in enumerate(columns) if begins <= clock), default=0)


def _put(row: str, column: int, letter: str) -> str:
    at = column * CELL + 2
    return row[:at] + letter + row[at + 1 :]


def _fit(text: str, size: int) -> str:
    while cells(text) > size:
        text = text[:-1]
    return text + " " * (size - cells(text))
