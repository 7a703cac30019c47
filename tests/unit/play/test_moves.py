"""Every move becomes one line of JSON and comes back the same; anything else is refused by its type."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.terms import Level
from simulator.play.moves import (
    KINDS,
    Ask,
    Bring,
    Choose,
    EndPlay,
    Entry,
    HandOver,
    LookUp,
    Move,
    MoveOn,
    OpenVotes,
    Passing,
    Pause,
    Poll,
    Record,
    Refer,
    SendInject,
    Share,
    Stand,
    StepOut,
    Stops,
    TakeAdvice,
    TimeBox,
    View,
    Vote,
    as_data,
    as_json,
    from_data,
    from_json,
)

WORD = st.text(min_size=1, max_size=8)
MAYBE = st.just("") | WORD
LEVEL = st.sampled_from([Level.HEADLINE, Level.FULL])
PASSINGS = st.lists(st.builds(Passing, WORD, WORD, LEVEL), max_size=3).map(tuple)
PAIRS = st.lists(st.tuples(WORD, WORD), max_size=3).map(tuple)
MOVES: dict[str, st.SearchStrategy[Move]] = {
    "choose": st.builds(Choose, WORD, WORD, WORD, MAYBE),
    "share": st.builds(Share, WORD, WORD, PASSINGS, PAIRS, MAYBE, MAYBE, MAYBE),
    "ask": st.builds(Ask, WORD, WORD, PAIRS, MAYBE, MAYBE),
    "refer": st.builds(Refer, WORD, WORD, WORD, MAYBE, MAYBE, PASSINGS, PAIRS, MAYBE),
    "record": st.builds(
        Record, WORD, WORD, st.lists(st.builds(Entry, WORD, WORD, WORD), max_size=3).map(tuple), MAYBE
    ),
    "look up": st.builds(LookUp, WORD, WORD, MAYBE, WORD, MAYBE, MAYBE),
    "bring": st.builds(Bring, WORD, WORD, st.lists(st.tuples(WORD, LEVEL), max_size=3).map(tuple), MAYBE),
    "view": st.builds(View, WORD, WORD, WORD, MAYBE, MAYBE),
    "take advice": st.builds(TakeAdvice, WORD, WORD),
    "stand": st.builds(Stand, WORD, WORD),
    "inject": st.builds(SendInject, MAYBE, st.lists(WORD, max_size=3).map(tuple), MAYBE),
    "hand over": st.builds(HandOver, WORD, st.booleans()),
    "step out": st.builds(StepOut, WORD),
    "vote": st.builds(Vote, WORD, WORD, WORD, MAYBE),
    "open votes": st.builds(OpenVotes, WORD),
    "poll": st.builds(Poll, WORD),
    "pause": st.builds(Pause, st.booleans()),
    "stops": st.builds(Stops, st.booleans()),
    "time box": st.builds(TimeBox, st.integers(0, 480)),
    "move on": st.builds(MoveOn, WORD),
    "end": st.builds(EndPlay, MAYBE),
}


def test_every_kind_of_move_is_tried() -> None:
    assert set(MOVES) == set(KINDS)


@given(st.one_of(*MOVES.values()))
def test_a_move_comes_back_the_same(move: Move) -> None:
    text = as_json(move)
    again = from_json(text)
    assert again == move and type(again) is type(move)
    assert as_json(again) == text
    assert from_data(as_data(move)) == move


def test_the_text_of_a_move_is_short_sorted_and_keeps_letters() -> None:
    move = Share("pass_it_on", "gp", (Passing("words", "manager", Level.HEADLINE),), (("mother", "tell"),))
    assert as_json(move) == (
        '{"given":[["words","manager",1]],"move":"share","openness":[["mother","tell"]],'
        '"role":"gp","scene":"pass_it_on"}'
    )
    assert as_json(Choose("é", "r", "o")) == '{"move":"choose","option":"o","role":"r","scene":"é"}'


SPOILT = [
    "",
    "{",
    "null",
    "[]",
    "7",
    '"choose"',
    "{}",
    '{"move":"fly"}',
    '{"move":["choose"]}',
    '{"move":"choose"}',
    '{"move":"choose","scene":"a","role":"b"}',
    '{"move":"choose","scene":1,"role":"b","option":"c"}',
    '{"move":"choose","scene":"a","role":"b","option":["c"]}',
    '{"move":"choose","scene":"a","role":"b","option":"c","more":"d"}',
    '{"move":"choose","scene":"a","role":null,"option":"c"}',
    '{"move":"share","scene":"a","role":"b","given":"words"}',
    '{"move":"share","scene":"a","role":"b","given":[["words"]]}',
    '{"move":"share","scene":"a","role":"b","given":[["words","c",7]]}',
    '{"move":"share","scene":"a","role":"b","given":[["words","c","full"]]}',
    '{"move":"share","scene":"a","role":"b","given":[[["words"],"c",2]]}',
    '{"move":"share","scene":"a","role":"b","given":[{"fact":"words"}]}',
    '{"move":"share","scene":"a","role":"b","openness":[["mother"]]}',
    '{"move":"share","scene":"a","role":"b","openness":["ab"]}',
    '{"move":"bring","scene":"a","role":"b","given":[["words","c",2]]}',
    '{"move":"record","scene":"a","role":"b","entries":[["words","said"]]}',
    '{"move":"hand over","role":"b","played":"yes"}',
    '{"move":"hand over","role":"b","played":1}',
    '{"move":"inject","inject":"a","to":"gp"}',
    '{"move":"inject","inject":"a","to":[["gp"]]}',
    "[" * 100_000,
    '{"move":"share","scene":"a","role":"b","given":' + "[" * 100_000,
]


@pytest.mark.parametrize("text", SPOILT, ids=lambda text: text[:60])
def test_anything_else_is_refused_by_its_type(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(MOVES)), st.data())
def test_a_move_with_one_field_spoilt_is_a_move_or_is_refused(kind: str, data: st.DataObject) -> None:
    fields = as_data(data.draw(MOVES[kind]))
    fields[data.draw(st.sampled_from(sorted(fields)))] = data.draw(JSON)
    try:
        move = from_json(json.dumps(fields))
    except (ValueError, KeyError, TypeError):
        return
    assert type(move) in KINDS.values() and from_json(as_json(move)) == move
