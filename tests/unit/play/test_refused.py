"""Moves that may not be made are refused in plain words, and change nothing."""

from __future__ import annotations

from typing import Any

import pytest

from scoring.terms import Level
from simulator.errors import MoveRefused, RoomMovedOn
from simulator.play.game import Game
from simulator.play.moves import (
    Ask,
    Bring,
    Choose,
    Entry,
    HandOver,
    LookUp,
    Move,
    Passing,
    Record,
    Refer,
    SendInject,
    Share,
    Stand,
    StepOut,
    TakeAdvice,
    View,
)
from simulator.play.state import State
from simulator.play.step import start, step
from tests.unit.play.cases import ENDINGS, game_of

SEATS = ("teacher", "gp", "nurse")
SCENES = {
    "options": """
    as: teacher
    options:
      ring:
        text: Ring.
      wait:
        text: Wait.
    """,
    "share": """
    as: gp
    share:
      to: [manager, nurse]
      openness: {mother: tell}
      basis: [consent]
      bases offered: [consent, law]
      reasons:
        asked: They asked.
    """,
    "ask": """
    as: teacher
    ask:
      of: [gp, nurse]
      purposes:
        enquiry: To decide today.
      basis: [consent]
      bases offered: [consent]
    """,
    "refer": """
    as: teacher
    refer: {to: manager, level: [early help], urgency: same day, parents: {mother: tell}}
    """,
    "record": """
    as: teacher
    record:
      items: {words: {label: said, where: file}, reviews: {label: said, where: file}}
      places: [file, bag]
    """,
    "look_up": """
    as: nurse
    look up:
      child: child
      purposes:
        ring: To see.
      results:
        right:
          text: A girl of six.
    """,
    "meet": """
    as: [teacher, gp, manager]
    meet:
      chair: teacher
      options:
        enquire:
          text: Enquire.
        wait:
          text: Wait.
      dissent:
        proof: Too little.
    """,
}
INJECTS = """
injects:
  prepared:
    when: trainer
    to: [gp]
    say:
      - neighbour: I rang.
  itself:
    when: playing gp
    say:
      - neighbour: I rang.
"""


def at(kind: str) -> tuple[Game, State]:
    """A case that waits for one kind of decision."""
    lines = [f"    {line[4:]}" for line in SCENES[kind].splitlines() if line.strip()]
    scene = f"{kind}:\n  decide:\n    question: What now?\n" + "\n".join(lines) + "\n"
    game = game_of(scene, rest=ENDINGS + INJECTS)
    return game, start(game, SEATS)[0]


FULL = Level.FULL
REFUSED: list[tuple[str, Move, str]] = [
    # not here, not now, not this seat's
    ("options", Choose("share", "teacher", "ring"), "the case is now at 'options'"),
    ("options", Choose("options", "gp", "ring"), "'gp' does not decide in 'options'"),
    ("options", Choose("options", "manager", "ring"), "does not decide"),
    ("meet", Bring("meet", "manager"), "acts by habit here; take the seat first"),
    ("options", Choose("options", "nobody", "ring"), "'nobody' does not decide"),
    ("options", TakeAdvice("options", "teacher"), "Nobody is named whom one could ask"),
    ("options", TakeAdvice("options", "gp"), "does not decide"),
    ("options", Stand("options", "ring"), "not ready for its decision"),
    # another kind
    ("options", Share("options", "teacher"), "not of that kind"),
    ("options", View("options", "teacher", "ring"), "The seats are still bringing"),
    ("share", Choose("share", "gp", "asked"), "'asked' is not an option"),
    ("share", Ask("share", "gp"), "not of that kind"),
    ("meet", Choose("meet", "teacher", "enquire"), "not an option of 'meet'"),
    ("meet", View("meet", "teacher", "enquire"), "still bringing"),
    # options
    ("options", Choose("options", "teacher", "fly"), "'fly' is not an option of 'options'"),
    # share
    (
        "share",
        Share("share", "gp", (Passing("words", "manager"),)),
        "'words' is not among what can be passed",
    ),
    ("share", Share("share", "gp", (Passing("reviews", "police"),)), "'police' is not offered here"),
    ("share", Share("share", "gp", (Passing("reviews", "gp"),)), "'gp' is not offered here"),
    ("share", Share("share", "gp", (Passing("reviews", "nurse", Level.NONE),)), "at that level"),
    ("share", Share("share", "gp", (Passing("reviews", "nurse"),) * 2), "'reviews to nurse' stands twice"),
    ("share", Share("share", "gp", openness=(("father", "tell"),)), "'father' is not offered here"),
    ("share", Share("share", "gp", openness=(("mother", "shout"),)), "'shout' is not offered here"),
    ("share", Share("share", "gp", openness=(("mother", "tell"),) * 2), "'mother' stands twice"),
    ("share", Share("share", "gp", basis="public_interest"), "it can be: consent, law"),
    ("share", Share("share", "gp", reason="because"), "'because' is not offered here; it can be: asked"),
    # ask
    ("ask", Ask("ask", "teacher", (("police", "enquiry"),)), "'police' is not offered here"),
    ("ask", Ask("ask", "teacher", (("gp", "curious"),)), "'curious' is not offered here"),
    ("ask", Ask("ask", "teacher", (("gp", ""),)), "'' is not offered here"),
    ("ask", Ask("ask", "teacher", (("gp", "enquiry"), ("gp", "enquiry"))), "'gp' stands twice"),
    ("ask", Ask("ask", "teacher", basis="law"), "'law' is not offered here"),
    # refer
    ("refer", Refer("refer", "teacher", "urgent"), "'urgent' is not offered here"),
    ("refer", Refer("refer", "teacher", "early help", "soon"), "'soon' is not offered here"),
    ("refer", Refer("refer", "teacher", "early help", route="pigeon"), "'pigeon' is not offered here"),
    ("refer", Refer("refer", "teacher", "none", "same day"), "Without a referral there is nothing to send"),
    ("refer", Refer("refer", "teacher", given=(Passing("words", "manager"),)), "there is nothing to send"),
    (
        "refer",
        Refer("refer", "teacher", "early help", given=(Passing("words", "gp"),)),
        "'gp' is not offered",
    ),
    (
        "refer",
        Refer("refer", "teacher", "early help", openness=(("child", "tell"),)),
        "'child' is not offered",
    ),
    # record
    ("record", Record("record", "teacher", (Entry("reviews", "said", "file"),)), "'reviews' is not offered"),
    ("record", Record("record", "teacher", (Entry("words", "sworn", "file"),)), "'sworn' is not offered"),
    ("record", Record("record", "teacher", (Entry("words", "said", "wall"),)), "'wall' is not offered here"),
    ("record", Record("record", "teacher", (Entry("words", "said", "file"),) * 2), "'words' stands twice"),
    # look up
    ("look_up", LookUp("look_up", "nurse", "curious"), "'curious' is not offered here"),
    ("look_up", LookUp("look_up", "nurse", "ring", "wrong"), "it can be: right, none"),
    # meet
    ("meet", Bring("meet", "teacher", (("reviews", FULL),)), "'reviews' is not among what can be passed"),
    ("meet", Bring("meet", "teacher", (("words", Level.HEADLINE),)), "cannot be passed at that level"),
    ("meet", Bring("meet", "teacher", (("words", FULL), ("words", FULL))), "'words' stands twice"),
    # seats and injects
    ("options", HandOver("police", True), "'police' is not a seat that somebody can play"),
    ("options", StepOut("mother"), "'mother' is not a seat"),
    ("options", SendInject("missing"), "no inject called 'missing'"),
    ("options", SendInject("itself"), "is sent by the case"),
    ("options", SendInject("prepared", ("mother",)), "'mother' is not a seat"),
    ("options", SendInject("", ("nobody",), "digest"), "'nobody' is not a seat"),
]


