"""Typed words, kept apart from the journal: the move holds the sha256 of salt and text, and no more.

Deleting the row with salt and text leaves a digest that nobody can guess the words from, and a journal whose
chain still holds.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final, NamedTuple

from simulator.play.moves import Move
from simulator.records.tables.attempts import LONGEST_TYPED
from simulator.text import clean


class Typed(NamedTuple):
    """One thing typed."""

    digest: str
    salt: str
    text: str


NOTHING: Final = Typed("", "", "")


def typed(text: str, salt: str) -> Typed:
    """What was typed, cleaned and salted; NOTHING where nothing was."""
    cleaned = clean(text, LONGEST_TYPED, lines=True).strip()
    return Typed(digest_of(salt, cleaned), salt, cleaned) if cleaned else NOTHING


def digest_of(salt: str, text: str) -> str:
    """The digest a move holds for some words."""
    return sha256((salt + text).encode()).hexdigest()


def words_in(move: Move) -> str:
    """The digest of the words a move holds; empty where it holds none."""
    return getattr(move, "words", "")


def with_words(move: Move, digest: str) -> Move:
    """The move holding a digest. Raises ValueError for a move that cannot hold words."""
    if not digest and "words" not in type(move)._fields:
        return move
    return move._replace(words=digest)  # type: ignore[call-arg]
