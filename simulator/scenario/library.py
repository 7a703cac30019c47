"""The library: where cases are found, a short summary of each, and finding one by its id.

Listing a thousand cases must be quick, so a summary can be kept between runs: `kept` reads and writes them
in one file, and a case whose size and time are as they were is not read again. A broken file is listed as
broken and hides no other.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from simulator.errors import CaseError
from simulator.words import Phrase, say

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Diagnostic, Place

ENDINGS: Final = (".yaml", ".yml")
KEPT_VERSION: Final = 1
"""Of the file of summaries; an older or newer one is not used."""

NOT_FOUND = Phrase("No such case")
NOT_FOUND_MESSAGE = Phrase("There is no case called “{wanted}” in the library.")
NOT_FOUND_REMEDY = Phrase("{perhaps}“simulator scenarios” lists the cases; a path to a file will do, too.")


class Summary(NamedTuple):
    """One case as the list of cases shows it."""

    path: str
    id: str
    title: str
    summary: str = ""
    level: str = ""
    minutes: int = 0
    roles: tuple[str, ...] = ()
    """Titles of the roles that can be played."""
    set_on: int = 0
    """Minutes; which editions are in force then is the guidance's to say."""
    guidance: tuple[str, ...] = ()
    content_notes: tuple[str, ...] = ()
    reviewed: str = ""
    """By whom and when; empty: unreviewed."""
    cuts: tuple[tuple[str, int], ...] = ()
    version: str = ""
    broken: str = ""
    """The first finding that keeps the case from being played; empty where it can be."""


def folders(extra: Iterable[str | Path] = ()) -> tuple[Path, ...]:
    """Where cases are looked for: those that came with the simulator, then the extra folders in their order.

    An installed simulator has them in `_scenarios` beside its code, a checkout in `scenarios` at the top.
    """
    package = Path(__file__).resolve().parents[1]
    inside, beside = package / "_scenarios", package.parent / "scenarios"
    own = inside if inside.is_dir() else beside
    return tuple(dict.fromkeys((own, *(Path(each).expanduser() for each in extra))))


def files(where: Iterable[Path]) -> Iterator[Path]:
    """Every case file of these folders, folder by folder and by name; a folder that is not there has none."""
    for folder in where:
        try:
            with os.scandir(folder) as entries:
                names = sorted(entry.name for entry in entries if entry.name.lower().endswith(ENDINGS))
        except OSError:
            continue
        for name in names:
            if not name.startswith((".", "_")):
                yield folder / name


def listing(where: Iterable[Path], kept: Path | None = None) -> tuple[Summary, ...]:
    """A summary of every case of these folders. With `kept`, summaries are remembered in that file."""
    remembered = _remembered(kept) if kept else {}
    now: dict[str, list[Any]] = {}
    for file in files(where):
        mark = _mark(file)
        before = remembered.get(str(file))
        if mark and before and before[0] == mark:
            now[str(file)] = before
        else:
            now[str(file)] = [mark, summary_of(file)]
    if kept and now != remembered:
        _remember(kept, now)
    return tuple(_as_summary(fields) for _, fields in now.values())


def summary_of(path: Path) -> Summary:
    """The summary of one file, read with all its checks."""
    from simulator.scenario.read import read_file

    reading = read_file(path)
    case = reading.case
    if case is None:
        first = min(reading.diagnostics, key=_how_deep)
        return Summary(str(path), path.stem, path.stem, broken=first.headline)
    return Summary(
        str(path),
        case.id,
        case.title,
        case.summary,
        case.level,
        case.minutes,
        tuple(case.roles[role].title for role in case.playable),
        case.set_on,
        case.guidance,
        case.content_notes,
        f"{case.review.by}, {case.review.on}" if case.review else "",
        tuple((cut.id, cut.minutes) for cut in case.cuts.values()),
        case.version,
    )


def _how_deep(finding: Diagnostic) -> tuple[bool, bool, Place]:
    """What stops the case before what does not, and YAML before all that may only follow from it."""
    return (finding.severity != "stop", not finding.code.startswith("Y"), finding.place)


def find(wanted: str, where: Iterable[Path], kept: Path | None = None) -> Path:
    """The file of a case, by its id, by the name of its file, or by its path.

    Raises CaseError, with what may have been meant, where there is none.
    """
    path = Path(wanted)
    if wanted.lower().endswith(ENDINGS) and (path.exists() or path.parent != Path(".")):
        return path
    where = tuple(where)
    for file in files(where):
        if wanted in (file.stem, file.name):
            return file
    summaries = listing(where, kept)
    for summary in summaries:
        if wanted == summary.id:
            return Path(summary.path)
    raise _no_such_case(wanted, summaries)


def _no_such_case(wanted: str, summaries: Iterable[Summary]) -> CaseError:
    from simulator.scenario.diagnostics import quoted, suggestion

    found = suggestion(wanted, [summary.id for summary in summaries])
    perhaps = f"{found[0].upper()}{found[1:]} " if found else ""
    message = say(NOT_FOUND_MESSAGE, wanted=quoted(wanted)[1:-1])
    return CaseError(say(NOT_FOUND), message, say(NOT_FOUND_REMEDY, perhaps=perhaps))


# --- summaries kept between runs --------------------------------------------------------------------------


def _mark(file: Path) -> list[int]:
    """What changes when a file does: its size and its time. Empty where it cannot be seen."""
    try:
        seen = os.stat(file)
    except OSError:
        return []
    return [seen.st_size, seen.st_mtime_ns]


def _remembered(kept: Path) -> dict[str, list[Any]]:
    """The summaries of the last run; none where the file is missing, spoiled or of another version."""
    try:
        data = json.loads(kept.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(data, dict) or data.get("version") != KEPT_VERSION:
        return {}
    files = data.get("files")
    fits = isinstance(files, dict) and all(map(_is_kept, files.values()))
    return files if fits and isinstance(files, dict) else {}


def _is_kept(entry: object) -> bool:
    match entry:
        case [list(), list(fields)]:
            return len(fields) == len(Summary._fields)
    return False


def _remember(kept: Path, files: Mapping[str, list[Any]]) -> None:
    """Write the summaries whole or not at all; where nothing can be written, the next listing is slower."""
    unfinished = kept.with_name(f"{kept.name}.{os.getpid()}")
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps({"version": KEPT_VERSION, "files": files}), encoding="utf-8")
        os.replace(unfinished, kept)
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)


def _as_summary(fields: Iterable[Any]) -> Summary:
    """A summary again, from the lists that JSON makes of tuples."""
    summary = Summary._make(tuple(value) if isinstance(value, list) else value for value in fields)
    return summary._replace(cuts=tuple((name, minutes) for name, minutes in summary.cuts))
