"""Mistakes planted in cases, and what the checks once said of them wrongly."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from scoring.guidance import library
from simulator.author.checked import check_source
from simulator.author.checking import check_files
from simulator.author.starting import template
from simulator.scenario.catalogue.stories import WAIT, option, picked, story
from simulator.scenario.diagnostics import Severity
from simulator.scenario.known import known_ids
from simulator.scenario.source import source_of

KNOWN = known_ids(library())


def found(text: str, code: str) -> list[tuple[int, str]]:
    result = check_source(source_of(text, "x.yaml"), library(), KNOWN)
    return [(each.place.line, each.message) for each in result.findings if each.code == code]


def test_replaced_guidance_is_that_of_the_day_and_no_other() -> None:
    ask = option("ask", cite="[duty_to_refer, small_worries_add_up]")
    ((_, message),) = found(story(picked("monday", ask, WAIT), head="set on: 2013-10-07\n"), "C044")
    assert message == "The case is set under Working Together 2013, which newer editions have replaced."


START = """\
title: Planted
roles:
  gp: {agency: general practice, play: yes}
  nurse: {agency: school nursing, play: yes}
  police: {agency: police}
facts:
  late:
    text: He is late.
    held by: gp
"""
ENDS = "endings:\n  home: The day ends.\n"


def acts(kind: str, who: str = "gp", scene: str = "") -> str:
    """A case whose only decision is of this kind."""
    body = kind.strip().replace("\n", "\n      ")
    decide = f"    decide:\n      as: {who}\n      question: What now?\n      {body}\n"
    return f"{START}scenes:\n  day:\n{scene}{decide}{ENDS}"


def serious(text: str) -> list[tuple[str, int]]:
    """Every stop and fix but those about grades, each with its line."""
    result = check_source(source_of(text, "x.yaml"), library(), KNOWN)
    stops = [one for one in result.findings if one.severity is Severity.STOP]
    return [(one.code, one.place.line) for one in stops or result.findings if one.code not in UNGRADED]


UNGRADED = frozenset(["C040", "C041", "C072"])
MEETS = "meet:\n  options:\n    a: Yes.\n    b: No.\n"
ASKS = "ask:\n  purposes:\n    why: A reason.\n"
PICKS = "options:\n  a: Ask.\n  b:\n    text: Wait.\n    mark: drifted\n"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("F032", acts(ASKS + "  of:\n    - nurse\n    - ¶gp")),
        ("F032", acts("share:\n  facts: late\n  to: [nurse,\n    ¶gp]")),
        ("F033", acts(MEETS + "  decided by: majority\n  ¶seats: [gp]", "[gp, nurse]")),
        ("F034", acts(MEETS + "  seats: [gp]\n  ¶chair: nurse", "gp")),
        ("F035", acts(MEETS + "  ¶decided by: chair", "[gp, nurse]")),
        ("R018", acts(PICKS).replace("home:", "home:\n    ¶when: not marked drifted\n    text:")),
        ("R019", acts(ASKS + "  answered in:\n    ¶nurse: day")),
        ("R023", acts(PICKS + "¶then: day")),
        ("R023", acts(PICKS + "    ¶then: day")),
        ("R024", acts(PICKS) + "cuts:\n  none:\n    minutes: 5\n    leave out:\n      - ¶day\n"),
        ("R026", acts(PICKS) + "checks:\n  - play: [best]\n    expect: {score: best}\n    ¶as: police\n"),
        ("R027", acts(MEETS + "  decided by: majority", "[gp, nurse]", "    ¶present: [nurse]\n")),
    ],
)
def test_a_rule_between_fields_is_told_at_the_field(code: str, text: str) -> None:
    line = text[: text.index("¶")].count("\n") + 1
    assert (code, line) in serious(text.replace("¶", ""))


def test_a_misspelt_field_is_read_as_what_it_is_nearly() -> None:
    text = acts(PICKS).replace("options:", "optoins:").replace("endings:", "xendings:")
    assert serious(text) == [("F001", 15), ("F001", 20)]
    assert serious(acts(PICKS).replace("question:", "Question:")) == [("F001", 14)]


@pytest.mark.parametrize(
    ("line", "code", "meant"),
    [
        ("share:\n  to: nurse\n  basis: protect the child", "R013", "Did you mean “protect a child”?"),
        (PICKS + "cite: Duty to refer", "R012", "Did you mean “duty_to_refer”?"),
        (PICKS + "cite: Working Together 2013, p. 26", "R012", "Did you mean “which_working_"),
    ],
)
def test_words_where_the_guidance_has_names_are_told_with_the_name(line: str, code: str, meant: str) -> None:
    result = check_source(source_of(acts(line), "x.yaml"), library(), KNOWN)
    (only,) = [one for one in result.findings if one.severity is Severity.STOP]
    assert only.code == code
    assert only.remedy.startswith(meant)


def test_judgement_beside_a_rule_is_one_finding() -> None:
    text = acts(PICKS + "    grade: unsafe\n    cite: [judgement, duty_to_refer]")
    codes = [code for code, _ in serious(text)]
    assert "F042" in codes
    assert "F041" not in codes


def test_what_cannot_be_is_said_in_words() -> None:
    text = acts(PICKS, scene="    say:\n      - to: [gp]\n").replace("title", "format: 1.5\ntitle")
    messages = [one.message for one in check_source(source_of(text, "x.yaml"), library(), KNOWN).findings]
    assert "“format” is 1, and this is “1.5”." in messages
    assert "A line has one speaker, and this one has none." in messages


TWO = """\
scenes:
  day:
    say:
      - child: Hm.
      - child: Yes.
    stop: What now?
