"""Signing in: name and phrase, the trainer's PIN, what a device remembers; no secret is kept anywhere."""

from __future__ import annotations

import math
import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import text

from simulator.access import (
    Details,
    Known,
    check_pin,
    find,
    forget,
    has_pin,
    hashing,
    new_phrase,
    person,
    register,
    remember,
    remembered,
    renew_phrase,
    set_pin,
    sign_in,
)
from simulator.access.hashing import fits, fits_nobody, hashed
from simulator.access.phrases import WORDS, as_typed, wordlist
from simulator.access.pin import FREE_TRIES, LONGEST_WAIT, wait_after
from simulator.errors import AccessRefused, RecordError, SimulatorError
from simulator.records import Store
from tests.steps.record_world import Clock

COST = hashing._COST
"""What the product takes, before the tests take less."""
AMIRA = Details("Amira Shah", "health visiting", "health visitor", "amira.shah@nhs.example")


@pytest.fixture
def amira(store: Store) -> tuple[Known, str]:
    return register(store, AMIRA)


# --- phrases ---------------------------------------------------------------------------------------


def test_a_phrase_is_worth_fifty_bits_of_words_anybody_can_spell() -> None:
    assert WORDS * math.log2(len(wordlist())) >= 50, "a thousand tries a second take ten thousand years"
    assert len(set(wordlist())) == len(wordlist()) >= 2048 and list(wordlist()) == sorted(wordlist())
    assert all(
        word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 8 for word in wordlist()
    )


def test_phrases_are_drawn_from_all_the_words() -> None:
    drawn = [new_phrase().split("-") for _ in range(2_000)]
    assert all(len(words) == 5 for words in drawn)
    assert len({word for words in drawn for word in words}) > 0.98 * len(wordlist())


@given(
    some.lists(some.sampled_from(wordlist()), min_size=5, max_size=5),
    some.sampled_from(["-", " ", " - ", ". ", "\n"]),
)
def test_how_a_phrase_is_typed_makes_no_difference(words: list[str], between: str) -> None:
    phrase = "-".join(words)
    assert as_typed(phrase) == phrase
    assert as_typed(f"  {between.join(words).title()} ") == phrase


# --- people ----------------------------------------------------------------------------------------


def test_somebody_who_comes_back_is_known(store: Store, amira: tuple[Known, str]) -> None:
    known, phrase = amira
    assert known.details == AMIRA
    assert sign_in(store, "amira  SHAH", phrase.upper().replace("-", " ")) == known
    assert person(store, known.learner) == known and list(find(store, "AMIRA shah")) == [known]


def test_two_people_of_one_name_are_told_apart_by_their_phrases(
    store: Store, amira: tuple[Known, str]
) -> None:
    other, phrase = register(store, AMIRA._replace(agency="school"))
    assert sign_in(store, AMIRA.name, phrase) == other != amira[0]
    assert sign_in(store, AMIRA.name, amira[1]) == amira[0]


def test_a_wrong_name_and_a_wrong_phrase_are_refused_alike(store: Store, amira: tuple[Known, str]) -> None:
    said = set()
    for name, phrase in ((AMIRA.name, new_phrase()), ("Nobody Here", amira[1]), (AMIRA.name, ""), ("", "")):
        with pytest.raises(AccessRefused) as told:
            sign_in(store, name, phrase)
        said.add(str(told.value))
    assert len(said) == 1


def test_a_new_phrase_ends_the_old_one_and_every_device(
    store: Store, amira: tuple[Known, str], tmp_path: Path
) -> None:
    known, old = amira
    remember(store, known.learner, tmp_path)
    new = renew_phrase(store, known.learner)
    assert sign_in(store, AMIRA.name, new) == known and remembered(store, tmp_path) is None
    with pytest.raises(AccessRefused):
        sign_in(store, AMIRA.name, old)


