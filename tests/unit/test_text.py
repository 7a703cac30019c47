"""The text gate: nothing that acts on a screen gets through, and nothing that people write is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.errors import SimulatorError
from simulator.text import (
    LONGEST,
    LONGEST_NAME,
    MOST_MARKS,
    clean,
    looks_like_personal_data,
    name_key,
    nhs_check_digit,
    person_name,
    problems,
    same_name,
    width,
)

JOINERS = "\u200c\u200d"
ANY_TEXT = st.text(st.characters(codec=None), max_size=60)
# The characters the gate has rules about, thickly mixed, so that the rules meet.
NASTY_TEXT = st.text(
    st.sampled_from("aZ é\u0301\u0323\u0344\u0958\u093c\u094d\u0915\u0633ᄀ가\u1161\u11a8")
    | st.sampled_from(
        "\x00\x1b\x7f\x9b\t\n\r\x0b\u2028\u202e\u200b\u200c\u200d\ufeff\ufe0f\ud800\ue000\ufffe"
    ),
    max_size=40,
)


TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def forbidden(character: str) -> bool:
    """What may never reach a screen or the record, judged by Unicode's own tables and not by ours."""
    noncharacter = ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"
    control = unicodedata.category(character) in ("Cc", "Cs", "Co")
    return control or noncharacter or unicodedata.bidirectional(character) in TURNS


def test_no_code_point_gets_through_that_must_not() -> None:
    banned = frozenset(filter(forbidden, map(chr, range(0x110000))))
    assert len(banned) > 137_000
    for start in range(0, 0x110000, 256):
        block = "a".join(map(chr, range(start, start + 256)))
        cleaned = clean(block)
        assert banned.isdisjoint(cleaned), hex(start)
        assert clean(cleaned) == cleaned, hex(start)
        to_name = {place for place, character in enumerate(block) if character in banned}
        named = {place for place, _ in problems(block)}
        callers = {18, 20, 26} if start == 0 else set()  # tab, line feed, return: the caller judges them
        assert to_name - named == callers, hex(start)


def test_every_letter_digit_and_sign_people_write_stays() -> None:
    fillers = "\u115f\u1160\u3164\uffa0"
    written = [
        character
        for character in map(chr, range(0x110000))
        if unicodedata.category(character)[0] in "LNPS" and character not in fillers
    ]
    assert len(written) > 130_000
    for start in range(0, len(written), 100):
        block = "-".join(written[start : start + 100])
        assert clean(block) == unicodedata.normalize("NFC", block), hex(ord(written[start]))


@given(ANY_TEXT | NASTY_TEXT, st.booleans(), st.integers(0, 50))
def test_clean_text_is_clean_composed_short_and_left_alone_the_second_time(
    text: str, lines: bool, limit: int
) -> None:
    cleaned = clean(text, limit, lines=lines)
    assert len(cleaned) <= limit
    assert not any(forbidden(character) for character in cleaned if not (lines and character == "\n"))
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned, limit, lines=lines) == cleaned
    assert clean(cleaned, lines=lines) == cleaned
    assert problems(cleaned) == []


@given(ANY_TEXT | NASTY_TEXT)
def test_text_without_problems_is_only_composed_and_text_with_them_is_repaired(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    expected = composed.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    assert (clean(composed, lines=True) == expected) == (problems(composed) == [])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ask openly when and how.", "Ask openly when and how."),
        ("He said “fell” – at nursery…", "He said “fell” – at nursery…"),
        ("\x1b]52;c;AAAA\x1b\\then", "]52;c;AAAA\\then"),
        ("\x9b2Jwiped", "2Jwiped"),
        ("one\ttwo\r\nthree\u2028four", "one two three four"),
        ("Refer \u202eton od\u202c now", "Refer ton od now"),
        ("Zoe\u0308", "Zoë"),
        ("half \ud83d and \udc00", "half \ufffd and \ufffd"),
        ("ad\u200bmin\ufeff", "admin"),
        ("soft\xadhyphen", "softhyphen"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Jo\u200dhn", "John"),
        ("क्\u200dष", "क्\u200dष"),
        ("\u0301on nothing", "on nothing"),
        ("[/bold] <b> {x} =1+1", "[/bold] <b> {x} =1+1"),
    ],
)
def test_what_is_shown_for_what_was_typed(typed: str, shown: str) -> None:
    assert clean(typed) == shown


def test_line_breaks_of_every_kind_become_one_kind_where_lines_are_allowed() -> None:
    assert clean("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h\n", lines=True) == "a\nb\nc\nd\ne\nf\ng\nh\n"


