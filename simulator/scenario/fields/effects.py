"""What a choice, a decision or a scene brings with it: time, milestone, mark, telling, what comes next."""

from __future__ import annotations

from typing import Any, Final

from simulator.scenario import nodes
from simulator.scenario.catalogue import parts as amiss
from simulator.scenario.diagnostics import quoted
from simulator.scenario.findings import Findings
from simulator.scenario.ids import (
    ENDING,
    FACTS,
    PARTY,
    SCENE,
    SETS_MARK,
    STAMPS,
    read_id,
)
from simulator.scenario.kinds import UNREAD, Kind, map_of, text_of, wrong_shape
from simulator.scenario.model import Effects, Next, Span, Tells, Then
from simulator.scenario.pieces import Field, Piece, Values, read_piece, reference
from simulator.scenario.times import SPAN
from simulator.scenario.when import CONDITIONS

END: Final = "end"
ANY: Final = "any"

TOLD_TO: Final = map_of(PARTY, FACTS, "roles or people, each with the facts they are told")


def _read_end(findings: Findings, node: nodes.Node, key: str) -> Any:
    if isinstance(node, nodes.Text) and node.value == ANY:
        return ANY
    return ENDING.read(findings, node, key)


def _one_way(findings: Findings, values: Values, node: nodes.Mapping) -> None:
    if bool(values["scene"]) == bool(values["end"]):
        findings.add(amiss.ONE_WAY_ON, node)


def _make_way(scene: str, end: str, when: Any) -> Next:
    return Next(scene, bool(end), "" if end == ANY else end, when)


WAY_ON: Final = Piece(
    "a way on",
    "One way the story may go on; the first whose conditions hold is taken.",
    (
        Field(
            "scene", SCENE, "The scene that comes next.", "second_mark", default="", usual="an ending instead"
        ),
        Field(
            "end",
            Kind("an ending, or any", _read_end, {"type": "string"}),
            "The ending that comes; `any` takes the first whose `when` holds.",
            "any",
            default="",
            usual="a scene instead",
        ),
        Field(
            "if",
            CONDITIONS,
            "Conditions that must all hold; the last way on has none.",
            "marked drifted",
            to="when",
            default=(),
            usual="always",
        ),
    ),
    _make_way,
    check=_one_way,
    placed=False,
)


def read_then(findings: Findings, node: nodes.Node, key: str) -> Any:
    """A scene, `end`, `end NAME`, or a list of ways on of which only the last is without condition."""
    if isinstance(node, nodes.Sequence):
        return _ways(findings, node, key)
    text = text_of(findings, node, key, THENS.words)
    if text is None:
        return UNREAD
    assert isinstance(node, nodes.Text)
    if text == END:
        return (Next(ends=True),)
    if text.startswith("end "):
        name = node._replace(value=text.removeprefix("end ").strip())
        ending = read_id(findings, name, key)
        if ending is UNREAD:
            return UNREAD
        findings.use("ending", ending, name)
        return (Next(ends=True, ending=ending),)
    scene = SCENE.read(findings, node, key)
    return UNREAD if scene is UNREAD else (Next(scene),)


def _ways(findings: Findings, node: nodes.Sequence, key: str) -> Any:
    if not node.items:
        return wrong_shape(findings, node, key, THENS.words)
    ways = [read_piece(findings, WAY_ON, item, key) for item in node.items]
    if UNREAD in ways:
        return UNREAD
    always = [item for item, way in zip(node.items, ways, strict=True) if not way.when]
    for item in always:
        if item is not node.items[-1]:
            findings.add(amiss.WAY_HIDES_THE_REST, item)
    if not always:
        findings.add(amiss.NO_WAY_WITHOUT_IF, node.items[-1], key=quoted(key))
    return tuple(ways)


THENS: Final = Kind(
    "a scene, end, end and the name of an ending, or a list of these with conditions",
    read_then,
    {"anyOf": [{"type": "string"}, {"type": "array", "items": reference(WAY_ON)}]},
    pieces=(WAY_ON,),
)

TAKES: Final = Field(
    "takes", SPAN, "How long it takes; the clock moves on by as much.", "20 minutes", usual="no time"
)
MILESTONE: Final = Field(
    "milestone",
    STAMPS,
    "The milestone it stamps with the time; the first stamp stands.",
    "concern_formed",
    default="",
    usual="none",
)
MARK: Final = Field(
    "mark", SETS_MARK, "A mark it sets, for conditions to read.", "drifted", default="", usual="none"
)
TELLS: Final = Field(
    "tells",
    TOLD_TO,
    "Who knows which facts from now on; it is never marked as sharing.",
    "{school_nurse: [late_mornings]}",
    default={},
    usual="nobody",
)
THEN: Final = Field(
    "then",
    THENS,
    "What comes next.",
    "second_mark",
    default=(),
    usual="the next scene in the file, and after the last the ending",
)

EFFECTS: Final = (TAKES, MILESTONE, MARK, TELLS, THEN)


def effects_of(takes: Span | None, milestone: str, mark: str, tells: Tells, then: Then) -> Effects:
    """The five of them in one."""
    return Effects(takes, milestone, mark, tells, then)
