"""Findings about the author's own tests, what the author has accepted, and the family that is invented."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.stories import picked, story
from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase

_FIX, _NOTE = Severity.FIX, Severity.NOTE


def _tested(move: str, expect: str) -> str:
    return story(picked("monday"), tail=f"checks:\n  - play: [{move}]\n    expect: {{{expect}}}\n")


COMES_OUT_OTHERWISE: Final = Entry(
    "C070",
    "A check comes out otherwise",
    _FIX,
    Phrase("This play was expected to give {expected}, and gives {got}."),
    Phrase("Look at what was changed since it was written, or change what is expected."),
    "Checks are what the author has promised of the case.",
    _tested("monday wait", "score: best"),
    _tested("monday ask", "score: best"),
)
CANNOT_BE_PLAYED: Final = Entry(
    "C071",
    "A check that cannot be played",
    _FIX,
    Phrase("Move {number}, {move}, cannot be made: {problem}."),
    Phrase("Write the moves as the play asks for them, one decision after the other."),
    "A check that is never played proves nothing.",
    story(
        picked("monday"),
        picked("tuesday"),
        tail="checks:\n  - play: [tuesday ask]\n    expect: {red lines: 0}\n",
    ),
    story(
        picked("monday"),
        picked("tuesday"),
        tail="checks:\n  - play: [monday ask, tuesday ask]\n    expect: {red lines: 0}\n",
    ),
)
NO_CHECKS: Final = Entry(
    "C072",
    "No checks",
    _NOTE,
    Phrase("The author has no checks of their own."),
    Phrase("Write down what must come of the best play and of each mistake you had in mind, under “checks”."),
    "A story breaks quietly when one word of it is changed.",
    story(picked("monday")),
    _tested("monday ask", "score: best"),
)
ACCEPTED_IN_VAIN: Final = Entry(
    "C073",
    "Accepted, and no longer there",
    _NOTE,
    Phrase("{code} is among the accepted findings, and there is none."),
    Phrase("Delete it."),
    "An old acceptance would hide the next finding of the kind.",
    story(picked("monday"), tail="accepted:\n  - code: C003\n    because: It was so.\n"),
    story(picked("monday")),
)
IMPOSSIBLE_FAMILY: Final = Entry(
    "C074",
    "A family that cannot be",
    _FIX,
    Phrase("No such family can be invented: {problem}."),
    Phrase("Put the ages right, or who is whose parent."),
    "Families are invented for every play, within what the case says of them.",
    story(
        picked("monday"),
        head="family:\n  child: {age: 6, focus: yes}\n  mother: {age: 7, parent of: child}\n",
    ),
    story(
        picked("monday"),
        head="family:\n  child: {age: 6, focus: yes}\n  mother: {age: 30, parent of: child}\n",
    ),
)

ENTRIES: Final = (COMES_OUT_OTHERWISE, CANNOT_BE_PLAYED, NO_CHECKS, ACCEPTED_IN_VAIN, IMPOSSIBLE_FAMILY)
