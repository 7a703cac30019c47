"""Nothing that is shown is ever read as markup, and no control character reaches the terminal."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import simulator.terminal
from simulator.errors import SimulatorError
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.plain.console import Console
from simulator.terminal.plain.session import Session
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.reading.talk import INDENT, said_paragraphs
from simulator.terminal.room.seats import Said
from simulator.terminal.screens.step import Notice, Step
from tests.screens.driver import CASES, EVERYTHING, Driver, driven, options
from tests.screens.memory import MemoryAttempt, MemoryDesk
from tests.screens.nasty import FORBIDDEN, HOSTILE, NASTY, nasty_case

PACKAGE = Path(simulator.terminal.__file__).parent


def squeezed(text: str) -> str:
    """Without the spaces, frames and numbers a screen puts between the parts of a text."""
    return "".join(character for character in text if character not in " \n│▁▂▃▄▅▆▇█╭╮╰╯─")


def test_a_nasty_case_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    path, said = nasty_case(tmp_path)
    seen: list[str] = []
    with driven(options(), desk=MemoryDesk((tmp_path,)), size=(100, 40)) as driver:

        def look(*names: str) -> None:
            seen.extend(names)
            for name in names:
                assert squeezed(said[name]) in squeezed(driver.text), (name, driver.text)
            assert not FORBIDDEN.search(driver.text.replace("\n", ""))

        driver.press("3")
        look("title", "summary", "note")
        driver.press("enter")
        look("title", "note")
        driver.press("enter")
        look("brief", "fact")
        driver.press("enter")
        look("title", "line", "question", "good", "poor")
        option = next(n for n in "12" if n in driver.text)
        driver.press(option)
        look("question")
        driver.press("enter", "enter")
        look("prompt")
        driver.press("enter")
        look("question", "advice")
        driver.press("2")
        look("advice")
        driver.press("enter", "f2")
        look("reason") if "Why do you decide" in driver.text else driver.press("f2")
        look("reason")
        driver.press("f2")
        look("fact")
        driver.press("f2")
        look("ending")
        driver.press("enter")
        for _ in range(12):
            driver.press("n")
        look("title")
    assert set(seen) == set(said)
    assert path


def test_a_nasty_case_is_said_as_it_was_typed(tmp_path: Path) -> None:
    path, said = nasty_case(tmp_path)
    heard = io.StringIO()
    typed = "3\n1\n\n1\n\n2\n1\n3\n2\n2\n\n1\n" + "\n" * 30
    Session(Console(io.StringIO(typed), heard), MemoryDesk((tmp_path,)), options(path, role="teacher")).run()
    spoken = squeezed(heard.getvalue())
    for name in ("title", "summary", "note", "line", "question", "good", "poor", "advice"):
        assert squeezed(said[name]) in spoken, name


VERDICT = "Thank you.\n-- Fri 9 Nov 2012, 15:05 --\nHow it goes on\nSaved: no red line.\n> 1 Leave"


@pytest.mark.parametrize(
    "kind", ["says", "choice", "share", "stop", "ending", "learned", "dissent", "vote", "room"]
)
@pytest.mark.parametrize("mine", [False, True])
def test_what_somebody_says_stands_set_in_below_who_said_it(kind: str, mine: bool) -> None:
    """So nobody's words can pass for the product's: a time, a verdict, something saved, a question."""
    over, *below = said_paragraphs(Said(kind, "Sam Example, GP", VERDICT, "15:05", mine))
    assert over == Paragraph("15:05 Sam Example, GP", over.look)
    assert [one.text for one in below] == VERDICT.split("\n")
    assert all(one.indent == INDENT and one.look in (Look.PLAIN, Look.MINE) for one in below)
    heard = io.StringIO()
    Console(io.StringIO(), heard).tell(below)
    assert all(line.startswith(" " * INDENT) for line in heard.getvalue().splitlines())


@pytest.fixture(scope="module")
def shown() -> Iterator[Driver]:
    """One app on which texts are shown one after the other."""
    with driven(options(), size=(100, 40)) as driver:
        yield driver


@pytest.mark.parametrize("text", NASTY + HOSTILE, ids=range(len(NASTY + HOSTILE)))
def test_every_kind_of_thing_on_a_screen_takes_any_text(text: str, shown: Driver) -> None:
    view = View(
        text,
        text,
        text,
        (text,),
        (Item("1", text, "[x]", text), Item("2", text)),
        (Button("a", text), Button("b", text)),
        Entry(text, text),
        (text,),
    )
    sheet = [Paragraph(text, look) for look in Look]
    shown.call(lambda: shown.app.push_screen(Step(sheet, view, text, text)))
    _check(shown, text)
    shown.call(lambda: shown.app.push_screen(Notice(text, sheet, view)))
    _check(shown, text)
    shown.call(lambda: shown.app.tell_briefly(text))
    shown.call(lambda: shown.app.tell_problem(SimulatorError(text, text, text)))
    _check(shown, text)
    shown.call(shown.app.clear_notifications)
    while len(shown.app.screen_stack) > 2:
        shown.call(shown.app.pop_screen)


def _check(driver: Driver, text: str) -> None:
    shown = driver.text
    assert not FORBIDDEN.search(shown.replace("\n", "")), repr(shown)
    if text in NASTY:
        assert squeezed(text) in squeezed(shown)


def test_names_that_look_like_markup_are_names() -> None:
    with driven(options()) as driver:
        driver.press("1")
        driver.paste("Jo [AKA Jon]\nSmith\x1b]0;x\x07")
        assert "Jo [AKA Jon] Smith]0;x" in driver.text
        driver.press("enter")
        assert "Which agency" in driver.text


def test_hostile_text_from_an_old_record_is_cleaned_where_it_is_drawn() -> None:
    desk = MemoryDesk((CASES,))
    with driven(options(EVERYTHING, role="class_teacher"), desk=desk) as driver:
        driver.press("3", "enter")
        attempt: MemoryAttempt = next(iter(desk.attempts.values()))[0]
        case = attempt.game.case
        hostile = replace(case.facts["own_words"], text="".join(HOSTILE))
        spoiled = replace(case, title=HOSTILE[0], facts={**case.facts, "own_words": hostile})
        attempt.game = replace(attempt.game, case=spoiled)
        driver.press("k")
        assert "a]0;titleb" in driver.text and not FORBIDDEN.search(driver.text.replace("\n", ""))
        driver.resize(120, 40)
        assert not FORBIDDEN.search(driver.text.replace("\n", ""))


# --- what the code may do -----------------------------------------------------------------------


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        yield file.relative_to(PACKAGE), ast.parse(file.read_text("utf-8"))


def test_only_the_widgets_hand_text_to_textual() -> None:
    """Whoever wants text on the screen goes through widgets/, where it becomes Content and is cleaned."""
    faults = []
    for file, tree in modules():
        inside = file.parts[0] == "widgets"
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets"):
                faults += [] if inside else [f"{file}:{node.lineno} imports a widget of Textual's"]
            if isinstance(node, ast.Attribute) and node.attr in ("from_markup", "from_rich_text"):
                faults.append(f"{file}:{node.lineno} reads markup")
            if isinstance(node, ast.keyword) and node.arg == "markup":
                off = isinstance(node.value, ast.Constant) and node.value.value is False
                faults += [] if off else [f"{file}:{node.value.lineno} turns markup on"]
    assert faults == []


def test_titles_of_borders_are_plain_or_the_products_own() -> None:
    """A border's title given as `str` is read as markup; only `plain(...)` and `say(...)` may be."""
    faults = []
    for file, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Assign):
                continue
            for target, value in _pairs(node):
                titled = isinstance(target, ast.Attribute) and target.attr.startswith("border_")
                if titled and not (isinstance(value, ast.Call) and _name(value) in ("plain", "say")):
                    faults.append(f"{file}:{node.lineno}")
    assert faults == []


def _pairs(node: ast.Assign) -> Iterator[tuple[ast.expr, ast.expr]]:
    for target in node.targets:
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            yield from zip(target.elts, node.value.elts, strict=True)
        else:
            yield target, node.value


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def test_toasts_are_never_markup() -> None:
    calls = [
        (file, node)
        for file, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "notify"
    ]
    assert len(calls) == 1  # one door
    keywords = {keyword.arg for keyword in calls[0][1].keywords}
    assert "markup" in keywords


def test_no_handler_of_textuals_is_called_twice() -> None:
    """Textual calls `on_…` of every class in the line of descent; `super().on_…` would do it twice."""
    for file, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                inner = node.func.value
                is_super = isinstance(inner, ast.Call) and _name(inner) == "super"
                assert not (is_super and node.func.attr.startswith("on_")), f"{file}:{node.lineno}"
