"""What the house says of every file: small enough to be read in one go, each function at a glance."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400
LONGEST_FUNCTION = 40


GREEDY_GROUP = re.compile(r"\)[?*+]\+")
"""A possessive quantifier round a group. Python before 3.11.5, Debian 12's 3.11.2 among them, gives what such
a group captured wrongly (CPython issue 106052); round one character it is sound."""


def too_long(source: str) -> list[str]:
    """The functions of a file that are longer than they may be, and the file itself."""
    functions = (
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    found = [
        f"{one.name}, line {one.lineno}"
        for one in functions
        if one.end_lineno is not None and one.end_lineno - one.lineno >= LONGEST_FUNCTION
    ]
    return found if source.count("\n") <= LONGEST_FILE else ["the file", *found]


@pytest.mark.parametrize("part", ["scoring", "simulator"])
def test_no_file_and_no_function_is_long(part: str) -> None:
    long = {file: too_long(file.read_text("utf-8")) for file in (ROOT / part).rglob("*.py")}
    assert {str(file.relative_to(ROOT)): found for file, found in long.items() if found} == {}


def test_the_check_sees_what_is_long() -> None:
    body = "    pass\n" * (LONGEST_FUNCTION - 1)
    assert too_long(f"def fits():\n{body}") == []
    assert too_long(f"def grew():\n{body}    pass\n") == ["grew, line 1"]
    assert too_long("\n" * (LONGEST_FILE + 1)) == ["the file"]


@pytest.mark.parametrize("part", ["scoring", "simulator"])
def test_no_pattern_holds_a_group_that_older_pythons_read_wrongly(part: str) -> None:
    files = {file: file.read_text("utf-8") for file in (ROOT / part).rglob("*.py")}
    assert [str(file.relative_to(ROOT)) for file, text in files.items() if GREEDY_GROUP.search(text)] == []


def test_the_check_sees_such_a_group() -> None:
    assert GREEDY_GROUP.search('re.compile("(- )' + '?+x")')
    assert not GREEDY_GROUP.search('re.compile("( *+)(- ++)?x")')
