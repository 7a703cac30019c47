"""What the parts of a case say of each other: every id spoken of is there, and the whole hangs together.

Ids are compared with what the file names, whether or not it could be read without fault, so that one mistake
gives one finding.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Final, NamedTuple

from scoring.terms import REFERRAL_LEVELS
from simulator.scenario import nodes
from simulator.scenario.catalogue import fields as told_of_fields
from simulator.scenario.catalogue import references as told
from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.diagnostics import quoted
from simulator.scenario.fields.judging import PROTECT
from simulator.scenario.findings import Findings, Use
from simulator.scenario.kinds import suggested
from simulator.scenario.known import KnownGuidance
from simulator.scenario.model import NARRATOR
from simulator.scenario.paths import mapping_inside
from simulator.scenario.placeholders import FOCUS, Segment, choices, unknown
from simulator.scenario.source import Source

WORDS_FOR_A_PLAY: Final = ("best", "worst", "everything", "nothing", "first", "longest", "random")
ADVICE: Final = "advice"
"""Taking advice, as a move in words."""
REFERRAL_MILESTONES: Final = ("referral_received", "telephone_referral", "written_referral")
"""Stamped by every referral."""
NO_RECORD: Final = "none"
"""A search from which nothing is opened."""
SLIP_OF_THE_PEN: Final = 0.85
"""How alike two milestones are (from 0 to 1) that were probably meant to be one."""
_NAMES: Final = re.compile(r"([a-z][a-z0-9_]*)[ ]*:")
_SET: Final = re.compile(r"\b(?:mark|milestone|unsafe):[ ]+([a-z][a-z0-9_]*)")
_WORDS: Final = re.compile(r"[a-z][a-z0-9_]*")
MOST_SHOWN: Final = 12
"""Ids listed in one message."""

EXPECTED: Final[Mapping[str, Entry]] = {
    "role": told.NO_ROLE,
    "party": told.NO_PARTY,
    "family": told.NO_MEMBER,
    "person": told.NO_PERSON,
    "speaker": told.NO_SPEAKER,
    "fact": told.NO_FACT,
    "scene": told.NO_SCENE,
    "ending": told.NO_ENDING,
    "mark": told.MARK_NEVER_SET,
    "milestone": told.MILESTONE_NEVER_STAMPED,
    "topic": told.NO_TOPIC,
    "basis": told.NO_BASIS,
    "edition": told.NO_EDITION,
    "guidance": told.NO_GUIDANCE,
}
"""What is said where an id of this sort is not there."""


CHECKED_APART: Final = frozenset(("choice", "move", "stamps"))
"""Sorts that are more than an id which is there or not."""
OF_THE_GUIDANCE: Final = frozenset(("topic", "basis", "edition", "guidance"))
"""Sorts of ids that no case gives."""


class Known(NamedTuple):
    """The ids there are, by sort; a sort that is missing is not checked."""

    ids: Mapping[str, Collection[str]]
    lines: Mapping[str, int]
    """Where an id of the case is given, for a suggestion."""
    choices: Mapping[str, tuple[str, ...]]
    """What can be chosen in each scene that has a decision."""
    picked: Collection[str]
    """The scenes in which one option is picked, and nothing else is done."""
    perhaps: Collection[str] = ()
    """Names that a file which is read in part may have given to something that was lost."""

    def misses(self, sort: str, id: str) -> bool:
        """Whether an id is not there, and is not one that may have been lost; the guidance's never are."""
        here = self.ids.get(sort)
        lost = () if sort in OF_THE_GUIDANCE else self.perhaps
        return here is not None and id not in here and id not in lost


def check_references(findings: Findings, root: nodes.Mapping, guidance: KnownGuidance | None) -> None:
    """Report every id that is spoken of and not there; of a file read in part, one named nowhere in it."""
    known = _known(findings, root, guidance)
    for (sort, id), places in findings.uses.items():
        if sort in CHECKED_APART or known.misses(sort, id):
            for node in dict.fromkeys(places):
                _check(findings, Use(sort, id, node), known, guidance)
    people = {*known.ids["party"], FOCUS, *known.perhaps}
    for text in findings.prose:
        if strangers := unknown(text.value, people):
            _report_placeholders(findings, text, strangers, known)


def _check(findings: Findings, use: Use, known: Known, guidance: KnownGuidance | None) -> None:
    if use.sort == "choice":
        _check_choice(findings, use, known)
    elif use.sort == "move":
        _check_move(findings, use, known)
    elif use.sort == "stamps":
        _check_milestone(findings, use, guidance)
    else:
        _not_there(findings, use, known)


def _known(findings: Findings, root: nodes.Mapping, guidance: KnownGuidance | None) -> Known:
    ids: dict[str, Collection[str]] = {}
    if guidance:
        ids |= {
            "topic": guidance.topics,
            "basis": guidance.bases,
            "edition": guidance.editions,
            "guidance": guidance.families,
        }
    family, people = named_in(root, "family") or {FOCUS: 0}, named_in(root, "people")
    roles = named_in(root, "roles") or dict.fromkeys(findings.roles, 0)
    facts, scenes, endings = (named_in(root, key) for key in ("facts", "scenes", "endings"))
    given = {sort: {id for of, id in findings.uses if of == sort} for sort in ("sets mark", "stamps")}
    ids |= {
        "role": roles,
        "party": (*roles, *family, *people),
        "speaker": (*roles, *family, *people, NARRATOR),
        "family": family,
        "person": (*family, *people),
        "fact": facts,
        "scene": scenes,
        "ending": endings,
        "mark": given["sets mark"],
        "milestone": {*given["stamps"], *REFERRAL_MILESTONES},
    }
    lines = {**facts, **scenes, **endings, **people, **family, **roles}
    decisions = _decisions(root)
    picked = [scene for scene, decision in decisions.items() if mapping_inside(decision, "options")]
    choices = {scene: _choices(decision) for scene, decision in decisions.items()}
    whole = findings.complete and not findings.unread
    perhaps = () if whole else names_anywhere(findings.source, findings.unread)
    return Known(ids, lines, choices, picked, perhaps)


