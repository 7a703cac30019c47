"""From text to a case: what is usual, what is typed by field, and all mistakes at once, each in its place."""

from __future__ import annotations

import gc
import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from scoring.terms import Grade, Level, Mode
from simulator.errors import CaseError
from simulator.scenario.diagnostics import Diagnostic, Severity
from simulator.scenario.model import (
    Ask,
    FactNeeds,
    Habit,
    Judged,
    LookUp,
    Meet,
    Need,
    Next,
    Options,
    Record,
    RecordItem,
    Refer,
    Review,
    Share,
    Span,
)
from simulator.scenario.moments import start_of
from simulator.scenario.read import Reading, case_from, read_file, read_text

CASES = Path(__file__).parents[2] / "cases"
TEN_LINES = (CASES / "ten_lines.yaml").read_text(encoding="utf-8")
EVERYTHING = (CASES / "everything.yaml").read_text(encoding="utf-8")


def places(reading: Reading) -> list[str]:
    return [f"{each.place.line}:{each.place.column} {each.code}" for each in reading.diagnostics]


def test_ten_lines_are_a_case_and_everything_else_is_as_usual() -> None:
    case = case_from(TEN_LINES, "the empty lunch box.yaml")

    assert TEN_LINES.count("\n") == 10
    assert (case.format, case.id, case.level, case.minutes) == (1, "the-empty-lunch-box", "core", 30)
    assert case.set_on == start_of(date(2024, 1, 8)) + 9 * 60
    assert case.guidance == ("working together", "information sharing", "children acts")
    assert [(member.id, member.age, member.focus) for member in case.family.values()] == [
        ("child", "6", True)
    ]
    assert case.playable == ("practitioner",)
    assert case.roles["practitioner"].habit is Habit.BY_THE_BOOK
    decision = case.scenes["monday"].decision
    assert decision is not None and isinstance(decision.kind, Options)
    assert decision.roles == ("practitioner",)
    assert [(option.id, option.grade) for option in decision.kind.options] == [
        ("ask", Grade.ACCEPTABLE),
        ("wait", Grade.ACCEPTABLE),
    ]
    assert case.endings["home_time"].outcome == "mixed"
    assert case.review is None


def test_the_version_is_the_hash_of_the_text() -> None:
    assert case_from(TEN_LINES, "a").version == hashlib.sha256(TEN_LINES.encode()).hexdigest()
    assert case_from(TEN_LINES, "a").version == case_from(TEN_LINES.replace("\n", "\r\n"), "b").version


def test_everything_can_be_said() -> None:
    reading = read_file(CASES / "everything.yaml")

    assert places(reading) == []
    case = reading.case
    assert case is not None
    assert case.review == Review("the authors of this example", "2026-10-01")
    assert case.clocks[1].reasons_recorded == "said_why_late"
    assert case.roles["class_teacher"].binds_as == "teacher"
    assert case.roles["school_nurse"].binds_as == "school_nurse"
    assert case.roles["school_nurse"].index_user
    fact = case.facts["missed_boosters"]
    assert fact.editions[0].and_later and fact.editions[0].edition == "wt2013"
    assert fact.editions[0].change == FactNeeds(
        {role: Need(Level.FULL) for role in ("social_work_manager", "gp")}
    )
    assert case.facts["late_mornings"].any_agency_may_know
    assert case.facts["knee"].needs.nobody
    need = case.facts["callout"].needs.needed_by["social_work_manager"]
    assert need == Need(Level.FULL, "strategy_discussion_initiating_s47")


def test_each_kind_of_decision_is_typed() -> None:
    case = case_from(EVERYTHING, "everything")
    kinds = {scene.id: scene.decision.kind for scene in case.scenes.values() if scene.decision}

    share, ask, refer = kinds["gp_answers"], kinds["ring_round"], kinds["referral"]
    record, search, meet = kinds["on_paper"], kinds["the_index"], kinds["discussion"]
    assert isinstance(share, Share) and share.unsafe_mode == {"father": (Mode.ASK, Mode.TELL)}
    assert share.basis == ("protect a child",) and share.right_reason == "safety"
    assert isinstance(ask, Ask) and ask.if_refused == "gp_again" and ask.expects is not None
    assert isinstance(refer, Refer) and refer.level == ("child in need", "child protection")
    assert refer.parents == {"mother": Mode.TELL, "father": Mode.AGREE}
    assert isinstance(record, Record)
    assert record.items["own_words"] == RecordItem("said", "child_protection_file")
    assert isinstance(search, LookUp) and search.never_open == ("shielded",) and search.authorised
    assert isinstance(meet, Meet) and meet.bring is None and meet.chair == "social_work_manager"
    assert meet.restricted == {"callers_name": ("mother", "father"), "callout": ()}