@pytest.mark.parametrize(("kind", "move", "words"), REFUSED, ids=lambda value: str(value)[:50])
def test_refused_in_plain_words(kind: str, move: Move, words: str) -> None:
    game, state = at(kind)
    before = hash(state)
    with pytest.raises(MoveRefused) as refused:
        step(game, state, move)
    assert words in refused.value.message
    assert refused.value.title and "Error" not in str(refused.value)
    assert hash(state) == before


def test_a_seat_acts_once_in_each_part_of_a_meeting() -> None:
    game, state = at("meet")
    state, _ = step(game, state, Bring("meet", "teacher"))
    with pytest.raises(MoveRefused, match="the others are still deciding"):
        step(game, state, Bring("meet", "teacher"))
    state, _ = step(game, state, Bring("meet", "gp"))
    with pytest.raises(MoveRefused, match="not of that kind, or not at that point yet"):
        step(game, state, Bring("meet", "teacher"))
    for spoilt in (View("meet", "teacher", "fly"), View("meet", "teacher", "wait", "because")):
        with pytest.raises(MoveRefused, match="is not an option of 'meet'"):
            step(game, state, spoilt)
    state, _ = step(game, state, View("meet", "teacher", "wait"))
    with pytest.raises(MoveRefused, match="the others are still deciding"):
        step(game, state, View("meet", "teacher", "wait"))


def test_advice_is_had_once() -> None:
    game = game_of(
        """
        first:
          decide:
            as: teacher
            question: What now?
            advice: {from: named doctor, says: What would you want to know?}
            share: {to: [manager]}
        """.replace("advice: {from: named doctor, says: What would you want to know?}", ADVICE)
    )
    state, _ = step(game, start(game, SEATS)[0], TakeAdvice("first", "teacher"))
    with pytest.raises(MoveRefused, match="You have had this advice"):
        step(game, state, TakeAdvice("first", "teacher"))


ADVICE = "advice:\n              from: named doctor\n              says: What would you want to know?"


def test_after_the_end_there_is_nothing_to_decide() -> None:
    game, state = at("options")
    end, _ = step(game, state, Choose("options", "teacher", "ring"))
    moves: list[Any] = [
        Choose("options", "teacher", "ring"),
        TakeAdvice("options", "teacher"),
        Stand("options", "ring"),
        Share("options", "teacher"),
    ]
    for move in moves:
        with pytest.raises(RoomMovedOn, match="nothing more to decide"):
            step(game, end, move)


def test_what_a_fact_of_which_only_the_headline_is_known_may_be_passed_as() -> None:
    game = game_of(
        """
        first:
          decide:
            as: gp
            question: What do you pass on?
            share: {facts: [reviews], to: [nurse], openness: {mother: tell}}
        second:
          decide:
            as: nurse
            question: What do you pass on?
            share: {facts: [reviews], to: [manager], openness: {mother: tell}}
        """
    )
    heard = (Passing("reviews", "nurse", Level.HEADLINE),)
    state, _ = step(game, start(game, SEATS)[0], Share("first", "gp", heard))
    with pytest.raises(MoveRefused, match="cannot be passed at that level"):
        step(game, state, Share("second", "nurse", (Passing("reviews", "manager"),)))
    step(game, state, Share("second", "nurse", (Passing("reviews", "manager", Level.HEADLINE),)))
