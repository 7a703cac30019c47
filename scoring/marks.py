"""Marks of one decision, in exact fractions (scoring.md, *Marks*). Pure: same evidence, same marks."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from scoring.evidence import (
    AskEvidence,
    Cell,
    Evidence,
    LookUpEvidence,
    OptionEvidence,
    RecordEvidence,
    ReferEvidence,
    ShareEvidence,
    Want,
    Weight,
)
from scoring.terms import Grade, Level

Exact = int | Fraction
"""An exact number of marks."""

FULL_MARKS = 3
HALF = Fraction(1, 2)
GRADE_MARKS = {Grade.GOOD: 3, Grade.ACCEPTABLE: 2, Grade.POOR: 0, Grade.UNSAFE: 0}


class Mark(NamedTuple):
    """What a decision earned, of what was possible there, and the red lines it crossed."""

    earned: Exact
    possible: Exact
    red_lines: tuple[str, ...] = ()
    """Plain words, one for each line crossed; offset by nothing."""
    kept: tuple[tuple[str, str], ...] = ()
    """(fact, recipient) of vital facts kept back where they could have protected: listed like a red line,
    unless advice was taken there and the fact passes later."""
    parts: tuple[tuple[str, Exact, Exact], ...] = ()
    """(name, earned, possible) of each part, for the debrief."""


class Weighed(NamedTuple):
    """One cell on the scales. Halves: 2 is one whole hit or excess."""

    needed: int
    half_hits: int
    half_excess: int
    crossed: bool = False
    missed: bool = False
    kept: bool = False
    """A vital fact of which the recipient knows nothing, not even the headline."""


def crosses(want: Want, given: Level) -> bool:
    """Whether something was passed that must never reach this recipient."""
    return want.weight is Weight.NEVER and given > Level.NONE


def weigh(want: Want, given: Level, had: Level, late: bool) -> Weighed:
    """Weigh one fact passed (or not) to one recipient who already had it at a level."""
    if want.weight is Weight.NEVER:
        return Weighed(0, 0, 0, crossed=crosses(want, given))
    if want.level > had:
        new = given if given > had else Level.NONE
        return _weigh_needed(want, new, had, late)
    if given <= had:
        return Weighed(0, 0, 0)
    if want.level is not Level.NONE:
        return Weighed(0, 0, 2 if want.sensitive else 1)
    return Weighed(0, 0, (0, 1, 4)[want.weight])


def _weigh_needed(want: Want, given: Level, had: Level, late: bool) -> Weighed:
    """`given`: what is new to the recipient; to say again what they know is to pass nothing."""
    if given is Level.NONE:
        return Weighed(1, 0, 0, missed=True, kept=want.vital and had is Level.NONE)
    if given == want.level:
        return Weighed(1, 1 if late else 2, 0)
    if given > want.level and want.sensitive:
        return Weighed(1, 0, 2)
    return Weighed(1, 1, 0)


def share_marks(needed: int, half_hits: int, half_excess: int) -> Exact:
    """3 × 2H ÷ (N + H + X); nothing needed and nothing passed is right: 3."""
    if needed == 0 and half_excess == 0:
        return FULL_MARKS
    if half_hits == 0:
        return 0
    return Fraction(6 * half_hits, 2 * needed + half_hits + half_excess)


def extras_count(cells_mark: Exact, needed: int) -> bool:
    """Openness, basis and reason count only where the sharing itself was at least half right, or where
    nothing was to be passed."""
    return needed == 0 or 2 * cells_mark >= FULL_MARKS


def option_mark(evidence: OptionEvidence, possible: Exact = FULL_MARKS) -> Mark:
    """Good 3, acceptable 2, poor 0, unsafe 0 and a red line."""
    return Mark(GRADE_MARKS[evidence.grade], possible, red_lines(evidence))


def share_mark(evidence: ShareEvidence) -> Mark:
    """Cells first, then half a mark each for openness, basis and reason where they were asked for."""
    weighed = [weigh(cell.want, cell.given, cell.had, cell.late) for cell in evidence.cells]
    needed = sum(one.needed for one in weighed)
    cells = share_marks(
        needed, sum(one.half_hits for one in weighed), sum(one.half_excess for one in weighed)
    )
    extras = extras_count(cells, needed)
    parts: list[tuple[str, Exact, Exact]] = [("what was passed", cells, FULL_MARKS)]
    for name, right in (
        ("openness", evidence.open_right),
        ("basis", evidence.basis_right),
        ("reason", evidence.reason_right),
    ):
        if right is not None:
            parts.append((name, HALF if right and extras else 0, HALF))
    return Mark(
        sum(part[1] for part in parts),
        sum(part[2] for part in parts),
        red_lines(evidence),
        _kept(evidence.cells, weighed),
        tuple(parts),
    )


def _kept(cells: Iterable[Cell], weighed: Iterable[Weighed]) -> tuple[tuple[str, str], ...]:
    return tuple((cell.fact, cell.to) for cell, one in zip(cells, weighed, strict=True) if one.kept)


def ask_mark(evidence: AskEvidence) -> Mark:
    """3 × 2g ÷ (E + A): the right holders for the right purpose; never what came back."""
    good = len(set(evidence.expected) & set(evidence.rightly))
    return Mark(ask_marks(len(evidence.expected), len(evidence.asked), good), FULL_MARKS)


def ask_marks(expected: int, asked: int, good: int) -> Exact:
    """Three where nobody had anything and nobody was asked."""
    if expected + asked == 0:
        return FULL_MARKS
    return Fraction(6 * good, expected + asked)


def needle(right: tuple[int, ...], chosen: int) -> int:
    """Signed steps from the nearest right level: under is negative, kept within two."""
    nearest = min(right, key=lambda level: abs(chosen - level))
    return max(-2, min(2, chosen - nearest))


def level_marks(right: tuple[int, ...], chosen: int, advised: bool) -> int:
    """3 in the set, 1 one step off, 0 further; one step over after taking advice costs nothing."""
    steps = needle(right, chosen)
    if steps == 0 or (steps == 1 and advised):
        return 3
    return 1 if abs(steps) == 1 else 0


CHILD_PROTECTION_STEP = 3


def far_under(right: tuple[int, ...], chosen: int) -> bool:
    """Two steps or more under what protection called for: the only unsafe level."""
    return min(right) >= CHILD_PROTECTION_STEP and needle(right, chosen) <= -2


def refer_mark(evidence: ReferEvidence) -> Mark:
    """Level, urgency and route, then as sharing. No referral, where that is right: 3 of 3."""
    possible = refer_possible(evidence)
    level = level_marks(evidence.right, evidence.chosen, evidence.share.advised)
    lines = red_lines(evidence)
    if evidence.chosen == 0 and 0 in evidence.right:
        return Mark(level, possible, parts=(("level", level, FULL_MARKS),))
    shared = share_mark(evidence.share)
    if evidence.chosen == 0 or 0 in evidence.right:
        return Mark(level, possible, lines, shared.kept, (("level", level, FULL_MARKS),))
    parts: tuple[tuple[str, Exact, Exact], ...] = (
        ("level", level, FULL_MARKS),
        *(("urgency", int(evidence.urgency_right), 1) for _ in (0,) if evidence.urgency_right is not None),
        *(("route", int(evidence.route_right), 1) for _ in (0,) if evidence.route_right is not None),
        *shared.parts,
    )
    earned = sum(part[1] for part in parts)
    return Mark(earned, possible, lines, shared.kept, parts)


def refer_possible(evidence: ReferEvidence) -> Exact:
    """3 where no referral is right; else level, urgency, route and the sharing that goes with it."""
    if 0 in evidence.right:
        return FULL_MARKS
    asked = sum(1 for right in (evidence.urgency_right, evidence.route_right) if right is not None)
    return FULL_MARKS + asked + share_mark(evidence.share).possible


def record_mark(evidence: RecordEvidence) -> Mark:
    """3 × right ÷ (items + what was needlessly written down); an unsafe place is a red line."""
    right = sum(item.right for item in evidence.items)
    marks = record_marks(len(evidence.items), right, len(evidence.needless))
    return Mark(marks, FULL_MARKS, red_lines(evidence))


def record_marks(items: int, right: int, needless: int) -> Exact:
    """Three where there was nothing to write and nothing was written."""
    if items + needless == 0:
        return FULL_MARKS
    return Fraction(3 * right, items + needless)


def look_up_mark(evidence: LookUpEvidence) -> Mark:
    """Purpose 1, the right record and no other 2; a record that must never be opened is a red line."""
    purpose = int(evidence.purpose_right)
    record = 2 if evidence.result_right and not evidence.forbidden else 0
    parts = (("purpose", purpose, 1), ("record", record, 2))
    return Mark(purpose + record, FULL_MARKS, red_lines(evidence), parts=parts)


def red_lines(evidence: Evidence) -> tuple[str, ...]:
    """The red lines a decision crossed, without its marks: a play may go on by them at once."""
    if isinstance(evidence, OptionEvidence):
        return ("the choice was unsafe",) if evidence.grade is Grade.UNSAFE else ()
    if isinstance(evidence, ShareEvidence):
        crossed = (cell for cell in evidence.cells if crosses(cell.want, cell.given))
        return (
            *(f"{cell.fact} passed to {cell.to}" for cell in crossed),
            *(f"{person} told although it was unsafe" for person in evidence.told_unsafely),
        )
    if isinstance(evidence, ReferEvidence):
        under = (
            ("far below what protection called for",) if far_under(evidence.right, evidence.chosen) else ()
        )
        nothing = evidence.chosen == 0 and 0 in evidence.right
        return under if nothing else (*under, *red_lines(evidence.share))
    if isinstance(evidence, RecordEvidence):
        written = (*evidence.items, *evidence.needless)
        return tuple(f"{item.fact} written where it is not safe" for item in written if item.unsafe)
    if isinstance(evidence, LookUpEvidence):
        return (f"{evidence.forbidden} opened",) if evidence.forbidden else ()
    return ()


def mark(evidence: Evidence) -> Mark:
    """The marks of one decision; `worth` is applied by the caller."""
    if isinstance(evidence, OptionEvidence):
        return option_mark(evidence)
    if isinstance(evidence, ShareEvidence):
        return share_mark(evidence)
    if isinstance(evidence, AskEvidence):
        return ask_mark(evidence)
    if isinstance(evidence, ReferEvidence):
        return refer_mark(evidence)
    if isinstance(evidence, RecordEvidence):
        return record_mark(evidence)
    return look_up_mark(evidence)


def scaled(mark_: Mark, worth: int) -> Mark:
    """A decision's marks at its worth; red lines stay whatever it is worth."""
    if worth == 1:
        return mark_
    return Mark(
        mark_.earned * worth,
        mark_.possible * worth,
        mark_.red_lines,
        mark_.kept,
        tuple((name, earned * worth, possible * worth) for name, earned, possible in mark_.parts),
    )
