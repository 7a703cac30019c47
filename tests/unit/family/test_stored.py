"""What is kept with an attempt is the family itself, and damage to it is noticed."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from simulator.errors import RecordError
from simulator.family import as_data, from_data, invent
from tests.faults.families import CASES, ON

STORED = as_data(invent(CASES[2], "kept", ON))


@pytest.mark.parametrize("number", range(len(CASES)))
def test_a_stored_family_comes_back_as_it_was(number: int) -> None:
    family = invent(CASES[number], "kept", ON)
    assert from_data(json.loads(json.dumps(as_data(family)))) == family


def test_a_family_stored_by_the_first_release_is_read() -> None:
    stored = {
        "format": 1, "seed": "7", "on": "2011-09-05", "surname": "Sykes", "home": "5 Tansy Row, Ulverlow",
        "postcode": "QB1 2CD", "school": "Catkinfold Primary School", "telephone": "01632 960123",
        "email": "sykes12@example.org",
        "people": [
            {
                "id": "child", "kind": "family", "first_name": "Lily", "surname": "Sykes", "title": "",
                "called": "Lily", "sex": "female", "age": "4", "born": "2007-01-02",
                "nhs_number": "999 000 0018", "unborn": False, "focus": True,
                "parents": ["mother"], "partners": [],
            }
        ],
    }  # fmt: skip
    family = from_data(stored)
    assert family.child is not None
    assert (family.child.first_name, family.child.surname) == ("Lily", "Sykes")
    assert as_data(family) == stored


@pytest.mark.parametrize("field", [*STORED, *STORED["people"][0]])  # type: ignore[index]
@pytest.mark.parametrize("wrong", [None, 7, [7], {"a": 1}])
def test_damage_anywhere_is_noticed(field: str, wrong: object) -> None:
    stored: dict[str, Any] = copy.deepcopy(STORED)
    holder = stored if field in stored else stored["people"][0]
    holder[field] = wrong
    with pytest.raises(RecordError, match="The stored family cannot be read") as refused:
        from_data(stored)
    assert refused.value.remedy
    del holder[field]
    with pytest.raises(RecordError):
        from_data(stored)


@pytest.mark.parametrize(("field", "wrong"), [("sex", "f"), ("kind", "pet"), ("sex", "")])
def test_words_outside_the_list_are_noticed(field: str, wrong: str) -> None:
    stored: dict[str, Any] = copy.deepcopy(STORED)
    stored["people"][0][field] = wrong
    with pytest.raises(RecordError, match=field):
        from_data(stored)


@pytest.mark.parametrize("wrong", [None, [], "family", 1])
def test_what_is_no_family_at_all_is_noticed(wrong: object) -> None:
    with pytest.raises(RecordError):
        from_data(wrong)


def test_a_family_of_a_newer_simulator_is_refused_with_the_cure() -> None:
    with pytest.raises(RecordError, match="newer simulator") as refused:
        from_data({**STORED, "format": 2})
    assert "Update" in refused.value.remedy
