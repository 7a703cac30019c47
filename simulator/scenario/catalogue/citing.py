"""Findings about what a case weighs its choices by: grades, reasons, rules, timescales, agencies."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.stories import ASK, ROLES, RULE, WAIT, option, picked, scene, story
from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase

_FIX, _THINK, _NOTE = Severity.FIX, Severity.THINK, Severity.NOTE
_INDEX = """\
look up:
  child: child
  purposes:
    works: Who works with this child.
    curious: To see.
  results:
    this_child:
      text: The child of the family.
"""
_RING = option("ring", "acceptable", "Ring the named nurse now.", "takes: 10 minutes\n", cite="seek_advice")

ALL_ALIKE: Final = Entry(
    "C030",
    "All answers earn the same",
    _FIX,
    Phrase("Whatever is done here, the marks are the same."),
    Phrase("Give the answers different grades, or say “worth: 0” where nothing is to be marked."),
    "A decision without a difference is not one.",
    story(
        picked("monday", ASK, option("tell", text="Tell the school nurse.")),
        picked("tuesday"),
    ),
    story(picked("monday"), picked("tuesday")),
)
NOTHING_GOOD: Final = Entry(
    "C031",
    "No good answer",
    _THINK,
    Phrase("None of these options is good."),
    Phrase("Grade the best of them good, or say in “why” what would have been."),
    "Trainees look for the answer that is not there, and lose marks wherever they look.",
    story(picked("monday", option("tell", "acceptable", "Tell the school nurse."), WAIT)),
    story(picked("monday")),
)
ADVICE_PUNISHED: Final = Entry(
    "C032",
    "Quick advice costs marks",
    _THINK,
    Phrase("{option} asks for advice within {minutes} minutes, and is only {grade}."),
    Phrase("Grade it good, or say in “why” what was lost by it; a decision may have “advice” of its own."),
    "People learn to ask before they act, or they learn not to.",
    story(picked("monday", ASK, _RING, WAIT)),
    story(picked("monday", ASK, _RING.replace("acceptable", "good"), WAIT)),
)
NO_REASON: Final = Entry(
    "C040",
    "A grade without a reason",
    _FIX,
    Phrase("{what} has no “why”."),
    Phrase("Say in a sentence what could be known then, and why that is the grade."),
    "The debrief shows the reason for every mark. Without one it is an opinion.",
    story(picked("monday", option("ask", why=""), WAIT)),
    story(picked("monday")),
)
NO_CITATION: Final = Entry(
    "C041",
    "A grade without a rule",
    _FIX,
    Phrase("{what} cites nothing."),
    Phrase("Cite the topic that says it, or “cite: judgement” where no rule is claimed."),
    "Guidance and professional judgement are different things, and people may ask which it was.",
    story(picked("monday", option("ask", cite=""), WAIT)),
    story(picked("monday")),
)
NOT_IN_FORCE: Final = Entry(
    "C042",
    "A rule that was not in force",
    _FIX,
    Phrase("On {on}, nothing in the guidance of this case says {topic}."),
    Phrase("{perhaps}Cite another topic, add its family under “guidance”, or cite judgement."),
    "People are held to what was said on the day. A citation of nothing looks like a rule and is none.",
    story(picked("monday", option("ask", cite="initial_assessment_timescale"), WAIT)),
    story(picked("monday", option("ask", cite=RULE), WAIT)),
)
UNVERIFIED: Final = Entry(
    "C043",
    "Only recalled rules",
    _NOTE,
    Phrase("What {topic} says on {on} was recalled and not seen on a page; it is shown as unverified."),
    Phrase("Nothing need be done; where the point is a hard one, cite a topic that was seen beside it."),
    "Recalled rules make no red line, and a reviewer should look them up.",
    story(picked("monday", option("ask", cite="seek_advice"), WAIT)),
    story(picked("monday", option("ask", cite=RULE), WAIT)),
)
SUPERSEDED: Final = Entry(
    "C044",
    "Guidance that has been replaced",
    _NOTE,
    Phrase("The case is set under {editions}, which newer editions have replaced."),
    Phrase("Keep it if the case is about its time; say so to the room, and play it “--on” today to compare."),
    "Trainees should not carry an old rule home.",
    story(picked("monday", option("ask", cite="decision_on_referral"), WAIT), head="set on: 2012-01-09\n"),
    story(picked("monday")),
)
UNSAFE_WITHOUT_RULE: Final = Entry(
    "C045",
    "Unsafe, and no rule says so",
    _THINK,
    Phrase("{option} is graded unsafe, but nothing that it cites can carry a red line; it counts as poor."),
    Phrase("Cite a verified rule that was in force, or grade it poor."),
    "A red line is only drawn where a rule that somebody has seen draws it.",
    story(picked("monday", ASK, option("rush", "unsafe", "Rush in and say it.", cite="seek_advice"))),
    story(picked("monday", ASK, option("rush", "unsafe", "Rush in and say it.", cite=RULE))),
)
NO_TIMESCALE: Final = Entry(
    "C046",
    "A clock without a timescale",
    _FIX,
    Phrase("{topic} is among the clocks, and on {on} it says no time by which anything is due."),
    Phrase("{perhaps}Name the topic of a timescale, or leave it out of the clocks."),
    "The debrief would show no clock, and nobody would know why.",
    story(picked("monday"), head=f"clocks: [{RULE}]\n"),
    story(picked("monday")),
)
BINDS_NOBODY: Final = Entry(
    "C047",
    "A clock that binds nobody who is played",
    _THINK,
    Phrase("The timescale {topic} binds {roles}, and nobody who can be played is one of them."),
    Phrase("Say “binds as” or “play: yes” on the role it binds, or leave it out: it is shown all the same."),
    "A seat is only marked on timescales that are its own.",
    story(picked("monday"), head="clocks: [decision_on_referral]\n" + ROLES),
    story(picked("monday")),
)
NO_INDEX: Final = Entry(
    "C048",
    "An Index outside its years",
    _FIX,
    Phrase("On {on} there was no Index to search, so the scene {scene} is passed over."),
    Phrase("Set the case between 2009 and 6 August 2010, or leave the search out."),
    "Front-line staff could search the Index in those months only.",
    story(picked("monday"), scene("tuesday", _INDEX)),
    story(picked("monday")),
)
NO_AGENCY: Final = Entry(
    "C049",
    "An agency that the board does not know",
    _FIX,
    Phrase("There is no agency {agency} in the catalogue of {board}."),
    Phrase("{perhaps}The agencies are: {known}."),
    "Reports count people by agency, and the agency's name changes with the years.",
    story(picked("monday"), head="roles:\n  gp: {agency: the surgery, play: yes}\n"),
    story(picked("monday"), head="roles:\n  gp: {agency: general practice, play: yes}\n"),
)

ENTRIES: Final = (
    ALL_ALIKE,
    NOTHING_GOOD,
    ADVICE_PUNISHED,
    NO_REASON,
    NO_CITATION,
    NOT_IN_FORCE,
    UNVERIFIED,
    SUPERSEDED,
    UNSAFE_WITHOUT_RULE,
    NO_TIMESCALE,
    BINDS_NOBODY,
    NO_INDEX,
    NO_AGENCY,
)
