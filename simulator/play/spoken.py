"""Moves in words, as trainers write them in `checks` and on the command line.

    weigh_in ask_and_look
    pass_it_on give headline end_of_rope to social_work_manager; openness mother tell; basis public_interest
    ring_round ask police for enquiry, gp for enquiry
    refer_today refer child protection to duty_manager; give mark_on_cheek; same day; phone then writing
    on_paper record mark_on_cheek as fact in red_book
    the_index look up this_child for who_works_with
    discussion police bring callout, address headline
    discussion police view enquire dissent too_soon
    pass_it_on advice

A strategy word (`best`, `random`, …) may stand after a scene, for all that is decided there, or alone for a
whole play.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scoring.terms import REFERRAL_LEVELS, ROUTES, URGENCIES, Level
from simulator.errors import MoveRefused
from simulator.play.forms import MODES, ReferForm, form_of
from simulator.play.game import Game
from simulator.play.moves import (
    Ask,
    Bring,
    Choose,
    Entry,
    LookUp,
    Move,
    Passing,
    Record,
    Refer,
    Share,
    TakeAdvice,
    View,
)
from simulator.play.state import NO_ENDING, State
from simulator.play.step import start, step, waiting_for
from simulator.play.strategies import Strategy
from simulator.scenario import model
from simulator.words import say
from simulator.words import spoken as told

NOTHING = ("nothing", "nobody", "none")


class Spoken(NamedTuple):
    """One move in words, with where it was written."""

    words: str
    number: int


class SpokenMoveRefused(MoveRefused):
    """A move in words that is not known, or not legal where it stands. `number` counts from 1."""

    def __init__(self, number: int, words: str, message: str, remedy: str = "") -> None:
        super().__init__(say(told.MOVE, number=number, words=words), message, remedy)
        self.number = number


class Played(NamedTuple):
    """A play made of words."""

    state: State
    moves: tuple[Move, ...]


def listed(text: str) -> tuple[Spoken, ...]:
    """Moves one a line, or parted by `|`; empty lines and `#` notes are left out."""
    lines = [part.strip() for line in text.splitlines() for part in line.split("|")]
    wanted = [line for line in lines if line and not line.startswith("#")]
    return tuple(Spoken(words, number) for number, words in enumerate(wanted, 1))


def play_words(
    game: Game, seats: tuple[str, ...], spoken: Sequence[Spoken], strategies: Mapping[str, Strategy]
) -> Played:
    """Play moves in words until they are used up or the case ends. Raises SpokenMoveRefused."""
    state, _ = start(game, seats)
    moves: list[Move] = []
    left = list(spoken)
    while state.ending == NO_ENDING and left:
        move = _next_move(game, state, left, strategies)
        try:
            state, _ = step(game, state, move)
        except MoveRefused as refused:
            raise SpokenMoveRefused(left[0].number, left[0].words, refused.message, refused.remedy) from None
        moves.append(move)
        if left[0].words not in strategies and not _goes_on(game, state, left[0], strategies):
            left.pop(0)
    if left and left[0].words not in strategies and state.ending != NO_ENDING:
        raise SpokenMoveRefused(left[0].number, left[0].words, say(told.HAS_ENDED))
    return Played(state, tuple(moves))


def _goes_on(game: Game, state: State, spoken: Spoken, strategies: Mapping[str, Strategy]) -> bool:
    """Whether a strategy named for a scene has more to decide in it."""
    scene, _, rest = spoken.words.partition(" ")
    here = state.ending == NO_ENDING and game.scenes[state.scene].scene.id == scene
    return here and rest.strip() in strategies


def _next_move(game: Game, state: State, left: list[Spoken], strategies: Mapping[str, Strategy]) -> Move:
    spoken = left[0]
    waiting = waiting_for(game, state)
    if not waiting:
        raise SpokenMoveRefused(spoken.number, spoken.words, say(told.NOBODY_ASKED))
    if spoken.words in strategies:
        return strategies[spoken.words](game, state, waiting[0])
    scene, _, rest = spoken.words.partition(" ")
    here = game.scenes[state.scene].scene.id
    if scene not in game.scene_at:
        raise SpokenMoveRefused(spoken.number, spoken.words, say(told.NO_SCENE, scene=scene))
    if scene != here:
        message = say(told.ELSEWHERE, here=here, scene=scene)
        raise SpokenMoveRefused(spoken.number, spoken.words, message)
    rest = rest.strip()
    if rest in strategies:
        return strategies[rest](game, state, waiting[0])
    try:
        return parse(game, state, waiting, rest)
    except (MoveRefused, ValueError, KeyError) as problem:
        message = problem.message if isinstance(problem, MoveRefused) else str(problem)
        raise SpokenMoveRefused(spoken.number, spoken.words, message) from None


def parse(game: Game, state: State, waiting: tuple[str, ...], text: str) -> Move:
    """One move's words after its scene. Raises ValueError in plain words."""
    play = game.scenes[state.scene]
    assert play.decision is not None
    scene, kind, role = play.scene.id, play.decision.kind, waiting[0]
    verb, _, rest = text.partition(" ")
    if verb in waiting:
        role, text = verb, rest.strip()
        verb, _, rest = text.partition(" ")
    if verb == "advice":
        return TakeAdvice(scene, role)
    if isinstance(kind, model.Options):
        return Choose(scene, role, text.strip())
    if isinstance(kind, model.Meet):
        return _meeting(scene, role, verb, rest)
    if isinstance(kind, model.Share) and verb == "give":
        return _share(scene, role, kind, rest)
    if isinstance(kind, model.Ask) and verb == "ask":
        return _ask(scene, role, rest)
    if isinstance(kind, model.Refer) and verb == "refer":
        return _refer(game, state, scene, role, kind, rest)
    if isinstance(kind, model.Record) and verb == "record":
        return Record(scene, role, tuple(_entry(part) for part in _parts(rest)))
    if isinstance(kind, model.LookUp) and verb == "look":
        return _look_up(scene, role, rest)
    raise ValueError(say(told.NO_MOVE_OF_THIS_KIND, text=text))


