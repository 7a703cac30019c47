"""How many keys a table presses for a whole case at one screen: it must not be the keys that take the time.

    python -m tests.bench table_keys [CASE]

A table plays a case of the library in the app, headless, and is recorded: everybody says who they are, is
asked five questions before and after, and says what they would do before every joint decision; one of them
differs, two things are ticked in every form, no reason is typed. Counted are the keys, from who sits where to
the look back, and how often the laptop is passed on. The control types a reason of forty letters each time,
and is too much.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from simulator.terminal.desk.model import SignIn
from simulator.terminal.desk.stored import open_stored
from simulator.terminal.screens.room import Phase
from simulator.terminal.widgets.ask import Ask
from tests.screens.driver import Driver, driven, options, still

ROOT = Path(__file__).parents[2]
CASE = "mark-on-his-cheek"
MINUTES, SECONDS_A_KEY = 40, 1.0
"""Five tables finish a case in forty minutes; a key takes about a second when one thinks of nothing else."""
MOST = MINUTES * 60 * 0.15 / SECONDS_A_KEY
"""Keys may take no more than about a seventh of the time: the rest is for reading and talking."""
TICKED = 2
NAMES = ("Amira Shah", "Jo Okafor", "Sam Patel", "Ines Roy", "Lee Ward", "Val Reed", "Kit Moss")
FIVE = "78712"
"""Answers to the five questions."""


class Played:
    """What a play took."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        self.keys = 0
        self.phases: Counter[str] = Counter()
        self.decisions = 0

    def press(self, driver: Driver, *keys: str) -> None:
        """Press and count."""
        self.keys += len(keys)
        driver.press(*keys)


def sit_down(driver: Driver, played: Played) -> None:
    """Everybody says who they are, writes down their words, and answers the five questions."""
    case = driver.app.screen.query_one(Ask).view
    seats = [item.id for item in case.items if item.id.startswith("seat ")]
    for number, name in enumerate(NAMES[: len(seats)], 1):
        played.press(driver, str(number))
        driver.paste(name)
        played.keys += len(name)
        played.press(driver, "enter", *(["1"] if number > 1 else []))
    played.press(driver, "tab", "enter", "enter")
    for _ in seats:
        played.press(driver, "1", *FIVE)


def answer_again(driver: Driver, played: Played) -> None:
    """The five questions once more; nobody writes what they mean to do."""
    played.press(driver, "enter")
    while "The others look away" in driver.said:
        played.press(driver, "1", *FIVE, "enter", "enter")
    assert "Looking back" in driver.said, driver.text


def step(driver: Driver, played: Played) -> None:
    """What a table does at whatever is in front of it."""
    room = driver.room
    view = room.query_one(Ask).view
    phase = room.phase
    played.phases[phase.value] += 1
    if phase is Phase.VOTING and view.items and view.part:
        number, of = (int(each) for each in view.part.split() if each.isdigit())
        played.press(driver, "2" if number == of else "1")
    elif phase is Phase.VOTING and view.items and "[ ]" not in view.items[0].before:
        played.press(driver, "1")
    elif phase is Phase.DECIDING and view.items:
        ticks = [str(n) for n, item in enumerate(view.items, 1) if item.before == "[ ]"][:TICKED]
        played.press(driver, *(ticks or ["1"]))
        if ticks or room.query_one(Ask).view is view:
            played.press(driver, "f2")
    elif phase is Phase.DECIDING:
        played.decisions += 1
        driver.paste(played.reason)
        played.keys += len(played.reason)
        played.press(driver, "enter", "enter")
    else:
        played.press(driver, "f2")


def play(case: str, reason: str = "") -> Played:
    """A whole case."""
    played = Played(reason)
    path = str(ROOT / "scenarios" / f"{case}.yaml")
    with TemporaryDirectory() as home:
        settings = still(home=home, scenarios=(str(ROOT / "scenarios"),))
        desk = open_stored(settings)
        with driven(options(path, table="Table", settings=settings), desk=desk) as driver:
            driver.app.learner = desk.sign_in(SignIn(NAMES[0], "health visiting")).learner
            driver.press("1")
            sit_down(driver, played)
            for _ in range(600):
                if driver.room.phase is Phase.ENDED:
                    answer_again(driver, played)
                    return played
                step(driver, played)
    raise AssertionError("the case has no end")


def main() -> int:
    """Print the figure; 1 where it takes too many keys, or where the control takes no more."""
    case = sys.argv[1] if len(sys.argv) > 1 else CASE
    played, control = play(case), play(case, "x" * 40)
    print(f"{case}: {played.decisions} decisions, {played.phases['curtain']} times the laptop is passed on")
    print(f"control, a reason typed each time: {control.keys} keys")
    ok = played.keys <= MOST < control.keys
    print(f"{played.keys} keys of at most {MOST:.0f}: {'kept' if ok else 'NOT kept'}")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
