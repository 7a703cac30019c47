"""A round that is not over, kept as a draft is: what a table has said so far is there after a closed window.

Votes become moves with the decision they lead to. Until then they are the table's own, and may be taken back.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Final

from simulator.terminal.room.round import DIFFERING, MOST_TYPED, WHY, Round, begin_round, with_all_votes
from simulator.terminal.room.turn import Turn
from simulator.text import clean

KEPT_FOR: Final = "the table"
"""In place of a seat: no case can call a seat so."""


def as_draft(round_: Round) -> str:
    """The round as a text to keep; empty while nobody has spoken."""
    if not round_.votes:
        return ""
    kept = {
        "scene": round_.turn.scene.scene.id,
        "meeting": round_.meeting,
        "at": round_.at,
        "votes": dict(round_.votes),
        "joint": round_.joint,
        "differs": dict(round_.differs),
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def resumed_round(turn: Turn, voters: tuple[str, ...], draft: str) -> Round:
    """The round where it was left; from its beginning where the draft is of another, or cannot be read.

    The vote of a seat that has stepped out since is gone with it.
    """
    fresh = begin_round(turn, voters)
    try:
        data = json.loads(draft) if draft else {}
        if (data["scene"], data["meeting"]) != (turn.scene.scene.id, fresh.meeting):
            return fresh
        known = {row.id for row in fresh.options} | (set() if fresh.meeting else {""})
        votes = {seat: data["votes"][seat] for seat in voters if data["votes"].get(seat) in known}
        differs = {seat: clean(str(data["differs"][seat]), MOST_TYPED) for seat in data["differs"]}
        decided = data["at"] in (DIFFERING, WHY) and data["joint"] in known
        joint = str(data["joint"])
    except (ValueError, KeyError, AttributeError, TypeError):
        return fresh
    left = replace(fresh, votes=votes)
    if not votes or left.voter:
        return left
    left = with_all_votes(left)
    if decided and not left.meeting:
        left = replace(left, at=DIFFERING, joint=joint)
    if left.at != DIFFERING:
        return left
    return replace(left, differs={seat: why for seat, why in differs.items() if seat in left.differing})
