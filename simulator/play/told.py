"""A move in plain words, as the transcript and the debrief say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from scoring.terms import REFERRAL_LEVELS, Level
from simulator.play.cast import Cast
from simulator.play.game import Game
from simulator.play.moves import Ask, Bring, Choose, DecisionMove, LookUp, Record, Refer, Share, View
from simulator.play.state import State, level_at
from simulator.scenario import model
from simulator.words import Phrase, say
from simulator.words import play as words

ITEM: Final = say(words.ONE_OF_SEVERAL, fact="")
"""What a line begins with that is one of a list."""


def move_in_words(game: Game, cast: Cast, move: DecisionMove, before: State | None = None) -> str:
    """One or more lines; a fact is said as it was passed, and several facts each on a line of their own.

    What is written down is said as far as the seat knew it in the state `before`; without that state in full,
    for those who may see everything.
    """
    return "\n".join(_sentences(game, cast, move, before))


def in_one_line(told: str) -> str:
    """The words of a move where there is no room for a list."""
    return " ".join(" ".join(line.removeprefix(ITEM).split()) for line in told.split("\n"))


def _sentences(game: Game, cast: Cast, move: DecisionMove, before: State | None) -> Iterable[str]:
    decision = game.case.scenes[move.scene].decision
    assert decision is not None
    kind = decision.kind
    if isinstance(move, Choose | View):
        assert isinstance(kind, model.Options | model.Meet)
        text = next(option.text for option in kind.options if option.id == move.option)
        return (say(words.CHOSE if isinstance(move, Choose) else words.VIEW, text=cast.fill(text)),)
    if isinstance(move, Share):
        assert isinstance(kind, model.Share)
        return _share(game, cast, kind, move)
    if isinstance(move, Ask):
        assert isinstance(kind, model.Ask)
        return _ask(cast, kind, move)
    if isinstance(move, Refer):
        return _refer(game, cast, move)
    if isinstance(move, Record):
        assert isinstance(kind, model.Record)
        return _record(game, cast, kind, move, before)
    if isinstance(move, LookUp):
        assert isinstance(kind, model.LookUp)
        return _look_up(cast, kind, move)
    return _bring(game, cast, move)


def fact_in_words(game: Game, cast: Cast, fact: str, level: Level) -> str:
    """A fact as it is passed at a level."""
    wanted = game.case.facts[fact]
    if level is Level.HEADLINE and wanted.headline:
        return say(words.FACT_HEADLINE, fact=cast.fill(wanted.headline).strip())
    return say(words.FACT_IN_FULL, fact=cast.fill(wanted.text).strip())


def _share(game: Game, cast: Cast, kind: model.Share, move: Share) -> list[str]:
    found = list(_passings(game, cast, move)) or [say(words.SHARED_NOTHING)]
    found += _openness(cast, move.openness)
    if move.basis:
        found.append(say(words.BASIS, basis=game.rulebook.bases.get(move.basis, move.basis)))
    if move.reason:
        found.append(say(words.REASON, reason=cast.fill(kind.reasons[move.reason])))
    return found


def _passings(game: Game, cast: Cast, move: Share | Refer) -> Iterator[str]:
    for to in dict.fromkeys(passing.to for passing in move.given):
        given = [(passing.fact, passing.level) for passing in move.given if passing.to == to]
        yield from _facts(game, cast, words.SHARED, given, to=cast.name(to))


def _facts(
    game: Game, cast: Cast, phrase: Phrase, given: Sequence[tuple[str, Level]], **values: str
) -> Iterator[str]:
    """One fact beside what was done with it; several below, each on a line."""
    facts = [" ".join(fact_in_words(game, cast, fact, level).split()) for fact, level in given]
    if len(facts) == 1:
        yield say(phrase, facts=facts[0], **values)
        return
    yield say(phrase, facts="", **values).rstrip()
    yield from (say(words.ONE_OF_SEVERAL, fact=fact) for fact in facts)


def _openness(cast: Cast, openness: tuple[tuple[str, str], ...]) -> list[str]:
    return [say(words.OPEN_WITH[mode], person=cast.name(who)) for who, mode in openness]


def _ask(cast: Cast, kind: model.Ask, move: Ask) -> list[str]:
    if not move.asked:
        return [say(words.ASKED_NOBODY)]
    return [
        say(words.ASKED, to=cast.name(holder), purpose=cast.fill(kind.purposes[purpose]))
        for holder, purpose in move.asked
    ]


def _refer(game: Game, cast: Cast, move: Refer) -> list[str]:
    decision = game.case.scenes[move.scene].decision
    assert decision is not None and isinstance(decision.kind, model.Refer)
    if move.level == REFERRAL_LEVELS[0]:
        return [say(words.NO_REFERRAL)]
    to = cast.name(decision.kind.to)
    phrase = words.REFERRED if move.urgency else words.REFERRED_PLAIN
    found = [say(phrase, to=to, level=move.level, urgency=move.urgency, route=move.route)]
    return [*found, *_passings(game, cast, move), *_openness(cast, move.openness)]


def _record(game: Game, cast: Cast, kind: model.Record, move: Record, before: State | None) -> list[str]:
    if not move.entries:
        return [say(words.RECORDED_NOTHING)]

    def known(fact: str) -> Level:
        return level_at(before.knows, game.layout.slot(move.role, fact)) if before else Level.FULL

    return [
        say(
            words.RECORDED,
            label=entry.label,
            place=cast.fill(kind.places[entry.place]),
            fact=fact_in_words(game, cast, entry.fact, known(entry.fact)),
        )
        for entry in move.entries
    ]


def _look_up(cast: Cast, kind: model.LookUp, move: LookUp) -> list[str]:
    if move.result not in kind.results:
        return [say(words.LOOKED_UP_NOTHING)]
    purpose = cast.fill(kind.purposes[move.purpose]) if move.purpose else ""
    found = [say(words.LOOKED_UP, purpose=purpose, result=cast.fill(kind.results[move.result].text))]
    return [*found, say(words.INDEX_MARK, mark=move.mark)] if move.mark else found


def _bring(game: Game, cast: Cast, move: Bring) -> list[str]:
    if not move.given:
        return [say(words.BROUGHT_NOTHING)]
    return list(_facts(game, cast, words.BROUGHT, move.given))
