"""Several files checked at once, each in a process of its own where there are processors for it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from scoring.guidance import library
from scoring.guidance.board_reading import load_board
from simulator.author.checked import Checked, check_file
from simulator.scenario.known import known_ids

LARGE = 20_000
"""Bytes of cases from which starting a second process takes less time than it saves."""


def check_files(files: Sequence[Path], board: Path | None = None) -> Iterator[Checked]:
    """Check files, in their order. Raises ScoringError where the board's profile cannot be used."""
    load_board(board)
    workers = min(os.cpu_count() or 1, len(files))
    if workers < 2 or _bytes(files) < LARGE:
        yield from (check_one(file, board) for file in files)
        return
    # Started afresh rather than forked: a fork of a program with threads can stop for ever.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=fresh) as pool:
        yield from pool.map(check_one, files, [board] * len(files))


def check_one(file: Path, board: Path | None) -> Checked:
    """Check one file with the guidance that comes with the simulator."""
    guidance = library()
    return check_file(file, guidance, known_ids(guidance), load_board(board))


def _bytes(files: Sequence[Path]) -> int:
    total = 0
    for file in files:
        try:
            total += file.stat().st_size
        except OSError:
            continue
    return total
