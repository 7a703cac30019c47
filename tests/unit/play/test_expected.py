"""What the guidance of one date expects: editions, needs, red lines, openness, bases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scoring.evidence import Want, Weight
from scoring.guidance.model import Rule
from scoring.rulebook import Rulebook
from scoring.terms import REFERRAL_LEVELS, Grade, Level
from simulator.play.expected import Asked, expectations
from tests.unit.play.cases import HEAD, book, case_of, rule


def asked(decision: str, by: Rulebook | None = None, head: str = HEAD) -> Asked:
    case = case_of(f"first:\n  decide:\n    as: teacher\n    question: What now?\n{decision}", head=head)
    return expectations(case, by or book())["first"]


def sharing(
    more: str = "", by: Rulebook | None = None, head: str = HEAD, to: str = "[manager, nurse]"
) -> Asked:
    return asked(f"    share:\n      to: {to}\n{more}", by, head)


# --- editions ------------------------------------------------------------------------------------------

LEVELS = """\
    refer:
      to: manager
      level: [early help]
    from wt2013: {level: [child in need]}
    from wt2018: {level: [child protection]}
    in wt2018: {level: [immediate]}
"""


@pytest.mark.parametrize(("edition", "level"), [("wt2010", 1), ("wt2013", 2), ("wt2018", 4)])
def test_the_narrowest_block_wins_and_the_latest_of_those_that_have_begun(edition: str, level: int) -> None:
    assert asked(LEVELS, book(edition)).levels == (level,)


def test_of_two_that_have_begun_the_later_wins() -> None:
    later = replace(book("wt2018"), editions={"working together": "wt2020"})
    assert asked(LEVELS, later).levels == (3,)


def test_what_a_block_does_not_say_stays_as_it_is() -> None:
    text = """\
    why: Because.
    cite: judgement
    options:
      ring:
        text: Ring.
        grade: good
        why: A reason.
        in wt2013: {grade: poor}
      wait:
        text: Wait.
    in wt2013:
      why: Because of then.
"""
    then = asked(text, book("wt2013"))
    assert (then.why, then.cite) == ("Because of then.", ("judgement",))
    assert (then.options["ring"].grade, then.options["ring"].why) == (Grade.POOR, "A reason.")
    assert then.options["wait"].grade is Grade.ACCEPTABLE
    assert asked(text).why == "Because."


def test_a_board_may_take_another_level_as_right_too() -> None:
    at = REFERRAL_LEVELS.index
    wider = {"early help": ("child in need",), "immediate": ("none",)}
    assert asked(LEVELS, replace(book(), also_right=wider)).levels == (at("early help"), at("child in need"))


def test_who_needs_a_fact_may_differ_by_edition_and_here() -> None:
    head = HEAD.replace(
        "    needed by: [manager]\n", "    needed by: [manager]\n    from wt2013: {needed by: [nurse]}\n", 1
    )
    assert sharing(head=head).wants["words", "manager"].level is Level.FULL
    then = sharing(by=book("wt2013"), head=head)
    assert then.wants["words", "manager"].level is Level.NONE
    assert then.wants["words", "nurse"].level is Level.FULL
    here = sharing(
        "      needed here: {words: {nurse: {level: full, before: seen}}}\n    milestone: seen\n", head=head
    )
    assert here.wants["words", "nurse"] == Want(Level.FULL, Weight.NEUTRAL, False, False, "seen")
    assert here.wants["words", "manager"].level is Level.NONE, "what is needed here replaces the fact's own"
    assert here.wants["reviews", "manager"].level is Level.HEADLINE, "facts not named here keep their own"


# --- weights -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("says", "to", "weight"),
    [
        ("", "nurse", Weight.PLAIN),
        ("    sensitive: health\n", "nurse", Weight.SERIOUS),
        ("    needed by: nobody\n", "manager", Weight.SERIOUS),
        ("    may know: [nurse]\n", "nurse", Weight.NEUTRAL),
        ("    may know: [nurse]\n    sensitive: health\n", "nurse", Weight.NEUTRAL),
        ("    may know: any agency\n", "nurse", Weight.NEUTRAL),
        ("    may know: any agency\n", "mother", Weight.PLAIN),
        ("    never to: [nurse]\n    may know: any agency\n", "nurse", Weight.NEVER),
        ("    never to: [mother]\n", "mother", Weight.NEVER),
    ],
)
def test_what_passing_a_fact_that_is_not_needed_counts_as(says: str, to: str, weight: Weight) -> None:
    fact = f"  new:\n    text: A new thing.\n    held by: teacher\n    about: child\n{says}"
    found = sharing(head=HEAD + fact, to="[manager, nurse, mother]").wants["new", to]
    assert (found.level, found.weight) == (Level.NONE, weight)


# --- red lines -----------------------------------------------------------------------------------------


def rules(
    *, force: str = "statutory guidance", confidence: str = "verified", adopted: bool = False
) -> Rulebook:
    made: Rule = replace(rule("lines", None, "promptly", "a", "b"), timescale=None)
    made = replace(made, force=force, confidence=confidence, adopted=adopted)
    return book(topics={"lines": (made,), "none": ()})


UNSAFE = """\
    options:
      tell:
        text: Tell him.
        grade: unsafe
{own}      wait:
        text: Wait.
