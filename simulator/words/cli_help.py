"""What `--help` says: each command in a line, its options, and an example that works."""

from __future__ import annotations

from simulator.words import Phrase

SIMULATOR = Phrase(
    "Play a child-safeguarding case agency by agency, and see what each decision cost. "
    "Without a command the app opens; where no terminal is attached one case plays itself."
)
EXAMPLES = Phrase("Example: {command}")
VERSION = Phrase("Say which version this is, and stop.")
DEBUG = Phrase("Show the details of an unexpected error.")
HELP = Phrase("Show this message, and stop.")
JSON = Phrase("Print one JSON document.")

CASE = Phrase("A case's id from the library, or the path of a file.")
ROLE = Phrase("A role to play; may be given more than once.")
SEATS = Phrase("A seat that is played; may be given more than once. By default all that can be.")
SEED = Phrase(
    "Draws the family, the order of the options and the afterwards; the same seed is the same play."
)
ON = Phrase("Play under the guidance of this day, such as 2016-05-01, in place of the case's own.")
CUT = Phrase("Play a shorter version of the case.")
PLAIN = Phrase("Line by line, for screen readers and pipes.")
TABLE = Phrase("A table's name: all roles are played together at this one screen.")
MOVES = Phrase(
    "Play without a screen: a file of moves, - for standard input, or moves parted by |. "
    "best, worst, everything, nothing, first, longest and random stand for a decision, or alone for a whole play."
)
KEEP = Phrase("Store the play in the record; the attempt's id is said on standard error.")

SCENARIOS = Phrase("List the library of cases.")
CHECK = Phrase("Check case files or folders, and say where each mistake is.")
CHECK_PATHS = Phrase("Files or folders of cases.")
STRICT = Phrase("Anything found makes the exit code 1, even what only needs thinking about.")
EXPLAIN = Phrase("Explain a finding's code, with an example of it and of the same put right.")
SOLVE = Phrase(
    "Work out a case's exact score space: best, worst, guessing, endings and plays without thought."
)
PLAY = Phrase("Play a case in the app, or, with --moves, without a screen.")
