"""Findings about what no play comes to: scenes, lines, endings, messages, seats with nothing to do."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.stories import ASK, ROLES, option, picked, story
from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase

_FIX, _THINK = Severity.FIX, Severity.THINK
_NEVER = "if: clock after 2 weeks since start\n"
_LATE_ENDING = (
    "endings:\n  late:\n    when: clock after {span} since start\n    text: Time went by.\n"
    "  on_time: The day ends.\n"
)
_CALL = "injects:\n  call:\n    when: {when}\n    say:\n      - child: Hello?\n"
_TWO_DAYS = option("wait", "poor", more="takes: 3 days\n")
_WORTHLESS = "It was written for somebody, and nobody will ever see it."
_BY_NURSE = "as: nurse\n"

NO_WAY_THERE: Final = Entry(
    "C020",
    "A scene that is never reached",
    _FIX,
    Phrase("No play comes to the scene {scene}: {because}."),
    Phrase("Lead to it with “then”, put its condition right, or delete it."),
    _WORTHLESS,
    story(picked("monday", more="then: end\n"), picked("tuesday")),
    story(picked("monday"), picked("tuesday")),
)
NEVER_HEARD: Final = Entry(
    "C021",
    "A line that is never heard",
    _FIX,
    Phrase("No play hears this line: {because}."),
    Phrase("Put its condition right, or delete it."),
    _WORTHLESS,
    story(picked("monday", lines="say:\n  - child: Two weeks!\n    " + _NEVER)),
    story(picked("monday", lines="say:\n  - child: Two weeks!\n")),
)
HABIT_ONLY: Final = Entry(
    "C022",
    "A decision that nobody takes",
    _THINK,
    Phrase("Nobody can play {role}, who always does the same here: {chosen}."),
    Phrase("Give the decision to a role with “play: yes”, or tell what happens in lines."),
    "Options that only a habit picks are read by nobody.",
    story(
        picked("monday"),
        picked("tuesday", more=_BY_NURSE),
        head=ROLES.replace("nursing, play: yes", "nursing"),
    ),
    story(picked("monday"), picked("tuesday", more=_BY_NURSE), head=ROLES),
)
ENDING_NEVER: Final = Entry(
    "C023",
    "An ending that is never reached",
    _FIX,
    Phrase("No play ends in {ending}: {because}."),
    Phrase("Put its condition right, move it above the ending that takes its place, or delete it."),
    _WORTHLESS,
    story(picked("monday"), endings=_LATE_ENDING.format(span="2 days")),
    story(picked("monday", ASK, _TWO_DAYS), endings=_LATE_ENDING.format(span="2 days")),
)
NEVER_SENT: Final = Entry(
    "C024",
    "A message that is never sent",
    _FIX,
    Phrase("The message {inject} comes in no play: {because}."),
    Phrase("Put its condition right, let the trainer send it (“when: trainer”), or delete it."),
    _WORTHLESS,
    story(
        picked("monday"),
        picked("tuesday"),
        tail=_CALL.format(when="clock after 2 weeks since start"),
    ),
    story(
        picked("monday"),
        picked("tuesday"),
        tail=_CALL.format(when="trainer"),
    ),
)
IDLE: Final = Entry(
    "C025",
    "A seat with nothing to decide",
    _FIX,
    Phrase("Whoever plays {role} decides nothing, in any play."),
    Phrase("Give the role a decision, or leave its “play: yes” out."),
    "Somebody came to the workshop to sit in that seat.",
    story(picked("monday"), head=ROLES),
    story(picked("monday"), picked("tuesday", more=_BY_NURSE), head=ROLES),
)
ALMOST_IDLE: Final = Entry(
    "C026",
    "A seat with little to decide",
    _THINK,
    Phrase("Whoever plays {role} makes {own} of {all} decisions in the best play."),
    Phrase("Give the role more to decide, or seat two people at one role in the guide for the trainer."),
    "Somebody would wait for nine tenths of the time.",
    story(*(picked(f"day_{number}") for number in range(11)), picked("last", more=_BY_NURSE), head=ROLES),
    story(*(picked(f"day_{number}") for number in range(3)), picked("last", more=_BY_NURSE), head=ROLES),
)
NO_WAY_BACK: Final = Entry(
    "C027",
    "A way back that is closed",
    _THINK,
    Phrase("“then: {scene}” leads to a scene that was played already; it is passed over."),
    Phrase("Add “again: 1” to {scene}, or lead to another one."),
    "A scene is entered once unless it says “again”. The play goes on with the scene after it in the file.",
    story(
        picked("monday"),
        picked("tuesday", ASK, option("wait", "poor", more="then: monday\n")),
        picked("friday"),
    ),
    story(
        picked("monday", lines="again: 1\n"),
        picked("tuesday", ASK, option("wait", "poor", more="takes: 1 day\nthen: monday\n")),
        picked("friday"),
    ),
)
FREE_LAP: Final = Entry(
    "C028",
    "A way round that takes no time",
    _THINK,
    Phrase("One can come back to {scene} without a minute going by."),
    Phrase("Say what it takes on the way, such as “takes: 1 day”."),
    "Trying again costs nothing then, and no timescale can notice.",
    story(
        picked("monday", ASK, option("wait", "poor", more="then: monday\n"), lines="again: 2\n"),
        picked("tuesday"),
    ),
    story(
        picked(
            "monday", ASK, option("wait", "poor", more="takes: 1 day\nthen: monday\n"), lines="again: 2\n"
        ),
        picked("tuesday"),
    ),
)
ENTRIES: Final = (
    NO_WAY_THERE,
    NEVER_HEARD,
    HABIT_ONLY,
    ENDING_NEVER,
    NEVER_SENT,
    IDLE,
    ALMOST_IDLE,
    NO_WAY_BACK,
    FREE_LAP,
)