"""


@pytest.mark.parametrize(
    ("own", "decisions", "by", "grade"),
    [
        pytest.param("lines", "", rules(), Grade.UNSAFE, id="a rule that binds"),
        pytest.param("", "lines", rules(), Grade.UNSAFE, id="the decision's rule, where it has none"),
        pytest.param("lines", "", rules(confidence="memory"), Grade.POOR, id="a recalled rule"),
        pytest.param("lines", "", rules(force="local"), Grade.POOR, id="another board's example"),
        pytest.param(
            "lines", "", rules(force="local", adopted=True), Grade.UNSAFE, id="adopted by the board"
        ),
        pytest.param("none", "", rules(), Grade.POOR, id="a topic that has no rule on the date"),
        pytest.param("none", "lines", rules(), Grade.POOR, id="its own citation comes first"),
        pytest.param("", "judgement", rules(), Grade.POOR, id="judgement alone"),
        pytest.param("lines", "", book(), Grade.UNSAFE, id="no guidance at hand at all"),
    ],
)
def test_a_red_line_needs_a_rule_that_can_make_one(
    own: str, decisions: str, by: Rulebook, grade: Grade
) -> None:
    text = UNSAFE.format(own=f"        cite: {own}\n" if own else "")
    found = asked(text + (f"    cite: {decisions}\n" if decisions else ""), by)
    assert found.options["tell"].grade is grade


def test_without_such_a_rule_never_is_a_serious_excess_and_nothing_is_vital() -> None:
    head = HEAD.replace("    about: child\n", "    about: child\n    vital: yes\n    never to: [nurse]\n", 1)
    text = "      unsafe mode: {mother: ask}\n    cite: lines\n"
    strong, weak = sharing(text, rules(), head), sharing(text, rules(confidence="memory"), head)
    assert (strong.wants["words", "nurse"].weight, strong.wants["words", "manager"].vital) == (
        Weight.NEVER,
        True,
    )
    assert (weak.wants["words", "nurse"].weight, weak.wants["words", "manager"].vital) == (
        Weight.SERIOUS,
        False,
    )
    assert (strong.unsafe_mode, weak.unsafe_mode) == ({"mother": ("ask",)}, {})


# --- openness and bases --------------------------------------------------------------------------------


def test_where_nothing_is_said_every_adult_whom_a_needed_fact_is_about_is_told() -> None:
    head = HEAD.replace("held by: police", "held by: [police, teacher]")
    assert sharing(head=head).openness == {"mother": "tell", "father": "tell"}
    assert sharing(head=HEAD).openness == {}, "the teacher's one fact is about a child"
    assert sharing("      facts: [callout]\n", head=head, to="[nurse]").openness == {}, "not needed there"
    assert sharing("      openness: {father: ask}\n", head=head).openness == {"father": "ask"}


def test_any_basis_for_protecting_a_child_that_is_valid_on_the_day() -> None:
    found = sharing("      basis: protect a child\n")
    assert found.basis == {"public_interest"}
    assert found.bases_offered == ("public_interest", "consent", "law")
    assert sharing("      basis: [consent]\n      bases offered: [law, consent]\n").bases_offered == (
        "law",
        "consent",
    )
    assert sharing().bases_offered == (), "not asked for where none is named"


def test_at_most_five_bases_are_offered_and_right_ones_are_among_them() -> None:
    many = replace(book(), bases={f"b{n}": f"Basis {n}." for n in range(9)}, protecting=("b7", "b8"))
    found = sharing("      basis: protect a child\n", many)
    assert len(found.bases_offered) == 5 and set(found.bases_offered) & found.basis == {"b7", "b8"}


def test_a_date_without_such_a_basis_asks_for_none() -> None:
    assert sharing("      basis: protect a child\n", replace(book(), protecting=())).basis == frozenset()


def test_an_edition_is_read_by_its_own_date() -> None:
    assert book("wt2013").begun["wt2010"] == date(2010, 4, 1)
