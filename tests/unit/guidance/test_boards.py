"""Board profiles: the invented one, names by date, and a trainer's own file with its mistakes named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scoring.errors import FileMistakes, GuidanceError, NotInGuidance
from scoring.guidance import Guidance, clock_of
from scoring.guidance.board import Board, agency_name
from scoring.guidance.board_reading import EXAMPLE, load_board, read_board
from scoring.guidance.checking import check_board
from scoring.guidance.vocabulary import ROLES
from scoring.rulebook import Rulebook
from scoring.terms import REFERRAL_LEVELS


def changed(old: str, new: str) -> str:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


def test_a_board_changes_its_name_and_kind(board: Board) -> None:
    days = (date(2005, 6, 1), date(2006, 4, 1), date(2019, 9, 28), date(2019, 9, 29))
    assert [board.on(day).kind for day in days] == ["ACPC", "LSCB", "LSCB", "safeguarding partners"]
    assert board.on(date(2011, 9, 5)).name == "Ambershire Local Safeguarding Children Board"


@pytest.mark.parametrize(
    ("agency", "on", "name", "run_by"),
    [
        ("health visiting", date(2013, 3, 31), "health visiting", "Ambershire Primary Care Trust"),
        ("health visiting", date(2013, 4, 1), "health visiting", "Ambershire Community Health NHS Trust"),
        ("social care", date(2006, 3, 31), "social services", "Ambershire County Council"),
        ("children's social care", date(2011, 9, 5), "children's social care", "Ambershire County Council"),
        ("probation", date(2012, 1, 1), "Ambershire Probation Trust", ""),
        ("cafcass", date(1999, 12, 1), "court welfare service and guardians", ""),
    ],
)
def test_an_agency_has_the_name_of_its_day(
    board: Board, agency: str, on: date, name: str, run_by: str
) -> None:
    assert agency_name(board, agency, on) == name
    assert board.agency_on(agency, on).run_by == run_by


@pytest.mark.parametrize(
    "agency",
    [
        "health visiting",
        "general practice",
        "hospital",
        "midwifery",
        "school nursing",
        "schools",
        "early years",
        "childminders",
        "social care",
        "police",
        "housing",
        "youth offending",
        "probation",
        "prisons",
        "cafcass",
        "nspcc",
        "education welfare",
        "adult mental health",
        "substance misuse",
        "domestic-abuse services",
        "voluntary sector",
        "faith groups",
        "armed forces",
        "coroner",
        "early help",
    ],
)
def test_every_agency_of_the_field_is_in_the_catalogue(board: Board, agency: str) -> None:
    assert board.knows_agency(agency)
    found = board.agency(agency)
    assert found.group in board.groups
    assert found.roles
    assert set(found.roles) <= set(ROLES)


def test_an_agency_nobody_knows_is_refused(board: Board) -> None:
    assert not board.knows_agency("lighthouse keepers")
    with pytest.raises(NotInGuidance, match="lighthouse keepers"):
        board.agency("lighthouse keepers")


def test_what_the_example_board_adopts_is_in_the_packs_and_was_seen(guidance: Guidance, board: Board) -> None:
    known = {rule.id: rule for rule in guidance.all_rules()}
    check_board(board, guidance)
    adopted = [name for adoption in board.adopts for name in adoption.rules]
    assert len(set(adopted)) == len(adopted)
    assert all(known[name].verified for name in adopted)


def test_an_adoption_has_dates_of_its_own(board: Board) -> None:
    assert "local-48h-form" not in board.local_on(date(2013, 4, 14)).adopted
    assert "local-48h-form" in board.local_on(date(2013, 4, 15)).adopted
    assert "safe-haven-fax" not in board.local_on(date(2019, 1, 1)).adopted


def test_the_example_board_keeps_48_hours_when_the_national_figure_ends(
    guidance: Guidance, board: Board
) -> None:
    for on in (date(2011, 9, 5), date(2016, 9, 5)):
        rule = clock_of(guidance.resolve("referral_confirmed_in_writing", on, local=board.local_on(on)))
        assert rule is not None
        assert rule.timescale is not None
        assert rule.timescale.in_words == "48 hours"


def test_escalation_ends_with_the_named_accountable_officers(board: Board) -> None:
    assert board.escalation[-1].step == "The accountable officers"
    assert not board.escalation[0].tells_board
    assert board.officer_on("lead officer", date(2011, 9, 5)) == "Director of Children's Services"
    assert board.officer_on("lead member", date(2005, 9, 5)) == "Cabinet Member for Social Services"


def test_advice_bands_levels_and_lines(board: Board) -> None:
    posts = {adviser.post for adviser in board.advisers_on(date(2011, 9, 5))}
    assert {"named nurse", "named GP", "designated teacher", "designated officer"} <= posts
    assert "designated safeguarding lead" not in posts
    assert [board.bands.band(n) for n in (100, 80, 79, 55, 54, 0)] == [
        "secure",
        "secure",
        "developing",
        "developing",
        "revisit",
        "revisit",
    ]
    assert set(board.levels) == {"introductory", "core", "advanced"}
    assert tuple(board.thresholds) == REFERRAL_LEVELS
    assert board.smallest_shown == 5
    assert {line.number for line in board.support} >= {"999", "101", "0808 800 5000", "0800 1111", "116 123"}


OWN = """own rules:
  duty-team-rings-back:
    topics: [feedback_to_referrer]
    domain: referral
    roles: [social_worker]
    text: The duty team rings whoever referred before the end of the day.
    timescale: {unit: same day, from: referral_received, to: referrer_told, kind: max}
    from: 2012-01-01
