"""Where things lie on this machine: the cases that come along, and files for their owner alone."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

from simulator.errors import SettingsError
from simulator.words import say
from simulator.words import settings as words

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent
_PARTS = ("simulator", "scoring")


def shipped_cases() -> Path:
    """The folder of the cases that come with the simulator, in an installed wheel or in a checkout."""
    installed = _PACKAGE / "_scenarios"
    return installed if installed.is_dir() else _CHECKOUT / "scenarios"


def default_home() -> Path:
    """Where the record is kept when nobody says otherwise: the operating system's place for a program's data.

    A checkout started by somebody whose own folder cannot be written to keeps it in `.simulator` beside it.
    """
    from platformdirs import user_data_path

    usual = user_data_path("working-together-simulator", appauthor=False)
    beside = _CHECKOUT / ".simulator"
    if (_CHECKOUT / "pyproject.toml").is_file() and not _can_make(usual) and _can_make(beside):
        return beside
    return usual


@cache
def program_digest() -> str:
    """A digest of the program's own files, by their names, sizes and times: what is remembered between runs
    holds until it changes."""
    digest = hashlib.sha256()
    for part in _PARTS:
        for folder, _, names in sorted(os.walk(_CHECKOUT / part)):
            for name in sorted(names):
                if name.endswith((".py", ".yaml")):
                    found = os.stat(os.path.join(folder, name))
                    digest.update(f"{folder}/{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def make_private_folder(folder: Path) -> Path:
    """The folder, made for its owner alone if it is not there. Raises SettingsError if it cannot be used."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(folder, error) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _unusable(folder, PermissionError(13, os.strerror(13)))
    return folder


def make_private_file(file: Path) -> Path:
    """The file, made empty for its owner alone if it is not there. Raises SettingsError if it cannot be."""
    try:
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
    except OSError as error:
        raise _unusable(file, error) from error
    return file


def _can_make(folder: Path) -> bool:
    there = next((each for each in (folder, *folder.parents) if os.path.exists(each)), folder)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _unusable(place: Path, error: OSError) -> SettingsError:
    reason = say(words.NO_FOLDER_REASON, folder=place, reason=(error.strerror or str(error)).lower())
    return SettingsError(say(words.NO_FOLDER), reason, say(words.NAME_FOLDER))
