"""The guidance of one date, as far as one case uses it: resolved once and stored with the attempt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scoring.calendar import ENGLAND, Calendar
from scoring.guidance.model import Milestone, Rule


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Which editions are in force, what each topic says, and which bases a person of that day can give."""

    on: date
    editions: Mapping[str, str] = field(default_factory=dict)
    """Family -> the edition in force."""
    begun: Mapping[str, date] = field(default_factory=dict)
    """Every edition whose validity has begun by the date, whether or not it still runs -> its first day."""
    topics: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    """Topic -> the rules in force, what binds most first; empty where the topic has none on the date."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Topic -> one plain sentence."""
    edition_titles: Mapping[str, str] = field(default_factory=dict)
    """Edition -> its title, of every edition these rules come from."""
    milestones: Mapping[str, Milestone] = field(default_factory=dict)
    """The moments that the timescales of these topics count from and to."""
    bases: Mapping[str, str] = field(default_factory=dict)
    """Lawful grounds of the day, id -> words."""
    protecting: tuple[str, ...] = ()
    """The bases of the day on which information may be passed to protect a child without agreement."""
    calendar: Calendar = ENGLAND
    """The bank holidays it is played with."""
    has_index: bool = False
    """Whether front-line staff could search the Index (2009 to 6 August 2010)."""
    also_right: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Referral level -> the levels that the board's threshold document takes as right beside it."""

    def as_data(self) -> dict[str, Any]:
        """Plain data, for storing with an attempt."""
        return {
            "on": self.on.isoformat(),
            "editions": dict(self.editions),
            "begun": {edition: day.isoformat() for edition, day in self.begun.items()},
            "topics": {topic: [rule.as_data() for rule in rules] for topic, rules in self.topics.items()},
            "titles": dict(self.titles),
            "edition_titles": dict(self.edition_titles),
            "milestones": {one.id: [one.words, list(one.also)] for one in self.milestones.values()},
            "bases": dict(self.bases),
            "protecting": list(self.protecting),
            "calendar": self.calendar.as_data(),
            "has_index": self.has_index,
            "also_right": {level: list(beside) for level, beside in self.also_right.items()},
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Rulebook:
        """Back from what was stored. Raises KeyError or ValueError on anything else."""
        return cls(
            on=date.fromisoformat(data["on"]),
            editions=data["editions"],
            begun={edition: date.fromisoformat(day) for edition, day in data["begun"].items()},
            topics={topic: tuple(map(Rule.from_data, rules)) for topic, rules in data["topics"].items()},
            titles=data["titles"],
            edition_titles=data["edition_titles"],
            milestones={
                name: Milestone(name, words, tuple(also))
                for name, (words, also) in data["milestones"].items()
            },
            bases=data["bases"],
            protecting=tuple(data["protecting"]),
            calendar=Calendar.from_data(data["calendar"]),
            has_index=data["has_index"],
            also_right={level: tuple(beside) for level, beside in data.get("also_right", {}).items()},
        )
