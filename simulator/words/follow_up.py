"""Asking again weeks after a training: in the app, on the sheet that is sent round, and who is due."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.words import Phrase

COMMAND = Phrase(
    "List who is to be asked again, 6 to 12 weeks after a training, or write a sheet to send round. It comes"
    " back with “records import follow-up”."
)
SHEET_OUT = Phrase("Write the sheet to this CSV file: a row for each person, the questions as its heads.")
NOBODY_DUE = Phrase("Nobody is due to be asked again.")
SHEET_WRITTEN_ONE = Phrase("{number} row in {file}.")
SHEET_WRITTEN = Phrase("{number} rows in {file}.")
SEND_EACH = Phrase(
    "Send everybody their own row only. Filled in, the sheet comes back with “{simulator} records import "
    "follow-up {file}”; the reference of each row is enough for that, and names can be deleted first."
)

QUESTION_HEAD = Phrase("{name}: {question} ({answers})")
SCALE = Phrase("1 not at all to 10 entirely")
TRUE_OR_NOT = Phrase("true or not true")
YES_OR_NO = Phrase("yes or no")
DID_IT = Phrase("Did you do the one thing that you wrote down?")
CONFIRMS = Phrase("For the manager: can you confirm that it was done?")
ANSWERED_ON = Phrase("On which day was this answered?")
AS_A_DAY = Phrase("as 30/09/2026")

TRUE_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("true", "t", "yes", "y", "right", "agree"), "true"),
    **dict.fromkeys(("not true", "untrue", "false", "f", "no", "n", "wrong", "disagree"), "not true"),
}
"""What people write beside a statement -> what it means."""
NO_REFERENCE = Phrase(
    "Nobody was asked by the reference “{value}”, or they have been erased: take the line out."
)
NOT_ON_SCALE = Phrase("“{value}” is no whole number from {least} to {most}.")
BEFORE_TRAINING = Phrase("{day} is before the training, on {held}.")
TO_COME = Phrase("{day} is still to come.")
CONFIRMS_WHAT = Phrase("The manager confirms, and nobody says whether it was done.")
STANDS_TWICE = Phrase("{reference} stands in line {line} already, and not with the same answers.")
NOT_ANSWERED_ONE = Phrase("{number} row has no answers yet.")
NOT_ANSWERED = Phrase("{number} rows have no answers yet.")
NO_DAY_ONE = Phrase("{number} row does not say when it was answered; today stands in.")
NO_DAY = Phrase("{number} rows do not say when they were answered; today stands in.")
OUTSIDE_ONE = Phrase("{number} row was answered outside 6 to 12 weeks: it is kept, and not counted in R8.")
OUTSIDE = Phrase("{number} rows were answered outside 6 to 12 weeks: they are kept, and not counted in R8.")
MEANT_NOTHING = Phrase("Lines {lines} say what became of an intention; as none was written, it is left out.")

TITLE = Phrase("{weeks} weeks ago: {title}")
SAYS = Phrase(
    "Has it lasted? One minute: the questions of that day once more, and what became of what you meant to do."
    " Best answered together with your manager."
)
PRIVATE = Phrase(
    "Your answers are counted with everybody's. No list and no file shows them beside your name, and they "
    "change nothing about your completion."
)
ANSWER = Phrase("Answer now")
LATER = Phrase("Ask me another time")
RATHER_NOT = Phrase("I would rather not; do not ask again")
QUESTIONS = Phrase("{title}: once more")
YOU_WROTE = Phrase("You wrote: {text}")
DID_YOU = Phrase("Did you do it?")
DONE = Phrase("Yes")
NOT_DONE = Phrase("Not yet")
MANAGER = Phrase("Does your manager confirm it?")
CONFIRMED = Phrase("Yes")
NOT_CONFIRMED = Phrase("No")
NOT_ASKED = Phrase("I have not asked")
THANKS = Phrase("Thank you. It is on the record.")
