"""The files of the guidance, read into the model: packs, topics, bases, sources, differences, milestones.

A pack is read in two steps, so that a case pays only for the editions it uses: its head (what edition it is
and which days its rules reach), and, when one of those days is asked for, its rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from scoring.errors import GuidanceError
from scoring.guidance.fields import Fields, Mistakes, fields_of
from scoring.guidance.model import Basis, Edition, Milestone, Rule, Source, Timescale, Topic
from scoring.guidance.nodes import read_nodes
from scoring.guidance.vocabulary import (
    CLOCK_UNITS,
    CONFIDENCES,
    DOMAINS,
    EVIDENCE,
    FAMILIES,
    FORCES,
    KINDS,
    QUALITATIVE_UNITS,
    ROLES,
    UNITS,
)

TITLE: Final = "Guidance"
BOARDS: Final = ("", "ACPC", "LSCB", "safeguarding partners")
NO_END: Final = "no end"
_RULES: Final = "\nrules:"


class Pack(NamedTuple):
    """What is known of an edition before its rules are read: some of them reach beyond its own dates."""

    edition: Edition
    first: date | None
    """The first day any of its rules is in force; None: never by date."""
    last: date

    def reaches(self, on: date) -> bool:
        """Whether any of its rules may be in force on a day."""
        return self.first is not None and self.first <= on <= self.last


def open_file(path: Path, what: str, text: str | None = None) -> Fields:
    """A file's fields; raises GuidanceError if it is not there, FileMistakes if it is not plain YAML."""
    if text is None:
        text = file_text(path, what)
    mistakes = Mistakes(path.name, TITLE)
    return fields_of(read_nodes(text, path.name, TITLE), what, mistakes)


def file_text(path: Path, what: str) -> str:
    """The text of a file; raises GuidanceError if it cannot be had."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GuidanceError(
            TITLE, f"The file for {what}, {path.name}, cannot be read.", "Install it again."
        ) from error


def read_head(path: Path) -> Pack:
    """A pack's edition and reach, without its rules."""
    text = file_text(path, "an edition")
    head, _, _ = text.partition(_RULES)
    pack = _head(open_file(path, "the pack", head))
    if pack.edition.id != path.stem:
        raise GuidanceError(
            TITLE, f"The pack {path.name} says it is “{pack.edition.id}”.", "Give both one name."
        )
    return pack


def _head(fields: Fields) -> Pack:
    begins, ends = fields.window()
    edition = Edition(
        id=fields.text("edition"),
        title=fields.text("title"),
        family=fields.choice("family", FAMILIES),
        begins=begins,
        ends=ends,
        board=fields.choice("board", BOARDS, ""),
        successive=fields.choice("series", ("successive", "cumulative")) == "successive",
        dates=fields.text("dates"),
        note=fields.text("note", ""),
        first_title=fields.text("first title", ""),
        title_from=fields.day("title from"),
    )
    first = fields.day("first rule from") or begins
    last = date.max if fields.text("last rule to", "") == NO_END else fields.day("last rule to")
    fields.done()
    fields.mistakes.raise_if_any()
    return Pack(edition, first, last or ends or date.max)


def read_rules(path: Path, pack: Pack, sources: Mapping[str, Source]) -> Mapping[str, Rule]:
    """A pack's rules by id, each with its sources; every mistake of the pack in one FileMistakes."""
    text = file_text(path, "an edition")
    _, _, body = text.partition(_RULES)
    skipped = text.count("\n", 0, len(text) - len(body) - len(_RULES) + 1)
    fields = open_file(path, "the pack", "\n" * skipped + "rules:" + body)
    rules = {name: read_rule(name, entry, pack.edition, sources) for name, entry in fields.map("rules")}
    fields.mistakes.raise_if_any()
    return rules


def read_rule(name: str, fields: Fields, edition: Edition, sources: Mapping[str, Source]) -> Rule:
    """One rule of an edition."""
    begins, ends, dated = _rule_window(fields, edition)
    named = fields.texts("sources")
    for source in named:
        if source not in sources:
            fields.mistakes.add(fields.get("sources") or fields.node, f"{fields.what}: no source “{source}”.")
    confidence = fields.choice("confidence", CONFIDENCES)
    if confidence == "verified" and not named:
        fields.mistakes.add(fields.node, f"{fields.what} is verified and names no source.", "Name one.")
    rule = Rule(
        id=name,
        edition=edition.id,
        family=edition.family,
        domain=fields.choice("domain", DOMAINS),
        roles=fields.choices("roles", ROLES),
        text=fields.text("text"),
        force=fields.choice("force", FORCES),
        confidence=confidence,
        begins=begins,
        ends=ends,
        timescale=read_timescale(fields.inside("timescale")),
        reference=fields.text("reference", ""),
        sources=tuple(sources[source] for source in named if source in sources),
        evidence=fields.choice("evidence", EVIDENCE),
        attribution=fields.choice("edition shown", ("yes", "inferred", "recalled")),
        dated=dated,
        caveat=fields.text("caveat", ""),
    )
    if not rule.roles:
        fields.mistakes.add(fields.node, f"{fields.what} binds nobody.", "Name roles, or all.")
    fields.done()
    return rule


