"""Paper for the table: each seat gets its own page and nothing of the others'; the guide holds all else."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from scoring.guidance import library
from scoring.guidance.board_reading import EXAMPLE, read_board
from simulator.author.examined import examine
from simulator.author.pack.as_page import pack_page
from simulator.author.pack.as_pdf import pack_pdf
from simulator.author.pack.as_text import pack_text
from simulator.author.pack.blocks import Heading, Rule, Sheet, Table
from simulator.author.pack.deciding import entries
from simulator.author.pack.guide import guide_sheet
from simulator.author.pack.making import sheets_of
from simulator.author.pack.observer import childs_words
from simulator.author.pack.roles import duties_of
from simulator.author.pack.setting import Setting, setting_of
from simulator.author.pack.timing import running_order
from simulator.author.pieces import options_of
from simulator.scenario.model import Ask, LookUp, Record, Share
from simulator.scenario.read import case_from
from simulator.words import pack as pack_words
from simulator.words import say

EVERYTHING = Path(__file__).parents[2] / "cases" / "everything.yaml"
SMALL = Path(__file__).parents[1] / "cli" / "small.yaml"
OWN_WORDS = {
    'name: "Level 4: child protection"': 'name: "Blue door"',
    "means: Needs beyond one service, met": "means: Sorted out round one kitchen table, met",
    "step: Manager to manager": "step: Two desks in one room",
}
HOSTILE = '<script>alert("1")</script>'


@pytest.fixture(scope="module")
def setting() -> Setting:
    """Of the case in which everything stands, not solved: that would take as long as all the rest."""
    case = case_from(EVERYTHING.read_text("utf-8"), "everything")
    return setting_of(examine(case, library(), budget=1), 3)


@pytest.fixture(scope="module")
def sheets(setting: Setting) -> tuple[Sheet, ...]:
    return sheets_of(setting)


def words_of(*sheets: Sheet) -> str:
    return "\n".join(pack_text(sheets))


def test_a_seats_page_holds_what_it_holds_and_nothing_of_the_others(
    setting: Setting, sheets: tuple[Sheet, ...]
) -> None:
    case = setting.case
    for role, sheet in zip(case.playable, sheets[: len(case.playable)], strict=True):
        page = words_of(sheet)
        assert setting.said(case.roles[role].brief) in page
        for fact in case.facts.values():
            assert (setting.said(fact.text) in page) == (role in fact.held_by), (role, fact.id)


def test_what_comes_later_stands_apart_on_the_page_of_the_seat_it_comes_to() -> None:
    held = "    held by: police\n    about: neighbour\n"
    text = EVERYTHING.read_text("utf-8").replace(held, held + "    comes later: yes\n")
    setting = setting_of(examine(case_from(text, "everything"), library(), budget=1), 3)
    pages = sheets_of(setting)
    for role, sheet in zip(setting.case.playable, pages, strict=False):
        now, comes, later = words_of(sheet).partition(say(pack_words.COMES_TO_YOU))
        fact = setting.said(setting.case.facts["callers_name"].text)
        assert bool(comes) == (fact in later) == (role == "police") and fact not in now


@pytest.mark.parametrize(
    ("told_in", "row"),
    [("the_nurse_answers", "10 the nurse answers"), ("after_the_call", "(13 after the call)")],
)
def test_a_seat_should_bring_what_has_come_by_then_and_the_guide_says_when_it_comes(
    told_in: str, row: str
) -> None:
    """Of the order of the file: one scene before the meeting tells it, or one after it does."""
    text = EVERYTHING.read_text("utf-8")
    for old, new in (
        (
            "    held by: police\n    about: [mother",
            "    held by: police\n    comes later: yes\n    about: [mother",
        ),
        (f"  {told_in}:\n", f"  {told_in}:\n    tells: {{police: [callout]}}\n"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    setting = setting_of(examine(case_from(text, "everything"), library(), budget=1), 3)
    guide = guide_sheet(setting)
    meeting = entries(setting, setting.case.scenes["discussion"])
    brought = [words for name, words in meeting if name == say(pack_words.TO_BRING)]
    fact = setting.said(setting.case.facts["callout"].text)
    assert any(fact.rstrip(".") in words for words in brought) == (told_in == "the_nurse_answers")
    (table,) = (
        block
        for block in guide.blocks
        if isinstance(block, Table) and block.caption == say(pack_words.ON_THE_WAY_HOW)
    )
    police = setting.named("police")
    assert [cells[0] for cells in table.rows if cells[1:] == (police, fact)] == [row]
    assert any(cells[1] == setting.named("housing_officer") for cells in table.rows)


def test_nothing_on_a_seats_page_says_what_is_right(setting: Setting, sheets: tuple[Sheet, ...]) -> None:
    pages = words_of(*sheets[: len(setting.case.playable)])
    for scene in setting.case.scenes.values():
        for option in options_of(scene.decision):
            assert setting.said(option.text) not in pages
        if scene.decision and scene.decision.why:
            assert setting.said(scene.decision.why) not in pages


def test_duties_are_rules_in_force_that_bind_the_post(setting: Setting) -> None:
    for role in setting.case.playable:
        for rule in duties_of(setting, setting.case.roles[role]):
            assert rule.binds(setting.case.roles[role].binds_as)
            assert rule.force != "local" or rule.adopted
            assert rule.covers(setting.day) or rule.adopted


def test_the_observer_is_given_every_seat_and_the_childs_own_words(
    setting: Setting, sheets: tuple[Sheet, ...]
) -> None:
    page = words_of(sheets[-2])
    assert all(setting.case.roles[role].title in page for role in setting.case.playable)
    assert childs_words(setting)
    assert all(text in page for text in childs_words(setting))


def test_the_guide_holds_all_that_whoever_runs_the_room_needs(
    setting: Setting, sheets: tuple[Sheet, ...]
) -> None:
    case, page = setting.case, words_of(sheets[-1])
    told = [*case.content_notes, *case.learning, *case.debrief, *case.afterwards]
    told += [ending.text for ending in case.endings.values()]
    told += [line.text for inject in case.injects.values() for line in inject.say]
    for scene in case.scenes.values():
        told += [scene.stop, scene.decision.question if scene.decision else ""]
        told += [option.tempting for option in options_of(scene.decision) if option.grade.value == "poor"]
        kind = scene.decision.kind if scene.decision else None
        if isinstance(kind, Share):
            told += [*kind.reasons.values()]
        elif isinstance(kind, Ask | LookUp):
            told += [*kind.purposes.values()]
        elif isinstance(kind, Record):
            told += [case.facts[fact].text for fact in kind.leave_out]
    assert [text for text in told if setting.said(text) not in page] == []
    assert all(line.number in page for line in setting.examined.board.support)
    cited = {
        rule.id
        for scene in case.scenes.values()
        for rule in setting.rules_of(setting.asked(scene.id).cite if scene.decision else ())
    }
    shown = {block.source.rpartition(" · ")[2] for block in sheets[-1].blocks if isinstance(block, Rule)}
    assert cited and cited <= shown


def test_the_guide_names_the_law_of_each_right_ground(setting: Setting, sheets: tuple[Sheet, ...]) -> None:
    page = " ".join(words_of(sheets[-1]).split())
    laws = {one.id: one.law for one in setting.examined.guidance.bases_on(setting.day)}
    shares = [
        setting.asked(scene.id)
        for scene in setting.case.scenes.values()
        if scene.decision and isinstance(scene.decision.kind, Share)
    ]
    right = {one for asked in shares for one in asked.bases_offered if one in asked.basis}
    assert right and [one for one in right if f"({laws[one]})" not in page] == []


def test_the_guide_says_what_the_board_says(setting: Setting) -> None:
    """Of an invented board with words of its own, by the names of the day the case is set on."""
    profile = EXAMPLE.read_text("utf-8")
    for old, new in OWN_WORDS.items():
        assert old in profile
        profile = profile.replace(old, new, 1)
    board = read_board(profile)
    own = replace(setting, examined=replace(setting.examined, board=board))
    page = words_of(sheets_of(own)[-1])
    here = page.partition(say(pack_words.HERE))[2].partition(say(pack_words.CITED))[0]
    assert [name for name in OWN_WORDS.values() if name.rpartition(": ")[2].strip('"') not in here] == []
    assert "Lead officer: Director of Children's Services" in here
    assert "Designated teacher: school staff" in here and "lead: school staff" not in here
    assert "School nursing: Ambershire Primary Care Trust" in here
    steps = [here.index(step.step) for step in board.escalation]
    assert len(steps) == 5 and steps == sorted(steps)
    assert here.count(say(pack_words.IS_TOLD)) == sum(step.tells_board for step in board.escalation)
    assert "Child protection: significant harm is suspected (here: Blue door)" in page.partition(here)[0]


@pytest.mark.parametrize(("file", "budget"), [(EVERYTHING, 1), (SMALL, 20_000)])
def test_the_minutes_of_the_scenes_add_up(file: Path, budget: int) -> None:
    """Of a case that is solved, and of one that is too large for it."""
    case = case_from(file.read_text("utf-8"), file.stem)
    order = running_order(examine(case, library(), budget=budget))
    assert sum(timed.minutes for timed in order) == case.minutes
    for number, cut in enumerate(case.cuts.values()):
        assert sum(timed.in_cuts[number] or 0 for timed in order) == cut.minutes
        assert {timed.scene.id for timed in order if timed.in_cuts[number] is None} == set(cut.leave_out)


def test_the_page_is_read_in_order_and_nothing_in_it_acts(sheets: tuple[Sheet, ...]) -> None:
    naughty = sheets[0]._replace(title=HOSTILE, blocks=(Heading(1, HOSTILE), *sheets[0].blocks))
    page = pack_page(HOSTILE, [naughty, *sheets[1:]])
    assert page.startswith("<!DOCTYPE html>") and '<html lang="en-GB">' in page
    assert "<script" not in page
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.count("<table") == page.count("<caption")
    assert "src=" not in page and "http" not in re.sub(r"<[^>]*>", "", unescape(page))


def test_only_the_pages_asked_for(setting: Setting) -> None:
    assert [sheet.title for sheet in sheets_of(setting, ("gp",))] == ["Family doctor · general practice"]


def test_each_seats_page_and_the_observers_sheet_are_one_page_each(
    setting: Setting, sheets: tuple[Sheet, ...]
) -> None:
    long = sheets[0]._replace(blocks=sheets[0].blocks * 2)
    data = pack_pdf(setting.case.title, [*sheets[:-1], long])
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == len(sheets)
