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
CHECK = Phrase("Check case files or folders, and say where each mistake is.")
CHECK_PATHS = Phrase("Files or folders of cases.")
STRICT = Phrase("End with exit code 1 for anything found, even what only needs thinking about.")
EXPLAIN = Phrase("Explain a finding's code, with an example of it and of the same put right.")
SOLVE = Phrase("Work out a case's score space: best, worst, guessing, endings, plays without thought.")
SOLVE_BUDGET = Phrase("Situations looked at before bounds are given instead.")
PLAY = Phrase("Play a case in the app, or, with --moves, without a screen.")
RESUME = Phrase("Carry on with an attempt; without one, list what can be carried on.")
DEMO = Phrase("Let one case play itself: transcript, marks, and where the record is.")
ATTEMPT = Phrase("An attempt's id, as the record calls it.")

REPLAY = Phrase("Rebuild an attempt from its journal: transcript and marks.")
AS_OF = Phrase("Mark it as if on another day. What was played stays as it was.")
FROM_SCENE = Phrase("Begin a practice attempt where this one reached the scene.")
DEBRIEF = Phrase("Look back on an attempt: who knew what when, each decision, the best line.")
HTML = Phrase("Write it as a page that can be read anywhere and printed.")
PDF = Phrase("Write it as a PDF.")
NO_NAMES = Phrase("Leave the invented names of the seats out, for the wall.")
