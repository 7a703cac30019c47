"""A move in the words of `--moves` and `checks`: what the solver found can be pasted into a case."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.terms import REFERRAL_LEVELS, Level
from simulator.play.moves import (
    Ask,
    Bring,
    Choose,
    LookUp,
    Move,
    Passing,
    Record,
    Refer,
    Share,
    TakeAdvice,
    View,
)
from simulator.scenario.model import Case

NOTHING = "nothing"


def in_move_words(move: Move, case: Case) -> str:
    """The words; the role is said where several decide in the scene."""
    scene, role = getattr(move, "scene", ""), getattr(move, "role", "")
    decision = case.scenes[scene].decision if scene in case.scenes else None
    alone = decision is not None and len(decision.roles) == 1
    return " ".join(filter(None, (scene, "" if alone else role, _act(move))))


def _act(move: Move) -> str:
    if isinstance(move, Choose):
        return move.option
    if isinstance(move, Share):
        return "; ".join(_clauses(f"give {_given(move.given)}", move.openness, move.basis, move.reason))
    if isinstance(move, Ask):
        asked = ", ".join(f"{holder} for {purpose}" for holder, purpose in move.asked)
        return "; ".join(_clauses(f"ask {asked or NOTHING}", (), move.basis))
    if isinstance(move, Refer):
        return _refer(move)
    if isinstance(move, Record):
        entries = (f"{entry.fact} as {entry.label} in {entry.place}" for entry in move.entries)
        return f"record {', '.join(entries) or NOTHING}"
    if isinstance(move, LookUp):
        return f"look up {move.result} for {move.purpose}" if move.purpose else f"look up {move.result}"
    if isinstance(move, Bring):
        return f"bring {', '.join(_fact(fact, level) for fact, level in move.given) or NOTHING}"
    if isinstance(move, View):
        return f"view {move.option} dissent {move.dissent}" if move.dissent else f"view {move.option}"
    return "advice" if isinstance(move, TakeAdvice) else ""


def _refer(move: Refer) -> str:
    if move.level == REFERRAL_LEVELS[0]:
        return f"refer {move.level}"
    parts = (f"refer {move.level}", f"give {_given(move.given)}", move.urgency, move.route)
    return "; ".join([*filter(None, parts), *_clauses("", move.openness)])


def _clauses(
    first: str, openness: Iterable[tuple[str, str]], basis: str = "", reason: str = ""
) -> Iterable[str]:
    told = ", ".join(f"{person} {mode}" for person, mode in openness)
    said = (("openness", told), ("basis", basis), ("reason", reason))
    return [*filter(None, (first,)), *(f"{word} {value}" for word, value in said if value)]


def _given(given: Iterable[Passing]) -> str:
    return ", ".join(f"{_fact(one.fact, one.level)} to {one.to}" for one in given) or NOTHING


def _fact(fact: str, level: Level) -> str:
    return f"{fact} headline" if level is Level.HEADLINE else fact
