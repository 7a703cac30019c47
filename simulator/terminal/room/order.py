"""The order in which choices are shown: drawn from the seed, so that the place of a choice tells nothing.

The same attempt has the same order on every screen and after every restart. What has an order of its own
(levels, urgencies, dates) keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256


def shuffled(seed: str, what: str, ids: Iterable[str]) -> tuple[str, ...]:
    """The ids in this attempt's order for `what`: a scene, or the facts of the whole case."""
    return tuple(sorted(ids, key=lambda each: sha256(f"{seed}\0{what}\0{each}".encode()).digest()))