def names_anywhere(source: Source, unread: Collection[int]) -> set[str]:
    """What stands before a colon, marks and milestones set, and every word of the lines not read."""
    names: set[str] = set()
    for number, line in enumerate(source.lines, 1):
        names.update(_NAMES.findall(line), _SET.findall(line))
        if number in unread:
            names.update(_WORDS.findall(line))
        elif number + 1 in unread:
            names.update(_WORDS.findall(line)[:1])  # a name without its colon is told in the line below it
    return names


def named_in(root: nodes.Mapping, key: str) -> dict[str, int]:
    """The ids under a key of the case, each with its line."""
    entry = root.entries.get(key)
    if entry is None or not isinstance(entry.value, nodes.Mapping):
        return {}
    return {name.value: name.line for name, _ in entry.value.entries.values()}


def _decisions(root: nodes.Mapping) -> dict[str, nodes.Mapping]:
    scenes = mapping_inside(root, "scenes")
    found = (
        ((id, mapping_inside(entry.value, "decide")) for id, entry in scenes.entries.items())
        if scenes
        else ()
    )
    return {id: decision for id, decision in found if decision}


def _choices(decision: nodes.Mapping) -> tuple[str, ...]:
    if "refer" in decision.entries:
        return REFERRAL_LEVELS
    if results := mapping_inside(decision, "look up", "results"):
        return (*results.entries, NO_RECORD)
    options = mapping_inside(decision, "options") or mapping_inside(decision, "meet", "options")
    return tuple(options.entries) if options else ()


def _not_there(findings: Findings, use: Use, known: Known) -> None:
    if findings.crowded():
        return
    among = known.ids[use.sort]
    perhaps = _perhaps(use.id, (*among, PROTECT) if use.sort == "basis" else among, known.lines)
    shown = shortened(among)
    findings.add_within(
        EXPECTED[use.sort], use.node, use.id, id=quoted(use.id), bare=use.id, known=shown, perhaps=perhaps
    )


def _perhaps(id: str, among: Collection[str], lines: Mapping[str, int]) -> str:
    """`Did you mean “weigh_in” (line 20)? ` or nothing."""
    found = suggested(id, among)
    if not found:
        return ""
    line = next((line for name, line in lines.items() if line and name in among and f"“{name}”" in found), 0)
    where = f" (line {line})?" if line else "?"
    return f"{found.removesuffix('? ')}{where} "


def shortened(ids: Collection[str]) -> str:
    """The first ids of a list, in words."""
    names = list(ids) if isinstance(ids, dict | tuple) else sorted(ids)
    more = ", …" if len(names) > MOST_SHOWN else ""
    return ", ".join(names[:MOST_SHOWN]) + more if names else "none"


def _check_choice(findings: Findings, use: Use, known: Known) -> None:
    scene, _, choice = use.id.partition(" ")
    if scene not in (*known.ids["scene"], *known.perhaps):
        _not_there(findings, Use("scene", scene, use.node), known)
    elif choice not in (*(among := known.choices.get(scene, ())), *known.perhaps) and not findings.crowded():
        findings.add_within(
            told.NO_CHOICE,
            use.node,
            choice,
            scene=quoted(scene),
            choice=quoted(choice),
            known=shortened(among),
            perhaps=_perhaps(choice, among, {}),
        )


def _check_move(findings: Findings, use: Use, known: Known) -> None:
    """A move begins with a scene that has a decision, and an option that is picked is there."""
    scene, _, done = use.id.partition(" ")
    if use.id in WORDS_FOR_A_PLAY or scene in known.perhaps:
        return
    if scene not in known.choices or not done:
        findings.add(
            told.NO_MOVE,
            use.node,
            typed=quoted(use.id),
            known=", ".join(WORDS_FOR_A_PLAY),
            perhaps=_perhaps(scene, known.choices, known.lines),
        )
    elif scene in known.picked:
        role, _, option = done.partition(" ")
        picked = option.strip() if role in known.ids["role"] else done
        if picked not in (*WORDS_FOR_A_PLAY, ADVICE):
            _check_choice(findings, Use("choice", f"{scene} {picked}", use.node), known)


def _check_milestone(findings: Findings, use: Use, guidance: KnownGuidance | None) -> None:
    """A milestone may be the case's own; one that is nearly a timescale's is probably a slip of the pen."""
    if guidance is None or use.id in guidance.milestones:
        return
    if near := get_close_matches(use.id, guidance.milestones, 1, SLIP_OF_THE_PEN):
        findings.add(told.NEARLY_A_MILESTONE, use.node, id=quoted(use.id), perhaps=suggested(use.id, near))


def _report_placeholders(
    findings: Findings, text: nodes.Text, found: Collection[Segment], known: Known
) -> None:
    people = {*known.ids["party"], FOCUS}
    for segment in {segment.text: segment for segment in found}.values():
        if findings.crowded():
            return
        findings.add_within(
            told_of_fields.UNKNOWN_PLACEHOLDER,
            text,
            segment.text,
            typed=segment.text,
            known=shortened(sorted(people)),
            perhaps=_perhaps(segment.text, choices(people), {}),
        )