def test_options_carry_their_effects_habits_and_editions() -> None:
    case = case_from(EVERYTHING, "everything")
    decision = case.scenes["register"].decision
    assert decision is not None and isinstance(decision.kind, Options)
    listen, ring_home, promise, _ = decision.kind.options

    assert listen.effects.takes == Span(10, "minutes")
    assert listen.effects.milestone == "concern_formed"
    assert listen.habits == (Habit.MINIMAL,)
    assert ring_home.effects.tells == {"mother": ("own_words",)}
    assert ring_home.editions[0].change == Judged(grade=Grade.POOR)
    assert promise.effects.then == (Next("friday"),)
    assert case.scenes["register"].effects.then == (Next("on_paper"),)
    assert case.scenes["after_the_call"].effects.then == (Next(ends=True),)


def test_what_is_left_out_of_a_decision_follows_from_who_decides() -> None:
    roles = "roles:\n" + "".join(
        f"  {role}: {{agency: {role}, play: yes}}\n" for role in ("gp", "nurse", "police")
    )
    ask = "ask:\n  purposes:\n    know: To know.\n    look: To look.\n"
    meet = (
        "as: [nurse, police]\nmeet:\n  decided by: majority\n  options:\n    now: Now.\n    later: Later.\n"
    )
    kinds = []
    for decision in (ask, meet):
        lines = "".join(f"      {line}\n" for line in ("question: What now?\n" + decision).splitlines())
        text = f"title: A\n{roles}scenes:\n  monday:\n    decide:\n{lines}endings:\n  home: The end.\n"
        found = case_from(text, "a").scenes["monday"].decision
        assert found is not None
        kinds.append((found.roles, found.kind))

    (asker, asking), (seats, meeting) = kinds
    assert asker == ("gp",) and isinstance(asking, Ask)
    assert asking.of == ("nurse", "police") and asking.right_purpose == "know"
    assert isinstance(meeting, Meet) and seats == meeting.seats == ("nurse", "police")


def test_scalars_stay_what_was_typed() -> None:
    text = TEN_LINES.replace("The empty lunch box", "5.10").replace("minutes", "")
    text += (
        "accepted:\n  - {code: C012, because: 0712}\ntrainer notes: no\ncontent notes:\n  - null\n  - 12:30\n"
    )

    case = case_from(text, "a")

    assert case.title == "5.10"
    assert case.accepted[0].reason == "0712"
    assert case.trainer_notes == "no"
    assert case.content_notes == ("null", "12:30")


TWELVE = """\
title: Twelve mistakes
levle: core
minutes: three quarters of an hour
set on: 31/02/2011
family:
  child: {age: small, focus: yes}
  mother: {age: 21-24, sex: woman, parent of: child}
roles:
  gp: {agency: general practice, play: perhaps}
  nurse: {agency: school nursing, play: yes}
facts:
  late:
    text: <chidl> has been late.
    held by: gpp
scenes:
  monday:
    at: in the afternoon
    decide:
      as: nurse
      question: What first?
      options:
        ask:
          text: Ask.
          takes: half an hour
        wait:
          text: Wait.
          grade: bad
          then: tuesday
endings:
  home: The day ends.
"""
EXPECTED = """\
2:1 F001
3:10 F009
4:9 F011
6:16 F014
7:29 F007
9:40 F008
13:11 F019
14:14 R002
17:9 F012
24:18 F013
27:18 F007
28:17 R006
"""


def test_twelve_mistakes_give_twelve_messages_each_in_its_place() -> None:
    reading = read_text(TWELVE, "twelve.yaml")

    assert reading.case is None
    assert places(reading) == EXPECTED.splitlines()
    for each in reading.diagnostics:
        assert each.line_text == TWELVE.splitlines()[each.place.line - 1]
        assert each.headline.startswith(f"twelve.yaml:{each.place.line}:{each.place.column}: {each.code} ")


