"""What the command line says by itself: headings, results, and what was wrong with the words typed."""

from __future__ import annotations

from simulator.words import Phrase

# --- words typed that cannot be used ---------------------------------------------------------------

USAGE = Phrase("This cannot be done as typed")
NO_SUCH_ROLE = Phrase("“{case}” has no role “{role}” that somebody can play.")
ROLES_ARE = Phrase("It can be played as: {roles}.")
NO_ROLES = Phrase("Nobody can be played in it; give a role `play: yes`.")
NO_SUCH_CUT = Phrase("“{case}” has no cut “{cut}”.")
CUTS_ARE = Phrase("It has: {cuts}.")
NO_CUTS = Phrase("It is played whole; leave --cut out.")
NOT_A_DATE = Phrase("“{typed}” is not a day of the calendar.")
DATE_LIKE = Phrase("Write it as 2011-09-05.")
NO_MOVES_FILE = Phrase("The moves cannot be read from {file}: {reason}.")
MOVES_LIKE = Phrase("Give a file with one move a line, - for standard input, or moves parted by |.")
NO_MOVES = Phrase("There are no moves in what was given.")
NOT_FINISHED = Phrase("The moves are used up and the case is still at “{scene}”, where {roles} decides.")
ADD_MOVES = Phrase("Add moves, or a word for the rest such as best.")
AFTER_THE_WHOLE = Phrase("“{word}” before it plays the case to its end.")
NEEDS_MOVES = Phrase("{option} goes with --moves.")
NEEDS_CASE = Phrase("--moves needs a case.")
NAME_A_CASE = Phrase("Name one: {simulator} play mark-on-his-cheek --moves best")

BROKEN = Phrase("This case cannot be played")
BROKEN_REMEDY = Phrase("Run “{simulator} check {file}” once these are put right.")
TOO_LARGE = Phrase("The best line is not known")
TOO_LARGE_MESSAGE = Phrase("“{case}” has more situations than can be worked out exactly.")
TOO_LARGE_REMEDY = Phrase("Play fewer roles with --role, or play it in a cut with --cut.")

# --- scenarios ---------------------------------------------------------------------------------------

NO_CASES = Phrase("There are no cases in {folders}.")
SUMMARY_LINE = Phrase("{level}, {minutes} minutes, set on {date} under {edition}")
SUMMARY_ROLES = Phrase("Roles: {roles}")
SUMMARY_NOTES = Phrase("Content: {notes}")
SUMMARY_REVIEWED = Phrase("Signed off by {by}.")
SUMMARY_UNREVIEWED = Phrase("Unreviewed: no practising lead has signed it off.")
SUMMARY_CUTS = Phrase("Shorter: {cuts}")
SUMMARY_CUT = Phrase("{cut} ({minutes} minutes)")
SUMMARY_BROKEN = Phrase("cannot be played: {finding}")
ONE_CASE = Phrase("{number} case. Play it: {simulator} play {id}")
CASES = Phrase("{number} cases. Play one: {simulator} play {id}")

# --- check -------------------------------------------------------------------------------------------

ONE_FINDING = Phrase("{number} finding in {files}.")
FINDINGS = Phrase("{number} findings in {files}.")
NOT_READ_YET = Phrase(
    "Put these right first: agencies, clocks, wording and fairness are looked at once the case can be read."
)
NO_FINDINGS = Phrase("Nothing found in {files}.")
ACCEPTED = Phrase("{place}: {code} accepted: {message}\n    Accepted: {reason}")
WATCHING = Phrase("Waiting for the next change; Control and C end it.")
ONE_FILE = Phrase("{number} file")
FILES = Phrase("{number} files")
NO_FILES = Phrase("There is no case file in {path}.")
CASE_FILES_ARE = Phrase("Cases end in .yaml or .yml.")
NO_SUCH_CODE = Phrase("There is no finding with the code {code}.")
CODES_ARE = Phrase("The codes are: {codes}.")
NOTHING_TO_CHECK = Phrase("Nothing was named to check.")
CHECK_LIKE = Phrase("Name a file or a folder: {simulator} check scenarios")
EXPLAINED = Phrase("{code}: {title}")
EXPLAINED_SEVERITY = Phrase("How much it matters: {severity}.")
EXPLAINED_FAILING = Phrase("With the finding:")
EXPLAINED_REPAIRED = Phrase("Put right:")
BYTES_SHOWN = Phrase("(a file of {number} bytes that is no plain text)")

# --- solve -------------------------------------------------------------------------------------------

SOLVED = Phrase("{title}, played as {roles}")
EXACT = Phrase("Exact, {states} situations.")
NOT_EXACT = Phrase("Not exact: more situations than the budget of {states}; these are bounds.")
SPACE_BEST = Phrase("Best")
SPACE_WORST = Phrase("Worst")
SPACE_GUESSING = Phrase("Guessing")
SPACE_HIGHEST = Phrase("Highest, whatever red lines")
RED_LINES = Phrase("{number} red lines")
ONE_RED_LINE = Phrase("{number} red line")
ENDINGS_BY_GUESSING = Phrase("Endings, for somebody who guesses:")
NAIVE_PLAYS = Phrase("Plays without thought:")
NAIVE_LINE = Phrase("{name}: {earned} marks, {share} of best, {reds}, ends in {ending}")
BEST_LINE = Phrase("The best line:")

# --- play, resume --------------------------------------------------------------------------------------

ONE_SEAT = Phrase("In the app one person plays one seat.")
ONE_SEAT_REMEDY = Phrase("Give one --role, or --table with a name to play all seats together.")
NO_ATTEMPTS = Phrase("There is nothing to carry on with. Begin a case: {simulator} play")
UNFINISHED = Phrase("{title}, as {roles}; moves made: {moves}, last on {when}")
UNFINISHED_TABLE = Phrase("{title}, table {table}; moves made: {moves}, last on {when}")
CARRY_ON = Phrase("Carry on with one: {simulator} resume {attempt}")
HAS_ENDED = Phrase("This attempt has ended")
HAS_ENDED_MESSAGE = Phrase("{title} was played to its end.")
HAS_ENDED_REMEDY = Phrase("Look back on it: {simulator} debrief {attempt}")
HAS_NOT_ENDED = Phrase("This attempt has not ended")
HAS_NOT_ENDED_MESSAGE = Phrase("{title} is still being played; a debrief comes after the end.")
HAS_NOT_ENDED_REMEDY = Phrase("Carry on: {simulator} resume {attempt}")
