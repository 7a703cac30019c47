"""Moves in words: every form, and what is said where one is not known or not legal."""

from __future__ import annotations

import pytest

from scoring.terms import Level
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
from simulator.play.spoken import Spoken, SpokenMoveRefused, listed, play_words
from simulator.play.state import NO_ENDING
from simulator.play.strategies import NAIVE, nothing
from tests.unit.play.cases import game_of
from tests.unit.play.test_refused import at

FULL, HEADLINE = Level.FULL, Level.HEADLINE
SEATS = ("teacher", "gp", "nurse")


def first_move(kind: str, words: str) -> Move:
    game, _ = at(kind)
    return play_words(game, SEATS, listed(f"{kind} {words}"), NAIVE).moves[0]


REVIEWS = Passing("reviews", "manager", FULL)
TO_NURSE = Passing("reviews", "nurse", FULL)
WORDS = Passing("words", "manager", FULL)


@pytest.mark.parametrize(
    ("kind", "words", "move"),
    [
        ("options", "ring", Choose("options", "teacher", "ring")),
        ("options", "teacher ring", Choose("options", "teacher", "ring")),
        ("share", "give nothing", Share("share", "gp")),
        ("share", "give reviews to manager", Share("share", "gp", (REVIEWS,))),
        ("share", "give reviews to manager and nurse", Share("share", "gp", (REVIEWS, TO_NURSE))),
        ("share", "give reviews to manager, reviews to nurse", Share("share", "gp", (REVIEWS, TO_NURSE))),
        (
            "share",
            "give headline reviews to manager",
            Share("share", "gp", (Passing("reviews", "manager", HEADLINE),)),
        ),
        (
            "share",
            "give reviews headline to manager; give reviews to nurse",
            Share("share", "gp", (Passing("reviews", "manager", HEADLINE), TO_NURSE)),
        ),
        (
            "share",
            "gp give reviews to nurse; openness mother agree who tells; basis law; reason asked",
            Share("share", "gp", (TO_NURSE,), (("mother", "agree who tells"),), "law", "asked"),
        ),
        ("ask", "ask nobody", Ask("ask", "teacher")),
        ("ask", "ask gp for enquiry", Ask("ask", "teacher", (("gp", "enquiry"),))),
        (
            "ask",
            "ask gp and nurse for enquiry; basis consent",
            Ask("ask", "teacher", (("gp", "enquiry"), ("nurse", "enquiry")), "consent"),
        ),
        (
            "ask",
            "ask nurse for enquiry, gp for enquiry",
            Ask("ask", "teacher", (("nurse", "enquiry"), ("gp", "enquiry"))),
        ),
        ("refer", "refer none", Refer("refer", "teacher")),
        ("refer", "refer none to manager", Refer("refer", "teacher")),
        (
            "refer",
            "refer early help to manager; same day",
            Refer("refer", "teacher", "early help", "same day", "phone then writing", (WORDS,)),
        ),
        (
            "refer",
            "refer immediate; give nothing; at once; writing only; parents mother ask",
            Refer("refer", "teacher", "immediate", "at once", "writing only", (), (("mother", "ask"),)),
        ),
        (
            "refer",
            "refer early help; give words; openness mother tell",
            Refer(
                "refer", "teacher", "early help", "", "phone then writing", (WORDS,), (("mother", "tell"),)
            ),
        ),
        ("record", "record nothing", Record("record", "teacher")),
        (
            "record",
            "record words as said in file",
            Record("record", "teacher", (Entry("words", "said", "file"),)),
        ),
        ("look_up", "look up right for ring", LookUp("look_up", "nurse", "ring", "right")),
        ("look_up", "look up nothing", LookUp("look_up", "nurse")),
        ("look_up", "look up none for ring", LookUp("look_up", "nurse", "ring")),
        ("meet", "teacher bring words", Bring("meet", "teacher", (("words", FULL),))),
        ("meet", "bring nothing", Bring("meet", "teacher")),
        (
            "meet",
            "gp bring reviews headline",
            Bring("meet", "gp", (("reviews", HEADLINE),)),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_move_in_words(kind: str, words: str, move: Move) -> None:
    assert first_move(kind, words) == move


def test_views_and_dissent() -> None:
    game, _ = at("meet")
    words = """
    meet teacher bring nothing
    meet gp bring nothing
    meet gp view wait dissent proof
    meet view enquire
    """
    played = play_words(game, SEATS, listed(words), NAIVE)
    assert played.moves[2:] == (View("meet", "gp", "wait", "proof"), View("meet", "teacher", "enquire"))
    assert played.state.ending != NO_ENDING


def test_moves_stand_one_a_line_or_parted_by_bars_and_remarks_are_left_out() -> None:
    text = "options ring  |  share give nothing\n# a remark\n\n  ask ask nobody\n"
    assert listed(text) == (
        Spoken("options ring", 1),
        Spoken("share give nothing", 2),
        Spoken("ask ask nobody", 3),
    )


STORY = """
first:
  decide:
    as: teacher
    question: What now?
    advice:
      from: named doctor
      says: What would you want to know?
    options:
      ring:
        text: Ring.
      wait:
        text: Wait.
second:
  decide:
    as: [teacher, gp]
    question: And now?
    advice:
      from: named doctor
      says: What would you want to know?
    meet:
      chair: gp
      options:
        enquire:
          text: Enquire.
        wait:
          text: Wait a while longer.
third:
  decide:
    as: teacher
    question: And now?
    options:
      ring:
        text: Ring.
      wait:
        text: Wait.
"""


def story() -> Game:
    return game_of(STORY)


def test_advice_in_words() -> None:
    played = play_words(story(), SEATS, listed("first advice\nfirst ring\nsecond gp advice"), NAIVE)
    assert played.moves == (
        TakeAdvice("first", "teacher"),
        Choose("first", "teacher", "ring"),
        TakeAdvice("second", "gp"),
    )
    assert played.state.ending == NO_ENDING, "the words were used up before the end"


def test_a_strategy_after_a_scene_does_all_that_is_decided_there() -> None:
    played = play_words(story(), SEATS, listed("first ring\nsecond nothing\nthird longest"), NAIVE)
    assert [type(move).__name__ for move in played.moves] == [
        "Choose",
        "Bring",
        "Bring",
        "View",
        "View",
        "Choose",
    ]
    assert played.moves[-1] == Choose("third", "teacher", "ring")
    assert played.moves[3] == View("second", "teacher", "wait")


def test_a_strategy_alone_plays_to_the_end() -> None:
    for words in ("nothing", "first ring\nnothing"):
        played = play_words(story(), SEATS, listed(words), {"nothing": nothing})
        assert played.state.ending != NO_ENDING and len(played.moves) == 6


@pytest.mark.parametrize(
    ("words", "number", "message"),
    [
        ("firs ring", 1, "The case has no scene 'firs'."),
        ("second view wait", 1, "The case is at 'first' now, not at 'second'."),
        ("first ring\nthird ring", 2, "The case is at 'second' now, not at 'third'."),
        ("first fly", 1, "'fly' is not an option of 'first'."),
        ("first give words to gp", 1, "is not an option of 'first'"),
        ("first gp ring", 1, "'gp ring' is not an option of 'first'."),
        ("first ring\nsecond think", 2, "In a meeting a seat can 'bring' facts or give its 'view'."),
        ("first ring\nsecond bring words and reviews", 2, "should be one fact"),
        ("first ring\nsecond gp view fly", 2, "The seats are still bringing what they know."),
        ("first ring\nsecond nothing\nthird ring\nfirst ring", 4, "The case has ended before this move."),
        ("first advice\nfirst advice", 2, "You have had this advice."),
        ("worst", 1, "The case has no scene 'worst'."),
    ],
)
def test_words_that_cannot_be_played_say_which_and_why(words: str, number: int, message: str) -> None:
    with pytest.raises(SpokenMoveRefused) as refused:
        play_words(story(), SEATS, listed(words), NAIVE)
    assert refused.value.number == number
    assert message in refused.value.message
    assert refused.value.title == f"Move {number} ('{words.splitlines()[number - 1]}')"


@pytest.mark.parametrize(
    ("kind", "words", "message"),
    [
        ("share", "give reviews", "Say to whom: 'give FACT to WHO'."),
        (
            "share",
            "give reviews to manager; mother tell",
            "should begin with give, openness, basis or reason",
        ),
        ("share", "give nothing; openness mother shout", "should be one of: ask, tell, agree who tells"),
        ("share", "pass reviews to manager", "is not a move of this kind of decision"),
        ("share", "give police report to manager", "should be one fact"),
        ("ask", "ask gp", "Say what for: 'ask ROLE for PURPOSE'."),
        ("ask", "give gp", "is not a move of this kind of decision"),
        ("refer", "refer at once", "should be one of: none, early help"),
        ("refer", "refer early help; tomorrow", "should be an urgency, a route"),
        ("record", "record words in file", "Say 'record FACT as LABEL in PLACE'."),
        ("look_up", "search right", "is not a move of this kind of decision"),
    ],
)
def test_words_that_are_not_understood_say_what_would_be(kind: str, words: str, message: str) -> None:
    with pytest.raises(SpokenMoveRefused) as refused:
        first_move(kind, words)
    assert message in refused.value.message and refused.value.number == 1


def test_nobody_at_the_table_has_nothing_to_say() -> None:
    assert play_words(story(), (), listed(""), NAIVE).moves == ()
    with pytest.raises(SpokenMoveRefused, match="ended before this move"):
        play_words(story(), (), listed("first ring"), NAIVE)
