"""Small numbers are not shown, and cannot be worked out from what is.

Whoever reads a table knows its totals. A count below the smallest that may be shown is left out (primary),
and with it as many others as it takes (secondary), until nothing that is left out can be narrowed down to a
number below the smallest, by any sums and differences of the rest. Noughts are shown: they are about nobody.

A table is a flow: each inner cell carries its number from its row to its column, each row's total feeds the
row, each column's total drains the column, and the grand total joins the two. What somebody could work out of
a hidden cell is then how far its number could rise or fall with all that is shown held still, which a search
for a way round through the other hidden cells answers exactly. Pure; no I/O. Practice: facts, practice.md R9.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from typing import Final, NamedTuple

SMALLEST: Final = 5
"""Numbers of people below this are not shown, unless a board's profile says otherwise."""
Cell = tuple[int, int]
"""(row, column); the last row and the last column are totals."""
Step = tuple[int, int, bool]
"""Through a pipe: its number, where it leads, and whether it is taken forwards."""


class Edge(NamedTuple):
    """A hidden cell as a pipe from one sum to another."""

    start: int
    end: int
    value: int


def hidden_cells(
    counts: Sequence[Sequence[int]], smallest: int = SMALLEST, *, totals_of_columns: bool = True
) -> frozenset[Cell]:
    """The cells of a table that must not be shown; its totals, which are added, are cells too.

    `counts`: rows of equal length, all numbers nought or more. Row `len(counts)` and column `len(counts[0])`
    of the answer are the totals of columns and rows. Where totals of columns are shown nowhere, say so: then
    less has to be hidden.
    """
    table = with_totals(counts)
    if not totals_of_columns:
        return _hidden(table, smallest, {(len(counts), column) for column in range(len(table[0]))})
    return _hidden(table, smallest, set())


def _hidden(table: Sequence[Sequence[int]], smallest: int, nowhere: set[Cell]) -> frozenset[Cell]:
    """`nowhere`: cells that are not in the table as it is shown."""
    hidden = nowhere | {
        (row, column)
        for row, line in enumerate(table)
        for column, value in enumerate(line)
        if 0 < value < smallest
    }
    for small in sorted(hidden - nowhere):
        # What is hidden later only widens what a cell could be, so none has to be looked at twice.
        while _most(table, hidden, small, smallest) < smallest:
            hidden |= _cheapest(table, hidden, small, smallest)
    return frozenset(hidden)


def hidden_in_line(counts: Sequence[int], smallest: int = SMALLEST) -> frozenset[int]:
    """Which of one line of counts, or their total (the place after the last), must not be shown."""
    if not counts:
        return frozenset()
    hidden = hidden_cells([counts], smallest, totals_of_columns=False)
    return frozenset(column for row, column in hidden if row == 0)


def with_totals(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    """The table with a column and a row of totals."""
    rows = [[*line, sum(line)] for line in counts]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def _cheapest(table: Sequence[Sequence[int]], hidden: set[Cell], exposed: Cell, smallest: int) -> set[Cell]:
    """The cells that cost least to hide and let an exposed one be `smallest` for all that is then shown: the
    cheapest way round from where the cell flows to back to where it comes from."""
    needed = smallest - table[exposed[0]][exposed[1]]
    ways: dict[int, list[tuple[int, Cell, int]]] = {}
    for row, line in enumerate(table):
        for column, value in enumerate(line):
            if value > 0 and (row, column) != exposed:
                start, end = _ends(table, row, column)
                cost = 0 if (row, column) in hidden else _cost(table, row, column)
                ways.setdefault(start, []).append((end, (row, column), cost))
                if value > needed:
                    ways.setdefault(end, []).append((start, (row, column), cost))
    start, end = _ends(table, *exposed)
    waiting: list[tuple[int, int, tuple[Cell, ...]]] = [(0, end, ())]
    seen: set[int] = set()
    while waiting:
        paid, here, way = heappop(waiting)
        if here == start:
            return set(way)
        if here not in seen:
            seen.add(here)
            for there, cell, cost in ways.get(here, ()):
                heappush(waiting, (paid + cost, there, (*way, cell)))
    return set()


def _cost(table: Sequence[Sequence[int]], row: int, column: int) -> int:
    """Of hiding a cell: its number; a total is missed more than all the cells it adds up."""
    is_total = row == len(table) - 1 or column == len(table[0]) - 1
    return table[row][column] + (table[-1][-1] + 1 if is_total else 0)


def _most(table: Sequence[Sequence[int]], hidden: set[Cell], cell: Cell, enough: int) -> int:
    """The most a hidden cell could hold for all that is shown; `enough` and more are not told apart."""
    value = table[cell[0]][cell[1]]
    edges = [
        Edge(*_ends(table, *other), table[other[0]][other[1]]) for other in sorted(hidden) if other != cell
    ]
    start, end = _ends(table, *cell)
    return value + _flow(edges, end, start, enough - value)


def _ends(table: Sequence[Sequence[int]], row: int, column: int) -> tuple[int, int]:
    """From which sum a cell flows to which: rows are 0 to R, columns R + 1 to R + 1 + C."""
    last_row, last_column, first_column = len(table) - 1, len(table[0]) - 1, len(table)
    total_of_rows = first_column + last_column
    if column == last_column:
        return (last_row, total_of_rows) if row == last_row else (total_of_rows, row)
    return (first_column + column, last_row) if row == last_row else (row, first_column + column)


def _flow(edges: Sequence[Edge], source: int, sink: int, wanted: int) -> int:
    """How much could go round from source to sink: forwards without end, backwards down to one, for a cell
    that is hidden is known not to be nought."""
    back = [max(edge.value - 1, 0) for edge in edges]
    ways: dict[int, list[Step]] = {}
    for at, edge in enumerate(edges):
        ways.setdefault(edge.start, []).append((at, edge.end, True))
        ways.setdefault(edge.end, []).append((at, edge.start, False))
    found = 0
    while found < wanted and (way := _way(ways, back, source, sink)):
        room = min([wanted - found, *(back[at] for at, _, forwards in way if not forwards)])
        for at, _, forwards in way:
            back[at] += room if forwards else -room
        found += room
    return found


def _way(ways: Mapping[int, list[Step]], back: Sequence[int], source: int, sink: int) -> list[Step]:
    """The shortest way through hidden cells, each taken forwards or backwards; empty where there is none."""
    came: dict[int, tuple[int, Step]] = {}
    waiting = deque([source])
    while waiting and sink not in came:
        here = waiting.popleft()
        for step in ways.get(here, ()):
            at, there, forwards = step
            if there != source and there not in came and (forwards or back[at] > 0):
                came[there] = (here, step)
                waiting.append(there)
    way, here = [], sink
    while here in came:
        here, step = came[here]
        way.append(step)
    return way[::-1]
