"""The placed tree: every node where it stands, nothing lost, nothing raised."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.nodes import Mapping, Node, Sequence, Text
from simulator.scenario.source import Source, source_of
from simulator.scenario.tree import Reading, read_tree
from simulator.text import problems

CASES = sorted((Path(__file__).parents[2] / "cases").glob("*.yaml"))
EVERYTHING = (Path(__file__).parents[2] / "cases" / "everything.yaml").read_text(encoding="utf-8")


def read(text: str) -> Reading:
    return read_tree(source_of(text, "case.yaml"))


def plain(node: Node) -> object:
    """The tree as PyYAML's own BaseLoader gives it, without places."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(entry.value) for name, entry in node.entries.items()}


def texts(node: Node) -> list[Text]:
    if isinstance(node, Text):
        return [node]
    if isinstance(node, Sequence):
        return [text for item in node.items for text in texts(item)]
    return [text for entry in node.entries.values() for text in (entry.key, *texts(entry.value))]


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_the_tree_says_what_the_yaml_says(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    reading = read(text)
    assert reading.findings == ()
    assert reading.complete
    assert reading.root is not None
    assert plain(reading.root) == yaml.load(text, Loader=yaml.BaseLoader)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_every_text_is_where_its_place_says(file: Path) -> None:
    source = source_of(file.read_text(encoding="utf-8"), file.name)
    reading = read_tree(source)
    assert reading.root is not None
    found = texts(reading.root)
    assert len(found) > 10
    for text in found:
        stands = source.line(text.line)[text.column - 1 :]
        if text.style in ("|", ">"):
            assert stands.startswith(text.style)
        elif text.line == text.end_line:
            written = stands[: text.end_column - text.column]
            assert text.value == (yaml.safe_load(written) if text.style else written)
        else:
            assert text.value.startswith(stands.split()[0])


def test_places_styles_and_ends() -> None:
    root = read("a: {b: 'x y', c: [1, \"2\"]}\nd: >\n  one\n  two\ne:\n").root
    assert root is not None
    assert (root.line, root.column, root.flow) == (1, 1, False)
    a = root.entries["a"].value
    assert isinstance(a, Mapping)
    assert (a.line, a.column, a.flow) == (1, 4, True)
    assert a.entries["b"].key == Text("b", 1, 5, 1, 6, "")
    assert a.entries["b"].value == Text("x y", 1, 8, 1, 13, "'")
    c = a.entries["c"].value
    assert isinstance(c, Sequence)
    assert (c.line, c.column, c.flow) == (1, 18, True)
    assert c.items == (Text("1", 1, 19, 1, 20, ""), Text("2", 1, 22, 1, 25, '"'))
    assert root.entries["d"].value == Text("one two\n", 2, 4, 5, 1, ">")
    assert root.entries["e"].value == Text("", 5, 3, 5, 3, "")


@pytest.mark.parametrize(
    ("written", "missing"), [("a:", True), ("a: ''", False), ("a: >\n", False), ("a: ~", False)]
)
def test_nothing_written_is_not_an_empty_text(written: str, missing: bool) -> None:
    root = read(written + "\n").root
    assert root is not None
    value = root.entries["a"].value
    assert isinstance(value, Text)
    assert value.missing is missing


def test_names_keep_the_order_of_the_file() -> None:
    root = read("c: 1\na: 2\nb: 3\n").root
    assert root is not None
    assert list(root.entries) == ["c", "a", "b"]


def test_the_first_of_two_equal_names_is_kept() -> None:
    reading = read("a: 1\na: 2\n")
    assert reading.root is not None
    assert plain(reading.root) == {"a": "1"}
    assert not reading.complete


@pytest.mark.parametrize("text", ["a: &b 1\nc: *b\n", "[a]: 1\nb: 2\n", "~: 1\nb: 2\n", "a: 1\n---\nb: 2\n"])
def test_what_is_left_out_is_said(text: str) -> None:
    reading = read(text)
    assert reading.root is not None
    assert not reading.complete


def test_line_ends_and_byte_order_mark_make_no_difference() -> None:
    ways = [
        EVERYTHING,
        "\ufeff" + EVERYTHING,
        EVERYTHING.replace("\n", "\r\n"),
        EVERYTHING.replace("\n", "\r"),
    ]
    sources = [source_of(text, "case.yaml") for text in ways]
    assert len({source.sha256 for source in sources}) == 1
    assert len({source.text for source in sources}) == 1


def test_the_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    read("a: 1\n")
    assert gc.isenabled()
    gc.disable()
    try:
        read("a: [\n")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_three_dashes_at_the_start_are_nothing() -> None:
    assert read("---\na: 1\n").findings == ()


@pytest.mark.parametrize("break_", ["\n", "\r\n"])
def test_remarks_are_no_findings(break_: str) -> None:
    text = "# first\na: 1  # two # three\n  # four #5\nb: >  # six\n  x\n#c: commented out\nd: [e] # seven\n"
    assert read(text.replace("\n", break_)).findings == ()


# --- nothing escapes ------------------------------------------------------------------------------------

SNIPPETS = st.sampled_from(
    [
        *"\t\n\r \"'#&*!|>%@`{}[],:?-~<\\",
        *(": ", "- ", " #", "\n  ", "\n\n", "---\n", "...\n", "<<: ", "? ", '"\\e"', "\\x"),
        *"\u00a0“’\u202e\x1b\ud800\x00\ufeff\u2028é日👍",
    ]
)
CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 30), SNIPPETS | st.text(max_size=3)),
    min_size=1,
    max_size=6,
)


def check(source: Source, reading: Reading) -> None:
    """What holds for every reading, whatever was read."""
    assert reading.root is not None or reading.findings
    assert reading.complete or reading.findings
    places = [finding.place[1:] for finding in reading.findings]
    assert places == sorted(places)
    for finding in reading.findings:
        assert 1 <= finding.place.line <= len(source.lines)
        assert 1 <= finding.place.column <= len(source.line(finding.place.line)) + 1
        assert problems(finding.render()) == []
    if reading.root is not None and not reading.findings:
        for text in texts(reading.root):
            assert not set(text.value) & set("\x00\x1b\t\r\u202e\u2028\ufeff")


@given(CHANGES)
def test_a_mutated_case_gives_a_tree_or_findings(changes: list[tuple[float, int, str]]) -> None:
    text = EVERYTHING[:4000]
    for where, dropped, inserted in changes:
        place = int(where * len(text))
        text = text[:place] + inserted + text[place + dropped :]
    source = source_of(text, "case.yaml")
    check(source, read_tree(source))


@given(st.text(max_size=200) | st.lists(SNIPPETS, max_size=40).map("".join))
def test_any_text_gives_a_tree_or_findings(text: str) -> None:
    source = source_of(text, "case.yaml")
    check(source, read_tree(source))


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"], max_codepoint=0x2FF), min_size=1))
def test_what_stands_in_quotes_is_kept(words: str) -> None:
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    reading = read(f'a: "{quoted}"\n')
    assert reading.root is not None
    value = reading.root.entries["a"].value
    assert isinstance(value, Text)
    assert value.value == words
