"""What the sentences about writing cases mean. DESK in a command is a folder of the test's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_bdd import given, parsers, then

from simulator.author.starting import template

if TYPE_CHECKING:
    from tests.steps.command_line import Desk

STORY = """\
:: StoryTitle
The empty lunch box

:: StoryData
{"ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC", "format": "SugarCube", "start": "Monday"}

:: Monday [school] {"position":"100,100"}
The box is empty. <<set $late to true>>
[[Ask him->Breakfast]]
[[Tuesday<-Wait a day]]
[[Ring home|Home]]

:: Breakfast
He ate toast.
\\:: is not a passage

:: Tuesday
It is empty again. [[Breakfast]]

:: Home
She is at work.
"""


@pytest.fixture
def desk_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that DESK stands for: the one the commands are typed in."""
    folder = tmp_path / "DESK"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    return folder


@given("a story in Twee")
def a_story(desk_folder: Path) -> None:
    (desk_folder / "story.twee").write_text(STORY, encoding="utf-8")


@given(parsers.parse("a short case that accepts {code}, because {reason}"))
def case_that_accepts(desk_folder: Path, code: str, reason: str) -> None:
    accepted = f"accepted:\n  - code: {code}\n    because: {reason}\n"
    (desk_folder / "accepted.yaml").write_text(template(full=False) + accepted, encoding="utf-8")


@then(parsers.parse("DESK/{name} is a PDF in which “{words}” stands"))
def is_a_pdf(desk_folder: Path, name: str, words: str) -> None:
    from pypdf import PdfReader

    pages = PdfReader(desk_folder / name).pages
    assert words in " ".join(" ".join(page.extract_text().split()) for page in pages)


@then("its first case has exact true and guessing ends in every ending")
def first_case_is_exact(desk: Desk) -> None:
    page = desk.said.data["cases"][0]
    assert page["exact"] is True
    assert page["worst"] < page["guessing"] < page["best"]
    assert all(chance > 0 for chance in page["endings"].values())
    assert sum(page["endings"].values()) == pytest.approx(1, abs=0.001)
    assert page["habits"]["longest"].keys() == {"earned", "chance_corrected"}
