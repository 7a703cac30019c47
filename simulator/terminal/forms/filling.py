"""One decision being made, from the question to the move, as a value that changes step by step.

`begin` a filling for a turn, show its `view`, and give what somebody does to `press` (an item of the list) or
`go` (a button). Either answers with the next filling, or with a move that is ready: `Sent` or `Advised`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from simulator.play.moves import DecisionMove, TakeAdvice
from simulator.terminal.forms.form import move_of, pages_of
from simulator.terminal.forms.matching import closest
from simulator.terminal.forms.pages import How, Page, next_value, with_value
from simulator.terminal.forms.passing import keep_all
from simulator.terminal.room.turn import Turn
from simulator.text import clean, looks_like_personal_data

GATE: Final = "gate"
TYPE: Final = "type"
MATCHED: Final = "matched"
REVIEW: Final = "review"

ADVICE: Final = "advice"
DECIDE: Final = "decide"
NEXT: Final = "next"
BACK: Final = "back"
KEEP: Final = "keep"
SEND: Final = "send"
MATCH: Final = "match"

LONGEST_SENTENCE: Final = 1_000
"""Characters of a typed reason or reply."""


@dataclass(frozen=True, slots=True)
class Filling:
    """Where somebody is in a decision."""

    turn: Turn
    at: str
    """A page's id, or GATE, TYPE, MATCHED, REVIEW."""
    answers: Mapping[str, str] = field(default_factory=dict)
    typed: str = ""
    """The sentence typed so far: the reply, then the reason."""
    matches: tuple[str, ...] = ()
    """Options nearest to a typed reply."""
    warned: str = ""
    """A text about which it was said that it looks like a real person's details."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages there are with these answers."""
        return pages_of(self.turn, self.answers)

    @property
    def page(self) -> Page | None:
        """The page somebody is on; None on the other steps."""
        return next((page for page in self.pages if page.id == self.at), None)

    @property
    def move(self) -> DecisionMove:
        """What would be sent now."""
        return move_of(self.turn, self.answers)


class Sent(NamedTuple):
    """The decision is made: a move, and what was typed with it."""

    move: DecisionMove
    words: str


class Advised(NamedTuple):
    """Somebody is asked for advice before the decision."""

    move: TakeAdvice


Outcome = Filling | Sent | Advised


def begin(turn: Turn, draft: str = "") -> Filling:
    """The first step, or the step where a draft was left."""
    left = _from_draft(turn, draft)
    return left or Filling(turn, _first(turn))


def _first(turn: Turn) -> str:
    pages = pages_of(turn, {})
    if turn.advice is not None and not _is_list(pages):
        return GATE
    return pages[0].id if pages else REVIEW


def _is_list(pages: tuple[Page, ...]) -> bool:
    """Whether the decision begins with options, among which advice has its own line."""
    return bool(pages) and pages[0].id == "option"


# --- what somebody does ---------------------------------------------------------------------------


def press(filling: Filling, item: str) -> Outcome:
    """An item of the list was chosen."""
    if item == ADVICE:
        return Advised(TakeAdvice(filling.turn.scene.scene.id, filling.turn.role))
    if item == DECIDE:
        return _to_first_page(filling)
    if item == TYPE:
        gave_reason = filling.answers.get("option") and not filling.matches
        return replace(filling, at=TYPE, typed="" if gave_reason else filling.typed)
    if filling.at == MATCHED:
        return _after(replace(filling, at="option", answers={**filling.answers, "option": item}), "option")
    page = filling.page
    if page is None:
        return filling
    key, _, row_id = item.partition("\t")
    found = next((each for each in page.fields if each.key == key), None)
    row = next((each for each in found.rows if each.id == row_id), None) if found else None
    if found is None or row is None:
        return filling
    set_to = next_value(filling.answers, found, row)
    filled = replace(filling, answers=with_value(filling.answers, found, row, set_to))
    goes_on = found.how is How.ONE and len(page.fields) == 1
    return _after(filled, page.id) if goes_on else filled


def go(filling: Filling, button: str, typed: str | None = None) -> Outcome:
    """A button was pressed, with what stands in the place to type."""
    if typed is not None:
        filling = with_typed(filling, typed)
    if button == SEND:
        return _send(filling)
    if button == MATCH:
        return _match(filling)
    if button == KEEP:
        return _keep(filling)
    if button == BACK:
        return _back(filling)
    return _to_first_page(filling) if filling.at == GATE else _after(filling, filling.at)


def with_typed(filling: Filling, typed: str) -> Filling:
    """The same with a sentence as typed so far."""
    return replace(filling, typed=clean(typed, LONGEST_SENTENCE))


def _send(filling: Filling) -> Outcome:
    typed = filling.typed.strip()
    if looks_like_personal_data(typed) and filling.warned != typed:
        return replace(filling, warned=typed)
    if not _is_complete(filling):
        return replace(filling, at=filling.pages[0].id)
    return Sent(filling.move, typed)


def _is_complete(filling: Filling) -> bool:
    """An option has to be chosen; every other form may be sent as it is."""
    return not _is_list(filling.pages) or bool(filling.answers.get("option"))


def _match(filling: Filling) -> Filling:
    page = filling.pages[0]
    found = closest(filling.typed, {row.id: row.text for row in page.fields[0].rows})
    return replace(filling, at=MATCHED, matches=found) if found else replace(filling, at=page.id)


def _keep(filling: Filling) -> Filling:
    kept = replace(filling, answers=keep_all(filling.answers))
    later = [page for page in kept.pages if not page.keep]
    return replace(kept, at=later[0].id if later else REVIEW)


def _after(filling: Filling, page: str) -> Filling:
    ids = [each.id for each in filling.pages]
    place = ids.index(page) + 1 if page in ids else len(ids)
    return replace(filling, at=ids[place] if place < len(ids) else REVIEW)


def _back(filling: Filling) -> Filling:
    ids = [each.id for each in filling.pages]
    if filling.at in (TYPE, MATCHED):
        return replace(filling, at=ids[0])
    place = ids.index(filling.at) if filling.at in ids else len(ids)
    if place > 0:
        return replace(filling, at=ids[place - 1])
    return replace(filling, at=_first(filling.turn))


def _to_first_page(filling: Filling) -> Filling:
    pages = filling.pages
    return replace(filling, at=pages[0].id if pages else REVIEW)


# --- drafts ---------------------------------------------------------------------------------------


def as_draft(filling: Filling) -> str:
    """The filling as a text to keep; empty while nothing is filled in."""
    if not filling.answers and not filling.typed:
        return ""
    return json.dumps(
        {
            "scene": filling.turn.scene.scene.id,
            "viewing": filling.turn.state.part.viewing,
            "at": filling.at,
            "answers": dict(filling.answers),
            "typed": filling.typed,
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def _from_draft(turn: Turn, draft: str) -> Filling | None:
    """The filling a draft was made of; None where it belongs to another decision or cannot be read."""
    try:
        data = json.loads(draft) if draft else {}
        fits = (data["scene"], data["viewing"]) == (turn.scene.scene.id, turn.state.part.viewing)
        answers = {str(key): str(each) for key, each in data["answers"].items()}
        left = Filling(turn, str(data["at"]), answers, clean(str(data["typed"]), LONGEST_SENTENCE))
    except (ValueError, KeyError, AttributeError, TypeError):
        return None
    if not fits:
        return None
    known = {page.id for page in left.pages} | {GATE, TYPE, REVIEW}
    return left if left.at in known else replace(left, at=_first(turn))
