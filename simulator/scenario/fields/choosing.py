"""Lists to choose from beside the right answer: reasons, purposes, results, places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.scenario import nodes
from simulator.scenario.catalogue import parts as amiss
from simulator.scenario.diagnostics import quoted
from simulator.scenario.findings import Findings
from simulator.scenario.ids import ID, NEW_ID
from simulator.scenario.kinds import PROSE, list_of, map_of
from simulator.scenario.paths import inside
from simulator.scenario.pieces import Values
from simulator.words import Phrase, say

MOST_SHOWN: Final = 20
"""Names listed in one message."""
NOTHING: Final = Phrase("nothing")
IDS: Final = list_of(ID, "an id, or a list of ids")
TEXTS: Final = map_of(NEW_ID, PROSE, "ids of your own, each with a sentence")


def right_one(findings: Findings, values: Values, node: nodes.Mapping, right: str, among: str) -> None:
    """`right reason` and its like: one of those listed, and the first of them where nothing is said."""
    name = right.replace(" ", "_")
    if values[name]:
        check_listed(findings, node.entries[right].value, values[name], names_under(node, among))
    else:
        values[name] = next(iter(values[among]), "")


def names_under(node: nodes.Mapping, key: str) -> Mapping[str, object]:
    """What is listed under a key, whether or not all of it could be read: names of a map, texts of a list."""
    listed = inside(node, key)
    if isinstance(listed, nodes.Mapping):
        return listed.entries
    items = listed.items if isinstance(listed, nodes.Sequence) else (listed,)
    return dict.fromkeys(item.value for item in items if isinstance(item, nodes.Text))


def check_listed(findings: Findings, place: nodes.Node, id: str, names: Mapping[str, object]) -> None:
    """Report an id that is none of those listed beside it."""
    if id not in names and not findings.crowded():
        shown = ", ".join([*names][:MOST_SHOWN]) or say(NOTHING)
        findings.add(amiss.NOT_LISTED, place, id=quoted(id), listed=shown)
