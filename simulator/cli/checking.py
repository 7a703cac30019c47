"""What `check` finds in files and folders, and what a code stands for."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.cli import show
from simulator.cli.score_pages import show_page
from simulator.cli.usage import wrong
from simulator.scenario.catalogue import ENTRIES, Entry
from simulator.scenario.diagnostics import Severity
from simulator.words import cli as words
from simulator.words import say, say_count

if TYPE_CHECKING:
    from simulator.author.checked import Checked
    from simulator.settings import Settings

SERIOUS = (Severity.STOP, Severity.FIX)
"""What makes the exit code 1; with --strict everything but a note does."""


def checks_folder(settings: Settings) -> Path:
    """Where what took long to find is remembered between runs."""
    return settings.home / "cache" / "checks"


def show_findings(
    paths: Iterable[Path],
    *,
    strict: bool,
    json: bool,
    board: Path | None = None,
    memory: Path | None = None,
) -> bool:
    """Print every finding and each case's score page; True where something is to be put right.

    `memory`: where what took long to find is remembered.
    """
    from simulator.author.checking import check_files

    files = [file for path in paths for file in case_files(path)]
    checked = []
    for one in check_files(files, board, memory):
        checked.append(one)
        if not json:
            _show(one)
    found = [finding for one in checked for finding in one.findings]
    if json:
        show.document(_as_data(files, checked))
    else:
        of = say_count(len(files), words.ONE_FILE, words.FILES)
        counted = say_count(len(found), words.ONE_FINDING, words.FINDINGS, files=of)
        show.out(counted if found else say(words.NO_FINDINGS, files=of))
        if any(one.page is None for one in checked):
            show.out(say(words.NOT_READ_YET))
    wanted = tuple(level for level in Severity if level is not Severity.NOTE) if strict else SERIOUS
    return any(finding.severity in wanted for finding in found)


def watch_findings(paths: Sequence[Path], *, board: Path | None = None, every: float = 0.5) -> None:
    """The same again whenever one of the files is saved, until it is interrupted."""
    seen: dict[Path, int] = {}
    while True:
        now = {file: _saved(file) for path in paths for file in case_files(path)}
        changed = [file for file, at in now.items() if seen.get(file) != at]
        if changed:
            show_findings(changed, strict=False, json=False, board=board)
            show.out(say(words.WATCHING))
        seen = now
        time.sleep(every)


def _saved(file: Path) -> int:
    """When a file was last saved; 0 where there is none just now, as while an editor writes it anew."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def _show(checked: Checked) -> None:
    for finding in checked.findings:
        show.out(finding.render())
    for silenced in checked.accepted:
        one = silenced.finding
        about = {"place": one.place, "code": one.code, "message": one.message}
        show.out(say(words.ACCEPTED, reason=silenced.reason, **about))
    if checked.page:
        show_page(checked.page)


def _as_data(files: Sequence[Path], checked: Sequence[Checked]) -> dict[str, Any]:
    return {
        "files": list(map(str, files)),
        "findings": [finding.as_data() for one in checked for finding in one.findings],
        "accepted": [
            {**silenced.finding.as_data(), "because": silenced.reason}
            for one in checked
            for silenced in one.accepted
        ],
        "cases": [{"file": one.name, **one.page.as_data()} for one in checked if one.page],
    }


def case_files(path: Path) -> Iterator[Path]:
    """The file itself, or every case in a folder and those within it, in order. Raises WrongUsage."""
    if not path.is_dir():
        yield path
        return
    inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in (".yaml", ".yml"))
    if not inside:
        raise wrong(say(words.NO_FILES, path=path), say(words.CASE_FILES_ARE))
    yield from inside


def show_explanation(code: str, *, json: bool) -> None:
    """Print what a code stands for, why it matters, and two examples."""
    entry = ENTRIES.get(code.upper())
    if entry is None:
        raise wrong(
            say(words.NO_SUCH_CODE, code=code), say(words.CODES_ARE, codes=", ".join(sorted(ENTRIES)))
        )
    if json:
        show.document(_entry_data(entry))
        return
    show.heading(say(words.EXPLAINED, code=entry.code, title=entry.title))
    show.out(say(words.EXPLAINED_SEVERITY, severity=entry.severity.value))
    show.wrapped(entry.why)
    for title, example in (
        (words.EXPLAINED_FAILING, entry.failing),
        (words.EXPLAINED_REPAIRED, entry.repaired),
    ):
        show.out(f"\n{say(title)}\n")
        for line in _readable(example).splitlines():
            show.out(f"    {line}")


def _readable(example: str | bytes) -> str:
    return example if isinstance(example, str) else say(words.BYTES_SHOWN, number=len(example))


def _entry_data(entry: Entry) -> dict[str, str]:
    return {
        "code": entry.code,
        "title": entry.title,
        "severity": entry.severity.value,
        "why": entry.why,
        "failing": _readable(entry.failing),
        "repaired": _readable(entry.repaired),
    }
