"""What a proof says: the copy of a case that a reviewer reads and signs."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

OPENING = Phrase(
    "A copy to be read by somebody who does this work, word for word as version {version}. Names in angle "
    "brackets are invented for each play."
)
SET_ON = Phrase("Set on")
EDITIONS = Phrase("Guidance of that day")
CLOCKS = Phrase("Timescales that are marked")
CUT = Phrase("Shorter version {cut}")
CUT_LEAVES = Phrase("{minutes} minutes; without {scenes}")
MINUTES = Phrase("Minutes")
NOTE = Phrase("Content note")
LEARNING = Phrase("To be learned")
PEOPLE = Phrase("Who takes part")
ABOUT_FAMILY = Phrase("The family, invented for each play")
AGED = Phrase("age {age}")
OF_ANY_SEX = Phrase("of any sex")
THE_FOCUS = Phrase("the case is about them")
PARENT_OF = Phrase("parent of {who}")
CHILD_OF = Phrase("child of {who}")
PARTNER_OF = Phrase("partner of {who}")
PLAYED = Phrase("a trainee's seat")
BY_HABIT = Phrase("a colleague whose habit is “{habit}”")
FACTS = Phrase("What is known, and who needs it")
TEXT = Phrase("In full")
HEADLINE = Phrase("headline")
FULL = Phrase("in full")
HELD = Phrase("Held by")
SOURCE = Phrase("Known how")
ABOUT = Phrase("About")
ONLY_IF_ASKED = Phrase("Told only when asked")
ASKED_AFTER = Phrase("the question is expected of those who have {facts}")
AT_ALL = Phrase("anybody may ask")
NEEDED_BY_NOBODY = Phrase("by nobody: passing it on is too much")
MAY_KNOW = Phrase("May know")
ANY_AGENCY = Phrase("any agency")
NEEDED = Phrase("Needed")
BEFORE = Phrase("before {moment}")
NEVER_TO = Phrase("Never to")
WEIGHT = Phrase("Sensitive or vital")
SCENE = Phrase("Scene: {scene}")
ONLY_IF = Phrase("Only if: {conditions}")
TELLS = Phrase("{who} is told {facts}")
STOP = Phrase("The room pauses")
WHY = Phrase("Why")
ADVICE = Phrase("Advice from {source}")
OPTION = Phrase("Option {option}")
GRADE = Phrase("Grade")
TEMPTING = Phrase("What tempts")
UNDER = Phrase("From {edition}")
UNDER_ONLY = Phrase("Under {edition} alone")
OFFERED_TO = Phrase("Can be passed to")
OFFERED = Phrase("Facts to choose among")
CAN_BE_ASKED = Phrase("Can be asked")
EXPECTED_OF = Phrase("{who} is expected to have {facts}")
UNSAFE = Phrase("Red line")
UNSAFE_MODE = Phrase("{person}: {modes}")
UNSAFE_PLACE = Phrase("{fact} in {places}")
NOT_TO_OPEN = Phrase("opening {results}")
PLACES = Phrase("Places to choose among")
RESULT = Phrase("Record {result}")
NOTHING_OPENED = Phrase("Right: nothing is opened")
STANDS = Phrase("Whose view stands")
DISSENT = Phrase("Reason for differing")
KEPT_OFF = Phrase("Kept off the family's copy")
LEVEL = Phrase("Right level")
HOW = Phrase("How soon, and how")
OPENNESS = Phrase("Open with")
BASIS = Phrase("Lawful basis")
REASON = Phrase("Reason offered")
PURPOSE = Phrase("Purpose offered")
RIGHT = Phrase("(right)")
WRITTEN = Phrase("Written down")
LEFT_OUT = Phrase("Left out")
JUDGEMENT = Phrase("Professional judgement; no rule is claimed.")
UNVERIFIED = Phrase("unverified: recalled, not seen on a page")
TRAINER_SENDS = Phrase("when the trainer sends it")
ENDINGS = Phrase("Endings and messages")
MESSAGE = Phrase("Message {inject}")
AFTERWARDS = Phrase("Afterwards")
PROMPTS = Phrase("Questions for the debrief")
SIGN = Phrase("Review")
ASKED = Phrase(
    "Is it true to the work and to its day? Is anything missing, unfair, unkind or unsafe? Is each rule what "
    "you know it to be? Write beside what should change."
)
LINES: Final = (
    Phrase("Name"),
    Phrase("Post and agency"),
    Phrase("Date"),
    Phrase("Agreed, or agreed with the changes marked"),
    Phrase("Signed"),
)
