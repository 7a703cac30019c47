"""How seats that nobody plays decide and answer: four habits in every kind of decision, never unsafe."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.terms import Grade, Level
from simulator.play.events import Decided, Declined, Passed
from simulator.play.game import prepare
from simulator.play.marking import red_lines, weighed
from simulator.play.moves import (
    Ask,
    Bring,
    Choose,
    DecisionMove,
    LookUp,
    Passing,
    Record,
    Refer,
    Share,
    View,
)
from simulator.play.step import start
from tests.unit.play.cases import HEAD, book, game_of, say
from tests.unit.solver.small_cases import small_case
from tests.unit.solver.small_making import Dice

HABITS = ("by the book", "slow", "guarded", "minimal")
HEADLINE, FULL = Level.HEADLINE, Level.FULL
GP = "  gp: {agency: general practice, play: yes}"
OWN = """\
  plain:
    text: He is well.
    headline: Well.
    held by: gp
    about: child
    needed by: [manager]
  bare:
    text: The record, with no headline.
    held by: gp
    about: mother
    sensitive: health
    needed by: [manager]
  knee:
    text: An operation.
    headline: Something long ago.
    held by: gp
    about: mother
    needed by: nobody
"""


def head(habit: str) -> str:
    return HEAD.replace(GP, f"  gp: {{agency: general practice, if nobody plays: {habit}}}") + OWN


def by_habit(habit: str, decision: str, *, also: str = "") -> DecisionMove:
    """What the family doctor does, whom nobody plays."""
    scenes = f"{also}first:\n  decide:\n    as: gp\n    question: What now?\n{decision}"
    game = game_of(scenes, head=head(habit))
    _, events = start(game, ("teacher",))
    return next(event.move for event in events if isinstance(event, Decided) and event.by_habit)


# --- options -------------------------------------------------------------------------------------------


def options(*grades: str) -> str:
    made = [f"      o{n}:\n        text: Do {n}.\n        grade: {grade}\n" for n, grade in enumerate(grades)]
    return "    options:\n" + "".join(made)


@pytest.mark.parametrize(
    ("grades", "chosen"),
    [
        (("poor", "acceptable", "good", "good"), ("o2", "o1", "o1", "o0")),
        (("poor", "good"), ("o1", "o1", "o1", "o0")),
        (("acceptable", "good"), ("o1", "o0", "o0", "o0")),
        (("unsafe", "good"), ("o1", "o1", "o1", "o1")),
        (("unsafe", "poor"), ("o1", "o1", "o1", "o1")),
        (("unsafe", "poor", "acceptable"), ("o2", "o2", "o2", "o1")),
    ],
)
def test_the_option_each_habit_takes(grades: tuple[str, ...], chosen: tuple[str, ...]) -> None:
    """By the book the highest grade, slow and guarded acceptable, minimal poor; of those the first."""
    taken = [by_habit(habit, options(*grades)) for habit in HABITS]
    assert [move.option for move in taken if isinstance(move, Choose)] == list(chosen)


def test_an_option_may_name_the_habit_that_takes_it() -> None:
    named = options("good", "poor", "acceptable").replace(
        "grade: poor\n", "grade: poor\n        habits: [slow]\n"
    )
    taken = {habit: by_habit(habit, named) for habit in HABITS}
    assert [habit for habit, move in taken.items() if isinstance(move, Choose) and move.option == "o1"] == [
        "slow",
        "minimal",
    ]


def test_an_option_that_names_a_habit_and_is_unsafe_under_an_edition_is_not_taken() -> None:
    named = options("poor", "good").replace(
        "grade: poor\n", "grade: poor\n        habits: [slow]\n        in wt2013: {grade: unsafe}\n"
    )
    scenes = f"first:\n  decide:\n    as: gp\n    question: What now?\n{named}"
    for edition, option in (("wt2010", "o0"), ("wt2013", "o1")):
        _, events = start(game_of(scenes, head=head("slow"), rulebook=book(edition)), ("teacher",))
        moves = [event.move for event in events if isinstance(event, Decided)]
        assert [move.option for move in moves if isinstance(move, Choose)] == [option]


# --- passing on ----------------------------------------------------------------------------------------

SHARE = """\
    share:
      to: [manager, nurse]
      openness: {mother: ask}
      basis: [consent]
      bases offered: [public_interest, consent]
      reasons:
        asked: They asked.
        safety: It bears on safety.
      right reason: safety
