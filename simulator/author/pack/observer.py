"""A sheet for somebody who watches: the child's voice, challenge, jargon, silence, and whose word counted."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.author.pack.blocks import Block, Heading, Lines, Sheet, Table, Words
from simulator.author.pack.setting import Setting
from simulator.scenario.model import Case
from simulator.words import pack as words
from simulator.words import say

A_CHILD = 18
ROOM_TO_WRITE = 2
"""Empty lines under each question."""


def observer_sheet(setting: Setting) -> Sheet:
    """The sheet."""
    return Sheet(say(words.OBSERVER), tuple(_blocks(setting)), one_page=True)


def _blocks(setting: Setting) -> Iterator[Block]:
    yield Heading(1, say(words.OBSERVER))
    yield Words(f"{setting.case.title} · {say(words.OBSERVER_HOW)}", quiet=True)
    for title, question in words.WATCHED.items():
        yield Heading(2, say(title))
        yield Words(say(question))
        yield Lines(ROOM_TO_WRITE)
    seats = tuple((setting.case.roles[role].title, "", "", "") for role in setting.case.playable)
    yield Table(say(words.TALLY), tuple(map(say, words.TALLY_HEADS)), seats, (3, 4, 3, 4))
    spoken = tuple((text, "", "") for text in childs_words(setting))
    if spoken:
        yield Table(say(words.CHILDS_WORDS), tuple(map(say, words.CHILDS_WORDS_HEADS)), spoken, (6, 2, 2))
    yield Heading(2, say(words.TO_SAY))
    yield Lines(ROOM_TO_WRITE)
    yield Words(say(words.FOOT), quiet=True)


def childs_words(setting: Setting) -> tuple[str, ...]:
    """Facts in which a child of the family is quoted."""
    case = setting.case
    return tuple(
        setting.said(fact.text)
        for fact in case.facts.values()
        if '"' in fact.text and any(is_child(case, who) for who in (*fact.about[:1], *fact.held_by))
    )


def is_child(case: Case, who: str) -> bool:
    """Whether somebody is one of the family's children."""
    member = case.family.get(who)
    if member is None:
        return False
    years = member.age.split("-")[0].strip()
    return not years.isdigit() or int(years) < A_CHILD
