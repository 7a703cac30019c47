"""What is set, and who set it: flag, environment, settings file, default, in that order.

The home folder (`SIMULATOR_HOME`, else where the operating system keeps a program's data) holds the record,
`settings.toml`, logs, backups and the secret key.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from simulator.errors import SettingsError
from simulator.places import default_home
from simulator.settings_file import read_settings_file
from simulator.words import Phrase, say
from simulator.words import settings as words

LOOKS: Final = ("dark", "light", "high contrast", "no colour")
RETENTION_YEARS: Final = 6
"""Kept for, until a board sets its own."""
MOST_YEARS: Final = 100
VARIABLES: Final = {
    "home": "SIMULATOR_HOME",
    "database": "SIMULATOR_DATABASE",
    "scenarios": "SIMULATOR_SCENARIOS",
    "board": "SIMULATOR_BOARD",
}
"""The settings that the environment can set, and by which variable."""
_SQLITE: Final = "sqlite:///"
_POSTGRESQL: Final = "postgresql+psycopg://"


class Settings(NamedTuple):
    """What is in force. `sources` says for each field who set it: a flag, a variable, a file, or nobody."""

    home: Path
    database: str
    """The record as an SQLAlchemy URL; a PostgreSQL one names its driver, psycopg."""
    scenarios: tuple[Path, ...]
    """Folders of cases besides those that come with the simulator."""
    board: Path | None
    """The board profile; None is the invented board that comes with the simulator."""
    look: str
    """One of LOOKS."""
    less_movement: bool
    sources: Mapping[str, str]
    retention_years: int = RETENTION_YEARS
    """For how many years after their last training somebody's details are kept."""

    @property
    def file(self) -> Path:
        """The settings file, there or not."""
        return self.home / "settings.toml"

    @property
    def database_file(self) -> Path | None:
        """The record's file when it is kept in SQLite; None when a server keeps it."""
        return Path(self.database.removeprefix(_SQLITE)) if self.database.startswith(_SQLITE) else None

    @property
    def database_shown(self) -> str:
        """The record's address without a password, fit for a screen."""
        return re.sub(r"(?<=://)([^/@:]*):.*@", r"\1:***@", self.database)

    @property
    def logs(self) -> Path:
        """The folder of log files."""
        return self.home / "logs"

    @property
    def backups(self) -> Path:
        """The folder of copies made before the record is migrated."""
        return self.home / "backups"

    @property
    def secret(self) -> Path:
        """The key that signs certificates and run files."""
        return self.home / "secret.key"


class Found(NamedTuple):
    """One setting's value as somebody gave it (None: nobody did), and who."""

    name: str
    value: object
    source: str
    folder: Path
    """What a relative path is relative to: the settings file's folder, or where the command was typed."""


def load(flags: Mapping[str, object] | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in force.

    `flags` are those of the command line, by the name of the setting (None: not given). Raises SettingsError
    for a settings file or a value that cannot be used.
    """
    flags = flags or {}
    environment = os.environ if environment is None else environment
    found_home = _find("home", flags, environment, {}, Path())
    home = _path(found_home) or default_home()
    in_file = read_settings_file(home / "settings.toml")
    found = {
        name: _find(name, flags, environment, in_file, home)
        for name in ("database", "scenarios", "board", "look", "less_movement", "retention_years")
    }
    return Settings(
        home=home,
        database=_database(found["database"], home),
        scenarios=_paths(found["scenarios"]),
        board=_path(found["board"]),
        look=_choice(found["look"], LOOKS),
        less_movement=_switch(found["less_movement"]),
        retention_years=_years(found["retention_years"]),
        sources={each.name: each.source for each in (found_home, *found.values())},
    )


def _find(
    name: str,
    flags: Mapping[str, object],
    environment: Mapping[str, str],
    in_file: Mapping[str, object],
    home: Path,
) -> Found:
    if flags.get(name) is not None:
        return Found(name, flags[name], say(words.FROM_FLAG), Path.cwd())
    variable = VARIABLES.get(name, "")
    if environment.get(variable):
        return Found(name, environment[variable], variable, Path.cwd())
    if name in in_file:
        return Found(name, in_file[name], "settings.toml", home)
    return Found(name, None, say(words.FROM_DEFAULT), home)


def _database(found: Found, home: Path) -> str:
    if found.value is None:
        return f"{_SQLITE}{home / 'record.db'}"
    address = _text(found)
    if address.startswith(_SQLITE) and len(address) > len(_SQLITE):
        return f"{_SQLITE}{_resolve(address.removeprefix(_SQLITE), found.folder)}"
    scheme, mark, rest = address.partition("://")
    if mark and scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        return _POSTGRESQL + rest
    message = say(words.DATABASE_KIND, name=scheme[:60], source=found.source)
    raise SettingsError(say(words.UNUSABLE), message, say(words.DATABASE_EXAMPLE))


def _paths(found: Found) -> tuple[Path, ...]:
    """Folders: a list in the file or of flags, one text parted as PATH is in the environment."""
    if isinstance(found.value, str):
        return tuple(_resolve(part, found.folder) for part in found.value.split(os.pathsep) if part)
    if found.value is None:
        return ()
    if isinstance(found.value, (list, tuple)) and all(isinstance(part, (str, Path)) for part in found.value):
        return tuple(_resolve(str(part), found.folder) for part in found.value)
    raise _wrong_kind(found, words.KIND_LIST)


def _path(found: Found) -> Path | None:
    return None if found.value is None else _resolve(_text(found), found.folder)


def _resolve(text: str, folder: Path) -> Path:
    return (folder / os.path.expanduser(text)).absolute()


def _choice(found: Found, choices: tuple[str, ...]) -> str:
    if found.value is None:
        return choices[0]
    if found.value not in choices:
        raise _wrong_kind(found, words.KIND_CHOICE, choices=", ".join(choices))
    return _text(found)


def _years(found: Found) -> int:
    if found.value is None:
        return RETENTION_YEARS
    if (
        isinstance(found.value, bool)
        or not isinstance(found.value, int)
        or not 1 <= found.value <= MOST_YEARS
    ):
        raise _wrong_kind(found, words.KIND_YEARS, most=MOST_YEARS)
    return found.value


def _switch(found: Found) -> bool:
    if found.value is None:
        return False
    if not isinstance(found.value, bool):
        raise _wrong_kind(found, words.KIND_SWITCH)
    return found.value


def _text(found: Found) -> str:
    if isinstance(found.value, (str, Path)) and str(found.value):
        return str(found.value)
    raise _wrong_kind(found, words.KIND_TEXT)


def _wrong_kind(found: Found, kind: Phrase, **values: object) -> SettingsError:
    message = say(words.WRONG_KIND, name=found.name, source=found.source, kind=say(kind, **values))
    return SettingsError(say(words.UNUSABLE), message, say(words.CHANGE_IT))
