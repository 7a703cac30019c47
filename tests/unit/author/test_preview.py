"""A case played while it is written: the same moves after a save, and what of them no longer fits."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from scoring.guidance import library
from scoring.guidance.board_reading import load_board
from simulator.author.preview.attempt import Preview
from simulator.author.preview.beginning import Beginning
from simulator.author.preview.told import after_saving, around, moves_told, where
from simulator.errors import CaseError, MoveRefused
from simulator.play.moves import Choose
from simulator.terminal.reading.paragraph import Paragraph, wrapped
from simulator.terminal.workbench.line_mode import run_preview

CASE = """\
title: The empty lunch box
roles:
  gp: {agency: general practice, play: yes}
  nurse: {agency: school nursing, play: yes}
facts:
  late:
    text: <child> has been late on nine mornings.
    held by: nurse
    needed by: [gp]
scenes:
  monday:
    decide:
      as: gp
      question: What first?
      options:
        ask: Ask what happened.
        wait: Wait until tomorrow.
  tuesday:
    if: gp knows late
    decide:
      as: nurse
      question: What now?
      options:
        ring: Ring somebody.
        stay: Stay quiet.
  friday:
    say:
      - child: It is Friday.
    decide:
      as: nurse
      question: And now?
      options:
        ring: Ring somebody.
        stay: Stay quiet.
endings:
  home_time: The day ends.
