"""How many keys a table presses for a whole case at one screen: it must not be the keys that take the time.

    python -m tests.bench table_keys [CASE]

A table plays a case of the library in the app, headless: everybody says what they would do before every joint
decision, one of them differs, two things are ticked in every form, no reason is typed. Counted are the keys,
and how often the laptop is passed on. The control types a reason of forty letters each time, and is too much.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from simulator.terminal.desk.memory import MemoryDesk
from simulator.terminal.screens.room import Phase
from simulator.terminal.widgets.ask import Ask
from tests.screens.driver import Driver, driven, options

ROOT = Path(__file__).parents[2]
CASE = "mark-on-his-cheek"
MINUTES, SECONDS_A_KEY = 40, 1.0
"""Five tables finish a case in forty minutes; a key takes about a second when one thinks of nothing else."""
MOST = MINUTES * 60 * 0.15 / SECONDS_A_KEY
"""Keys may take no more than about a seventh of the time: the rest is for reading and talking."""
TICKED = 2


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
    with driven(options(path, table="Table"), desk=MemoryDesk((ROOT / "scenarios",))) as driver:
        driver.click("Practise without")
        played.press(driver, "tab", "enter")
        for _ in range(600):
            if driver.app.room is None or driver.room.phase is Phase.ENDED:
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
