"""The scorecard: side by side, never summed over competencies; ratios in exact fractions, else null."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from scoring import competencies
from scoring.marks import Exact, Mark
from scoring.scorecard import MarkedDecision, RedLine, Scorecard, Space, rounded, scorecard
from scoring.timescales import MET, MISSED, NOT_COUNTED, Verdict


def decision(
    earned: Exact = 3,
    possible: Exact = 3,
    *,
    tests: tuple[str, ...] = ("C4",),
    loss: Exact | None = 0,
    tables: Exact = 0,
    scene: str = "first",
    needle: int | None = None,
) -> MarkedDecision:
    mark = Mark(earned, possible)
    return MarkedDecision(scene, "gp", "share", "…", mark, loss, tables, ("rule",), "because", tests, needle)


DAY = 1440


def verdict(result: str, *, counted: bool = True) -> Verdict:
    earned = int(result == MET and counted)
    return Verdict(
        "topic", "rule", "a", "b", DAY, 2 * DAY, None, result, ("day 0",), earned, counted, False, True
    )


EXACT = Space(True, 10, 2, Fraction(4))


def card(*decisions: MarkedDecision, verdicts: tuple[Verdict, ...] = (), space: Space = EXACT) -> Scorecard:
    return scorecard(decisions, verdicts, space, (), ())


# --- the whole -----------------------------------------------------------------------------------------


def test_earned_is_the_marks_of_decisions_and_of_timescales() -> None:
    found = card(decision(Fraction(3, 2)), decision(2), verdicts=(verdict(MET), verdict(MISSED)))
    assert found.earned == Fraction(9, 2)
    assert found.points_of_best == Fraction(9, 20)
    assert found.chance_corrected == Fraction(1, 2) / 6


@pytest.mark.parametrize(
    ("space", "points", "corrected"),
    [
        (Space(True, 3, 0, Fraction(3)), 1, None),
        (Space(True, 0, 0, Fraction(0)), None, None),
        (Space(False, 10, 0, None), None, None),
        (Space(True, 6, 0, None), Fraction(1, 2), None),
    ],
    ids=["guessing is best", "nothing to earn", "not exact", "no guessing known"],
)
def test_ratios_without_a_denominator_are_null(
    space: Space, points: Fraction | None, corrected: Fraction | None
) -> None:
    found = card(decision(), space=space)
    assert (found.points_of_best, found.chance_corrected) == (points, corrected)
    assert found.as_data()["points_of_best"] == rounded(points)


def test_the_tables_losses_belong_to_nobody_at_it() -> None:
    found = card(decision(tables=Fraction(1, 2), loss=1), decision(tables=2))
    assert found.table_loss == Fraction(5, 2)
    assert [one["loss"] for one in found.as_data()["decisions"]] == [1, 0]
    assert card(decision(loss=None), space=Space(False, 10, 0, None)).as_data()["table_loss"] is None


def test_red_lines_stand_apart_and_move_no_mark() -> None:
    line = RedLine("first", "gp", "words passed to the father")
    found = scorecard((decision(),), (), EXACT, (), (line,))
    assert (found.earned, found.red_lines) == (3, (line,))
    assert found.as_data()["red_lines"] == [
        {"scene": "first", "role": "gp", "line": "words passed to the father"}
    ]


def test_as_data_is_plain_and_rounds_to_four_places() -> None:
    data = card(decision(Fraction(1, 3), needle=-1), verdicts=(verdict(MET),)).as_data()
    assert json.loads(json.dumps(data)) == data
    assert data["decisions"][0]["marks"] == 0.3333
    assert data["decisions"][0]["needle"] == -1 and "needle" not in card(decision()).as_data()["decisions"][0]
    assert data["timescales"][0]["due"] == "0001-01-02T00:00"
    assert data["timescales"][0]["actual"] is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, None), (3, 3), (Fraction(6, 2), 3), (Fraction(1, 2), 0.5), (Fraction(2, 3), 0.6667), (0, 0)],
)
def test_rounding(value: Exact | None, shown: float | None) -> None:
    assert rounded(value) == shown and type(rounded(value)) is type(shown)


# --- competencies --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "kind", "domains", "found"),
    [
        (("C2",), "share", ("consent",), ("C2",)),
        ((), "share", ("information sharing",), ("C4",)),
        ((), "meet", ("information sharing",), ("C4",)),
        ((), "refer", ("information sharing", "referral"), ("C4", "C6")),
        ((), "ask", ("information sharing",), ("C3",)),
        ((), "look up", ("information sharing", "recording"), ("C3", "C8")),
        ((), "options", ("recognition", "child's voice", "consent"), ("C1", "C2", "C5")),
        ((), "options", ("threshold", "timeliness", "emergency protection"), ("C6",)),
        ((), "options", ("collaboration", "challenge"), ("C7",)),
        ((), "options", ("information sharing",), ()),
        ((), "options", ("something else",), ()),
        ((), "share", ("something else",), ("C4",)),
        ((), "record", (), ("C8",)),
        ((), "ask", (), ("C3",)),
        ((), "meet", (), ("C7",)),
    ],
)
def test_what_a_decision_is_evidence_of(
    stated: tuple[str, ...], kind: str, domains: tuple[str, ...], found: tuple[str, ...]
) -> None:
    """What its author names, else what its rules speak of, else its kind."""
    assert competencies.tested(stated, kind, domains) == found


def test_a_decisions_marks_go_whole_to_each_competency_it_tests() -> None:
    found = card(decision(2, tests=("C1", "C4"), scene="a"), decision(tests=("C4",), scene="b")).competencies
    assert list(found) == list(competencies.COMPETENCIES)
    assert (found["C1"].earned, found["C1"].possible, found["C1"].decisions) == (2, 3, ("a",))
    assert (found["C4"].earned, found["C4"].possible, found["C4"].decisions) == (5, 6, ("a", "b"))
    assert (found["C2"].earned, found["C2"].possible, found["C2"].evidenced) == (0, 0, False)


def test_below_three_possible_marks_there_is_no_evidence() -> None:
    shown = competencies.profile([(("C1",), "a", 1, 2), (("C2",), "a", 0, 3), (("C9",), "a", 3, 3)])
    assert [name for name, one in shown.items() if one.evidenced] == ["C2"]
    data = card(decision(1, 2, tests=("C1",)), decision(0, tests=("C2",))).as_data()["competencies"]
    assert (data["C1"]["share"], data["C1"]["evidenced"]) == (None, False)
    assert (data["C2"]["share"], data["C2"]["evidenced"]) == (0, True)


@pytest.mark.parametrize(
    ("result", "counted", "earned", "possible"),
    [(MET, True, 1, 1), (MISSED, True, 0, 1), (NOT_COUNTED, True, 0, 0), (MET, False, 0, 0)],
)
def test_a_timescale_that_counts_is_evidence_of_timely_action(
    result: str, counted: bool, earned: int, possible: int
) -> None:
    found = card(verdicts=(verdict(result, counted=counted),)).competencies["C6"]
    assert (found.earned, found.possible) == (earned, possible)
