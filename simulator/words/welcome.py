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
    Phrase("Every person here is invented. Never type the details of a real child, family or colleague."),
    Phrase(
        "Kept for the board: your name, agency, and that you completed a case. Replies and marks stay with "
        "this workshop; practising keeps nothing of you."
    ),
    Phrase(
        "The room is not confidential where somebody may be at risk. {real} says what to do about a real "
        "child."
    ),
    Phrase(
        "The cases are about harm to children; none is shown. {out} steps out: nobody asks why, and it never "
        "counts against you."
    ),
    Phrase("England's law, of the day on which a case plays. This is a training aid, not advice."),
)
BEGIN = Phrase("Sign in and begin")
YOU_WERE_AT = Phrase("Carry on? You were at step {step} on {last}: {title}")
TABLE_WAS_AT = Phrase("Carry on? {table} played on {last}: {title}")
YOU_WERE_AT_STEP = Phrase("Carry on? You were at step {step}: {title}")
COME_BACK = Phrase("I was here before: I have my words")
PRACTISE = Phrase("Practise without signing in")
TRAINERS = Phrase("For trainers and training leads")
RECORDS = Phrase("My training record")
LEAVE = Phrase("Leave")
WHAT_NOW = Phrase("What would you like to do?")

SUPPORT = Phrase("Somebody to talk to")
SUPPORT_LINE = Phrase("{name}: {number}, for {whom}")
PLAY = Phrase("Play a case")
SOMEBODY_ELSE = Phrase("I am not {name}: forget me here")
