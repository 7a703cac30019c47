"""How a room is led: who votes, where it stops, how long it has, and what completing it counts for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from simulator.play.room import POLLS
from simulator.records import Delivery, Training


class Setting(NamedTuple):
    """What a trainer sets for all tables of a room."""

    votes: str = "nobody"
    """Who votes before an option is chosen: nobody, present, table (`simulator.play.room.POLLS`)."""
    stops: bool = False
    """Whether tables pause at discussion points until the trainer lets them go on."""
    time_box: int = 0
    """Minutes each table has from its beginning; 0: as many as it takes."""
    level: str = ""
    minutes: int | None = None
    """Of training that completing counts for; None: what the case takes."""
    participatory: bool = True
    valid_months: int = 0
    """0: a completion does not run out."""

    def training(self, trainer: str | None) -> Training:
        """What completing a table's attempt counts for."""
        return Training(
            self.level, self.minutes, self.participatory, self.valid_months, Delivery.WORKSHOP, trainer
        )


def as_data(setting: Setting) -> dict[str, Any]:
    """As the record keeps it."""
    return setting._asdict()


def from_data(data: Mapping[str, Any]) -> Setting:
    """As it was kept; what an older or newer simulator kept besides is left out."""
    known = {name: data[name] for name in Setting._fields if name in data}
    setting = Setting(**known)
    return setting if setting.votes in POLLS else setting._replace(votes="nobody")
