"""Every code a finding can have, as data: what is wrong, what to do, why it matters, and two examples."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue import files, sentences, structure
from simulator.scenario.catalogue.entry import Entry

__all__ = ["ENTRIES", "Entry"]

ENTRIES: Final[dict[str, Entry]] = {
    entry.code: entry for entry in (*files.ENTRIES, *structure.ENTRIES, *sentences.ENTRIES)
}
"""By code, in the order of the codes' parts: the file and its characters, its structure, its sentences."""
