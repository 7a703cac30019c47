"""What `uninstall` takes away: only what the simulator itself made, each by its name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from simulator.cli.library import cache_folder
from simulator.errors import SettingsError
from simulator.settings import Settings
from simulator.words import cli_machine as words
from simulator.words import say

BESIDE_THE_RECORD = ("-journal", "-wal", "-shm")
KEPT_BY_THE_APP = ("library.json", "this-device.json", "places.json", "browsers")

MADE_OF_THE_RECORD = ("exports", "sent")
"""Files that were saved from the app, and what learning record stores have acknowledged."""


def to_remove(settings: Settings, *, with_record: bool) -> tuple[Path, ...]:
    """What there is to remove, in the order in which it goes."""
    places = [cache_folder(settings), settings.logs, *(settings.home / name for name in KEPT_BY_THE_APP)]
    if with_record:
        file = settings.database_file
        if file is not None:
            places += [file, *(file.with_name(file.name + end) for end in BESIDE_THE_RECORD)]
        places += [settings.backups, settings.secret, settings.file]
        places += [settings.home / name for name in MADE_OF_THE_RECORD]
    return tuple(place for place in places if os.path.lexists(place))


def remove(places: Iterable[Path]) -> None:
    """Remove them, and the home folder if nothing is left in it. Raises SettingsError naming what stays."""
    for place in places:
        try:
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place)
            else:
                place.unlink()
            if not any(place.parent.iterdir()):
                place.parent.rmdir()
        except OSError as error:
            message = say(words.STAYS_REASON, place=place, reason=error.strerror or str(error))
            raise SettingsError(say(words.STAYS), message, say(words.STAYS_REMEDY)) from error
