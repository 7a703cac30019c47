"""The schema for editors: it holds every field, takes every case, and refuses what the reader refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.scenario.library import folders
from simulator.scenario.schema import all_pieces, case_schema

CASES = sorted((Path(__file__).parents[2] / "cases").glob("*.yaml"))
SHIPPED = sorted(folders()[0].glob("*.yaml"))
SCHEMA = case_schema()

TYPES: dict[str, Any] = {"object": dict, "array": list, "string": str, "number": (int, float), "integer": int}


def problems(value: Any, schema: dict[str, Any], where: str = "") -> Iterator[str]:
    """What is wrong by the parts of JSON Schema that ours uses."""
    if reference := schema.get("$ref"):
        yield from problems(value, SCHEMA["$defs"][reference.removeprefix("#/$defs/")], where)
    if kinds := schema.get("type"):
        allowed = tuple(TYPES[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds))
        if not any(isinstance(value, kind) for kind in allowed) or (
            isinstance(value, bool) and "boolean" not in kinds
        ):
            yield f"{where}: not {kinds}"
            return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: not in enum"
    if "const" in schema and value != schema["const"]:
        yield f"{where}: not {schema['const']}"
    if "anyOf" in schema and all(list(problems(value, each, where)) for each in schema["anyOf"]):
        yield f"{where}: none of anyOf"
    if "minimum" in schema and not schema["minimum"] <= value <= schema["maximum"]:
        yield f"{where}: out of range"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{where}: not by pattern"
    if isinstance(value, dict):
        yield from entries(value, schema, where)
    if isinstance(value, list) and "items" in schema:
        for place, item in enumerate(value):
            yield from problems(item, schema["items"], f"{where}[{place}]")


def entries(value: dict[str, Any], schema: dict[str, Any], where: str) -> Iterator[str]:
    for key in schema.get("required", ()):
        if key not in value:
            yield f"{where}: {key} is missing"
    for key, inside in value.items():
        found = schema.get("properties", {}).get(key)
        patterns = [
            each for pattern, each in schema.get("patternProperties", {}).items() if re.search(pattern, key)
        ]
        rest = schema.get("additionalProperties", True)
        chosen = found or (patterns[0] if patterns else rest)
        if chosen is False:
            yield f"{where}.{key}: unknown"
        elif isinstance(chosen, dict):
            yield from problems(inside, chosen, f"{where}.{key}")


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
    assert list(problems(loaded(file.read_text(encoding="utf-8")), SCHEMA)) == []


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

    assert list(problems(loaded(text.replace(old, new, 1)), SCHEMA))


def test_it_is_plain_data_with_every_piece_every_field_and_no_loose_reference() -> None:
    text = json.dumps(SCHEMA)

    references = set(re.findall(r'"#/\$defs/([^"]+)"', text))
    assert references == set(SCHEMA["$defs"])
    for piece in all_pieces()[1:]:
        shape = SCHEMA["$defs"][piece.title.replace(" ", "-")]
        shape = next((each for each in shape.get("anyOf", ()) if "properties" in each), shape)
        assert list(shape["properties"]) == [field.key for field in piece.fields]
        assert all(field["description"] for field in shape["properties"].values())
