"""A certificate as lines, as a page to print, and as a PDF: the same words in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from simulator.reports import page
from simulator.reports.certificates.certificate import Certificate
from simulator.reports.paper import LINE, Paper
from simulator.reports.shown import day_in_words
from simulator.words import certificates as words
from simulator.words import say

QUARTER: Final = 15
"""Minutes; what is not so many or a multiple is said in minutes, for 0.58 hours mean nothing to anybody."""
_BARE: Final = re.compile(r"\d{1,2}[a-z]?|[a-z]|[iv]+", re.IGNORECASE)
"""A level that is a number or a letter and means nothing by itself."""
ROW: Final = 10 * LINE
"""Millimetres a line of facts is high."""
STYLE: Final = """<style>
.certificate { border: 3px double var(--line); padding: 2rem; text-align: center; break-inside: avoid; }
.certificate h1 { margin: .5rem 0; } .certificate .who { font-size: 1.8rem; margin: .5rem 0; }
.certificate .what { font-size: 1.3rem; margin: .5rem 0; }
.certificate table { margin: 1.5rem auto; width: auto; }
.reflection { border: 1px solid var(--line); padding: 1rem; margin-top: 2rem; break-inside: avoid; }
.reflection p { min-height: 4.5rem; margin: 0; }
.reflection h2 { margin-top: 0; border: 0; font-size: 1.1rem; }
article.sheet + article.sheet { break-before: page; margin-top: 4rem; }
</style>"""


class Letterhead(NamedTuple):
    """What a board puts on its certificates."""

    board: str
    edition: str
    """Title of the guidance the case was played under; empty where none was."""


def facts(certificate: Certificate, head: Letterhead) -> Iterator[tuple[str, str]]:
    """What it says, a heading and a value each."""
    yield say(words.AGENCY), certificate.agency
    if certificate.how in ("solo", "table", "workshop"):
        without = words.NO_ROLE if certificate.how == "workshop" else words.EVERY_ROLE
        yield say(words.ROLE), ", ".join(certificate.roles) or say(without)
    yield say(words.LEVEL), _credit(certificate)
    yield say(words.COMPLETED_ON), day_in_words(certificate.completed_on.isoformat())
    yield say(words.DELIVERY), say(words.HOWS[certificate.how])
    yield say(words.PARTICIPATORY), say(words.YES if certificate.participatory else words.NO)
    yield say(words.MULTI_AGENCY), say(words.YES if certificate.multi_agency else words.NO)
    if head.edition:
        yield say(words.GUIDANCE), head.edition
    if certificate.trainer:
        yield say(words.TRAINER), certificate.trainer
    if certificate.expires:
        yield say(words.EXPIRES), day_in_words(certificate.expires.isoformat())


def _credit(certificate: Certificate) -> str:
    """`Level 3, 2 hours`: boards name a level by a number, a letter or words of their own."""
    hours = say(words.HOUR if certificate.hours == "1" else words.HOURS, hours=certificate.hours)
    if certificate.minutes % QUARTER:
        hours = say(words.MINUTES, minutes=certificate.minutes)
    level = certificate.level.strip()
    if not level:
        return hours
    named = say(words.BARE_LEVEL, level=level) if _BARE.fullmatch(level) else level[:1].upper() + level[1:]
    return say(words.LEVEL_AND_HOURS, level=named, hours=hours)


def certificate_lines(certificate: Certificate, head: Letterhead) -> Iterator[str]:
    """For a terminal."""
    yield shown_name(certificate)
    yield certificate.course
    for title, value in facts(certificate, head):
        yield f"{title}: {value}"


def certificates_page(certificates: Iterable[tuple[Certificate, Letterhead]]) -> str:
    """One page to print for each certificate, in one document that stands alone."""
    sheets = [_sheet(certificate, head) for certificate, head in certificates]
    return page.page(say(words.TITLE), (STYLE, *sheets))


def _sheet(certificate: Certificate, head: Letterhead) -> str:
    rows = "".join(
        f'<tr><th scope="row">{page.text(title)}</th><td>{page.text(value)}</td></tr>'
        for title, value in facts(certificate, head)
    )
    asks = "".join(f"<p>{page.text(say(ask))}</p>" for ask in words.REFLECTION_ASKS)
    return (
        '<article class="sheet"><section class="certificate">'
        f"<p>{page.text(say(words.ISSUED_BY, board=head.board))}</p>"
        f"<h1>{page.text(say(words.TITLE))}</h1><p>{page.text(say(words.THAT))}</p>"
        f'<p class="who"><strong>{page.text(shown_name(certificate))}</strong></p>'
        f"<p>{page.text(say(words.HAS_COMPLETED))}</p>"
        f'<p class="what"><strong>{page.text(certificate.course)}</strong></p>'
        f"<table><caption>{page.text(say(words.NUMBER, number=certificate.number))}</caption>"
        f"<tbody>{rows}</tbody></table>"
        f"<p>{page.text(say(words.NO_CLAIM))}</p>"
        f'<p class="quiet">{page.text(say(words.CODE, code=certificate.code))}</p></section>'
        f'<section class="reflection"><h2>{page.text(say(words.REFLECTION))}</h2>{asks}</section></article>'
    )


def certificates_pdf(certificates: Iterable[tuple[Certificate, Letterhead]]) -> bytes:
    """The same on paper, a page each."""
    paper = Paper(say(words.TITLE))
    for number, (certificate, head) in enumerate(certificates):
        if number:
            paper.sheet.add_page()
        _write(paper, certificate, head)
    return bytes(paper.sheet.output())


def _write(paper: Paper, certificate: Certificate, head: Letterhead) -> None:
    top = paper.sheet.get_y()
    paper.space(8)
    _centred(paper, say(words.ISSUED_BY, board=head.board), 10)
    _centred(paper, say(words.TITLE), 22, bold=True)
    _centred(paper, say(words.THAT), 10)
    _centred(paper, shown_name(certificate), 20, bold=True)
    _centred(paper, say(words.HAS_COMPLETED), 10)
    _centred(paper, certificate.course, 15, bold=True)
    paper.space(3)
    for title, value in facts(certificate, head):
        _row(paper, title, value)
    paper.space(5)
    _centred(paper, say(words.NO_CLAIM), 9)
    _centred(paper, say(words.CODE, code=certificate.code), 9)
    paper.space(3)
    paper.sheet.rect(paper.sheet.l_margin - 4, top, paper.width + 8, paper.sheet.get_y() - top)
    paper.space(6)
    paper.heading(say(words.REFLECTION))
    for ask in words.REFLECTION_ASKS:
        paper.paragraph(say(ask))
        paper.space(14)


def _centred(paper: Paper, text: str, size: float, *, bold: bool = False) -> None:
    paper.write_in(size, bold=bold)
    shown = paper.ready(text)
    paper.sheet.multi_cell(0, size * LINE, shown, new_x="LMARGIN", new_y="NEXT", align="C")
    paper.space(2.5)


def _row(paper: Paper, title: str, value: str) -> None:
    """The title ends where the value begins, in the middle of the page."""
    half = paper.width / 2
    top = paper.sheet.get_y()
    paper.write_in(10)
    paper.sheet.multi_cell(half - 3, ROW, paper.ready(title), new_x="RIGHT", new_y="TOP", align="R")
    paper.write_in(10, bold=True)
    paper.sheet.set_xy(paper.sheet.l_margin + half + 3, top)
    paper.sheet.multi_cell(half - 3, ROW, paper.ready(value), new_x="LMARGIN", new_y="NEXT", align="L")
    paper.space(1.5)


def shown_name(certificate: Certificate) -> str:
    """The name that the record holds, or a word for one that is gone."""
    return certificate.name or say(words.NAME_GONE)
