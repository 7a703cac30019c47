"""Words of the field: found however they are written, and borne out by rules that exist."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from scoring.guidance import Guidance
from scoring.guidance.glossary import glossary, lookup


@pytest.mark.parametrize(
    ("word", "entry"),
    [
        ("LADO", "LADO"),
        ("lado", "LADO"),
        ("LADOs", "LADO"),
        ("local authority designated officer", "LADO"),
        ("s.47", "section 47"),
        ("s47", "section 47"),
        ("Section 47", "section 47"),
        ("children’s trust", "children's trust"),
        ("children's trusts", "children's trust"),
        ("the Index", "ContactPoint"),
        ("Looked-after child", "looked-after child"),
        ("Health and Wellbeing Boards", "Health and Wellbeing Board"),
        ("toothbrush", None),
        ("", None),
    ],
)
def test_a_word_is_found_however_it_is_written(word: str, entry: str | None) -> None:
    found = lookup(word)
    assert (found.word if found else None) == entry


@pytest.mark.parametrize(
    "word",
    [
        "LSCB core functions", "children's trusts", "Health and Wellbeing Boards", "duty to co-operate",
        "pooled resources", "accountable body", "Police and Crime Commissioner", "scrutiny", "s.11", "s.17",
        "s.47", "CAF", "MASH", "MARAC", "LADO", "CDOP", "SCR",
    ],
)  # fmt: skip
def test_what_a_board_speaks_of_is_explained(word: str) -> None:
    assert lookup(word) is not None


def test_words_mean_one_thing_and_rules_exist(guidance: Guidance) -> None:
    words = Counter(word.casefold() for entry in glossary() for word in (entry.word, *entry.also))
    assert [word for word, times in words.items() if times > 1] == []
    known = {rule.id: rule for rule in guidance.all_rules()}
    for entry in glossary():
        assert entry.means.endswith("."), entry.word
        assert set(entry.rules) <= set(known), entry.word
        assert entry.rules or entry.confidence == "memory", entry.word
        if entry.confidence == "verified":
            assert all(known[rule].verified for rule in entry.rules), entry.word
    assert len(glossary()) >= 100


def test_sentences_are_short_enough_for_anybody() -> None:
    for entry in glossary():
        for sentence in entry.means.replace(".", ".\n").splitlines():
            assert len(sentence.split()) <= 30, entry.word


def test_what_came_and_went_says_when() -> None:
    register, plan = lookup("child protection register"), lookup("child protection plan")
    assert register is not None
    assert plan is not None
    assert register.ends == date(2008, 3, 31)
    assert plan.ends is None
