"""What the commands that look after the record say: reports, exports, backups, people."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

YES = Phrase("yes")
YES_OR_NO = Phrase("(yes or no)")
PIN = Phrase("The trainer's PIN:")
SAY_YES = Phrase("Add --yes where nobody can be asked.")
NOT_DONE = Phrase("Nothing was done.")

NO_REPORT = Phrase("There is no report “{name}”.")
REPORTS_ARE = Phrase("There are: {names}; “{simulator} report” lists them all.")
NO_ROWS = Phrase("Nothing in the record fits.")
ENDS_FIRST = Phrase("The last day is before the first.")
NO_QUARTER = Phrase("“{quarter}” is not a quarter.")
QUARTERS_ARE = Phrase("Write it as 2026-Q3: July to September 2026.")
QUARTER_AND_DAYS = Phrase("A quarter has its own first and last day.")
ONE_OR_OTHER = Phrase("Give --quarter, or --from and --to.")
NOT_ON_TERMINAL = Phrase("A terminal cannot show {format}.")
SAY_OUT = Phrase("Name a file: --out report.{format}")
TABLE_IS_NO_FILE = Phrase("A file needs a form.")
SAY_FORMAT = Phrase("Add --format csv, xlsx, pdf, html or json.")
PLAYS_MARKED = Phrase("{done} of {of} plays marked again")
ROWS_SO_FAR = Phrase("{number} rows")
TURN_ROUND = Phrase("Turn --from and --to round.")

WHOLE = Phrase("Every chain holds, in {attempts} attempts.")
BROKEN = Phrase(
    "The record is not what was stored. Restore a backup, or keep this one for whoever looks into it."
)
BACKED_UP = Phrase("Backed up to {file}.")
BACKUP_HOLDS = Phrase("It holds names and what was typed, and the key that signs certificates: keep it safe.")
RESTORE_QUESTION = Phrase("Replace the whole record by the one in {file}?")
RESTORED = Phrase("The record is the one of {made}.")
BEFORE_RESTORE = Phrase("What was there before lies in {folder}.")

NOBODY = Phrase("The record knows nobody called “{name}”.")
NOBODY_REMEDY = Phrase("Write the name as it was given at sign-in; “{simulator} report R4” lists names.")
SEVERAL = Phrase("Several people are called “{name}”.")
SEVERAL_REMEDY = Phrase("Say which, by the first word: {several}.")
ONE_OF = Phrase("{learner} of {agency}")
HELD = Phrase("What the record holds about {name} ({learner})")
ERASE_QUESTION = Phrase("Erase {name} of {agency} for good?")
ERASED = Phrase("Erased: name, contact, phrase and {number} things typed. Counts and chains stay true.")
ERASED_ONE = Phrase("Erased: name, contact, phrase and {number} thing typed. Counts and chains stay true.")
IN_EXPORTS = Phrase("These exports were made since they came; they may be in them:")
IN_BACKUPS = Phrase("These backups may still hold them:")
PIN_HELP = Phrase("Set the trainer's PIN, which stands before names, exports and the console.")
NEW_PIN = Phrase("New PIN, four digits or more:")
NEW_PIN_AGAIN = Phrase("Once more:")
PINS_DIFFER = Phrase("The two are not alike.")
PIN_UNCHANGED = Phrase("Nothing was changed; try again.")
PIN_SET = Phrase("The PIN is set.")
NEW_PHRASE = Phrase("New words for {name}, shown only now; the old ones and remembered machines end:")
REDACTED = Phrase("What was typed with move {seq} of {attempt} is gone; the chain still holds.")
NO_AUDIT = Phrase("Nothing has left the record.")
AUDIT_HEADS: Final = (
    Phrase("When (UTC)"),
    Phrase("Who"),
    Phrase("What was done"),
    Phrase("To what"),
    Phrase("Asked for"),
    Phrase("Rows"),
)