def _rule_window(fields: Fields, edition: Edition) -> tuple[date | None, date | None, str]:
    """A rule's own dates where it has them, its edition's otherwise; none: never in force by date."""
    own = fields.inside("in force")
    if own is None:
        return edition.begins, edition.ends, ""
    never = own.choice("by date", ("never",), "") == "never"
    open_end = own.text("to", "") == NO_END
    begins, ends = (own.day("from"), None) if open_end else own.window()
    because = own.text("because")
    own.done()
    if never:
        return None, None, because
    return begins or edition.begins, None if open_end else ends or edition.ends, because


def read_timescale(fields: Fields | None) -> Timescale | None:
    """A timescale; a number goes with a unit that can be counted, and only with that."""
    if fields is None:
        return None
    unit = fields.choice("unit", [unit.replace("_", " ") for unit in UNITS]).replace(" ", "_")
    counted = unit in CLOCK_UNITS or unit == "agencies"
    value = fields.number("value", 1, 999) if counted else None
    if unit in QUALITATIVE_UNITS and fields.get("value") is not None:
        fields.mistakes.add(fields.node, f"{fields.what} counts “{unit}”.", "Leave the value out.")
    timescale = Timescale(
        value=value,
        unit=unit,
        begins=fields.text("from"),
        ends=fields.text("to"),
        kind=fields.choice("kind", KINDS),
        note=fields.text("note", ""),
        first_day_counts=fields.yes("first day counts"),
        reasons_excuse=fields.choice("late with reasons", ("allowed",), "") == "allowed",
    )
    fields.done()
    return timescale


def read_sources(path: Path) -> Mapping[str, Source]:
    """Every page a rule was read on, by id."""
    fields = open_file(path, "the list of sources")
    sources: dict[str, Source] = {}
    for name, entry in fields.entries():
        sources[name] = Source(
            name, entry.text("title"), *map(entry.text, ("url", "kind", "seen"), ("", "", ""))
        )
        entry.done()
    fields.mistakes.raise_if_any()
    return sources


def read_topics(path: Path) -> Mapping[str, Topic]:
    """Every topic by id, in file order."""
    fields = open_file(path, "the list of topics")
    topics: dict[str, Topic] = {}
    for name, entry in fields.entries():
        said = entry.inside("rules")
        editions = said.node.value if said is not None and isinstance(said.node.value, dict) else {}
        rules = tuple((edition, said.texts(edition)) for edition in editions) if said is not None else ()
        timed = entry.choice("kind", ("timescale",), "") == "timescale"
        topics[name] = Topic(name, entry.text("title"), rules, timed, entry.texts("also"))
        entry.done()
        if not any(ids for _, ids in rules):
            fields.mistakes.add(entry.node, f"The topic {entry.what} has no rule.", "Name one.")
    fields.mistakes.raise_if_any()
    return topics


def read_bases(path: Path) -> tuple[Basis, ...]:
    """The lawful bases of every era."""
    fields = open_file(path, "the list of bases")
    bases = []
    for fact, entry in fields.entries():
        begins, ends = entry.window()
        basis = Basis(
            id=entry.text("basis"),
            fact=fact,
            text=entry.text("text"),
            law=entry.text("law"),
            begins=begins,
            ends=ends,
            confidence=entry.choice("confidence", CONFIDENCES),
            sources=entry.texts("sources"),
            caveat=entry.text("caveat", ""),
            protecting=entry.yes("protects a child without agreement"),
            switched_off=entry.text("switched off", ""),
        )
        entry.done()
        bases.append(basis)
    fields.mistakes.raise_if_any()
    return tuple(bases)


def read_milestones(path: Path) -> Mapping[str, Milestone]:
    """The moments timescales count from and to."""
    fields = open_file(path, "the list of milestones")
    milestones: dict[str, Milestone] = {}
    for name, entry in fields.entries():
        milestones[name] = Milestone(name, entry.text("words"), entry.texts("also reached by"))
        entry.done()
    fields.mistakes.raise_if_any()
    return milestones
