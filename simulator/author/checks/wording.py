"""How a case is worded: voices, content notes, length, minutes, what must not stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from simulator.author.examined import Examined
from simulator.author.finding import Found, found
from simulator.author.pieces import is_child
from simulator.author.prose import prose_of, reading_age, words_in
from simulator.author.score_page import decisions_of
from simulator.family.blocked import blocked_names_in
from simulator.play.moves import Bring, View
from simulator.scenario.catalogue import wording as told
from simulator.scenario.diagnostics import quoted
from simulator.scenario.model import NOWHERE, Case, Position, Scene
from simulator.text import looks_like_personal_data
from simulator.words import author as words
from simulator.words import say, say_count

LONGEST_LINE: Final = 40
"""Words in one line of the chat."""
ADULT_READING: Final = 18
SHORT_PASSAGE: Final = 25
"""Words below which a reading age says nothing."""
A_DECISION, A_TURN, A_STOP = 3, 1.5, 5
"""Minutes a decision takes, a private turn, a stop for talk."""
NO_SKETCH: Final = 4

_UNFINISHED: Final = re.compile(
    r"\b(TODO|TBC|TBD|FIXME|XXX+|[Ll]orem ipsum|[Nn]ot built yet|[Nn]ot yet (?:built|written))\b"
    r"|\b[Tt]o decide:|\?{3,}"
)
_OTHER_PROGRAM: Final = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\$\{[^}]*\}|%\(\w+\)[sd]|\{\w+(?:\.\w+)*\}|<<[^<>]*>>|\[\[[^\[\]]*\]\]"
    r"|&(?:[a-z]{2,6}|#\d{2,5});"
    r"|«[^«»]*»|\$[A-Za-z]\w*|%[A-Z]{2,}%|\[(?:[Ii]nsert\b[^\[\]]*|[^\[\]]*\b(?:name|NAME|DATE)\b[^\[\]]*)\]"
)
_NAMED: Final = re.compile(r"<(\w+)(?:\.(?:first|age)|'s)?>")
_SEXED: Final = re.compile(r"(?<![\"“‘'])\b([Hh]e|[Hh]im|[Hh]is|[Ss]he|[Hh]er|[Hh]ers)\b")
_HARD: Final = {
    "violence": r"hit|hits|punch\w*|kick\w*|beat|beaten|violen\w*|assault\w*|strangl\w*|slapped",
    "injury": r"bruis\w*|injur\w*|fractur\w*|burns?|bleeding",
    "death": r"died|death|dead|suicid\w*|kill\w*",
    "sexual harm": r"sexual\w*|rape\w*|indecent|groom(?:ed|ing)",
    "self-harm": r"self-harm\w*|overdos\w*",
    "drink and drugs": r"drunk|alcohol\w*|heroin|cocaine|cannabis|methadone|withdrawal",
    "abuse and neglect": r"abus\w*|neglect\w*",
}
_HARD_WORDS: Final = {what: re.compile(rf"\b(?:{words_})\b", re.I) for what, words_ in _HARD.items()}


# --- people ----------------------------------------------------------------------------------------


def childs_voice(examined: Examined) -> Iterator[Found]:
    """C060, for a case that is more than a sketch."""
    case = examined.case
    children = [member.id for member in case.family.values() if is_child(member)]
    heard = {line.speaker for scene in case.scenes.values() for line in scene.say}
    held = {holder for fact in case.facts.values() for holder in fact.held_by}
    if children and _decisions(case) >= NO_SKETCH and not (heard | held) & set(children):
        yield found(told.NO_CHILD, child=children[0])


def _decisions(case: Case) -> int:
    return sum(scene.decision is not None for scene in case.scenes.values())


def content_notes(examined: Examined) -> Iterator[Found]:
    """C061."""
    if examined.case.content_notes:
        return
    for prose in prose_of(examined.case):
        for what, pattern in _HARD_WORDS.items():
            if match := pattern.search(prose.text):
                yield found(told.NO_CONTENT_NOTES, prose.at, match[0], what=what)
                return


# --- length ----------------------------------------------------------------------------------------


def hard_to_read(examined: Examined) -> Iterator[Found]:
    """C063 and C064."""
    for prose in prose_of(examined.case):
        if len(words_in(prose.text)) >= SHORT_PASSAGE and (age := reading_age(prose.text)) > ADULT_READING:
            yield found(told.HARD_TO_READ, prose.at, prose.text.strip()[:24], age=age)
    for scene in examined.case.scenes.values():
        for line in scene.say:
            if (number := len(words_in(line.text))) > LONGEST_LINE:
                yield found(told.LONG_LINE, line.at, who=quoted(line.speaker), words=number)


def minutes(examined: Examined) -> Iterator[Found]:
    """C065, for the case and each of its cuts, by the best play."""
    case = examined.case
    if not examined.exact or _decisions(case) < NO_SKETCH:
        return
    line = examined.solution.best_line
    scenes = dict.fromkeys(scene for scene, _ in decisions_of(line))
    versions: list[tuple[str, int, tuple[str, ...], Position, str]] = [
        (say(words.THE_CASE), case.minutes, (), NOWHERE, "minutes")
    ]
    for cut in case.cuts.values():
        what = say(words.THE_CUT, cut=quoted(cut.id))
        versions.append((what, cut.minutes, cut.leave_out, cut.at, "minutes"))
    for what, said, left_out, at, part in versions:
        played = [case.scenes[scene] for scene in scenes if scene not in left_out]
        turns = sum(isinstance(move, Bring | View) and move.scene not in left_out for move in line)
        stops = sum(bool(scene.stop) for scene in case.scenes.values() if _stops(scene, examined, left_out))
        about = A_DECISION * len(played) + A_TURN * turns + A_STOP * stops
        if not about / 1.5 <= said <= about * 1.5:
            counted = {
                "decisions": say_count(len(played), words.ONE_DECISION, words.DECISIONS),
                "turns": say_count(turns, words.ONE_TURN, words.TURNS),
                "stops": say_count(stops, words.ONE_STOP, words.STOPS),
            }
            yield found(told.MINUTES, at, part, what=what, minutes=said, about=round(about), **counted)


def _stops(scene: Scene, examined: Examined, left_out: Sequence[str]) -> bool:
    return scene.id in examined.reach.scenes and scene.id not in left_out


# --- what must not stand there ------------------------------------------------------------------------


def could_be_real(examined: Examined) -> Iterator[Found]:
    """C066, C067 and C068."""
    for prose in prose_of(examined.case):
        for detail in looks_like_personal_data(prose.text):
            shown = prose.text[detail.start : detail.end]
            yield found(told.PERSONAL_DATA, prose.at, shown, shown=quoted(shown), kind=detail.kind)
        for name in blocked_names_in(prose.text):
            yield found(told.REAL_NAME, prose.at, name, shown=quoted(name))
        if match := _UNFINISHED.search(prose.text):
            yield found(told.NOT_WRITTEN, prose.at, match[0], shown=quoted(match[0]))


def other_programs(examined: Examined) -> Iterator[Found]:
    """C069."""
    for prose in prose_of(examined.case):
        if match := _OTHER_PROGRAM.search(prose.text):
            yield found(told.OTHER_PROGRAM, prose.at, match[0], shown=quoted(match[0]))


def pronouns(examined: Examined) -> Iterator[Found]:
    """C075: where somebody of any sex is the only one spoken of."""
    case = examined.case
    either = {member.id for member in case.family.values() if member.sex == "any"}
    for prose in prose_of(case):
        named = {who for who in _NAMED.findall(prose.text) if who in case.family or who in case.people}
        first = _NAMED.search(prose.text)
        match = _SEXED.search(prose.text, first.end()) if first else None
        if match and len(named) == 1 and named <= either:
            who = next(iter(named))
            sexes = words.A_CHILD_IS if is_child(case.family[who]) else words.AN_ADULT_IS
            values = {"one": say(sexes[0]), "other": say(sexes[1]), "shown": quoted(match[0])}
            yield found(told.WRONG_PRONOUN, prose.at, match[0], who=who, **values)


CHECKS: Final = (
    childs_voice,
    content_notes,
    hard_to_read,
    minutes,
    could_be_real,
    other_programs,
    pronouns,
)
