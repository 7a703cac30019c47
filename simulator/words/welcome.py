"""What is said before anything is played: what this is, what is recorded, what it is not."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

NAME = Phrase("Working Together Simulator")
INVENTED = Phrase("Training only: every person here is invented")
ABOUT = Phrase(
    "You work a case with colleagues from other agencies: what to ask, share, refer, record and challenge. "
    "Afterwards you see, decision by decision, what the guidance of the day expected, and who knew what when."
)
NOTICES: Final = (
    (
        Phrase("Every person is invented"),
        Phrase(
            "Families, names and places are made up for each play. Never type the details of a real child, "
            "family or colleague."
        ),
    ),
    (
        Phrase("What is kept"),
        Phrase(
            "Your name, your agency and that you completed a case go to the board's training record. Your "
            "replies and your marks stay with this workshop. Practice only keeps nothing of you."
        ),
    ),
    (
        Phrase("The room is not confidential"),
        Phrase(
            "What somebody says here is passed on if a real child or adult may be at risk. {real} says "
            "what to "
            "do then."
        ),
    ),
    (
        Phrase("You can stop at any time"),
        Phrase(
            "The cases are about harm to children; nothing is shown, and each says beforehand what it "
            "touches. "
            "{out} steps out. Nobody asks why, and it never counts against you."
        ),
    ),
    (
        Phrase("England's law"),
        Phrase(
            "The guidance is England's, of the day on which the case plays. This is a training aid, not "
            "advice."
        ),
    ),
)
BEGIN = Phrase("Sign in and begin")
CARRY_ON = Phrase("Carry on with {title}")
YOU_WERE_AT = Phrase("You were at step {step} on {last}. Carry on?")
YOU_WERE_AT_STEP = Phrase("You were at step {step}. Carry on?")
COME_BACK = Phrase("I was here before: I have a phrase")
PRACTISE = Phrase("Practise without signing in")
RECORDS = Phrase("My training record")
LEAVE = Phrase("Leave")
WHAT_NOW = Phrase("What would you like to do?")
LOADING = Phrase("Working ...")

SUPPORT = Phrase("Somebody to talk to")
SUPPORT_LINE = Phrase("{name}: {number}. {whom}")
PLAY = Phrase("Play a case")
SOMEBODY_ELSE = Phrase("I am not {name}: forget me here")
