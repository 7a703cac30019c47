"""Findings about the other ways in which a case is played and marked: its cuts, and other editions."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.stories import ASK, WAIT, option, picked, story
from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase

_FINE = picked("tuesday", ASK, option("tell", "acceptable", "Tell the school office."))
_CUT = "cuts:\n  short: {{minutes: 20, leave out: [{out}]}}\n"
_LATER = "from wt2018: {grade: poor}\n"
_BETTER = "from wt2018: {grade: good}\n"

IN_A_CUT: Final = Entry(
    "C015",
    "A cut that does not hold",
    Severity.FIX,
    Phrase("In the cut {cut}: {what}."),
    Phrase("{cure} Or leave other scenes out, or say what is known and marked without them."),
    "A shorter version is played as often as the whole; what holds for the one need not hold for the other.",
    story(picked("monday"), _FINE, head=_CUT.format(out="monday")),
    story(picked("monday"), _FINE, head=_CUT.format(out="tuesday")),
)
NO_GOOD_END: Final = Phrase("no play of it comes to a good ending, as plays of the whole come to {ending}")
LEADS_THERE: Final = Phrase("Leave in what leads to {ending}.")
OUT_OF_A_CUT: Final = Entry(
    "C016",
    "A scene that a cut never reaches",
    Severity.THINK,
    Phrase("The cut {cut} does not leave {scene} out, and no play of it comes there."),
    Phrase("Add it to “leave out”, or say under “marked” and “knowing” what the scenes left out would have."),
    "Whoever reads the cut believes that the scene is played.",
    story(
        picked("monday", ASK, option("wait", "poor", more="mark: waited\n")),
        picked("tuesday", lines="if: marked waited\n"),
        picked("friday"),
        head=_CUT.format(out="monday"),
    ),
    story(
        picked("monday", ASK, option("wait", "poor", more="mark: waited\n")),
        picked("tuesday", lines="if: marked waited\n"),
        picked("friday"),
        head=_CUT.format(out="monday, tuesday"),
    ),
)
IN_AN_EDITION: Final = Entry(
    "C017",
    "An edition that does not hold",
    Severity.THINK,
    Phrase("Marked under {edition}, which the case names: {what}."),
    Phrase("{cure} The block of that edition may say it."),
    "A case that says what changes is marked as if on that day, too, and needs a right answer there.",
    story(picked("monday", option("ask", more=_LATER), WAIT)),
    story(picked("monday", option("ask", more=_LATER), option("wait", "poor", more=_BETTER))),
)
NO_BASIS_THEN: Final = Phrase("no lawful basis that could be given then is right here")
NO_BASIS_CURE: Final = Phrase("Say under “basis” which of that day is.")

ENTRIES: Final = (IN_A_CUT, OUT_OF_A_CUT, IN_AN_EDITION)