"""
TO_MANAGER = {
    "by the book": (("reviews", HEADLINE), ("plain", FULL), ("bare", FULL)),
    "slow": (("reviews", HEADLINE), ("plain", FULL), ("bare", FULL)),
    "guarded": (("reviews", HEADLINE), ("plain", HEADLINE)),
    "minimal": (("reviews", HEADLINE),),
}


@pytest.mark.parametrize("habit", HABITS)
def test_what_each_habit_passes_on(habit: str) -> None:
    """What is needed and nothing else: guarded only headlines, minimal only the first; all of it openly."""
    move = by_habit(habit, SHARE)
    assert isinstance(move, Share)
    assert move.given == tuple(Passing(fact, "manager", level) for fact, level in TO_MANAGER[habit])
    assert (move.openness, move.basis, move.reason) == ((("mother", "ask"),), "consent", "safety")


@pytest.mark.parametrize("habit", HABITS)
def test_what_each_habit_brings_to_a_meeting_and_thinks(habit: str) -> None:
    meet = f"""\
    meet:
      seats: [gp, manager]
      chair: manager
{options("poor", "acceptable", "good").replace("    ", "      ", 1).replace("      o", "        o")}"""
    text = "first:\n  decide:\n    as: [gp, manager]\n    question: What now?\n" + _deeper(meet)
    game = game_of(text, head=head(habit))
    _, events = say(game, ("manager",), "first bring nothing\nfirst view o0")
    moves = [event.move for event in events if isinstance(event, Decided) and event.by_habit]
    brought, view = moves
    assert isinstance(brought, Bring) and brought.given == TO_MANAGER[habit]
    assert isinstance(view, View)
    assert view.option == {"by the book": "o2", "slow": "o1", "guarded": "o1", "minimal": "o0"}[habit]


def _deeper(meet: str) -> str:
    """The options of a meeting stand one step further in."""
    lines = meet.splitlines()
    start_at = next(n for n, line in enumerate(lines) if line.strip() == "options:")
    fixed = ["      options:"]
    for line in lines[start_at + 1 :]:
        word = line.strip()
        fixed.append(("        " if word.endswith(":") else "          ") + word)
    return "\n".join([*lines[:start_at], *fixed, ""])


@pytest.mark.parametrize("habit", HABITS)
def test_how_each_habit_refers(habit: str) -> None:
    refer = """\
    refer:
      to: manager
      level: [early help, child in need]
      urgency: [same day, at once]
      route: phone only
      parents: {mother: tell}
"""
    move = by_habit(habit, refer)
    assert isinstance(move, Refer)
    assert (move.level, move.urgency, move.route) == ("child in need", "same day", "phone only")
    assert tuple((one.fact, one.level) for one in move.given) == TO_MANAGER[habit]
    none = by_habit(habit, refer.replace("[early help, child in need]", "none"))
    assert none == Refer("first", "gp")


def test_a_colleague_asks_records_and_searches_as_it_should() -> None:
    ask = """\
    ask:
      of: [nurse, police]
      purposes:
        background: For background.
        enquiry: To decide today.
      right purpose: enquiry
"""
    needs = HEAD.replace("needed by: {manager: full}", "needed by: {gp: full}").replace(
        GP, "  gp: {agency: general practice}"
    )
    scenes = f"first:\n  decide:\n    as: gp\n    question: What now?\n{ask}"
    _, events = start(game_of(scenes, head=needs), ("teacher",))
    assert [event.move for event in events if isinstance(event, Decided)] == [
        Ask("first", "gp", (("nurse", "enquiry"),))
    ]
    record = """\
    record:
      items:
        reviews: {label: said, where: file}
        words: {label: said, where: file}
      leave out: [knee]
      places: [file, bag]
"""
    written = by_habit("by the book", record)
    assert isinstance(written, Record)
    assert [(entry.fact, entry.label, entry.place) for entry in written.entries] == [
        ("reviews", "said", "file")
    ]
    search = """\
    look up:
      child: child
      purposes:
        ring: To see whom to ring.
      results:
        right:
          text: A girl of six.
      authorised: {authorised}
      mark: contact
"""
    for authorised, result in (("yes", "right"), ("no", "none")):
        found = by_habit("by the book", search.replace("{authorised}", authorised))
        assert isinstance(found, LookUp) and (found.purpose, found.result) == ("ring", result)


# --- answers -------------------------------------------------------------------------------------------

ASKING = """
first:
  decide:
    as: manager
    question: Whom do you ask?
    ask:
      of: [gp]
      purposes:
        enquiry: To decide today.
        background: For background.
      basis: [consent]
      bases offered: [consent, public_interest]
      if refused: refused
