"""A seat in a browser: many people on one machine, so what a terminal's user may see of it is not theirs
to see.

In place of the device's memory and the settings file, each seat has a small file of its own in the folder
that ends with the workshop: who sits there (a pseudonym), which attempts were begun there, which one is
open, how the screen looks. Nothing typed is in it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from simulator.places import make_private_file, make_private_folder
from simulator.settings import LOOKS

FILE: Final = "seat.json"
LARGEST: Final = 20_000
MOST_ATTEMPTS: Final = 50


class Kept(NamedTuple):
    """What a seat's file says."""

    learner: str = ""
    """Pseudonym."""
    attempts: tuple[str, ...] = ()
    """Begun at this seat, the newest last."""
    open: str = ""
    """The attempt that is being played, or was when the connection was lost."""
    look: str = ""
    less_movement: bool = False
    room: str = ""
    """The workshop whose code was given at the door; empty for the server's own code."""


@dataclass(frozen=True, slots=True)
class SeatNotes:
    """The file of one seat."""

    folder: Path

    def read(self) -> Kept:
        """What is kept; nothing where there is no file or it is not one of ours."""
        try:
            with (self.folder / FILE).open(encoding="utf-8") as opened:
                found = json.loads(opened.read(LARGEST))
            learner, attempts, opened_attempt = found["learner"], found["attempts"], found["open"]
            look, less, room = found["look"], found["less_movement"], found["room"]
        except (OSError, ValueError, KeyError, TypeError):
            return Kept()
        if not isinstance(attempts, list) or look not in ("", *LOOKS):
            return Kept()
        begun = tuple(map(str, attempts))
        return Kept(str(learner), begun, str(opened_attempt), look, less is True, str(room))

    def change(self, **values: Any) -> None:
        """Keep something else. Raises SettingsError where nothing can be written."""
        kept = self.read()._replace(**values)
        folder = make_private_folder(make_private_folder(self.folder.parent) / self.folder.name)
        new = make_private_file(folder / f"{FILE}.new")
        new.write_text(json.dumps(kept._asdict()), "utf-8")
        new.replace(folder / FILE)

    def begun(self, attempt: str) -> None:
        """An attempt was begun at this seat, and is open there."""
        attempts = (*self.read().attempts, attempt)[-MOST_ATTEMPTS:]
        self.change(attempts=attempts, open=attempt)
