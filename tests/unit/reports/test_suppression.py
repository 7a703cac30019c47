"""Small numbers are not shown, and whoever adds and subtracts what is shown learns of none."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.reports.evaluation import intended_row
from simulator.reports.report import SUPPRESSED
from simulator.reports.suppression import SMALLEST, hidden_cells, hidden_in_line, with_totals
from simulator.reports.tally import parts_shown

COUNTS = st.sampled_from([0, 1, 2, 3, 4, 5, 6, 9])
TABLES = st.integers(1, 3).flatmap(
    lambda wide: st.lists(st.lists(COUNTS, min_size=wide, max_size=wide), min_size=1, max_size=3)
)
MOST = 12
"""As far as a number is tried by whoever searches; beyond it nothing new can be found in tables so small."""


def worked_out(
    counts: list[list[int]], hidden: frozenset[tuple[int, int]]
) -> dict[tuple[int, int], set[int]]:
    """Everything each hidden cell could be for somebody who knows all others, found by trying."""
    table, rows, columns = with_totals(counts), len(counts), len(counts[0])
    inner = [(r, c) for r, c in product(range(rows), range(columns)) if (r, c) in hidden]
    could: dict[tuple[int, int], set[int]] = {cell: set() for cell in hidden}
    for values in product(range(1, MOST), repeat=len(inner)):
        tried = [list(row) for row in counts]
        for (r, c), value in zip(inner, values, strict=True):
            tried[r][c] = value
        sums = with_totals(tried)
        if all(
            sums[r][c] == table[r][c]
            for r, c in product(range(rows + 1), range(columns + 1))
            if (r, c) not in hidden
        ):
            for r, c in hidden:
                could[r, c].add(sums[r][c])
    return could


@settings(max_examples=60)
@given(TABLES)
def test_nothing_small_is_shown_or_can_be_worked_out(counts: list[list[int]]) -> None:
    hidden, table = hidden_cells(counts), with_totals(counts)
    for r, row in enumerate(table):
        for c, value in enumerate(row):
            assert (r, c) in hidden or value == 0 or value >= SMALLEST
    if sum((r, c) in hidden for r, c in product(range(len(counts)), range(len(counts[0])))) > 4:
        return  # too many to try; the same search answers for them
    for (r, c), values in worked_out(counts, hidden).items():
        assert table[r][c] in values
        if table[r][c] < SMALLEST:
            assert max(values) >= SMALLEST, (counts, sorted(hidden))


@given(TABLES)
def test_noughts_are_shown_and_tables_without_small_numbers_are_left_whole(counts: list[list[int]]) -> None:
    hidden, table = hidden_cells(counts), with_totals(counts)
    assert all(table[r][c] > 0 for r, c in hidden)
    large = [[5 * value for value in row] for row in counts]
    assert not hidden_cells(large)


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([12, 7, 0], set()),
        ([12, 7, 1], {1, 2}),
        ([1, 30], {0, 1}),
        ([3, 2], {0, 1, 2}),
        ([2, 3, 40], {0, 1, 2}),
        ([4], {0, 1}),
        ([0, 0], set()),
        ([], set()),
    ],
)
def test_a_line_with_its_total(counts: list[int], hidden: set[int]) -> None:
    assert hidden_in_line(counts) == hidden


def test_a_small_cell_is_hidden_across_its_row_and_its_column() -> None:
    counts = [[12, 7, 1], [8, 9, 10], [20, 14, 6]]
    hidden = hidden_cells(counts)
    assert len(hidden) == 4 and len({r for r, _ in hidden}) == len({c for _, c in hidden}) == 2


@given(st.lists(COUNTS, min_size=2, max_size=4))
def test_parts_of_a_hundred_do_not_give_a_small_number_away(counts: list[int]) -> None:
    shown = parts_shown(tuple(counts), SMALLEST)
    if sum(counts) < SMALLEST:
        assert shown is None
    for count, part in zip(counts, shown or (None,) * len(counts), strict=True):
        assert part is None or count == 0 or count >= SMALLEST
    assert shown is None or sum(part is None for part in shown) != 1


@given(st.tuples(*[st.integers(0, 12)] * 6))
def test_what_people_meant_to_do_gives_no_small_number_away(drawn: tuple[int, ...]) -> None:
    done, not_done, silent, confirmed, refused, _ = drawn
    every = done + not_done + silent
    confirmed, refused = min(confirmed, every), min(refused, max(every - confirmed, 0))
    counts = (every, done, not_done, silent, confirmed, refused, every - confirmed - refused)
    row = intended_row(counts, counts, SMALLEST)
    for value in row:
        assert value == SUPPRESSED or value == 0 or int(value or 0) >= SMALLEST
    shown_every, answered, shown_done, shown_not = row[:4]
    if isinstance(shown_every, int) and isinstance(answered, int):
        assert shown_every - answered == 0 or shown_every - answered >= SMALLEST
    if isinstance(answered, int):
        assert isinstance(shown_done, int) == isinstance(shown_not, int)


def test_several_intentions_of_few_people_are_few_people() -> None:
    counts = (20, 10, 10, 0, 10, 10, 0)
    assert intended_row(counts, (4, 4, 4, 0, 4, 4, 0), SMALLEST) == (SUPPRESSED,) * 6
    assert intended_row(counts, (9, 9, 2, 0, 9, 9, 0), SMALLEST)[1:4] == (SUPPRESSED,) * 3
    assert intended_row(counts, (9, 9, 9, 0, 9, 9, 0), SMALLEST) == (20, 20, 10, 10, 10, 10)
