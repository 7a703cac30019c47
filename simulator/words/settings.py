"""What is said about settings, folders and the settings file."""

from __future__ import annotations

from simulator.words import Phrase

FILE_UNREADABLE = Phrase("The settings file cannot be read")
FILE_REASON = Phrase("{file}: {reason}.")
TOO_LARGE = Phrase("it is far too large for a settings file")
MEND_FILE = Phrase("Correct it in a text editor, or move it away to use the settings as they came.")

UNUSABLE = Phrase("A setting cannot be used")
UNKNOWN = Phrase("{file} names a setting '{name}' that does not exist.")
DID_YOU_MEAN = Phrase("Did you mean '{name}'?")
KNOWN = Phrase("The settings are: {names}.")
WRONG_KIND = Phrase("'{name}' ({source}) is not {kind}.")
CHANGE_IT = Phrase("Change it there, or leave it out.")

DATABASE_KIND = Phrase("The record is kept in SQLite or PostgreSQL, and '{name}' ({source}) names neither.")
DATABASE_EXAMPLE = Phrase("For example: sqlite:///record.db or postgresql+psycopg://user@server/name.")

KIND_TEXT = Phrase("a text")
KIND_LIST = Phrase("a list of texts")
KIND_SWITCH = Phrase("true or false")
KIND_YEARS = Phrase("a number of years from 1 to {most}")
KIND_CHOICE = Phrase("one of {choices}")

NO_FOLDER = Phrase("The folder for the record cannot be used")
NO_FOLDER_REASON = Phrase("{folder}: {reason}.")
NAME_FOLDER = Phrase("Name a folder of your own in SIMULATOR_HOME, for example: SIMULATOR_HOME=~/simulator")

FROM_FLAG = Phrase("flag")
FROM_DEFAULT = Phrase("as it came")
