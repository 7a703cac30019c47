"""What our CSV files promise, as a Data Package (Table Schema) that other programs can hold them to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from simulator.reports.exports.column_map import ColumnMap, known_maps, load_map

PROFILE: Final = "tabular-data-package"
_TYPES: Final[Mapping[str, Mapping[str, Any]]] = {
    "started_at": {"type": "datetime", "format": "any"},
    "completed_on": {"type": "date"},
    "started_on": {"type": "date"},
    "expires_on": {"type": "date"},
    "minutes": {"type": "integer"},
    "hours": {"type": "number"},
    "participatory": {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
    "multi_agency": {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
}
"""Fields that are not text."""
_NEVER_EMPTY: Final = frozenset(
    {"learner_ref", "course_code", "completed_on", "minutes", "certificate_number"}
)


def data_package() -> dict[str, Any]:
    """The contract of every file that `export completions` can make, one resource each."""
    resources = [_resource(name, load_map(name)) for name in known_maps()]
    return {"name": "working-together-simulator", "profile": PROFILE, "resources": resources}


def _resource(name: str, column_map: ColumnMap) -> dict[str, Any]:
    return {
        "name": name,
        "title": column_map.title,
        "description": column_map.about,
        "path": column_map.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig" if column_map.byte_order_mark else "utf-8",
        "schema": {
            "fields": [_field(column.name, column.field, column_map) for column in column_map.columns]
        },
    }


def _field(name: str, source: str, column_map: ColumnMap) -> dict[str, Any]:
    described: dict[str, Any] = {"name": name, **_TYPES.get(source, {"type": "string"})}
    if described["type"] == "date":
        described["format"] = column_map.days
    if source in _NEVER_EMPTY or name in column_map.needs:
        described["constraints"] = {"required": True}
    return described
