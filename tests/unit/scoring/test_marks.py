"""Marks of the other kinds of decision: every sentence of scoring.md, in tables and as properties."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evidence import (
    AskEvidence,
    Cell,
    LookUpEvidence,
    OptionEvidence,
    RecordedItem,
    RecordEvidence,
    ReferEvidence,
    ShareEvidence,
    Want,
    Weight,
)
from scoring.marks import far_under, level_marks, mark, needle, refer_possible, scaled
from scoring.terms import REFERRAL_LEVELS, Grade, Level

NO_REFERRAL, EARLY_HELP, IN_NEED, PROTECTION, IMMEDIATE = range(5)


# --- options -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grade", "earned", "lines"),
    [(Grade.GOOD, 3, 0), (Grade.ACCEPTABLE, 2, 0), (Grade.POOR, 0, 0), (Grade.UNSAFE, 0, 1)],
)
def test_an_option(grade: Grade, earned: int, lines: int) -> None:
    found = mark(OptionEvidence(grade))
    assert (found.earned, found.possible, len(found.red_lines)) == (earned, 3, lines)


@pytest.mark.parametrize("worth", [0, 1, 2])
def test_worth_multiplies_marks_and_never_a_red_line(worth: int) -> None:
    unsafe = scaled(mark(OptionEvidence(Grade.UNSAFE)), worth)
    assert (unsafe.earned, unsafe.possible, len(unsafe.red_lines)) == (0, 3 * worth, 1)
    good = scaled(mark(ShareEvidence((), True)), worth)
    assert (good.earned, good.possible) == (Fraction(7, 2) * worth, Fraction(7, 2) * worth)
    assert sum(part[1] for part in good.parts) == good.earned


# --- ask -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "asked", "rightly", "earned"),
    [
        pytest.param((), (), (), Fraction(3), id="nobody to ask and nobody asked"),
        pytest.param(("gp",), ("gp",), ("gp",), Fraction(3), id="the right one for the right purpose"),
        pytest.param(("gp",), ("gp",), (), Fraction(0), id="the right one for another purpose"),
        pytest.param(("gp",), (), (), Fraction(0), id="nobody asked"),
        pytest.param((), ("gp",), ("gp",), Fraction(0), id="somebody asked for nothing"),
        pytest.param(
            ("gp", "police"), ("gp",), ("gp",), Fraction(6, 3), id="one of two: 3 × 2 ÷ (2 + 1) is 2"
        ),
        pytest.param(("gp",), ("gp", "nurse"), ("gp", "nurse"), Fraction(6, 3), id="one too many"),
        pytest.param(("gp", "police"), ("gp", "police"), ("police",), Fraction(6, 4), id="one for the wrong"),
    ],
)
def test_asking(
    expected: tuple[str, ...], asked: tuple[str, ...], rightly: tuple[str, ...], earned: Fraction
) -> None:
    found = mark(AskEvidence(expected, asked, rightly))
    assert (found.earned, found.possible, found.red_lines) == (earned, 3, ())


ROLES = st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True).map(tuple)


@given(ROLES, ROLES, ROLES)
def test_asking_stays_within_three_and_a_needless_question_never_helps(
    expected: tuple[str, ...], asked: tuple[str, ...], rightly: tuple[str, ...]
) -> None:
    rightly = tuple(role for role in rightly if role in asked)
    found = mark(AskEvidence(expected, asked, rightly))
    more = mark(AskEvidence(expected, (*asked, "needless"), (*rightly, "needless")))
    assert 0 <= more.earned <= found.earned <= 3


# --- refer ---------------------------------------------------------------------------------------------


def referral(
    right: tuple[int, ...],
    chosen: int,
    *,
    urgency: bool | None = True,
    route: bool | None = True,
    share: ShareEvidence | None = None,
    advised: bool = False,
) -> ReferEvidence:
    return ReferEvidence(
        right, chosen, urgency, route, (share or ShareEvidence(()))._replace(advised=advised)
    )


@pytest.mark.parametrize(
    ("right", "chosen", "steps", "marks", "advised"),
    [
        ((PROTECTION,), PROTECTION, 0, 3, 3),
        ((IN_NEED, PROTECTION), IN_NEED, 0, 3, 3),
        ((IN_NEED, PROTECTION), PROTECTION, 0, 3, 3),
        ((PROTECTION,), IMMEDIATE, 1, 1, 3),
        ((PROTECTION,), IN_NEED, -1, 1, 1),
        ((PROTECTION,), EARLY_HELP, -2, 0, 0),
        ((PROTECTION,), NO_REFERRAL, -2, 0, 0),
        ((EARLY_HELP,), PROTECTION, 2, 0, 0),
        ((EARLY_HELP,), IMMEDIATE, 2, 0, 0),
        ((EARLY_HELP,), NO_REFERRAL, -1, 1, 1),
        ((NO_REFERRAL,), EARLY_HELP, 1, 1, 3),
        ((NO_REFERRAL,), NO_REFERRAL, 0, 3, 3),
        ((NO_REFERRAL, PROTECTION), IN_NEED, -1, 1, 1),
    ],
)
def test_the_level_of_a_referral(
    right: tuple[int, ...], chosen: int, steps: int, marks: int, advised: int
) -> None:
    """3 in the set, 1 one step off, 0 further; one step over after advice 3. The needle has both signs."""
    assert needle(right, chosen) == steps
    assert level_marks(right, chosen, advised=False) == marks
    assert level_marks(right, chosen, advised=True) == advised


def test_far_under_is_two_steps_below_what_protection_called_for_and_nothing_else() -> None:
    unsafe = {(right, chosen) for right in range(5) for chosen in range(5) if far_under((right,), chosen)}
    assert unsafe == {
        (PROTECTION, NO_REFERRAL),
        (PROTECTION, EARLY_HELP),
        (IMMEDIATE, NO_REFERRAL),
        (IMMEDIATE, EARLY_HELP),
        (IMMEDIATE, IN_NEED),
    }
    assert not far_under((IN_NEED, IMMEDIATE), NO_REFERRAL), "where less than protection was right, too"


def test_level_urgency_route_and_sharing_add_up() -> None:
    share = ShareEvidence((Cell("fact", "manager", NEEDED, Level.FULL, Level.NONE, False),), True)
    found = mark(referral((PROTECTION,), PROTECTION, share=share))
    assert (found.earned, found.possible) == (Fraction(17, 2), Fraction(17, 2))
    assert [name for name, _, _ in found.parts] == [
        "level",
        "urgency",
        "route",
        "what was passed",
        "openness",
    ]
    assert mark(referral((PROTECTION,), PROTECTION, share=share, urgency=False)).earned == Fraction(15, 2)
    assert mark(referral((PROTECTION,), PROTECTION, share=share, route=False)).earned == Fraction(15, 2)
    assert mark(referral((PROTECTION,), PROTECTION, share=share, urgency=None)).possible == Fraction(15, 2)


NEEDED = Want(Level.FULL, Weight.NEUTRAL, False, True, "")
KEPT = ShareEvidence((Cell("fact", "manager", NEEDED, Level.NONE, Level.NONE, False),), True, ("father",))


def test_no_referral_where_that_is_right_is_three_of_three() -> None:
    for right in ((NO_REFERRAL,), (NO_REFERRAL, EARLY_HELP)):
        found = mark(referral(right, NO_REFERRAL, share=KEPT))
        assert (found.earned, found.possible, found.red_lines, found.kept) == (3, 3, (), ())


def test_a_referral_where_none_is_right_is_marked_on_its_level_alone() -> None:
    found = mark(referral((NO_REFERRAL,), EARLY_HELP))
    assert (found.earned, found.possible) == (1, 3)


def test_no_referral_where_one_was_due_loses_all_and_keeps_what_was_vital() -> None:
    found = mark(referral((IN_NEED,), NO_REFERRAL, share=KEPT._replace(told_unsafely=())))
    assert (found.earned, found.possible) == (0, Fraction(17, 2))
    assert found.kept == (("fact", "manager"),)
    assert found.red_lines == ()
    assert mark(referral((PROTECTION,), NO_REFERRAL)).red_lines == ("far below what protection called for",)


REFERRALS = st.builds(
    referral,
    st.lists(st.integers(0, 4), min_size=1, unique=True).map(tuple),
    st.integers(0, 4),
    urgency=st.sampled_from([None, True, False]),
    route=st.sampled_from([True, False]),
    share=st.just(KEPT),
    advised=st.booleans(),
)


@given(REFERRALS)
def test_a_referral_stays_within_what_is_possible(evidence: ReferEvidence) -> None:
    found = mark(evidence)
    assert 0 <= found.earned <= found.possible == refer_possible(evidence)
    assert sum(part[1] for part in found.parts) == found.earned


@given(st.lists(st.integers(0, 4), min_size=1, unique=True).map(tuple), st.integers(0, 4))
def test_advice_never_costs_a_mark(right: tuple[int, ...], chosen: int) -> None:
    assert level_marks(right, chosen, advised=True) >= level_marks(right, chosen, advised=False)
    assert abs(needle(right, chosen)) <= 2
    assert (needle(right, chosen) == 0) is (chosen in right)
    assert len(REFERRAL_LEVELS) == 5


# --- record, look up -----------------------------------------------------------------------------------


def item(right: bool = True, *, unsafe: bool = False, fact: str = "fact") -> RecordedItem:
    return RecordedItem(fact, right, unsafe)


@pytest.mark.parametrize(
    ("items", "needless", "earned"),
    [
        ((), (), Fraction(3)),
        ((item(),), (), Fraction(3)),
        ((item(), item(False)), (), Fraction(3, 2)),
        ((item(),), (item(),), Fraction(3, 2)),
        ((), (item(),), Fraction(0)),
        ((item(), item(), item(False)), (item(),), Fraction(6, 4)),
    ],
)
def test_a_record(
    items: tuple[RecordedItem, ...], needless: tuple[RecordedItem, ...], earned: Fraction
) -> None:
    found = mark(RecordEvidence(items, needless))
    assert (found.earned, found.possible, found.red_lines) == (earned, 3, ())


def test_an_unsafe_place_is_a_red_line_for_what_belongs_there_and_what_does_not() -> None:
    found = mark(RecordEvidence((item(False, unsafe=True, fact="a"),), (item(unsafe=True, fact="b"),)))
    assert found.red_lines == ("a written where it is not safe", "b written where it is not safe")


@pytest.mark.parametrize(
    ("purpose", "result", "forbidden", "earned"),
    [(True, True, "", 3), (True, False, "", 1), (False, True, "", 2), (True, False, "shielded", 1)],
)
def test_a_search(purpose: bool, result: bool, forbidden: str, earned: int) -> None:
    found = mark(LookUpEvidence(purpose, result, forbidden))
    assert (found.earned, found.possible) == (earned, 3)
    assert found.red_lines == ((f"{forbidden} opened",) if forbidden else ())
