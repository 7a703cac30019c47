"""What `--help` says: each command in a line, its options, and an example that works."""

from __future__ import annotations

from simulator.words import Phrase

SIMULATOR = Phrase(
    "Play a child-safeguarding case agency by agency, and see what each decision cost. "
    "Without a command the app opens; where no terminal is attached, one case plays itself."
)
EXAMPLE = Phrase("Example: {command}")
VERSION = Phrase("Say which version this is, and stop.")
DEBUG = Phrase("Show the details of an error.")
JSON = Phrase("Print one JSON document.")

CASE = Phrase("A case's id from the library, or the path of a file.")
ROLE = Phrase("A seat to play; may be given more than once.")
SEED = Phrase("Draws the family and the order of options. The same seed is the same play.")
ON = Phrase("Under the guidance of this day, such as 2016-05-01, in place of the case's own.")
CUT = Phrase("A shorter version of the case, by its name.")
PLAIN = Phrase("Line by line, for screen readers and pipes.")
TABLE = Phrase("A table's name: all seats are played together at this one screen.")
MOVES = Phrase(
    "Play without a screen: a file of moves, - for standard input, or moves parted by |. "
    "best, worst, everything, nothing, first, longest and random stand for a decision or a whole play."
)
KEEP = Phrase("With --moves: store the play in the record, and say the attempt's id on standard error.")

SCENARIOS = Phrase("List the library of cases.")
CHECK = Phrase("Check case files. Each mistake is named with its line and column.")
CHECK_PATHS = Phrase("Files or folders of cases.")
STRICT = Phrase("End with exit code 1 for anything found, even what only needs thinking about.")
EXPLAIN = Phrase("Explain a finding's code, with an example of it and of the same put right.")
WATCH = Phrase("Check again whenever a file is saved, until interrupted.")
SOLVE = Phrase("Work out a case's score space. Best, worst, guessing, endings, plays without thought.")
PLAY = Phrase("Play a case. In the app, or, with --moves, without a screen.")
RESUME = Phrase("Carry on with an attempt. Without one, what can be carried on is listed.")
DEMO = Phrase("Let one case play itself. Transcript, marks, and where the record is.")
ATTEMPT = Phrase("An attempt's id, as the record calls it.")

REPLAY = Phrase("Rebuild an attempt from its journal. Transcript and marks, on another date too.")
AS_OF = Phrase("Mark it as if on another day. What was played stays as it was.")
FROM_SCENE = Phrase("Begin a practice attempt where this one reached the scene.")
DEBRIEF = Phrase("Look back on an attempt. Who knew what when, each decision, the best line.")
HTML = Phrase("Write it as a page that can be read anywhere and printed.")
PDF = Phrase("Write it as a PDF.")
NO_NAMES = Phrase("Leave the invented names of the seats out, for the wall.")

GUIDANCE = Phrase("Search the guidance. What each edition said, what changed, when something falls due.")
QUERY = Phrase("Words to look for; without any, the editions are listed.")
EDITION = Phrase("Only this edition; alone, all its rules.")
RULE = Phrase("A rule, or a topic, with what each edition said on it.")
DIFFERENCES = Phrase("What changed between two editions.")
ON_DAY = Phrase("Only what was in force on this day.")
DUE_FROM = Phrase("With --rule: when its timescale falls due, counted from this day, with the counting.")

REPORT = Phrase(
    "Make a report for the board. Without a name they are listed. R4 has everybody; all that the record holds"
    " about one person is shown by: {simulator} records person NAME"
)
REPORT_NAME = Phrase("R1 to R13, or pack, items, evaluation, follow-up.")
FIRST_DAY = Phrase("From this day on.")
LAST_DAY = Phrase("Up to this day.")
QUARTER = Phrase("A quarter of the calendar, in place of --from and --to.")
REPORT_OUT = Phrase("Write it to this file instead of standard output.")
AGENCY = Phrase("Only this agency's people.")
COURSE = Phrase("Only this case, by its id or title.")
FORMAT = Phrase("table to read, csv or xlsx for sheets, html or pdf to hand round, json for programs.")
EXPORT = Phrase("Give completions to other systems. No export holds a score.")
COMPLETIONS = Phrase("Completions as CSV, a row each.")
EXPORT_FOR = Phrase("The system it is for, or a column map of your own; “export maps” lists them.")
EXPORT_OUT = Phrase("The file to write; without it, standard output.")
EXPORT_MAPS = Phrase("List what completions can be exported for, or show a column map to begin your own.")
EXPORT_MAP_SHOWN = Phrase("Print this column map.")
EXPORT_CERTIFICATE = Phrase("Print the certificates of a play or a workshop, each on a page of its own.")
CERTIFICATE = Phrase("Certificates: whether one holds.")
VERIFY_CERTIFICATE = Phrase("Say whether a certificate is the board's own and still what the record says.")
CERTIFICATE_OF = Phrase("An attempt's id, or a workshop's.")
CERTIFICATE_PERSON = Phrase("Only this person's: a name, or the pseudonym of the record.")
CERTIFICATE_HTML = Phrase("Write a page to print.")
CERTIFICATE_PDF = Phrase("Write a PDF.")
CERTIFICATE_CODE = Phrase("The code printed on the certificate.")
XAPI = Phrase("Completions as xAPI statements: printed, or sent to a learning record store.")
XAPI_TO = Phrase("The store's address; its key and secret come from SIMULATOR_XAPI_KEY and _SECRET.")
XAPI_HOME = Phrase("The board's own web address, under which ids are made.")
DATA_PACKAGE = Phrase("The contract of the CSV files, as a Data Package, for programs that check them.")

RECORDS = Phrase("Look after the record.")
VERIFY = Phrase("Check every chain of moves, and say where one breaks.")
BACKUP = Phrase("Write the record and its key to one new file.")
RESTORE = Phrase("Replace the record by a backup's. The present one is backed up first.")
ERASE = Phrase("Take a person out of the record. Counts stay true, and chains hold.")
PERSON_HELD = Phrase("Show all that the record holds about a person.")
NEW_PHRASE = Phrase("Give a person new words to come back with; the old ones end.")
REDACT = Phrase("Take what was typed with one move out of the record.")
AUDIT = Phrase("List what left the record or was taken out of it.")
PERSON = Phrase("A name as given at sign-in, or the pseudonym of the record.")
SEQ = Phrase("The number of the move, from 1.")
BACKUP_FILE = Phrase("The backup's file.")
YES = Phrase("Do not ask first.")

FAMILY = Phrase("Show a family as a seed invents it.")
DOCTOR = Phrase("Say what is in force here, and whether it works.")
PATHS = Phrase("Say where things are on this machine.")
UNINSTALL = Phrase("Remove what the simulator made here. It says what first, and keeps the record.")
WITH_RECORD = Phrase("Remove the record, too: attempts, people, completions, key, settings and backups.")

SERVE = Phrase("Open the app to browsers. It prints an address and a join code, and stays until Ctrl+C.")
SERVE_HOST = Phrase(
    "The address to listen on. Only this computer unless asked: 0.0.0.0 is everybody on the network."
)
SERVE_PORT = Phrase("The port; 0 takes any that is free.")
SERVE_SEATS = Phrase("How many browsers may have a seat.")
SERVE_NAME = Phrase(
    "Another name the server is called by, such as a web server's before it; may be repeated."
)
