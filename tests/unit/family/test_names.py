"""Names of all England, drawn without regard to role or risk, and none that the public remembers."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from simulator.errors import CaseError
from simulator.family import Family, Person, PersonSpec, blocked_names_in, family_spec, invent, is_blocked
from simulator.family.blocked import is_blocked as _blocked
from simulator.family.chance import Chance
from simulator.family.names import Bearer, draw_backgrounds, draw_first_name, draw_surname
from simulator.family.spec import Sex
from simulator.family.wordlists import BRITISH, Background, names, places
from tests.faults.families import CASES, ON, case, member

BLOCKED = (
    (Path(__file__).parents[3] / "simulator" / "family" / "blocked_names.txt").read_text("utf-8").splitlines()
)


def someone(family: Family, who: str) -> Person:
    person = family.person(who)
    assert person is not None
    return person


# --- the lists ---------------------------------------------------------------------------------------


def test_the_lists_are_wide_and_hold_no_name_twice() -> None:
    backgrounds = names().backgrounds
    assert len(backgrounds) >= 15
    assert sum(background.share for background in backgrounds) == 100
    for background in backgrounds:
        for listed in (background.women, background.men, background.surnames):
            assert len(set(listed)) == len(listed)
            assert len(listed) >= 20 or background.key == BRITISH
        assert not set(background.women) & set(background.men)
    assert len(names().young.women) > 100 < len(names().young.men)


def test_listed_names_can_be_read_typed_and_borne() -> None:
    for background in names().backgrounds:
        for name in (*background.women, *background.men, *background.surnames):
            assert re.fullmatch("[A-Z][A-Za-z]{1,14}", name), name
            assert name not in names().as_words, name
        for name in (*background.women, *background.men):
            assert not _blocked(name, "Nobodys"), name
        for name in background.surnames:
            assert not _blocked("Nobodys", name), name


def test_no_part_of_a_place_is_a_postcode_of_ours_or_a_word_of_a_case() -> None:
    for listed in places().values():
        assert len(set(listed)) == len(listed)
        assert all(part.isalpha() for part in listed)
    towns = len(places()["town_begins"]) * len(places()["town_ends"])
    assert towns > 300 and len(places()["schools"]) >= 20


# --- the block-list ----------------------------------------------------------------------------------


def test_the_block_list_is_in_order_and_every_line_blocks_whom_it_names() -> None:
    listed = [line for line in BLOCKED if not line.startswith("#")]
    assert len(listed) > 200
    assert len(set(listed)) == len(listed)
    assert [line.replace("é", "e").casefold() for line in listed] == sorted(
        line.replace("é", "e").casefold() for line in listed
    )
    for line in listed:
        first, last = line.rsplit(maxsplit=1)
        assert is_blocked(first.replace("*", "Anybody"), last.replace("*", "Anybody")), line


@pytest.mark.parametrize(
    ("first_name", "surname"),
    [
        ("Victoria", "Climbié"), ("VICTORIA", "climbie"), ("Anybody", "Climbié"), ("Khyra", "Anybody"),
        ("Dennis", "ONeill"), ("Dennis", "O’Neill"), ("Arthur", "Labinjo-Hughes"), ("Arthur", "Hughes"),
        ("Peter", "Connelly-Barnes"), ("Lauren", "Wright"), ("Toni Ann", "Byfield"),
    ],
)  # fmt: skip
def test_spelling_does_not_get_round_the_block_list(first_name: str, surname: str) -> None:
    assert is_blocked(first_name, surname)


@pytest.mark.parametrize(
    ("first_name", "surname"), [("Victoria", "Shah"), ("Lauren", "Price"), ("", "Wright")]
)
def test_others_may_have_a_part_of_a_blocked_name(first_name: str, surname: str) -> None:
    assert not is_blocked(first_name, surname)


def test_blocked_names_are_found_in_what_an_author_wrote() -> None:
    text = "Lauren and Wright met Holly  Wells, then Daniel Pelka’s teacher. Wells, Jessica. A star hobbled."
    assert blocked_names_in(text) == ["Holly  Wells", "Daniel Pelka"]
    assert blocked_names_in("<child> met Lauren Price.") == []
    assert blocked_names_in("") == []


def test_a_blocked_name_is_drawn_again() -> None:
    only = Background("test", 100, 0, ("Khyra", "Lauren", "Meera"), (), ("Wright",))
    chance = Chance("1")
    drawn = {
        draw_first_name(Bearer(f"p{n}", Sex.FEMALE, 2000, "Wright", only), (), ("Wright",), chance)
        for n in range(30)
    }
    assert drawn == {"Meera"}


# --- drawing -----------------------------------------------------------------------------------------


def test_names_do_not_depend_on_who_somebody_is_in_the_case() -> None:
    british: Counter[str] = Counter()
    for number in range(600):
        drawn = draw_backgrounds(CASES[0], Chance(str(number)))
        british.update(who for who, background in drawn.items() if background.key == BRITISH)
    share = next(background.share for background in names().backgrounds if background.key == BRITISH)
    for who in ("child", "mother", "father", "sister", "gran", "neighbour", "gp", "health_visitor", "police"):
        assert abs(british[who] / 6 - share) < 7, who


def test_families_mostly_share_a_background_and_children_have_a_parents() -> None:
    same = 0
    for number in range(200):
        drawn = draw_backgrounds(CASES[0], Chance(str(number)))
        assert drawn["child"] in (drawn["mother"], drawn["father"])
        assert drawn["mother"] == drawn["gran"]
        same += drawn["mother"] == drawn["father"]
    assert 120 <= same <= 190


def test_every_background_is_met() -> None:
    drawn = {draw_backgrounds(CASES[4], Chance(str(number)))["gp"].key for number in range(800)}
    assert drawn == {background.key for background in names().backgrounds}


def test_fashions_of_names_follow_the_year_of_birth_and_nothing_else() -> None:
    british = names().young
    chance = Chance("1")
    old = {
        draw_first_name(Bearer(f"p{n}", Sex.MALE, 1950, "Price", british), (), (), chance) for n in range(80)
    }
    young = {
        draw_first_name(Bearer(f"p{n}", Sex.MALE, 2010, "Price", british), (), (), chance) for n in range(80)
    }
    assert young <= set(british.men)
    assert len(old - set(british.men)) > 20
    assert not old & names().not_british
    assert not old & names().as_words


def test_surnames_that_only_women_or_only_men_bear_are_not_drawn() -> None:
    british = names().young
    drawn = {draw_surname(british, (), Chance("1"), n) for n in range(400)}
    assert len(drawn) > 200
    assert not drawn & {"Kaur", "Singh", "Begum", "Bibi"}
    assert not drawn & names().as_words


def test_adding_somebody_changes_nothing_about_the_others_but_perhaps_a_name() -> None:
    small = case(member("child", "5", "mother"), member("mother", "30"))
    large = case(member("child", "5", "mother"), member("mother", "30"), member("aunt", "33"))
    for number in range(20):
        before, after = invent(small, str(number), ON), invent(large, str(number), ON)
        assert (before.home, before.telephone, before.email) == (after.home, after.telephone, after.email)
        for who in ("child", "mother"):
            a, b = someone(before, who), someone(after, who)
            assert (a.born, a.sex, a.nhs_number, a.surname) == (b.born, b.sex, b.nhs_number, b.surname)


def test_surnames_run_in_families_in_more_than_one_way() -> None:
    ways: Counter[str] = Counter()
    for number in range(300):
        family = invent(CASES[0], str(number), ON)
        hers, his, childs = (someone(family, who).surname for who in ("mother", "father", "child"))
        ways[
            "shared" if hers == his else "hers" if childs == hers else "his" if childs == his else "both"
        ] += 1
        assert childs in (hers, his, f"{hers}-{his}")
    assert set(ways) == {"shared", "hers", "his", "both"}
    assert 90 <= ways["shared"] <= 180


def test_children_of_the_same_parents_have_one_surname() -> None:
    for number in range(40):
        family = invent(CASES[1], str(number), ON)
        assert len({someone(family, who).surname for who in ("child", "twin", "brother", "sister")}) == 1


def test_children_from_before_a_couple_keep_the_surname_from_before() -> None:
    """A sister whose father is not here does not take the name of her mother's husband."""
    shared = 0
    for number in range(60):
        family = invent(CASES[0], str(number), ON)
        gran, mother, father, sister = (
            someone(family, who).surname for who in ("gran", "mother", "father", "sister")
        )
        shared += mother == father
        assert father not in (gran, sister) or gran == father
    assert shared


def test_names_that_run_out_are_said_to() -> None:
    only = Background("test", 100, 0, ("Meera", "Nisha"), (), ("Joshi",))
    bearer = Bearer("aunt", Sex.FEMALE, 2000, "Joshi", only)
    assert draw_first_name(bearer, ("Meera",), ("Joshi",), Chance("1")) == "Nisha"
    with pytest.raises(CaseError, match="no first name is left for `aunt`"):
        draw_first_name(bearer, ("Meera", "Nisha"), ("Joshi",), Chance("1"))


def test_a_crowd_has_a_name_each() -> None:
    crowd = invent(family_spec([PersonSpec(f"cousin_{n}") for n in range(40)]), "1", ON)
    assert len({person.first_name for person in crowd.people}) == 40