endings:
  home: Yes.
"""


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ("    stop:", "   stop:", "Y056", 15),
        ("    say:", "     say:", "Y056", 12),
        ("      - child: Hm", "     - child: Hm", "Y056", 13),
        ("- child: Yes", "-child: Yes", "Y055", 14),
        ("- child: Yes", "– child: Yes", "Y066", 14),
        ("  nurse: {", "  - nurse: {", "Y061", 4),
        ("    text: He is late.", "\u00a0\u00a0\u00a0\u00a0text: He is late.", "Y018", 8),
        ("  gp: {agency: general practice, play: yes}", "  gp: &gp", "Y024", 3),
        ("play: yes}", "play}", "Y036", 3),
        ("title: Planted", "title: *Planted*", "Y046", 1),
        ("stop: What now?", "stop: #1 What now?", "Y038", 15),
        ("stop: What now?", "stop: >\n    What now?", "Y064", 16),
        ("stop: What now?", "stop: !include what.yaml", "Y070", 15),
    ],
)
def test_one_slip_of_the_pen_is_one_finding_in_its_own_line(
    before: str, after: str, code: str, line: int
) -> None:
    text = (START + TWO).replace(before, after, 1)
    assert serious(text) == [(code, line)]


def said(text: str, code: str) -> list[tuple[int, str, str]]:
    """Line, message and remedy of each finding of a code."""
    result = check_source(source_of(text, "x.yaml"), library(), KNOWN)
    return [(one.place.line, one.message, one.remedy) for one in result.findings if one.code == code]


@pytest.mark.parametrize(
    "typed",
    [
        "[child's name]",
        "[INSERT DATE]",
        "[insert the street]",
        "«Name»",
        "$NAME$",
        "%NAME%",
        "&nbsp;",
        "&#8217;",
    ],
)
def test_gaps_of_forms_and_other_programs_are_not_read_out(typed: str) -> None:
    text = story(picked("monday", lines=f'say:\n  - child: "Ask {typed} about it."\n'))
    assert [message.partition(" looks")[0][1:-1] for _, message in found(text, "C069")] == [
        typed.removesuffix("$") if typed.startswith("$") else typed
    ]
    assert not found(story(picked("monday", lines='say:\n  - child: "It costs $5, or 10%."\n')), "C069")


def test_somebody_grown_up_is_no_girl_in_one_play() -> None:
    either = "family:\n  child: {age: 6, focus: yes}\n  gran: {age: 61, parent of: child}\n"
    text = story(picked("monday", lines="say:\n  - narrator: <gran> has lost her keys.\n"), head=either)
    assert "a woman in one play and a man in another" in said(text, "C075")[0][1]


def test_ages_that_cannot_be_are_told_at_whose_they_are() -> None:
    ages = "family:\n  child: {age: AGE, focus: yes}\n  mother: {age: MOTHER, parent of: child}\n"
    for child, mother, line in (("20", "25", 3), ("6", "9", 4)):
        head = ages.replace("AGE", child).replace("MOTHER", mother)
        ((at, message, _),) = said(story(picked("monday"), head=head), "C074")
        assert (at, "“mother”, “child”" in message, "`" in message) == (line, True, False)


def test_who_is_asked_and_cannot_be_played_is_why_nothing_leads_to_their_answer() -> None:
    asking = acts(ASKS + "  of: police\n  answered in: {police: answer}")
    answer = "  answer:\n    decide:\n      as: police\n      question: What?\n      share: {to: gp}\n"
    ((_, message),) = found(asking.replace("endings:", answer + "endings:"), "C020")
    assert message.endswith(": “police” cannot be played and answers by its habit.")


def test_a_seat_that_is_played_decides_what_it_tells() -> None:
    line = "    say:\n      - gp: He is ill.\n        tells: {nurse: late}\n"
    text = acts(PICKS, scene=line).replace("    held by: gp\n", "    held by: gp\n    sensitive: health\n")
    assert found(text, "C054")
    assert not found(text.replace("general practice, play: yes", "general practice"), "C054")


def test_the_long_template_is_without_fault() -> None:
    result = check_source(source_of(template(full=True), "x.yaml"), library(), KNOWN)
    assert {one.code for one in result.findings} <= {"C044"}


def test_a_pipe_and_a_name_without_letters_are_no_trouble(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    name = tmp_path / os.fsdecode(b"n\xff.yaml")
    name.write_bytes(gzip.compress(b"title: x"))
    checked = list(check_files([tmp_path / "pipe.yaml", name], None, tmp_path / "memory"))
    assert [one.code for each in checked for one in each.findings] == ["Y002", "Y008"]


SLIPS = [
    ("title: Planted", "title: Planted: a case", "Y040", 1),
    ("  nurse: {agency", "  nurse: {agancy", "F001", 4),
    ("    held by: gp", "    held by: gpp", "R002", 9),
    ("  day:\n", "  day:\n    present: [gp, nrse]\n", "R001", 12),
    ("      - child: Hm.", "      - child: <nurze> says hm.", "F019", 14),
    ("      - child: Yes.", "      -child: Yes.", "Y055", 15),
    ("    stop: What now?", "    stop: What now?\n    takes: six hours\n    then: evning", "F013", 17),
    ("endings:", "endngs:", "F001", 19),
    ("  home: Yes.", "  home: Yes.\n  other: @home\n", "Y045", 21),
]


def test_a_slip_is_found_beside_others_that_keep_lines_from_being_read() -> None:
    text = START + TWO
    for before, after, *_ in SLIPS:
        assert before in text
        text = text.replace(before, after, 1)
    planted = [(code, line) for *_, code, line in SLIPS] + [("R006", 18)]
    assert serious(text) == sorted(planted, key=lambda one: one[1])


def test_what_is_named_in_lines_not_read_is_not_missed() -> None:
    for lost in (
        "  nurse: {agency: school nursing, play: yes",
        "  nurse {agency: school nursing, play: yes}",
    ):
        text = START.replace("  nurse: {agency: school nursing, play: yes}", lost) + TWO
        text = text.replace("  day:\n", "  day:\n    present: [nurse]\n")
        assert {line for _, line in serious(text)} == {4}
