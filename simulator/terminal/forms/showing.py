"""The view of a filling: what is said, what can be chosen and pressed at each of its steps."""

from __future__ import annotations

from typing import Final

from scoring.terms import REFERRAL_LEVELS
from simulator.play.forms import ViewForm
from simulator.play.moves import Ask, Bring, Choose, LookUp, Record, Refer, Share
from simulator.play.moves import View as ViewMove
from simulator.play.told import move_in_words
from simulator.scenario.model import Advice
from simulator.terminal.forms import filling as steps
from simulator.terminal.forms.choosing import DISSENT
from simulator.terminal.forms.filling import Filling
from simulator.terminal.forms.pages import FULL, HEADLINE, YES, Field, How, Page, Row, unfilled, value
from simulator.terminal.forms.view import Button, Entry, Is, Item, View
from simulator.text import clean, looks_like_personal_data
from simulator.words import Phrase, say, say_count
from simulator.words import deciding as words
from simulator.words import forms as form_words

MARKS: Final = {
    (How.ONE, ""): "( )",
    (How.ONE, YES): "(*)",
    (How.MANY, ""): "[ ]",
    (How.MANY, YES): "[x]",
    (How.AMOUNT, ""): "[ ]",
    (How.AMOUNT, HEADLINE): "[h]",
    (How.AMOUNT, FULL): "[x]",
}

AMOUNT_WIDTH: Final = max(len(say(amount)) for amount in words.AMOUNTS.values()) + len("[x] ")
"""Cells of a mark and its word: the texts stand still while somebody goes through the amounts."""


def view_of(filling: Filling) -> View:
    """What is in front of somebody at this step."""
    if filling.at == steps.GATE:
        return _gate(filling)
    if filling.at == steps.TYPE:
        return _typing(filling)
    if filling.at == steps.MATCHED:
        return _matched(filling)
    page = filling.page
    if page is None:
        return _review(filling)
    return _options(filling, page) if page.id == "option" else _page(filling, page)


def advice_label(advice: Advice) -> str:
    """`Ask the named GP first (10 minutes)`."""
    source = clean(advice.source)
    takes = advice.takes
    if takes is None:
        return say(words.ASK_FIRST, source=source)
    unit = takes.unit[:-1] if takes.amount == 1 else takes.unit
    return say(words.ASK_FIRST_TAKES, source=source, takes=f"{takes.amount} {unit}")


def _gate(filling: Filling) -> View:
    advice = filling.turn.advice
    items = [Item(steps.DECIDE, say(words.DECIDE_NOW))]
    if advice is not None:
        items.append(Item(steps.ADVICE, advice_label(advice)))
    return View(filling.turn.question, items=tuple(items))


def _typing(filling: Filling) -> View:
    buttons = (Button(steps.MATCH, say(words.FIND)), Button(steps.BACK, say(words.SHOW_CHOICES)))
    notes = _personal(filling)
    return View(
        filling.turn.question,
        said=(say(words.TYPE_HINT),),
        buttons=buttons,
        entry=Entry(say(words.TYPE_LABEL), filling.typed),
        notes=notes,
    )


def _matched(filling: Filling) -> View:
    rows = {row.id: row.text for row in filling.pages[0].fields[0].rows}
    items = tuple(Item(name, rows[name]) for name in filling.matches if name in rows)
    said = (say(words.YOU_TYPED, typed=filling.typed), say(words.WHICH_ONE))
    return View(
        filling.turn.question,
        said=said,
        items=items,
        buttons=(Button(steps.BACK, say(words.SHOW_CHOICES)),),
    )


def _options(filling: Filling, page: Page) -> View:
    field = page.fields[0]
    items = [Item(f"{field.key}\t{row.id}", row.text) for row in field.rows]
    advice = filling.turn.advice
    if advice is not None:
        items.append(Item(steps.ADVICE, advice_label(advice)))
    items.append(Item(steps.TYPE, say(words.TYPE_OWN)))
    said = (say(words.VIEW_HINT),) if isinstance(filling.turn.form, ViewForm) else ()
    return View(filling.turn.question, said=said, items=tuple(items))


def _page(filling: Filling, page: Page) -> View:
    ids = [each.id for each in filling.pages]
    part = say(words.PART, part=ids.index(page.id) + 1, parts=len(ids) + 1)
    items: list[Item] = []
    for field in page.fields:
        if len(page.fields) > 1:
            items.append(Item(field.key, field.label, what=Is.HEADING))
        items += [_item(filling, field, row) for row in field.rows]
    said = [filling.turn.question] if page.id == ids[0] and page.title != filling.turn.question else []
    said += [page.hint] if page.hint else []
    if not items:
        said = [say(form_words.NOTHING_HELD)]
    buttons = _page_buttons(filling, page)
    return View(page.title, part, _tally(items), tuple(said), tuple(items), buttons)


