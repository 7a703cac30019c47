"""The board's record in the app: reports with their plots, people, files; behind the trainer's PIN."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from simulator.access import set_pin
from simulator.records import Player, open_store
from simulator.reports.chart import Chart, Series, Shape
from simulator.reports.report import Asked
from simulator.terminal.desk.stored import open_stored
from simulator.terminal.register.asking import made, save
from simulator.terminal.register.reading import chart_paragraphs, report_paragraphs
from simulator.terminal.register.screen import Register
from tests.screens.driver import driven, options, still
from tests.steps.training import TrainingRoom

DOOR = "For trainers and training leads"
PIN = "4071"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def kept(home: Path) -> Path:
    """Two people, three completions, a PIN."""
    home.mkdir()
    room = TrainingRoom(home)
    sam = room.register("Sam Wren", "health visiting", email="sam@example.org")
    ali = room.register("Ali [b]Reed", "schools")
    room.play(Player(sam.learner, ("nurse",)), Player(ali.learner, ("teacher",)))
    room.play(Player(sam.learner, ("nurse",)))
    with room.open() as store:
        set_pin(store, PIN)
    return home


def test_a_training_lead_reads_reports_finds_a_person_and_saves_a_file(kept: Path) -> None:
    settings = still(home=str(kept))
    with driven(options(settings=settings), desk=open_stored(settings), size=(120, 40)) as driver:
        driver.click(DOOR)
        driver.press("2")
        driver.type("0000")
        driver.press("enter")
        assert "That is not the PIN" in driver.text and "0000" not in driver.text
        driver.press("enter")
        driver.type(PIN)
        driver.press("enter")
        screen = driver.app.screen
        assert isinstance(screen, Register)
        driver.settle()
        assert "The late collection" in driver.said and "Fill % =" in driver.said
        driver.press("down")
        driver.settle()
        assert "health visiting" in driver.said
        driver.call(lambda: screen.show_bar(1, 4, "Saving R2: 1 of 4 rows"))
        driver.settle()
        assert "25%" in driver.text and "━" in driver.text and "1 of 4 rows" in driver.text
        assert "[ Find a person ]" in driver.text, "our buttons are not drawn as Textual's bar is"
        driver.call(lambda: screen.show_bar(0, 0))
        driver.settle()
        assert "25%" not in driver.text
        driver.click("Agency: all")
        driver.click("schools")
        driver.settle()
        assert "Agency: schools" in driver.text
        driver.click("Find a person")
        driver.type("reed")
        driver.press("enter")
        assert "The late collection" in driver.text and "Certificate" in driver.text
        driver.press("escape")
        driver.click("Save as a file")
        driver.press("1")
        assert "Saved:" in driver.text
    (file,) = (kept / "exports").iterdir()
    assert load_workbook(file).sheetnames
    with open_store(settings) as store:
        assert store.audit()[-1].what == "report R2" and store.audit()[-1].action == "export"


def test_several_of_one_name_are_told_apart_and_nobody_is_said(kept: Path) -> None:
    settings = still(home=str(kept))
    with driven(options(settings=settings), desk=open_stored(settings)) as driver:
        driver.click(DOOR)
        driver.press("2")
        driver.type(PIN)
        driver.press("enter")
        driver.settle()
        driver.click("Find a person")
        driver.type("nobody here")
        driver.press("enter")
        assert "Nobody of that name" in driver.text
        driver.type("e")
        driver.press("enter")
        assert "Ali [b]Reed, schools" in driver.text and "Sam Wren, health visiting" in driver.text
        driver.press("escape", "escape", "escape")
        assert DOOR in driver.text


def test_a_file_tells_how_many_of_how_many_rows_are_written(kept: Path) -> None:
    settings, told = still(home=str(kept)), list[tuple[int, int]]()
    with open_store(settings) as store:
        for name, rows in (("R4", 3), ("R2", 2)):
            told.clear()
            save(store, settings, name, Asked(), "csv", lambda done, of: told.append((done, of)))
            assert told == [(done, rows) for done in range(1, rows + 1)], name


def test_of_a_long_report_only_the_first_rows_are_read(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("asking", "reading"):
        monkeypatch.setattr(f"simulator.terminal.register.{module}.MOST_ROWS", 2)
    with open_store(still(home=str(kept))) as store:
        report, number = made(store, "R4", Asked())
        assert (len(tuple(report.rows)), number, store.audit()[-1].rows) == (2, 3, 3)
    said = [paragraph.text for paragraph in report_paragraphs(report, number, 80)]
    assert "The first 2 of 3 rows; a file has them all." in said


def test_a_chart_is_bars_with_their_figures() -> None:
    series = (Series("in date", (80.0, None)), Series("due", (20.0, 5.0)))
    chart = Chart("Reach", Shape.BARS, ("schools", "police"), series, percent=True)
    lines = [paragraph.text for paragraph in chart_paragraphs(chart)]
    assert lines[0] == "Reach" and len(lines) == 5
    assert lines[1].endswith("80 %  ########################") and lines[1].startswith("schools  in date")
    assert lines[3].split() == ["police", "in", "date", "*"]
