"""Picking a case: the list, its filters, a case's card, and the seat to take."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

TITLE = Phrase("Which case?")
NONE = Phrase("No case fits. Take a filter away.")
NO_CASES = Phrase("There are no cases in the folders that are set.")
LINE = Phrase("{title} ({level}, {minutes} minutes, {year})")
BROKEN = Phrase("{title}: cannot be played")
BROKEN_WHY = Phrase("This case has a mistake, and its author can mend it: {why}")
UNREVIEWED = Phrase("Unreviewed: no practising lead has signed this case off yet.")
REVIEWED = Phrase("Reviewed by {by}.")
LEVELS: Final = {
    "introductory": Phrase("introductory"),
    "core": Phrase("core"),
    "advanced": Phrase("advanced"),
}
FILTER_LEVEL = Phrase("Level")
FILTER_MINUTES = Phrase("Time")
FILTER_ROLE = Phrase("Role")
FILTER_YEAR = Phrase("Year")
ALL = Phrase("all")
UP_TO = Phrase("up to {minutes} minutes")
FILTERED = Phrase("{shown} of {of} cases")

CONTENT_NOTES = Phrase("It touches on: {notes}.")
ABOUT = Phrase("{level}, about {minutes} minutes. Set on {date}.")
EDITIONS = Phrase("Guidance: {editions}.")
WHICH_CUT = Phrase("How long have you got?")
WHOLE = Phrase("The whole case, about {minutes} minutes")
CUT = Phrase("A shorter version, about {minutes} minutes")
WHICH_SEAT = Phrase("Which role do you take?")
SEAT = Phrase("{role}, {agency}")
ALL_ROLES = Phrase("All roles at one screen: a table plays together")
TABLE_NAME = Phrase("What is your table called?")
A_TABLE = Phrase("Table")
BRIEF_TITLE = Phrase("You are the {role}")
ENTER = Phrase("Enter the case >")
OTHER_CASE = Phrase("< Another case")
BACK = Phrase("< Back")
SIMULATED = Phrase("The other roles act by themselves.")

FILTER = Phrase("{name}: {value}")
ROLES = Phrase("Roles: {roles}.")
