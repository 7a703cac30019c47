"""Every code a finding can have, as data: what is wrong, what to do, why it matters, and two examples."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue import fields, files, parts, references, sentences, structure
from simulator.scenario.catalogue.entry import Entry

__all__ = ["ENTRIES", "Entry"]

ENTRIES: Final[dict[str, Entry]] = {
    entry.code: entry
    for module in (files, structure, sentences, fields, parts, references)
    for entry in module.ENTRIES
}
"""By code. Y: the file and its YAML; F: its fields and how they go together; R: what speaks of what."""
