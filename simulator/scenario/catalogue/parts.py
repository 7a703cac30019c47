"""Findings about how the fields of one part go together: ways on, kinds of decision, meetings, grades."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.examples import (
    OPTIONS,
    QUESTION,
    TWO_ROLES,
    case,
    facts_case,
    meeting_case,
    shared_case,
    weak_option_case,
)
from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase

_STOP = Severity.STOP
_REASONS = "share:\n  to: [nurse]\n  reasons:\n    safety: It bears on safety.\n    asked: They asked.\n"
_ITEMS = "record:\n  items: {late: {label: fact, where: file}}\n"
_CALL = "call:\n  text: A call.\n  held by: gp\n"

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
    meeting_case("[gp, nurse]", "seats: [gp]\nchair: gp\n"),
    meeting_case("[gp, nurse]", "chair: gp\n"),
)
CHAIR_NOT_SEATED: Final = Entry(
    "F034",
    "A chair without a seat",
    _STOP,
    Phrase("{role} chairs the meeting and has no seat there."),
    Phrase("Choose the chair among the seats, or give the chair a seat."),
    "Who chairs sits at the table.",
    meeting_case("[gp]", "chair: nurse\n"),
    meeting_case("[gp, nurse]", "chair: nurse\n"),
)
NO_CHAIR: Final = Entry(
    "F035",
    "The chair decides, and there is none",
    _STOP,
    Phrase("The chair decides in this meeting, and nobody chairs it."),
    Phrase("Add “chair: ROLE”, or “decided by: majority”."),
    "Whose view stands has to be clear.",
    meeting_case("[gp, nurse]", ""),
    meeting_case("[gp, nurse]", "decided by: majority\n"),
)
NOT_LISTED: Final = Entry(
    "F036",
    "Not one of those listed beside it",
    _STOP,
    Phrase("{id} is not among those listed here."),
    Phrase("Those listed are: {listed}."),
    "What is right must be among what can be chosen.",
    shared_case(_REASONS + "  right reason: save\n"),
    shared_case(_REASONS + "  right reason: safety\n"),
)
RECORDED_AND_LEFT_OUT: Final = Entry(
    "F037",
    "Recorded and left out",
    _STOP,
    Phrase("{fact} stands under “items” and under “leave out”."),
    Phrase("Delete one of the two."),
    "It either belongs on file or it does not.",
    shared_case(_ITEMS + "  leave out: [late]\n  places: [file, diary]\n"),
    shared_case(_ITEMS + "  places: [file, diary]\n"),
)
NO_HEADLINE: Final = Entry(
    "F038",
    "A headline that is not there",
    _STOP,
    Phrase("{role} needs the headline of {fact}, and the fact has none."),
    Phrase("Add “headline: …” to the fact: what it means, without the record. Or ask for it in full."),
    "A headline is what can be passed on in place of the whole.",
    facts_case("needed by: {nurse: headline}\n"),
    facts_case("headline: Often late.\nneeded by: {nurse: headline}\n"),
)
PROMPTED_UNASKED: Final = Entry(
    "F039",
    "Prompted, and not only when asked",
    _STOP,
    Phrase("“prompted by” is for facts that come only when somebody asks."),
    Phrase("Add “only if asked: yes”, or delete “prompted by”."),
    "It says when the question may be expected of the asker.",
    facts_case("", _CALL + "  prompted by: late\n"),
    facts_case("", _CALL + "  only if asked: yes\n  prompted by: late\n"),
)
UNSAFE_HABIT: Final = Entry(
    "F040",
    "An unsafe habit",
    _STOP,
    Phrase("An unsafe option cannot be anybody's habit."),
    Phrase("Delete “habits” here, or give the option another grade."),
    "Colleagues whom nobody plays may be slow or careful; they are never unsafe.",
    weak_option_case("grade: unsafe\nhabits: [minimal]\n"),
    weak_option_case("grade: unsafe\n"),
)
UNSAFE_JUDGEMENT: Final = Entry(
    "F041",
    "A red line by judgement alone",
    Severity.FIX,
    Phrase("An unsafe option makes a red line, and professional judgement alone never does."),
    Phrase("Cite the topic that says so, or make the grade poor."),
    "A red line says that the guidance of the day forbids it; it must be possible to show where.",
    weak_option_case("grade: unsafe\ncite: judgement\n"),
    weak_option_case("grade: poor\ncite: judgement\n"),
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

ENTRIES: Final = (
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
)
