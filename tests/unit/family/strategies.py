"""Families nobody thought of, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from simulator.family import Kind, PersonSpec, Sex, parse_age

AGES = st.sampled_from(
    [
        "unborn",
        "3 days",
        "11 weeks",
        "9 months",
        "2",
        "3",
        "8",
        "8",
        "14-16",
        "21-24",
        "30",
        "33-60",
        "70",
        "",
        "",
        "",
        "",
        "",
        "",
    ]
)


@st.composite
def any_family(draw: st.DrawFn) -> list[PersonSpec]:
    """Up to eight people, each the parent, child or partner of some named before, and up to three others."""
    people: list[PersonSpec] = []
    for number in range(draw(st.integers(0, 8))):
        before = [person.id for person in people]
        ties = draw(st.lists(st.sampled_from(before), max_size=3, unique=True)) if before else []
        kind_of_tie = draw(st.sampled_from(("parent_of", "child_of", "child_of", "partner_of")))
        age = draw(AGES)
        people.append(
            PersonSpec(
                f"p{number}",
                Kind.FAMILY,
                parse_age(age) if age else None,
                draw(st.sampled_from(Sex)),
                draw(st.booleans()),
                parent_of=tuple(ties) if kind_of_tie == "parent_of" else (),
                child_of=tuple(ties[:2]) if kind_of_tie == "child_of" else (),
                partner_of=tuple(ties[:1]) if kind_of_tie == "partner_of" else (),
            )
        )
    others = draw(st.lists(st.sampled_from([Kind.PERSON, Kind.ROLE]), max_size=3))
    return people + [PersonSpec(f"o{number}", kind) for number, kind in enumerate(others)]
