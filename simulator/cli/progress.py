"""How far a long piece of work is, on standard error, where somebody is looking."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import Any

import typer

from simulator.words import Phrase, say

STEPS = 500
"""Pieces of work between two drawings of the bar."""


def progress(total: int, label: Phrase) -> AbstractContextManager[Any]:
    """A bar; its `update(n)` says that `n` more are done."""
    return typer.progressbar(
        length=total,
        label=say(label),
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        update_min_steps=STEPS,
    )
