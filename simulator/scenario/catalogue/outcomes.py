"""Findings about what a case can come to: best, worst, guessing, plays without thought."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.stories import (
    ASK,
    RULE,
    WAIT,
    option,
    picked,
    story,
)
from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase

_STOP, _FIX, _THINK = Severity.STOP, Severity.FIX, Severity.THINK
_TWO_ENDINGS = (
    "endings:\n  low:\n    when: chose monday {worse}\n    outcome: poor\n    text: The week is hard.\n"
    "  high:\n    outcome: good\n    text: The week is better.\n"
)
_WORKER = "roles:\n  social_worker: {agency: social care, play: yes}\n"
_UNSAFE = option("rush", "unsafe", "Rush in and say it all.", cite=RULE)

NO_WAY_TO_FAIL: Final = Entry(
    "C001",
    "No way to fail",
    _FIX,
    Phrase("The worst play still earns {worst} of {best} marks, and crosses no red line."),
    Phrase("Give weak answers the grade poor, or add some that a good colleague could be tempted by."),
    "Where everything passes, nobody learns what they would have missed.",
    story(picked("monday", ASK, option("tell", "acceptable", "Tell the school office."))),
    story(picked("monday")),
)
BADLY_ENDED: Final = Entry(
    "C002",
    "Well played and badly ended",
    _FIX,
    Phrase("The best play ends in {ending}, although a good ending can be reached."),
    Phrase("Look at the conditions of the endings, or at the grades that lead to {better}."),
    "A table that did everything right should not be told that it went wrong for want of it.",
    story(picked("monday"), endings=_TWO_ENDINGS.format(worse="ask")),
    story(picked("monday"), endings=_TWO_ENDINGS.format(worse="wait")),
)
ALWAYS_RED: Final = Entry(
    "C003",
    "No play without a red line",
    _FIX,
    Phrase("Every play crosses at least {least}."),
    Phrase("Give every situation an answer that is safe, or leave out what is marked unsafe."),
    "A red line says: stop and look again. Nobody can, where there was no other way.",
    story(picked("monday", _UNSAFE, option("shout", "unsafe", "Shout at the father.", cite=RULE))),
    story(picked("monday", _UNSAFE, ASK)),
)
RED_LINE_PAYS: Final = Entry(
    "C004",
    "A red line pays",
    _STOP,
    Phrase("A play that crosses a red line earns {highest} marks; the best play without one earns {best}."),
    Phrase("See that the safe answers lead to as many decisions as the unsafe ones do."),
    "Marks that can only be had by putting somebody at risk teach the opposite of the case.",
    story(picked("monday", option("ask", more="then: end\n"), _UNSAFE), picked("tuesday"), picked("friday")),
    story(picked("monday", ASK, _UNSAFE), picked("tuesday"), picked("friday")),
)
HABIT_PASSES: Final = Entry(
    "C005",
    "A play without thought passes",
    _FIX,
    Phrase("Always “{strategy}” earns {earned} of {best} marks, {share} once guessing is taken off."),
    Phrase("Vary what is right: its place, its length, and whether to pass on, to refer or to ask."),
    "Trainees find the pattern before they find the child.",
    story(*(picked(day) for day in ("monday", "tuesday", "wednesday"))),
    story(
        picked("monday"),
        picked("tuesday", WAIT, ASK),
        picked(
            "wednesday",
            option("wait", "poor", "Wait until <child> says something."),
            option("ask", text="Ask <child>."),
        ),
        picked("thursday", option("ask", text="Ask."), option("wait", "poor", "Wait for one more week.")),
    ),
)
LOWER_LOSES_NOTHING: Final = Entry(
    "C006",
    "A lower grade loses nothing",
    _FIX,
    Phrase("{lower} is {lower_grade} and leads to as many marks as {higher}, which is {higher_grade}."),
    Phrase("See that both lead to equally many decisions, or that a detour only repairs (“makes good”)."),
    "The debrief tells what each choice cost. It would say that the weaker one cost nothing.",
    story(picked("monday", option("ask", more="then: end\n"), WAIT), picked("tuesday")),
    story(picked("monday"), picked("tuesday")),
)
NOTHING_TEMPTS: Final = Entry(
    "C007",
    "A weak answer that tempts nobody",
    _THINK,
    Phrase("{option} is never the best that can be done, and nothing is said of why one would choose it."),
    Phrase("Write what speaks for it under “tempting”, or leave it out."),
    "An answer that nobody would give teaches nothing, and makes the others easier to guess.",
    story(picked("monday", ASK, option("wait", "poor", tempting=""))),
    story(picked("monday")),
)
ONE_DECISION_DECIDES: Final = Entry(
    "C008",
    "One decision decides",
    _THINK,
    Phrase("This decision holds {held} of the {spread} marks between the best play and the worst."),
    Phrase("Give it less worth, or spread what follows from it over several decisions."),
    "Whoever slips here is done for, and the rest of the case tells them nothing new.",
    story(picked("monday", more="worth: 2\n"), picked("tuesday"), picked("wednesday"), picked("thursday")),
    story(picked("monday"), picked("tuesday"), picked("wednesday"), picked("thursday")),
)
CLOCK_IDLE: Final = Entry(
    "C009",
    "A clock that cannot matter",
    _THINK,
    Phrase("The timescale {topic} is marked, but {reason}."),
    Phrase("Stamp the moments it counts from and to ({begins}; {ends}), or leave it out of the clocks."),
    "A timescale that is always met or never begun tests nobody.",
    story(picked("monday"), head="clocks: [decision_on_referral]\n" + _WORKER),
    story(picked("monday")),
)
NOT_EXACT: Final = Entry(
    "C010",
    "Too large to be solved",
    _THINK,
    Phrase("There are more than {states} situations, so that only bounds of the marks are known."),
    Phrase("{far}Read what was said or done nearer to where it was, or end with fewer conditions."),
    "Best, worst, guessing and the loss of each decision can be told only where all plays are known.",
    story(
        *(
            picked(day, option("ask", more=f"mark: asked_{day}\n"), WAIT)
            for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
        ),
        endings="endings:\n  all:\n    when:\n"
        + "".join(
            f"      - marked asked_{day}\n"
            for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
        )
        + "    text: Asked each day.\n  other: The week ends.\n",
    ),
    story(picked("monday"), picked("tuesday")),
)

ENTRIES: Final = (
    NO_WAY_TO_FAIL,
    BADLY_ENDED,
    ALWAYS_RED,
    RED_LINE_PAYS,
    HABIT_PASSES,
    LOWER_LOSES_NOTHING,
    NOTHING_TEMPTS,
    ONE_DECISION_DECIDES,
    CLOCK_IDLE,
    NOT_EXACT,
)
