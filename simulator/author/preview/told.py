"""What a preview says to its author: what came of a save, where the play stands, what is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from simulator.author.preview.attempt import Preview
from simulator.play.move_words import in_move_words
from simulator.play.state import NO_ENDING
from simulator.scenario.catalogue import ENTRIES
from simulator.scenario.diagnostics import Diagnostic, quoted
from simulator.words import Phrase, say, say_count
from simulator.words import workbench as words

BEFORE: Final = 2
AFTER: Final = 8
"""Lines shown round a finding: few above it, so that it is seen where there is room for few."""


def after_saving(preview: Preview) -> tuple[str, ...]:
    """Sentences about the last save: whether it can be played, and what of the moves no longer fits."""
    return (say(words.SAVED), *_saved(preview), *where(preview))


def _saved(preview: Preview) -> Iterator[str]:
    if preview.broken:
        read = preview.draft_read
        if read.problem is not None:
            yield say(words.PROBLEM_BEFORE, problem=read.problem.message)
        else:
            stops = say_count(len(read.stops), words.ONE_FINDING, words.FINDINGS)
            yield say(words.STILL_BEFORE, stops=stops)
            first = read.stops[0]
            yield say(words.FIRST_STOP, line=first.place.line, message=first.message)
        return
    if preview.lost is not None:
        yield say(words.BEGINS_ELSEWHERE, problem=preview.lost.message)
    replay = preview.replay
    made, fit = len(preview.made), len(replay.moves)
    if fit == made:
        yield say(words.ALL_FIT, number=made) if made > 1 else say(words.ONE_FITS if made else words.NO_MOVES)
        return
    yield say(words.SOME_FIT, fit=fit, number=made)
    for dropped in replay.dropped:
        said = in_move_words(dropped.move, preview.game.case)
        yield say(words.LEFT_OUT, move=said, why=dropped.why)
    for move in replay.waiting:
        yield say(words.WAITS, move=in_move_words(move, preview.game.case))


def where(preview: Preview) -> tuple[str, ...]:
    """Where the play stands, with the line of the file; what was asked for and is passed over."""
    game, state = preview.game, preview.state
    if state.ending != NO_ENDING:
        return (say(words.AT_THE_END, ending=quoted(game.ending_ids[state.ending])),)
    scene = game.scenes[state.scene].scene
    wanted = "" if preview.lost else preview.beginning.scene
    if wanted and wanted != scene.id and not preview.moves:
        return (say(words.PASSED_OVER, wanted=quoted(wanted), scene=quoted(scene.id)),)
    return (say(words.YOU_ARE_AT, scene=quoted(scene.id), line=scene.at[0]),)


def moves_told(preview: Preview) -> tuple[str, ...]:
    """The moves as `checks` and `--moves` write them."""
    return tuple(in_move_words(move, preview.game.case) for move in preview.moves)


def finding_line(finding: Diagnostic) -> str:
    """`12: C040 fix before a workshop: “ask” has no “why”.`"""
    severity = say(Phrase(finding.severity.value))
    return say(
        words.FINDING_LINE,
        line=finding.place.line,
        code=finding.code,
        severity=severity,
        message=finding.message,
    )


def finding_title(finding: Diagnostic) -> str:
    """`12: C040 fix before a workshop: A grade without a reason`: for a list beside which the rest stands."""
    severity, title = say(Phrase(finding.severity.value)), ENTRIES[finding.code].title
    return say(
        words.FINDING_LINE, line=finding.place.line, code=finding.code, severity=severity, message=title
    )


def findings_told(findings: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Each finding in a line, with its remedy; or that there is none."""
    told = tuple(f"{finding_line(each)} {each.remedy}".strip() for each in findings)
    return told or (say(words.NO_FINDINGS),)


def around(finding: Diagnostic, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of the file a finding is about, numbered, `>` before the one, a caret beneath the spot."""
    at = finding.place.line
    first, last = max(at - BEFORE, 1), min(at + AFTER, len(lines))
    shown: list[str] = []
    for number in range(first, last + 1):
        mark = ">" if number == at else " "
        shown.append(f"{mark}{number:>5}  {lines[number - 1]}".rstrip())
        if number == at:
            shown.append(" " * (7 + finding.place.column) + "^" * max(finding.caret_length, 1))
    return tuple(shown)


def why(finding: Diagnostic) -> str:
    """Why this kind of finding matters."""
    return say(words.WHY, why=ENTRIES[finding.code].why)
