"""Days of birth that fit: ages as the case gives them, parents old enough, births far enough apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import combinations

from simulator.errors import CaseError
from simulator.family.ages import births, months_after, months_before
from simulator.family.chance import Chance
from simulator.family.spec import UNBORN, FamilySpec, Sex, generations, impossible
from simulator.words import family as words

YOUNGEST_PARENT = 14
"""Years between a parent and a child, at least."""
BETWEEN_BIRTHS = 9
"""Months between the births of children of one mother, at least, unless they are twins."""
USUAL_PARENT = (18, 40)
"""Years between a parent and the eldest child, where the case does not say the parent's age."""
LONGEST_LIFE = 95
EARLIEST_KNOWN = 230
"""Days until a child is due whose mother can just know of it."""
TRIES = 60

Window = tuple[date, date]
"""The first and the last day on which somebody can have been born; of an unborn child, be due."""
Pairs = tuple[tuple[str, str], ...]


def days_of_birth(spec: FamilySpec, sexes: Mapping[str, Sex], on: date, chance: Chance) -> dict[str, date]:
    """A day of birth for each of the family, and for others whose age is said; for the unborn, the day due.

    Children of one mother with the same exact age are twins. Raises CaseError where the ages leave no days.
    """
    one_mother = _children_of_one_mother(spec, sexes)
    twin_of = _twins(spec, one_mother)
    apart = tuple((a, b) for a, b in one_mother if twin_of[a] != twin_of[b])
    widest = _widest_windows(spec, on)
    for windows in (_usual_windows(spec, on), widest):
        days = _draw(spec, _narrowed(spec, _shared(windows, twin_of)), twin_of, apart, chance)
        if days is not None:
            return days | _outsiders(spec, on, chance)
    raise _misfit(spec, widest, apart)


def _misfit(spec: FamilySpec, windows: Mapping[str, Window], apart: Pairs) -> CaseError:
    """What to say of ages that cannot all be true: whose they are, or at least whose they may be."""
    tied = tuple((parent, child) for child, parents in spec.parents.items() for parent in parents)
    too_young = [pair for pair in tied if not _can_precede(*pair, 12 * YOUNGEST_PARENT, windows)]
    if too_young or _narrowed(spec, windows) is None:
        people = _listed(too_young or tied)
        return impossible(words.AGES_DO_NOT_FIT, words.CHECK_AGES, people=people, years=YOUNGEST_PARENT)
    close = [
        (a, b)
        for a, b in apart
        if not (_can_precede(a, b, BETWEEN_BIRTHS, windows) or _can_precede(b, a, BETWEEN_BIRTHS, windows))
    ]
    people = _listed(close or apart)
    return impossible(words.BIRTHS_TOO_CLOSE, words.CHECK_AGES, people=people, months=BETWEEN_BIRTHS)


def _can_precede(elder: str, younger: str, months: int, windows: Mapping[str, Window]) -> bool:
    return windows[elder][0] <= months_before(windows[younger][1], months)


def _outsiders(spec: FamilySpec, on: date, chance: Chance) -> dict[str, date]:
    """Those outside the family of whom the case says an age: a friend of the child's."""
    return {
        each.id: _one_day([births(each.age, on)], chance, "born", each.id)
        for each in spec.outsiders
        if each.age is not None
    }


def _listed(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"`{person}`" for person in dict.fromkeys(person for pair in pairs for person in pair))


# --- who was born of whom ----------------------------------------------------------------------------


def _children_of_one_mother(spec: FamilySpec, sexes: Mapping[str, Sex]) -> Pairs:
    """Brothers and sisters, but for those of one father who are known to have different mothers."""
    mothers = {
        person: {parent for parent in parents if sexes[parent] is Sex.FEMALE}
        for person, parents in spec.parents.items()
    }
    return tuple(
        (a, b)
        for a, b in combinations(spec.parents, 2)
        if set(spec.parents[a]) & set(spec.parents[b])
        and not (mothers[a] and mothers[b] and mothers[a].isdisjoint(mothers[b]))
    )


def _twins(spec: FamilySpec, one_mother: Pairs) -> dict[str, str]:
    """Everybody, with the first of those born on the same day (who may be themselves)."""
    ages = {person.id: person.age for person in spec.family}
    first = {person: person for person in ages}
    for a, b in one_mother:
        age = ages[a]
        if age is not None and age == ages[b] and age.low == age.high:
            first[b] = first[a]
    return first


# --- when they can have been born --------------------------------------------------------------------


def _usual_windows(spec: FamilySpec, on: date) -> dict[str, Window]:
    """What the case says, and what is usual where it says nothing; the youngest generation first."""
    level = generations(spec.parents, spec.partners)
    windows = {person.id: births(person.age, on) for person in spec.family if person.age is not None}
    focus = {person.id for person in spec.family if person.focus}
    for person in sorted(spec.parents, key=level.__getitem__, reverse=True):
        if person not in windows:
            children = [windows[child] for child in spec.children(person)]
            parents = [windows[parent] for parent in spec.parents[person] if parent in windows]
            windows[person] = _usual(children, parents, person in focus, on)
    return windows


