"""Several slips in one file: all are told at once, and what can be read around them is read."""

from __future__ import annotations

import pytest

from simulator.scenario.nodes import Mapping, Sequence
from simulator.scenario.source import source_of
from simulator.scenario.tree import Reading, read_tree


def read(text: str) -> Reading:
    return read_tree(source_of(text, "case.yaml"))


ALL_AT_ONCE = """\
format: 1
title: Mum said: he fell
summary: >
A child without lunch.
family:
  child: {age: 6, focus: yes
  mother: {age: 25}
roles:
  gp:
    agency: general practice
     play: yes
  nurse:
    agency: 'It's the school'
facts:
  one:
    text: flat #3 is damp
    held by: @gp
  two:
    text: "Bruise" seen
    about: [mother, father
  three:
    text: fine
    text: again
scenes:
  monday:
    say:
      - mother: He said: no
      - child:(settles)
      - gp: Fine
    decide:
      question: What now?
      options:
        a:
          text: "unclosed
          grade: good
        b:
          text: *really*
          grade: good
endings:
  held:
    text: It is Friday.
"""


def test_all_slips_of_a_file_at_once() -> None:
    reading = read(ALL_AT_ONCE)
    assert [(finding.code, finding.place.line) for finding in reading.findings] == [
        ("Y040", 2),
        ("Y064", 4),
        ("Y058", 6),
        ("Y056", 11),
        ("Y042", 13),
        ("Y038", 16),
        ("Y045", 17),
        ("Y041", 19),
        ("Y058", 20),
        ("Y028", 23),
        ("Y040", 27),
        ("Y054", 28),
        ("Y043", 34),
        ("Y046", 37),
    ]
    assert not reading.complete
    assert reading.unread >= {"title", "child", "agency", "held by", "text", "about"}


def test_what_can_be_read_around_slips_is_kept() -> None:
    root = read(ALL_AT_ONCE).root
    assert root is not None
    assert list(root.entries) == ["format", "summary", "family", "facts", "scenes", "endings"]
    facts = root.entries["facts"].value
    assert isinstance(facts, Mapping)
    assert list(facts.entries) == ["one", "three"]
    monday = root.entries["scenes"].value
    assert isinstance(monday, Mapping)
    scene = monday.entries["monday"].value
    assert isinstance(scene, Mapping)
    said = scene.entries["say"].value
    assert isinstance(said, Sequence)
    assert len(said.items) == 2


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u2028", "\x0c", "\x1c", "\x1e"])
def test_a_line_of_spaces_that_are_none_is_told(space: str) -> None:
    codes = [finding.code for finding in read(f"a: b\n{space}\nc: d\n{space}").findings]
    assert set(codes) <= {"Y010", "Y018", "Y060"}
    assert codes


@pytest.mark.parametrize("text", ["? e", "? e\n", "d:\n ?  e", "a\nb: c\nd:\n ?  e\n"])
def test_no_place_lies_beyond_the_end(text: str) -> None:
    root = read(text).root
    assert root is not None
    inside = root.entries["d"].value if "d" in root.entries else root
    assert isinstance(inside, Mapping)
    key, value = inside.entries["e"]
    assert (value.line, value.column) == (key.line, key.end_column)


def test_a_text_under_a_name_may_hold_what_looks_like_yaml() -> None:
    reading = read("a:\n  text: >\n    title: x\n    - y\n    [z\n  b: Mum said: no\n  c: 1\n")
    assert [finding.code for finding in reading.findings] == ["Y040"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("n" * 1100 + ":\n  a: b\nc: d\n", "Y099"),
        ("---\n", "Y020"),
        ("---", "Y020"),
        ("...", "Y020"),
        ("&a", "Y024"),
        ("*a", "Y025"),
    ],
)
def test_odd_ends(text: str, code: str) -> None:
    reading = read(text)
    assert [finding.code for finding in reading.findings] == [code]
    assert reading.findings[0].place.line == 1


def test_many_findings_are_cut_and_said_to_be() -> None:
    reading = read("".join(f"n{number}: @x\n" for number in range(200)))
    assert len(reading.findings) == 51
    assert reading.findings[-1].code == "Y098"


def test_a_name_with_curly_quotes_is_read_as_it_was_meant() -> None:
    root = read("“title”: x\nm\u043enday: y\n").root
    assert root is not None
    assert list(root.entries) == ["title", "monday"]
