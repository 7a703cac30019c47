"""The catalogue of words: every phrase can be said, and whoever says it gives it what it names."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from simulator import words
from simulator.words import Phrase, say, say_count

PACKAGE = Path(words.__file__).parent.parent
SCREENS = [module.name for module in pkgutil.iter_modules(words.__path__)]
SAYS = {"say": 1, "say_count": 3}
"""The functions that say a phrase, and how many plain arguments each takes."""


def phrases(screen: str) -> dict[str, Phrase]:
    """The phrases of one module of the catalogue, by name."""
    module = importlib.import_module(f"simulator.words.{screen}")
    return {
        name: Phrase(value)
        for name, value in vars(module).items()
        if isinstance(value, str) and name.isupper()
    }


def placeholders(phrase: str) -> set[str]:
    """What a phrase wants filled in."""
    return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}


def said_in(file: Path) -> Iterator[tuple[int, str, list[Phrase], set[str]]]:
    """Each call in a file that says phrases of the catalogue: line, function, phrases, names given."""
    tree = ast.parse(file.read_text("utf-8"))
    screens = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "simulator.words"
        for alias in node.names
        if alias.name in SCREENS
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYS:
            names = {keyword.arg for keyword in node.keywords}
            if None in names:  # say(phrase, **values): what is given is known only when it runs
                continue
            spoken = [
                phrases(screens[argument.value.id])[argument.attr]
                for argument in node.args
                if isinstance(argument, ast.Attribute)
                and isinstance(argument.value, ast.Name)
                and argument.value.id in screens
            ]
            yield node.lineno, node.func.id, spoken, {name for name in names if name}


@pytest.mark.parametrize(
    "file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE))
)
def test_whoever_says_a_phrase_gives_it_what_it_names(file: Path) -> None:
    for line, function, spoken, given in said_in(file):
        given = given | ({"number"} if function == "say_count" else set())
        for phrase in spoken:
            assert placeholders(phrase) - {"simulator"} <= given, f"{file.name}:{line} {phrase!r}"
            if function == "say":
                assert given <= placeholders(phrase), f"{file.name}:{line} {phrase!r}"


@pytest.mark.parametrize("screen", SCREENS)
def test_phrases_are_plain(screen: str) -> None:
    for name, phrase in phrases(screen).items():
        assert all(part.isidentifier() for part in placeholders(phrase)), name  # names only: no {0}, no {a.b}
        assert phrase == phrase.strip(), name


BY_NAME = {"web"}
"""Its pages take every phrase by its name."""
IMPORTED = re.compile(r"^ *from simulator\.words import (.+)$", re.MULTILINE)


def named_in(text: str) -> set[tuple[str, str]]:
    """Each phrase a file names: its module of the catalogue, and its name."""
    each = [one.split(" as ") for line in IMPORTED.findall(text) for one in line.split(", ")]
    return {
        (screen, name)
        for screen, *alias in each
        for name in re.findall(rf"\b{(alias or [screen])[0]}\.([A-Z]\w*)", text)
    }


def test_every_phrase_of_the_catalogue_is_said_somewhere() -> None:
    assert named_in("from simulator.words import Phrase, room as r, say\nsay(r.MADE_UP)") == {
        ("room", "MADE_UP")
    }
    said = {one for file in PACKAGE.rglob("*.py") for one in named_in(file.read_text("utf-8"))}
    for screen in set(SCREENS) - BY_NAME:
        text = (Path(words.__path__[0]) / f"{screen}.py").read_text("utf-8")
        unsaid = {name for name in phrases(screen) if len(re.findall(rf"\b{name}\b", text)) == 1}
        assert not unsaid - {name for of, name in said if of == screen}, screen


def test_say_fills_in_and_counts() -> None:
    assert say(Phrase("{who} saw it."), who="{nobody}") == "{nobody} saw it."
    one, many = Phrase("{number} move"), Phrase("{number} moves")
    assert [say_count(number, one, many) for number in (0, 1, 2)] == ["0 moves", "1 move", "2 moves"]


def test_a_command_is_said_as_it_has_to_be_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_called", "simulator")
    again = Phrase("To carry on: {simulator} resume {attempt}")
    assert say(again, attempt="k3m9") == "To carry on: simulator resume k3m9"
    words.call_it("python3 -m simulator")
    assert say(again, attempt="k3m9") == "To carry on: python3 -m simulator resume k3m9"
