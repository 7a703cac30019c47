"""Frozen lists of names and of parts of places, kept as text beside this file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

BRITISH = "british"
"""The background whose older first names and whose surnames are Faker's."""


class Background(NamedTuple):
    """Where a family's names come from."""

    key: str
    share: int
    """Of a hundred families."""
    borrowed: int
    """Of a hundred first names, how many are taken from those common to all England."""
    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[str, ...]


class Names(NamedTuple):
    """All names there are to draw, but for Faker's."""

    backgrounds: tuple[Background, ...]
    young: Background
    """First names common to all England, of those born lately."""
    as_words: frozenset[str]
    """Read as a word in a case, or as a comment on somebody: never drawn."""
    not_british: frozenset[str]
    """In Faker's British lists, and drawn from other backgrounds' lists here."""

    @property
    def by_share(self) -> tuple[Background, ...]:
        """Every background as often as it is to be drawn."""
        return tuple(background for background in self.backgrounds for _ in range(background.share))


@cache
def names() -> Names:
    """The lists of names.toml."""
    read = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
    as_words, not_british = (frozenset(str(read.pop(key)).split()) for key in ("as_words", "not_british"))
    backgrounds = tuple(
        Background(
            key,
            values["share"],
            values["borrowed"],
            *(tuple(values[each].split()) for each in ("women", "men", "surnames")),
        )
        for key, values in read.items()
    )
    young = next(background for background in backgrounds if background.key == BRITISH)
    return Names(backgrounds, young, as_words, not_british)


@cache
def places() -> dict[str, tuple[str, ...]]:
    """The lists of places.toml: street_begins, street_ends, town_begins, town_ends, schools."""
    read = tomllib.loads(Path(__file__).with_name("places.toml").read_text(encoding="utf-8"))
    return {key: tuple(parts.split()) for key, parts in read.items()}
