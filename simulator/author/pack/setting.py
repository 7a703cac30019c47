"""A case ready for print: solved, with its family invented and everybody named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from scoring.calendar import from_minutes
from scoring.errors import GuidanceError
from scoring.guidance.board import agency_name
from scoring.guidance.model import Rule
from scoring.rulebook import Rulebook
from simulator.author.examined import Examined
from simulator.author.pieces import options_of
from simulator.family import invent
from simulator.family.model import Family
from simulator.play.cast import Cast, cast_of, spec_of
from simulator.play.cited import comes_from
from simulator.play.expected import Asked
from simulator.scenario.model import JUDGEMENT, Case, Role, Scene
from simulator.text import clean


@dataclass(frozen=True)
class Setting:
    """What every sheet is made from."""

    examined: Examined
    family: Family
    cast: Cast

    @property
    def case(self) -> Case:
        """The case."""
        return self.examined.case

    @property
    def rulebook(self) -> Rulebook:
        """The guidance of the day it is set on."""
        return self.examined.game.rulebook

    @property
    def day(self) -> date:
        """The day it is set on."""
        return from_minutes(self.case.set_on).date()

    def said(self, text: str) -> str:
        """The author's text with its names, on one line."""
        return " ".join(clean(self.cast.fill(text)).split())

    def named(self, who: str) -> str:
        """What somebody is called: a role by its title, the family by name."""
        role = self.case.roles.get(who)
        return role.title if role else self.cast.name(who)

    def all_named(self, people: Iterable[str]) -> str:
        """Several of them."""
        return ", ".join(self.named(who) for who in people)

    def agency(self, role: Role) -> str:
        """The agency's name of the day; as the case has it where the board does not know it."""
        try:
            return agency_name(self.examined.board, role.agency, self.day)
        except GuidanceError:
            return role.agency

    def rules_of(self, topics: Iterable[str]) -> Iterator[Rule]:
        """The rules in force that topics stand for; other boards' examples only where nothing else is."""
        for topic in topics:
            rules = self.rulebook.topics.get(topic, ()) if topic != JUDGEMENT else ()
            yield from [rule for rule in rules if not is_example(rule)] or rules

    def asked(self, scene: str) -> Asked:
        """What a scene's decision expects on the day."""
        return self.examined.game.expected[scene]


def is_example(rule: Rule) -> bool:
    """Whether a rule is another board's, which this one has not made its own."""
    return rule.force == "local" and not rule.adopted


def setting_of(examined: Examined, seed: int) -> Setting:
    """The case with the family of a seed, named as in a play of that seed."""
    case = examined.case
    family = invent(spec_of(case), str(seed), from_minutes(case.set_on).date())
    return Setting(examined, family, cast_of(case, family))


def topics_of(setting: Setting, scene: Scene) -> tuple[str, ...]:
    """All that a scene's decision and its options cite, each once."""
    if scene.decision is None:
        return ()
    asked = setting.asked(scene.id)
    cited = [*asked.cite]
    for option in options_of(scene.decision):
        cited += asked.options[option.id].cite
    return tuple(dict.fromkeys(cited))


def source_of(rule: Rule, setting: Setting, unverified: str) -> str:
    """Force, edition, paragraph, where it was read, and whether it was seen at all."""
    edition = comes_from(rule, setting.rulebook)
    titles = "; ".join(source.title for source in rule.sources)
    seen = "" if rule.verified else unverified
    parts = (rule.force_word, edition, rule.reference, titles, seen)
    return " · ".join(clean(part) for part in parts if part)
