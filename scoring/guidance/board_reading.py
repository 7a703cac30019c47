"""A board profile, read from the one that comes with the simulator or from a board's own file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from scoring.errors import FileMistakes, GuidanceError, Problem
from scoring.guidance.board import (
    Adoption,
    Adviser,
    Agency,
    Bands,
    Board,
    Escalation,
    Level,
    Named,
    OwnRule,
    SupportLine,
    Threshold,
)
from scoring.guidance.fields import Fields, Mistakes, fields_of
from scoring.guidance.model import Rule, Timescale
from scoring.guidance.nodes import read_nodes
from scoring.guidance.reading import BOARDS, read_timescale
from scoring.guidance.vocabulary import CLOCK_UNITS, DOMAINS, ROLES
from scoring.terms import REFERRAL_LEVELS

TITLE: Final = "Board profile"
CASE_LEVELS: Final = ("introductory", "core", "advanced")
OFFICERS: Final = ("lead officer", "lead member")
EXAMPLE: Final = Path(__file__).parent / "boards" / "example.yaml"


def load_board(path: Path | None = None) -> Board:
    """A board's own profile, or the invented one that comes with the simulator.

    Raises GuidanceError if the file cannot be had, FileMistakes with every mistake and its line otherwise.
    """
    chosen = path or EXAMPLE
    try:
        text = chosen.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"The file {chosen.name} cannot be opened."
        raise GuidanceError(TITLE, message, "Check the setting `board`.") from error
    except UnicodeDecodeError as error:
        problem = Problem(chosen.name, 1, 1, "The file is not in UTF-8.", "Save it again as UTF-8.")
        raise FileMistakes(TITLE, (problem,)) from error
    return read_board(text, chosen.name)


@lru_cache(maxsize=8)
def read_board(text: str, file: str = "board") -> Board:
    """A profile from its text, as an attempt stores it; raises FileMistakes."""
    mistakes = Mistakes(file, TITLE)
    fields = fields_of(read_nodes(text, file, TITLE), "the profile", mistakes)
    fields.choice("format", ("1",))
    board = Board(
        id=fields.text("id"),
        about=fields.text("about", ""),
        names=_names(fields, "names", _board_name),
        groups=_groups(fields),
        agencies=_agencies(fields),
        thresholds={
            level: _threshold(level, entry) for level, entry in _known(fields, "thresholds", REFERRAL_LEVELS)
        },
        adopts=tuple(_adoption(entry) for entry in fields.list("adopts")),
        own_rules=tuple(_own_rule(name, entry, fields) for name, entry in fields.map("own rules")),
        escalation=tuple(_escalation(entry) for entry in fields.list("escalation")),
        officers=_officers(fields),
        advisers=tuple(_adviser(post, entry) for post, entry in fields.map("named professionals")),
        support=tuple(_line(entry) for entry in fields.list("support lines")),
        bands=_bands(fields),
        levels={level: _level(level, entry) for level, entry in _known(fields, "levels", CASE_LEVELS)},
        smallest_shown=fields.number("small numbers", 1, 50, 5),
        text=text,
    )
    fields.done()
    mistakes.raise_if_any()
    return board


def _names(fields: Fields, name: str, read: Callable[[Fields], Named]) -> tuple[Named, ...]:
    """Names in the order of time; at least one, none before the one above it has ended."""
    entries = list(fields.list(name))
    names = tuple(map(read, entries))
    if not names:
        fields.mistakes.add(fields.get(name) or fields.node, f"{fields.what} needs a name.", "- {name: …}")
        return (Named("unnamed"),)
    for entry, before, after in zip(entries[1:], names, names[1:], strict=False):
        if before.ends is None or after.begins is None or after.begins <= before.ends:
            fields.mistakes.add(entry.node, f"“{after.name}” overlaps “{before.name}”.", "Check from and to.")
    return names


def _board_name(entry: Fields) -> Named:
    begins, ends = entry.window()
    kind = entry.choice("kind", BOARDS[1:])
    name = entry.text("name")
    named = Named(name, begins, ends, kind=kind, short=entry.text("short", name))
    entry.done()
    return named


def _service_name(entry: Fields) -> Named:
    begins, ends = entry.window()
    named = Named(entry.text("name"), begins, ends, run_by=entry.text("run by", ""))
    entry.done()
    return named


def _groups(fields: Fields) -> Mapping[str, str]:
    entry = fields.inside("agency groups")
    if entry is None or not isinstance(entry.node.value, dict):
        return {}
    return {name: entry.text(name) for name in entry.node.value}


def _agencies(fields: Fields) -> Mapping[str, Agency]:
    groups = fields.get("agency groups")
    known = tuple(groups.value) if groups is not None and isinstance(groups.value, dict) else ()
    agencies: dict[str, Agency] = {}
    words: set[str] = set()
    for name, entry in fields.map("agencies"):
        names = _names(entry, "names", _service_name)
        roles, also = entry.choices("roles", ROLES), entry.texts("also")
        agencies[name] = Agency(name, entry.choice("group", known), names, roles, also)
        entry.done()
        for word in (name, *also):
            if word in words:
                entry.mistakes.add(entry.node, f"“{word}” means two agencies.", "Keep it at one of them.")
            words.add(word)
    if not agencies:
        fields.mistakes.add(fields.node, "The profile needs agencies.", "Copy them from the example profile.")
    return agencies


def _known(fields: Fields, name: str, wanted: tuple[str, ...]) -> list[tuple[str, Fields]]:
    """The maps of a field whose names are a closed list, all of which must be there."""
    found = list(fields.map(name))
    here = fields.get(name) or fields.node
    for key, entry in found:
        if key not in wanted:
            fields.mistakes.add(
                entry.node, f"“{name}” does not know “{key}”.", f"It has: {', '.join(wanted)}."
            )
    missing = [key for key in wanted if key not in dict(found)]
    if missing:
        fields.mistakes.add(
            here, f"“{name}” lacks {', '.join(missing)}.", "Copy it from the example profile."
        )
    return found


def _threshold(level: str, entry: Fields) -> Threshold:
    also = entry.choices("also right", REFERRAL_LEVELS)
    threshold = Threshold(level, entry.text("name"), entry.text("means"), also)
    entry.done()
    return threshold


def _adoption(entry: Fields) -> Adoption:
    begins, ends = entry.window()
    adoption = Adoption(entry.texts("rules"), begins, ends)
    if not adoption.rules:
        entry.mistakes.add(entry.node, f"{entry.what} adopts no rule.", "Name some under rules:")
    entry.done()
    return adoption


def _own_rule(name: str, entry: Fields, profile: Fields) -> OwnRule:
    """A rule of the board's own: local in force, and taken as verified because the board says so itself."""
    begins, ends = entry.window()
    topics = entry.texts("topics")
    if not topics:
        entry.mistakes.add(entry.node, f"{entry.what} has no topic.", "Say under topics: what a case cites.")
    rule = Rule(
        id=name,
        edition=profile.text("id"),
        family="local practice",
        domain=entry.choice("domain", DOMAINS),
        roles=entry.choices("roles", ROLES) or ("all",),
        text=entry.text("text"),
        force="local",
        confidence="verified",
        begins=begins or date.min,
        ends=ends,
        timescale=read_timescale(entry.inside("timescale")),
        reference=entry.text("reference", ""),
        adopted=True,
    )
    entry.done()
    return OwnRule(rule, topics)


