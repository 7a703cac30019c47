"""Resume phrases: five plain words that somebody writes down and comes back with."""

from __future__ import annotations

import re
import secrets
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final

WORDS: Final = 5
"""In a phrase: fifty bits and more, which at a thousand tries a second last ten thousand years."""
_FILE: Final = Path(__file__).parent / "words.txt"


@lru_cache(maxsize=1)
def wordlist() -> tuple[str, ...]:
    """The words phrases are made of."""
    return tuple(line for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#"))


def new_phrase() -> str:
    """A phrase nobody has, its words drawn independently of each other."""
    return "-".join(secrets.choice(wordlist()) for _ in range(WORDS))


def as_typed(text: str) -> str:
    """A phrase as somebody typed it, in the one form that is hashed: case, accents and what stands between
    the words make no difference."""
    folded = unicodedata.normalize("NFKD", text[:400]).casefold()
    return "-".join(re.findall(r"[a-z]+", folded))
