"""Names that nobody invented may bear, because they bring a real child or a real trial to mind."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("blocked_names.txt")
_PART = r"[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_s][^\W\d_]+)*"
_NAME = re.compile(rf"\b({_PART})(?=(\s+)({_PART}))")
"""Two words with a capital each, the second perhaps the first of the next two."""


def is_blocked(first_name: str, surname: str) -> bool:
    """Whether somebody of this name is on the list, whole or by one part of a double surname."""
    parts = {surname, *surname.split("-")}
    return any(_listed(_key(first_name), _key(part)) for part in parts)


def blocked_names_in(text: str) -> list[str]:
    """The listed names that a text holds, as they are written there; for what an author typed."""
    return [
        f"{first}{between}{last}"
        for first, between, last in _NAME.findall(text)
        if _listed(_key(first), _key(last))
    ]


def _listed(first_name: str, surname: str) -> bool:
    names = _names()
    return not names.isdisjoint({(first_name, surname), (first_name, "*"), ("*", surname)})


@cache
def _names() -> frozenset[tuple[str, str]]:
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    pairs = (line.rsplit(maxsplit=1) for line in lines if line and not line.startswith("#"))
    return frozenset((_key(first), _key(last)) for first, last in pairs)


def _key(name: str) -> str:
    if name == "*":
        return name
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalpha())
