"""The family as a tree and as sentences: right, narrow, and readable without seeing it."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given

from simulator.errors import CaseError
from simulator.family import Family, PersonSpec, Sex, family_spec, invent
from simulator.family.genogram import WIDTH, as_sentences, as_text, by_generation
from tests.faults.families import CASES, ON
from tests.unit.family.strategies import any_family


def family_of(*people: str, partners: tuple[str, ...] = ()) -> Family:
    """`Jordan 4 < Dee Marc`: a name, an age, and the parents; partners as `Dee Tom`."""
    base = invent(CASES[0], "1", ON)
    described = [re.fullmatch(r"(\w+) ([\w ]+?)(?: < ([\w ]+))?", line) for line in people]
    parents = {match[1]: tuple((match[3] or "").split()) for match in described if match}
    together = {
        frozenset(pair) for pair in (*(p for p in parents.values() if len(p) == 2), *map(str.split, partners))
    }
    return replace(
        base,
        people=tuple(
            replace(
                base.people[0],
                id=match[1],
                called=match[1],
                sex=Sex.FEMALE,
                age=match[2],
                born=f"{1000 + number}",
                unborn=match[2] == "unborn",
                parents=parents[match[1]],
                partners=tuple(
                    other for other in parents if {match[1], other} in together and other != match[1]
                ),
            )
            for number, match in enumerate(described)
            if match
        ),
    )


MOCK_UP = family_of("Ruth 61", "Marc 27", "Dee 24 < Ruth", "Jordan 4 < Dee Marc", "Lily 5 months < Dee Marc")


def test_the_tree_of_the_mock_up() -> None:
    notes = {"Jordan": ["[school]"], "Lily": ["[you]", "[GP]"]}
    assert as_text(MOCK_UP, notes) == (
        "Ruth 61",
        "  |",
        "Dee 24 --- Marc 27",
        "        |",
        "   +----+-----+",
        "   |          |",
        " Jordan 4   Lily 5 months",
        " [school]   [you] [GP]",
    )


def test_half_sisters_and_brothers_hang_from_their_own_parents() -> None:
    drawn = as_text(
        family_of("Gil 37", "Pam 34", "Dan 30", "Ann 9 < Pam Gil", "Bea 6 < Pam", "Cy 9 months < Pam Dan")
    )
    assert drawn == (
        "Gil 37 --- Pam 34 --- Dan 30",
        "        |    |     |",
        "        |    +--+  +----+",
        "        |       |       |",
        "      Ann 9   Bea 6   Cy 9 months",
    )


def test_two_grandmothers_stand_above_their_own_children() -> None:
    drawn = as_text(family_of("Ruth 61", "Joan 59", "Marc 27 < Joan", "Dee 24 < Ruth", "Jordan 4 < Dee Marc"))
    assert drawn[:5] == (
        "Ruth 61   Joan 59",
        "  |         |",
        "  |         ++",
        "  |          |",
        "Dee 24 --- Marc 27",
    )


def test_a_tree_that_would_be_too_wide_or_wrong_is_told_instead() -> None:
    wide = as_text(MOCK_UP, width=20)
    assert wide[0] == "Ruth, 61: mother of"
    assert max(map(len, wide)) <= 20
    everybodys = family_of("A 1 < B C", "B 2", "C 3", "D 4 < C E", "E 5", "F 6 < E B")
    assert as_text(everybodys)[0].startswith("B, 2: mother of")


def test_sentences_say_everything_the_tree_shows() -> None:
    assert as_sentences(MOCK_UP, {"Lily": ["[you]", "[GP]"]}) == (
        "Ruth, 61: mother of Dee.",
        "Marc, 27: mother of Jordan and Lily.",
        "Dee, 24: daughter of Ruth; mother of Jordan and Lily.",
        "Jordan, 4: daughter of Dee and Marc.",
        "Lily, 5 months: daughter of Dee and Marc. [you] [GP]",
    )
    with_uncle = family_of(
        "Tom 50",
        "Ann 40",
        "Bea 5 < Ann",
        "Cy 4 < Ann",
        "Di 3 < Ann",
        partners=("Ann Sue",),
    )
    assert as_sentences(with_uncle)[0] == "Tom, 50: of the family."
    assert as_sentences(with_uncle)[1] == "Ann, 40: mother of Bea, Cy and Di."


def test_partners_without_a_child_together_are_said_and_shown() -> None:
    family = family_of("Ann 40", "Tom 50", "Bea 5 < Ann", partners=("Ann Tom",))
    assert as_sentences(family)[0] == "Ann, 40: mother of Bea; partner of Tom."
    assert as_text(family) == ("Ann 40 --- Tom 50", "  |", "Bea 5")


def test_generations_come_eldest_first() -> None:
    assert [[person.id for person in row] for row in by_generation(MOCK_UP)] == [
        ["Ruth"],
        ["Marc", "Dee"],
        ["Jordan", "Lily"],
    ]


def test_an_unborn_child_is_shown_as_such() -> None:
    assert as_text(family_of("Ann 26", "Baby unborn < Ann"))[-1] == "Baby (unborn)"


def test_nobody_outside_the_family_is_in_the_tree() -> None:
    family = invent(CASES[0], "1", ON)
    shown = "\n".join((*as_text(family), *as_sentences(family)))
    assert all(person.called in shown for person in family.members)
    assert not any(person.called in shown for person in family.people if person not in family.members)


def test_no_family_is_no_tree() -> None:
    assert as_text(invent(CASES[4], "1", ON)) == ()
    assert as_sentences(invent(CASES[4], "1", ON)) == ()


# --- reading a drawn tree back ---------------------------------------------------------------------------


def parents_read_from(lines: tuple[str, ...], family: Family) -> dict[str, set[str]]:
    """Who the strokes say is whose parent: follows them upwards from every child."""
    sheet = {(y, x): mark for y, line in enumerate(lines) for x, mark in enumerate(line)}
    where = {}
    for person in family.members:
        label = f"{person.called} ({person.age})" if person.unborn else f"{person.called} {person.age}"
        ((y, x),) = [
            (y, match.start())
            for y, line in enumerate(lines)
            for match in re.finditer(re.escape(label), line)
        ]
        where[person.id] = (y, x, x + len(label))
    read: dict[str, set[str]] = {}
    for person in family.members:
        y, x, _ = where[person.id]
        read[person.id] = _above(y - 1, x + 2, sheet, where)
    return read


def _above(
    y: int, x: int, sheet: dict[tuple[int, int], str], where: dict[str, tuple[int, int, int]]
) -> set[str]:
    if sheet.get((y, x)) not in ("|", "+"):
        return set()
    while sheet.get((y, x)) == "|":
        y -= 1
    if sheet.get((y, x)) == "+":
        run = [x]
        for step in (-1, 1):
            at = x + step
            while sheet.get((y, at), " ") in "+-":
                run.append(at)
                at += step
        (stem,) = [at for at in run if sheet.get((y - 1, at), " ") not in " "]
        x, y = stem, y - 1
        while sheet.get((y, x)) == "|":
            y -= 1
    beside = sorted((begin, end, who) for who, (line, begin, end) in where.items() if line == y)
    under = {who for begin, end, who in beside if begin <= x < end}
    if under:
        return under
    left = max((end, who) for _, end, who in beside if end <= x)[1]
    right = min((begin, who) for begin, _, who in beside if begin > x)[1]
    return {left, right}


DRAWN = {"trees": 0, "told": 0}


@given(any_family())
def test_any_family_is_drawn_right_or_told(people: list[PersonSpec]) -> None:
    try:
        family = invent(family_spec(people), "1", ON)
    except CaseError:
        return
    notes = {person.id: ["[x]"] for person in family.members[::2]}
    lines = as_text(family, notes)
    assert all(len(line) <= WIDTH and line.isascii() and line == line.rstrip() for line in lines)
    assert len(as_sentences(family)) == len(family.members)
    if any(":" in line for line in lines):
        DRAWN["told"] += 1
        return
    DRAWN["trees"] += 1
    named = {person.id: person for person in family.members}
    if len({person.called for person in family.members}) == len(named):  # two unborn children have one name
        assert parents_read_from(lines, family) == {who: set(person.parents) for who, person in named.items()}


def test_most_families_were_drawn() -> None:
    assert DRAWN["trees"] > DRAWN["told"]


def test_the_reader_of_trees_notices_a_wrong_one() -> None:
    drawn = as_text(MOCK_UP)
    right = {person.id: set(person.parents) for person in MOCK_UP.members}
    assert parents_read_from(drawn, MOCK_UP) == right
    cut_off = (drawn[0], "", *drawn[2:])
    handed_on = (*drawn[:3], "  |", "  ++----------+", *drawn[5:])
    assert parents_read_from(cut_off, MOCK_UP)["Dee"] == set()
    assert parents_read_from(handed_on, MOCK_UP)["Lily"] == {"Dee"}