"""
BOARD = load_board()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "lunch.yaml"
    made.write_text(CASE, encoding="utf-8")
    return made


def opened(file: Path, **begins: object) -> Preview:
    return Preview(file, library(), BOARD, Beginning(**begins))  # type: ignore[arg-type]


def saved(file: Path, text: str) -> None:
    """Another text in the file, saved a moment later whatever the clock of the file system can tell apart."""
    before = file.stat().st_mtime_ns
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(before + 10**9, before + 10**9))


def moved(file: Path) -> Preview:
    """A preview in which both decisions were made."""
    preview = opened(file)
    preview.play(Choose("monday", "gp", "ask"), "1", "gp")
    preview.play(Choose("friday", "nurse", "ring"), "2", "nurse")
    return preview


def test_after_a_save_the_same_moves_lead_to_the_same_place(file: Path) -> None:
    preview = moved(file)
    assert not preview.changed()
    saved(file, CASE.replace("It is Friday.", "Friday at last."))
    assert preview.changed()
    preview.refresh()
    assert not preview.changed()
    assert moves_told(preview) == ("monday ask", "friday ring")
    assert after_saving(preview) == (
        "The file was saved.",
        "All 2 moves fit; you are where you were.",
        "The case has ended in “home_time”.",
    )


def test_what_no_longer_fits_is_said_and_tried_again_at_the_next_save(file: Path) -> None:
    preview = moved(file)
    saved(file, CASE.replace("        ask: Ask", "        enquire: Ask"))
    preview.refresh()
    assert after_saving(preview) == (
        "The file was saved.",
        "0 of 2 moves fit.",
        "No longer fits: monday ask. 'ask' is not an option of 'monday'.",
        "Not come to now, and tried again when you save: friday ring.",
        "You are at “monday”, in line 11.",
    )
    saved(file, CASE)
    preview.refresh()
    assert moves_told(preview) == ("monday ask", "friday ring")


def test_a_scene_that_is_gone_takes_only_its_own_move_with_it(file: Path) -> None:
    preview = moved(file)
    without = CASE[: CASE.index("  monday:")] + CASE[CASE.index("  tuesday:") :]
    saved(file, without)
    preview.refresh()
    assert moves_told(preview) == ("friday ring",)
    assert after_saving(preview)[1:3] == (
        "1 of 2 moves fit.",
        "No longer fits: monday gp ask. The move is for 'monday', and the case is now at 'friday'.",
    )


def test_a_new_move_takes_the_place_of_those_that_no_longer_fit(file: Path) -> None:
    preview = moved(file)
    saved(file, CASE.replace("        ask: Ask", "        enquire: Ask"))
    preview.refresh()
    preview.play(Choose("monday", "gp", "wait"), "3", "gp")
    saved(file, CASE)
    preview.refresh()
    assert moves_told(preview) == ("monday wait",)


def test_a_file_that_cannot_be_played_leaves_the_version_before(file: Path) -> None:
    preview = moved(file)
    saved(file, CASE.replace("question: And now?", "quetsion: And now?"))
    preview.refresh()
    assert preview.broken and preview.moves
    assert "you are still in the version saved before" in after_saving(preview)[1]
    line = next(at for at, text in enumerate(CASE.splitlines(), 1) if "And now?" in text)
    assert after_saving(preview)[2].startswith(f"Line {line}: “quetsion” is not a field")
    assert [each.code for each in preview.draft_read.stops] == ["F001"]
    file.unlink()
    assert not preview.changed(), "an editor that writes a file anew takes it away for a moment"


def test_it_begins_in_a_scene_with_what_somebody_is_said_to_know(file: Path) -> None:
    assert where(opened(file, scene="tuesday", knowing=("gp:late",))) == (
        "You are at “tuesday”, in line 18.",
    )
    passed_over = opened(file, scene="tuesday")
    assert "“tuesday” is passed over here" in where(passed_over)[0]
    passed_over.begin_at("")
    assert where(passed_over) == ("You are at “monday”, in line 11.",)


@pytest.mark.parametrize(
    ("begins", "words"),
    [
        ({"scene": "tuesdy"}, "Did you mean “tuesday”?"),
        ({"scene": "x", "knowing": ()}, "no scene “x”"),
        ({"knowing": ("gp",)}, "the role, a colon and the fact"),
        ({"knowing": ("gp:latte",)}, "Did you mean “late”?"),
        ({"knowing": ("nobody:late",)}, "nobody called “nobody”"),
        ({"roles": ("teacher",)}, "No role “teacher” can be played"),
    ],
)
def test_what_the_case_does_not_have_is_refused_with_what_it_has(
    file: Path, begins: dict[str, object], words: str
) -> None:
    with pytest.raises(CaseError) as refused:
        opened(file, **begins)
    assert words in str(refused.value)


def test_a_scene_that_a_save_takes_away_is_said(file: Path) -> None:
    preview = opened(file, scene="friday")
    saved(file, CASE.replace("  friday:", "  saturday:"))
    preview.refresh()
    assert "no scene “friday”" in after_saving(preview)[1]
    assert "begins at the start instead" in after_saving(preview)[1]


def test_one_move_is_taken_back_and_what_is_refused_changes_nothing(file: Path) -> None:
    preview = moved(file)
    preview.take_back()
    assert moves_told(preview) == ("monday ask",)
    with pytest.raises(MoveRefused):
        preview.play(Choose("friday", "nurse", "sing"), "9", "nurse")
    assert moves_told(preview) == ("monday ask",)
    events = preview.play(Choose("friday", "nurse", "stay"), "10", "nurse")
    assert preview.play(Choose("friday", "nurse", "stay"), "10", "nurse") is events


def test_the_lines_a_finding_is_about_are_shown_with_a_caret(file: Path) -> None:
    saved(file, CASE.replace("question: And now?", "quetsion: And now?"))
    with pytest.raises(CaseError):
        opened(file)
    source = library()
    from simulator.author.preview.draft import read_draft

    draft = read_draft(file, source, BOARD, Beginning())
    wrong = next(each for each in draft.stops if each.code == "F001")
    shown = around(wrong, tuple(file.read_text(encoding="utf-8").splitlines()))
    at = next(place for place, line in enumerate(shown) if line.startswith(">"))
    assert "quetsion" in shown[at]
    assert shown[at + 1].index("^") == shown[at].index("quetsion")
    text = shown[at].index("quetsion")
    first, second = wrapped(Paragraph(shown[at]), len(shown[at]) - 2)
    assert first.startswith(shown[at][: text + 5]) and len(second) - len(second.lstrip()) == text


class Typed(io.StringIO):
    """What is typed, line by line; before a line `save TEXT` the file gets another text."""

    def __init__(self, file: Path, *lines: str | tuple[str, str]) -> None:
        super().__init__()
        self.file, self.left = file, list(lines)

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        if not self.left:
            return ""
        line = self.left.pop(0)
        if isinstance(line, tuple):
            saved(self.file, line[1])
            return "\n"
        return line + "\n"


def test_line_by_line_a_save_is_taken_in_while_something_is_asked(file: Path) -> None:
    changed = CASE.replace("        ask: Ask", "        enquire: Ask")
    ask = "2"  # the order of the choices is the seed's
    typed = Typed(file, ask, "", "1", "moves", ("save", changed), "from tuesday", "back", "findings", "leave")
    out = io.StringIO()
    run_preview(opened(file), BOARD, typed, out)
    said = " ".join(out.getvalue().split())
    for words in (
        "You are at “monday”, in line 11.",
        "monday ask",
        "It is Friday.",
        "No longer fits: monday ask. 'ask' is not an option of 'monday'.",
        "“tuesday” is passed over here",
        "There is nothing to take back.",
        "Nothing is found.",
    ):
        assert words in said, said
    assert said.index("monday ask") < said.index("The file was saved.")
