"""Cases read line by line: the very tree that YAML's parser gives, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.nodes import Mapping, Sequence, Text
from simulator.scenario.plain import read_plainly
from simulator.scenario.source import source_of
from tests.faults.plain_lines import by_parser, read, texts

TESTS = Path(__file__).parents[2]
CASES = [*sorted((TESTS.parent / "scenarios").glob("*.yaml")), *sorted((TESTS / "cases").glob("*.yaml"))]


def plainly(text: str) -> Mapping | None:
    built = read_plainly(text, tuple(text.split("\n")))
    root = built.root if built else None
    assert root is None or isinstance(root, Mapping)
    return root


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_every_case_there_is_can_be_read_line_by_line(file: Path) -> None:
    source = source_of(file.read_text("utf-8"), file.name)
    built = read(source)
    assert built is not None
    assert built == by_parser(source)


def test_little_texts_and_mutated_files_are_read_as_by_the_parser_or_left_to_it() -> None:
    count = 0
    for text in texts(2_000, 11):
        source = source_of(text, "lines.yaml")
        if built := read(source):
            count += 1
            assert built == by_parser(source), text
    assert count > 100


def test_everything_has_its_place() -> None:
    root = plainly("a:\n  - b: [c d, e] # so\n    f:   12:30\n\ng: >\n  one\n  two\n\n  three\n")
    assert root is not None
    assert root.entries["g"].value == Text("one two\nthree\n", 5, 4, 10, 1, ">")
    a = root.entries["a"].value
    assert isinstance(a, Sequence)
    assert a[1:] == (2, 3, False)
    (item,) = a.items
    assert isinstance(item, Mapping)
    assert item[1:] == (2, 5, False)
    assert item.entries["b"].value == (
        (Text("c d", 2, 9, 2, 12, ""), Text("e", 2, 14, 2, 15, "")),
        2,
        8,
        True,
    )
    assert item.entries["f"] == (Text("f", 3, 5, 3, 6, ""), Text("12:30", 3, 10, 3, 15, ""))


def test_a_sentence_may_go_on_below_and_is_told_of() -> None:
    built = read(source_of("a: one  \n  two\n   three \nb:\n  - four\n    five\nc:\n  six\n", "lines.yaml"))
    assert built is not None
    assert built.folded == [Text("one two three", 1, 4, 3, 9, ""), Text("four five", 5, 5, 6, 9, "")]
    assert isinstance(built.root, Mapping)
    assert built.root.entries["a"].value == built.folded[0]
    assert built.root.entries["c"].value == Text("six", 8, 3, 8, 6, "")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a: b\n  c: d\n",
            "a: b\n\n  c\n",
            "a: b # c\n  d\n",
            "a: 'b'\n  c\n",
            "a: b: c\n",
            "a: &b c\n",
            "a: *b\n",
            "a: !b c\n",
            "a: b\na: c\n",
            "- a\n",
            "a\n",
            "",
            "\n",
        ),
        *(
            "a: b\n c: d\n",
            "a:\n    b: c\n  d: e\n",
            "a: 'b\n",
            'a: "\\x41"\n',
            "a: [b\n",
            "a: [b: c]\n",
            "a: {b}\n",
        ),
        *(
            "a: >\nb: c\n",
            "a: >\n  b\n   c\n",
            "a: >+\n  b\n",
            "? a\n",
            "---\na: b\n",
            "a: b\n...\n",
            "%a\n",
            "a: >\n  b",
        ),
        *(
            "a: \u2028b\n",
            "a\u00a0: b\n",
            "A: b\n",
            "“a”: b\n",
            "<<: b\n",
            "a: @b\n",
            "a: - b\n",
            "- - a\n",
            "a:b\n",
        ),
    ],
)
def test_what_is_odd_is_left_to_the_parser(text: str) -> None:
    assert plainly(text) is None


@pytest.mark.parametrize("text", ["a: " + "[" * 30 + "b" + "]" * 30, "a: [" + "b, " * 12_000 + "b]"])
def test_what_passes_a_limit_is_left_to_the_parser(text: str) -> None:
    assert plainly(f"{text}\n") is None


@pytest.mark.parametrize("levels", range(1, 15))
def test_lists_and_names_in_turn_go_no_deeper_than_the_parser_lets_them(levels: int) -> None:
    text = "a:\n" + "".join(f"{' ' * (3 * level + 1)}- a:\n" for level in range(levels))
    root, built = plainly(text), by_parser(source_of(text, "deep.yaml"))
    assert (built is None) == (levels > 9)
    assert (root is None) == (levels > 9)
    assert root is None or (built and root == built.root)


def test_a_text_that_is_nearly_plain_takes_no_longer() -> None:
    """Each alternative of a pattern excludes the others: no text is tried in all the ways it can be cut."""
    assert plainly("a: " + "word:word " * 20_000 + ": \n") is None
    assert plainly("a: [" + "word " * 20_000 + "\n") is None
