"""The command line: thin commands, each in the module of its group, with heavy imports inside them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

DEBUG = "--debug"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on some words, by default those it was started with, and give the exit code.

    0 done, 1 findings or refused, 2 wrong usage, 130 interrupted. Errors nobody expected are raised; with
    `--debug` all of them are.
    """
    typed = list(sys.argv[1:] if arguments is None else arguments)
    words = [word for word in typed if word != DEBUG]
    try:
        return _run(words)
    except Exception as error:
        if DEBUG in typed:
            raise
        from simulator.cli.failing import exit_code

        code = exit_code(error)
        if code is None:
            raise
        return code


def _run(words: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without a sign shows a mark for it
    from simulator.cli import show
    from simulator.cli.quick import answer

    show.columns.cache_clear()  # the window may have another width than for the command before
    code = answer(words)
    if code is not None:
        return code
    from simulator.cli.app import run

    return run(words)
