"""A case in one line, and its card: what it is about, what it touches on, which guidance it plays under."""

from __future__ import annotations

from scoring.calendar import from_minutes, in_words
from scoring.errors import GuidanceError
from scoring.guidance import library
from scoring.guidance.board import Board, agency_name
from simulator.scenario.library import Summary
from simulator.scenario.model import Case
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.text import clean
from simulator.words import cases as words
from simulator.words import say


def case_line(case: Summary) -> str:
    """`A mark on his cheek (core, 45 minutes, 2009)`."""
    title = clean(case.title)
    if case.broken:
        return say(words.BROKEN, title=title)
    year = from_minutes(case.set_on).year
    return say(words.LINE, title=title, level=level_name(case.level), minutes=case.minutes, year=year)


def level_name(level: str) -> str:
    """A level as it is said."""
    return say(words.LEVELS[level]) if level in words.LEVELS else clean(level)


def card(case: Case) -> tuple[Paragraph, ...]:
    """All that somebody should know before they begin."""
    on = from_minutes(case.set_on).date()
    found = [
        Paragraph(clean(case.title), Look.HEADING),
        Paragraph(clean(" ".join(case.summary.split()))),
        Paragraph(
            say(
                words.ABOUT,
                level=level_name(case.level).capitalize(),
                minutes=case.minutes,
                date=in_words(on),
            )
        ),
    ]
    if case.content_notes:
        notes = "; ".join(clean(note) for note in case.content_notes)
        found.append(Paragraph(say(words.CONTENT_NOTES, notes=notes), Look.NOTICE))
    found.append(Paragraph(say(words.EDITIONS, editions=editions(case)), Look.QUIET))
    by = say(words.REVIEWED, by=clean(case.review.by)) if case.review else say(words.UNREVIEWED)
    return (*found, Paragraph(say(words.REVIEW, review=by), Look.QUIET))


def editions(case: Case) -> str:
    """The editions in force on the day the case plays, of the families it cites."""
    on = from_minutes(case.set_on).date()
    found = []
    for family in case.guidance:
        try:
            edition = library().edition_in_force(family, on)
        except GuidanceError:
            continue
        if edition is not None:
            found.append(clean(edition.title))
    return "; ".join(found)


def seat_lines(case: Case, board: Board) -> tuple[str, ...]:
    """The seats somebody can take, with the agency as it was called then."""
    on = from_minutes(case.set_on).date()
    lines = []
    for name in case.playable:
        role = case.roles[name]
        try:
            agency = agency_name(board, role.agency, on)
        except GuidanceError:
            agency = clean(role.agency)
        title = clean(role.title)
        lines.append(say(words.SEAT, role=title[:1].upper() + title[1:], agency=agency))
    return tuple(lines)
