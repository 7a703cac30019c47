"""Findings about how a case is worded: give-aways, length, reading age, minutes, what could be real."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.stories import ASK, WAIT, option, picked, story, week
from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase

_FIX, _THINK, _NOTE = Severity.FIX, Severity.THINK, Severity.NOTE
_LONG_GOOD = option("ask", text="Ask <child> about breakfast, write it down, and ring the school nurse.")
_LONG_LINE = "I said that " + "and then that " * 14 + "it was late."
_HARD = (
    "Notwithstanding considerable organisational reconfiguration, multidisciplinary professionals"
    " operationalising proportionate information-sharing arrangements demonstrate accountability and"
    " contemporaneous documentation of individualised decision-making considerations throughout every"
    " safeguarding partnership organisation nationally."
)
_PLAIN = "People who share what they know say so, write down why, and tell the family."
_MANY = tuple(f"day_{number}" for number in range(8))
_CHILD_SPEAKS = "say:\n  - child: I had no breakfast.\n"

GIVE_AWAY: Final = Entry(
    "C012",
    "A give-away",
    _THINK,
    Phrase("In {hits} of {all} decisions {feature}; by chance that would happen in {odds} of 100 cases."),
    Phrase("Write some of the weak answers in that way, too, and some of the good ones in another."),
    "Trainees learn the pattern of the options and not the practice.",
    story(*(picked(day, _LONG_GOOD, WAIT) for day in _MANY)),
    story(
        *(picked(day, *((WAIT, ASK) if at % 2 else (_LONG_GOOD, WAIT))) for at, day in enumerate(_MANY))
    ).replace("Wait and see for a day.", "Wait and see for another day."),
)
NO_CHILD: Final = Entry(
    "C060",
    "The child has no voice",
    _THINK,
    Phrase("No child of this family says or does anything in a line, and no fact is held by one."),
    Phrase("Let <{child}> speak, or be seen: “- {child}: (watches the window)”."),
    "Cases about children in which no child appears train the very thing they warn of.",
    week(picked("monday")),
    week(picked("monday", lines=_CHILD_SPEAKS)),
)
NO_CONTENT_NOTES: Final = Entry(
    "C061",
    "No content notes",
    _FIX,
    Phrase("The case speaks of {what}, and has no “content notes”."),
    Phrase("Say under “content notes”, without detail, what may be hard for somebody in the room."),
    "Somebody in every room has lived through it, and may choose beforehand.",
    story(picked("monday", lines="say:\n  - child: He hit her.\n")),
    story(
        picked("monday", lines="say:\n  - child: He hit her.\n"),
        head="content notes:\n  - violence at home, spoken of\n",
    ),
)
UNEVEN: Final = Entry(
    "C062",
    "Options of unequal length",
    _THINK,
    Phrase("The longest option has {longest} characters and the shortest {shortest}."),
    Phrase("Bring them within a third of each other."),
    "The eye goes to the long one, and those who write options put the care there.",
    story(picked("monday", _LONG_GOOD, WAIT)),
    story(picked("monday")),
)
HARD_TO_READ: Final = Entry(
    "C063",
    "Hard to read",
    _NOTE,
    Phrase("This passage takes a reading age of about {age}."),
    Phrase("Shorter sentences and shorter words; say who does what."),
    "It is read aloud, by tired people, some in their second language.",
    story(picked("monday"), head=f"summary: {_HARD}\n"),
    story(picked("monday"), head=f"summary: {_PLAIN}\n"),
)
LONG_LINE: Final = Entry(
    "C064",
    "A long line",
    _NOTE,
    Phrase("{who} says {words} words at once."),
    Phrase("Break it into two lines, of 40 words at most."),
    "On a screen nobody reads to the end of it.",
    story(picked("monday", lines=f"say:\n  - child: {_LONG_LINE}\n")),
    story(picked("monday", lines=_CHILD_SPEAKS)),
)
MINUTES: Final = Entry(
    "C065",
    "Minutes that do not fit",
    _THINK,
    Phrase("{what} says {minutes} minutes; {decisions}, {turns} and {stops} make about {about}."),
    Phrase("Change “minutes”, or leave a scene out."),
    "A room runs out of time in the debrief, which is where the learning is.",
    week(picked("monday"), head="minutes: 90\n"),
    week(picked("monday"), head="minutes: 12\n"),
)
PERSONAL_DATA: Final = Entry(
    "C066",
    "It could be somebody's",
    _FIX,
    Phrase("{shown} looks like {kind}."),
    Phrase("Use a placeholder, or leave it out; numbers kept for drama may stay."),
    "Nothing in a case may belong to a real person.",
    story(picked("monday", lines="say:\n  - child: Ring 01604 555 012.\n")),
    story(picked("monday", lines="say:\n  - child: Ring the school.\n")),
)
REAL_NAME: Final = Entry(
    "C067",
    "A name that must not be used",
    _FIX,
    Phrase("{shown} is the name of a real child or of a real trial."),
    Phrase("Use a placeholder such as <child>, whose name is invented."),
    "Their families are still there.",
    story(picked("monday", lines="say:\n  - child: Like Victoria Climbié.\n")),
    story(picked("monday", lines="say:\n  - child: Like <child>.\n")),
)
NOT_WRITTEN: Final = Entry(
    "C068",
    "Something is still to be written",
    _FIX,
    Phrase("{shown} is still there."),
    Phrase("Write what belongs here."),
    "It would be read out in a workshop.",
    story(picked("monday", lines="say:\n  - child: TODO say something\n")),
    story(picked("monday", lines="say:\n  - child: Something.\n")),
)
OTHER_PROGRAM: Final = Entry(
    "C069",
    "A placeholder of another program",
    _FIX,
    Phrase(
        "{shown} looks like a placeholder or a formula of another program; here it is shown as it stands."
    ),
    Phrase("Write a placeholder of ours, such as <child>, or put it in words."),
    "Trainees would read it out. Nothing in a case is ever filled in but what stands in < and >.",
    story(picked("monday", lines='say:\n  - child: "Ask {{ name }} about it."\n')),
    story(picked("monday", lines="say:\n  - child: Ask <child> about it.\n")),
)
WRONG_PRONOUN: Final = Entry(
    "C075",
    "A word for one sex, and anybody may be invented",
    _THINK,
    Phrase(
        "This speaks of {who} alone and says {shown}, but {who} is {one} in one play and {other} in another."
    ),
    Phrase("Write <{who}.they>, <{who}.them> or <{who}.their>, or give {who} a “sex” under “family”."),
    "The same case is played with families of any sex; the words must be true of each of them.",
    story(picked("monday", lines="say:\n  - narrator: <child> looks up. He says nothing.\n")),
    story(picked("monday", lines="say:\n  - narrator: <child> looks up. <child.They> says nothing.\n")),
)

ENTRIES: Final = (
    GIVE_AWAY,
    NO_CHILD,
    NO_CONTENT_NOTES,
    UNEVEN,
    HARD_TO_READ,
    LONG_LINE,
    MINUTES,
    PERSONAL_DATA,
    REAL_NAME,
    NOT_WRITTEN,
    OTHER_PROGRAM,
    WRONG_PRONOUN,
)
