"""What is said in the case room: the transcript, the forms, who sees what."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

ROLE_NAME = Phrase("{name}, {title}")
DOCTORS = ("gp", "family doctor", "general practitioner", "paediatrician", "doctor", "psychiatrist")
"""Titles whose holders are called Dr."""

OF_THE_BOARD = Phrase("this board's own rule")
CHOSE = Phrase("{text}")
SHARED_NOTHING = Phrase("Kept it: nothing was passed on.")
SHARED = Phrase("Passed to {to}: {facts}")
FACT_IN_FULL = Phrase("{fact}")
FACT_HEADLINE = Phrase("{fact} (in short)")
ONE_OF_SEVERAL = Phrase("- {fact}")
OPEN_WITH: Final = {
    "ask": Phrase("{person} is asked first."),
    "tell": Phrase("{person} is told."),
    "agree who tells": Phrase("The agencies agree who tells {person}, and when."),
    "do not tell": Phrase("{person} is not told for now."),
}
"""How open one is with a person about what is passed on."""
BASIS = Phrase("On what ground: {basis}")
REASON = Phrase("Reason: {reason}")
ASKED = Phrase("Asked {to}: {purpose}")
ASKED_NOBODY = Phrase("Asked nobody.")
NO_REFERRAL = Phrase("Decided not to refer.")
REFERRED = Phrase("Referred to {to}: {level}, {urgency}, {route}.")
REFERRED_PLAIN = Phrase("Referred to {to}: {level}, {route}.")
RECORDED = Phrase("Wrote down as {label}, in {place}: {fact}")
RECORDED_NOTHING = Phrase("Wrote nothing down.")
LOOKED_UP = Phrase("Looked in the Index: {purpose} Opened: {result}")
LOOKED_UP_NOTHING = Phrase("Opened nothing in the Index.")
INDEX_MARK = Phrase("Added to the record: {mark}.")
BROUGHT = Phrase("Brought to the meeting: {facts}")
BROUGHT_NOTHING = Phrase("Brought nothing to the meeting.")
VIEW = Phrase("View: {text}")
STANDS = Phrase("The meeting decides: {text}")
DISSENT = Phrase("A view that differs is recorded: {reason}")
LEARNED = Phrase("{to} now knows: {fact}")
DECLINED = Phrase("{role} does not answer the request.")
ADVICE = Phrase("{source}: {says}")
STOP = Phrase("Think it over, alone or together: {prompt}")
TRAINER_WORDS = Phrase("The trainer writes.")
TOOK_SEAT = Phrase("Somebody plays {role} again.")
LEFT_SEAT = Phrase("{role} is played by habit from here.")
STEPPED_OUT = Phrase("Somebody stepped out. That is always all right.")
