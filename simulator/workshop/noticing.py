"""Learning that something has changed at a table or in a room, well within a third of a second.

    notices = Notices(store)                              one a process
    stop = notices.watch([attempt.id, key_of(room)], lambda: app.post_message(Changed()))
    …
    stop(); notices.close()

    async for _ in notices.changes([attempt.id]): …       the same for asyncio

One thread looks every 50 ms: on SQLite at the file's count of commits, on PostgreSQL at what the server has
told (LISTEN). Once a second everybody is called anyway, for whatever a notice missed. The callback runs in
that thread and must be quick and safe there: post a message, set an event. It says *look*, not what: ask
`OpenAttempt.changed()` (moves), `talk` and `places` for the rest.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Final

from simulator.records import Store
from simulator.records.rooms import key_of
from simulator.records.rooms_notices import Token, Watch, look, watch_of

__all__ = ["LOOK_SECONDS", "Notices", "key_of"]

LOOK_SECONDS: Final = 0.05
LONGEST_SECONDS: Final = 1.0
"""A look beneath every notice."""
_log = logging.getLogger(__name__)


class Notices:
    """Tells whoever watches. Its thread starts with the first, and ends with the process or `close`."""

    def __init__(self, store: Store) -> None:
        self._watch: Watch = watch_of(store)
        self._lock = threading.Lock()
        self._called: dict[int, tuple[tuple[str, ...], Callable[[], object]]] = {}
        self._seen: dict[int, tuple[Token, ...]] = {}
        self._next = 0
        self._done = threading.Event()
        self._thread: threading.Thread | None = None

    def watch(self, keys: Iterable[str], callback: Callable[[], object]) -> Callable[[], None]:
        """Call back whenever something may have changed under any of the keys; gives what ends it."""
        with self._lock:
            number = self._next = self._next + 1
            self._called[number] = (tuple(keys), callback)
            if self._thread is None:
                self._thread = threading.Thread(target=self._look_on, name="notices", daemon=True)
                self._thread.start()

        def stop() -> None:
            with self._lock:
                self._called.pop(number, None)
                self._seen.pop(number, None)

        return stop

    async def changes(self, keys: Iterable[str]) -> AsyncIterator[None]:
        """One item whenever something may have changed; several changes at once are one item."""
        loop, changed = asyncio.get_running_loop(), asyncio.Event()
        stop = self.watch(keys, lambda: loop.call_soon_threadsafe(changed.set))
        try:
            while True:
                await changed.wait()
                changed.clear()
                yield
        finally:
            stop()

    def close(self) -> None:
        """Stop looking. The store keeps its watch."""
        self._done.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout=LONGEST_SECONDS)

    def _look_on(self) -> None:
        while not self._done.wait(LOOK_SECONDS):
            with self._lock:
                watched = list(self._called.items())
            for number, (keys, callback) in watched:
                self._look(number, keys, callback)

    def _look(self, number: int, keys: tuple[str, ...], callback: Callable[[], object]) -> None:
        tokens = look(self._watch, keys)
        if tokens is None or self._seen.get(number) == tokens:
            return
        self._seen[number] = tokens
        try:
            callback()
        except RuntimeError as error:  # a loop or an app that has ended meanwhile
            _log.warning("a watcher has gone: %s", error)
            with self._lock:
                self._called.pop(number, None)
