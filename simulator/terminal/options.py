"""What the app is opened with: whatever the command line already knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simulator.settings import Settings
from simulator.terminal.served import SeatNotes


@dataclass(frozen=True, slots=True)
class Options:
    """Everything left empty is asked on the screen."""

    settings: Settings
    case: str = ""
    """A case's id, or the path of a file."""
    role: str = ""
    """The role to play; empty asks."""
    table: str = ""
    """A table's name: all roles are played at this one screen."""
    seed: str = ""
    """Empty draws one."""
    on: date | None = None
    """The day whose guidance is played under; None is the case's own."""
    cut: str = ""
    attempt: str = ""
    """An attempt to carry on with."""
    practice_only: bool = False
    """Nothing of who played is kept."""
    join: str = ""
    """A workshop's code: somebody takes a seat there."""
    console: str = ""
    """Id of the workshop whose console the trainer opens, after the PIN."""
    served: SeatNotes | None = None
    """The seat in a browser this is: then nothing may be offered that reaches this machine's files,
    settings or other people's attempts, and no command line is spoken of."""
