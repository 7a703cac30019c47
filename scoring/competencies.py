"""The eight competencies, and which of them a decision gives evidence of (scoring.md, *Competencies*).

A decision's marks go whole to each competency it tests. Competencies are shown side by side, never summed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from scoring.marks import Exact

COMPETENCIES: Final[Mapping[str, str]] = {
    "C1": "Recognise and make sense",
    "C2": "Child at the centre",
    "C3": "Seek information",
    "C4": "Share proportionately",
    "C5": "Openness, agreement, lawful basis",
    "C6": "Threshold and timely action",
    "C7": "Work together and challenge",
    "C8": "Record and account",
}

EVIDENCED_FROM: Final = 3
"""Below so many possible marks a competency counts as not evidenced."""

BANDED_FROM: Final = 15
"""Below so many possible marks in one play no band is named: guessing reaches the first too easily."""

SEEKING: Final = ("ask", "look up")
PASSING: Final = ("share", "meet", "refer")

_BY_DOMAIN: Final[Mapping[str, str]] = {
    "recognition": "C1",
    "child's voice": "C2",
    "consent": "C5",
    "threshold": "C6",
    "referral": "C6",
    "timeliness": "C6",
    "emergency protection": "C6",
    "collaboration": "C7",
    "challenge": "C7",
    "recording": "C8",
}
_BY_KIND: Final[Mapping[str, str]] = {
    "ask": "C3",
    "look up": "C3",
    "share": "C4",
    "refer": "C6",
    "meet": "C7",
    "record": "C8",
}


class Shown(NamedTuple):
    """How much of a competency a play gave evidence of."""

    earned: Exact
    possible: Exact
    decisions: tuple[str, ...]
    """Scenes the evidence comes from."""

    @property
    def evidenced(self) -> bool:
        """Whether there was enough to say anything."""
        return self.possible >= EVIDENCED_FROM


def tested(stated: tuple[str, ...], kind: str, domains: Iterable[str]) -> tuple[str, ...]:
    """Competencies of a decision: those its author names, else those of the rules it cites, else of its kind.

    Other domains than those above need an author's `tests`.
    """
    if stated:
        return stated
    found = {competency for domain in domains if (competency := _of_domain(domain, kind))}
    if not found and kind in _BY_KIND:
        found = {_BY_KIND[kind]}
    return tuple(sorted(found))


def _of_domain(domain: str, kind: str) -> str:
    if domain == "information sharing":
        return "C3" if kind in SEEKING else "C4" if kind in PASSING else ""
    return _BY_DOMAIN.get(domain, "")


def profile(rows: Iterable[tuple[tuple[str, ...], str, Exact, Exact]]) -> dict[str, Shown]:
    """(competencies, scene, earned, possible) of each decision -> each competency, all eight, in order."""
    found: dict[str, Shown] = {name: Shown(0, 0, ()) for name in COMPETENCIES}
    for names, scene, earned, possible in rows:
        for name in names:
            if name in found:
                known = found[name]
                found[name] = Shown(
                    known.earned + earned, known.possible + possible, (*known.decisions, scene)
                )
    return found
