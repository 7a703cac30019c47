"""A room in print: how it stands, who was there, tables side by side."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.cli import show
from simulator.cli.tables import show_table
from simulator.errors import ExportError
from simulator.words import cli_workshop as words
from simulator.words import plenary as plenary_words
from simulator.words import say
from simulator.words import workshop as workshop_words

if TYPE_CHECKING:
    from simulator.workshop.attending import Attendance, Attended
    from simulator.workshop.plenary.model import Cell, Plenary
    from simulator.workshop.plenary.page import ActionLine
    from simulator.workshop.watching import RoomSeen, TableSeen


def seen_data(seen: RoomSeen) -> dict[str, Any]:
    """A room as JSON: how far each table is and who is waited for. Nobody's marks, nobody's name."""
    return {
        "workshop": seen.room,
        "title": seen.title,
        "case": seen.case_title,
        "opened": seen.opened.isoformat(),
        "closed": seen.closed.isoformat() if seen.closed else None,
        "injects": [inject for inject, _ in seen.injects],
        "tables": [_table_data(one) for one in seen.tables],
    }


def _table_data(table: TableSeen) -> dict[str, Any]:
    return {
        "number": table.number,
        "name": table.name,
        "attempt": table.attempt or None,
        "begun": table.begun.isoformat() if table.begun else None,
        "ended": table.ended,
        "step": table.step,
        "about": table.about,
        "scene": table.scene,
        "paused": table.paused,
        "quiet_minutes": table.quiet_minutes,
        "awaited": [{"role": one.role, "what": one.what.value} for one in table.awaited],
        "seats": [
            {"kind": one.kind.value, "role": one.role, "state": one.state.value, "away": one.away}
            for one in table.seats
        ],
        "late": len(table.late),
    }


def attendance_data(attended: Attendance) -> dict[str, int]:
    """Figures that add up: came = attended + part."""
    return {
        "came": attended.came,
        "attended": attended.attended,
        "part": attended.part,
        "late": attended.late,
        "waiting": attended.waiting,
    }


def show_attendance(attended: Attendance, workshop: str) -> None:
    """Print the figures."""
    show.out(say(words.ATTENDANCE, came=attended.came, attended=attended.attended, part=attended.part))
    if attended.late or attended.waiting:
        show.out(say(words.ATTENDANCE_MORE, late=attended.late, waiting=attended.waiting))
    for one in attended.missed:
        show.wrapped(say(words.MISSED, **_missed(one)), "  ")
    if attended.part or attended.stepped_out:
        show.wrapped(say(words.ATTENDANCE_BY_HAND, workshop=workshop))


def _missed(one: Attended) -> dict[str, str]:
    from simulator.workshop.attending import how_missed

    table = say(workshop_words.TABLE_NAME, number=one.table)
    return {"name": one.name, "agency": one.agency, "table": table, "how": how_missed(one)}


def plenary_data(shown: Plenary, actions: Sequence[ActionLine]) -> dict[str, Any]:
    """Tables side by side as JSON."""
    return {
        "title": shown.title,
        "case": shown.case_title,
        "tables": [
            {
                "name": one.name,
                "ending": one.ending,
                "people": [list(pair) for pair in one.people],
                "notes": list(notes),
            }
            for one, notes in zip(shown.tables, shown.notes, strict=True)
        ],
        "decisions": [
            {
                "scene": row.scene,
                "question": row.question,
                "different": row.different,
                "tables": [_cell_data(cell) if cell else None for cell in row.cells],
            }
            for row in shown.decisions
        ],
        "facts": [
            {
                "fact": row.fact,
                "different": row.different,
                "tables": [[one._asdict() for one in cell] for cell in row.cells],
            }
            for row in shown.facts
        ],
        "prompts": list(shown.prompts),
        "actions": [one._asdict() for one in actions],
    }


def _cell_data(cell: Cell) -> dict[str, Any]:
    return {
        "role": cell.role,
        "text": list(cell.text),
        "when": cell.when,
        "by_habit": cell.by_habit,
        "voices": [list(pair) for pair in cell.voices],
        "differs": [one._asdict() for one in cell.differs],
    }


def show_plenary(shown: Plenary, actions: Sequence[ActionLine]) -> None:
    """Print it: differences first."""
    from simulator.workshop.plenary.page import compared, in_words, told_in_words

    show.heading(say(plenary_words.TITLE, title=shown.title))
    show.wrapped(say(plenary_words.WHAT_IT_IS))
    _show_endings(shown)
    for row in shown.decisions:
        show.out()
        show.heading(row.question)
        if said := compared(shown, row):
            show.wrapped(said, "  ")
        for head, cell in zip(shown.tables, row.cells, strict=True):
            lines = list(in_words(cell)) if cell else [say(plenary_words.NOT_HERE)]
            show.wrapped(lines[0], "    ", f"  {head.name}: ")
            show.listed(lines[1:], "    ")
    show.out()
    show.heading(say(plenary_words.FACTS))
    for fact in shown.facts:
        show.wrapped(fact.text, "  ", "")
        for head, told in zip(shown.tables, fact.cells, strict=True):
            where = "; ".join(map(told_in_words, told)) or say(plenary_words.STAYED)
            show.wrapped(where, "      ", f"    {head.name}: ")
    if any(shown.notes):
        show.out()
        show.heading(say(plenary_words.NOTES))
    for head, notes in zip(shown.tables, shown.notes, strict=True):
        for note in notes:
            show.wrapped(note, "    ", f"  {head.name}: ")
    show.out()
    show.heading(say(plenary_words.TALK))
    show.listed(shown.prompts)
    show.out()
    show.heading(say(plenary_words.ACTIONS))
    show.listed([", ".join(filter(None, one)) for one in actions] or [say(plenary_words.NO_ACTIONS)])


def _show_endings(shown: Plenary) -> None:
    rows = [(one.name, one.ending or say(plenary_words.STILL_PLAYING)) for one in shown.tables]
    show_table([say(plenary_words.TABLE), say(plenary_words.ENDING)], rows)


def write_page(file: Path, text: str) -> None:
    """Write a page for its owner alone. Raises ExportError."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
            opened.write(text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = say(words.NOT_WRITTEN_MESSAGE, file=file, reason=reason)
        raise ExportError(say(words.NOT_WRITTEN), message) from error
