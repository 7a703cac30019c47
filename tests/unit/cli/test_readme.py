"""The README says what there is: every command and option in it exists, and each of those is in it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer

from simulator.cli.app import app
from simulator.settings import VARIABLES
from simulator.settings_file import NAMES
from tests.unit.cli.test_commands import COMMANDS, options_of

ROOT = Path(__file__).resolve().parents[3]
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"^(simulator .*?)(?:\s+#.*)?$", README, re.M)
EVERYWHERE = {"--help"}


def command_of(words: list[str]) -> tuple[str, ...]:
    """The command that words call."""
    return next((tuple(words[:size]) for size in (3, 2, 1) if tuple(words[:size]) in COMMANDS), ())


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_calls_a_command_with_options_it_has(example: str) -> None:
    words = shlex.split(example.partition(" > ")[0])[1:]
    called = command_of(words)
    assert called, example
    assert {word for word in words if word.startswith("--")} <= options_of(COMMANDS[called])


def test_there_are_examples_for_everybody() -> None:
    for title in ("trainee", "trainer", "training lead"):
        part = README.partition(f"## Five minutes as a {title}")[2].partition("\n## ")[0]
        assert re.search(r"^simulator ", part, re.M), title


def test_the_table_of_commands_is_complete() -> None:
    table = README.partition("## Every command")[2].partition("\n\n`simulator COMMAND")[0]
    listed = re.findall(r"`([a-z -]+)`", table)
    leaves = {" ".join(words) for words, command in COMMANDS.items() if not hasattr(command, "commands")}
    assert len(listed) == len(set(listed)) and set(listed) == leaves


def test_no_option_in_the_readme_is_unknown() -> None:
    known = {option for command in COMMANDS.values() for option in options_of(command)}
    known |= options_of(typer.main.get_command(app)) | EVERYWHERE
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README)) <= known


def test_every_setting_is_named() -> None:
    for name in (*VARIABLES.values(), *(f"`{name}`" for name in NAMES)):
        assert name in README, name


def test_every_link_and_path_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    paths = re.findall(r"^(?:simulator|scoring|scenarios|tests)/\S*", README, re.M)
    pictures = [link for link in links if link.endswith(".svg")]
    assert pictures and links
    missing = [path for path in (*links, *paths) if not (ROOT / path).exists()]
    assert not missing


def test_the_rules_of_play_live_where_the_readme_says() -> None:
    assert "a rule of play lives in simulator/play/step.py" in README
    assert "def step(" in (ROOT / "simulator" / "play" / "step.py").read_text("utf-8")