def _parts(text: str, separator: str = ",") -> list[str]:
    parts = [part.strip() for part in text.split(separator)]
    return [] if parts[0] in NOTHING or parts == [""] else [part for part in parts if part]


def _meeting(scene: str, role: str, verb: str, rest: str) -> Move:
    if verb == "bring":
        return Bring(scene, role, tuple(_fact(part) for part in _parts(rest)))
    if verb == "view":
        option, _, dissent = rest.partition(" dissent ")
        return View(scene, role, option.strip(), dissent.strip())
    raise ValueError(say(told.IN_A_MEETING))


def _fact(text: str) -> tuple[str, Level]:
    """`callout`, `callout headline` or `headline callout`."""
    words = text.split()
    level = Level.HEADLINE if "headline" in words else Level.FULL
    names = [word for word in words if word != "headline"]
    if len(names) != 1:
        raise ValueError(say(told.ONE_FACT, text=text))
    return names[0], level


def _share(scene: str, role: str, kind: model.Share, text: str) -> Share:
    clauses = [clause.strip() for clause in text.split(";")]
    given = _given(clauses[0], kind.to[0] if len(kind.to) == 1 else "")
    openness: list[tuple[str, str]] = []
    basis = reason = ""
    for clause in clauses[1:]:
        word, _, value = clause.partition(" ")
        if word == "give":
            given += _given(value, kind.to[0] if len(kind.to) == 1 else "")
        elif word == "openness":
            openness += [_mode(part) for part in _parts(value)]
        elif word == "basis":
            basis = value.strip()
        elif word == "reason":
            reason = value.strip()
        else:
            raise ValueError(say(told.SHARE_CLAUSE, clause=clause))
    return Share(scene, role, given, tuple(openness), basis, reason)


def _given(text: str, only: str) -> tuple[Passing, ...]:
    """`mark, notes headline to paediatrician, mark to gp`: facts wait for the next recipient named."""
    passings: list[Passing] = []
    waiting: list[tuple[str, Level]] = []
    for part in _parts(text):
        facts, found, to = part.partition(" to ")
        waiting.append(_fact(facts))
        if found:
            passings += [Passing(fact, who, level) for who in to.split(" and ") for fact, level in waiting]
            waiting = []
    if waiting and not only:
        raise ValueError(say(told.TO_WHOM))
    return tuple(passings) + tuple(Passing(fact, only, level) for fact, level in waiting)


def _mode(text: str) -> tuple[str, str]:
    person, _, mode = text.partition(" ")
    if mode.strip() not in MODES:
        raise ValueError(say(told.ONE_OF, typed=mode, known=", ".join(MODES)))
    return person, mode.strip()


def _ask(scene: str, role: str, text: str) -> Ask:
    clauses = [clause.strip() for clause in text.split(";")]
    asked: list[tuple[str, str]] = []
    for part in _parts(clauses[0]):
        holder, found, purpose = part.partition(" for ")
        if not found:
            raise ValueError(say(told.WHAT_FOR))
        asked += [(one.strip(), purpose.strip()) for one in holder.split(" and ")]
    basis = next((clause[6:].strip() for clause in clauses[1:] if clause.startswith("basis ")), "")
    return Ask(scene, role, tuple(asked), basis)


def _refer(game: Game, state: State, scene: str, role: str, kind: model.Refer, text: str) -> Refer:
    clauses = [clause.strip() for clause in text.split(";")]
    level = clauses[0].partition(" to ")[0].strip()
    if level not in REFERRAL_LEVELS:
        raise ValueError(say(told.ONE_OF, typed=level, known=", ".join(REFERRAL_LEVELS)))
    if level == REFERRAL_LEVELS[0]:
        return Refer(scene, role)
    given: tuple[Passing, ...] = ()
    openness: list[tuple[str, str]] = []
    urgency, route, said = "", kind.route, False
    for clause in clauses[1:]:
        word, _, value = clause.partition(" ")
        if clause in URGENCIES:
            urgency = clause
        elif clause in ROUTES:
            route = clause
        elif word == "give":
            given, said = given + _given(value, kind.to), True
        elif word in ("openness", "parents"):
            openness += [_mode(part) for part in _parts(value)]
        else:
            raise ValueError(say(told.REFER_CLAUSE, clause=clause))
    if not said:
        form = form_of(game, state, role)
        assert isinstance(form, ReferForm)
        given = tuple(Passing(one.fact, kind.to, one.levels[-1]) for one in form.share.facts)
    return Refer(scene, role, level, urgency, route, given, tuple(openness))


def _entry(text: str) -> Entry:
    fact, as_found, rest = text.partition(" as ")
    label, in_found, place = rest.partition(" in ")
    if not (as_found and in_found):
        raise ValueError(say(told.RECORD_WHAT))
    return Entry(fact.strip(), label.strip(), place.strip())


def _look_up(scene: str, role: str, text: str) -> LookUp:
    words = text.removeprefix("up").strip()
    result, _, purpose = words.partition(" for ")
    if result.strip() in NOTHING:
        return LookUp(scene, role, purpose.strip())
    return LookUp(scene, role, purpose.strip(), result.strip())
