"""Every code a finding can have, as data: what is wrong, what to do, why it matters, and two examples."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue import (
    citing,
    fields,
    files,
    outcomes,
    parts,
    passing,
    reaching,
    references,
    sentences,
    structure,
    testing,
    versions,
    wording,
)
from simulator.scenario.catalogue.entry import Entry

__all__ = ["ENTRIES", "Entry"]

READING: Final = (files, structure, sentences, fields, parts, references)
WHOLE: Final = (outcomes, reaching, citing, passing, wording, testing, versions)

ENTRIES: Final[dict[str, Entry]] = {
    entry.code: entry for module in (*READING, *WHOLE) for entry in module.ENTRIES
}
"""By code. Y: the file and its YAML; F: its fields and how they go together; R: what speaks of what;
C: the whole case, which only `simulator.author` looks at."""
