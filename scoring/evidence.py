"""What play hands over to be marked: for each decision, what was chosen beside what was expected that day.

Nothing here knows a scene, a screen or a file. `play` fills these in; `marks` reads them.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from scoring.terms import Grade, Level


class Weight(IntEnum):
    """What passing a fact to somebody counts as, where it is not needed."""

    NEUTRAL = 0
    """They may know: neither needed nor excessive."""
    PLAIN = 1
    """Not listed: half an excess."""
    SERIOUS = 2
    """Sensitive, or needed by nobody: two."""
    NEVER = 3
    """A red line."""


class Want(NamedTuple):
    """What one recipient needs of one fact, under one edition."""

    level: Level
    """NONE: not needed; then `weight` says what passing it counts as."""
    weight: Weight
    sensitive: bool
    vital: bool
    before: str
    """A milestone; passed after it, a needed fact is late."""


class Cell(NamedTuple):
    """One fact and one recipient in a decision to pass information on."""

    fact: str
    to: str
    want: Want
    given: Level
    had: Level
    """What the recipient knew before."""
    late: bool


class ShareEvidence(NamedTuple):
    """A decision to pass facts on. None: the field was not asked for."""

    cells: tuple[Cell, ...]
    open_right: bool | None = None
    told_unsafely: tuple[str, ...] = ()
    """People who were told although telling them was unsafe."""
    basis_right: bool | None = None
    reason_right: bool | None = None
    advised: bool = False


class OptionEvidence(NamedTuple):
    """An option was picked."""

    grade: Grade


class AskEvidence(NamedTuple):
    """A decision to ask others what they know."""

    expected: tuple[str, ...]
    """Holders who had something I needed and had reason to ask for."""
    asked: tuple[str, ...]
    rightly: tuple[str, ...]
    """Those asked for the right purpose."""


class ReferEvidence(NamedTuple):
    """A decision to refer, or not to; what was sent along is marked as sharing."""

    right: tuple[int, ...]
    """Steps on REFERRAL_LEVELS that are right; 0 is no referral."""
    chosen: int
    urgency_right: bool | None
    route_right: bool | None
    share: ShareEvidence


class RecordedItem(NamedTuple):
    """One fact written down, or one that belonged on the record and is not there."""

    fact: str
    right: bool
    unsafe: bool


class RecordEvidence(NamedTuple):
    """A decision about what goes on the record, under which label, and where."""

    items: tuple[RecordedItem, ...]
    """What belongs on the record, each right only with the right label in the right place."""
    needless: tuple[RecordedItem, ...]
    """What should have been left out and was written down."""


class LookUpEvidence(NamedTuple):
    """A look into the Index: for which purpose, and what was opened."""

    purpose_right: bool
    result_right: bool
    forbidden: str
    """A record opened that must never be; empty: none."""


Evidence = OptionEvidence | ShareEvidence | AskEvidence | ReferEvidence | RecordEvidence | LookUpEvidence
