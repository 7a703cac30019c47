"""Sharing, cell by cell: every sentence of scoring.md on share cells, in tables and as properties."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evidence import Cell, ShareEvidence, Want, Weight
from scoring.marks import Mark, mark, share_mark, weigh
from scoring.scorecard import sharing_of
from scoring.terms import Level

ONE, HALF = Fraction(1), Fraction(1, 2)
NONE, HEADLINE, FULL = Level.NONE, Level.HEADLINE, Level.FULL


def want(
    level: Level = NONE,
    weight: Weight = Weight.PLAIN,
    *,
    sensitive: bool = False,
    vital: bool = False,
    before: str = "",
) -> Want:
    return Want(level, Weight.NEUTRAL if level else weight, sensitive, vital, before)


def cell(wanted: Want, passed: Level, had: Level = NONE, *, late: bool = False, fact: str = "fact") -> Cell:
    return Cell(fact, "manager", wanted, passed, had, late)


def cells_mark(*cells: Cell) -> Fraction:
    """What was passed, without openness, basis and reason."""
    return Fraction(share_mark(ShareEvidence(cells)).earned)


def formula(hits: str, needed: int, excess: str) -> Fraction:
    """3 × 2H/(N + H + X), as scoring.md says it."""
    h, x = Fraction(hits), Fraction(excess)
    return 3 * 2 * h / (needed + h + x)


# --- one cell ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "passed", "late", "hits", "excess"),
    [
        pytest.param(want(FULL), FULL, False, "1", "0", id="needed and passed at the right level"),
        pytest.param(want(HEADLINE), HEADLINE, False, "1", "0", id="headline needed and passed"),
        pytest.param(want(HEADLINE), FULL, False, "1/2", "0", id="full where a headline was needed"),
        pytest.param(want(HEADLINE, sensitive=True), FULL, False, "0", "1", id="the same, sensitive"),
        pytest.param(want(FULL), HEADLINE, False, "1/2", "0", id="headline where full was needed"),
        pytest.param(want(FULL, before="then"), FULL, True, "1/2", "0", id="passed after the moment"),
        pytest.param(want(FULL), HEADLINE, True, "1/2", "0", id="late and only a headline"),
        pytest.param(want(HEADLINE, sensitive=True), HEADLINE, False, "1", "0", id="sensitive, as needed"),
        pytest.param(want(FULL), NONE, False, "0", "0", id="needed and kept"),
    ],
)
def test_a_cell_that_is_needed(wanted: Want, passed: Level, late: bool, hits: str, excess: str) -> None:
    assert cells_mark(cell(wanted, passed, late=late)) == formula(hits, 1, excess)


@pytest.mark.parametrize(
    ("weight", "halves"),
    [(Weight.NEUTRAL, 0), (Weight.PLAIN, 1), (Weight.SERIOUS, 4)],
    ids=["may know", "not listed: half an excess", "sensitive or needed by nobody: two"],
)
@pytest.mark.parametrize("passed", [HEADLINE, FULL])
def test_a_cell_that_is_not_needed(weight: Weight, halves: int, passed: Level) -> None:
    assert weigh(want(NONE, weight), passed, NONE, False) == (0, 0, halves, False, False, False)
    beside = cells_mark(cell(want(FULL), FULL), cell(want(NONE, weight), passed, fact="other"))
    assert beside == formula("1", 1, str(Fraction(halves, 2)))


def test_nothing_needed_and_nothing_passed_is_right() -> None:
    assert cells_mark() == 3
    assert cells_mark(cell(want(), NONE), cell(want(NONE, Weight.SERIOUS), NONE)) == 3
    assert cells_mark(cell(want(NONE, Weight.NEUTRAL), FULL)) == 3


def test_something_passed_where_nothing_was_needed_earns_nothing() -> None:
    assert cells_mark(cell(want(), HEADLINE)) == 0


# --- what the recipient already has ---------------------------------------------------------------------


@pytest.mark.parametrize("passed", [NONE, HEADLINE, FULL])
def test_what_the_recipient_has_in_full_does_not_count(passed: Level) -> None:
    for wanted in (want(FULL), want(HEADLINE, sensitive=True), want(NONE, Weight.SERIOUS)):
        assert weigh(wanted, passed, FULL, False) == (0, 0, 0, False, False, False)


def test_a_headline_said_again_where_the_whole_is_needed_is_no_hit() -> None:
    assert cells_mark(cell(want(FULL), HEADLINE, HEADLINE)) == 0
    assert cells_mark(cell(want(FULL), FULL, HEADLINE)) == 3
    assert weigh(want(FULL), HEADLINE, HEADLINE, False).missed


def test_the_rest_of_a_fact_whose_headline_was_enough_is_too_much() -> None:
    assert weigh(want(HEADLINE), FULL, HEADLINE, False).half_excess == 1
    assert weigh(want(HEADLINE, sensitive=True), FULL, HEADLINE, False).half_excess == 2
    assert weigh(want(HEADLINE), HEADLINE, HEADLINE, False) == (0, 0, 0, False, False, False)


# --- red lines -----------------------------------------------------------------------------------------


def test_never_to_is_a_red_line_and_nothing_else() -> None:
    never = want(NONE, Weight.NEVER, sensitive=True)
    for passed in (HEADLINE, FULL):
        for had in (NONE, HEADLINE, FULL):
            assert weigh(never, passed, had, False) == (0, 0, 0, True, False, False)
    found = share_mark(ShareEvidence((cell(never, FULL),)))
    assert found.red_lines == ("fact passed to manager",)
    assert share_mark(ShareEvidence((cell(never, NONE),))).red_lines == ()


def test_a_vital_fact_kept_back_is_listed_and_lowers_the_marks_as_any_miss() -> None:
    found = share_mark(ShareEvidence((cell(want(FULL, vital=True), NONE),)))
    assert (found.earned, found.kept, found.red_lines) == (0, (("fact", "manager"),), ())


@pytest.mark.parametrize(("passed", "had"), [(HEADLINE, NONE), (FULL, NONE), (NONE, HEADLINE), (NONE, FULL)])
def test_a_vital_fact_of_which_they_know_something_was_not_kept_back(passed: Level, had: Level) -> None:
    assert share_mark(ShareEvidence((cell(want(FULL, vital=True), passed, had),))).kept == ()


def test_a_vital_fact_that_is_not_needed_there_is_not_kept_back() -> None:
    assert share_mark(ShareEvidence((cell(want(NONE, Weight.PLAIN, vital=True), NONE),))).kept == ()


def test_telling_somebody_unsafely_is_a_red_line() -> None:
    found = share_mark(ShareEvidence((), told_unsafely=("father", "mother")))
    assert found.red_lines == ("father told although it was unsafe", "mother told although it was unsafe")


# --- openness, basis, reason ---------------------------------------------------------------------------

RIGHT = cell(want(FULL), FULL)
WRONG = cell(want(FULL), NONE, fact="other")


@pytest.mark.parametrize("name", ["open_right", "basis_right", "reason_right"])
def test_each_is_worth_half_where_it_is_asked_for(name: str) -> None:
    for right, earned in ((True, Fraction(7, 2)), (False, Fraction(3))):
        asked: dict[str, Any] = {name: right}
        found = share_mark(ShareEvidence((RIGHT,))._replace(**asked))
        assert (found.earned, found.possible) == (earned, Fraction(7, 2))
    assert share_mark(ShareEvidence((RIGHT,))).possible == 3


def test_they_count_only_where_the_sharing_was_at_least_half_right() -> None:
    """One of three needed gives 3 × 2/(3 + 1) = 1½; one of four gives less."""
    asked: dict[str, Any] = {"open_right": True, "basis_right": True, "reason_right": True}
    half = (RIGHT, *(WRONG._replace(fact=str(n)) for n in range(2)))
    less = (*half, WRONG._replace(fact="third"))
    assert share_mark(ShareEvidence(half)._replace(**asked)).earned == 3
    assert share_mark(ShareEvidence(less)._replace(**asked)).earned == Fraction(6, 5)


def test_they_count_where_nothing_was_to_be_passed() -> None:
    assert share_mark(ShareEvidence((cell(want(), NONE),), open_right=True)).earned == Fraction(7, 2)
    assert share_mark(ShareEvidence((cell(want(), FULL),), open_right=True)).earned == Fraction(1, 2)


def test_the_parts_add_up() -> None:
    found = share_mark(ShareEvidence((RIGHT,), True, (), False, True))
    assert [name for name, _, _ in found.parts] == ["what was passed", "openness", "basis", "reason"]
    assert sum(part[1] for part in found.parts) == found.earned == 4
    assert sum(part[2] for part in found.parts) == found.possible == Fraction(9, 2)


# --- recall and precision ------------------------------------------------------------------------------


def test_recall_and_precision_are_shown() -> None:
    evidence = ShareEvidence(
        (RIGHT, WRONG, cell(want(NONE, Weight.SERIOUS), FULL, fact="knee"), cell(want(FULL), HEADLINE))
    )
    found = sharing_of("scene", "gp", evidence)
    assert found is not None
    assert (found.recall, found.precision) == (Fraction(3, 6), Fraction(3, 7))
    assert found.missed == (("other", "manager"),)
    assert found.excess == (("knee", "manager"),)


def test_ratios_without_a_denominator_are_nothing() -> None:
    found = sharing_of("scene", "gp", ShareEvidence((cell(want(), NONE),)))
    assert found is not None
    assert (found.recall, found.precision) == (None, None)


def test_a_red_line_stands_among_what_was_too_much() -> None:
    found = sharing_of("scene", "gp", ShareEvidence((cell(want(NONE, Weight.NEVER), FULL),)))
    assert found is not None and found.excess == (("fact", "manager"),)


# --- properties ----------------------------------------------------------------------------------------

LEVELS = st.sampled_from(list(Level))
WANTS = st.builds(
    want,
    LEVELS,
    st.sampled_from(list(Weight)),
    sensitive=st.booleans(),
    vital=st.booleans(),
)
CELLS = st.lists(
    st.builds(
        cell, WANTS, LEVELS, LEVELS, late=st.booleans(), fact=st.sampled_from([f"fact_{n}" for n in range(6)])
    ),
    max_size=8,
).map(tuple)
MAYBE = st.sampled_from([None, True, False])
SHARES = st.builds(
    ShareEvidence, CELLS, MAYBE, st.lists(st.just("father"), max_size=1).map(tuple), MAYBE, MAYBE
)


@given(SHARES)
def test_marks_lie_between_nothing_and_what_is_possible(evidence: ShareEvidence) -> None:
    found = mark(evidence)
    assert 0 <= found.earned <= found.possible
    assert isinstance(found.earned, int | Fraction), "marks are exact"
    assert found.possible >= 3


@given(CELLS)
def test_the_formula_of_the_design(cells: tuple[Cell, ...]) -> None:
    """Worked out again from the counts of scoring.md, with fractions all the way."""
    needed, hits, excess = 0, Fraction(0), Fraction(0)
    for one in cells:
        if one.want.weight is Weight.NEVER or one.had is FULL:
            continue
        new = one.given > one.had
        if one.want.level > one.had:
            needed += 1
            if new and one.given is one.want.level:
                hits += HALF if one.late else ONE
            elif new and one.given > one.want.level and one.want.sensitive:
                excess += 1
            elif new:
                hits += HALF
        elif new and one.want.level:
            excess += ONE if one.want.sensitive else HALF
        elif new:
            excess += {Weight.NEUTRAL: 0 * ONE, Weight.PLAIN: HALF, Weight.SERIOUS: 2 * ONE}[one.want.weight]
    right = Fraction(3) if not needed and not excess else 6 * hits / (needed + hits + excess)
    assert cells_mark(*cells) == right


@given(CELLS, st.sampled_from([Weight.PLAIN, Weight.SERIOUS]), st.sampled_from([HEADLINE, FULL]))
def test_more_excess_never_earns_more(cells: tuple[Cell, ...], weight: Weight, passed: Level) -> None:
    more = (*cells, cell(want(NONE, weight), passed, fact="more"))
    less = (*cells, cell(want(NONE, weight), NONE, fact="more"))
    assert cells_mark(*more) <= cells_mark(*less)


@given(CELLS)
def test_a_hit_more_never_earns_less(cells: tuple[Cell, ...]) -> None:
    hit = (*cells, cell(want(FULL), FULL, fact="more"))
    miss = (*cells, cell(want(FULL), NONE, fact="more"))
    assert cells_mark(*hit) >= cells_mark(*miss)


@given(CELLS, st.sampled_from([HEADLINE, FULL]))
def test_the_right_level_is_the_best_level(cells: tuple[Cell, ...], level: Level) -> None:
    marks = {passed: cells_mark(*cells, cell(want(level), passed, fact="more")) for passed in Level}
    assert marks[level] == max(marks.values())


@given(CELLS, st.permutations(range(8)))
def test_the_order_of_cells_does_not_matter(cells: tuple[Cell, ...], order: list[int]) -> None:
    shuffled = tuple(cells[index] for index in order if index < len(cells))
    assert cells_mark(*cells) == cells_mark(*shuffled)


@given(SHARES)
def test_red_lines_and_what_was_kept_move_no_marks(evidence: ShareEvidence) -> None:
    safe: Mark = mark(evidence._replace(told_unsafely=(), advised=True))
    assert safe.earned == mark(evidence).earned
