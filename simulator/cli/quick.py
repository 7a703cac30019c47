"""Commands that only read and are answered before typer loads, which alone takes longer than they do."""

from __future__ import annotations

from collections.abc import Sequence


def answer(arguments: Sequence[str]) -> int | None:
    """The exit code, or None for everything that the whole command line is needed for."""
    typed = tuple(arguments)
    if typed == ("--version",):
        from simulator import __version__

        print(f"simulator {__version__}")
        return 0
    if typed in (("scenarios",), ("scenarios", "--json")):
        from simulator.cli.library import show_library
        from simulator.settings import load

        return show_library(load(), json="--json" in typed)
    return None
