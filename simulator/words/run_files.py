"""What is said about run files: a table's play in one file."""

from __future__ import annotations

from simulator.words import Phrase

NOT_WHOLE = Phrase("The run does not hold")
NOT_WHOLE_REMEDY = Phrase("Ask the table to export it again from their own laptop.")
WRONG_VALUES = Phrase("It holds values that no record has.")
PRACTICE = Phrase("Only whole plays leave as run files")
PRACTICE_MESSAGE = Phrase("This is a practice play that was tried from another.")
OTHER_OPENING = Phrase("The record has another play of the id {attempt}.")
OTHER_MOVE = Phrase("From move {seq} on the record has another play.")
NOT_WRITTEN = Phrase("The run file was not written")
NOT_WRITTEN_MESSAGE = Phrase("{file}: {reason}.")
NOT_WRITTEN_REMEDY = Phrase("Choose a folder that can be written to, and export again.")
AT_LINE = Phrase("{file}, line {line}")
REFUSED = Phrase("Not taken in: {place}")
REFUSED_REMEDY = Phrase("Nothing was changed. Ask the table for the file again.")
OTHER_CASE = Phrase("The run is not of the case that “{title}” plays, or of another text of it.")
CASE_UNREADABLE = Phrase("The case in the file cannot be played.")
AFTER_END = Phrase("There is something after the end of the run.")
CUT_SHORT = Phrase("The file is cut short.")
CHANGED = Phrase("This line is not what was written, or one before it is missing.")
CHANGED_MOVE = Phrase("Move {seq} is not what was written, or something before it is missing.")
UNKNOWN_KIND = Phrase("No run file has a line like this.")
TOO_LARGE = Phrase("A run file has at most {most} MB.")
NO_RUN_FILE = Phrase("This is not a run file of the simulator.")
NO_LINE = Phrase("This line cannot be read.")
NEWER = Phrase("The file was written by another version of the simulator (format {version}).")
UNREADABLE = Phrase("The file cannot be read: {reason}.")
ONE_ATTEMPT = Phrase("A run file holds one play.")
BAD_MOVE = Phrase("Move {seq} is not a move of a journal.")
