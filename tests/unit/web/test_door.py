"""The door: codes, cookies, names the server is called by, how many guesses there are."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from simulator.access import phrases
from simulator.web import addresses, cookie, door
from simulator.web.addresses import host_of, is_loopback, known_names, shown
from simulator.web.tries import AT_ONCE, AT_ONCE_IN_ALL, EVERY, EVERY_IN_ALL, MOST_ADDRESSES, Tries

KEY, OTHER = b"k" * 32, b"o" * 32
NOW = 1_800_000_000


def test_a_cookie_is_for_one_seat_and_one_key_and_a_day() -> None:
    seat = cookie.new_seat()
    value = cookie.signed(seat, KEY, NOW)
    assert cookie.seat_of(value, KEY, NOW + cookie.LASTS) == seat
    refused = [
        cookie.seat_of(value, OTHER, NOW),
        cookie.seat_of(value, KEY, NOW + cookie.LASTS + 1),
        cookie.seat_of(value, KEY, NOW - 1),
        cookie.seat_of(value.replace(seat, cookie.new_seat()), KEY, NOW),
        cookie.seat_of(value.replace(str(NOW), str(NOW + 9)), KEY, NOW + 9),
        cookie.seat_of("", KEY, NOW),
        cookie.seat_of("a.b.c", KEY, NOW),
    ]
    assert set(refused) == {""}


def test_the_code_is_a_phrase_and_forgives_how_it_is_typed(tmp_path: Path) -> None:
    opened = door.open_door(tmp_path)
    assert len(opened.code.split("-")) == phrases.WORDS
    assert set(opened.code.split("-")) <= set(phrases.wordlist())
    assert opened.opens_to(f"  {opened.code.upper().replace('-', ' ')} ")
    assert not any(map(opened.opens_to, ("", opened.code[:-1], opened.code + "-more", phrases.new_phrase())))


def test_a_server_that_was_cut_off_opens_the_same_door_for_twelve_hours(tmp_path: Path) -> None:
    opened = door.open_door(tmp_path)
    file = tmp_path / door.FOLDER / "door.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert door.open_door(tmp_path) == opened
    kept = json.loads(file.read_text())
    file.write_text(json.dumps({**kept, "since": kept["since"] - cookie.LASTS}))
    renewed = door.open_door(tmp_path)
    assert renewed.code != opened.code and renewed.key != opened.key
    file.write_text("{")
    assert door.open_door(tmp_path).key != renewed.key


def test_closing_ends_code_cookies_and_what_was_kept_for_seats(tmp_path: Path) -> None:
    opened = door.open_door(tmp_path)
    (tmp_path / door.FOLDER / "seat").mkdir()
    door.close_door(tmp_path)
    assert not (tmp_path / door.FOLDER).exists()
    assert door.open_door(tmp_path).key != opened.key


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("127.0.0.1:8000", "127.0.0.1"),
        ("LocalHost", "localhost"),
        ("[::1]:80", "::1"),
        ("[::1]", "::1"),
        ("::1", ""),
        ("room.example:no", ""),
        ("", ""),
    ],
)
def test_a_host_header_is_read_without_its_port(header: str, name: str) -> None:
    assert host_of(header) == name


def test_what_the_server_may_be_called(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "evil.example" not in known_names("127.0.0.1") and "localhost" in known_names("127.0.0.1")
    assert known_names("10.0.0.7", ["Training.example"]) == {"10.0.0.7", "training.example"}
    assert "127.0.0.1" in known_names("0.0.0.0")
    assert is_loopback("127.0.0.1") and is_loopback("::1") and is_loopback("localhost")
    assert not is_loopback("0.0.0.0") and not is_loopback("10.0.0.7") and not is_loopback("elsewhere")
    assert shown("127.0.0.1", 8000) == ("http://127.0.0.1:8000",)
    assert shown("fd00::7", 80) == ("http://[fd00::7]:80",)
    monkeypatch.setattr(addresses, "own_addresses", lambda: ("192.0.2.2", "fd00::2"))
    assert shown("0.0.0.0", 80) == ("http://192.0.2.2:80",)
    assert shown("::", 80) == ("http://[fd00::2]:80",)


def test_wrong_codes_are_slowed_down_where_they_come_from() -> None:
    now = [0.0]
    tries = Tries(lambda: now[0])
    for _ in range(AT_ONCE):
        assert tries.wait("here") == 0
        tries.wrong("here")
    assert 0 < tries.wait("here") <= EVERY
    assert tries.wait("there") == 0
    now[0] += EVERY
    assert tries.wait("here") == 0
    tries.wrong("here")
    assert tries.wait("here") > 0


def test_wrong_codes_are_slowed_down_in_all_and_addresses_are_forgotten() -> None:
    now = [0.0]
    tries = Tries(lambda: now[0])
    for number in range(AT_ONCE_IN_ALL):
        tries.wrong(f"address {number}")
    assert 0 < tries.wait("another") <= EVERY_IN_ALL
    for number in range(MOST_ADDRESSES + 5):
        tries.wrong(f"more {number}")
    assert len(tries.by_address) == MOST_ADDRESSES
