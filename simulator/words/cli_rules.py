"""What the command `guidance` says around the rules."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

ONE_QUESTION = Phrase("A query, --rule and --differences are three questions.")
ONE_QUESTION_REMEDY = Phrase("Ask one at a time.")
DUE_NEEDS_RULE = Phrase("--due-from needs --rule.")
DUE_NEEDS_RULE_REMEDY = Phrase("Search for a rule first: {simulator} guidance conference within days")
NO_TIMESCALE = Phrase("“{rule}” has no timescale on that day.")
NO_TIMESCALE_REMEDY = Phrase("Name a rule that has one, or a topic; search, for example: working days")
MOMENT_LIKE = Phrase("Write it as 2011-09-05, or with a time as 2011-09-05T14:30.")

ASK_FURTHER = Phrase(
    "Further: {simulator} guidance WORDS searches, --edition ID shows one, --differences A B compares two."
)
GLOSSARY = Phrase("{word} ({full})")
ONE_RULE = Phrase("{number} rule.")
RULES = Phrase("{number} rules.")
NO_RULES = Phrase(
    "No rule speaks of “{query}”. Try other words; {simulator} topics WORDS finds what rules are about."
)
NOTHING_THEN = Phrase("Nothing was in force on “{name}” that day.")
TOPIC = Phrase("Topic {topic}")
COMPARED = Phrase("{one} and {other}")
CHANGE = Phrase("{kind}: {title}")
KINDS: Final = {
    "new": Phrase("New"),
    "gone": Phrase("Gone"),
    "time": Phrase("Another time"),
    "force": Phrase("Another force"),
    "words": Phrase("Other words"),
}
SAYS_NOTHING = Phrase("{edition} says nothing on this.")
EXAMPLE = Phrase("One case, two answers: {question}")
NO_CHANGES = Phrase("They say the same.")
COUNTED = Phrase("{time}, from: {begins}; to: {ends}")
NO_NUMBER = Phrase("The guidance gives no number, so there is no moment to count to.")
DUE = Phrase("Due: {at}")
LATEST = Phrase("At the latest: {at}")
UNVERIFIED = Phrase("unverified: recalled, not seen on a page")
SOURCE = Phrase("{title} {url}")
INFERRED = Phrase("The page does not say of which edition it is; the edition is inferred.")
DATED = Phrase("Its dates: {because}.")
CAVEAT = Phrase("Mind: {caveat}")
NEVER_BY_DATE = Phrase("in force on no date")
SINCE = Phrase("since {begins}")
FROM_TO = Phrase("{begins} to {ends}")
