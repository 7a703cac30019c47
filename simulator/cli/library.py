"""The library as `scenarios` lists it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scoring.calendar import from_minutes
from simulator.cli import show
from simulator.scenario.library import Summary, folders, listing
from simulator.settings import load


def listed() -> tuple[Summary, ...]:
    """Every case of the library and the extra folders."""
    from simulator.cli.ready import kept_summaries

    settings = load()
    return listing(folders(settings.scenarios), kept_summaries(settings))


def summary_data(one: Summary) -> dict[str, Any]:
    """One case in the document of `scenarios --json`."""
    data = one._asdict()
    data["set_on"] = from_minutes(one.set_on).isoformat(timespec="minutes") if one.set_on else None
    data["cuts"] = dict(one.cuts)
    return data


def show_library(summaries: Iterable[Summary]) -> None:
    """Print the list for a person."""
    for one in summaries:
        show.out(f"{one.id}  {one.title}")
