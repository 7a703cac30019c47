"""A play in print: who said and did what, when, and the marks in figures."""

from __future__ import annotations

from simulator.cli.headless import Headless
from simulator.cli.show import document


def show_play(played: Headless) -> None:
    document(played.as_data())
