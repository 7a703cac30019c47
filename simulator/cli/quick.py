"""Commands that only read, answered before typer loads: that alone takes longer than they do.

Whatever is not plain here (help, another option, something missing) is left to the whole command line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

JSON: Final = "--json"
STRICT: Final = "--strict"


def answer(arguments: Sequence[str]) -> int | None:
    """The exit code, or None for everything that the whole command line is needed for."""
    if not arguments:
        return None
    command, *rest = arguments
    flags = frozenset(word for word in rest if word.startswith("-"))
    words = [word for word in rest if not word.startswith("-")]
    known, run = ANSWERED.get(command, (frozenset(), None))
    return run(words, flags) if run and flags <= known else None


def _version(words: list[str], flags: frozenset[str]) -> int | None:
    from simulator import __version__

    print(f"simulator {__version__}")
    return 0


def _scenarios(words: list[str], flags: frozenset[str]) -> int | None:
    if words:
        return None
    from simulator.cli.library import show_library
    from simulator.settings import load

    show_library(load(), json=JSON in flags)
    return 0


def _check(words: list[str], flags: frozenset[str]) -> int | None:
    if not words:
        return None
    from pathlib import Path

    from simulator.cli.checking import checks_folder, show_findings
    from simulator.settings import load

    settings = load()
    asked = {"strict": STRICT in flags, "json": JSON in flags}
    memory = checks_folder(settings)
    return int(show_findings(map(Path, words), **asked, board=settings.board, memory=memory))


def _guidance(words: list[str], flags: frozenset[str]) -> int | None:
    from simulator.cli import guidance_data, guidance_shown

    shown = guidance_data if JSON in flags else guidance_shown
    if words:
        shown.search(" ".join(words), "", None)
    else:
        shown.editions(None)
    return 0


Answer = Callable[[list[str], frozenset[str]], int | None]
ANSWERED: Final[Mapping[str, tuple[frozenset[str], Answer]]] = {
    "--version": (frozenset(), _version),
    "scenarios": (frozenset({JSON}), _scenarios),
    "check": (frozenset({JSON, STRICT}), _check),
    "guidance": (frozenset({JSON}), _guidance),
}
"""Command -> the options that are answered here, and by what."""
