"""What this device remembers: who signed in here last, in a file for its owner alone.

The file holds a secret that only fits one entry of the record. Whoever takes the file from a shared laptop is
that person to the simulator; `forget` ends it, and so does a new phrase.
"""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path
from typing import Final

from sqlalchemy import delete, insert, select

from simulator.access.hashing import fits, hashed
from simulator.access.people import person
from simulator.errors import RecordError
from simulator.places import make_private_file, make_private_folder
from simulator.records import Store, tables
from simulator.records.details import Known
from simulator.records.tables import Credential, row

FILE: Final = "this-device.json"
LARGEST: Final = 1_000
"""Bytes such a file can have."""


def remember(store: Store, learner: str, folder: Path) -> None:
    """Let this device remember somebody and nobody else. Raises NotSaved or SettingsError."""
    forget(store, folder)
    owner, secret = f"{learner}@{store.given.new_id()}", secrets.token_urlsafe(24)
    kept = row(Credential, owner=owner, hash=hashed(secret))
    store.database.write(
        lambda connection: connection.execute(insert(tables.credentials).values(kept)).rowcount
    )
    make_private_folder(folder)
    new = make_private_file(folder / f"{FILE}.new")
    os.chmod(new, 0o600)
    new.write_text(json.dumps({"owner": owner, "secret": secret}), "utf-8")
    new.replace(folder / FILE)


def remembered(store: Store, folder: Path) -> Known | None:
    """Whom this device remembers; None where it remembers nobody, or the record no longer knows them."""
    owner, secret = _read(folder)
    query = select(tables.credentials.c.hash).where(tables.credentials.c.owner == owner)
    kept = store.database.read(lambda connection: connection.scalar(query)) if owner else None
    if kept is None or not fits(secret, kept):
        return None
    try:
        return person(store, owner.partition("@")[0])
    except RecordError:
        return None


def forget(store: Store, folder: Path) -> None:
    """Let this device remember nobody."""
    owner, _ = _read(folder)
    if owner:
        gone = delete(tables.credentials).where(tables.credentials.c.owner == owner)
        store.database.write(lambda connection: connection.execute(gone).rowcount)
    (folder / FILE).unlink(missing_ok=True)


def _read(folder: Path) -> tuple[str, str]:
    """Owner and secret; empty where the file is missing or is not one of ours."""
    try:
        with (folder / FILE).open(encoding="utf-8") as opened:
            found = json.loads(opened.read(LARGEST))
        owner, secret = found["owner"], found["secret"]
    except (OSError, ValueError, KeyError, TypeError):
        return "", ""
    known = isinstance(owner, str) and isinstance(secret, str) and "@" in owner
    return (owner, secret) if known else ("", "")
