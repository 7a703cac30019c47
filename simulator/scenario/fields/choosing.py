"""Lists to choose from beside the right answer: reasons, purposes, results, places."""

from __future__ import annotations

from typing import Any, Final

from simulator.scenario import nodes
from simulator.scenario.catalogue import fields as told
from simulator.scenario.diagnostics import quoted
from simulator.scenario.findings import Findings
from simulator.scenario.ids import ID, NEW_ID
from simulator.scenario.kinds import PROSE, list_of, map_of
from simulator.scenario.pieces import Values

IDS: Final = list_of(ID, "an id, or a list of ids")
TEXTS: Final = map_of(NEW_ID, PROSE, "ids of your own, each with a sentence")


def right_one(findings: Findings, values: Values, node: nodes.Mapping, right: str, among: str) -> None:
    """`right reason` and its like: one of those listed, and the first of them where nothing is said."""
    name = right.replace(" ", "_")
    listed = values[among]
    if not values[name]:
        values[name] = next(iter(listed), "")
    elif values[name] not in listed:
        not_listed(findings, node.entries[right].value, values[name], listed)


def not_listed(findings: Findings, node: nodes.Node, id: str, listed: Any) -> None:
    """Report an id that is none of those listed beside it."""
    shown = ", ".join(listed) or "nothing"
    findings.add(told.NOT_LISTED, node, id=quoted(id), listed=shown)


def inside(node: nodes.Node, *keys: str) -> nodes.Node:
    """The node reached by these keys, as far as they lead."""
    for key in keys:
        if not isinstance(node, nodes.Mapping) or key not in node.entries:
            break
        node = node.entries[key].value
    return node
