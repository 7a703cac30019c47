"""A case as the workbench shows it: findings in a list, the lines they are about, score page and map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scoring.guidance import Guidance, library
from scoring.guidance.board import Board
from simulator.author.checked import Checked, check_source
from simulator.author.examined import examine
from simulator.author.graph.lines import lines as map_lines
from simulator.author.graph.shape import shape_of
from simulator.author.preview.told import around, finding_line, finding_title, why
from simulator.author.score_page import page_rows
from simulator.errors import SimulatorError
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.known import known_ids
from simulator.scenario.read import read_source
from simulator.scenario.source import Source, open_source
from simulator.terminal.forms.view import Item
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.words import say, say_count
from simulator.words import workbench as words


class Looked(NamedTuple):
    """All that is known of a file as it was last saved."""

    source: Source | None
    checked: Checked
    map: tuple[str, ...]
    """Empty where the case cannot be played."""

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """In the order of the file."""
        return self.checked.findings


def look_at(file: Path, board: Board) -> Looked:
    """Read, check and draw a file. Never raises for what it may hold."""
    guidance: Guidance = library()
    source = open_source(file)
    if isinstance(source, Diagnostic):
        return Looked(None, Checked(str(file), None, (source,), ()), ())
    known = known_ids(guidance)
    checked = check_source(source, guidance, known, board)
    case = read_source(source, known).case
    if case is None or checked.page is None:
        return Looked(source, checked, ())
    try:
        drawn = map_lines(shape_of(examine(case, guidance, board, MAP_BUDGET)))
    except SimulatorError:
        drawn = ()
    return Looked(source, checked, drawn)


MAP_BUDGET = 1
"""The map shows what the file says leads where; what is never reached is among the findings."""


def rows(looked: Looked) -> list[Item]:
    """A line for each finding."""
    return [Item(str(place), finding_title(each)) for place, each in enumerate(looked.findings)]


def count(looked: Looked) -> str:
    """`3 findings`."""
    number = len(looked.findings)
    return say_count(number, words.ONE_FINDING, words.FINDINGS) if number else say(words.NO_FINDINGS)


def finding_page(looked: Looked, place: int) -> Iterator[Paragraph]:
    """One finding with the lines it is about."""
    if not looked.findings:
        yield Paragraph(say(words.NO_FINDINGS), Look.QUIET)
        return
    finding = looked.findings[place]
    yield Paragraph(finding_line(finding), Look.HEADING)
    if finding.remedy:
        yield Paragraph(finding.remedy)
    yield Paragraph("")
    if looked.source is not None:
        for line in around(finding, looked.source.lines):
            carets = not line.strip(" ^")
            yield Paragraph(line, Look.DRAWING if carets else Look.PLAIN)
    yield Paragraph("")
    yield Paragraph(why(finding), Look.QUIET)


def score_page(looked: Looked) -> Iterator[Paragraph]:
    """What can be earned."""
    if looked.checked.page is None:
        yield Paragraph(say(words.NO_SCORE), Look.NOTICE)
        return
    for row in page_rows(looked.checked.page):
        yield Paragraph(row, Look.DRAWING)


def map_page(looked: Looked) -> Iterator[Paragraph]:
    """What leads where."""
    if not looked.map:
        yield Paragraph(say(words.NO_SCORE), Look.NOTICE)
    for line in looked.map:
        hang = len(line) - len(line.lstrip())
        yield Paragraph(line.strip(), Look.PLAIN if hang else Look.NAME, hang)
