"""Ids: names a trainer gives to roles, facts, scenes and the rest, and every place that speaks of one.

An id that is spoken of is noted, and looked up once the whole file has been read (`references`).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

from simulator.scenario import nodes
from simulator.scenario.catalogue import fields as told
from simulator.scenario.diagnostics import quoted
from simulator.scenario.findings import Findings
from simulator.scenario.kinds import UNREAD, Kind, as_text, list_of, text_of
from simulator.scenario.placeholders import PLACES

PATTERN: Final = "[a-z][a-z0-9_]*"
LONGEST: Final = 60
_ID: Final = re.compile(rf"[a-z][a-z0-9_]{{0,{LONGEST - 1}}}")
_QUOTES: Final = "'\"‘’“”`´"

_NOBODY: Final = frozenset(["narrator", "nobody", "trainer", "start", "to", "if", "tells", "any"])
RESERVED: Final[dict[str, frozenset[str]]] = {
    "role": _NOBODY,
    "somebody": _NOBODY | frozenset(PLACES),
    "scene": frozenset(("start", "end")),
    "ending": frozenset(("any",)),
    "choice": frozenset(["best", "worst", "everything", "nothing", "first", "longest", "random", "none"]),
    "milestone": frozenset(("start",)),
}
"""Words that mean something of their own where one of these is named."""


def read_id(findings: Findings, node: nodes.Node, key: str) -> Any:
    """An id. Quotes and spaces that came with it are taken off, and told."""
    if type(node) is nodes.Text and _ID.fullmatch(node.value):
        return node.value
    text = text_of(findings, node, key, "an id")
    if text is None:
        return UNREAD
    assert isinstance(node, nodes.Text)
    bare = text.strip(_QUOTES + " ")
    if _ID.fullmatch(bare):
        findings.add(told.ID_TIDIED, node, typed=quoted(node.value), id=bare)
        return bare
    findings.add(told.NOT_AN_ID, node, typed=quoted(text), proposal=proposal(text))
    return UNREAD


def proposal(text: str) -> str:
    """An id made of what was typed: `Weigh-in (1)` becomes `weigh_in_1`."""
    plain = "".join(map(_latin, unicodedata.normalize("NFKD", text.casefold())))
    words = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST]
    return words if words[:1].isalpha() else f"a_{words}".rstrip("_")


_LETTER: Final = re.compile(r"(LATIN|GREEK) SMALL (?:LETTER|LIGATURE) (\w+)")
_LOOKS_LIKE: Final = str.maketrans("аеорсхуіѕјοαντυ", "aeopcxyisjoavtu")
"""Letters of other alphabets that look like one of ours: what was meant is what is seen."""
_SOUNDS_LIKE: Final = dict(
    zip(
        "бвгджзийклмнптфцчшщъыьэюя",
        [
            "b",
            "v",
            "g",
            "d",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "p",
            "t",
            "f",
            "ts",
            "ch",
            "sh",
            "sch",
            "_",
            "y",
            "_",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)


def _latin(character: str) -> str:
    """A letter as ids have it: what it looks like, sounds like or is called; nothing for an accent."""
    seen = character.translate(_LOOKS_LIKE)
    if seen.isascii():
        return seen
    if character in _SOUNDS_LIKE:
        return _SOUNDS_LIKE[character].replace("_", "")
    named = _LETTER.match(unicodedata.name(character, ""))
    if named:
        return (named[2] if named[1] == "LATIN" else named[2][0]).lower()
    return "" if unicodedata.combining(character) else " "


def new_id(findings: Findings, name: nodes.Node, sort: str) -> Any:
    """An id given to something here. `sort` says which words cannot be taken for it."""
    id = read_id(findings, name, sort)
    if id in RESERVED.get(sort, ()):
        findings.add(told.RESERVED, name, id=id)
        return UNREAD
    return id


def ref(sort: str, words: str) -> Kind:
    """An id of something that must exist elsewhere in the case."""

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        id = read_id(findings, node, key)
        if id is not UNREAD:
            findings.use(sort, id, as_text(node))
        return id

    return Kind(words, read, {"type": "string", "pattern": f"^{PATTERN}$"})


def refs(sort: str, one: str, many: str) -> Kind:
    """One id or a list of them."""
    return list_of(ref(sort, one), f"{one}, or a list of {many}")


def guidance_ref(sort: str, words: str) -> Kind:
    """An id of the guidance library: a topic, a lawful basis, an edition."""

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        text = text_of(findings, node, key, words)
        if text is None:
            return UNREAD
        findings.use(sort, text, as_text(node))
        return text

    return Kind(words, read, {"type": "string"})


def _new(sort: str, words: str, reserved: str = "") -> Kind:
    """An id that comes into being by being written here: a mark, a milestone."""

    def read(findings: Findings, node: nodes.Node, key: str) -> Any:
        id = new_id(findings, node, reserved)
        if id is not UNREAD and sort:
            findings.use(sort, id, as_text(node))
        return id

    return Kind(words, read, {"type": "string", "pattern": f"^{PATTERN}$"})


ID: Final = Kind("an id", read_id, {"type": "string", "pattern": f"^{PATTERN}$"})
NEW_ID: Final = _new("", "an id of your own")
SETS_MARK: Final = _new("sets mark", "a mark of your own, such as drifted")
STAMPS: Final = _new("stamps", "a milestone, such as concern_formed", "milestone")

ROLE: Final = ref("role", "a role")
ROLES: Final = refs("role", "a role", "roles")
PARTY: Final = ref("party", "a role, somebody of the family or another person")
PARTIES: Final = refs("party", "a role, somebody of the family or another person", "them")
MEMBER: Final = ref("family", "somebody of the family")
MEMBERS: Final = refs("family", "somebody of the family", "them")
PERSON: Final = ref("person", "somebody of the family or another person")
FACT: Final = ref("fact", "a fact")
FACTS: Final = refs("fact", "a fact", "facts")
SCENE: Final = ref("scene", "a scene")
SCENES: Final = refs("scene", "a scene", "scenes")
ENDING: Final = ref("ending", "an ending")
MARK: Final = ref("mark", "a mark")
MARKS: Final = refs("mark", "a mark", "marks")
MILESTONE: Final = ref("milestone", "a milestone")
MILESTONES: Final = refs("milestone", "a milestone", "milestones")
TOPIC: Final = guidance_ref("topic", "a topic of the guidance")
