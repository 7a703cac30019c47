"""Every message about fields and references is got by its failing example, and by no repaired one."""

from __future__ import annotations

import re

import pytest

from simulator.scenario.catalogue import fields, parts, references
from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.diagnostics import Severity
from simulator.scenario.read import read_text

ENTRIES = (*fields.ENTRIES, *parts.ENTRIES, *references.ENTRIES)


class Guidance:
    """A library with next to nothing in it."""

    topics = ("s47_duty", "nonmobile_injury")
    bases = ("public_interest", "consent")
    editions = ("wt2010", "wt2013")
    milestones = ("concern_formed",)
    families = ("working together", "information sharing", "children acts")


def named(entry: Entry) -> str:
    return entry.code


def text_of(example: str | bytes) -> str:
    assert isinstance(example, str)
    return example


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_the_failing_example_gets_the_finding_once_and_nothing_else(entry: Entry) -> None:
    reading = read_text(text_of(entry.failing), "example.yaml", Guidance())

    assert [each.code for each in reading.diagnostics] == [entry.code]
    assert (reading.case is None) == (entry.severity is Severity.STOP)


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_the_repaired_example_gets_nothing(entry: Entry) -> None:
    reading = read_text(text_of(entry.repaired), "example.yaml", Guidance())

    assert [each.headline for each in reading.diagnostics] == []
    assert reading.case is not None


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_the_message_is_whole_sentences_with_every_value_filled_in(entry: Entry) -> None:
    (found,) = read_text(text_of(entry.failing), "example.yaml", Guidance()).diagnostics

    for said in (found.message, found.remedy):
        assert said.endswith((".", "?"))
        assert not re.search(r"\{\w+\}", said)
        assert "  " not in said
    assert found.line_text
    end_of_line = len(found.line_text) + 1
    assert 1 <= found.place.column <= end_of_line
    assert found.caret_length == 1 or found.place.column + found.caret_length <= end_of_line


def test_codes_are_unique_and_in_order() -> None:
    codes = [entry.code for entry in ENTRIES]

    assert len(set(codes)) == len(codes)
    assert {code[0] for code in codes} == {"F", "R"}


def test_titles_do_not_repeat() -> None:
    titles = [entry.title for entry in ENTRIES]

    assert len(set(titles)) == len(titles)
