"""What was found in a case that took long to solve, remembered until anything that it rests on changes.

What it rests on is the text, the name it is shown under, the board's profile, and every file of the program
and of the guidance: all of it is in the key, so that what is remembered is what checking again would say.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from simulator.author.checked import Checked, Silenced
from simulator.author.score_page import ScorePage
from simulator.places import program_digest
from simulator.scenario.diagnostics import Diagnostic, Place, Severity
from simulator.scenario.source import LARGEST

SLOW: Final = 0.3
"""Seconds from which it is worth remembering."""
MOST: Final = 200
"""Files remembered; the oldest are forgotten."""


def key_of(file: Path, board: Path | None) -> str:
    """What the findings of a file rest on; empty where the file cannot be read, or only without an end."""
    try:
        if not file.is_file():
            return ""
        with file.open("rb") as opened:
            text = opened.read(LARGEST + 1)
        profile = board.read_bytes() if board else b""
    except OSError:
        return ""
    digest = hashlib.sha256(program_digest().encode())
    for part in (os.fsencode(file), profile, text):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def recall(memory: Path, key: str) -> Checked | None:
    """What was found, where it is remembered and whole."""
    try:
        data = json.loads((memory / f"{key}.json").read_text(encoding="utf-8"))
        return _from_data(data)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(memory: Path, key: str, checked: Checked) -> None:
    """Keep what was found; where it cannot be kept it is worked out again."""
    with contextlib.suppress(OSError):
        memory.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = memory / f"{key}.{os.getpid()}"
        beside.write_text(json.dumps(_as_data(checked)), encoding="utf-8")
        beside.replace(memory / f"{key}.json")
        kept = sorted(memory.glob("*.json"), key=lambda each: each.stat().st_mtime_ns)
        for old in kept[:-MOST]:
            old.unlink()


def _as_data(checked: Checked) -> dict[str, Any]:
    return {
        "name": checked.name,
        "page": checked.page and checked.page._asdict(),
        "findings": [asdict(each) for each in checked.findings],
        "accepted": [[asdict(each.finding), each.reason] for each in checked.accepted],
    }


def _from_data(data: dict[str, Any]) -> Checked:
    page = data["page"]
    if page is not None:
        habits = {name: (earned, share) for name, (earned, share) in page["habits"].items()}
        page = ScorePage(**{**page, "habits": habits})
    return Checked(
        data["name"],
        page,
        tuple(map(_finding, data["findings"])),
        tuple(Silenced(_finding(finding), reason) for finding, reason in data["accepted"]),
    )


def _finding(data: dict[str, Any]) -> Diagnostic:
    return Diagnostic(**{**data, "severity": Severity(data["severity"]), "place": Place(*data["place"])})
