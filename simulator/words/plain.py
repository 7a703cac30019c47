"""What plain mode says between the story's lines."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

AGAIN: Final = "again"
"""Typed to hear a question once more."""

CHOOSE = Phrase("Number, 1 to {of}:")
TYPE = Phrase("{label}:")
STANDS = Phrase("You typed before: {text}")
ENTER = Phrase("Press Enter.")
TRY: Final = "try"
"""Typed at a decision of the debrief to try it again."""
TRY_OR_GO_ON = Phrase("Press Enter to carry on, or type try to decide this again in a practice attempt.")
ENTER_TO_GO_ON = Phrase("Press Enter to carry on.")
NOT_UNDERSTOOD = Phrase("Type a number from 1 to {of}, again to read the choices once more, or help.")
NOT_UNDERSTOOD_WORD = Phrase("Type a word, or help.")
WORDS_HINT = Phrase("Type words and one of these to have it explained.")
SEES = Phrase("For the {role} alone. Type known to hear all that your agency knows.")
LOOK_AGAIN = Phrase("Everybody may look and listen again.")
WAITING = Phrase("The others are still deciding. Press Enter to look again.")
ANOTHER_CASE = Phrase("Another case")
CARRY_ON = Phrase("Carry on with “{title}”, at step {step}")
CARRY_ON_AT = Phrase("Carry on with “{title}”, at {table}")
KEPT = Phrase("Your place is kept. To carry on:")
RESUME = Phrase("{simulator} resume {attempt} --plain")
LAST_PART = Phrase(
    "That was the last part. Whoever signed in before the case finds it under “My training record”."
)
GOODBYE = Phrase("Goodbye.")
SCALE = Phrase("{least} ({low}) to {most} ({high}); Enter leaves it out:")
LEAVE_OUT = Phrase("Leave it out")
