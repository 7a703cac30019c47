"""What `check` prints of a case besides its findings: what can be earned, by whom, by what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli import show

if TYPE_CHECKING:
    from simulator.author.score_page import ScorePage


def show_page(page: ScorePage) -> None:
    """Print a score page."""
    from simulator.author.score_page import page_rows

    heading, _, *rows = page_rows(page)
    show.out()
    show.heading(heading)
    for row in rows:
        show.out(f"  {row}")
    show.out()
