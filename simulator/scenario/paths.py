"""Ways through the placed tree."""

from __future__ import annotations

from simulator.scenario import nodes


def inside(node: nodes.Node, *keys: str) -> nodes.Node | None:
    """What stands under these keys, if all of them are there."""
    for key in keys:
        entry = node.entries.get(key) if isinstance(node, nodes.Mapping) else None
        if entry is None:
            return None
        node = entry.value
    return node


def naming(node: nodes.Node, id: str) -> nodes.Node:
    """The text in a list that names an id, or its name in a mapping; the node itself where there is none."""
    if isinstance(node, nodes.Mapping):
        return node.entries[id].key if id in node.entries else node
    items = node.items if isinstance(node, nodes.Sequence) else ()
    return next((item for item in items if isinstance(item, nodes.Text) and item.value == id), node)


def mapping_inside(node: nodes.Node, *keys: str) -> nodes.Mapping | None:
    """The mapping under these keys, if there is one."""
    found = inside(node, *keys)
    return found if isinstance(found, nodes.Mapping) else None
