"""What `.venv` was made from, kept inside it, so that a later run knows at a glance that it is finished."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def venv_python(root: Path) -> Path:
    """The Python of the checkout's `.venv`, there or not."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def bare_locale_changed() -> dict[str, str]:
    """What to set for `.venv`'s Python: in a bare locale it reads no path that has an umlaut."""
    return {"LC_ALL": "C.UTF-8"} if os.environ.get("LC_ALL") in ("C", "POSIX") else {}


def lock_file(root: Path) -> Path:
    """The file that lets one set-up work at a time; it holds a word for as long as one is unfinished."""
    return root / ".set-up.lock"


def unfinished(root: Path) -> bool:
    """Whether a set-up is under way, or was interrupted, so that `.venv` cannot be trusted."""
    try:
        return lock_file(root).stat().st_size > 0
    except OSError:
        return False


def up_to_date(root: Path, extra: str = "") -> bool:
    """Whether `.venv` is finished, was made from today's pyproject and holds `extra`."""
    if unfinished(root) or not venv_python(root).exists() or not (root / ".venv" / "pyvenv.cfg").exists():
        return False
    made_from, extras = read(root)
    return made_from == fingerprint(root) and (not extra or extra in extras)


def was_finished(root: Path, extra: str = "") -> bool:
    """Whether `.venv` was once finished with `extra`, be it from an older pyproject."""
    made_from, extras = read(root)
    return bool(made_from) and (not extra or extra in extras)


def fingerprint(root: Path) -> str:
    """A hash of all that `.venv` depends on.

    The lists of libraries; this folder, which an editable install names; and the Python behind `.venv`,
    which an upgrade of the operating system replaces.
    """
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        file = root / name
        digest.update(file.read_bytes() if file.exists() else b"")
        digest.update(b"\0")
    digest.update(os.fsencode(root) + b"\0" + os.fsencode(os.path.realpath(venv_python(root))))
    return digest.hexdigest()


def read(root: Path) -> tuple[str, list[str]]:
    """The fingerprint and the extras `.venv` was finished with; empty if it never was."""
    try:
        made_from, *extras = _file(root).read_text("ascii").split()
    except (OSError, ValueError):
        return "", []
    return made_from, extras


def write(root: Path, extras: list[str]) -> None:
    """Say that `.venv` is finished; the file appears whole or not at all."""
    new = _file(root).with_suffix(".new")
    new.write_text(" ".join([fingerprint(root), *extras]), "ascii")
    new.replace(_file(root))


def _file(root: Path) -> Path:
    return root / ".venv" / "simulator-stamp.txt"
