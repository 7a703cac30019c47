"""A file opened in the author's own editor, at a line, and back again."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.errors import SettingsError
from simulator.words import say
from simulator.words import workbench as words

if TYPE_CHECKING:
    from textual.app import App

AT_LINE: Final = {
    "vi": "+{line}",
    "vim": "+{line}",
    "nvim": "+{line}",
    "nano": "+{line}",
    "emacs": "+{line}",
    "micro": "+{line}",
    "hx": "",
}
"""How editors are told the line; others get the file alone."""


def command_for(file: Path, line: int) -> list[str]:
    """The words that open a file: from VISUAL or EDITOR, else what every such machine has."""
    usual = "notepad" if sys.platform == "win32" else "vi"
    said = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    editor = shlex.split(said, posix=sys.platform != "win32") or [usual]
    name = Path(editor[0]).stem.lower()
    if name in ("code", "codium"):
        return [*editor, "--wait", "--goto", f"{file}:{line}"]
    at = AT_LINE.get(name, "").format(line=line)
    return [*editor, *([at] if at else []), str(file)]


def edit(app: App[int], file: Path, line: int) -> None:
    """Leave the screen to the editor until it is closed. Raises SettingsError where there is none."""
    from textual.app import SuspendNotSupported

    command = command_for(file, line)
    try:
        with app.suspend():
            subprocess.run(command, check=False)
    except (OSError, SuspendNotSupported) as error:
        reason = getattr(error, "strerror", "") or say(words.CANNOT_MAKE_WAY)
        message = say(words.NO_EDITOR_MESSAGE, editor=command[0], reason=reason)
        remedy = say(words.NO_EDITOR_REMEDY, file=file)
        raise SettingsError(say(words.NO_EDITOR), message, remedy) from error
