"""Timescales while a play goes on: not begun, running, or settled. A mark is earned as one is met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scoring.calendar import MINUTES_A_DAY, Calendar
from scoring.guidance.model import Rule
from scoring.timescales import Clocked, due_at, first_end, is_least_time
from simulator.play.events import Event, Stamped
from simulator.play.flow import scene_time
from simulator.play.game import Game, PlayScene
from simulator.play.holding import later
from simulator.play.layout import REFERRAL_MILESTONES
from simulator.scenario.model import Refer, Span
from simulator.solver.reads import following_scenes

NOT_BEGUN = 0
SETTLED = -1
"""Met and paid, or lost: nothing more can come of it."""
REACHED_FIRST = -3
"""What the clock runs to came before what starts it: met as soon as it begins."""
LATE_WITH_REASONS = -4
"""Late, and met if the reasons are on record at the end."""
SAFE = -5
"""Running, and nothing ahead can take long enough to miss it."""
OVERDUE = -6
"""Running past its deadline, where being late can be excused."""
MET_AT_START = -7
"""Met before anybody decided anything: paid at the ending."""

MISSED = -8
"""Nothing ahead can meet it any more, and the play can go on past its deadline: settled, once it is seen."""

Dues = tuple[int, ...]
"""For each marked timescale: one of the above, or the minute it falls due (of a least time: the first minute
at which what ends it may come)."""


class Running(NamedTuple):
    """One marked timescale, ready to be followed through a play."""

    rule: Rule
    begins: frozenset[str]
    """Milestones that start it."""
    ends: frozenset[str]
    reasons_flag: int
    """The flag of the mark that says reasons were recorded; 0: lateness is never excused."""
    least: bool = False
    """Whether it is a least time, which must have passed before what ends it."""


def running_of(game: Game, clocks: Iterable[Clocked]) -> tuple[Running, ...]:
    """The marked timescales of a case; those only shown are left out."""
    made = []
    for clocked in clocks:
        timescale = clocked.rule.timescale
        if timescale is None or not clocked.counted:
            continue
        flag = game.layout.marks.get(clocked.reasons_mark, 0) if timescale.reasons_excuse else 0
        least = is_least_time(clocked.rule)
        made.append(Running(clocked.rule, clocked.begins, clocked.ends, flag, least))
    return tuple(made)


def follow(
    running: Sequence[Running], dues: Dues, events: Iterable[Event], calendar: Calendar, *, tainted: int = -1
) -> tuple[Dues, int]:
    """The timescales after one move, and how many it met. `tainted`: the scene in which what the move itself
    starts earns nothing; colleagues who follow in other scenes are not to blame."""
    stamped = [event for event in events if isinstance(event, Stamped)]
    if not stamped or not dues:
        return dues, 0
    codes = _followed(running, dues, stamped, calendar, tainted)
    return tuple(SETTLED if code == MET else code for code in codes), codes.count(MET)


def opening(running: Sequence[Running], events: Iterable[Event], calendar: Calendar) -> Dues:
    """The timescales when the first decision is awaited, after all that led there."""
    stamped = [event for event in events if isinstance(event, Stamped)]
    codes = _followed(running, (NOT_BEGUN,) * len(running), stamped, calendar, -1)
    return tuple(MET_AT_START if code == MET else code for code in codes)


MET = -9
"""Met by this very move."""


def _followed(
    running: Sequence[Running], dues: Dues, stamped: Sequence[Stamped], calendar: Calendar, tainted: int
) -> list[int]:
    codes = list(dues)
    for index, one in enumerate(running):
        code = codes[index]
        for event in stamped:
            if event.milestone in one.begins:
                code = _begun(one, code, event, calendar, bool(event.role) and event.scene == tainted)
        for event in stamped:
            if event.milestone in one.ends:
                code = _reached(one, code, event)
        codes[index] = code
    return codes


def _begun(one: Running, code: int, event: Stamped, calendar: Calendar, tainted: bool) -> int:
    if code not in (NOT_BEGUN, REACHED_FIRST):
        return code
    if tainted:
        return SETTLED
    if code == REACHED_FIRST:
        return _late(one) if one.least else MET
    if one.least:
        due = first_end(one.rule, event.clock, calendar)
    else:
        due, _ = due_at(one.rule, event.clock, calendar)
    return SETTLED if due is None else due


def _reached(one: Running, code: int, event: Stamped) -> int:
    if code == NOT_BEGUN:
        return REACHED_FIRST
    if code == SAFE or (code > 0 and (event.clock >= code if one.least else event.clock <= code)):
        return MET
    return _late(one) if code > 0 or code == OVERDUE else code


def _late(one: Running) -> int:
    return LATE_WITH_REASONS if one.reasons_flag else SETTLED


class Ahead(NamedTuple):
    """Whether a timescale can still begin, and what it runs to still come."""

    begins: bool
    ends: bool


def cut(running: Sequence[Running], dues: Dues, clock: int, latest: int, ahead: Sequence[Ahead]) -> Dues:
    """The timescales with the clock cut at the thresholds ahead. `latest`: when the play can end at the
    latest."""
    each = zip(running, dues, ahead, strict=True)
    return tuple(
        [code if code == SETTLED else _cut(one, code, clock, latest, still) for one, code, still in each]
    )


def _cut(one: Running, code: int, clock: int, latest: int, ahead: Ahead) -> int:
    if code == OVERDUE or code > 0:
        return _cut_running(one, code, clock, latest) if ahead.ends else _unmet(one, code, clock, latest)
    if code in (NOT_BEGUN, REACHED_FIRST) and not ahead.begins:
        return SETTLED
    return code


def _cut_running(one: Running, code: int, clock: int, latest: int) -> int:
    if code == OVERDUE or (latest < code if one.least else clock > code):
        return OVERDUE if one.reasons_flag else MISSED
    return SAFE if (clock >= code if one.least else latest <= code) else code


def _unmet(one: Running, code: int, clock: int, latest: int) -> int:
    """What never comes to its end: missed where the deadline comes first, else never counted."""
    return SAFE if code > 0 and (clock >= code if one.least else latest <= code) else MISSED


def excused(running: Sequence[Running], dues: Dues, flags: int) -> int:
    """Marks that the ending pays: those met at the start, and those late with their reasons on record."""
    return sum(
        code == MET_AT_START or (code == LATE_WITH_REASONS and bool(flags & one.reasons_flag))
        for one, code in zip(running, dues, strict=True)
    )


def unsettled(dues: Dues) -> bool:
    """Whether the clock can still decide anything here."""
    return any(code >= NOT_BEGUN for code in dues)


WORKING_DAY_AT_MOST = 7 * MINUTES_A_DAY
"""Longer than any wait for the next working day."""


def _minutes_at_most(span: Span | None) -> int:
    if span is None:
        return 0
    return span.amount * WORKING_DAY_AT_MOST if span.unit == "working days" else span.minutes


class Horizon:
    """What lies ahead of each scene, for its timescales: how late a play can end, what can begin or end."""

    def __init__(self, game: Game, running: Sequence[Running]) -> None:
        self.game = game
        self.following = [tuple(following_scenes(game, play)) for play in game.scenes]
        self.forward = all(there > index for index, theres in enumerate(self.following) for there in theres)
        self.ahead = self._ahead(running)
        self.longest = 0 if self.forward else sum(map(self._at_most, game.scenes))
        self._latest: dict[tuple[int, int], int] = {}

    def _at_most(self, play: PlayScene) -> int:
        """Minutes a scene can add at most, on all its visits, wherever it stands."""
        time, waits = play.scene.time, 0
        if time is not None and time.moment is not None:
            waits = max(0, time.moment - self.game.case.set_on)
        elif time is not None:
            waits = _minutes_at_most(time.after) if time.after else MINUTES_A_DAY
        advice = play.decision.advice.takes if play.decision and play.decision.advice else None
        takes = max((_minutes_at_most(outcome.takes) for outcome in play.outcomes), default=0)
        once = waits + _minutes_at_most(play.on_entry.takes) + 2 * takes + _minutes_at_most(advice)
        return once * (play.scene.again + 1)

    def latest(self, scene: int, clock: int) -> int:
        """When a play that waits in a scene at a time can end at the latest."""
        if not self.forward:
            return clock + self.longest
        if scene >= len(self.game.scenes):
            return clock
        known = self._latest.get((scene, clock))
        if known is None:
            left = self._slowest(self.game.scenes[scene], clock)
            known = max(self._arriving(there, left) for there in self.following[scene])
            self._latest[scene, clock] = known
        return known

    def _arriving(self, scene: int, clock: int) -> int:
        """The same for a play that comes to a scene, which it may also pass over."""
        if scene >= len(self.game.scenes):
            return clock
        play = self.game.scenes[scene]
        time, entry = play.scene.time, play.on_entry.takes
        entered = max(clock, scene_time(self.game, time, clock)) if time else clock
        if entry:
            entered = later(entered, entry, self.game.rulebook.calendar)
        return self.latest(scene, entered)

    def _slowest(self, play: PlayScene, clock: int) -> int:
        """After advice and the longest choice, twice over where a slow colleague may be part of it."""
        calendar = self.game.rulebook.calendar
        advice = play.decision.advice.takes if play.decision and play.decision.advice else None
        if advice:
            clock = later(clock, advice, calendar)
        latest = clock
        for outcome in play.outcomes:
            if outcome.takes:
                once = later(clock, outcome.takes, calendar)
                latest = max(latest, later(once, outcome.takes, calendar))
        return latest

    def _ahead(self, running: Sequence[Running]) -> list[tuple[Ahead, ...]]:
        count = len(self.game.scenes)
        end = (Ahead(begins=False, ends=False),) * len(running)
        if not self.forward:
            return [(Ahead(begins=True, ends=True),) * len(running) for _ in range(count)] + [end]
        ahead = [end] * (count + 1)
        for index in range(count - 1, -1, -1):
            stamps = _stamps(self.game, self.game.scenes[index])
            later = [ahead[there] for there in self.following[index]]
            ahead[index] = tuple(
                Ahead(
                    bool(stamps & one.begins) or any(there[at].begins for there in later),
                    bool(stamps & one.ends) or any(there[at].ends for there in later),
                )
                for at, one in enumerate(running)
            )
        return ahead


def _stamps(game: Game, play: PlayScene) -> frozenset[str]:
    named = {name for outcome in (play.on_entry, *play.outcomes) for name in outcome.milestones}
    found = {game.milestones[index] for index in named}
    if play.decision is not None and isinstance(play.decision.kind, Refer):
        found.update(REFERRAL_MILESTONES)
    return frozenset(found)
