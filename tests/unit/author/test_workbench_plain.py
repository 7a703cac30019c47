"""The workbench line by line can do what the one on the screen can."""

from __future__ import annotations

import io
from pathlib import Path

from simulator.settings import load
from simulator.terminal.options import Options
from simulator.terminal.plain.console import Console
from simulator.terminal.plain.session import Session
from tests.screens.memory import MemoryDesk
from tests.unit.author.test_preview import CASE


def test_a_trainer_hears_findings_score_and_map_and_plays(tmp_path: Path) -> None:
    (tmp_path / "lunch.yaml").write_text(CASE, encoding="utf-8")
    typed, out = io.StringIO("4\n1\nfrom friday\nleave\n"), io.StringIO()
    desk = MemoryDesk((tmp_path,))
    Session(Console(typed, out), desk, Options(load({}), practice_only=True)).run()
    said = " ".join(out.getvalue().split())
    assert "4. Write and check cases" in said
    assert "C051 think about it: “late” is needed by “gp”" in said
    assert "always share everything with everyone" in said
    assert "friday (nurse: options)" in said
    assert "You are at “friday”, in line 26." in said
    assert "It is Friday." in said
