"""The key that signs certificates and run files."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.access.signing import same, short_signature, signature, signing_key
from simulator.errors import AccessRefused

KEY = bytes(range(32))


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "home" / "secret.key"
    with ThreadPoolExecutor(8) as several:
        keys = set(several.map(lambda _: signing_key(file), range(16)))
    assert len(keys) == 1 and len(next(iter(keys))) == 32
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["secret.key"]


@pytest.mark.parametrize("held", ["", "no key", "ab" * 8, "é"])
def test_a_file_without_a_key_is_not_replaced(tmp_path: Path, held: str) -> None:
    file = tmp_path / "secret.key"
    file.write_text(held, "utf-8")
    with pytest.raises(AccessRefused, match="backup"):
        signing_key(file)
    assert file.read_text("utf-8") == held


@given(st.lists(st.text(max_size=8), max_size=3), st.lists(st.text(max_size=8), max_size=3))
def test_only_the_same_texts_have_the_same_signature(one: list[str], other: list[str]) -> None:
    assert same(signature(KEY, "run", *one), signature(KEY, "run", *other)) is (one == other)
    assert not same(signature(KEY, "run", *one), signature(KEY, "certificate", *one))


def test_a_short_signature_can_be_read_aloud() -> None:
    code = short_signature(KEY, "certificate", "a", "b")
    assert len(code) == 15 and code == code.lower() and code.count("-") == 3
    assert code == short_signature(KEY, "certificate", "a", "b") != short_signature(KEY, "certificate", "ab")
