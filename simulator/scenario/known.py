"""What a case may say of the guidance: the ids of its topics, bases, editions, families and milestones."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from scoring.guidance import Guidance


class KnownGuidance(Protocol):
    """The ids of a guidance library, as far as a case speaks of them."""

    @property
    def topics(self) -> Collection[str]: ...
    @property
    def bases(self) -> Collection[str]: ...
    @property
    def editions(self) -> Collection[str]: ...
    @property
    def families(self) -> Collection[str]: ...
    @property
    def milestones(self) -> Collection[str]: ...


class KnownIds(NamedTuple):
    """The ids as they were read from a library."""

    topics: frozenset[str]
    """Ids, and the other words for them."""
    bases: frozenset[str]
    editions: tuple[str, ...]
    """Family by family and from the oldest."""
    families: tuple[str, ...]
    milestones: frozenset[str]
    """The moments that timescales count from and to; a case may have others of its own."""


def known_ids(guidance: Guidance) -> KnownIds:
    """What a case can speak of in this library. Reads topics, bases, milestones and the heads of packs."""
    from scoring.guidance.vocabulary import FAMILIES

    topics = guidance.topics()
    return KnownIds(
        frozenset((*topics, *(word for topic in topics.values() for word in topic.also))),
        frozenset(basis.id for basis in guidance.bases()),
        tuple(edition.id for edition in guidance.editions()),
        FAMILIES,
        frozenset(guidance.milestones()),
    )
