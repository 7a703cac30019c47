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
    shared_case,
)
from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase

_STOP = Severity.STOP

UNKNOWN_KEY: Final = Entry(
    "F001",
    "A word that does not belong here",
    _STOP,
    Phrase("{key} is not a field of {piece}."),
    Phrase("{perhaps}{piece} may have: {known}."),
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
ONE_WAY_ON: Final = Entry(
    "F024",
    "Neither a scene nor an ending, or both",
    _STOP,
    Phrase("A way on has either “scene” or “end”."),
    Phrase("Write “- scene: NAME” or “- end: NAME”; for the first ending that fits, “- end: any”."),
    "The story can only go on in one way at a time.",
    case(scene="then:\n  - if: clock before 12:00\n  - end: any\n"),
    case(scene="then:\n  - end: home_time\n    if: clock before 12:00\n  - end: any\n"),
)
WAY_HIDES_THE_REST: Final = Entry(
    "F025",
    "What follows is never reached",
    _STOP,
    Phrase("This way on has no “if”, so those after it are never taken."),
    Phrase("Give it an “if”, or move it to the end of the list."),
    "The first way whose conditions hold is taken; one without conditions always holds.",
    case(scene="then:\n  - end: home_time\n  - end: any\n    if: clock before 12:00\n"),
    case(scene="then:\n  - end: home_time\n    if: clock before 12:00\n  - end: any\n"),
)
NO_WAY_WITHOUT_IF: Final = Entry(
    "F026",
    "Perhaps no way on",
    _STOP,
    Phrase("The last item of {key} has an “if”: where no condition holds, nothing comes next."),
    Phrase("Add a last item without “if”, such as “- end: any”."),
    "The story would be stuck.",
    case(scene="then:\n  - end: home_time\n    if: clock before 12:00\n"),
    case(scene="then:\n  - end: home_time\n    if: clock before 12:00\n  - end: any\n"),
)
ONE_SPEAKER: Final = Entry(
    "F027",
    "Not one speaker",
    _STOP,
    Phrase("A line has one speaker, and this one has {count}."),
    Phrase("Begin each line with “- ” and who speaks; beside it only “to”, “if” and “tells” may stand."),
    "Every line in the chat belongs to one person.",
    case(scene="say:\n  - child: I am not hungry.\n    narrator: She looks away.\n"),
    case(scene="say:\n  - child: I am not hungry.\n  - narrator: She looks away.\n"),
)
NO_KIND: Final = Entry(
    "F028",
    "A decision without anything to decide",
    _STOP,
    Phrase("The decision has none of: {kinds}."),
    Phrase("Add one of them; “options” is the simplest."),
    "It says what the answer looks like.",
    case(decision=QUESTION),
    case(),
)
SEVERAL_KINDS: Final = Entry(
    "F029",
    "Two kinds of answer in one decision",
    _STOP,
    Phrase("The decision has both {first} and {second}."),
    Phrase("Keep one, and make a scene of its own for the other."),
    "One decision has one answer, and its marks.",
    shared_case(OPTIONS + "share:\n  to: [nurse]\n"),
    shared_case("share:\n  to: [nurse]\n"),
)
HOW_MANY_OPTIONS: Final = Entry(
    "F030",
    "Too few options, or too many",
    _STOP,
    Phrase("{key} has {count}; there are two to six."),
    Phrase("Add the thing that is tempting, or leave out what nobody would do."),
    "With one there is nothing to decide; more than six cannot be weighed.",
    case(decision=QUESTION + "options:\n  ask: Ask what happened.\n"),
    case(),
)
SEVERAL_ROLES: Final = Entry(
    "F031",
    "Several roles decide without meeting",
    _STOP,
    Phrase("Only in a meeting do several roles decide together."),
    Phrase("Name one role, or make it a meeting with “meet”."),
    "Whose decision it is has to be clear.",
    case(TWO_ROLES, "as: [gp, nurse]\n" + QUESTION + OPTIONS),
    case(TWO_ROLES, "as: gp\n" + QUESTION + OPTIONS),
)
WITH_ITSELF: Final = Entry(
    "F032",
    "A role shares with itself",
    _STOP,
    Phrase("{role} decides here and cannot pass to itself, or ask itself."),
    Phrase("Name the other roles."),
    "It has what it has.",
    shared_case("share:\n  to: [gp, nurse]\n"),
    shared_case("share:\n  to: [nurse]\n"),
)
NOT_SEATED: Final = Entry(
    "F033",
    "Somebody decides who has no seat",
    _STOP,
    Phrase("{role} decides in the meeting and has no seat there."),
    Phrase("Name the same roles under “as” and “seats”, or leave “seats” out."),
    "Everybody at the table gives a view, and nobody else.",
    case(
        TWO_ROLES,
        "as: [gp, nurse]\n"
        + QUESTION
        + "meet:\n  seats: [gp]\n  chair: gp\n  options:\n    now: Now.\n    later: Later.\n",
    ),
    case(
        TWO_ROLES,
        "as: [gp, nurse]\n" + QUESTION + "meet:\n  chair: gp\n  options:\n    now: Now.\n    later: Later.\n",
    ),
)
CHAIR_NOT_SEATED: Final = Entry(
    "F034",
    "A chair without a seat",
    _STOP,
    Phrase("{role} chairs the meeting and has no seat there."),
    Phrase("Choose the chair among the seats, or give the chair a seat."),
    "Who chairs sits at the table.",
    case(
        TWO_ROLES,
        "as: [gp]\n" + QUESTION + "meet:\n  chair: nurse\n  options:\n    now: Now.\n    later: Later.\n",
    ),
    case(
        TWO_ROLES,
        "as: [gp, nurse]\n"
        + QUESTION
        + "meet:\n  chair: nurse\n  options:\n    now: Now.\n    later: Later.\n",
    ),
)
NO_CHAIR: Final = Entry(
    "F035",
    "The chair decides, and there is none",
    _STOP,
    Phrase("The chair decides in this meeting, and nobody chairs it."),
    Phrase("Add “chair: ROLE”, or “decided by: majority”."),
    "Whose view stands has to be clear.",
    case(TWO_ROLES, "as: [gp, nurse]\n" + QUESTION + "meet:\n  options:\n    now: Now.\n    later: Later.\n"),
    case(
        TWO_ROLES,
        "as: [gp, nurse]\n"
        + QUESTION
        + "meet:\n  decided by: majority\n  options:\n    now: Now.\n    later: Later.\n",
    ),
)
NOT_LISTED: Final = Entry(
    "F036",
    "Not one of those listed beside it",
    _STOP,
    Phrase("{id} is not among those listed here."),
    Phrase("Those listed are: {listed}."),
    "What is right must be among what can be chosen.",
    shared_case(
        "share:\n  to: [nurse]\n  reasons:\n    safety: It bears on safety.\n    asked: They asked.\n  right reason: save\n"
    ),
    shared_case(
        "share:\n  to: [nurse]\n  reasons:\n    safety: It bears on safety.\n    asked: They asked.\n  right reason: safety\n"
    ),
)
RECORDED_AND_LEFT_OUT: Final = Entry(
    "F037",
    "Recorded and left out",
    _STOP,
    Phrase("{fact} stands under “items” and under “leave out”."),
    Phrase("Delete one of the two."),
    "It either belongs on file or it does not.",
    shared_case(
        "record:\n  items: {late: {label: fact, where: file}}\n  leave out: [late]\n  places: [file, diary]\n"
    ),
    shared_case("record:\n  items: {late: {label: fact, where: file}}\n  places: [file, diary]\n"),
)
NO_HEADLINE: Final = Entry(
    "F038",
    "A headline that is not there",
    _STOP,
    Phrase("{role} needs the headline of {fact}, and the fact has none."),
    Phrase("Add “headline: …” to the fact: what it means, without the record. Or ask for it in full."),
    "A headline is what can be passed on in place of the whole.",
    case(
        TWO_ROLES
        + "facts:\n  late:\n    text: Late on nine mornings.\n    held by: gp\n    needed by: {nurse: headline}\n"
    ),
    case(
        TWO_ROLES
        + "facts:\n  late:\n    text: Late on nine mornings.\n    headline: Often late.\n    held by: gp\n    needed by: {nurse: headline}\n"
    ),
)
PROMPTED_UNASKED: Final = Entry(
    "F039",
    "Prompted, and not only when asked",
    _STOP,
    Phrase("“prompted by” is for facts that come only when somebody asks."),
    Phrase("Add “only if asked: yes”, or delete “prompted by”."),
    "It says when the question may be expected of the asker.",
    case(
        TWO_ROLES
        + "facts:\n  late:\n    text: Late on nine mornings.\n    held by: gp\n  call:\n    text: A call.\n    held by: gp\n    prompted by: late\n"
    ),
    case(
        TWO_ROLES
        + "facts:\n  late:\n    text: Late on nine mornings.\n    held by: gp\n  call:\n    text: A call.\n    held by: gp\n    only if asked: yes\n    prompted by: late\n"
    ),
)
UNSAFE_HABIT: Final = Entry(
    "F040",
    "An unsafe habit",
    _STOP,
    Phrase("An unsafe option cannot be anybody's habit."),
    Phrase("Delete “habits” here, or give the option another grade."),
    "Colleagues whom nobody plays may be slow or careful; they are never unsafe.",
    case(
        decision=QUESTION
        + "options:\n  ask: Ask.\n  blame:\n    text: Say who did it.\n    grade: unsafe\n    habits: [minimal]\n"
    ),
    case(
        decision=QUESTION + "options:\n  ask: Ask.\n  blame:\n    text: Say who did it.\n    grade: unsafe\n"
    ),
)
UNSAFE_JUDGEMENT: Final = Entry(
    "F041",
    "A red line by judgement alone",
    Severity.FIX,
    Phrase("An unsafe option makes a red line, and professional judgement alone never does."),
    Phrase("Cite the topic that says so, or make the grade poor."),
    "A red line says that the guidance of the day forbids it; it must be possible to show where.",
    case(
        decision=QUESTION
        + "options:\n  ask: Ask.\n  blame:\n    text: Say who did it.\n    grade: unsafe\n    cite: judgement\n"
    ),
    case(
        decision=QUESTION
        + "options:\n  ask: Ask.\n  blame:\n    text: Say who did it.\n    grade: poor\n    cite: judgement\n"
    ),
)
JUDGEMENT_AND_RULES: Final = Entry(
    "F042",
    "Judgement and rules at once",
    Severity.FIX,
    Phrase("“judgement” says that no rule is claimed, and here it stands beside rules."),
    Phrase("Keep the topics, or “judgement” alone."),
    "The debrief shows either what the guidance says, or that it is professional judgement.",
    case(decision=QUESTION + OPTIONS + "cite: [judgement, s47_duty]\n"),
    case(decision=QUESTION + OPTIONS + "cite: s47_duty\n"),
)
NOT_A_SCORE: Final = Entry(
    "F043",
    "Not a score that can be expected",
    _STOP,
    Phrase("{typed} is not a score that a check can expect."),
    Phrase("Write best, or a share of the best from 0 to 1: at least 0.8, under 0.4."),
    "Marks are compared with the best that can be had in the case.",
    case("checks:\n  - play: [best]\n    expect: {score: 80 %}\n"),
    case("checks:\n  - play: [best]\n    expect: {score: at least 0.8}\n"),
)
NOT_A_CODE: Final = Entry(
    "F044",
    "Not the code of a finding",
    _STOP,
    Phrase("{typed} is not the code of a finding."),
    Phrase("Write the letter and three digits that `simulator check` shows, such as C012."),
    "Only a finding with a code can be accepted.",
    case("accepted:\n  - {code: long options, because: They are alike.}\n"),
    case("accepted:\n  - {code: C012, because: They are alike.}\n"),
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
    ONE_WAY_ON,
    WAY_HIDES_THE_REST,
    NO_WAY_WITHOUT_IF,
    ONE_SPEAKER,
    NO_KIND,
    SEVERAL_KINDS,
    HOW_MANY_OPTIONS,
    SEVERAL_ROLES,
    WITH_ITSELF,
    NOT_SEATED,
    CHAIR_NOT_SEATED,
    NO_CHAIR,
    NOT_LISTED,
    RECORDED_AND_LEFT_OUT,
    NO_HEADLINE,
    PROMPTED_UNASKED,
    UNSAFE_HABIT,
    UNSAFE_JUDGEMENT,
    JUDGEMENT_AND_RULES,
    NOT_A_SCORE,
    NOT_A_CODE,
    LATER_FORMAT,
)
