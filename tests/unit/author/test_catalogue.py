"""Every finding about a whole case is got by its failing example, and not by its repaired one."""

from __future__ import annotations

import re

import pytest

from scoring.guidance import library
from simulator.author.checked import Checked, check_source
from simulator.scenario.catalogue import ENTRIES, Entry
from simulator.scenario.diagnostics import Severity
from simulator.scenario.known import known_ids
from simulator.scenario.source import source_of

KNOWN = known_ids(library())
OF_THE_WHOLE = [entry for code, entry in ENTRIES.items() if code.startswith("C")]
SMALL = {"C010": 40}
"""Situations allowed, where an example would otherwise have to be as large as it warns of."""


def checked(entry: Entry, example: str | bytes) -> Checked:
    assert isinstance(example, str)
    budget = SMALL.get(entry.code, 20_000)
    return check_source(source_of(example, "example.yaml"), library(), KNOWN, budget=budget)


@pytest.mark.parametrize("entry", OF_THE_WHOLE, ids=lambda entry: entry.code)
def test_the_failing_example_gets_the_finding(entry: Entry) -> None:
    found = [each for each in checked(entry, entry.failing).findings if each.code == entry.code]

    assert found
    for each in found:
        assert each.severity is entry.severity
        assert each.message.endswith((".", "?"))
        assert not re.search(r"\{\w+\}", each.message + each.remedy)
        assert "  " not in each.message
        assert 1 <= each.place.column <= len(each.line_text) + 1


@pytest.mark.parametrize("entry", OF_THE_WHOLE, ids=lambda entry: entry.code)
def test_the_repaired_example_does_not(entry: Entry) -> None:
    result = checked(entry, entry.repaired)

    assert entry.code not in [each.code for each in result.findings]
    assert not [each.headline for each in result.findings if each.severity is Severity.STOP]
    assert result.page is not None
