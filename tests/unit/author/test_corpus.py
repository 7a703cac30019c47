"""Files that can be read and should not be played as they are: checks of the whole case find their trait."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scoring.guidance import library
from simulator.author.checked import check_file
from simulator.scenario.diagnostics import Severity
from simulator.scenario.known import known_ids

CORPUS = Path(__file__).parents[2] / "corpus"
MANIFEST = json.loads((CORPUS / "manifest.json").read_text(encoding="utf-8"))
JUDGED = [entry for entry in MANIFEST if "check" in entry]
READ = [entry for entry in MANIFEST if entry["reader"] == "accept"]
KNOWN = known_ids(library())


@pytest.mark.parametrize("entry", JUDGED, ids=lambda entry: entry["file"])
def test_the_trait_is_found_on_its_place(entry: dict[str, str]) -> None:
    found = check_file(CORPUS / entry["file"], library(), KNOWN, name=entry["file"]).findings
    places = [(each.code, f"{each.place.line}:{each.place.column}") for each in found]
    assert (entry["check"], entry["check_at"]) in places


def test_every_file_that_is_read_can_be_checked_and_its_odd_words_are_shown_harmless() -> None:
    assert len(JUDGED) == 9 and len(READ) > 20
    for entry in READ:
        checked = check_file(CORPUS / entry["file"], library(), KNOWN, name=entry["file"])
        assert checked.page is not None
        assert not [each for each in checked.findings if each.severity is Severity.STOP]
        assert all(each.render().isprintable() or "\n" in each.render() for each in checked.findings)
        assert not any("\x1b" in each.render() for each in checked.findings)
