"""What the debrief says around the case's own words: no blame, no hindsight."""

from __future__ import annotations

from simulator.words import Phrase

HOW_ARE_YOU = Phrase("Before anything else: how are you? One line each, before any number.")
OUT_OF_ROLE = Phrase(
    "Say your own name, and one thing that is different between you and the part you played."
)
SUPPORT = Phrase("{name}: {number}, for {when}")
SUPPORT_PLAIN = Phrase("{name}: {number}")
INVENTED = Phrase(
    "Everybody in this case is invented. A real worry goes to your own agency's procedure, today."
)
REACHED_NOT = Phrase("{fact} — not to {to}")
PASSED_OVER = Phrase("{fact} — to {to}")
ASKED_NOT = Phrase("{holder} was not asked, or not for what was needed")
KNEW_LITTLE = Phrase("You knew {known} of the {all} pieces that somebody held.")
PROMPTS = (
    Phrase("Who spoke most, and who had something to say and did not?"),
    Phrase("Who deferred to whom, and why?"),
    Phrase("Whose word counted, and what made it count?"),
    Phrase("Where was the child in our talk?"),
)
ONE_THING = Phrase("One thing I will do differently: what, and by when?")

TITLE = Phrase("Debrief: {title}")
UNREVIEWED = Phrase("This case has not been signed off by a practising lead.")
MARKED_BY = Phrase("Marked by the guidance in force on {date}.")
AS_IF = Phrase("As if marked on {date}; it was played on {played}.")
PART_0 = Phrase("How are you?")
PART_1 = Phrase("Who knew what when")
PART_2 = Phrase("Decision by decision")
PART_3 = Phrase("Clocks")
PART_4 = Phrase("The Index: who looked, and why")
PART_5 = Phrase("Stop and look again")
PART_6 = Phrase("What this play gave evidence of")
PART_7 = Phrase("On another date")
PART_8 = Phrase("The best line")
PART_9 = Phrase("Talk about it together")
PART_10 = Phrase("Afterwards")
HELD = Phrase("{when} {who} held it from the start.")
HAD_THEN = Phrase("{when} {who} had it, first-hand.")
LEARNED_FROM = Phrase("{when} {who} learned it from {source} ({how}).")
LEARNED_HEADLINE = Phrase("{when} {who} learned the headline from {source} ({how}).")
LEARNED_MEETING = Phrase("{when} {who} learned it at the meeting.")
LEARNED_STORY = Phrase("{when} {who} learned it.")
STAYED_PUT = Phrase("{when} It could have gone from {holder} to {needed_by}, and stayed where it was.")
NEVER_REACHED = Phrase("It never reached {who}.")
TOLD_OF = Phrase("{when} {person}: {mode}, by {by}.")
TOLD_HOW = {
    "ask": Phrase("asked first"),
    "tell": Phrase("told"),
    "agree who tells": Phrase("to be told as the agencies agree"),
    "do not tell": Phrase("not told for now"),
}
"""How open somebody was with a person."""
TOLD_TITLE = Phrase("What the family was told")
KNOWN_THEN = Phrase("What you knew then:")
KNOWN_SINCE = Phrase("What you knew then, besides what you knew at your decision before:")
KNOWN_SAME = Phrase("What you knew then: what you knew at your decision before.")
MADE_HARD = Phrase("What made it hard:")
ADVICE_TAKEN = Phrase("Advice you took: {advice}")
CHOSEN = Phrase("What you did:")
GUIDANCE = Phrase("What the guidance of that date says:")
RULE = Phrase("{force}: {text} ({come_from}{reference})")
RULE_SOURCE = Phrase("Source: {title}")
UNVERIFIED = Phrase("unverified: recalled, not seen on a page")
JUDGED = Phrase("Professional judgement: no rule is claimed here.")
MARKS = Phrase("Marks: {earned} of {possible}")
MARKS_LOST = Phrase("Marks: {earned} of {possible}; {loss} less than the best that was still open")
TABLE_LOST = Phrase("The meeting's decision closed off {loss} more; that is the table's, not yours.")
BETTER = Phrase("A line that would have kept more open:")
STAYED_HERE = Phrase("Needed, and stayed: {facts}")
PASSED_NEEDLESSLY = Phrase("Passed, and not needed: {facts}")
CLOCK_LINE = Phrase("{title}: {verdict}.")
CLOCK_WORDS = {
    "met": Phrase("in time"),
    "late": Phrase("late"),
    "missed": Phrase("not done by then"),
    "not counted": Phrase("not counted in this case"),
}
NO_CLOCKS = Phrase("No timescale ran in this play.")
RED_LINE = Phrase("{who}: {line}")
RED_LINE_AT = Phrase("{who}: {line}, where it was asked: {question}")
NO_RED_LINES = Phrase("Nothing here.")
COMPETENCY = Phrase("{name}: {earned} of {possible}")
NOT_EVIDENCED = Phrase("{name}: not evidenced in this play")
NO_BAND = Phrase(
    "Too few decisions for a band: luck alone could look the same. Talk about each of them by itself."
)
INDEX_LINE = Phrase("{when} {who}: {purpose} Opened: {opened}")
OTHER_LINE = Phrase("{who}, {scene}: {then} of {possible_then} instead of {now} of {possible}. {why}")
NOTHING_OTHER = Phrase("Nothing would be marked differently.")
AFTER_NOTE = Phrase(
    "Any of these can be what had happened. What you decided was right or not on what was known."
)
DRAWN = Phrase("This time: {text}")
NOT_EXACT = Phrase("This case is too large to work out exactly, so no losses are shown.")
"""Shown where the solver gave bounds."""
