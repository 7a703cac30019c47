"""What a table sees at each step of a round: never who said what before everybody has spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.room.round import ABSTAIN, AGAIN, DECIDING, NEXT, STRAIGHT, VOTING, WHY, Round
from simulator.text import clean
from simulator.words import say, say_count
from simulator.words import table as words

Named = Callable[[str], str]
"""A seat as the table calls it: `Jo, the teacher`."""


def view_of_round(round_: Round, named: Named, scribe: str = "") -> View:
    """The view of a round; `scribe` is who writes down what is decided."""
    if round_.at == VOTING:
        return _voting(round_, named)
    if round_.at == DECIDING:
        return _deciding(round_, scribe)
    if round_.at == WHY:
        return _why(round_, named)
    return _differing(round_, named)


def option_text(round_: Round, option: str) -> str:
    """An option in words."""
    return next((row.text for row in round_.options if row.id == option), "")


def _voting(round_: Round, named: Named) -> View:
    number = len(round_.votes) + 1
    buttons = [] if round_.meeting else [Button(ABSTAIN, say(words.NO_VOTE))]
    if number == 1 and not round_.meeting:
        buttons.append(Button(STRAIGHT, say(words.DECIDE_WITHOUT)))
    elif number > 1:
        buttons.append(Button(AGAIN, say(words.VOTE_AGAIN)))
    return View(
        round_.turn.question,
        say(words.VOTE_PART, number=number, of=len(round_.voters)),
        said=(_asked(round_, named),),
        items=tuple(Item(row.id, row.text) for row in round_.options),
        buttons=tuple(buttons),
    )


def _asked(round_: Round, named: Named) -> str:
    """Everybody is asked what the one should do whose decision it is."""
    turn, who = round_.turn, named(round_.voter)
    if round_.meeting or round_.voter == turn.role:
        return say(words.VOTE, who=who)
    return say(words.VOTE_FOR, who=who, role=clean(turn.game.case.roles[turn.role].title))


def _tally(round_: Round, option: str) -> str:
    number = sum(1 for vote in round_.votes.values() if vote == option)
    return say_count(number, words.VOTE_ONE, words.VOTE_MANY)


def _deciding(round_: Round, scribe: str) -> View:
    now = say(words.DECIDE_TOGETHER, scribe=scribe) if scribe else say(words.DECIDE_TOGETHER_NOBODY)
    items = tuple(Item(row.id, row.text, mark=_tally(round_, row.id)) for row in round_.options)
    buttons = (Button(AGAIN, say(words.VOTE_AGAIN)),)
    return View(round_.turn.question, said=(now,), items=items, buttons=buttons)


def _differing(round_: Round, named: Named) -> View:
    items = tuple(
        Item(
            seat,
            say(words.DIFFERS, who=named(seat), option=option_text(round_, round_.votes[seat])),
            before="[x]" if seat in round_.differs else "[ ]",
        )
        for seat in round_.differing
        if not round_.meeting or round_.reasons
    )
    if round_.meeting:
        stands = option_text(round_, round_.joint)
        title = say(words.STANDS, option=stands) if stands else say(words.STANDS_TRAINER)
        buttons = (Button(NEXT, say(words.VIEWS_SENT)), Button(AGAIN, say(words.VOTE_AGAIN)))
        said = list(_who_is_for_what(round_, named))
    else:
        title = say(words.DIFFERS_TITLE, option=option_text(round_, round_.joint))
        buttons = (Button(NEXT, say(words.GO_ON)), Button(AGAIN, say(words.VOTE_AGAIN)))
        said = []
    if items:
        said.append(say(words.DIFFERS_HINT))
    return View(title, said=tuple(said), items=items, buttons=buttons)


def _who_is_for_what(round_: Round, named: Named) -> Iterator[str]:
    """Who is for what stands, and for anything else; but not who is asked below why they differ."""
    for row in round_.options:
        names = "; ".join(named(seat) for seat, option in round_.votes.items() if option == row.id)
        if names and row.id == round_.joint:
            yield say(words.FOR_IT, names=names)
        elif names and not round_.reasons:
            yield say(words.DIFFERS, who=names, option=row.text)


def _why(round_: Round, named: Named) -> View:
    title = say(words.SAY_WHY, who=named(round_.asking))
    if round_.meeting:
        items = tuple(Item(code, round_.turn.fill(text)) for code, text in round_.reasons.items())
        return View(title, items=items)
    buttons = (Button(NEXT, say(words.ON_THE_RECORD)),)
    return View(title, buttons=buttons, entry=Entry(say(words.ONE_SENTENCE)))
