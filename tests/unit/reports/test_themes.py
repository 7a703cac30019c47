"""R9 and the item analysis against plays added up here; few plays show nothing; seats are of their agency."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import lru_cache

import pytest

from scoring.competencies import Shown
from scoring.guidance import library
from scoring.guidance.board import Bands
from simulator.play.cited import rulebook_for
from simulator.play.game import Game, prepare
from simulator.play.marking import weighed
from simulator.play.step import start, step, waiting_for
from simulator.play.strategies import random_strategy
from simulator.reports import items, themes
from simulator.reports.derived import Decided, Derived, Sat, Unread, decided
from simulator.reports.report import SUPPRESSED, Asked
from simulator.reports.tally import OfCase, Place, Tally, tally
from simulator.scenario.read import case_from
from tests.steps.command_line import SMALL, Run
from tests.steps.training import TrainingRoom

BANDS = Bands(secure=80, developing=55)
PLAYS = 24


@lru_cache
def game() -> Game:
    case = case_from(SMALL.read_text("utf-8"), "small.yaml")
    return prepare(case, rulebook_for(case, library()))


def play(seed: int) -> Derived:
    """One play at random, as the record yields it."""
    state, events = start(game(), game().case.playable)
    happened, choose = list(events), random_strategy(seed)
    while waiting := waiting_for(game(), state):
        state, events = step(game(), state, choose(game(), state, waiting[0]))
        happened += events
    decisions = tuple(decided(game(), one) for one in weighed(game(), game().expected, happened))
    people = (Sat(f"t{seed}", "schools", ("teacher",)), Sat(f"n{seed}", "health", ("nurse",)))
    return Derived(game(), people, decisions, {})


@lru_cache
def plays() -> tuple[Derived, ...]:
    return tuple(play(seed) for seed in range(PLAYS))


def small(total: Tally) -> OfCase:
    return total.cases["small"]


def at(scene: str) -> list[Decided]:
    return [one for derived in plays() for one in derived.decisions if one.scene == scene]


def test_each_decision_is_counted_once_a_play() -> None:
    total = tally([*plays(), Unread("broken")], BANDS)
    of_case = small(total)
    assert of_case.plays == PLAYS and total.unread == 1
    gate = of_case.decisions[Place("gate", "teacher", "options")]
    assert gate.n == PLAYS
    assert gate.answers == Counter(one.answers[0] for one in at("gate"))
    assert gate.grades == Counter("good" if one.answers == ("ring",) else "poor" for one in at("gate"))
    assert gate.facility == pytest.approx(gate.answers["ring"] / PLAYS)
    talk = [place.kind for place in of_case.decisions if place.scene == "talk"]
    assert sorted(talk) == ["bring", "bring", "meet", "meet"]


def test_discrimination_is_the_correlation_with_the_rest_of_the_play() -> None:
    rest, here = [], []
    for derived in plays():
        others = [one for one in derived.decisions if one.scene != "gate"]
        (gate,) = [one for one in derived.decisions if one.scene == "gate"]
        rest.append(float(Fraction(sum(one.earned for one in others)) / sum(one.possible for one in others)))
        here.append(float(gate.share or 0))
    n = len(here)
    mean_here, mean_rest = sum(here) / n, sum(rest) / n
    covariance = sum((x - mean_here) * (y - mean_rest) for x, y in zip(here, rest, strict=True))
    spread = sum((x - mean_here) ** 2 for x in here) * sum((y - mean_rest) ** 2 for y in rest)
    found = small(tally(plays(), BANDS)).decisions[Place("gate", "teacher", "options")]
    assert found.discrimination == pytest.approx(covariance / spread**0.5)


def test_facts_are_counted_where_they_were_needed() -> None:
    of_case = small(tally(plays(), BANDS))
    for cell, needed in of_case.needed.items():
        assert needed == sum(any(cell in one.needed for one in derived.decisions) for derived in plays())
        missed = sum(any(cell in one.missed for one in derived.decisions) for derived in plays())
        assert of_case.missed[cell] == missed <= needed


def test_a_seats_marks_count_for_its_own_agency() -> None:
    total = tally(plays(), BANDS)
    for agency, role, letter in (("schools", "teacher", "t"), ("health", "nurse", "n")):
        for competency, people in total.agencies[agency].items():
            for seed, derived in enumerate(plays()):
                mine = [one for one in derived.decisions if one.role == role and competency in one.tests]
                earned, possible = people.get(f"{letter}{seed}", [0.0, 0.0])
                assert earned == pytest.approx(float(sum(one.earned for one in mine)))
                assert possible == pytest.approx(float(sum(one.possible for one in mine)))
    together = plays()[0]._replace(people=(Sat("a", "schools", ()),))
    assert not tally([together], BANDS).agencies


def test_few_plays_show_nothing() -> None:
    total = tally(plays()[:4], BANDS)
    rows = list(themes._rows(small(total), 5))
    assert rows and {cell for row in rows for cell in row[5:]} == {SUPPRESSED}
    shown = list(items._rows(small(total), 5))
    assert {cell for row in shown for cell in row[5:8]} == {SUPPRESSED}
    assert not list(items._answers(small(total), 5)) and not themes.facts(total, 5).rows
    assert {mean for _, mean in themes._means(total, "C4", 5)} <= {None}


def test_several_plays_of_few_people_show_no_competency() -> None:
    well = {"C4": Shown(4, 4, ("gate",))}
    often = [derived._replace(people=(Sat("one", "health", ()),), competencies=well) for derived in plays()]
    each = [derived._replace(competencies=well) for derived in plays()]
    (hidden,) = themes.competencies(tally(often, BANDS), 5).rows
    (shown,) = themes.competencies(tally(each, BANDS), 5).rows
    assert set(hidden[1:]) == {SUPPRESSED} and shown[1:] == (100, 0, 0)


def test_answers_and_their_parts_of_a_hundred() -> None:
    total = tally(plays(), BANDS)
    rows = [row for row in items._answers(small(total), 5) if row[1] == "gate"]
    counts = Counter(one.answers[0] for one in at("gate"))
    assert [row[4] for row in rows] == ["good", "poor"]
    shown = [round(100 * counts[name] / PLAYS) for name in ("ring", "note")]
    assert [row[5] for row in rows] == shown
    for row in items._rows(small(total), 5):
        assert isinstance(row[5], int) and row[5] % 5 == 0


def test_what_an_author_may_look_at() -> None:
    ringing = [derived for derived in plays() if ("ring",) in [one.answers for one in derived.decisions]]
    total = tally(ringing * 3, BANDS)
    (row,) = [row for row in items._rows(small(total), 5) if row[1] == "gate"]
    assert "Note it and go home as soon as somebody comes.” was never chosen" in str(row[8])
    assert "Nearly everybody finds it" in str(row[8])


def test_the_record_yields_the_same_decisions(run: Run, room: TrainingRoom) -> None:
    room.register("Sam Wren", "health visiting")
    with room.open() as store:
        from simulator.records import Player
        from simulator.reports.derived import plays as of_record

        learner = store.database.read(lambda c: c.exec_driver_sql("SELECT id FROM learners").scalar_one())
    room.play(Player(learner, ("nurse", "teacher")))
    with room.open() as store:
        (found,) = store.database.read(lambda c: list(of_record(c, Asked())))
    assert isinstance(found, Derived) and {one.scene for one in found.decisions} >= {"gate", "talk"}
    assert found.people == (Sat(learner, "health visiting", ("nurse", "teacher")),)
    assert found.competencies["C4"].decisions == ("pass_on",)
    data = run("report", "items", "--json").data
    assert data["report"] == "items" and {row["n"] for row in data["rows"]} == {SUPPRESSED}