def _item(filling: Filling, field: Field, row: Row) -> Item:
    now = value(filling.answers, field, row)
    before = MARKS[field.how, now]
    if field.how is How.AMOUNT and any(len(each.values) > 1 for each in field.rows):
        before = f"{before} {say(words.AMOUNTS[now])}".ljust(AMOUNT_WIDTH)
    text = row.headline if now == HEADLINE and row.headline else row.text
    return Item(f"{field.key}\t{row.id}", text, before, row.mark)


def _page_buttons(filling: Filling, page: Page) -> tuple[Button, ...]:
    buttons = [Button(steps.NEXT, say(words.NEXT))]
    if page.keep:
        buttons.append(Button(steps.KEEP, say(words.KEEP)))
    first = filling.pages[0].id == page.id and filling.turn.advice is None
    if not first:
        buttons.append(Button(steps.BACK, say(words.BACK)))
    return tuple(buttons)


def _tally(items: list[Item]) -> str:
    ticks = [item for item in items if item.before.startswith("[")]
    if not ticks:
        return ""
    ticked = sum(1 for item in ticks if not item.before.startswith("[ ]"))
    return say(words.TICKED, ticked=ticked, of=len(ticks))


def _review(filling: Filling) -> View:
    move = filling.move
    said = [say(words.ABOUT_TO)]
    turn = filling.turn
    said += clean(move_in_words(turn.game, turn.cast, move, turn.state), lines=True).splitlines()
    said += _if_overruled(filling)
    notes = [*_still_open(filling), *_hearsay(filling), *_personal(filling)]
    buttons = [Button(steps.SEND, _send_label(filling)), Button(steps.BACK, say(words.CHANGE))]
    if getattr(move, "given", ()):
        buttons.insert(1, Button(steps.KEEP, say(words.KEEP)))
    return View(
        filling.turn.question,
        said=tuple(said),
        buttons=tuple(buttons),
        entry=_reason(filling),
        notes=tuple(notes),
    )


def _if_overruled(filling: Filling) -> list[str]:
    """What is written down where the meeting decides otherwise."""
    code = getattr(filling.move, "dissent", "")
    rows = {row.id: row.text for page in filling.pages if page.id == DISSENT for row in page.fields[0].rows}
    return [say(words.IF_OVERRULED, reason=rows[code])] if code else []


def _reason(filling: Filling) -> Entry:
    """Where the reason is typed: after a reply of one's own, which is kept, beside it."""
    own = bool(filling.matches)
    return Entry(say(words.TYPED_GOES if own else words.WHY), filling.typed, optional=True, adds=own)


def _send_label(filling: Filling) -> str:
    move = filling.move
    if isinstance(move, Share | Bring):
        phrases: tuple[Phrase, Phrase] = (words.SEND_ONE, words.SEND)
        return say_count(len(move.given), *phrases) if move.given else say(words.KEEP)
    if isinstance(move, Ask):
        return say(words.ASK if move.asked else words.ASK_NOBODY)
    if isinstance(move, Refer):
        return say(words.NO_REFERRAL if move.level == REFERRAL_LEVELS[0] else words.REFER)
    if isinstance(move, Record):
        return say(words.WRITE if move.entries else words.WRITE_NOTHING)
    if isinstance(move, LookUp):
        return say(words.SEARCH if move.purpose else words.DO_NOT_SEARCH)
    assert isinstance(move, Choose | ViewMove)
    return say(words.DO_THIS if isinstance(move, Choose) else words.GIVE_VIEW)


def _still_open(filling: Filling) -> list[str]:
    """What is not filled in: said, never in the way."""
    missing = dict.fromkeys(unfilled(filling.pages, filling.answers))
    if not missing:
        return []
    said = say(words.STILL_OPEN, what="; ".join(missing))
    return [f"{said} {say(words.NOT_WRITTEN)}" if isinstance(filling.move, Record) else said]


def _hearsay(filling: Filling) -> list[str]:
    """A reminder where words or talk are passed on: they go marked as what they are."""
    given = getattr(filling.move, "given", ())
    facts = filling.turn.game.case.facts
    sources = {facts[each[0]].source for each in given}
    said = say(words.SOMEBODYS_WORDS)
    return [said] if sources & {"said", "hearsay", "opinion", "reported"} else []


def _personal(filling: Filling) -> tuple[str, ...]:
    found = looks_like_personal_data(filling.typed)
    if not found:
        return ()
    kinds = ", ".join(dict.fromkeys(each.kind for each in found))
    return (say(words.LOOKS_REAL, kinds=kinds),)
