"""A play in print: who said and did what, when, and the marks in figures."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.calendar import from_minutes, in_words
from scoring.competencies import COMPETENCIES
from scoring.marks import Exact
from scoring.scorecard import Scorecard
from simulator.cli import show
from simulator.play.cast import Cast
from simulator.play.told import ITEM, in_one_line
from simulator.play.transcript import TranscriptLine
from simulator.words import cli_play as words
from simulator.words import say
from simulator.words.debrief import UNVERIFIED

QUIET = ("learned", "declined", "advice", "seat", "stop")
"""Kinds of line that stand apart from what is said."""


def show_transcript(lines: Iterable[TranscriptLine]) -> None:
    """Print what was said and done, scene by scene."""
    for line in lines:
        if line.kind == "scene":
            show.out()
            show.heading(_when(line.clock))
        elif line.kind == "ending":
            show.out()
            show.heading(f"{_when(line.clock)}  {say(words.THE_END)}")
            show.wrapped(_flowing(line.text))
        elif line.kind in QUIET:
            show.wrapped(_flowing(line.text), "      ", "    · ")
        elif line.kind == "decision":
            for number, sentence in enumerate(line.text.split("\n")):
                lead = f"  > {line.name}: " if number == 0 else "    "
                hanging = "      " if sentence.startswith(ITEM) else "    "
                show.wrapped(_flowing(sentence), hanging, lead)
        else:
            show.wrapped(
                _flowing(line.text), "  " if line.name else "", f"{line.name}: " if line.name else ""
            )


def show_marks(card: Scorecard, cast: Cast) -> None:
    """Print the scorecard: decisions, what it comes to, timescales, red lines, competencies."""
    show.out()
    show.heading(say(words.MARKS))
    for one in card.decisions:
        lost = say(words.LOST, loss=figure(one.loss)) if one.loss else ""
        marks = say(words.OF, earned=figure(one.mark.earned), possible=figure(one.mark.possible))
        lead = f"  {marks:<12}{lost:<8}"
        show.wrapped(f"{cast.name(one.role)}: {in_one_line(one.chosen)}", " " * len(lead), lead)
    if card.table_loss and card.space.exact:
        show.out(say(words.TABLES_LOSS, loss=figure(card.table_loss)))
    show.out()
    _show_space(card)
    _show_timescales(card)
    _show_red_lines(card, cast)
    _show_competencies(card)


def _show_space(card: Scorecard) -> None:
    space = card.space
    share = card.points_of_best
    if space.exact and share is not None and space.guessing is not None:
        values = {"earned": figure(card.earned), "best": figure(space.best), "share": f"{float(share):.0%}"}
        show.out(say(words.COMES_TO, **values))
        show.out(say(words.BESIDE, guessing=figure(space.guessing), worst=figure(space.worst)))
    else:
        show.out(say(words.COMES_TO_NOT_EXACT, earned=figure(card.earned)))


def _show_timescales(card: Scorecard) -> None:
    shown = [one for one in card.timescales if one.begun is not None and one.due is not None]
    if not shown:
        return
    show.out(f"\n{say(words.TIMESCALES)}")
    for one in shown:
        title = one.topic.replace("_", " ")
        counting = "; ".join(one.counting if one.verified else (*one.counting, say(UNVERIFIED)))
        verdict = say(words.VERDICTS[one.verdict])
        show.wrapped(say(words.TIMESCALE, title=title, verdict=verdict, counting=counting), "      ", "  - ")


def _show_red_lines(card: Scorecard, cast: Cast) -> None:
    if not card.red_lines:
        return
    show.out(f"\n{say(words.STOP_AND_LOOK)}")
    show.listed(say(words.RED_LINE, who=cast.name(one.role), line=one.line) for one in card.red_lines)


def _show_competencies(card: Scorecard) -> None:
    show.out(f"\n{say(words.COMPETENCIES)}")
    for name, title in COMPETENCIES.items():
        found = card.competencies[name]
        marks = say(words.OF, earned=figure(found.earned), possible=figure(found.possible))
        show.out(f"  {name}  {title:<36}{marks if found.evidenced else say(words.NOT_EVIDENCED)}")


def figure(value: Exact | None) -> str:
    """Marks for a person: whole, or to two places."""
    if value is None:
        return "–"
    return str(int(value)) if value == int(value) else f"{float(value):.2f}".rstrip("0")


def _when(clock: int) -> str:
    moment = from_minutes(clock)
    return f"{in_words(moment.date())}, {moment:%H:%M}"


def _flowing(text: str) -> str:
    return " ".join(text.split())
