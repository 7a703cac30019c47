"""A move in plain words."""

from __future__ import annotations

from datetime import date

from scoring.terms import Level
from simulator.family import invent
from simulator.play.cast import cast_of, spec_of
from simulator.play.moves import Passing, Share
from simulator.play.told import fact_in_words, in_one_line, move_in_words
from tests.unit.play.test_refused import at

FULL, HEADLINE = Level.FULL, Level.HEADLINE


def test_of_several_facts_each_is_told_on_a_line_and_the_rest_in_plain_words() -> None:
    game, _ = at("share")
    cast = cast_of(game.case, invent(spec_of(game.case), "7", date(2010, 5, 27)))
    given = tuple(Passing(fact, "nurse", FULL) for fact in ("reviews", "words"))
    told = move_in_words(game, cast, Share("share", "gp", given, (("mother", "do not tell"),)))
    lead, *listed, open_with = told.split("\n")
    assert lead.startswith("Passed to ") and lead.endswith(":")
    facts = [" ".join(fact_in_words(game, cast, fact, FULL).split()) for fact in ("reviews", "words")]
    assert listed == [f"- {fact}" for fact in facts]
    assert open_with == f"{cast.name('mother')} is not told for now."
    assert in_one_line(told) == " ".join((lead, *facts, open_with))


def test_a_single_fact_stands_beside_whom_it_went_to() -> None:
    game, _ = at("share")
    cast = cast_of(game.case, invent(spec_of(game.case), "7", date(2010, 5, 27)))
    told = move_in_words(game, cast, Share("share", "gp", (Passing("reviews", "nurse", HEADLINE),)))
    assert told.startswith("Passed to ") and told.count("\n") == 0
