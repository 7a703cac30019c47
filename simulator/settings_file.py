"""The settings file (`settings.toml`): reading it with care, and changing one line of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

from simulator.errors import SettingsError
from simulator.places import make_private_file, make_private_folder
from simulator.words import say
from simulator.words import settings as words

NAMES: Final = ("database", "scenarios", "board", "look", "less_movement", "retention_years")
"""What the file may set. The home folder holds the file, so it is not among them."""
LARGEST: Final = 100_000
"""Bytes a settings file may have."""


def read_settings_file(file: Path) -> Mapping[str, object]:
    """What the file sets, by name; nothing if it is not there. Raises SettingsError saying what is wrong."""
    if not file.is_file():
        return {}
    import tomllib

    try:
        with file.open("rb") as opened:
            text = opened.read(LARGEST + 1)
        if len(text) > LARGEST:
            raise _unreadable(file, say(words.TOO_LARGE))
        settings = tomllib.loads(text.decode("utf-8-sig"))
    except OSError as error:
        raise _unreadable(file, error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:  # not UTF-8, not TOML, or nested without end
        raise _unreadable(file, str(error)) from error
    for name in settings:
        if name not in NAMES:
            raise _unknown(file, name)
    return settings


def remember(file: Path, name: Literal["look", "less_movement"], value: str | bool) -> None:
    """Set one setting in the file and leave the rest of it, comments too, as somebody wrote it.

    Raises SettingsError if the file cannot be read or written.
    """
    read_settings_file(file)
    make_private_folder(file.parent)
    line = f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
    before = make_private_file(file).read_text("utf-8-sig")
    after, changed = re.subn(rf"(?m)^[ \t]*{name}[ \t]*=.*\n?", lambda _: line, before, count=1)
    if not changed:
        after = line + before  # first, because what follows a [table] would belong to the table
    new = make_private_file(file.with_suffix(".new"))
    try:
        new.write_text(after, "utf-8")
        new.replace(file)
    except OSError as error:
        raise _unreadable(file, error.strerror or str(error)) from error


def _unreadable(file: Path, reason: str) -> SettingsError:
    message = say(words.FILE_REASON, file=file, reason=reason.rstrip("."))
    return SettingsError(say(words.FILE_UNREADABLE), message, say(words.MEND_FILE))


def _unknown(file: Path, name: str) -> SettingsError:
    from difflib import get_close_matches

    close = get_close_matches(name, NAMES, n=1)
    remedy = say(words.DID_YOU_MEAN, name=close[0]) if close else say(words.KNOWN, names=", ".join(NAMES))
    return SettingsError(say(words.UNUSABLE), say(words.UNKNOWN, file=file, name=name[:60]), remedy)
