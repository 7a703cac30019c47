"""The parts of the author's guide that come from the reader's own tables: fields, conditions, messages.

    python -m simulator.scenario.guide scenarios/README.md

writes them anew between their markers. A test says when the guide is behind the tables.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from simulator.scenario.catalogue import ENTRIES
from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.conditions import FORMS
from simulator.scenario.pieces import Field, Piece
from simulator.scenario.schema import all_pieces

_FILLED_IN: Final = re.compile(r"\{(\w+)\}")


def field_tables() -> str:
    """A table for each piece of a case."""
    return "\n\n".join(map(_piece_table, all_pieces()))


def _piece_table(piece: Piece) -> str:
    lines = [f"### {piece.title[0].upper()}{piece.title[1:]}", "", piece.about]
    if piece.short:
        lines[-1] += f" A sentence alone stands for its `{piece.short}`."
    lines += ["", "| field | after the colon | what it is for | left out |", "|---|---|---|---|"]
    lines += map(_field_row, piece.fields)
    if piece.editions:
        changed = ", ".join(f"`{field.key}`" for field in piece.editions.fields)
        lines += ["", f"`in EDITION:` and `from EDITION:` may change {changed}."]
    return "\n".join(lines)


def _field_row(field: Field) -> str:
    usual = "**needed**" if field.required else field.usual or "–"
    cells = (f"`{field.key}`", field.kind.words, field.about, usual)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def condition_table() -> str:
    """Every sentence that a condition may be."""
    rows = [f"| {_cell(form.words)} | {_cell(form.example)} | {form.means} |" for form in FORMS]
    return "\n".join(["| sentence | example | holds when |", "|---|---|---|", *rows])


def _cell(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")


def message_list() -> str:
    """Every finding of the reader, by its code."""
    return "\n".join(_message(ENTRIES[code]) for code in sorted(ENTRIES))


def _message(entry: Entry) -> str:
    said, remedy = (_FILLED_IN.sub(_gap, words).replace("{{", "{").replace("}}", "}") for words in entry[3:5])
    words = (
        f"- **{entry.code} {entry.title}** ({entry.severity.value}). {said} *{remedy.strip()}* {entry.why}"
    )
    return " ".join(words.replace("<", "&lt;").split())


def _gap(match: re.Match[str]) -> str:
    return "" if match[1] == "perhaps" else "…"


SECTIONS: Final[Mapping[str, Callable[[], str]]] = {
    "fields": field_tables,
    "conditions": condition_table,
    "messages": message_list,
}
"""What stands between `<!-- begin NAME -->` and `<!-- end NAME -->`."""


def renewed(guide: str) -> str:
    """The guide with its generated parts as they should be. Raises ValueError where a marker is missing."""
    for name, made in SECTIONS.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        before, found, rest = guide.partition(begin)
        _, closed, after = rest.partition(end)
        if not (found and closed):
            raise ValueError(f"The markers {begin} and {end} are not in the guide.")
        guide = f"{before}{begin}\n{made()}\n{end}{after}"
    return guide


def main(path: Path) -> None:
    """Write the generated parts of the guide anew."""
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