def _usual(children: list[Window], parents: list[Window], focus: bool, on: date) -> Window:
    youngest, eldest = (12 * years for years in USUAL_PARENT)
    if children:
        first, last = min(children)
        begin, end = months_before(last, eldest), months_before(first, youngest)
        return (begin, end) if begin <= end else (months_before(first, eldest), end)
    if parents:
        last = max(window[1] for window in parents)
        end = min(months_after(last, eldest), on - timedelta(30))
        return min(months_after(last, youngest), end), end
    oldest, youngest = (15, 1) if focus else (65, 20)
    return months_before(on, 12 * oldest), months_before(on, 12 * youngest)


def _widest_windows(spec: FamilySpec, on: date) -> dict[str, Window]:
    """What the case says, and all that is possible where it says nothing."""
    windows = {}
    for person in spec.family:
        if person.age is None:
            windows[person.id] = (months_before(on, 12 * LONGEST_LIFE), on)
        elif person.age == UNBORN:
            windows[person.id] = (on + timedelta(1), on + timedelta(EARLIEST_KNOWN))
        else:
            windows[person.id] = births(person.age, on)
    return windows


def _shared(windows: dict[str, Window], twin_of: Mapping[str, str]) -> dict[str, Window]:
    """One window for those born on the same day."""
    shared = dict(windows)
    for person, first in twin_of.items():
        shared[first] = max(shared[first][0], windows[person][0]), min(shared[first][1], windows[person][1])
    return {person: shared[first] for person, first in twin_of.items()}


def _narrowed(spec: FamilySpec, windows: Mapping[str, Window]) -> dict[str, Window] | None:
    """The windows with every day left out that would make a parent too young; None where none is left.

    Any day of a window so narrowed can be chosen, and days for the others remain.
    """
    narrowed = dict(windows)
    settled = False
    while not settled:
        settled = True
        for child, parents in spec.parents.items():
            for parent in parents:
                begin, end = narrowed[parent]
                first, last = narrowed[child]
                end = min(end, months_before(last, 12 * YOUNGEST_PARENT))
                first = max(first, months_after(begin, 12 * YOUNGEST_PARENT))
                if begin > end or first > last:
                    return None
                if ((begin, end), (first, last)) != (narrowed[parent], narrowed[child]):
                    narrowed[parent], narrowed[child] = (begin, end), (first, last)
                    settled = False
    return narrowed


# --- drawing -----------------------------------------------------------------------------------------


def _draw(
    spec: FamilySpec,
    windows: Mapping[str, Window] | None,
    twin_of: Mapping[str, str],
    apart: Pairs,
    chance: Chance,
) -> dict[str, date] | None:
    """Days within the windows; None where there are no windows, or births came too close in every attempt."""
    if windows is not None:
        for attempt in range(TRIES):
            drawn = _attempt(spec, windows, twin_of, apart, chance, attempt)
            if drawn is not None:
                return drawn
    return None


def _attempt(
    spec: FamilySpec,
    windows: Mapping[str, Window],
    twin_of: Mapping[str, str],
    apart: Pairs,
    chance: Chance,
    attempt: int,
) -> dict[str, date] | None:
    """One attempt, those with the fewest possible days first; None where two births came too close."""
    left: dict[str, Window] | None = dict(windows)
    drawn: dict[str, date] = {}
    for person in sorted(windows, key=lambda each: windows[each][1] - windows[each][0]):
        if person in drawn:
            continue
        if left is None:
            return None
        together = [each for each in twin_of if twin_of[each] == twin_of[person]]
        others = {drawn[b] for pair in apart for a, b in (pair, pair[::-1]) if a in together and b in drawn}
        stretches = _stretches(left[person], sorted(others))
        if not stretches:
            return None
        born = _one_day(stretches, chance, "born", twin_of[person], attempt)
        drawn |= dict.fromkeys(together, born)
        left = _narrowed(spec, {**left, **dict.fromkeys(together, (born, born))})
    return drawn if left is not None else None


def _stretches(window: Window, others: list[date]) -> list[Window]:
    """The window without the days too close to other births, as stretches."""
    stretches = []
    begin, end = window
    for other in others:
        stretches.append((begin, min(end, months_before(other, BETWEEN_BIRTHS))))
        begin = max(begin, months_after(other, BETWEEN_BIRTHS))
    stretches.append((begin, end))
    return [(first, last) for first, last in stretches if first <= last]


def _one_day(stretches: list[Window], chance: Chance, *purpose: object) -> date:
    lengths = [(last - first).days + 1 for first, last in stretches]
    number = chance.number(0, sum(lengths) - 1, *purpose)
    place = 0
    while number >= lengths[place]:
        number -= lengths[place]
        place += 1
    return stretches[place][0] + timedelta(number)
