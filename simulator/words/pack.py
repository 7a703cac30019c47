"""What stands in printed role packs, observer sheets and facilitator's guides, and beside the command."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.words import Phrase

TITLE = Phrase("{title}: for the table")
FOOT = Phrase(
    "A training aid about invented people, and not advice. Never say or write anything about a real child, "
    "family or colleague. Anybody may step out at any time, without a word."
)

# --- a role's page -----------------------------------------------------------------------------------------

ROLE = Phrase("{role} · {agency}")
CASE_DAY = Phrase("{title} · {day}")
WHO_YOU_ARE = Phrase("Who you are")
NO_BRIEF = Phrase("You are the {role}.")
WHAT_YOU_HOLD = Phrase("What you hold")
HOLD_NOTHING = Phrase("Nothing yet. What you hold is what you ask for, and what you are told.")
COMES_TO_YOU = Phrase("What comes to you on the way")
COMES_WHEN = Phrase(
    "Fold this part back. Read a line of it when the story comes to it; until then nobody knows it."
)
SENSITIVE = Phrase("{kind}, sensitive")
IN_SHORT = Phrase("In short: {text}")
NOT_YOURS = Phrase("What you may not know")
NOT_YOURS_WHY = Phrase(
    "Others hold pieces that you cannot see: {roles}. Nobody passes anything on unless they decide to. You "
    "may ask, and say what for. Keep this page to yourself; say aloud only what you decide to pass on."
)
DUTIES = Phrase("What binds you on this day")
NO_DUTIES = Phrase("No rule of this day that the case rests on speaks to your post. Your judgement does.")
ADVICE = Phrase("Whom you may ask for advice")
WHO_IS_WHO = Phrase("Who is who")

# --- an observer's sheet -----------------------------------------------------------------------------------

OBSERVER = Phrase("Observer's sheet")
OBSERVER_HOW = Phrase(
    "Sit where you can see everybody. Say nothing until the debrief. Write what you saw and heard, and not "
    "what you think of anybody."
)
WATCHED: Final[Mapping[Phrase, Phrase]] = {
    Phrase("The child's voice"): Phrase(
        "When was a child's own wish, words or way of showing something first brought in? By whom? What "
        "became of it?"
    ),
    Phrase("Challenge"): Phrase(
        "Who asked how somebody knew? Who disagreed, how, and what was done with it?"
    ),
    Phrase("Jargon"): Phrase("Which words needed explaining? Who asked? Who went on without knowing?"),
    Phrase("Silence"): Phrase("When did it go quiet? Who had something that they did not say?"),
}
TALLY = Phrase("Who spoke, who deferred, whose word counted")
TALLY_HEADS: Final = (
    Phrase("Seat"),
    Phrase("Spoke (a stroke each time)"),
    Phrase("Gave way to"),
    Phrase("Their word counted when"),
)
CHILDS_WORDS = Phrase("A child's own words that are somewhere in this room")
CHILDS_WORDS_HEADS: Final = (Phrase("The words"), Phrase("Said aloud at"), Phrase("By"))
TO_SAY = Phrase("One thing you will say in the debrief")

# --- the facilitator's guide -------------------------------------------------------------------------------

GUIDE = Phrase("Facilitator's guide")
AT_A_GLANCE = Phrase("At a glance")
LEVEL = Phrase("Level")
MINUTES = Phrase("Minutes")
WHOLE_AND_CUTS = Phrase("{minutes} to play; {cuts}")
A_CUT = Phrase("{minutes} in the cut “{cut}”")
SET_ON = Phrase("Set on")
GUIDANCE = Phrase("Guidance of that day")
SEATS = Phrase("Seats, and how many decisions each makes")
SEAT = Phrase("{role} {decisions}")
REVIEW = Phrase("Reviewed")
UNREVIEWED = Phrase("Not yet signed off by somebody who does this work.")
REVIEWED = Phrase("{by}, {on}")
MARKS = Phrase("Marks")
BEST_AND_GUESSING = Phrase("{best} at most; {guessing} by guessing. No pass mark, no ranking.")
SECURE = Phrase("Guessing at every field is “secure” no more than once in {plays} plays.")
TO_LEARN = Phrase("What it is for")
NOTES = Phrase("From the author")
BEFORE = Phrase("Before the room fills")
CONTENT_NOTES = Phrase("Content notes")
CONTENT_NOTES_HOW = Phrase("Send these with the invitation and read them aloud at the start: {notes}.")
NO_CONTENT_NOTES = Phrase("none")
BEFORE_POINTS: Final = (
    Phrase("Print one role page for each seat, this guide for you, and a sheet for each observer."),
    Phrase("Mix the agencies at each table on purpose. Nobody has to play a part that is close to home."),
    Phrase("Say that the room is not confidential: worrying practice may have to be taken further."),
    Phrase("Say how to step out, and that it never counts against anybody. Have a second person outside."),
    Phrase("If somebody tells you of a child in danger now, stop and act; it is not part of the game."),
)
SUPPORT = Phrase("Support lines")
SUPPORT_LINE = Phrase("{number}, for {whom}")
PATTERN = Phrase("The time you have")
PATTERN_WHY = Phrase(
    "The usual pattern takes 90 minutes and leaves 40 for play. This case takes {minutes}: allow {total}."
)
PATTERN_CUT = Phrase("With the cut “{cut}” ({minutes} minutes) allow {total}.")
PATTERN_CAPTION = Phrase("From the first chair to the last")
PATTERN_HEADS: Final = (Phrase("What"), Phrase("Minutes"), Phrase("How"))
PATTERN_ROWS: Final = (
    (Phrase("Sign in, safety, questions before"), 10, Phrase("Content notes, how to step out, seats.")),
    (Phrase("Play"), 40, Phrase("With the stops below. Reason first, then what comes of it.")),
    (Phrase("Alone"), 5, Phrase("Each writes down one thing. No talk.")),
    (Phrase("Debrief, then all tables together"), 25, Phrase("How are you? Then who knew what, and when.")),
    (
        Phrase("Questions after, leaving the part"),
        10,
        Phrase("Your own name again, and one thing you will do."),
    ),
)
PLAY_PHASE: Final = 1
"""Which row of the pattern is the play."""
ORDER = Phrase("Running order")
ORDER_WHY = Phrase(
    "Minutes are a guide, shared out over the best line. Scenes in brackets come only in some plays."
)
ORDER_SCENE, ORDER_WHO = Phrase("Scene"), Phrase("Who decides")
ORDER_WHOLE, ORDER_STOP = Phrase("Whole"), Phrase("Stop")
NOBODY = Phrase("nobody; it is read out")
YES = Phrase("stop")
ONLY_IF = Phrase("({scene})")
ON_THE_WAY = Phrase("What comes on the way")
ON_THE_WAY_HOW = Phrase(
    "Nobody holds these at first. When the scene comes, whoever has the line on a folded page reads it; a "
    "seat without one is told by you, quietly. In brackets: only in some plays."
)
ON_THE_WAY_HEADS: Final = (Phrase("Scene"), Phrase("Comes to"), Phrase("What"))
ONCE_DECIDED = Phrase("{scene}, once decided")
BY_MESSAGE = Phrase("(message: {message})")
SCENE = Phrase("{number}. {question}")
SCENE_READ = Phrase("{number}. Read out")
SCENE_WHO = Phrase("{roles}, about {minutes} minutes. In the file: {scene}.")
SCENE_WHO_IF = Phrase("{roles}. Only in some plays. In the file: {scene}.")
STOP = Phrase("Stop, and ask")
RIGHT = Phrase("Right")
ALSO_RIGHT = Phrase("Good enough")
TEMPTS = Phrase("Likely, and wrong")
RED = Phrase("Red line")
TEMPTING = Phrase("“{text}” What tempts: {tempting} But: {why}")
NOT_TEMPTING = Phrase("“{text}” {why}")
WHY = Phrase("Why")
ADVICE_SAYS = Phrase("If they ask {source}")
RULES = Phrase("Rests on")
JUDGEMENT = Phrase("professional judgement; no rule is claimed")
PASSED = Phrase("{to}: {facts}")
IN_FULL = Phrase("{fact}")
AS_HEADLINE = Phrase("{fact} (a headline)")
NOTHING_TO = Phrase("nobody needs anything here; keeping it is the answer")
TO_PASS = Phrase("What is needed")
TO_BRING = Phrase("What each seat should bring")
STAYS = Phrase("Likely, and not needed")
PASSING = Phrase("{fact} If {to} hear it.")
NOT_ASKED = Phrase("Likely, and not needed from")
OPENNESS = Phrase("Being open")
OPEN = Phrase("{person}: {mode}")
BASIS = Phrase("Ground")
GROUND = Phrase("{ground} ({law})")
REASON = Phrase("Reason")
ASKED = Phrase("Whom to ask")
ASKED_FOR = Phrase("For what")
LEVELS = Phrase("Level")
HOW_SOON = Phrase("How soon")
WRITTEN = Phrase("In the record")
WRITTEN_AS = Phrase("{fact}: {label}, in {place}")
LEFT_OUT = Phrase("Left out")
UNSAFE_PLACE = Phrase("{fact} in {place}")
RESULT = Phrase("The record to open")
NO_RECORD = Phrase("none of them")
NEVER_OPEN = Phrase("opening {result}")
SEARCH_FOR = Phrase("Purpose of the search")
INJECTS = Phrase("Messages you may send")
INJECTS_WHY = Phrase("They move nothing and mark nothing. Send one when a table is too sure, or too quiet.")
INJECT_HEADS: Final = (Phrase("Message"), Phrase("To"), Phrase("When"), Phrase("Words"))
WHEN_YOU_LIKE = Phrase("when you like")
BY_ITSELF = Phrase("by itself: {conditions}")
ENDINGS = Phrase("How it can end")
ENDINGS_WHY = Phrase(
    "An ending is what became of the children, and not a mark. Guessing ends here in so many plays out of a "
    "hundred."
)
ENDING_HEADS: Final = (Phrase("Ending"), Phrase("By guessing"), Phrase("Words"))
AFTERWARDS = Phrase("What may come out afterwards")
AFTERWARDS_WHY = Phrase("One of these is drawn after the last decision. All are shown last. No mark changes.")
DEBRIEF = Phrase("Debrief")
DEBRIEF_FIRST = Phrase("First, before any number: how are you? One line each. Then, in this order:")
DEBRIEF_OWN = Phrase("Who knew what, and when? Where did a piece stay that somebody needed?")
DEBRIEF_ROOM = Phrase("Who spoke, who gave way, and which agency's word counted?")
DEBRIEF_LAST = Phrase("Last: leave the part, say your own name, and one thing you will do on Monday.")
HERE = Phrase("Here, at your board")
HERE_WHY = Phrase(
    "As the profile of {board} has it, with the names of {day}. Yours is another? Name its profile in the "
    "setting “board” and print again."
)
THRESHOLDS = Phrase("What a level of referral is called here, and when it is meant")
THRESHOLD_HEADS: Final = (Phrase("In the case"), Phrase("Here"), Phrase("Meant when"))
ALSO_TAKEN = Phrase("Counts as right here too: {names}.")
LADDER = Phrase("When agencies cannot agree, step by step; the child is kept safe meanwhile")
LADDER_HEADS: Final = (Phrase("Step"), Phrase("Who"), Phrase("Within"), Phrase("The board"))
IS_TOLD = Phrase("is told")
OFFICERS: Final[Mapping[str, Phrase]] = {
    "lead officer": Phrase("Lead officer"),
    "lead member": Phrase("Lead member"),
}
ADVISERS = Phrase("Whom to ask for advice, and for whom they are there")
SERVICES = Phrase("Who ran the services of this case on that day")
CITED = Phrase("The rules this case rests on")
CITED_WHY = Phrase("In our words, as they stood on {day}. “Unverified” was recalled and not seen on a page.")
UNVERIFIED = Phrase("unverified")

LEVELS_OF: Final[Mapping[str, Phrase]] = {
    "introductory": Phrase("introductory"),
    "core": Phrase("core"),
    "advanced": Phrase("advanced"),
}

# --- the course map ----------------------------------------------------------------------------------------

MAP_CASES: Final = (
    Phrase("Case"),
    Phrase("Level"),
    Phrase("Minutes"),
    Phrase("Set on"),
    Phrase("Working Together"),
    Phrase("Content notes"),
)
MAP_AGENCIES: Final = (Phrase("Agency"), Phrase("Seats, and how many decisions each makes"))
MAP_COMPETENCIES: Final = (Phrase("Competency"), Phrase("Cases, and in how many decisions"))
MAP_SEAT = Phrase("`{case}` {role} ({decisions})")
HELP_COURSES = Phrase("Print the course map: which case for which agency, level and competency.")

# --- the command -------------------------------------------------------------------------------------------

HELP = Phrase("Print a case for the table: a page for each role, an observer's sheet, a facilitator's guide.")
HELP_HTML = Phrase("Write a page that can be printed.")
HELP_PDF = Phrase("Write a PDF.")
HELP_ROLE = Phrase("Only this role's page; may be said more than once.")
HELP_SEED = Phrase("The family to print; play with the same seed.")
WRITTEN_TO = Phrase("Written to {file}.")
