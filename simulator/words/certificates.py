"""What certificates say, and what is said of a code that is verified."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

TITLE: Final = Phrase("Certificate of completion")
ISSUED_BY = Phrase("{board}: multi-agency safeguarding training")
NUMBER = Phrase("Certificate {number}")
THAT = Phrase("This says that")
HAS_COMPLETED = Phrase("has completed")
NAME_GONE = Phrase("[name erased]")
AGENCY = Phrase("Agency on the day")
ROLE = Phrase("Role played")
EVERY_ROLE = Phrase("all roles, as a table")
NO_ROLE = Phrase("none: wrote for the table, or looked on")
LEVEL = Phrase("Level and hours, as set by the board")
LEVEL_AND_HOURS = Phrase("{level}, {hours}")
BARE_LEVEL = Phrase("Level {level}")
HOURS = Phrase("{hours} hours")
HOUR = Phrase("{hours} hour")
MINUTES = Phrase("{minutes} minutes")
COMPLETED_ON = Phrase("Completed on")
DELIVERY = Phrase("How")
GUIDANCE = Phrase("Guidance it was played under")
PARTICIPATORY = Phrase("Participatory")
MULTI_AGENCY = Phrase("With people of other agencies")
TRAINER = Phrase("Led by")
EXPIRES = Phrase("To be refreshed by")
YES = Phrase("yes")
NO = Phrase("no")
HOWS: Final = {
    "solo": Phrase("alone, at a screen"),
    "table": Phrase("a table at one screen"),
    "workshop": Phrase("in a workshop"),
    "paper review": Phrase("in a workshop, and on paper with the trainer"),
    "printed pack": Phrase("at a table, from printed packs"),
    "elsewhere": Phrase("elsewhere, seen by the trainer"),
}
NO_CLAIM = Phrase(
    "It says that somebody took part and saw it through. It holds no mark and makes no claim of competence. "
    "Families, people and places in the cases are invented."
)
CODE = Phrase("To verify it, ask the board for: certificate verify {code}")
REFLECTION = Phrase("For your own portfolio")
REFLECTION_ASKS: Final = (
    Phrase("What I saw differently:"),
    Phrase("What I will do, and by when:"),
    Phrase("With whom I will talk about it:"),
)

NONE = Phrase("No certificate")
NONE_MESSAGE = Phrase("Nobody has a completion of the attempt or workshop {of}. Practice yields none.")
NONE_REMEDY = Phrase("“{simulator} report R4” lists completions and their attempts.")
NOT_THEIRS = Phrase("{person} has no completion of {of}.")
ONE_FILE = Phrase("Name a file to write, with --html or --pdf.")
WRITTEN = Phrase("Written: {number} certificates.")
WRITTEN_ONE = Phrase("Written: {number} certificate.")
HOLDS = Phrase("It holds. The record says:")
HOLDS_NOT = Phrase(
    "It does not hold: the record has no such completion, or it is not as it was when this was issued."
)
