"""The schema for editors: it holds every field, takes every case, and refuses what the reader refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from simulator.author.starting import template
from simulator.scenario.catalogue import ENTRIES
from simulator.scenario.library import folders
from simulator.scenario.schema import all_pieces, case_schema

CASES = sorted((Path(__file__).parents[2] / "cases").glob("*.yaml"))
SHIPPED = sorted(folders()[0].glob("*.yaml"))
SCHEMA = case_schema()

JUDGE = Draft202012Validator(SCHEMA)
"""Written by others: what it says is what editors say."""


def problems(value: Any) -> list[str]:
    """What is wrong, and where."""
    return [f"{error.json_path}: {error.message}" for error in JUDGE.iter_errors(value)]


class Core(yaml.SafeLoader):
    """YAML as editors read it (1.2): yes and no are words, dates are text."""


Core.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(text: str) -> Any:
    return yaml.load(text, Core)


@pytest.mark.parametrize("file", [*CASES, *SHIPPED], ids=lambda file: file.name)
def test_every_case_fits_the_schema(file: Path) -> None:
    assert problems(loaded(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("level: core", "level: medium"),
        ("minutes: 40", "minutes: forty"),
        ("minutes: 40", "minutes: 4000"),
        ("play: yes", "play: maybe"),
        ("title: Toast for two", "titel: Toast for two"),
        ("grade: good", "grade: great"),
        ("grade: good", "graed: good"),
        ("urgency: same day", "urgency: soon"),
        ("held by: class_teacher", "held by: The Teacher"),
        ("        in wt2006:", "        on wt2006:"),
        ("decided by: chair", "decided by: vote"),
        ("right purpose: enquiry", "rigth purpose: enquiry"),
    ],
)
def test_an_editor_can_underline_what_the_reader_would_refuse(old: str, new: str) -> None:
    text = next(file for file in CASES if file.name == "everything.yaml").read_text(encoding="utf-8")

    assert problems(loaded(text.replace(old, new, 1)))


def test_it_is_plain_data_with_every_piece_every_field_and_no_loose_reference() -> None:
    text = json.dumps(SCHEMA)

    references = set(re.findall(r'"#/\$defs/([^"]+)"', text))
    assert references == set(SCHEMA["$defs"])
    for piece in all_pieces()[1:]:
        shape = SCHEMA["$defs"][piece.title.replace(" ", "-")]
        shape = next((each for each in shape.get("anyOf", ()) if "properties" in each), shape)
        assert list(shape["properties"]) == [field.key for field in piece.fields]
        assert all(field["description"] for field in shape["properties"].values())


def test_it_is_a_schema_by_its_dialects_own_rules() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("full", [False, True])
def test_what_new_writes_fits(full: bool) -> None:
    assert problems(loaded(template(full=full))) == []


BY_SHAPE = ("F001", "F002", "F004", "F007", "F008", "F009", "F015", "F030")
"""Kinds of finding that are about shapes and closed lists, which is what a schema can say."""


def test_the_failing_examples_about_shapes_are_refused_and_no_repaired_case_is() -> None:
    whole = [
        (code, example, repaired)
        for code, entry in ENTRIES.items()
        if isinstance(example := entry.failing, str)
        and isinstance(repaired := entry.repaired, str)
        and repaired.startswith("title:")
        and "scenes:" in repaired
        and not code.startswith("Y")
    ]
    assert len(whole) > 100
    refused = {code for code, example, _ in whole if problems(loaded(example))}
    assert {code for code, _, _ in whole if code in BY_SHAPE} <= refused
    assert [
        (code, problems(loaded(repaired))) for code, _, repaired in whole if problems(loaded(repaired))
    ] == []