def test_accents_are_capped_and_lines_never_begin_with_one() -> None:
    assert len(clean("a" + "\u0316" * 3000)) == 1 + MOST_MARKS
    assert clean("a\n\u0301b", lines=True) == "a\nb"
    assert clean("Nguyễn Thị Ánh") == unicodedata.normalize("NFC", "Nguyễn Thị Ánh")


def test_what_is_too_long_is_cut_and_says_so() -> None:
    assert clean("abcdef", 4) == "abc…"
    assert clean("abcd", 4) == "abcd"
    assert clean("ab", 1) == "…"
    assert clean("ab", 0) == ""
    assert len(clean("x" * (LONGEST + 1))) == LONGEST
    assert clean("\u200b" * 9 + "ab", 2) == "…"


def test_a_huge_hostile_text_does_not_hold_the_room_up() -> None:
    # Each would run for minutes if its cost grew faster than its length: no time is asserted, but it is felt.
    assert (
        clean("a" + "\u0301\u0316" * 500_000, 10_000)
        == unicodedata.normalize("NFC", "a" + "\u0301\u0316" * 2) + "…"
    )
    assert looks_like_personal_data("0" * 20_000 + "x" + "a" * 20_000 + "0 11" * 5_000) == []


def test_problems_are_named_where_they_stand() -> None:
    assert problems("plain, “quoted” – and\nlong") == []
    assert problems("a\x1bb") == [(1, "a control character (U+001B)")]
    assert problems("no\u202ew") == [(2, "a character that turns the direction of writing (U+202E)")]
    assert problems("\ud800") == [(0, "half of a character, a lone surrogate (U+D800)")]
    assert problems("x\u200by") == [(1, "a character that cannot be seen (U+200B)")]
    assert problems("x\u200dy") == [(1, "a character that cannot be seen (U+200D)")]
    assert problems("\ue000") == [(0, "a character that means nothing outside one computer (U+E000)")]
    assert problems("\uffff") == [(0, "a code that is not a character (U+FFFF)")]
    assert problems("\u0301a") == [(0, "an accent with no letter under it (U+0301)")]
    assert problems("a" + "\u0316" * 5) == [
        (5, "a letter with more accents than any language writes (U+0316)")
    ]
    assert [place for place, _ in problems("\x00a\x00")] == [0, 2]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("Jordan 4", 8),
        ("Zoë", 3),
        ("“fell”", 6),
        ("王小明", 6),
        ("e\u0301", 1),
        ("한국", 4),
        ("क्षि", 3),
    ],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(clean(text)) == cells


@given(st.text(st.sampled_from("aé ñß“”–…łŞżабвαβγ王小明가나ｆ한€→│█─")))
def test_width_agrees_with_what_the_screen_library_counts(text: str) -> None:
    assert width(text) == cell_len(text)


GOOD_NAMES = [
    "Amira Shah", "Jo P", "O'Neill", "O’Neill", "Anne-Marie St. John", "Zoë", "José Ñúñez", "Łukasz Żak",
    "Nguyễn Thị Ánh", "Siân", "Björk", "Müller-Ångström", "X Æ", "N'Golo", "d'Arcy", "Ng", "Ó Súilleabháin",
    "Şebnem Çağlar", "Иван Петров", "Ἀθηνᾶ", "Γιώργος", "محمد علي", "فاطمه\u200cزهرا", "דוד", "王小明",
    "山田 太郎", "김민준", "สมชาย", "अमित शर्मा", "தமிழ்", "Ọlálékan", "ʻAulani", "Mary II", "Dr. A. N. Other",
    "Robert'); DROP TABLE trainee;--", "=HYPERLINK(1)", "-2+3+cmd", "@SUM(A1)", "[bold]Jo[/]", "null",
    "<b>Jo</b>", "a" * LONGEST_NAME,
]  # fmt: skip


