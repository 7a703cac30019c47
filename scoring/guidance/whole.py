"""The guidance as a whole: what is in force when, what a topic says, and where a word is found.

Only the packs a question needs are read, each once for as long as the program runs.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from scoring.errors import GuidanceError, NotInGuidance
from scoring.guidance import comparing, reading, searching
from scoring.guidance.comparing import Comparison, Difference, Invariant, Step
from scoring.guidance.model import Basis, Edition, Milestone, Rule, Source, Topic
from scoring.guidance.reading import Pack
from scoring.guidance.resolving import NATIONAL, LocalLayer, in_force
from scoring.guidance.vocabulary import FAMILIES

if TYPE_CHECKING:
    from scoring.rulebook import Rulebook

Thing = TypeVar("Thing")

INDEX: Final = "index"
"""The family whose edition in force means that there is an Index to look a child up in."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """Everything a folder of packs says; frozen, and read as far as it is asked."""

    folder: Path

    def editions(self) -> tuple[Edition, ...]:
        """All editions, family by family and from the oldest."""
        order = {family: place for place, family in enumerate(FAMILIES)}
        editions = [pack.edition for pack in _packs(self.folder).values()]
        return tuple(sorted(editions, key=lambda e: (order[e.family], e.begins or date.max, e.id)))

    def edition(self, name: str) -> Edition:
        """One edition by its id; raises NotInGuidance."""
        return self.pack(name).edition

    def pack(self, edition: str) -> Pack:
        """An edition with the days its rules reach; raises NotInGuidance."""
        return _named(_packs(self.folder), edition, "edition")

    def edition_in_force(self, family: str, on: date) -> Edition | None:
        """The edition of a family in force on a day (of several that add up, the latest), or None."""
        if family not in FAMILIES:
            raise _unknown(family, FAMILIES, "family of guidance")
        begun = [e for e in self.editions() if e.family == family and e.covers(on)]
        return begun[-1] if begun else None

    def topics(self) -> Mapping[str, Topic]:
        """Every topic by id."""
        return _topics(self.folder)

    def topic(self, name: str) -> Topic:
        """One topic by its id or another word for it; raises NotInGuidance."""
        topics = _topics(self.folder)
        return (
            topics[_names(self.folder)[name]]
            if name in _names(self.folder)
            else _named(topics, name, "topic")
        )

    def topics_of(self, rule: str) -> tuple[Topic, ...]:
        """The topics a rule belongs to."""
        return tuple(topic for topic in _topics(self.folder).values() if rule in topic.rule_ids)

    def rule(self, name: str) -> Rule:
        """One rule by its id; raises NotInGuidance."""
        edition = _editions_of_rules(self.folder).get(name)
        if edition is None:
            raise _unknown(name, tuple(_editions_of_rules(self.folder)), "rule")
        return self.rules(edition)[name]

    def rules(self, edition: str) -> Mapping[str, Rule]:
        """The rules of one edition by id, in the order of its pack."""
        self.edition(edition)
        return _rules(self.folder, edition)

    def all_rules(self) -> tuple[Rule, ...]:
        """Every rule of every edition; reads all packs."""
        return tuple(rule for edition in self.editions() for rule in self.rules(edition.id).values())

    def sources(self) -> Mapping[str, Source]:
        """Every page a rule was read on, by id."""
        return _sources(self.folder)

    def milestones(self) -> Mapping[str, Milestone]:
        """The moments timescales count from and to, by the names cases use."""
        return _milestones(self.folder)

    def resolve(
        self,
        topic: str,
        on: date,
        families: Iterable[str] | None = None,
        local: LocalLayer = NATIONAL,
    ) -> tuple[Rule, ...]:
        """What a topic says on a day, what binds most first; () where nothing in force says anything.

        `families` are those the case names (None: all); a board's local layer counts whatever the case
        names. Raises NotInGuidance for an unknown topic.
        """
        cited = self.topic(topic)
        rules = [
            self._said(edition, name, cited.id)
            for edition, names in cited.rules
            for name in names
            if name in local.adopted or self._pack(edition, cited.id).reaches(on)
        ]
        kept = in_force(rules, on, None if families is None else frozenset(families), local.adopted)
        return kept + tuple(rule for named, rule in local.own if self.topic(named).id == cited.id)

    def rulebook(
        self,
        topics: Iterable[str],
        on: date,
        families: Iterable[str] | None = None,
        local: LocalLayer = NATIONAL,
    ) -> Rulebook:
        """The guidance of one day as far as one case uses it: what is stored with an attempt."""
        from scoring.rulebook import Rulebook  # it is made of this package's rules, so it is loaded after it

        bases = self.bases_on(on)
        current = {family: self.edition_in_force(family, on) for family in FAMILIES}
        wanted = tuple(families) if families is not None else None
        said = {topic: self.resolve(topic, on, wanted, local) for topic in topics}
        return Rulebook(
            on=on,
            editions={family: edition.id for family, edition in current.items() if edition is not None},
            begun={e.id: e.begins for e in self.editions() if e.begins is not None and e.begins <= on},
            topics=said,
            titles={topic: self.topic(topic).title for topic in said},
            milestones=self._milestones_of(said.values()),
            bases={basis.id: basis.text for basis in bases},
            protecting=tuple(basis.id for basis in bases if basis.protecting),
            has_index=current[INDEX] is not None,
            also_right=dict(local.also_right),
        )

    def bases(self) -> tuple[Basis, ...]:
        """The lawful bases of every era."""
        return _bases(self.folder)

    def bases_on(self, on: date) -> tuple[Basis, ...]:
        """The bases a person could give on a day; of two with one id, the later."""
        return tuple({basis.id: basis for basis in _bases(self.folder) if basis.covers(on)}.values())

    def search(self, text: str) -> tuple[Rule, ...]:
        """Rules that hold the words of a text, the best first; reads all packs."""
        return searching.search(text, self.all_rules(), _topics(self.folder).values())

    def history(self, name: str) -> tuple[Step, ...]:
        """What each edition said on a topic, or on the topic of a rule, from the oldest."""
        known = _names(self.folder)
        topic = (
            self.topic(name) if name in known else comparing.topic_of(self.rule(name), self.topics_of(name))
        )
        said = [
            (self.edition(edition), [self.rules(edition)[n] for n in names]) for edition, names in topic.rules
        ]
        return comparing.history(topic, said)

    def differences(self, one: str, other: str) -> Comparison:
        """What changes between two editions: topics whose rules differ, and the stated differences."""
        editions = self.edition(one), self.edition(other)
        said = self.rules(one), self.rules(other)
        stated, _ = _stated(self.folder)
        return comparing.compare(editions, said, _topics(self.folder).values(), stated)

    def stated_differences(self) -> tuple[Difference, ...]:
        """The worked examples of one case under several editions."""
        return _stated(self.folder)[0]

    def invariants(self) -> tuple[Invariant, ...]:
        """What never changed, for control questions."""
        return _stated(self.folder)[1]

    def _milestones_of(self, said: Iterable[tuple[Rule, ...]]) -> Mapping[str, Milestone]:
        """The moments that the timescales of some rules count from and to."""
        timescales = [rule.timescale for rules in said for rule in rules if rule.timescale is not None]
        named = {name for timescale in timescales for name in (timescale.begins, timescale.ends)}
        return {name: milestone for name, milestone in self.milestones().items() if name in named}

    def _pack(self, edition: str, topic: str) -> Pack:
        packs = _packs(self.folder)
        if edition not in packs:
            message = f"The topic “{topic}” names the edition “{edition}”, which is not there."
            raise GuidanceError("Guidance", message, "Correct topics.yaml.")
        return packs[edition]

    def _said(self, edition: str, name: str, topic: str) -> Rule:
        self._pack(edition, topic)
        rules = self.rules(edition)
        if name not in rules:
            message = f"The topic “{topic}” names the rule “{name}”, and {edition} has none."
            raise GuidanceError("Guidance", message, "Correct topics.yaml.")
        return rules[name]


def _named(things: Mapping[str, Thing], name: str, what: str) -> Thing:
    if name not in things:
        raise _unknown(name, tuple(things), what)
    return things[name]


def _unknown(name: str, known: tuple[str, ...], what: str) -> NotInGuidance:
    near = difflib.get_close_matches(name, known, 3)
    remedy = (
        f"Did you mean {' or '.join(f'“{word}”' for word in near)}?"
        if near
        else "`simulator guidance` lists them."
    )
    return NotInGuidance("Guidance", f"There is no {what} “{name}”.", remedy)


@lru_cache(maxsize=8)
def _packs(folder: Path) -> Mapping[str, Pack]:
    packs = {path.stem: reading.read_head(path) for path in sorted((folder / "packs").glob("*.yaml"))}
    if not packs:
        raise GuidanceError("Guidance", f"There is no edition in {folder.name}/packs.", "Install it again.")
    return packs


@lru_cache(maxsize=128)
def _rules(folder: Path, edition: str) -> Mapping[str, Rule]:
    path = folder / "packs" / f"{edition}.yaml"
    return reading.read_rules(path, _packs(folder)[edition], _sources(folder))


@lru_cache(maxsize=8)
def _sources(folder: Path) -> Mapping[str, Source]:
    return reading.read_sources(folder / "sources.yaml")


@lru_cache(maxsize=8)
def _topics(folder: Path) -> Mapping[str, Topic]:
    return reading.read_topics(folder / "topics.yaml")


@lru_cache(maxsize=8)
def _names(folder: Path) -> Mapping[str, str]:
    """Every word for a topic, to its id."""
    topics = _topics(folder)
    others = {word: topic.id for topic in topics.values() for word in topic.also}
    return others | {name: name for name in topics}


@lru_cache(maxsize=8)
def _editions_of_rules(folder: Path) -> Mapping[str, str]:
    topics = _topics(folder).values()
    return {name: edition for topic in topics for edition, names in topic.rules for name in names}


@lru_cache(maxsize=8)
def _bases(folder: Path) -> tuple[Basis, ...]:
    return reading.read_bases(folder / "bases.yaml")


@lru_cache(maxsize=8)
def _milestones(folder: Path) -> Mapping[str, Milestone]:
    return reading.read_milestones(folder / "milestones.yaml")


@lru_cache(maxsize=8)
def _stated(folder: Path) -> tuple[tuple[Difference, ...], tuple[Invariant, ...]]:
    return comparing.read_stated(folder / "differences.yaml")
