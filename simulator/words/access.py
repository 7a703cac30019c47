"""What is said about who somebody is: signing in, resume phrases, the trainer's PIN."""

from __future__ import annotations

from simulator.words import Phrase

NOT_KNOWN = Phrase("Name and words do not fit together")
NOT_KNOWN_MESSAGE = Phrase("Nobody of that name has those words.")
NOT_KNOWN_REMEDY = Phrase(
    "Check the spelling of both. Your trainer can give you new words, and nothing you did is lost."
)

NO_PERSON = Phrase("No such person")
NO_PERSON_MESSAGE = Phrase("The record holds nobody called '{learner}', or they have been erased.")
DETAIL_TOO_LONG = Phrase("Too long to be kept")
DETAIL_TOO_LONG_MESSAGE = Phrase("'{field}' has more than {most} characters.")
AGENCY_MISSING = Phrase("No agency")
AGENCY_MISSING_MESSAGE = Phrase("The record counts by agency; say which you come from.")
NOT_AN_ADDRESS = Phrase("Not an e-mail address")
NOT_AN_ADDRESS_MESSAGE = Phrase("'{address}' does not look like one.")
LEAVE_EMPTY = Phrase("Correct it, or leave it empty.")

PIN_WEAK = Phrase("That PIN is too easy to guess")
PIN_WEAK_MESSAGE = Phrase("A PIN has {least} to {most} digits, not all alike and not in a row.")
PIN_WRONG = Phrase("That is not the PIN")
PIN_WRONG_MESSAGE = Phrase("The PIN is not the one that was set.")
PIN_WAIT = Phrase("Too many tries")
PIN_WAIT_MESSAGE = Phrase("After so many wrong PINs, the next is looked at in {wait}.")
PIN_NOT_SET = Phrase("No PIN has been set")
PIN_NOT_SET_MESSAGE = Phrase("Nobody has set a trainer's PIN for this record.")
SECOND = Phrase("{number} second")
SECONDS = Phrase("{number} seconds")
MINUTE = Phrase("{number} minute")
MINUTES = Phrase("{number} minutes")

NO_KEY = Phrase("The signing key cannot be read")
NO_KEY_MESSAGE = Phrase("{file} does not hold the key that certificates and run files are signed with.")
NO_KEY_REMEDY = Phrase("Restore it from a backup of the record. A new key would make old certificates fail.")
PIN_TITLE = Phrase("For trainers and training leads")
PIN_FIELD = Phrase("PIN; Enter goes on, Esc goes back")
