"""Red lines are told in the words of the case, whoever prints them."""

from __future__ import annotations

from scoring.guidance import library
from simulator.author.examined import examine
from simulator.family import invent
from simulator.play.cast import cast_of, spec_of
from simulator.play.moves import Share
from simulator.scenario.catalogue.stories import LATE, shared
from simulator.scenario.read import case_from
from simulator.solver.marked import fold, in_words, mark_play


def test_what_was_kept_is_said_with_the_fact_and_the_name() -> None:
    case = case_from(shared(LATE + "  vital: yes\n"), "x")
    examined = examine(case, library())
    family = invent(spec_of(case), "1", library().rulebook((), examined.game.rulebook.on).on)
    cast = cast_of(case, family)
    play = fold(examined.game, ("gp", "nurse"), [Share("tuesday", "gp", (), (), "", "")])
    (red,) = mark_play(examined.game, cast, play, explorer=examined.explorer).card.red_lines
    assert red.line == f"“{cast.fill('<child> was late nine times.')}” kept from {cast.name('nurse')}"
    assert in_words(examined.game, cast, "far below what protection called for") == (
        "far below what protection called for"
    )
