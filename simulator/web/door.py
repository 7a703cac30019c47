"""The join code that `serve` prints, and the key that signs its cookies: kept in one file for its owner
alone, so that a server that is started again lets everybody back to their seats, and gone when it is
closed."""

from __future__ import annotations

import hmac
import json
import os
import secrets
import shutil
import time
from pathlib import Path
from typing import Final, NamedTuple

from simulator.access.phrases import as_typed, new_phrase
from simulator.errors import SettingsError
from simulator.places import make_private_file, make_private_folder
from simulator.web.cookie import LASTS

FOLDER: Final = "browsers"
"""In the home folder: the code, and a folder for each seat."""
_FILE: Final = "door.json"
_LARGEST: Final = 1_000


class Door(NamedTuple):
    """What lets browsers in."""

    code: str
    key: bytes

    def opens_to(self, typed: str) -> bool:
        """Whether a code as somebody typed it is the one; as slow for one that is nearly right."""
        return hmac.compare_digest(as_typed(typed).encode(), as_typed(self.code).encode())


def open_door(home: Path) -> Door:
    """The code of a server that was cut off a while ago, or a new one. Raises SettingsError."""
    folder = make_private_folder(home / FOLDER)
    found = _read(folder / _FILE)
    if found is not None:
        return found
    close_door(home)
    made = Door(new_phrase(), secrets.token_bytes(32))
    file = make_private_file(make_private_folder(folder) / _FILE)
    try:
        os.chmod(file, 0o600)
        kept = {"code": made.code, "key": made.key.hex(), "since": int(time.time())}
        file.write_text(json.dumps(kept), "utf-8")
    except OSError as error:
        raise SettingsError(str(file), error.strerror or str(error)) from error
    return made


def close_door(home: Path) -> None:
    """End the code, the cookies, and what was kept for each seat."""
    shutil.rmtree(home / FOLDER, ignore_errors=True)


def _read(file: Path) -> Door | None:
    try:
        with file.open(encoding="utf-8") as opened:
            kept = json.loads(opened.read(_LARGEST))
        code, key, since = str(kept["code"]), bytes.fromhex(kept["key"]), int(kept["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    fresh = 0 <= time.time() - since < LASTS
    return Door(code, key) if fresh and len(key) == 32 and as_typed(code) else None
