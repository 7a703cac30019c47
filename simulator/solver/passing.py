"""Counting the ways to pass facts on: share, refer, bring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from scoring.evidence import Want, Weight
from scoring.marks import (
    HALF,
    Exact,
    extras_count,
    far_under,
    level_marks,
    needle,
    share_marks,
    weigh,
)
from scoring.terms import ROUTES, Level
from simulator.play.evidence import is_late
from simulator.play.expected import Asked, want_of_meeting
from simulator.play.forms import MODES, BringForm, Offered, ReferForm, ShareForm
from simulator.play.moves import Bring, Passing, Refer, Share
from simulator.play.state import bits_for, level_at
from simulator.scenario import model
from simulator.solver.choices import (
    Bits,
    Branch,
    Effect,
    Filled,
    Key,
    Sums,
    Way,
    branches,
    combine,
    fillings,
    same,
)
from simulator.solver.here import Here
from simulator.solver.live import Slots


class Cells(NamedTuple):
    """All cells of a form added up. Key: half hits, half excess, crossed, kept, learned, owed, leaked."""

    sums: Sums
    needed: int


NO_CELLS: Sums = {(0, 0, 0, 0, Bits(0), Bits(0), Bits(0)): Way(1, (), ())}


def share_branches(here: Here, form: ShareForm) -> tuple[Branch, ...]:
    """All ways to pass facts on, or keep them."""
    return branches(_share_fillings(here, form), here.scale)


def refer_branches(here: Here, form: ReferForm) -> tuple[Branch, ...]:
    """All ways to refer, and not referring."""
    return branches(_refer_fillings(here, form), here.scale)


def bring_branches(here: Here, form: BringForm) -> tuple[Branch, ...]:
    """All that one seat can bring to a meeting."""
    return branches(_bring_fillings(here, form), here.scale)


def _cells(here: Here, form: ShareForm) -> Cells:
    sums, needed = NO_CELLS, 0
    for to in form.to:
        if to == here.role:
            continue
        for one in form.facts:
            slot = here.game.layout.slot(to, one.fact)
            had = level_at(here.state.knows, slot)
            want = here.asked.wants[one.fact, to]
            needed += weigh(want, Level.NONE, had, False).needed
            sums = combine(sums, _cell(here, want, one, had, slot, to))
    return Cells(sums, needed)


def _cell(here: Here, want: Want, one: Offered, had: Level, slot: int, to: str) -> Iterator[tuple[Key, Way]]:
    late, matters, leaks = is_late(here.game, here.state, want), here.matters, here.leaks
    never = leaks is not None and leaks.wants[one.fact, to].weight is Weight.NEVER
    for level in (Level.NONE, *one.levels):
        weighed = weigh(want, level, had, late)
        gained = bits_for(slot, level) & matters if level > had else 0
        owed = bits_for(slot, Level.HEADLINE) if weighed.kept and here.advised else 0
        key = (
            weighed.half_hits,
            weighed.half_excess,
            int(weighed.crossed),
            int(weighed.kept and not here.advised),
            Bits(gained),
            Bits(owed),
            Bits(never and level is not Level.NONE),
        )
        yield key, same(Passing(one.fact, to, level)) if level is not Level.NONE else Way(1, (), ())


def _slots(bits: int) -> Slots:
    """The slots whose headline bit is set."""
    return tuple(index >> 1 for index in range(bits.bit_length()) if bits >> index & 1)


def _openness(here: Here, people: tuple[str, ...], unsafe: Mapping[str, tuple[str, ...]]) -> Sums:
    """Ways to be open with people. Key: 1 where one was not treated as expected; told unsafely; leaked.

    Somebody whom only the guidance it is marked by expects is not on the form, and cannot be treated rightly.
    """
    missing = any(person not in people for person in here.asked.openness)
    sums: Sums = {(Bits(missing), 0, Bits(0)): Way(1, (), ())}
    leaks = here.leaks.unsafe_mode if here.leaks else {}
    for person in people:
        expected = here.asked.openness.get(person)
        sums = combine(
            sums,
            (
                (
                    (
                        Bits(expected is not None and mode != expected),
                        int(mode in unsafe.get(person, ())),
                        Bits(mode in leaks.get(person, ())),
                    ),
                    same((person, mode)),
                )
                for mode in MODES
            ),
        )
    return sums


USUAL_ROUTE = ROUTES[0]
"""Which a referral takes where none is said; to say none is never right."""


class Field(NamedTuple):
    """Values of one field that count alike."""

    right: bool | None
    ways: int
    value: str


def field_of(values: tuple[str, ...], right: frozenset[str], *, asked: bool) -> tuple[Field, ...]:
    """The right values of a field and the others; one empty value where the field is not asked for.

    Where every value is right, leaving the field empty is still wrong, though nobody guesses so.
    """
    if not asked or not values:
        return (Field(None if not asked else False, 1, ""),)
    rightly = [value for value in values if value in right]
    wrongly = [value for value in values if value not in right]
    found = [Field(True, len(rightly), rightly[0])] if rightly else []
    return (*found, Field(False, len(wrongly), wrongly[0] if wrongly else ""))


@lru_cache(maxsize=4096)
def _earned(needed: int, hits: int, excess: int, right: int) -> Exact:
    """What was passed, and so many of openness, basis and reason right with it."""
    passed = share_marks(needed, hits, excess)
    return passed + right * HALF if right and extras_count(passed, needed) else passed


class Rest(NamedTuple):
    """Ways to fill in what goes with the facts passed, that count alike."""

    ways: int
    values: tuple[tuple[tuple[str, str], ...], str, str]
    """The first of them: openness, basis, reason."""


def _rests(here: Here, form: ShareForm, kind: model.Share) -> dict[tuple[Bits, int, int], Rest]:
    """Openness, basis and reason together. Key: leaked, told unsafely, how many of the three are right."""
    tellings = _openness(here, form.people, here.asked.unsafe_mode)
    bases = field_of(form.bases, here.asked.basis, asked=bool(here.asked.basis))
    reasons = field_of(form.reasons, frozenset({kind.right_reason}), asked=bool(kind.reasons))
    found: dict[tuple[Bits, int, int], Rest] = {}
    for (wrong, told, leaking), tell in tellings.items():
        open_right = bool(here.asked.openness) and not wrong
        for basis in bases:
            for reason in reasons:
                key = Bits(leaking), told, open_right + bool(basis.right) + bool(reason.right)
                ways = tell.ways * basis.ways * reason.ways
                known = found.get(key)
                values = known.values if known else (tell.least, basis.value, reason.value)
                found[key] = Rest(ways + (known.ways if known else 0), values)
    return found


def _share_fillings(here: Here, form: ShareForm) -> Iterator[tuple[Effect, Filled]]:
    kind = here.kind
    assert isinstance(kind, model.Share)
    cells = _cells(here, form)
    rests = _rests(here, form, kind)
    for (hits, excess, crossed, kept, gained, owed, leaked), given in cells.sums.items():
        slots = _slots(owed)
        for (leaking, told, right), rest in rests.items():
            yield (
                Effect((gained, leaked | leaking), slots),
                Filled(
                    given.ways * rest.ways,
                    crossed + kept + told,
                    _earned(cells.needed, hits, excess, right) * here.worth,
                    Share(here.scene, here.role, given.least, *rest.values),
                    Share(here.scene, here.role, given.most, *rest.values),
                ),
            )


def _refer_fillings(here: Here, form: ReferForm) -> Iterator[tuple[Effect, Filled]]:
    cells = _cells(here, form.share)
    tellings = len(MODES) ** len(form.share.people)
    each = fillings(cells.sums) * tellings * len(form.routes) * max(1, len(form.urgencies))
    yield _no_referral(here, form, cells, each)
    for chosen in range(1, len(form.levels)):
        yield from _referrals(here, form, cells, chosen)


def _no_referral(here: Here, form: ReferForm, cells: Cells, ways: int) -> tuple[Effect, Filled]:
    """Nothing is sent: right where no referral is right, else everything needed is kept. Guessed as often as
    each other level."""
    right = here.asked.levels
    marks = level_marks(right, 0, here.advised)
    nothing = next(key for key, way in cells.sums.items() if not way.least)
    kept, owed = (0, 0) if 0 in right else (nothing[3], nothing[5])
    reds = kept + (1 if far_under(right, 0) else 0)
    move = Refer(here.scene, here.role)
    effect = Effect((form.levels[0], "", 0, 0), _slots(owed))
    return effect, Filled(ways, reds, marks * here.worth, move, move)


def _referrals(here: Here, form: ReferForm, cells: Cells, chosen: int) -> Iterator[tuple[Effect, Filled]]:
    kind = here.kind
    assert isinstance(kind, model.Refer)
    right = here.asked.levels
    under = far_under(right, chosen)
    tainted = needle(right, chosen) > (1 if here.advised else 0)
    tellings = _openness(here, form.share.people, here.asked.unsafe_mode)
    urgencies = field_of(form.urgencies, frozenset(kind.urgency), asked=bool(kind.urgency))
    unsaid = ("",) if kind.route == USUAL_ROUTE else ()
    routes = (*form.routes, *unsaid)
    name = form.levels[chosen]
    for (hits, excess, crossed, kept, gained, owed, leaked), given in cells.sums.items():
        for (wrong, told, leaking), tell in tellings.items():
            shared = _earned(cells.needed, hits, excess, int(bool(here.asked.openness) and not wrong))
            for urgency in urgencies:
                for route in routes:
                    marks: Exact = level_marks(right, chosen, here.advised)
                    if 0 not in right:
                        marks += int(bool(urgency.right)) + int(route == kind.route) + shared
                    details = (name, urgency.value, route)
                    yield (
                        Effect((name, route or USUAL_ROUTE, gained, leaked | leaking), _slots(owed), tainted),
                        Filled(
                            given.ways * tell.ways * urgency.ways if route else 0,
                            crossed + kept + told + int(under),
                            marks * here.worth,
                            Refer(here.scene, here.role, *details, given.least, tell.least),
                            Refer(here.scene, here.role, *details, given.most, tell.least),
                        ),
                    )


def _bring_fillings(here: Here, form: BringForm) -> Iterator[tuple[Effect, Filled]]:
    """The meeting is the recipient and starts from nothing; only what the seat holds first-hand is marked."""
    kind = here.kind
    assert isinstance(kind, model.Meet)
    sums: Sums = {(0, 0, 0, 0, Bits(0), Bits(0)): Way(1, (), ())}
    needed = 0
    for one in form.facts:
        first_hand = here.role in here.game.case.facts[one.fact].held_by
        want = want_of_meeting(here.asked, kind, here.role, one.fact) if first_hand else None
        if want:
            needed += weigh(want, Level.NONE, Level.NONE, False).needed
        sums = combine(sums, _brought_cell(here, want, one))
    for (hits, excess, crossed, kept, pool, leaked), given in sums.items():
        yield (
            Effect((pool, leaked)),
            Filled(
                given.ways,
                crossed + kept,
                share_marks(needed, hits, excess) * here.worth,
                Bring(here.scene, here.role, given.least),
                Bring(here.scene, here.role, given.most),
            ),
        )


def _never(leaks: Asked, meet: model.Meet, seat: str, fact: str) -> bool:
    return want_of_meeting(leaks, meet, seat, fact).weight is Weight.NEVER


def _brought_cell(here: Here, want: Want | None, one: Offered) -> Iterator[tuple[Key, Way]]:
    index, matters, leaks = here.game.layout.facts[one.fact], here.pool, here.leaks
    assert isinstance(here.kind, model.Meet)
    never = leaks is not None and _never(leaks, here.kind, here.role, one.fact)
    for level in (Level.NONE, *one.levels):
        pool = Bits(bits_for(index, level) & matters)
        way = same((one.fact, level)) if level is not Level.NONE else Way(1, (), ())
        if want is None:
            yield (0, 0, 0, 0, pool, Bits(0)), way
            continue
        leaked = Bits(never and level is not Level.NONE)
        weighed = weigh(want, level, Level.NONE, is_late(here.game, here.state, want))
        yield (
            (weighed.half_hits, weighed.half_excess, int(weighed.crossed), int(weighed.kept), pool, leaked),
            way,
        )
