"""What `check` finds in files and folders, and what a code stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from simulator.cli import show
from simulator.cli.usage import wrong
from simulator.scenario.catalogue import ENTRIES, Entry
from simulator.scenario.diagnostics import Severity
from simulator.words import cli as words
from simulator.words import say, say_count

SERIOUS = (Severity.STOP, Severity.FIX)
"""What makes the exit code 1; with --strict everything but a note does."""


def show_findings(paths: Iterable[Path], *, strict: bool, json: bool) -> bool:
    """Print every finding; True where something is to be put right."""
    from scoring.guidance import library
    from simulator.scenario.known import known_ids
    from simulator.scenario.read import read_file

    known = known_ids(library())
    files = [file for path in paths for file in case_files(path)]
    found = [finding for file in files for finding in read_file(file, known).diagnostics]
    if json:
        show.document({"files": list(map(str, files)), "findings": [one.as_data() for one in found]})
    else:
        for finding in found:
            show.out(finding.render())
        of = say_count(len(files), words.ONE_FILE, words.FILES)
        counted = say_count(len(found), words.ONE_FINDING, words.FINDINGS, files=of)
        show.out(counted if found else say(words.NO_FINDINGS, files=of))
    wanted = tuple(level for level in Severity if level is not Severity.NOTE) if strict else SERIOUS
    return any(finding.severity in wanted for finding in found)


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