@pytest.mark.parametrize(
    ("code", "suggestion"),
    [("F001", "“level”"), ("F019", "“<child>”"), ("R002", "“gp” (line 9)")],
)
def test_near_misses_are_told_what_was_meant_and_where_it_stands(code: str, suggestion: str) -> None:
    (found,) = [each for each in read_text(TWELVE, "twelve.yaml").diagnostics if each.code == code]

    assert f"Did you mean {suggestion}?" in found.remedy


def test_the_caret_is_under_what_is_wrong() -> None:
    found = {each.code: each for each in read_text(TWELVE, "twelve.yaml").diagnostics}

    assert under_caret(found["F019"]) == "<chidl>"
    assert under_caret(found["F013"]) == "half an hour"
    assert under_caret(found["R006"]) == "tuesday"


def under_caret(found: Diagnostic) -> str:
    return found.line_text[found.place.column - 1 :][: found.caret_length]


def test_one_mistake_is_told_once_and_what_follows_from_it_is_not() -> None:
    """A fact that cannot be read is still a fact: those who speak of it are not told that it is missing."""
    broken = EVERYTHING.replace("source: hearsay", "source: heresay", 1)

    assert [each.code for each in read_text(broken, "a").diagnostics] == ["F007"]


def test_a_file_of_which_a_part_cannot_be_read_is_not_told_that_the_part_is_missing() -> None:
    broken = EVERYTHING.replace(
        "headline: There is talk at the gate", "headline: There is talk: at the gate", 1
    )

    codes = [each.code for each in read_text(broken, "a").diagnostics]

    assert codes and all(code.startswith("Y") for code in codes)


def test_a_note_does_not_keep_a_case_from_being_played() -> None:
    reading = read_text(EVERYTHING.replace("as: school_nurse", "as: ‘school_nurse’", 1), "a")

    assert [each.severity for each in reading.diagnostics] == [Severity.NOTE]
    assert reading.case is not None


def test_prose_in_braces_is_refused_whatever_it_holds() -> None:
    text = TEN_LINES.replace(
        "        ask: Ask <child>, kindly and apart from the others, what happened about lunch today.",
        "        ask: {text: Ask what happened, grade: good, why: It matters}",
    )

    assert [each.code for each in read_text(text, "a").diagnostics] == ["F005", "F005"]


def test_a_later_format_is_refused_and_nothing_else_is_said() -> None:
    assert [each.code for each in read_text("format: 2\nwhatever: 1\n", "a").diagnostics] == ["F045"]
    assert [each.code for each in read_text("format: two\n" + TEN_LINES, "a").diagnostics] == ["F009"]


def test_a_text_that_was_checked_before_gives_its_case_or_an_error_with_every_finding() -> None:
    with pytest.raises(CaseError) as raised:
        case_from(TWELVE, "twelve.yaml")

    assert raised.value.message.count("\n") == 11
    assert "twelve.yaml:28:17: R006" in raised.value.message
    assert case_from(EVERYTHING, "a") == case_from(EVERYTHING, "b")


def test_the_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    read_text(TWELVE, "a")
    assert gc.isenabled()
    gc.disable()
    try:
        read_text(TEN_LINES, "a")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_file_that_is_no_file_is_told_and_not_raised(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")

    for path in (tmp_path / "nowhere.yaml", tmp_path, tmp_path / "pipe.yaml"):
        reading = read_file(path)
        assert reading.case is None
        assert [each.severity for each in reading.diagnostics] == [Severity.STOP]


def test_a_file_is_called_as_one_says(tmp_path: Path) -> None:
    path = tmp_path / "Lunch Box (2).yaml"
    path.write_text(TEN_LINES, encoding="utf-8")

    assert read_file(path).case == case_from(TEN_LINES, "lunch-box-2")
    assert read_file(tmp_path / "no.yaml", name="as shown").diagnostics[0].place.file == "as shown"


@pytest.mark.parametrize(
    ("typed", "meant"), [("mother of", "parent of"), ("son of", "child of"), ("Wife of", "partner of")]
)
def test_what_people_write_for_a_relation_is_told_the_fields_own_word(typed: str, meant: str) -> None:
    found = read_text(TWELVE.replace("parent of:", f"{typed}:"), "case.yaml").diagnostics
    (told,) = [one for one in found if one.code == "F001" and f"“{typed}”" in one.message]
    assert f"Did you mean “{meant}”?" in told.remedy
