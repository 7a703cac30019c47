"""The options nearest to a typed reply: only a proposal, which somebody confirms; nothing is marked by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MOST: Final = 3
"""Options proposed."""


def closest(typed: str, options: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the options nearest to what was typed, the nearest first; none where nothing was typed."""
    if not typed.strip() or not options:
        return ()
    from rapidfuzz import fuzz, process, utils

    # What is typed is short beside an option: the words they share say more than their length and order.
    shared = fuzz.token_set_ratio
    ranked = process.extract(typed, dict(options), scorer=shared, processor=utils.default_process, limit=MOST)
    return tuple(name for _, _, name in ranked)
