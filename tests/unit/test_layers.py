"""What each part may load, looked up in `sys.modules` of a fresh Python: data goes one way at run time too.

import-linter proves who imports whom; this proves what that costs: reading a case must not wait for a
database library, and marking must work where no screen library is installed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SCREEN = {"textual", "rich"}
RECORD = {"sqlmodel", "sqlalchemy", "alembic", "psycopg", "pydantic"}
COMMANDS = {"typer", "click"}
FAMILIES = {"faker"}
YAML = {"yaml"}

PACKAGES: list[tuple[tuple[str, ...], set[str]]] = [
    (("scoring",), {"simulator"} | SCREEN | RECORD | COMMANDS | FAMILIES | YAML),
    (("simulator.play", "simulator.solver"), SCREEN | RECORD | COMMANDS | FAMILIES | YAML),
    (("simulator.scenario", "simulator.author"), SCREEN | RECORD | COMMANDS | FAMILIES),
    (("simulator.family",), SCREEN | RECORD | COMMANDS),
    (
        ("simulator.records", "simulator.access", "simulator.reports", "simulator.workshop"),
        SCREEN | COMMANDS | FAMILIES,
    ),
    (("simulator.terminal", "simulator.web"), COMMANDS),
    (("simulator.cli",), SCREEN | RECORD | FAMILIES),
]
"""What no module of these packages may load when it is imported."""

STANDARD_LIBRARY_ONLY = (
    "simulator.__main__",
    "simulator.errors",
    "simulator.first_run.making",
    "simulator.log",
    "simulator.places",
    "simulator.settings",
    "simulator.settings_file",
    "simulator.text",
    "simulator.words",
)

LIGHT_COMMANDS = {
    "--help": SCREEN | RECORD | FAMILIES,
    "--version": SCREEN | RECORD | FAMILIES,
    "scenarios": SCREEN | RECORD | FAMILIES,
    "check tests/unit/cli/small.yaml": SCREEN | RECORD,
    "guidance conference": SCREEN | RECORD | FAMILIES,
}
"""What a command that only reads may not load: it should be over before a screen library has started."""

IMPORT_ALL = """
import importlib, json, pkgutil, sys
before = set(sys.modules)
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(getattr(package, "__path__", []), package.__name__ + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
print(json.dumps(sorted({name.partition(".")[0] for name in set(sys.modules) - before})))
"""

RUN_COMMAND = """
import contextlib, io, json, sys
from simulator.__main__ import main
with contextlib.redirect_stdout(io.StringIO()) as said:
    try:
        code = main()
    except SystemExit as end:
        code = end.code
loaded = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps([code or 0, bool(said.getvalue()), loaded]))
"""


def run_python(script: str, *arguments: str) -> str:
    """What a fresh Python says that runs `script` in the checkout."""
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(("packages", "forbidden"), PACKAGES, ids=[" ".join(row[0]) for row in PACKAGES])
def test_packages_load_nothing_they_may_not(packages: tuple[str, ...], forbidden: set[str]) -> None:
    loaded = set(json.loads(run_python(IMPORT_ALL, *packages)))
    assert loaded & forbidden == set()


def test_every_package_has_a_row() -> None:
    packages = {
        f"simulator.{entry.parent.name}"
        for entry in (ROOT / "simulator").glob("*/__init__.py")
        if entry.parent.name not in ("first_run", "words")
    }
    assert packages <= {name for names, _ in PACKAGES for name in names}


@pytest.mark.parametrize("module", STANDARD_LIBRARY_ONLY)
def test_module_needs_only_the_standard_library(module: str) -> None:
    loaded = set(json.loads(run_python(IMPORT_ALL, module)))
    assert loaded - sys.stdlib_module_names == {"simulator"}


@pytest.mark.parametrize("command", LIGHT_COMMANDS)
def test_reading_command_loads_nothing_heavy(command: str) -> None:
    code, said_something, loaded = json.loads(run_python(RUN_COMMAND, *command.split()).splitlines()[-1])
    assert code == 0 and said_something
    assert set(loaded) & LIGHT_COMMANDS[command] == set()


def test_the_check_itself_sees_a_forbidden_library() -> None:
    assert "yaml" in json.loads(run_python(IMPORT_ALL, "simulator.scenario"))
