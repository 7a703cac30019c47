"""The author's guide: every example is a case, every field and message is in it, nothing in it is behind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scoring.guidance import library
from simulator.scenario.catalogue import ENTRIES
from simulator.scenario.conditions import FORMS
from simulator.scenario.guide import SECTIONS, main, renewed
from simulator.scenario.known import known_ids
from simulator.scenario.placeholders import FORMS as PLACEHOLDER_FORMS
from simulator.scenario.placeholders import PLACES
from simulator.scenario.read import read_text
from simulator.scenario.references import WORDS_FOR_A_PLAY
from simulator.scenario.schema import all_pieces

GUIDE = Path(__file__).parents[3] / "scenarios" / "README.md"
TEXT = GUIDE.read_text(encoding="utf-8")
BY_HAND = re.sub(r"<!-- begin (\w+) -->.*?<!-- end \1 -->", "", TEXT, flags=re.S)
HEADING = re.compile(r"^#{2,3} (.+)$", re.M)
EXAMPLES = [
    (HEADING.findall(BY_HAND[: match.start()])[-1], match[1])
    for match in re.finditer(r"^```yaml\n(.*?)^```$", BY_HAND, re.M | re.S)
]
KNOWN = known_ids(library())


@pytest.mark.parametrize(("heading", "example"), EXAMPLES, ids=[heading for heading, _ in EXAMPLES])
def test_every_example_is_a_case_without_a_finding(heading: str, example: str) -> None:
    reading = read_text(example, f"{heading}.yaml", KNOWN)

    assert [each.render() for each in reading.diagnostics] == []
    assert reading.case is not None


def test_the_first_example_has_ten_lines() -> None:
    assert EXAMPLES[0][1].count("\n") == 10


@pytest.mark.parametrize("name", SECTIONS)
def test_what_is_generated_is_what_the_tables_say(name: str) -> None:
    """If this fails, run: python -m simulator.scenario.guide scenarios/README.md"""
    begin, end = f"<!-- begin {name} -->\n", f"\n<!-- end {name} -->"

    assert TEXT.partition(begin)[2].partition(end)[0] == SECTIONS[name]()


def test_writing_it_anew_changes_nothing_else(tmp_path: Path) -> None:
    copy = tmp_path / "guide.md"
    copy.write_text(TEXT.replace("### Option\n", "### Behind\n"), encoding="utf-8")
    main(copy)

    assert copy.read_text(encoding="utf-8") == TEXT
    with pytest.raises(ValueError, match="begin fields"):
        renewed("no markers")


def test_every_field_condition_and_message_is_in_it() -> None:
    for piece in all_pieces():
        for field in piece.fields:
            assert f"| `{field.key}` |" in TEXT
    for form in FORMS:
        assert form.example in TEXT
    for code, entry in ENTRIES.items():
        assert f"**{code} {entry.title}**" in TEXT


def test_every_field_is_shown_in_an_example_or_spoken_of() -> None:
    missing = [
        f"{piece.title}: {field.key}"
        for piece in all_pieces()
        for field in piece.fields
        if not re.search(rf"(?<![\w-]){re.escape(field.key)}(:|`)", BY_HAND)
    ]

    assert missing == []


def test_placeholders_and_words_for_moves_are_explained() -> None:
    for form in PLACEHOLDER_FORMS:
        assert f"`<child.{form}>`" in BY_HAND
    for place in PLACES:
        assert f"`<{place}>`" in BY_HAND
    for word in WORDS_FOR_A_PLAY:
        assert f"`{word}`" in BY_HAND


def test_links_lead_to_headings() -> None:
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(TEXT)}

    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors


def test_it_speaks_of_no_machine_and_no_real_data() -> None:
    assert not re.search(r"/(work|tmp|root|home)/|https?://", TEXT)
