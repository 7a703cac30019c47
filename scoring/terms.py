"""The words of the field that marking and play share: levels of knowing, grades, modes, referral levels."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """How much of a fact somebody knows, needs or passes on."""

    NONE = 0
    HEADLINE = 1
    FULL = 2


class Grade(StrEnum):
    """How the guidance in force sees an option."""

    GOOD = "good"
    ACCEPTABLE = "acceptable"
    POOR = "poor"
    UNSAFE = "unsafe"


class Mode(StrEnum):
    """How open one is with a person about passing on what concerns them."""

    ASK = "ask"
    TELL = "tell"
    AGREE = "agree who tells"
    DO_NOT_TELL = "do not tell"


REFERRAL_LEVELS = ("none", "early help", "child in need", "child protection", "immediate")
"""From no referral to immediate protection; the needle counts steps along it."""

URGENCIES = ("at once", "same day", "next working day", "within a week")
ROUTES = ("phone then writing", "phone only", "writing only")
LABELS = ("fact", "said", "opinion", "hearsay")
"""What a line in a record is labelled as."""
