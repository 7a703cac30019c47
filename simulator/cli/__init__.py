"""The command line: thin commands, each in the module of its group, with heavy imports inside them."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on some words, by default those it was started with, and give the exit code.

    0 done, 1 findings or refused, 2 wrong usage, 130 interrupted. Errors nobody expected are raised.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    from simulator.cli.app import run

    return run(words)
