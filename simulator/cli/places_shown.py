"""Where things are on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from simulator.cli.library import cache_folder
from simulator.places import shipped_cases
from simulator.settings import Settings

PROGRAM = Path(__file__).resolve().parents[1]
CHECKOUT = PROGRAM.parent


def places(settings: Settings) -> dict[str, str]:
    """Each place by its name; a server's record by its address, without a password."""
    return {
        "home": str(settings.home),
        "record": str(settings.database_file or settings.database_shown),
        "settings": str(settings.file),
        "secret": str(settings.secret),
        "backups": str(settings.backups),
        "logs": str(settings.logs),
        "cache": str(cache_folder(settings)),
        "cases": str(shipped_cases()),
        "more_cases": os.pathsep.join(map(str, settings.scenarios)),
        "board": str(settings.board or ""),
        "program": str(PROGRAM),
        "python": sys.executable,
    }


def is_checkout() -> bool:
    """Whether this is a folder of the source, set up by itself, rather than an installed package."""
    return (CHECKOUT / "pyproject.toml").is_file()
