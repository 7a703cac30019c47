"""Where a preview begins: at the start, or in a scene as though nothing before it had been played."""

from __future__ import annotations

from typing import NamedTuple

from scoring.terms import Level
from simulator.errors import CaseError
from simulator.play.events import Event
from simulator.play.game import Game
from simulator.play.state import UNREACHED, State, bits_for
from simulator.play.step import start, start_in
from simulator.scenario.diagnostics import quoted, suggestion
from simulator.scenario.model import Case
from simulator.words import Phrase, say
from simulator.words import workbench as words

HEADLINE = "headline"


class Beginning(NamedTuple):
    """What an author asks for."""

    roles: tuple[str, ...] = ()
    """Seats that are played; empty: all that can be."""
    scene: str = ""
    """Where to begin; empty: at the start."""
    knowing: tuple[str, ...] = ()
    """`role:fact` or `role:fact headline`: what somebody knows besides what they hold."""
    seed: str = "1"
    cut: str = ""


def seats_of(case: Case, beginning: Beginning) -> tuple[str, ...]:
    """The seats played, in the order of the file. Raises CaseError for one that cannot be."""
    for role in beginning.roles:
        if role not in case.playable:
            raise _unknown(words.NO_SEAT, role, case.playable)
    return tuple(role for role in case.playable if not beginning.roles or role in beginning.roles)


def begun(game: Game, seats: tuple[str, ...], beginning: Beginning) -> tuple[State, list[Event]]:
    """The first moment of a preview. Raises CaseError where the case has no such scene, role or fact."""
    if not beginning.scene and not beginning.knowing:
        return start(game, seats)
    if beginning.scene and beginning.scene not in game.scene_at:
        raise _unknown(words.NO_SCENE, beginning.scene, tuple(game.scene_at))
    case, knows = game.case, 0
    for fact in case.facts.values():
        for holder in fact.known_at_first:
            knows |= game.layout.knowing(holder, fact.id)
    for said in beginning.knowing:
        knows |= _told(game, said)
    stamps = (UNREACHED,) * len(game.layout.milestones)
    state = State(0, case.set_on, knows, 0, stamps, game.seats_of(seats))
    return start_in(game, state, game.scene_at[beginning.scene] if beginning.scene else 0)


def _told(game: Game, said: str) -> int:
    """The bits of one `role:fact`."""
    who, colon, rest = said.partition(":")
    fact, _, level = rest.strip().partition(" ")
    who = who.strip()
    if not colon or level not in ("", HEADLINE):
        raise CaseError(say(words.NOT_BEGUN), say(words.KNOWING_LIKE, said=quoted(said)))
    parties = (*game.case.roles, *game.case.family, *game.case.people)
    if who not in parties:
        raise _unknown(words.NOBODY, who, parties)
    if fact not in game.case.facts:
        raise _unknown(words.NO_FACT, fact, tuple(game.case.facts))
    return bits_for(game.layout.slot(who, fact), Level.HEADLINE if level else Level.FULL)


def _unknown(phrase: Phrase, said: str, known: tuple[str, ...]) -> CaseError:
    near = suggestion(said, known)
    remedy = near[:1].upper() + near[1:] if near else say(words.THERE_ARE, known=", ".join(known))
    return CaseError(say(words.NOT_BEGUN), say(phrase, said=quoted(said)), remedy)