second: {takes: 1 hour}
refused: {takes: 2 hours}
"""


def answered(habit: str, words: str, scenes: str = ASKING) -> tuple[list[tuple[str, Level]], bool, int]:
    """Facts that came back, whether the doctor declined, and the hours that passed."""
    game = game_of(scenes, head=head(habit))
    end, events = say(game, ("manager",), f"first ask {words}")
    came = [(event.fact, event.level) for event in events if isinstance(event, Passed)]
    declined = any(isinstance(event, Declined) for event in events)
    return came, declined, (end.clock - game.case.set_on) // 60


RIGHTLY, BADLY, UNFOUNDED = (
    "gp for enquiry; basis consent",
    "gp for background; basis consent",
    "gp for enquiry",
)


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("words", [RIGHTLY, BADLY, UNFOUNDED, "gp for enquiry; basis public_interest"])
def test_what_each_habit_answers(habit: str, words: str) -> None:
    """All answer with what is needed; guarded only if purpose and basis are right."""
    came, declined, hours = answered(habit, words)
    if habit == "guarded" and words != RIGHTLY:
        assert (came, declined, hours) == ([], True, 2), "a refusal leads to its own scene"
    else:
        assert (came, declined) == (list(TO_MANAGER[habit]), False)
        assert hours == 3, "the story goes on through both scenes"


def test_nobody_asked_answers_nothing() -> None:
    assert answered("guarded", "nobody") == ([], False, 3)


def test_what_the_asking_scene_expects_comes_back_even_where_nobody_needs_it() -> None:
    expects = ASKING.replace("      of: [gp]\n", "      of: [gp]\n      expects: {gp: [knee, plain]}\n")
    assert answered("by the book", RIGHTLY, expects)[0] == [("knee", HEADLINE), ("plain", FULL)]
    assert answered("guarded", RIGHTLY, expects)[0] == [("knee", HEADLINE), ("plain", HEADLINE)]
    assert answered("minimal", RIGHTLY, expects)[0] == [("knee", HEADLINE)]


def test_what_must_never_reach_the_asker_does_not_come_back() -> None:
    never = head("by the book").replace("    needed by: nobody\n", "    never to: [manager]\n")
    expects = ASKING.replace("      of: [gp]\n", "      of: [gp]\n      expects: {gp: [knee, plain]}\n")
    game = game_of(expects, head=never)
    _, events = say(game, ("manager",), f"first ask {RIGHTLY}")
    assert [event.fact for event in events if isinstance(event, Passed)] == ["plain"]


ANSWERED_IN = """
first:
  decide:
    as: manager
    question: Whom do you ask?
    ask:
      of: [gp, nurse]
      purposes:
        enquiry: To decide today.
      answered in: {gp: answers}
second: {takes: 1 hour}
answers:
  decide:
    as: gp
    question: They ask you. What do you pass on?
    share: {facts: [reviews], to: [manager], openness: {mother: tell}}
"""


@pytest.mark.parametrize(
    ("seats", "asked", "waits"),
    [
        (("manager", "gp"), "gp for enquiry", True),
        (("manager", "gp"), "nurse for enquiry", False),
        (("manager",), "gp for enquiry", False),
    ],
    ids=["asked and played", "not asked", "nobody plays"],
)
def test_a_played_holder_answers_in_a_scene_of_its_own(
    seats: tuple[str, ...], asked: str, waits: bool
) -> None:
    game = game_of(ANSWERED_IN)
    state, events = say(game, seats, f"first ask {asked}")
    assert (state.ending < 0) is waits
    came = {event.fact for event in events if isinstance(event, Passed)}
    assert came == ({"clinic"} if "nurse" in asked else set() if waits else {"reviews"})


def test_what_only_a_question_brings_may_be_passed_once_it_was_asked() -> None:
    scenes = """
    first:
      decide:
        as: police
        question: What do you pass on?
        share: {to: [manager], openness: {mother: tell}}
    second:
      decide:
        as: manager
        question: Whom do you ask?
        ask:
          of: [police]
          purposes:
            enquiry: To decide today.
          answered in: {police: third}
    third:
      decide:
        as: police
        question: What do you pass on?
        share: {to: [manager], openness: {mother: tell}}
    """
    game = game_of(scenes, head=HEAD.replace("{agency: police}", "{agency: police, play: yes}"))
    _, events = say(
        game, ("manager", "police"), "first give nothing\nsecond ask police for enquiry\nthird nothing"
    )
    shares = [event for event in events if isinstance(event, Decided) and isinstance(event.move, Share)]
    evidence = [one.evidence for one in weighed(game, game.expected, shares)]
    assert [len(one.cells) for one in evidence] == [0, 1]  # type: ignore[union-attr]


# --- never unsafe --------------------------------------------------------------------------------------


@settings(max_examples=150)
@given(st.integers(0, 100_000))
def test_a_habit_is_never_unsafe_whatever_the_case(seed: int) -> None:
    """Every colleague's decision, marked as if a person had made it, crosses no red line of the date of play.

    Only where every option is unsafe, or keeping back is all the habit knows, may something be listed.
    """
    small = small_case(Dice(seed))
    game = prepare(small.case, small.rulebook, small.cut)
    state, events = start(game, ())
    assert state.ending >= 0
    acted = [event._replace(by_habit=False) for event in events if isinstance(event, Decided)]
    for one in weighed(game, game.expected, acted):
        grades = {judged.grade for judged in one.asked.options.values()}
        if grades != {Grade.UNSAFE}:
            assert one.mark.red_lines == (), one.move
    assert red_lines(game, (), state) == ()
