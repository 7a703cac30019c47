"""How many codes may be guessed: a few wrong ones at once, then one now and again; for each address, and
in all.

A code is worth more than 50 bits, so the limit is not what keeps it safe; it keeps a guesser from taking
the server's time, and a wrong code from being looked at while others wait.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

AT_ONCE: Final = 8
"""Wrong codes from one address before anybody there has to wait."""
EVERY: Final = 10.0
"""Seconds after which an address may guess once more."""
AT_ONCE_IN_ALL: Final = 120
EVERY_IN_ALL: Final = 0.5
MOST_ADDRESSES: Final = 2_000
"""Addresses remembered; the one that was quiet longest is forgotten first."""


@dataclass
class Bucket:
    """What is left of a number of tries that fills again with time."""

    most: int
    every: float
    left: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until there is a try again; 0 where there is one."""
        self.left = min(self.most, self.left + (now - self.at) / self.every)
        self.at = now
        return 0.0 if self.left >= 1 else (1 - self.left) * self.every

    def take(self) -> None:
        """One try less."""
        self.left -= 1


@dataclass
class Tries:
    """Wrong codes, by address."""

    clock: Callable[[], float] = time.monotonic
    by_address: OrderedDict[str, Bucket] = field(default_factory=OrderedDict)
    in_all: Bucket = field(init=False)

    def __post_init__(self) -> None:
        self.in_all = Bucket(AT_ONCE_IN_ALL, EVERY_IN_ALL, AT_ONCE_IN_ALL, self.clock())

    def wait(self, address: str) -> float:
        """Seconds until a code from this address is looked at; 0: now."""
        now = self.clock()
        mine = self.by_address.get(address)
        return max(self.in_all.wait(now), mine.wait(now) if mine else 0.0)

    def wrong(self, address: str) -> None:
        """A wrong code came from this address."""
        bucket = self.by_address.pop(address, None) or Bucket(AT_ONCE, EVERY, AT_ONCE, self.clock())
        bucket.take()
        self.in_all.take()
        self.by_address[address] = bucket
        while len(self.by_address) > MOST_ADDRESSES:
            self.by_address.popitem(last=False)
