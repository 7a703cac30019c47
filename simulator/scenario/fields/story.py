"""What happens: scenes and their lines, what comes next, endings, and messages from outside."""

from __future__ import annotations

from typing import Any, Final

from simulator.scenario import nodes
from simulator.scenario.catalogue import fields as told
from simulator.scenario.catalogue import parts as amiss
from simulator.scenario.diagnostics import quoted
from simulator.scenario.fields.decisions import DECISION
from simulator.scenario.fields.effects import MARK, MILESTONE, TAKES, TELLS, THEN, effects_of
from simulator.scenario.findings import Findings
from simulator.scenario.ids import ROLES, SCENE, read_id
from simulator.scenario.kinds import PROSE, UNREAD, Kind, choice, whole_number, wrong_shape
from simulator.scenario.model import NARRATOR, OUTCOMES, Ending, Inject, Line, Scene
from simulator.scenario.pieces import Field, Piece, one, reference
from simulator.scenario.times import SCENE_TIME
from simulator.scenario.when import CONDITIONS, WHEN
from simulator.words import Phrase, say

NOBODY: Final = Phrase("none")

IF: Final = Field(
    "if",
    CONDITIONS,
    "Conditions that must all hold; otherwise this is passed over.",
    "gp knows late_mornings",
    to="when",
    default=(),
    usual="always",
)

LINE: Final = Piece(
    "a line",
    "One line of the chat: who speaks, a colon and the words; what is done goes in round brackets.",
    (
        Field("to", ROLES, "The roles that hear it.", "[gp]", default=(), usual="everybody in the scene"),
        IF,
        TELLS,
    ),
    Line,
)


def _read_lines(findings: Findings, node: nodes.Node, key: str) -> Any:
    if not isinstance(node, nodes.Sequence):
        return wrong_shape(findings, node, key, LINES.words)
    if node.flow and node.items:
        findings.add(told.PROSE_IN_BRACKETS, node, key=quoted(key))
        return UNREAD
    lines = [_read_line(findings, item, key) for item in node.items]
    return tuple(line for line in lines if line is not None)


def _read_line(findings: Findings, node: nodes.Node, key: str) -> Line | None:
    if not isinstance(node, nodes.Mapping) or node.flow:
        wrong_shape(findings, node, key, LINES.words)
        return None
    fields = LINE.by_key
    speakers = [entry for key, entry in node.entries.items() if key not in fields]
    if len(speakers) != 1:
        extra = speakers[1].key if speakers else node
        findings.add(amiss.ONE_SPEAKER, extra, count=len(speakers) or say(NOBODY))
        return None
    speaker, text = speakers[0]
    id = read_id(findings, speaker, key)
    words = PROSE.read(findings, text, speaker.value)
    values = LINE.defaults.copy()
    for key, entry in node.entries.items():
        if field := fields.get(key):
            value = field.kind.read(findings, entry.value, key)
            values[field.name] = field.default if value is UNREAD else value
    if id is UNREAD or words is UNREAD:
        return None
    if id != NARRATOR:
        findings.use("speaker", id, speaker)
    return Line(id, words, **values, at=(speaker.line, speaker.column))


LINES: Final = Kind(
    "lines of talk, each as “- who: words”",
    _read_lines,
    {"type": "array", "items": reference(LINE)},
    prose=True,
    pieces=(LINE,),
)

SAY: Final = Field(
    "say",
    LINES,
    "What is said and done before the decision, line by line.",
    "\n- mother: He rolled on a toy.\n- child: (settles when he is held)",
    default=(),
    usual="nothing",
)


def _make_scene(takes: Any, milestone: str, mark: str, tells: Any, then: Any, **rest: Any) -> Scene:
    return Scene(**rest, effects=effects_of(takes, milestone, mark, tells, then))


SCENE_PIECE: Final = Piece(
    "a scene",
    "A time and a place: what is said, and perhaps one decision. Scenes follow each other as in the file.",
    (
        IF,
        Field(
            "at",
            SCENE_TIME,
            "When it begins; a time already past changes nothing.",
            "+4 hours",
            to="time",
            usual="straight after the scene before",
        ),
        Field(
            "present",
            ROLES,
            "The roles that are there, and see what is said.",
            "[gp, school_nurse]",
            default=(),
            usual="those who decide or speak; all where nobody decides",
        ),
        SAY,
        Field(
            "stop",
            PROSE,
            "A question at which the room pauses and talks.",
            "Who is sure, and of what?",
            default="",
            usual="no pause",
        ),
        Field(
            "decide",
            one(DECISION),
            "The decision of this scene.",
            "\nquestion: What first?\noptions:\n  ask: Ask who was there.\n  wait: Wait for a fortnight.",
            to="decision",
            usual="nothing is decided",
        ),
        THEN,
        TELLS,
        TAKES,
        MILESTONE,
        MARK,
        Field(
            "again",
            whole_number(0, 9),
            "How often the scene may be entered once more; those visits are not marked.",
            "2",
            default=0,
            usual="never",
        ),
        Field(
            "makes good",
            SCENE,
            "The scene this one repairs: it is played and shown, and worth nothing.",
            "weigh_in",
            default="",
            usual="no repair",
        ),
    ),
    _make_scene,
)

ENDING: Final = Piece(
    "an ending",
    "How the story ends. It colours the story, and never the marks.",
    (
        Field(
            "when",
            CONDITIONS,
            "Conditions that must all hold; `end` takes the first ending for which they do.",
            "marked drifted",
            default=(),
            usual="always: the last ending has none",
        ),
        Field(
            "outcome",
            choice(OUTCOMES),
            "How well it goes for the child.",
            "good",
            default="mixed",
            usual="mixed",
        ),
        Field(
            "text",
            PROSE,
            "What is told: the child's next ordinary day.",
            "<gran> has the mornings now.",
            required=True,
        ),
    ),
    Ending,
    short="text",
)

INJECT: Final = Piece(
    "an inject",
    "A message from outside. It never moves the story, and sets no mark or milestone.",
    (
        Field(
            "when",
            WHEN,
            "When it arrives: conditions, or when the trainer sends it.",
            "concern_formed reached",
            usual="when the trainer sends it",
        ),
        Field("to", ROLES, "The roles that get it.", "[gp]", default=(), usual="everybody"),
        SAY,
        TELLS,
    ),
    Inject,
)
