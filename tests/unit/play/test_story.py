"""From scene to scene: what comes next, what is passed over, effects, injects, cuts, endings."""

from __future__ import annotations

import pytest

from simulator.play.events import Ended, Entered, Event, Injected, Passed
from simulator.play.game import Game
from simulator.play.marking import weighed
from simulator.play.step import start
from tests.unit.play.cases import ENDINGS, HEAD, book, game_of, knows, say

TWO = """\
      ring:
        text: Ring.
        grade: good
{ring}      wait:
        text: Wait.
        grade: poor
{wait}"""


def pick(name: str, *, ring: str = "", wait: str = "", decide: str = "", scene: str = "") -> str:
    """A scene with two options; each of the rest adds lines to its part."""
    head = f"{name}:\n{scene}  decide:\n    as: teacher\n    question: What now?\n{decide}    options:\n"
    return head + TWO.format(ring=ring, wait=wait)


def entered(game: Game, events: list[Event]) -> list[str]:
    return [game.scenes[event.scene].scene.id for event in events if isinstance(event, Entered)]


def path(game: Game, words: str, seats: tuple[str, ...] = ("teacher",)) -> list[str]:
    """Scenes entered, and the ending."""
    end, events = say(game, seats, words)
    return [*entered(game, events), *([game.ending_ids[end.ending]] if end.ending >= 0 else [])]


# --- what comes next -----------------------------------------------------------------------------------


def test_scenes_follow_each_other_as_in_the_file_and_the_ending_comes_last() -> None:
    game = game_of(pick("first") + "second: {mark: seen}\n" + pick("third"))
    assert path(game, "first ring\nthird wait") == ["first", "second", "third", "told"]


@pytest.mark.parametrize(
    ("parts", "then"),
    [
        ({"ring": "        then: third\n"}, "third"),
        ({"decide": "    then: third\n"}, "third"),
        ({"scene": "  then: third\n"}, "third"),
        (
            {"ring": "        then: fourth\n", "decide": "    then: third\n", "scene": "  then: second\n"},
            "fourth",
        ),
        ({"decide": "    then: third\n", "scene": "  then: second\n"}, "third"),
        ({}, "second"),
    ],
    ids=["option", "decision", "scene", "option before all", "decision before scene", "the next in the file"],
)
def test_the_first_that_is_said_applies(parts: dict[str, str], then: str) -> None:
    game = game_of(pick("first", **parts) + pick("second") + pick("third") + pick("fourth"))
    assert path(game, "first ring") == ["first", then]


def test_a_list_of_ways_takes_the_first_whose_condition_holds() -> None:
    ways = """\
    then:
      - scene: second
        if: playing gp
      - end: other
        if: chose first wait
      - scene: third
"""
    rest = "endings:\n  other:\n    when: playing police\n    text: Otherwise.\n  told: It is told.\n"
    game = game_of(pick("first", decide=ways) + pick("second") + pick("third"), rest=rest)
    assert path(game, "first ring", ("teacher", "gp")) == ["first", "second"]
    assert path(game, "first ring") == ["first", "third"]
    assert path(game, "first wait") == ["first", "other"], "an ending that is named needs no condition"


def test_end_alone_takes_the_first_ending_whose_condition_holds() -> None:
    rest = """\
    endings:
      waited:
        when: chose first wait
        text: So.
      rang:
        when: chose first ring
        text: So.
      told: It is told.
    """
    game = game_of(pick("first", decide="    then: end\n") + pick("second"), rest=rest)
    assert path(game, "first ring") == ["first", "rang"]
    assert path(game, "first wait") == ["first", "waited"]


def test_a_scene_whose_condition_does_not_hold_is_passed_over_to_the_next_in_the_file() -> None:
    game = game_of(
        pick("first", ring="        then: second\n")
        + "second:\n  if: chose first wait\n  mark: seen\n  then: end\n"
        + pick("third")
    )
    assert path(game, "first ring") == ["first", "third"]
    assert path(game, "first wait") == ["first", "second", "told"]


def test_a_scene_is_entered_once_and_again_as_often_as_it_says() -> None:
    back = "        then: first\n"
    for again, visits in ((0, 1), (1, 2), (2, 3)):
        scene = f"  again: {again}\n" if again else ""
        game = game_of(
            pick("begin") + pick("first", scene=scene, ring=back if again else "") + pick("second")
        )
        words = "begin ring\n" + "first ring\n" * visits
        assert path(game, words) == ["begin", *["first"] * visits, "second"]