escalation:"""


def test_a_board_may_have_rules_of_its_own(guidance: Guidance) -> None:
    board = read_board(changed("\nescalation:", "\n" + OWN))
    before, after = board.local_on(date(2011, 12, 31)), board.local_on(date(2012, 1, 1))
    assert before.own == ()
    found = guidance.resolve("feedback_to_referrer", date(2012, 1, 1), ["working together"], after)
    rule = next(rule for rule in found if rule.id == "duty-team-rings-back")
    assert (rule.edition, rule.force_word, rule.may_be_red_line) == ("ambershire", "local", True)


def test_a_threshold_document_may_take_another_level_as_right_too(guidance: Guidance) -> None:
    wider = '  child in need:\n    also right: [early help]\n    name: "Level 3: child in need"\n'
    board = read_board(changed('  child in need:\n    name: "Level 3: child in need"\n', wider))
    on = date(2012, 1, 1)
    book = guidance.rulebook((), on, None, board.local_on(on))
    assert book.also_right == {"child in need": ("early help",)}
    assert Rulebook.from_data(book.as_data()) == book
    stored_before = {name: value for name, value in book.as_data().items() if name != "also_right"}
    assert Rulebook.from_data(stored_before).also_right == {}


MISTAKES = [
    ("kind: LSCB", "kind: LSBC", "does not know “LSBC”. Did you mean “LSCB”?"),
    ("from: 2006-04-01\n    to: 2019-09-28", "from: 2006-03-01\n    to: 2019-09-28", "overlaps"),
    ("from: 2013-04-01}", "from: 1 April 2013}", "“1 April 2013” is not a date. Write the year first"),
    ("group: health\n", "group: healthy\n", "Did you mean “health”?"),
    ("roles: [health_visitor]", "roles: [health visitor]", "Did you mean “health_visitor”?"),
    ("also: [school health]", "also: [health visiting]", "“health visiting” means two agencies."),
    ("secure: 80, developing: 55", "secure: 50, developing: 55", "begins below “secure”"),
    ("secure: 80,", "secure: most,", "a whole number from 1 to 100. Not “most”."),
    ("small numbers: 5", "small numbers: 0", "a whole number from 1 to 50"),
    ("small numbers: 5", "tiny numbers: 5", "the profile does not know “tiny numbers”"),
    ("  immediate:\n", "  at once:\n", "“thresholds” lacks immediate."),
    ("unit: working days}", "unit: fortnights}", "does not know “fortnights”"),
    ("id: ambershire\n", "", "the profile needs “id”"),
    ("format: 1\n", "format: 2\n", "does not know “2”"),
    (
        '{name: "refuge, outreach and independent advisers"',
        "{name: refuge, outreach",
        "comma begins the next name",
    ),
    ("  lead member:\n", "  lead members:\n", "needs a name"),
    ("rules: [safe-haven-fax, safe-haven-scope]", "rules: []", "adopts no rule"),
    ("  core: {title", "  middling: {title", "“levels” does not know “middling”"),
    ("agency groups:\n", "agency groups: none\nagencies: none\nmore:\n", "stands here twice"),
]


@pytest.mark.parametrize(("old", "new", "said"), MISTAKES)
def test_a_mistake_in_a_trainers_file_is_named_in_plain_words(old: str, new: str, said: str) -> None:
    with pytest.raises(FileMistakes) as refused:
        read_board(changed(old, new), "ours.yaml")
    assert said in str(refused.value)
    assert refused.value.title == "Board profile"
    assert all(problem.file == "ours.yaml" for problem in refused.value.problems)


def test_all_mistakes_are_named_at_once_in_the_order_of_the_file() -> None:
    text = changed("kind: LSCB", "kind: LSBC").replace("small numbers: 5", "small numbers: few")
    with pytest.raises(FileMistakes) as refused:
        read_board(text, "ours.yaml")
    lines = [problem.line for problem in refused.value.problems]
    assert len(lines) == 2
    assert lines == sorted(lines)
    assert text.splitlines()[lines[0] - 1].strip() == "kind: LSBC"


def test_a_rule_the_packs_do_not_have_is_named(guidance: Guidance) -> None:
    board = read_board(changed("- local-callback-switchboard", "- local-callback-never"))
    with pytest.raises(GuidanceError, match="local-callback-never"):
        check_board(board, guidance)


def test_a_file_that_cannot_be_had_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GuidanceError, match=r"nowhere\.yaml cannot be opened"):
        load_board(tmp_path / "nowhere.yaml")
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("about: Größe".encode("latin-1"))
    with pytest.raises(FileMistakes, match="not in UTF-8"):
        load_board(latin)


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + EXAMPLE.read_bytes().replace(b"\n", b"\r\n"))
    assert load_board(path).id == "ambershire"