@pytest.mark.parametrize("name", GOOD_NAMES)
def test_a_name_comes_back_as_it_was_typed(name: str) -> None:
    assert person_name(name) == unicodedata.normalize("NFC", name)
    assert clean(person_name(name)) == person_name(name)
    assert same_name(name, f"  {name.swapcase().swapcase()} ") or name.swapcase().swapcase() != name


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "nothing in it can be seen"),
        ("   \t\n", "nothing in it can be seen"),
        ("\u200b\u2060\ufeff", "nothing in it can be seen"),
        ("\xa0\u3000", "nothing in it can be seen"),
        ("\u2800", "nothing in it can be seen"),
        ("\u3164", "cannot be seen"),
        ("12345", "no letter"),
        ("---", "no letter"),
        ("a" * (LONGEST_NAME + 1), "longer than 80 characters"),
        ("a" * 100_000, "longer than 80 characters"),
        ("Ja\x00ne", "control character"),
        ("Ja\x1b[2Jne", "control character"),
        ("Ja\x1fne", "control character"),
        ("ad\u200bmin", "cannot be seen"),
        ("\u202enimda", "direction of writing"),
        ("Jo\ud800", "lone surrogate"),
        ("J" + "\u0316" * 3000, "longer"),
        ("J" + "\u0316" * 20, "more accents"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(SimulatorError, match=why) as refused:
        person_name(typed)
    assert refused.value.title == "This name cannot be used"
    assert refused.value.remedy


def test_a_name_is_trimmed_of_what_was_pasted_along() -> None:
    assert person_name("\ufeff  Amira \xa0 Shah\u200f\n") == "Amira Shah"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Zoë", "Zoe\u0308"), ("admin", "ADMIN"), ("admin", "ａｄｍｉｎ"), ("admin", "аdмin"),
        ("admin", "ad\u200bmin"), ("Amira Shah", " amira   SHAH "), ("O'Neill", "O’Neill"),
        ("Anne-Marie", "Anne‑Marie"), ("Weiß", "WEISS"), ("Jo\xa0P", "Jo P"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert name_key(a) == name_key(b)


@pytest.mark.parametrize(("a", "b"), [("Zoe", "Zoë"), ("Jo P", "Jop"), ("Ann", "Anne"), ("Иван", "Ивана")])
def test_names_of_two_people(a: str, b: str) -> None:
    assert not same_name(a, b)


def test_no_two_of_the_good_names_are_one() -> None:
    keys = [name_key(name) for name in GOOD_NAMES]
    assert len(set(keys)) == len(keys) - 1  # O'Neill is there with both apostrophes


@given(ANY_TEXT | NASTY_TEXT)
def test_any_name_is_kept_clean_or_refused(text: str) -> None:
    try:
        name = person_name(text)
    except SimulatorError as refused:
        assert refused.message
        return
    assert clean(name) == name
    assert name == name.strip()
    assert same_name(name, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NHS 450 557 7104 on the letter", "an NHS number"),
        ("4505577104", "an NHS number"),
        ("943-476-5919", "an NHS number"),
        ("her NINO is AB 12 34 56 C", "a National Insurance number"),
        ("ab123456c", "a National Insurance number"),
        ("ring 020 7496 0123", "a telephone number"),
        ("(0114) 272 1234", "a telephone number"),
        ("07912345678", "a telephone number"),
        ("+44 7912 345678", "a telephone number"),
        ("+44 (0)161 234 5678", "a telephone number"),
        ("lives at SW1A 1AA", "a postcode"),
        ("m11ae", "a postcode"),
        ("mail jane.smith@gmail.com today", "an e-mail address"),
        ("jo@nhs.net", "an e-mail address"),
    ],
)
def test_details_that_could_be_somebodys_are_noticed(text: str, kind: str) -> None:
    (found,) = looks_like_personal_data(text)
    assert found.kind == kind
    assert text[found.start : found.end].strip() == text[found.start : found.end] != ""


@pytest.mark.parametrize(
    "text",
    [
        "NHS 999 123 4567", "450 557 7105", "0000000000", "01632 960123", "07700 900 456", "020 7946 0018",
        "XX1 1AA", "QZ3 4TT", "ZZ99 3VZ", "QQ 12 34 56 A", "a@example.org", "a@ward.example", "x@test",
        "05-09-2011 09:40", "2011-09-05 09:40 to 17:00", "s47 2nd enquiry", "s17 5pm", "999 or 101",
        "section 47", "11 weeks, 3.2 kg, 50th to 9th line", "step 7 of 20", "@school", "",
        "case 1234567890123456",
    ],
)  # fmt: skip
def test_what_belongs_to_nobody_is_not_reported(text: str) -> None:
    assert looks_like_personal_data(text) == []


def test_details_are_found_in_order_and_all_of_them() -> None:
    text = "jo@nhs.net, 07912 345678, SW1A 1AA and NHS 4505577104"
    assert [found.kind for found in looks_like_personal_data(text)] == [
        "an e-mail address", "a telephone number", "a postcode", "an NHS number"
    ]  # fmt: skip


def test_the_check_digit_of_published_examples() -> None:
    assert nhs_check_digit("943476591") == 9
    assert nhs_check_digit("450557710") == 4
    assert nhs_check_digit("999000000") is None
    assert sum(nhs_check_digit(f"{number:09}") is None for number in range(999_000_000, 999_000_110)) == 10
