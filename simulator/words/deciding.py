"""What is said while a decision is made: the choices beside the options, the buttons, the confirm step."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

ASK_FIRST = Phrase("Ask {source} first")
ASK_FIRST_TAKES = Phrase("Ask {source} first ({takes})")
DECIDE_NOW = Phrase("Decide now")
VIEW_HINT = Phrase("Everybody gives a view at the same time; then the decision stands.")
TYPE_OWN = Phrase("Type a reply of your own")
TYPE_LABEL = Phrase("Your reply")
TYPE_HINT = Phrase("Type what you would say or do. You then confirm which of the choices it comes to.")
FIND = Phrase("Find the choice it comes to")
SHOW_CHOICES = Phrase("Show the choices")
YOU_TYPED = Phrase("You typed: {typed}")
WHICH_ONE = Phrase("Which of these do you mean? Nothing is decided until you say so.")

PART = Phrase("page {part} of {parts}")
AMOUNTS: Final = {"": Phrase("kept"), "headline": Phrase("headline"), "full": Phrase("in full")}
TICKED = Phrase("{ticked} ticked of {of}")
NEXT = Phrase("Next >")
BACK = Phrase("< Back")
CHANGE = Phrase("< Change it")
KEEP = Phrase("Keep to myself")

ABOUT_TO = Phrase("Before you decide, read it once more:")
WHY = Phrase("Why? One sentence, if you like")
TYPED_GOES = Phrase("What you typed is kept with it. Why? Add it, if you like")
IF_OVERRULED = Phrase("If the meeting decides otherwise, this is written down: {reason}")
DO_THIS = Phrase("Do this")
GIVE_VIEW = Phrase("Give this view")
SEND_ONE = Phrase("Send 1")
SEND = Phrase("Send {number}")
ASK = Phrase("Ask")
ASK_NOBODY = Phrase("Ask nobody")
REFER = Phrase("Refer")
NO_REFERRAL = Phrase("Do not refer")
WRITE = Phrase("Write it down")
WRITE_NOTHING = Phrase("Write nothing down")
SEARCH = Phrase("Search")
DO_NOT_SEARCH = Phrase("Do not search")
STILL_OPEN = Phrase("Not said yet: {what}.")
NOT_WRITTEN = Phrase("A line of which that is not said is not written down.")
SOMEBODYS_WORDS = Phrase("Somebody's words, talk and views go marked as what they are.")
LOOKS_REAL = Phrase(
    "Stop: this looks like {kinds}. Take out anything that is real. Press once more if it is invented."
)
