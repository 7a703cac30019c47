"""What the sentences about timescales and other dates mean."""

from __future__ import annotations

from datetime import date

from pytest_bdd import parsers, then

from scoring.guidance import library
from scoring.timescales import Verdict
from simulator.play.cited import clocks_of, rulebook_for
from simulator.play.expected import expectations
from simulator.play.marking import Weighed, referral_needle, verdicts, weighed
from tests.unit.play.table import Table, decision, number


def verdict(players: Table, topic: str) -> Verdict:
    game = players.game
    clocks = clocks_of(game.case, game.rulebook, players.seats)
    decisions = weighed(game, game.expected, players.events)
    found = verdicts(game, clocks, decisions, players.events, players.now, game.rulebook)
    return next(one for one in found if one.topic == topic)


def as_if(players: Table, day: str, scene: str) -> Weighed:
    """A decision of the play marked by the guidance of another day."""
    book = rulebook_for(players.game.case, library(), date.fromisoformat(day))
    expected = expectations(players.game.case, book)
    return next(one for one in weighed(players.game, expected, players.events) if one.move.scene == scene)


@then(parsers.re(r"the timescale (?P<topic>\w+) is (?P<how>met|late|missed|not counted)"))
def _went(players: Table, topic: str, how: str) -> None:
    assert verdict(players, topic).verdict == how


@then(parsers.parse("the timescale {topic} earns nothing"))
def _nothing(players: Table, topic: str) -> None:
    assert verdict(players, topic).earned == 0


@then(parsers.re(r"(?P<scene>\w+)'s needle is (?P<steps>-?\d)"))
def _needle(players: Table, scene: str, steps: str) -> None:
    assert referral_needle(decision(players, scene).evidence) == int(steps)


@then(parsers.re(r"as if marked on (?P<day>[\d-]+) (?P<scene>\w+)'s needle is (?P<steps>-?\d)"))
def _needle_then(players: Table, day: str, scene: str, steps: str) -> None:
    assert referral_needle(as_if(players, day, scene).evidence) == int(steps)


@then(
    parsers.re(r"as if marked on (?P<day>[\d-]+) (?P<scene>\w+) earns (?P<earned>[\d½]+) of (?P<of>[\d½]+)")
)
def _earns_then(players: Table, day: str, scene: str, earned: str, of: str) -> None:
    mark = as_if(players, day, scene).mark
    assert (mark.earned, mark.possible) == (number(earned), number(of))
