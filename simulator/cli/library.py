"""The library as `scenarios` lists it. Nothing large is loaded, so that a thousand cases are quick."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from simulator.cli import show
from simulator.places import make_private_folder
from simulator.scenario.library import Summary, folders, listing
from simulator.settings import Settings
from simulator.words import cli as words
from simulator.words import say, say_count

MINUTES_A_DAY = 1440
MAIN_FAMILY = "working together"


class EditionShown(NamedTuple):
    """An edition of guidance, for the list of cases. Days are ISO dates; `ends` is empty while it runs."""

    family: str
    id: str
    title: str
    begins: str
    ends: str
    first_title: str = ""
    title_from: str = ""

    def title_on(self, day: str) -> str:
        """Its title as far as an ISO date knows it."""
        return self.first_title if day < self.title_from else self.title

    def covers(self, day: str) -> bool:
        """Whether it is in force on an ISO date."""
        return self.begins <= day and (not self.ends or day <= self.ends)


def cache_folder(settings: Settings) -> Path:
    """Where what can be made again is remembered between runs."""
    return settings.home / "cache"


def show_library(settings: Settings, *, json: bool) -> None:
    """Print every case of the library and the extra folders."""
    where = folders(settings.scenarios)
    cache = _private(cache_folder(settings))
    summaries = listing(where, cache / "cases.json")
    editions = _editions(cache / "editions.json")
    if json:
        show.document({"cases": [summary_data(one, editions) for one in summaries]})
        return
    if not summaries:
        show.out(say(words.NO_CASES, folders=", ".join(map(str, where))))
        return
    for one in summaries:
        _show(one, editions)
    first = next((one.id for one in summaries if not one.broken), summaries[0].id)
    show.out(say_count(len(summaries), words.ONE_CASE, words.CASES, id=first))


def summary_data(one: Summary, editions: Sequence[EditionShown]) -> dict[str, Any]:
    """One case in the document of `scenarios --json`."""
    day = _day(one)
    families = one.guidance or (MAIN_FAMILY,)
    found = {each.family: each.id for each in editions if each.family in families and each.covers(day)}
    return {
        **one._asdict(),
        "set_on": f"{day}T{one.set_on // 60 % 24:02}:{one.set_on % 60:02}" if day else None,
        "cuts": dict(one.cuts),
        "editions": found if day else {},
    }


def _show(one: Summary, editions: Sequence[EditionShown]) -> None:
    show.heading(f"{one.id}  {one.title}" if one.title != one.id else one.id)
    text = say(words.SUMMARY_BROKEN, finding=one.broken) if one.broken else _about(one, editions)
    print("\n".join(show.wrapped_lines(show.safe(text), "    ")), end="\n\n")


def _about(one: Summary, editions: Sequence[EditionShown]) -> str:
    """A paragraph each: what it is, when it is set, who plays, shorter versions, content, review."""
    day = _day(one)
    edition = next(
        (e.title_on(day) for e in reversed(editions) if e.family == MAIN_FAMILY and e.covers(day)), ""
    )
    parts = [
        " ".join(one.summary.split()),
        say(words.SUMMARY_LINE, level=one.level, minutes=one.minutes, date=day, edition=edition),
        say(words.SUMMARY_ROLES, roles=", ".join(one.roles)),
    ]
    if one.cuts:
        cuts = (say(words.SUMMARY_CUT, cut=cut, minutes=minutes) for cut, minutes in one.cuts)
        parts.append(say(words.SUMMARY_CUTS, cuts=", ".join(cuts)))
    if one.content_notes:
        parts.append(say(words.SUMMARY_NOTES, notes="; ".join(one.content_notes)))
    parts.append(
        say(words.SUMMARY_REVIEWED, by=one.reviewed) if one.reviewed else say(words.SUMMARY_UNREVIEWED)
    )
    return "\n".join(filter(None, parts))


def _day(one: Summary) -> str:
    return date.fromordinal(one.set_on // MINUTES_A_DAY).isoformat() if one.set_on else ""


def _private(folder: Path) -> Path:
    """The folder, as private as the record it lies beside; where it cannot be made, listing is slower."""
    if not folder.is_dir():
        from simulator.errors import SettingsError

        try:
            make_private_folder(folder.parent)
        except SettingsError:
            return folder
    return folder


# --- the editions in force, remembered, because reading every pack takes longer than all else ---------


def _editions(kept: Path) -> tuple[EditionShown, ...]:
    import scoring

    packs = Path(scoring.__file__).parent / "guidance" / "packs"
    mark = [[entry.name, entry.stat().st_mtime_ns] for entry in sorted(os.scandir(packs), key=_name)]
    try:
        remembered = json.loads(kept.read_text("utf-8"))
        if remembered["packs"] == mark:
            return tuple(EditionShown(*each) for each in remembered["editions"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    found = _read_editions()
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        new = kept.with_name(f"{kept.name}.{os.getpid()}")
        new.write_text(json.dumps({"packs": mark, "editions": found}), "utf-8")
        new.replace(kept)
    except OSError:
        return found  # the next listing is as slow as this one
    return found


def _read_editions() -> tuple[EditionShown, ...]:
    from scoring.guidance import library

    return tuple(
        EditionShown(e.family, e.id, e.title, _iso(e.begins), _iso(e.ends), e.first_title, _iso(e.title_from))
        for e in library().editions()
        if e.begins
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
