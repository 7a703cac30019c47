"""The debrief as a PDF, set in the type every reader has. The HTML page is the accessible form."""

from __future__ import annotations

import unicodedata
from typing import Any

from scoring.debrief import Debrief
from simulator.errors import NotInstalled
from simulator.solver.debrief_text import debrief_text
from simulator.words import reports as words
from simulator.words import say

SIZE = 10
LINE = 5
"""Millimetres from line to line."""
_LETTERS = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "Ł": "L", "ł": "l"}
)


def debrief_pdf(debrief: Debrief, *, names: bool = True) -> bytes:
    """The PDF as bytes. Raises NotInstalled where its library is missing."""
    sheet = _sheet(debrief.title)
    lines = list(debrief_text(debrief, names=names))
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if line and set(line) == {"-"}:
            continue
        is_title = number == 0 or (bool(following) and set(following) == {"-"})
        sheet.set_font(style="B" if is_title else "", size=SIZE + 3 * is_title)
        indent = len(line) - len(line.lstrip())
        sheet.set_x(sheet.l_margin + indent * 2)
        sheet.multi_cell(0, LINE, plain_letters(line.strip()), new_x="LMARGIN", new_y="NEXT", align="L")
    return bytes(sheet.output())


def _sheet(title: str) -> Any:
    try:
        from fpdf import FPDF
    except ModuleNotFoundError as missing:
        raise NotInstalled(
            say(words.NO_PDF), say(words.NO_PDF_MESSAGE), say(words.NO_PDF_REMEDY)
        ) from missing
    sheet = FPDF(format="A4")
    sheet.set_title(title)
    sheet.set_lang("en-GB")
    sheet.set_margin(18)
    sheet.set_auto_page_break(True, 18)
    sheet.add_page()
    sheet.set_font("Helvetica", size=SIZE)
    return sheet


def plain_letters(text: str) -> str:
    """The text in the letters that the built-in type has; others lose their accents."""
    text = text.translate(_LETTERS)
    return "".join(map(_letter, text))


def _letter(letter: str) -> str:
    if ord(letter) < 256:
        return letter
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if ord(base) < 256 else "?"
