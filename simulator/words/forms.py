"""What the forms of a decision ask, page by page."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

SOURCES: Final = {
    "seen": Phrase("fact"),
    "said": Phrase("said"),
    "reported": Phrase("reported"),
    "hearsay": Phrase("hearsay"),
    "opinion": Phrase("opinion"),
    "record": Phrase("record"),
}
"""What kind of thing a fact is, by its source."""

NO_OPTION = Phrase("a choice")
DISSENT_TITLE = Phrase("If the meeting decides otherwise, what is to be written down?")
DISSENT_HINT = Phrase("A view that differs is recorded with its reason. It changes no marks.")
NO_DISSENT = Phrase("Nothing; I go along with what is decided.")

TO_WHOM = Phrase("Who gets something from you?")
TO_WHOM_HINT = Phrase("Tick those to whom you pass something on. Keeping it to yourself is a decision, too.")
WHAT_TO = Phrase("What do you pass to {to}?")
WHAT_HINT = Phrase("Ask of each line: do they need it to keep a child safe? A headline may be enough.")
BRING = Phrase("What do you bring to the meeting?")
BRING_HINT = Phrase("The others see it once everybody has brought what they bring.")
NOTHING_HELD = Phrase("You know nothing that could be passed on here.")
OPENNESS = Phrase("How open are you with {person} about it?")
OPENNESS_HINT = Phrase("Being open is the rule, unless it would put somebody at risk.")
NO_OPENNESS = Phrase("how open you are with {person}")
BASIS = Phrase("On what ground do you decide this?")
NO_BASIS = Phrase("the ground")
REASON = Phrase("Why do you decide it this way?")
NO_REASON = Phrase("the reason")
MODES: Final = {
    "ask": Phrase("Ask first whether they agree"),
    "tell": Phrase("Tell them that you do it, without asking"),
    "agree who tells": Phrase("Agree with the other agencies who tells them, and when"),
    "do not tell": Phrase("Do not tell them for now"),
}

LEVEL = Phrase("Do you refer, and as what?")
NO_LEVEL = Phrase("whether you refer")
LEVELS: Final = {
    "none": Phrase("No referral"),
    "early help": Phrase("Early help, with the family's agreement"),
    "child in need": Phrase("A child in need"),
    "child protection": Phrase("Child protection: significant harm is suspected"),
    "immediate": Phrase("Immediate protection: danger now"),
}
LEVEL_HERE = Phrase("{level} (here: {name})")
"""With what the board calls it."""
URGENCY = Phrase("How soon?")
NO_URGENCY = Phrase("how soon")
URGENCIES: Final = {
    "at once": Phrase("At once"),
    "same day": Phrase("Today"),
    "next working day": Phrase("On the next working day"),
    "within a week": Phrase("Within a week"),
}
ROUTE = Phrase("By what route?")
NO_ROUTE = Phrase("the route")
ROUTES: Final = {
    "phone then writing": Phrase("By telephone, then in writing"),
    "phone only": Phrase("By telephone only"),
    "writing only": Phrase("In writing only"),
}

ASK_WHOM = Phrase("Whom do you ask?")
ASK_HINT = Phrase("Tick those you ask. Each is asked for a purpose; asking nobody is a decision, too.")
ASK_FOR = Phrase("What do you ask {role} for?")
ASK_FOR_HINT = Phrase("Say what it is for, so that they can judge what you need.")
NO_PURPOSE = Phrase("what it is for")

INDEX_PURPOSE = Phrase("What do you search the Index for?")
INDEX_HINT = Phrase("Every search is logged with its purpose. The Index holds no case notes.")
NO_SEARCH = Phrase("I do not search it.")
INDEX_RESULTS = Phrase("Which record do you open?")
INDEX_RESULTS_HINT = Phrase("It shows who works with a child and how to reach them, and nothing else.")
INDEX_NONE = Phrase("None of these")
NO_RESULT = Phrase("which record")
INDEX_MARK = Phrase("What do you add to the record?")
INDEX_MARKS: Final = {
    "contact": Phrase("My name and how to reach me"),
    "information": Phrase("That I have information to share"),
    "": Phrase("Nothing"),
}

WRITE = Phrase("What do you write down?")
WRITE_HINT = Phrase("Tick what belongs in a record. Next you say of each line what it is and where it goes.")
AS_WHAT = Phrase("As what?")
LABELS: Final = {
    "fact": Phrase("Fact: seen or measured"),
    "said": Phrase("Said: somebody's own words"),
    "opinion": Phrase("Opinion: what I make of it"),
    "hearsay": Phrase("Hearsay: told by somebody who was not there"),
}
NO_LABEL = Phrase("what a line is")
WHERE = Phrase("Where?")
NO_PLACE = Phrase("where a line goes")
