"""A watch of its own, for whoever has to learn soon that a table or a room has changed."""

from __future__ import annotations

from simulator.records.store import Store
from simulator.records.watching import Token, Watch, watch

__all__ = ["Token", "Watch", "watch_of"]


def watch_of(store: Store) -> Watch:
    """A watch on a record: ask it for the token of an attempt's id or of `simulator.records.rooms.key_of`."""
    return watch(store.database, store.given)