def _escalation(entry: Fields) -> Escalation:
    within = entry.inside("within")
    timescale = None
    if within is not None:
        unit = within.choice("unit", [unit.replace("_", " ") for unit in CLOCK_UNITS]).replace(" ", "_")
        value = within.number("value", 1, 999)
        timescale = Timescale(value, unit, "disagreement_raised", "resolved_or_escalated", "local")
        within.done()
    step = Escalation(entry.text("step"), entry.text("who"), timescale, entry.yes("tell the board"))
    entry.done()
    return step


def _officers(fields: Fields) -> Mapping[str, tuple[Named, ...]]:
    entry = fields.inside("accountable officers")
    if entry is None:
        fields.mistakes.add(
            fields.node, "The profile needs accountable officers.", "Copy them from the example."
        )
        return {}
    officers = {post: _names(entry, post, _service_name) for post in OFFICERS}
    entry.done()
    return officers


def _adviser(post: str, entry: Fields) -> Adviser:
    begins, ends = entry.window()
    adviser = Adviser(post, entry.text("for"), begins, ends)
    entry.done()
    return adviser


def _line(entry: Fields) -> SupportLine:
    line = SupportLine(entry.text("name"), entry.text("number"), entry.text("for"))
    entry.done()
    return line


def _bands(fields: Fields) -> Bands:
    entry = fields.inside("bands")
    if entry is None:
        return Bands(80, 55)
    bands = Bands(entry.number("secure", 1, 100), entry.number("developing", 1, 100))
    if bands.developing >= bands.secure:
        entry.mistakes.add(
            entry.node, "“developing” begins below “secure”.", "Lower the one or raise the other."
        )
    entry.done()
    return bands


def _level(level: str, entry: Fields) -> Level:
    read = Level(
        id=level,
        title=entry.text("title"),
        hours=entry.number("hours", 0, 40),
        participatory=entry.yes("participatory"),
        refresher_years=entry.number("refresher years", 1, 10),
    )
    entry.done()
    return read
