"""Findings about single fields: what a value must look like, and what belongs in which piece."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.examples import (
    OPTIONS,
    QUESTION,
    TITLE,
    TWO_ROLES,
    case,
    scenes,
)
from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase

_STOP = Severity.STOP

UNKNOWN_KEY: Final = Entry(
    "F001",
    "A word that does not belong here",
    _STOP,
    Phrase("{key} is not a field of {piece}."),
    Phrase("{perhaps}{whole} may have: {known}."),
    "A misspelt word would be passed over, and what it says would be missing from the case.",
    TITLE + "minuts: 45\n" + scenes() + "endings:\n  home: The day ends.\n",
    case("minutes: 45\n"),
)
MISSING: Final = Entry(
    "F002",
    "Something is missing",
    _STOP,
    Phrase("{key} is missing from {piece}."),
    Phrase("Add a line “{bare}: …”. {about}"),
    "Without it the case cannot be played; everything else has something usual that holds instead.",
    "title: The empty lunch box\n" + scenes(),
    case(),
)
EMPTY: Final = Entry(
    "F003",
    "Nothing after the colon",
    _STOP,
    Phrase("There is nothing after {key}."),
    Phrase("Write {kind}, or delete the line."),
    "An empty field is nearly always one that was meant to be filled in.",
    case("level:\n"),
    case("level: core\n"),
)
WRONG_SHAPE: Final = Entry(
    "F004",
    "Another kind of thing is expected",
    _STOP,
    Phrase("{key} should be {kind}, and this is {shape}."),
    Phrase("Look at the field's example in the author's guide, and at how far the lines are indented."),
    "Most often a line is indented too far or not far enough, and belongs to its neighbour.",
    case("minutes:\n  - 45\n"),
    case("minutes: 45\n"),
)
PROSE_IN_BRACES: Final = Entry(
    "F005",
    "A sentence in braces",
    _STOP,
    Phrase("{key} is a sentence, and sentences do not stand inside {{ }}."),
    Phrase("Take the braces away and give each field a line of its own."),
    "Inside braces a comma or a colon in the sentence would cut it in two.",
    case(decision=QUESTION + "options:\n  ask: {text: Ask what happened.}\n  wait: Wait until tomorrow.\n"),
    case(
        decision=QUESTION + "options:\n  ask:\n    text: Ask what happened.\n  wait: Wait until tomorrow.\n"
    ),
)
PROSE_IN_BRACKETS: Final = Entry(
    "F006",
    "Sentences in brackets",
    _STOP,
    Phrase("{key} is made of sentences, and sentences do not stand inside [ ] or {{ }}."),
    Phrase("Write each sentence on a line of its own, after “- ” in a list."),
    "Inside brackets each comma of a sentence begins a new one.",
    case("debrief: [Who spoke first, and why]\n"),
    case("debrief:\n  - Who spoke first, and why?\n"),
)
NOT_A_CHOICE: Final = Entry(
    "F007",
    "Not one of the words to choose from",
    _STOP,
    Phrase("{key} cannot be {typed}."),
    Phrase("{perhaps}It is one of: {choices}."),
    "The list is closed, so that every word in it has one meaning in every case.",
    case("level: medium\n"),
    case("level: core\n"),
)
NOT_YES_OR_NO: Final = Entry(
    "F008",
    "Neither yes nor no",
    _STOP,
    Phrase("{key} is yes or no, and this is {typed}."),
    Phrase("Write yes or no."),
    "Anything else would have to be guessed.",
    case("roles:\n  gp: {agency: general practice, play: maybe}\n"),
    case("roles:\n  gp: {agency: general practice, play: yes}\n"),
)
NOT_A_NUMBER: Final = Entry(
    "F009",
    "Not a number that can stand here",
    _STOP,
    Phrase("{key} is {kind}, and this is {typed}."),
    Phrase("Write the number in figures, with nothing after it."),
    "Words and fractions would have to be guessed at.",
    case("minutes: three quarters of an hour\n"),
    case("minutes: 45\n"),
)
NOT_A_DATE: Final = Entry(
    "F010",
    "Not a date",
    _STOP,
    Phrase("{typed} is not a date that can be read."),
    Phrase("Write it as 2006-05-08, 8/5/2006 (the day first) or 8 May 2006."),
    "Dates decide what counts; a guessed one would be wrong half of the time.",
    case("review: {by: a named nurse, on: last week}\n"),
    case("review: {by: a named nurse, on: 2026-10-01}\n"),
)
NOT_A_MOMENT: Final = Entry(
    "F011",
    "Not a date and time",
    _STOP,
    Phrase("{typed} is not a date, or a date and a time, that can be read."),
    Phrase("Write it as 2011-09-05 09:40, or 5 September 2011, 9.40; the clock has 24 hours."),
    "The day picks the editions in force, and working days are counted from it.",
    case("set on: 31/02/2011\n"),
    case("set on: 28/02/2011\n"),
)
NOT_A_SCENE_TIME: Final = Entry(
    "F012",
    "Not a time at which a scene can begin",
    _STOP,
    Phrase("{typed} is not a time at which a scene can begin."),
    Phrase("Write start, +4 hours, +3 working days, a time such as 13:40, or a date and time."),
    "A scene begins when the one before has ended, or later; how much later must be clear.",
    case(scene="at: in the afternoon\n"),
    case(scene="at: 13:40\n"),
)
NOT_A_SPAN: Final = Entry(
    "F013",
    "Not a length of time",
    _STOP,
    Phrase("{typed} is not a length of time that can be read."),
    Phrase("Write a number and minutes, hours, days, weeks or working days: 20 minutes, 3 working days."),
    "The clock moves on by it, so it has to be exact.",
    case(decision=QUESTION + OPTIONS + "takes: half an hour\n"),
    case(decision=QUESTION + OPTIONS + "takes: 30 minutes\n"),
)
NOT_AN_AGE: Final = Entry(
    "F014",
    "Not an age",
    _STOP,
    Phrase("{typed} is not an age that can be read."),
    Phrase("Write 11 weeks, 9 months, 3, 21-24 or unborn; without a word the number means years."),
    "Birthdays and names are invented from it.",
    case("family:\n  child: {age: small, focus: yes}\n"),
    case("family:\n  child: {age: 3, focus: yes}\n"),
)
NOT_AN_ID: Final = Entry(
    "F015",
    "Not a name that things can have",
    _STOP,
    Phrase("{typed} cannot be an id: ids have small letters a to z, digits and _, and begin with a letter."),
    Phrase("Write, for example, {proposal}, here and wherever it is spoken of."),
    "An id is how one part of the case speaks of another. It is never shown to trainees.",
    case("people:\n  The Neighbour: {}\n"),
    case("people:\n  neighbour: {}\n"),
)
ID_TIDIED: Final = Entry(
    "F016",
    "Quotes or spaces round an id",
    Severity.NOTE,
    Phrase("{typed} was read as {id}."),
    Phrase("Delete what stands round it; it came with the text, perhaps from a word processor."),
    "It does no harm here, but it may hide a misspelling elsewhere.",
    case(TWO_ROLES, "as: ‘nurse’\n" + QUESTION + OPTIONS),
    case(TWO_ROLES, "as: nurse\n" + QUESTION + OPTIONS),
)
RESERVED: Final = Entry(
    "F017",
    "A word with a meaning of its own",
    _STOP,
    Phrase("Nothing here can be called {id}: the word has a meaning of its own."),
    Phrase("Choose another, such as {id}_2, or say more exactly what it is."),
    "Wherever the word stood, nobody could tell which of the two was meant.",
    case("people:\n  school: {}\n"),
    case("people:\n  head_teacher: {}\n"),
)
TWICE: Final = Entry(
    "F018",
    "The same thing twice in a list",
    Severity.FIX,
    Phrase("{typed} stands twice under {key}."),
    Phrase("Delete one of the two, or write what was meant instead."),
    "Often another name was meant.",
    case(TWO_ROLES, scene="present: [gp, gp]\n"),
    case(TWO_ROLES, scene="present: [gp, nurse]\n"),
)
UNKNOWN_PLACEHOLDER: Final = Entry(
    "F019",
    "A placeholder for nobody",
    _STOP,
    Phrase("{typed} stands for nobody in this case."),
    Phrase("{perhaps}Placeholders are made of the ids of the family, people and roles: {known}."),
    "It would be shown to trainees as it stands.",
    case(decision="question: What do you say to <chid>?\n" + OPTIONS),
    case(decision="question: What do you say to <child>?\n" + OPTIONS),
)
PLACEHOLDER_TOO_EARLY: Final = Entry(
    "F020",
    "A placeholder where nobody has been invented yet",
    _STOP,
    Phrase("{key} is shown in lists of cases, before there is a name for {typed}."),
    Phrase("Say it without the placeholder."),
    "The family is invented when an attempt begins.",
    case("summary: <child> has no lunch.\n"),
    case("summary: A child has no lunch.\n"),
)
NOT_A_CONDITION: Final = Entry(
    "F021",
    "Not one of the sentences for conditions",
    _STOP,
    Phrase("{typed} is not a sentence that conditions know."),
    Phrase("The nearest is “{form}”, for example “{example}”. The author's guide has them all."),
    "Conditions come from a closed list, so that everything that can happen can be checked beforehand.",
    case(TWO_ROLES, scene="if: a trainee plays the gp\n"),
    case(TWO_ROLES, scene="if: playing gp\n"),
)
CONDITION_IN_BRACKETS: Final = Entry(
    "F022",
    "Conditions in brackets",
    _STOP,
    Phrase("The conditions of {key} do not stand inside [ ] or {{ }}."),
    Phrase("Write each on a line of its own, after “- ”. All of them must hold."),
    "Some of the sentences have commas in them, at which brackets would cut them.",
    case(TWO_ROLES, scene="if: [playing gp, nurse is a colleague]\n"),
    case(TWO_ROLES, scene="if:\n  - playing gp\n  - nurse is a colleague\n"),
)
NESTED_ANY_OF: Final = Entry(
    "F023",
    "“any of” inside “any of”",
    _STOP,
    Phrase("“any of” does not stand inside another “any of”."),
    Phrase("Put the sentences into the list of the first; any one of them is then enough."),
    "It would mean the same, and be harder to read.",
    case(
        TWO_ROLES, scene="if:\n  - any of:\n      - playing gp\n      - any of:\n          - playing nurse\n"
    ),
    case(TWO_ROLES, scene="if:\n  - any of:\n      - playing gp\n      - playing nurse\n"),
)
LATER_FORMAT: Final = Entry(
    "F045",
    "A later format",
    _STOP,
    Phrase("This case is written in format {typed}; this simulator reads up to format {latest}."),
    Phrase("Update the simulator, or write “format: {latest}” if the number is a slip."),
    "A later format may mean something else by the same words.",
    case("format: 7\n"),
    case("format: 1\n"),
)

ENTRIES: Final = (
    UNKNOWN_KEY,
    MISSING,
    EMPTY,
    WRONG_SHAPE,
    PROSE_IN_BRACES,
    PROSE_IN_BRACKETS,
    NOT_A_CHOICE,
    NOT_YES_OR_NO,
    NOT_A_NUMBER,
    NOT_A_DATE,
    NOT_A_MOMENT,
    NOT_A_SCENE_TIME,
    NOT_A_SPAN,
    NOT_AN_AGE,
    NOT_AN_ID,
    ID_TIDIED,
    RESERVED,
    TWICE,
    UNKNOWN_PLACEHOLDER,
    PLACEHOLDER_TOO_EARLY,
    NOT_A_CONDITION,
    CONDITION_IN_BRACKETS,
    NESTED_ANY_OF,
    LATER_FORMAT,
)
