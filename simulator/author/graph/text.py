"""The picture of a case in the languages of other tools: DOT (Graphviz) and Mermaid."""

from __future__ import annotations

from simulator.author.graph.shape import ENDING, PASSED, PLAIN, Box, Shape, Way
from simulator.words import author as words
from simulator.words import say

DOT_STYLES = {
    "good": 'color="#1b6e3c", style=solid, penwidth=2',
    "acceptable": 'color="#1f5a96", style=dashed, penwidth=2',
    "poor": 'color="#8a5a00", style=dotted, penwidth=2',
    "unsafe": 'color="#a3123a", style=bold, penwidth=4',
    PLAIN: 'color="#555555", style=solid',
    PASSED: 'color="#999999", style=dotted',
}
FILLS = ("#d9e8fb", "#fde7c7", "#dcf0dc", "#f3dcec", "#e6e0f5", "#d6f0ee", "#f7dcd4", "#ecebc8")


def dot(shape: Shape) -> str:
    """As Graphviz reads it."""
    lines = [
        "digraph case {",
        f"  label={_quoted(shape.title)};",
        '  node [fontname="sans-serif", shape=box];',
    ]
    for box in shape.boxes:
        form = "ellipse" if box.role == ENDING else "box"
        look = "filled" if box.reached else "filled,dashed"
        colour = fill(shape, box)
        lines.append(
            f'  {_quoted(box.id)} [label={_quoted(words_in(box))}, shape={form}, style="{look}",'
            f' fillcolor="{colour}"];'
        )
    for way in shape.ways:
        label = _quoted(label_of(way))
        lines.append(
            f"  {_quoted(way.start)} -> {_quoted(way.end)} [label={label}, {DOT_STYLES[way.grade]}];"
        )
    return "\n".join([*lines, "}", ""])


def mermaid(shape: Shape) -> str:
    """As Mermaid reads it."""
    names = {box.id: f"n{number}" for number, box in enumerate(shape.boxes)}
    lines = ["flowchart TD"]
    for box in shape.boxes:
        text = _entities(words_in(box).replace("\n", "<br>"))
        opens, closes = ('(["', '"])') if box.role == ENDING else ('["', '"]')
        lines.append(f"  {names[box.id]}{opens}{text}{closes}")
        dashes = "" if box.reached else ",stroke-dasharray:6 4"
        lines.append(f"  style {names[box.id]} fill:{fill(shape, box)},color:#111{dashes}")
    arrows = {
        "good": "==>",
        "acceptable": "-->",
        PLAIN: "-->",
        "poor": "-.->",
        "unsafe": "--x",
        PASSED: "-.->",
    }
    for way in shape.ways:
        label = _entities(label_of(way))
        arrow = f'{arrows[way.grade]}|"{label}"|' if label else arrows[way.grade]
        lines.append(f"  {names[way.start]} {arrow} {names[way.end]}")
    return "\n".join([*lines, ""])


def words_in(box: Box) -> str:
    """What stands in a box."""
    never = "" if box.reached else say(words.NEVER_REACHED)
    return "\n".join(part for part in (box.title, box.says, never) if part)


def label_of(way: Way) -> str:
    """What stands beside a way: the options, and their grade in a word."""
    if way.grade == PASSED:
        return say(words.PASSED_OVER)
    labels = ", ".join(way.labels)
    return f"{labels} ({way.grade})" if way.grade else labels


def fill(shape: Shape, box: Box) -> str:
    """The colour of a box: its role's, white without one."""
    if box.role not in shape.roles:
        return "#ffffff"
    return FILLS[shape.roles.index(box.role) % len(FILLS)]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _entities(text: str) -> str:
    return text.replace("&", "#amp;").replace('"', "#quot;")
