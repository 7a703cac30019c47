"""The obvious store, for a control: the decision in one commit, where the play stands in a second one, and
whatever the database library does by default. A harness that finds nothing wrong with it finds nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

Tell = Callable[[str, str], None]
MOVES = 4


class NaiveStore:
    """Decisions, a position, completions."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file)
        self._connection.executescript(
            "CREATE TABLE IF NOT EXISTS decisions (number INTEGER, reason TEXT);"
            "CREATE TABLE IF NOT EXISTS position (at INTEGER);"
            "CREATE TABLE IF NOT EXISTS completions (done TEXT);"
        )

    def at(self) -> int:
        """How many decisions the position says were made."""
        found = self._connection.execute("SELECT max(at) FROM position").fetchone()
        return int(found[0] or 0)

    def decide(self, number: int) -> None:
        """Save a decision, and then that it was made."""
        try:
            self._connection.execute("INSERT INTO decisions VALUES (?, 'because')", (number,))
            self._connection.commit()
            self._connection.execute("INSERT INTO position VALUES (?)", (number,))
            if number == MOVES:
                self._connection.execute("INSERT INTO completions VALUES ('yes')")
            self._connection.commit()
        except sqlite3.Error:
            self._connection.rollback()  # "the next one will work"

    def close(self) -> None:
        self._connection.close()

    @staticmethod
    def play(folder: Path, tell: Tell, attempt: str) -> None:
        """From wherever it stands to the end."""
        store = NaiveStore(folder / "naive.db")
        tell("attempt", "only one")
        for number in range(store.at() + 1, MOVES + 1):
            tell("tried", str(number))
            store.decide(number)
            tell("acknowledged", str(number))
        store.close()

    @staticmethod
    def check(folder: Path, tell: Tell, attempt: str, acknowledged: int, tried: int) -> None:
        """Each decision once, all that were acknowledged, one completion."""
        NaiveStore.play(folder, lambda what, value: None, attempt)
        connection = sqlite3.connect(folder / "naive.db")
        decisions = [
            number for (number,) in connection.execute("SELECT number FROM decisions ORDER BY number")
        ]
        completions = connection.execute("SELECT count(*) FROM completions").fetchone()[0]
        if decisions != list(range(1, MOVES + 1)) or completions != 1:
            tell("trouble", f"decisions {decisions}, {completions} completions")
