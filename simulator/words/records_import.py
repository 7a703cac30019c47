"""What is said while a CSV file is read into the record."""

from __future__ import annotations

from simulator.words import Phrase

NOT_READ = Phrase("The file cannot be read")
NOT_READ_MESSAGE = Phrase("{file}: {reason}.")
SAVE_AS_CSV = Phrase("In the program that made it, choose “save as”, and then “CSV UTF-8”.")
NO_SUCH_FILE = Phrase("there is no such file, or it may not be read")
IS_WORKBOOK = Phrase("it is a workbook and not a CSV file")
IS_NO_TEXT = Phrase("it is no text")
TOO_LARGE = Phrase("it is larger than {most} megabytes")
IS_EMPTY = Phrase("it holds nothing below its heads")
READ_AS_CP1252 = Phrase("The file is no UTF-8; it was read as Windows-1252. Look at names with accents.")
PARTED_BY = Phrase("Its cells are parted by {sign}.")
SIGN_SEMICOLON = Phrase("semicolons")
SIGN_TAB = Phrase("tabs")
NOT_KEPT = Phrase("Columns that the record has no place for were left out: {columns}.")

PLACE = Phrase("{file}:{line}:{column}: {message}")
UNCLOSED = Phrase("A quotation mark is opened here and never closed.")
TOO_MANY_CELLS = Phrase("This line has {found} cells; the heads name {wanted}.")
NO_COLUMN = Phrase("The column “{column}” is missing.")
TWO_COLUMNS = Phrase("“{first}” and “{second}” would both be “{column}”.")
NEEDED = Phrase("“{column}” is empty.")
NOT_A_DATE = Phrase("“{value}” is no date like 2026-09-30 or 30/09/2026.")
MONTH_FIRST = Phrase("“{value}” has its month first; days come first here, as in 30/09/2026.")
NOT_A_NUMBER = Phrase("“{value}” is no whole number from 0.")
NOT_YES_OR_NO = Phrase("“{value}” is neither yes nor no.")
NOT_ONE_OF = Phrase("“{value}” is none of: {choices}.")
NO_SUCH_PERSON = Phrase("The record knows nobody by the reference “{value}”.")
AGENCY_FOR_NEW = Phrase("{name} is new to the record and needs an agency.")
SEVERAL_PEOPLE = Phrase("{number} people of the record could be {name}; give the e-mail or the learner_ref.")
STANDS_TWICE = Phrase("{name} stands in line {line} already, and not with the same details.")
NO_WORKSHOP = Phrase("The record has no workshop “{workshop}” on {day}.")
NO_WORKSHOP_OF_ID = Phrase(
    "The record has no workshop “{workshop}”; name one by its id, or by title and day."
)
SEVERAL_WORKSHOPS = Phrase("{number} workshops are called so on {day}; give the id: {ids}.")
NO_CANCELLED_DAY = Phrase("A cancelled booking needs the day on which it was cancelled.")
NOT_CANCELLED = Phrase("A day of cancelling stands beside “{status}”.")
NO_REASON_NEEDED = Phrase("A reason for staying away stands beside “{status}”.")

UNKNOWN_AGENCY = Phrase("The board's profile has no agency “{agency}” (lines {lines}); it is kept as it is.")
BOOKED_THAT_DAY = Phrase("{number} bookings have no day they were made; the workshop's own day stands in.")
