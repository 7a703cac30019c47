"""What `check` prints of a case besides its findings: what can be earned, by whom, by what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli import show
from simulator.words import author as words
from simulator.words import say, say_count

if TYPE_CHECKING:
    from simulator.author.score_page import ScorePage


def show_page(page: ScorePage) -> None:
    """Print a score page."""
    show.out()
    show.heading(say(words.PAGE, title=page.title))
    known = words.PAGE_EXACT if page.exact else words.PAGE_BOUNDS
    show.out(f"  {say(known, states=page.states)}")
    _row(say(words.PAGE_BEST), _marks(page.best), _reds(page.best_red_lines))
    _row(say(words.PAGE_WORST), _marks(page.worst), _reds(page.worst_red_lines))
    _row(say(words.PAGE_GUESSING), _marks(page.guessing))
    for ending, chance in page.endings.items():
        _row(say(words.PAGE_ENDING, ending=ending), _share(chance))
    for role, number in page.decisions.items():
        alone = page.alone.get(role)
        beside = "" if alone is None else say(words.PAGE_ALONE, best=_marks(alone))
        _row(say(words.PAGE_ROLE, role=role), str(number), beside)
    for name, (earned, share) in page.habits.items():
        _row(say(words.PAGE_HABIT, habit=say(words.HABITS[name])), _marks(earned), _share(share))
    show.out()


def _row(title: str, value: str, beside: str = "") -> None:
    show.out(f"  {title:<44}{value:>9}  {beside}".rstrip())


def _marks(marks: float | None) -> str:
    return "–" if marks is None else f"{marks:g}"


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def _reds(number: int) -> str:
    return say_count(number, words.ONE_RED_LINE, words.RED_LINES)