@pytest.mark.parametrize(
    "details",
    [
        AMIRA._replace(name=""),
        AMIRA._replace(name="\u200b \u200b"),
        AMIRA._replace(name="Amira\x1b[2J"),
        AMIRA._replace(name="x" * 81),
        AMIRA._replace(agency=" "),
        AMIRA._replace(job_title="x" * 201),
        AMIRA._replace(email="amira at nhs"),
        AMIRA._replace(email="amira@nhs"),
        AMIRA._replace(line_manager="@"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(store: Store, details: Details) -> None:
    with pytest.raises(SimulatorError):
        register(store, details)
    assert count(store, "people") == count(store, "learners") == count(store, "credentials") == 0


def test_details_are_cleaned(store: Store) -> None:
    known, _ = register(store, AMIRA._replace(team=" North\x07  team\u202e ", name="  Zoe\u0308  Ng "))
    assert (known.details.team, known.details.name) == ("North team", "Zoë Ng")
    assert person(store, known.learner) == known


def test_no_secret_is_kept(store: Store, amira: tuple[Known, str], tmp_path: Path) -> None:
    set_pin(store, "2580")
    remember(store, amira[0].learner, tmp_path)
    token = (tmp_path / "this-device.json").read_text()
    kept = store.database.read(lambda c: repr(c.execute(text("SELECT * FROM credentials")).all()))
    assert kept.count("scrypt$") == 3
    assert amira[1] not in kept and as_typed(amira[1]) not in kept and "2580" not in kept
    assert not [word for word in token.split('"') if len(word) > 25 and word in kept and "@" not in word]


def count(store: Store, table: str) -> int:
    return store.database.read(lambda c: c.scalar(text(f"SELECT count(*) FROM {table}"))) or 0


# --- hashes ----------------------------------------------------------------------------------------


def test_a_guess_costs_sixteen_mebibytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashing, "_COST", COST)
    kept = hashed("one")
    assert kept.startswith("scrypt$14$8$1$") and fits("one", kept) and not fits("two", kept)


def test_a_hash_fits_its_secret_only_and_is_never_the_same_twice() -> None:
    first, second = hashed("one"), hashed("one")
    assert first != second and fits("one", first) and fits("one", second)
    assert not fits("One", first) and not fits("", first) and not fits_nobody("one")


@pytest.mark.parametrize(
    "damaged", ["", "one", "scrypt$", "md5$1$1$1$00$00", "scrypt$14$8$1$00$" + "0" * 128]
)
def test_a_hash_that_is_none_fits_nothing(damaged: str) -> None:
    assert not fits("one", damaged)


# --- the PIN ---------------------------------------------------------------------------------------


def test_the_pin_opens_and_another_does_not(store: Store) -> None:
    assert not has_pin(store)
    with pytest.raises(AccessRefused, match="No PIN"):
        check_pin(store, "2580")
    set_pin(store, "2580")
    assert has_pin(store)
    check_pin(store, " 25 80 ")
    with pytest.raises(AccessRefused, match="not the PIN"):
        check_pin(store, "2581")
    set_pin(store, "908172")
    check_pin(store, "908172")


@pytest.mark.parametrize(
    "weak", ["", "123", "0000", "1234", "9876", "98765432", "12a4", "1234567890123", "²²³³"]
)
def test_a_pin_that_is_easy_to_guess_is_refused(store: Store, weak: str) -> None:
    with pytest.raises(RecordError, match="easy"):
        set_pin(store, weak)
    assert not has_pin(store)


def test_guessing_waits_longer_and_longer_and_the_right_pin_waits_too(store: Store, clock: Clock) -> None:
    set_pin(store, "2580")
    for _ in range(FREE_TRIES):
        with pytest.raises(AccessRefused, match="not the PIN"):
            check_pin(store, "1111")
    with pytest.raises(AccessRefused, match=r"Too many tries.*second"):
        check_pin(store, "2580")
    clock.moment += timedelta(seconds=31)
    with pytest.raises(AccessRefused, match="not the PIN"):
        check_pin(store, "1111")
    clock.moment += timedelta(seconds=31)
    with pytest.raises(AccessRefused, match="Too many tries"):
        check_pin(store, "2580")
    clock.moment += timedelta(seconds=31)
    check_pin(store, "2580")
    for _ in range(FREE_TRIES - 1):
        with pytest.raises(AccessRefused, match="not the PIN"):
            check_pin(store, "1111")
    check_pin(store, "2580")


def test_waits_double_up_to_an_hour() -> None:
    waits = [wait_after(failures) for failures in range(FREE_TRIES - 1, FREE_TRIES + 12)]
    assert [wait.total_seconds() for wait in waits[:4]] == [0, 30, 60, 120]
    assert waits == sorted(waits) and waits[-1] == LONGEST_WAIT == wait_after(10_000)


def test_a_clock_put_back_makes_no_wait_longer(store: Store, clock: Clock) -> None:
    set_pin(store, "2580")
    for _ in range(FREE_TRIES):
        with pytest.raises(AccessRefused):
            check_pin(store, "1111")
    clock.moment -= timedelta(days=400)
    with pytest.raises(AccessRefused, match="30 seconds"):
        check_pin(store, "2580")


def test_a_try_counts_before_it_is_looked_at(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many tries at once, or a window closed in the middle, gain nothing."""
    from simulator.access import pin

    set_pin(store, "2580")

    def close_window(secret: str, kept: str) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as closed:
        closed.setattr(pin, "fits", close_window)
        for _ in range(FREE_TRIES):
            with pytest.raises(KeyboardInterrupt):
                check_pin(store, "1111")
    with pytest.raises(AccessRefused, match="Too many tries"):
        check_pin(store, "2580")


# --- this device -----------------------------------------------------------------------------------


def test_a_device_remembers_the_last_and_forgets(
    store: Store, amira: tuple[Known, str], tmp_path: Path
) -> None:
    assert remembered(store, tmp_path) is None
    remember(store, amira[0].learner, tmp_path)
    assert remembered(store, tmp_path) == amira[0]
    other, _ = register(store, Details("Bob", "police"))
    remember(store, other.learner, tmp_path)
    assert remembered(store, tmp_path) == other and count(store, "credentials") == 3
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "this-device.json").stat().st_mode) == 0o600
    forget(store, tmp_path)
    assert remembered(store, tmp_path) is None and count(store, "credentials") == 2
    assert list(tmp_path.glob("this-device*")) == []


def test_who_was_erased_is_not_remembered(store: Store, amira: tuple[Known, str], tmp_path: Path) -> None:
    remember(store, amira[0].learner, tmp_path)
    store.erase(amira[0].learner)
    assert remembered(store, tmp_path) is None and count(store, "credentials") == 0
    with pytest.raises(RecordError):
        person(store, amira[0].learner)
    with pytest.raises(AccessRefused):
        sign_in(store, AMIRA.name, amira[1])


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[1]", '{"owner": 1, "secret": 2}', '{"owner": "trainer", "secret": "2580"}', "\x00"],
)
def test_a_token_that_is_none_remembers_nobody(store: Store, tmp_path: Path, content: str) -> None:
    set_pin(store, "2580")
    (tmp_path / "this-device.json").write_text(content)
    assert remembered(store, tmp_path) is None
    forget(store, tmp_path)
    check_pin(store, "2580")
