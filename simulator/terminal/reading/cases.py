"""A case in one line, and its card: what it is about, what it touches on, which guidance it plays under."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from scoring.calendar import from_minutes, in_words
from scoring.errors import GuidanceError
from scoring.guidance import library
from scoring.guidance.board import Board, agency_name
from simulator.scenario.library import Summary
from simulator.scenario.model import Case
from simulator.terminal.reading.names import level_name
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.text import clean
from simulator.words import cases as words
from simulator.words import say


def by_title(cases: Iterable[Summary]) -> list[Summary]:
    """In the order of their titles, as on a shelf: without the article."""
    return sorted(cases, key=lambda case: case.title.casefold().removeprefix("a ").removeprefix("the "))


def case_line(case: Summary) -> str:
    """`A mark on his cheek (core, 45 minutes, 2009)`."""
    title = clean(case.title)
    if case.broken:
        return say(words.BROKEN, title=title)
    year = from_minutes(case.set_on).year
    return say(words.LINE, title=title, level=level_name(case.level), minutes=case.minutes, year=year)


def card(case: Case) -> tuple[Paragraph, ...]:
    """All that somebody should know before they begin."""
    reviewed = f"{case.review.by}, {case.review.on}" if case.review else ""
    about = (case.level, case.minutes, case.set_on)
    return _card(case.title, case.summary, about, case.content_notes, case.guidance, reviewed)


def summary_card(case: Summary) -> tuple[Paragraph, ...]:
    """The same from the library's summary, and the roles one can take."""
    if case.broken:
        why = Paragraph(say(words.BROKEN_WHY, why=clean(case.broken)))
        return (Paragraph(clean(case.title), Look.HEADING), why)
    about = (case.level, case.minutes, case.set_on)
    roles = say(words.ROLES, roles="; ".join(clean(role) for role in case.roles))
    found = _card(case.title, case.summary, about, case.content_notes, case.guidance, case.reviewed)
    return (*found, Paragraph(roles, Look.QUIET))


def _card(
    title: str,
    summary: str,
    about: tuple[str, int, int],
    notes: tuple[str, ...],
    guidance: tuple[str, ...],
    reviewed: str,
) -> tuple[Paragraph, ...]:
    level, minutes, set_on = about
    on = from_minutes(set_on).date()
    said = say(words.ABOUT, level=level_name(level).capitalize(), minutes=minutes, date=in_words(on))
    found = [
        Paragraph(clean(title), Look.HEADING),
        Paragraph(clean(" ".join(summary.split()))),
        Paragraph(said),
    ]
    if notes:
        touches = "; ".join(clean(note) for note in notes)
        found.append(Paragraph(say(words.CONTENT_NOTES, notes=touches), Look.NOTICE))
    found.append(Paragraph(say(words.EDITIONS, editions=editions(guidance, on)), Look.QUIET))
    review = say(words.REVIEWED, by=clean(reviewed)) if reviewed else say(words.UNREVIEWED)
    found.append(Paragraph(review, Look.QUIET))
    return tuple(paragraph for paragraph in found if paragraph.text)


def editions(families: tuple[str, ...], on: date) -> str:
    """The editions in force on a day, of some families of guidance."""
    found = []
    for family in families:
        try:
            edition = library().edition_in_force(family, on)
        except GuidanceError:
            continue
        if edition is not None:
            found.append(clean(edition.title_on(on)))
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
