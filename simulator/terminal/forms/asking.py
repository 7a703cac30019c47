"""Asking other agencies, each for a purpose, and looking a child up in the Index."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.play.forms import AskForm, LookUpForm
from simulator.play.moves import Ask, LookUp
from simulator.scenario.model import Ask as AskDecision
from simulator.scenario.model import LookUp as LookUpDecision
from simulator.terminal.forms.pages import YES, Answers, Field, How, Page, Row
from simulator.terminal.forms.passing import BASIS, basis_pages
from simulator.terminal.room.order import shuffled
from simulator.terminal.room.turn import Turn
from simulator.words import forms as words
from simulator.words import say

WHO: Final = "who"
FOR: Final = "for"
PURPOSE: Final = "purpose"
RESULT: Final = "result"
MARK: Final = "mark"
NO_RESULT: Final = "none"


def ask_pages(turn: Turn, form: AskForm, answers: Answers) -> tuple[Page, ...]:
    """Whom, what for, and on what ground."""
    rows = tuple(Row(role, turn.cast.name(role)) for role in form.of)
    who = Field(WHO, say(words.ASK_WHOM), How.MANY, rows)
    pages = [Page(WHO, say(words.ASK_WHOM), (who,), say(words.ASK_HINT))]
    asked = asked_roles(form, answers)
    if not asked:
        return tuple(pages)
    kind = turn.decision.kind
    assert isinstance(kind, AskDecision)
    if len(form.purposes) > 1:
        purposes = _purposes(turn, kind.purposes)
        for role in asked:
            label = say(words.ASK_FOR, role=turn.cast.name(role))
            field = Field(f"{FOR}/{role}", label, How.ONE, purposes, say(words.NO_PURPOSE))
            pages.append(Page(f"{FOR}/{role}", label, (field,), say(words.ASK_FOR_HINT)))
    return (*pages, *basis_pages(turn, form.bases))


def asked_roles(form: AskForm, answers: Answers) -> tuple[str, ...]:
    """The roles ticked."""
    return tuple(role for role in form.of if answers.get(f"{WHO}/{role}") == YES)


def _purposes(turn: Turn, purposes: Mapping[str, str]) -> tuple[Row, ...]:
    names = shuffled(turn.seed, turn.scene.scene.id, purposes)
    return tuple(Row(name, turn.fill(purposes[name])) for name in names)


def ask_move(turn: Turn, form: AskForm, answers: Answers) -> Ask:
    """Who is asked, each for the purpose given; a holder without a purpose is not asked."""
    asked = []
    for role in asked_roles(form, answers):
        purpose = answers.get(f"{FOR}/{role}", "") if len(form.purposes) > 1 else form.purposes[0]
        if purpose in form.purposes:
            asked.append((role, purpose))
    basis = answers.get(BASIS, "")
    return Ask(turn.scene.scene.id, turn.role, tuple(asked), basis if basis in form.bases else "")


def look_up_pages(turn: Turn, form: LookUpForm, answers: Answers) -> tuple[Page, ...]:
    """The purpose first: without one nothing is searched. Then the records found, then one's own mark."""
    kind = turn.decision.kind
    assert isinstance(kind, LookUpDecision)
    rows = (*_purposes(turn, kind.purposes), Row(NO_RESULT, say(words.NO_SEARCH)))
    purposes = Field(PURPOSE, say(words.INDEX_PURPOSE), How.ONE, rows, say(words.NO_PURPOSE))
    pages = [Page(PURPOSE, say(words.INDEX_PURPOSE), (purposes,), say(words.INDEX_HINT))]
    if answers.get(PURPOSE, NO_RESULT) == NO_RESULT:
        return tuple(pages)
    pages.append(
        Page(RESULT, say(words.INDEX_RESULTS), (_results(turn, kind),), say(words.INDEX_RESULTS_HINT))
    )
    if answers.get(RESULT, NO_RESULT) != NO_RESULT:
        rows = tuple(Row(mark, say(phrase)) for mark, phrase in words.INDEX_MARKS.items())
        pages.append(Page(MARK, say(words.INDEX_MARK), (Field(MARK, say(words.INDEX_MARK), How.ONE, rows),)))
    return tuple(pages)


def _results(turn: Turn, kind: LookUpDecision) -> Field:
    names = shuffled(turn.seed, turn.scene.scene.id, kind.results)
    rows = [Row(name, turn.fill(kind.results[name].text)) for name in names]
    none = Row(NO_RESULT, say(words.INDEX_NONE))
    return Field(RESULT, say(words.INDEX_RESULTS), How.ONE, (*rows, none), say(words.NO_RESULT))


def look_up_move(turn: Turn, form: LookUpForm, answers: Answers) -> LookUp:
    """The search: its purpose, the record opened, and what was added to it."""
    purpose, result = answers.get(PURPOSE, ""), answers.get(RESULT, NO_RESULT)
    searched = purpose in form.purposes
    result = result if searched and result in form.results else NO_RESULT
    mark = answers.get(MARK, "") if result != NO_RESULT else ""
    return LookUp(
        turn.scene.scene.id,
        turn.role,
        purpose if searched else "",
        result,
        mark if mark in words.INDEX_MARKS else "",
    )
