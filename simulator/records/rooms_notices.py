"""The record's watch, for whoever has to learn soon that a table or a room has changed.

It is the one that open attempts ask as well: a window on a server keeps no more connections than it must, for
thirty of them share what the server allows.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.exc import DBAPIError

from simulator.errors import SimulatorError
from simulator.records.store import Store
from simulator.records.watching import Token, Watch

__all__ = ["Token", "Watch", "look", "watch_of"]


def watch_of(store: Store) -> Watch:
    """The watch of a store, which closes it: ask for the token of an attempt's id or of `rooms.key_of`."""
    return store._watch


def look(watch: Watch, keys: Sequence[str]) -> tuple[Token, ...] | None:
    """The tokens of some keys; None where the record cannot be looked at just now."""
    try:
        return tuple(watch.token(key) for key in keys)
    except (DBAPIError, SimulatorError, OSError):
        return None
