"""What becomes of an error: one line for the person, a line in the log for what nobody expected."""

from __future__ import annotations

from contextlib import suppress

from scoring.errors import NotInGuidance, ScoringError
from simulator.cli.show import err
from simulator.cli.usage import WrongUsage
from simulator.errors import SimulatorError


def exit_code(error: Exception) -> int | None:
    """Say what happened and what to do. 2 for words that cannot be used, 1 for what was refused.

    None: nobody expected it. The log is started for it, and whoever raised it first says so.
    """
    if isinstance(error, SimulatorError | ScoringError):
        from simulator.play.spoken import SpokenMoveRefused

        err("\n".join(line.strip() for line in str(error).split("\n")))
        return 2 if isinstance(error, WrongUsage | SpokenMoveRefused | NotInGuidance) else 1
    with suppress(SimulatorError):  # settings that cannot be read must not hide what went wrong
        from simulator import log
        from simulator.settings import load

        log.start(load().logs)
    return None
