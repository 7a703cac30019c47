"""Several files checked at once, each in a process of its own where there are processors for it."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from scoring.guidance import library
from scoring.guidance.board_reading import load_board
from simulator.author.checked import Checked, check_file
from simulator.author.remembering import SLOW, key_of, recall, remember
from simulator.scenario.known import known_ids

LARGE = 20_000
"""Bytes of cases from which starting a second process takes less time than it saves."""


class Timed(NamedTuple):
    """What came of a file, and how long it took."""

    checked: Checked
    seconds: float
    """Of the processor."""


def check_files(
    files: Sequence[Path], board: Path | None = None, memory: Path | None = None
) -> Iterator[Checked]:
    """Check files, in their order. Raises ScoringError where the board's profile cannot be used.

    `memory`: a folder in which what took long is remembered; nothing is remembered without one.
    """
    load_board(board)
    keys = [key_of(file, board) if memory else "" for file in files]
    known = [recall(memory, key) if memory and key else None for key in keys]
    left = [file for file, checked in zip(files, known, strict=True) if checked is None]
    fresh = _checked(left, board)
    for key, remembered in zip(keys, known, strict=True):
        if remembered is not None:
            yield remembered
            continue
        timed = next(fresh)
        if memory and key and timed.seconds > SLOW:
            remember(memory, key, timed.checked)
        yield timed.checked


def _checked(files: Sequence[Path], board: Path | None) -> Iterator[Timed]:
    workers = min(os.cpu_count() or 1, len(files))
    if workers < 2 or _bytes(files) < LARGE:
        yield from (check_one(file, board) for file in files)
        return
    # Started afresh rather than forked: a fork of a program with threads can stop for ever.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=fresh) as pool:
        longest_first = sorted(files, key=lambda file: -_bytes([file]))
        checking = {file: pool.submit(check_one, file, board) for file in longest_first}
        yield from (checking[file].result() for file in files)


def check_one(file: Path, board: Path | None) -> Timed:
    """Check one file with the guidance that comes with the simulator."""
    begun = time.process_time()
    guidance = library()
    checked = check_file(file, guidance, known_ids(guidance), load_board(board))
    return Timed(checked, time.process_time() - begun)


def _bytes(files: Sequence[Path]) -> int:
    total = 0
    for file in files:
        try:
            total += file.stat().st_size
        except OSError:
            continue
    return total
