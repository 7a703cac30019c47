"""What the commands for a training lead say: imports, duplicates, retention, courses, workshops, actions."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

IMPORT = Phrase(
    "Take people, bookings, headcounts, or the answers given weeks after a training, in from a CSV file. All"
    " of it, or nothing and every mistake at its place. Importing a file twice changes nothing."
)
KIND = Phrase("What the file holds.")
CSV_FILE = Phrase("The CSV file, with a line of heads.")
TEMPLATE = Phrase("Print the line of heads that such a file can have. Many other names for them are known.")
WHICH_FILE = Phrase("Which file?")
FOR_A_TEMPLATE = Phrase("For its line of heads: {simulator} records import {kind} --template")
DUPLICATES = Phrase("List people who may be one person. Nobody is merged by a program.")
MERGE = Phrase("Make two people one. The first goes, the second stays and has everything of both.")
GOES = Phrase("Who goes: a name or a pseudonym.")
STAYS = Phrase("Who stays: a name or a pseudonym.")
APART = Phrase("Note that two people are two, so that they are not listed again.")
ONE = Phrase("A name or a pseudonym.")
PURGE = Phrase("Take out who and what is past the years that the board keeps.")
DRY_RUN = Phrase("Only show what would be taken out.")
COURSES = Phrase("List the courses. With “add”, add or change one.")
COURSE_ADD = Phrase("Add a course, or change the one of that code.")
CODE = Phrase("The course's code.")
TITLE = Phrase("Its title.")
CASES = Phrase("A case of it, by id; again for each.")
LEVEL = Phrase("Its level, as the board's profile calls it.")
MINUTES = Phrase("Minutes of training it counts for.")
VALID = Phrase("Months for which a completion holds; 0: it does not run out.")
PASSIVE = Phrase("Nobody takes part but by listening.")
ONE_AGENCY = Phrase("It is meant for one agency.")
WORKSHOPS = Phrase("List the workshops. With a word after it, add one, show who is on it, say who came.")
WORKSHOP_ADD = Phrase("Plan a workshop of a course or a case.")
WORKSHOP_SHOW = Phrase("Show who is booked on a workshop and what became of it.")
WORKSHOP_BOOK = Phrase("Book a place for somebody.")
WORKSHOP_BACK = Phrase("Give somebody's place back.")
WORKSHOP_CAME = Phrase("Say whether somebody came. Who steps out has attended.")
WORKSHOP_PAPER = Phrase("Record that somebody completed on paper, by the trainer's word.")
WORKSHOP_CLOSE = Phrase("It was held. Who played in it came; who was booked and did not is a no-show.")
WORKSHOP_CANCEL = Phrase("It was not held; no report counts it.")
WORKSHOP = Phrase("A workshop's id.")
COURSE = Phrase("Its course, by code.")
CASE_PLAYED = Phrase("The case played, by id, where there is no course or it has several.")
HELD_ON = Phrase("The day it is held, as 2026-09-30.")
PLACE = Phrase("Where it is held.")
CAPACITY = Phrase("How many places it has.")
PARTS = Phrase("How many sittings attendance is taken at.")
CHARGED = Phrase("Places are charged for.")
TRAINER = Phrase("Who leads it, by name or pseudonym; again for each.")
HALF_DAYS = Phrase("Half-days that each trainer gives.")
ON = Phrase("On which day; today, where nobody says.")
TABLE = Phrase("The table they sit at.")
REASON = Phrase("Why, in one of the words the record keeps.")
CHARGE = Phrase("Their agency is charged.")
CAME = Phrase("What became of the booking.")
PART = Phrase("Only for this part of the workshop, from 1.")
ACTIONS = Phrase("List the actions agreed. With a word after it, add one or say that it is done.")
ACTION_ADD = Phrase("Add an action: what was agreed, who owns it, by when.")
ACTION_DONE = Phrase("Say that an action is done, and what shows it.")
ACTION = Phrase("An action's id.")
WHAT = Phrase("What was agreed.")
OWNER_AGENCY = Phrase("The agency that owns it.")
OWNER_OFFICE = Phrase("The post that owns it; never a name.")
DUE = Phrase("By when.")
AT_WORKSHOP = Phrase("The workshop it was agreed at.")
AT_ATTEMPT = Phrase("The attempt whose debrief agreed it.")
AT_REVIEW = Phrase("The review or meeting that agreed it, by its reference.")
EVIDENCE = Phrase("What shows it: a document, a date, a figure, who saw it.")
WAITING = Phrase("Only those that are not done.")
DUE_BEFORE = Phrase("Keep from this day on, instead of the years in the settings.")

KEEP_HEADS = Phrase(
    "Also write each attempt's last hash and each certificate to this file, to be kept elsewhere."
)
AGAINST = Phrase("Also compare with a file that was kept, which a record written anew cannot match.")
HEADS_NOT_KEPT = Phrase("The heads were not kept")
HEADS_REASON = Phrase("{file}: {reason}.")
NO_HEADS = Phrase("{file} holds no heads that “records verify --keep” wrote.")

TAKEN_IN = Phrase("{file}: {added} new, {changed} changed, {same} as they were.")
NOTHING_TAKEN_IN = Phrase("Nothing was taken in. Correct this, and import the file again.")
MAY_BE_ONE = Phrase("Some people may be one person now: {simulator} records duplicates")
NO_DUPLICATES = Phrase("Nobody in the record seems to be there twice.")
DUPLICATES_HELP = Phrase("One person: {simulator} records merge GOES STAYS")
DUPLICATES_APART = Phrase("Two people: {simulator} records apart ONE OTHER")
MERGE_QUESTION = Phrase("Make {gone} ({gone_ref}) and {stays} ({stays_ref}) one person? It cannot be undone.")
MERGED = Phrase("They are one. {rows} rows have moved; of {dropped} that both had, one was kept.")
ARE_TWO = Phrase("They are two people, and will not be listed again.")
PAST = Phrase("Past keeping: what ended before {before}.")
PAST_PEOPLE = Phrase("People to be erased: {number}")
PAST_WORDS = Phrase("Things typed to be deleted: {words}, and {intentions} intentions.")
PAST_BACKUPS = Phrase("These backups are older than that. Delete them by hand:")
NOTHING_PAST = Phrase("Nobody and nothing is past keeping.")
DRY = Phrase("Nothing was taken out. To do it: {simulator} records purge")
PURGE_QUESTION = Phrase("Take all this out of the record for good?")
PURGED = Phrase("Done. Counts and chains stay true.")
NOT_OVERWRITTEN = Phrase("The server was too busy to write its tables anew; it tidies up by itself later.")
MENTIONED = Phrase("Their name or address still stands here, because somebody typed it:")

NO_COURSES = Phrase("There are no courses yet. To add one: {simulator} records courses add CODE TITLE")
NO_WORKSHOPS = Phrase("There are no workshops. To plan one: {simulator} records workshops add --help")
NO_ACTIONS = Phrase("There are no actions. To add one: {simulator} records actions add WHAT --office POST")
NOBODY_BOOKED = Phrase("Nobody is booked.")
COURSE_KEPT = Phrase("The course {code} is in the record.")
PLANNED = Phrase("The workshop is in the record as {workshop}.")
BOOKED = Phrase("{name} is booked.")
GIVEN_BACK = Phrase("{name}'s place is free again.")
NOTED = Phrase("{name}: {status}.")
ON_PAPER = Phrase("{name} has completed, with certificate {certificate}.")
CLOSED = Phrase("The workshop is closed: {came} came, {away} did not.")
CANCELLED = Phrase("The workshop is cancelled.")
AGREED = Phrase("The action is in the record as {action}.")
DONE = Phrase("Done.")
WHEN_NEEDED = Phrase("Say on which day it is held: --on 2026-09-30")

DUPLICATE_HEADS: Final = (
    Phrase("Reference"),
    Phrase("Name"),
    Phrase("Agency"),
    Phrase("E-mail"),
    Phrase("or"),
    Phrase("Name"),
    Phrase("Agency"),
    Phrase("E-mail"),
    Phrase("Because"),
)
PAST_HEADS: Final = (Phrase("Reference"), Phrase("Name"), Phrase("Agency"), Phrase("Last"))
COURSE_HEADS: Final = (
    Phrase("Code"),
    Phrase("Title"),
    Phrase("Cases"),
    Phrase("Level"),
    Phrase("Minutes"),
    Phrase("Valid months"),
)
WORKSHOP_HEADS: Final = (
    Phrase("Workshop"),
    Phrase("Day"),
    Phrase("Title"),
    Phrase("Place"),
    Phrase("Places"),
    Phrase("Booked"),
    Phrase("Status"),
)
BOOKING_HEADS: Final = (
    Phrase("Reference"),
    Phrase("Name"),
    Phrase("Agency"),
    Phrase("Table"),
    Phrase("Booked"),
    Phrase("Status"),
    Phrase("Cancelled"),
    Phrase("Charge"),
)
ACTION_HEADS: Final = (
    Phrase("Action"),
    Phrase("Agreed"),
    Phrase("What"),
    Phrase("Owner"),
    Phrase("Due"),
    Phrase("Done"),
    Phrase("Evidence"),
)
