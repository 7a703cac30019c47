"""Signing in: who somebody is, what is recorded, how the screen looks."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

TITLE = Phrase("Who are you?")
YOUR_NAME = Phrase("Your name")
YOUR_JOB = Phrase("What you do there (leave empty if you like)")
YOUR_EMAIL = Phrase("Work e-mail (leave empty if you like)")
PURPOSES: Final = (
    Phrase(
        "What is kept: your name and agency; what you do and your work e-mail, if you give them; which cases "
        "you saw through, and when."
    ),
    Phrase(
        "What for: to say who has trained, to give you a certificate, and to tell you when it runs out. Your "
        "agency's training lead and the board see it. Answers and marks are for you and your trainer."
    ),
    Phrase(
        "How long: {years} years after your last training. Ask your training lead to see all of it, or to be "
        "taken out."
    ),
)
"""Read before anything is given."""
NEXT = Phrase("Next >")
BACK = Phrase("< Back")
AGENCY_TITLE = Phrase("Which agency do you come from?")
OTHER_AGENCY = Phrase("Another one")
TYPE_AGENCY = Phrase("What is it called?")
RECORD_TITLE = Phrase("Record or practice?")
RECORD = Phrase("Record my completion for my board's training record")
PRACTICE = Phrase("Practice only; keep nothing of me")
PHRASE_TITLE = Phrase("Your words to come back")
YOUR_PHRASE = Phrase("Your words: {typed}")
PHRASE_HINT = Phrase(
    "Write them down. With them you find your place and your record again, on this machine or another in "
    "your "
    "workshop. They are shown only now."
)
WRITTEN_DOWN = Phrase("I have them")
COME_BACK_TITLE = Phrase("Your words")
COME_BACK_LABEL = Phrase("Type the words you were given")
HELLO = Phrase("Hello, {name}.")

SCREEN_TITLE = Phrase("How should the screen look?")
LOOKS: Final = {
    "dark": Phrase("Dark"),
    "light": Phrase("Light"),
    "high contrast": Phrase("High contrast"),
    "no colour": Phrase("No colour"),
}
LESS_MOVEMENT = Phrase("Less movement: everything is there at once, nothing blinks")
SCREEN_HINT = Phrase("Text too small? Make the terminal's letters larger, often with Ctrl and +.")
DONE = Phrase("Done")

WHOSE_MACHINE = Phrase("Whose computer is this?")
SHARED_MACHINE = Phrase("Others use it, too: forget me when I leave")
OWN_MACHINE = Phrase("My own: remember me here")