def test_a_way_back_to_a_scene_that_was_entered_goes_on_behind_it() -> None:
    game = game_of(pick("first") + pick("second", ring="        then: first\n") + pick("third"))
    assert path(game, "first ring\nsecond ring") == ["first", "second", "third"]


def test_second_visits_and_repairs_are_played_and_worth_nothing() -> None:
    scenes = pick("first", scene="  again: 1\n", ring="        then: first\n") + pick(
        "second", scene="  makes good: first\n"
    )
    game = game_of(scenes)
    _, events = say(game, ("teacher",), "first ring\nfirst ring\nsecond ring")
    marks = [(one.mark.earned, one.mark.possible) for one in weighed(game, game.expected, events)]
    assert marks == [(3, 3), (0, 0), (0, 0)]


def test_nobody_need_decide_anything() -> None:
    game = game_of("first: {mark: seen}\nsecond: {takes: 1 hour}\n")
    end, events = start(game, ("teacher",))
    assert isinstance(events[-1], Ended) and end.clock == game.case.set_on + 60


# --- effects -------------------------------------------------------------------------------------------


def test_marks_milestones_and_tells_of_option_and_decision_all_happen() -> None:
    rest = """\
    endings:
      all:
        when:
          - at least 3 marked: one, two, three
          - one_reached reached
          - two_reached reached
          - nurse knows words in full
          - mother knows words
          - gp knows words
        text: So.
      told: Otherwise.
    """
    game = game_of(
        pick(
            "first",
            ring="        mark: one\n        milestone: one_reached\n        tells: {nurse: [words]}\n",
            decide="    mark: two\n    milestone: two_reached\n    tells: {mother: [words]}\n",
            scene="  mark: three\n  tells: {gp: [words]}\n",
        ),
        rest=rest,
    )
    assert path(game, "first ring") == ["first", "all"]
    assert path(game, "first wait") == ["first", "told"]


def test_what_a_scene_tells_is_known_when_it_is_decided_in() -> None:
    game = game_of(pick("first", scene="  tells: {teacher: [reviews]}\n"))
    state, events = start(game, ("teacher",))
    assert knows(game, state, "teacher", "reviews") == 2
    assert [event.how for event in events if isinstance(event, Passed)] == ["told"]


def test_what_comes_later_is_known_to_nobody_until_its_holders_are_told() -> None:
    head = HEAD.replace("    held by: teacher\n", "    held by: teacher\n    comes later: yes\n")
    game = game_of(pick("first") + pick("second", scene="  tells: {teacher: [words]}\n"), head=head)
    state, _ = start(game, ("teacher",))
    assert knows(game, state, "teacher", "words") == 0
    state, events = say(game, ("teacher",), "first ring")
    assert knows(game, state, "teacher", "words") == 2
    ((fact, to, how),) = [(one.fact, one.to, one.how) for one in events if isinstance(one, Passed)]
    assert (fact, to, how) == ("words", "teacher", "told")


def test_a_line_is_heard_and_tells_only_where_its_condition_holds() -> None:
    say_lines = """\
  say:
    - mother: Hello.
    - father: I know what she said.
      if: playing gp
      tells: {father: [words]}
    - child: (waves)
"""
    game = game_of(pick("first", scene=say_lines))
    for seats, heard, known in ((("teacher",), (0, 2), 0), (("teacher", "gp"), (0, 1, 2), 2)):
        state, events = start(game, seats)
        assert next(event.heard for event in events if isinstance(event, Entered)) == heard
        assert knows(game, state, "father", "words") == known


def test_a_line_may_follow_from_what_the_line_before_told() -> None:
    lines = """\
  say:
    - mother: She told me.
      tells: {mother: [words]}
    - mother: And I told the nurse.
      if: mother knows words
      tells: {nurse: [words]}
"""
    state, _ = start(game := game_of(pick("first", scene=lines)), ("teacher",))
    assert knows(game, state, "nurse", "words") == 2


# --- injects -------------------------------------------------------------------------------------------

NEWS = """\
injects:
  news:
    when: {when}
    to: [nurse]
    say:
      - neighbour: I rang before.
    tells: {{nurse: [words]}}
"""


def injected(game: Game, words: str) -> list[tuple[str, int]]:
    """Injects that came, each with how many decisions were made before it."""
    _, events = say(game, ("teacher",), words)
    found, made = [], 0
    for event in events:
        made += type(event).__name__ == "Decided"
        if isinstance(event, Injected):
            found.append((event.inject, made))
    return found


