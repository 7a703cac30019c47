"""What the workshop commands and their help say."""

from __future__ import annotations

from simulator.words import Phrase

WORKSHOP_HELP = Phrase(
    "Run a room: open it, lead it, compare the tables, close it. Completion by a review on paper, and who of "
    "those booked came for a part, is entered with records workshops paper and records workshops came."
)
TABLE_HELP = Phrase("Carry a table's play without a network.")
OPEN_HELP = Phrase("Open a workshop. Tables are laid and the join code is said.")
LIST_HELP = Phrase("List the workshops that have been opened.")
WATCH_HELP = Phrase("The trainer's console. With --json, how the room stands now.")
CODE_HELP = Phrase("Make another join code. The one before no longer works.")
BEGIN_HELP = Phrase("Begin every table where somebody sits.")
PAUSE_HELP = Phrase("Pause tables. Nothing is decided until they go on.")
RESUME_HELP = Phrase("Let tables go on, from a pause or a discussion point.")
INJECT_HELP = Phrase("Send a message to tables: one of the case's, or words typed on the spot.")
CLOSE_HELP = Phrase("End a workshop. Its code works no longer, and who was there is counted.")
PLENARY_HELP = Phrase("Compare the tables. Differences first, no marks, no order of merit.")
IMPORT_HELP = Phrase("Take run files in. A second time nothing changes.")
EXPORT_HELP = Phrase("Write a table's play to one file for the trainer.")
TABLES_HELP = Phrase("How many tables.")
TITLE_HELP = Phrase("What the workshop is called; else as its case.")
ONE_SCREEN_HELP = Phrase("Each table sits round one screen.")
VOTES_HELP = Phrase("Who gives a vote of their own before an option is chosen.")
STOPS_HELP = Phrase("Pause at every discussion point until the trainer lets the table go on.")
TIME_BOX_HELP = Phrase("Minutes each table has from its beginning; nothing happens by itself.")
PLANNED_HELP = Phrase("The id of a workshop that was planned in the record.")
WHICH_HELP = Phrase("Which workshop, by its id or title; else the only one that is open.")
ON_TABLES_HELP = Phrase("A table's number; may be given more than once. Without it, all that play.")
TO_ROLE_HELP = Phrase("Only to this seat; may be given more than once.")
INJECT_ARGUMENT = Phrase("The inject's id, or with --words what is to be said.")
WORDS_HELP = Phrase("Send the words as they stand, and not an inject of the case.")
END_ALL_HELP = Phrase("First end the play at every table, so that all can be debriefed.")
HTML_HELP = Phrase("Write it as a page for the wall, or to print.")
WITH_NAMES_HELP = Phrase("With who played which seat: for the trainer, not for the wall.")
RUNS_ARGUMENT = Phrase("Run files that tables exported.")
RUN_ARGUMENT = Phrase("The file to write.")
OF_ATTEMPT_HELP = Phrase("Another attempt than the one played last.")
NO_NAMES_HELP = Phrase("Leave out the names of those who played.")

NO_POLL = Phrase("Nobody is called “{votes}”. Votes can be asked of:")
NO_CUT = Phrase("The case has no cut “{cut}”. It has:")
OPENED = Phrase("“{title}” is open.")
THE_CODE = Phrase("Join code:  {code}")
HOW_TO_JOIN = Phrase(
    "On this machine people join with: simulator join {code}. In browsers on this network: simulator serve."
)
HOW_TO_WATCH = Phrase(
    "Your console: simulator workshop watch. The code is not kept; for a new one: simulator workshop code."
)
NO_WORKSHOPS = Phrase("No workshop has been opened yet: simulator workshop open CASE --tables N")
LIST_HEADS = (Phrase("Id"), Phrase("Title"), Phrase("Tables"), Phrase("Opened"), Phrase("State"))
IS_OPEN = Phrase("open")
IS_CLOSED = Phrase("closed")
ONE_TABLE = Phrase("Done at table {numbers}.")
MANY_TABLES = Phrase("Done at tables {numbers}.")
NO_TABLE_NOW = Phrase("There was no table to do that at.")
CLOSED = Phrase("The workshop has ended. What was played is kept.")
ATTENDANCE = Phrase("Came: {came}. Attended: {attended}. In part: {part}.")
ATTENDANCE_BY_HAND = Phrase(
    "Whoever completes it by a review on paper: {simulator} records workshops paper {workshop} NAME. What a "
    "booking says is put right with: {simulator} records workshops came {workshop} NAME attended|part|no-show"
)
MISSED = Phrase("{name}, {agency}, {table}: {how}.")
ATTENDANCE_MORE = Phrase("Came late: {late}. Seated at a table that never began: {waiting}.")
WRITTEN = Phrase("Written: {file}")
TAKEN_IN = Phrase("{file}: {table}; new moves: {moves}.")
HAD_IT = Phrase("{file}: {table}, nothing was new.")
EXPORTED = Phrase("{file}; moves: {moves}.")
ONE_NAME = Phrase("One person's name and agency are in it. Hand it to the trainer and to nobody else.")
NAMES = Phrase("{number} people's names and agencies are in it. Hand it to the trainer and to nobody else.")
NOTHING_PLAYED = Phrase("Nothing has been played")
NOTHING_PLAYED_MESSAGE = Phrase("This record has no play that could be exported.")
NOT_WRITTEN = Phrase("The page was not written")
NOT_WRITTEN_MESSAGE = Phrase("{file}: {reason}.")