@pytest.mark.parametrize("scene", ["", "  at: 10:00\n"], ids=["plain", "with a time"])
def test_an_inject_comes_once_as_soon_as_its_condition_holds(scene: str) -> None:
    scenes = pick("first", scene=scene) + pick("second", scene=scene.replace("10:00", "11:00"))
    for when, comes in (("chose first ring", [("news", 1)]), ("playing teacher", [("news", 0)])):
        game = game_of(scenes, rest=ENDINGS + NEWS.format(when=when))
        assert injected(game, "first ring\nsecond ring") == comes
        assert knows(game, say(game, ("teacher",), "first ring")[0], "nurse", "words") == 2
    game = game_of(scenes, rest=ENDINGS + NEWS.format(when="chose first wait"))
    assert injected(game, "first ring\nsecond ring") == []


def test_an_inject_of_the_trainers_never_comes_by_itself() -> None:
    rest = ENDINGS + "injects:\n  news:\n    when: trainer\n    say:\n      - neighbour: I rang.\n"
    assert injected(game_of(pick("first"), rest=rest), "first ring") == []


# --- cuts ----------------------------------------------------------------------------------------------

CUT = """\
cuts:
  short:
    minutes: 10
    leave out: [second]
    knowing: {nurse: [words]}
    marked: [seen]
"""


def test_a_cut_leaves_scenes_out_and_says_what_they_would_have_told() -> None:
    scenes = (
        pick("first") + pick("second", scene="  mark: seen\n") + pick("third", scene="  if: marked seen\n")
    )
    whole, short = (game_of(scenes, head=HEAD + CUT, cut=cut) for cut in ("", "short"))
    assert path(whole, "first ring\nsecond ring\nthird ring") == ["first", "second", "third", "told"]
    assert path(short, "first ring\nthird ring") == ["first", "third", "told"]
    state, _ = start(short, ("teacher",))
    assert (knows(short, state, "nurse", "words"), knows(whole, start(whole, ())[0], "nurse", "words")) == (
        2,
        0,
    )


def test_what_a_cut_tells_is_told_at_its_beginning_so_that_the_debrief_knows_of_it() -> None:
    scenes = pick("first") + pick("second", scene="  mark: seen\n")
    _, events = start(game_of(scenes, head=HEAD + CUT, cut="short"), ("teacher",))
    told = [(one.fact, one.to, one.how) for one in events if isinstance(one, Passed)]
    assert told == [("words", "nurse", "told")]
    assert [type(one) for one in events] == [Passed, Entered]


def test_a_cut_can_leave_out_the_first_and_the_last_scene() -> None:
    for left_out, rest in (("first", ["second", "told"]), ("second", ["first", "told"])):
        cuts = f"cuts:\n  short: {{minutes: 10, leave out: [{left_out}]}}\n"
        game = game_of(pick("first") + pick("second"), head=HEAD + cuts, cut="short")
        assert path(game, f"{rest[0]} ring") == rest


# --- the Index -----------------------------------------------------------------------------------------


def test_a_search_where_no_index_exists_is_passed_over() -> None:
    search = """\
second:
  decide:
    as: nurse
    question: What do you look up?
    look up:
      child: child
      purposes:
        ring: To see whom to ring.
      results:
        right:
          text: A girl of six.
          tells: {nurse: [words], mother: [words]}
"""
    scenes = pick("first") + search + pick("third")
    seats = ("teacher", "nurse")
    there = game_of(scenes)
    assert path(there, "first ring\nsecond look up right for ring", seats) == ["first", "second", "third"]
    end, events = say(there, seats, "first ring\nsecond look up right for ring")
    assert (knows(there, end, "nurse", "words"), knows(there, end, "mother", "words")) == (2, 2)
    assert {event.how for event in events if isinstance(event, Passed)} == {"index"}
    assert knows(there, say(there, seats, "first ring\nsecond look up nothing")[0], "nurse", "words") == 0
    gone = game_of(scenes, rulebook=book(has_index=False))
    assert path(gone, "first ring", seats) == ["first", "third"]


# --- what only a question brings ---------------------------------------------------------------------------


def test_what_a_question_brought_can_be_passed_on_by_whoever_asked() -> None:
    decide = "{}:\n  decide:\n    as: manager\n    question: What now?\n"
    asked = decide.format("asked") + "    ask:\n      of: police\n      purposes:\n        why: A reason.\n"
    game = game_of(asked + decide.format("told") + "    share:\n      to: gp\n")
    end, _ = say(game, ("manager", "gp"), "asked ask police for why\ntold give callout to gp")
    assert knows(game, end, "gp", "callout") == 2
