"""What the author's workbench says: reasons inside findings, the score page, graphs, proofs, imports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.words import Phrase

ONE_RED_LINE = Phrase("one red line")
RED_LINES = Phrase("{number} red lines")

HABITS: Final[Mapping[str, Phrase]] = {
    "everything": Phrase("share everything with everyone"),
    "nothing": Phrase("share nothing, the last option"),
    "first": Phrase("the first option"),
    "last": Phrase("the last option"),
    "longest": Phrase("the longest option"),
    "shortest": Phrase("the shortest option"),
    "refer": Phrase("refer"),
    "ask consent": Phrase("ask for agreement"),
}

NEVER_BEGUN = Phrase("nothing in the case begins it")
NEVER_MET = Phrase("no play can meet it")
NEVER_MISSED = Phrase("no play can miss it")
READ_FAR = Phrase("Read farthest from where they are set: {things}.")

NEVER_TRUE = Phrase("{condition} holds in no play")
NEVER_TOGETHER = Phrase("its conditions never hold when it could come")
NOTHING_LEADS = Phrase("nothing leads to it")
ANSWERS_BY_HABIT = Phrase("{role} cannot be played and answers by its habit")

THIS_DECISION = Phrase("This decision")
SAID_IN = Phrase("It is said in {editions}.")
SAID_IN_FAMILY = Phrase("It is said in {families}, which the case does not name under “guidance”.")
THE_CASE = Phrase("The case")
THE_CUT = Phrase("The cut {cut}")
FEWER_THAN_ONE = Phrase("fewer than one")

LONGEST_GOOD = Phrase("the longest option is a good one")
SHORTEST_GOOD = Phrase("the shortest option is a good one")
FIRST_GOOD = Phrase("the first option in the file is a good one")
LAST_GOOD = Phrase("the last option in the file is a good one")
OVERLAP_GOOD = Phrase("the option that repeats most of the question's words is a good one")
ONLY_GUIDANCE = Phrase("a good option is the only one that speaks of guidance or procedure")
ONLY_WRITES = Phrase("a good option is the only one in which something is written down")
ABSOLUTE_WEAK = Phrase("“always”, “never”, “everybody” or “nobody” stands in a weak option only")

ENDS_IN = Phrase("the ending {ending}")
NO_END = Phrase("no ending: the moves stop before it")
SCORE_BEST = Phrase("the best that can be had ({best} marks)")
SCORE_SHARE = Phrase("{expected} of the best")
SCORE_GOT = Phrase("{earned} of {best} marks, and {reds}")
IS_REACHED = Phrase("{milestone} reached")
NOT_REACHED = Phrase("it not reached")
KNOWN_BY = Phrase("{fact} known to {who}")
NOT_KNOWN = Phrase("it not known")
TOO_LARGE = Phrase("the case is too large for best and worst")

PAGE = Phrase("What can be earned in “{title}”")
PAGE_EXACT = Phrase("Exact, over {states} situations.")
PAGE_BOUNDS = Phrase("Not exact: bounds only, after {states} situations.")
PAGE_BEST = Phrase("best")
PAGE_WORST = Phrase("worst")
PAGE_GUESSING = Phrase("guessing")
PAGE_ENDING = Phrase("guessing ends in {ending}")
PAGE_ROLE = Phrase("decisions of {role}, played best")
PAGE_ALONE = Phrase("alone: best {best}")
PAGE_HABIT = Phrase("always {habit}")

DECIDES = Phrase("{roles}: {kind}")
REFUSED = Phrase("refused")
NEVER_REACHED = Phrase("never reached")
PASSED_OVER = Phrase("passed over where it does not apply")
FOLLOWS = Phrase("follows")
PICTURE = Phrase(
    "The scenes and endings of “{title}”, and what leads from one to the other. Each box names who decides; "
    "each way names the options that lead along it and their grade."
)

IMPORTED = Phrase("Made from a story in Twee 3. What did not come along, by the lines of that story:")
AT_LINE = Phrase("line {line}:")
HEADER = Phrase("of this line only a name and tags were taken: {what}")
UNREADABLE = Phrase("cannot be read, and was left out: {what}")
CODE_PASSAGE = Phrase("the passage “{name}” holds a script or a style, which is never run")
NAMED_TWICE = Phrase("a second passage called “{name}” was left out")
TAGS = Phrase("the scene {scene} had the tags: {tags}")
LEFT_OUT = Phrase("left out, to decide what it was for: {code}")
NO_TARGET = Phrase("a link without a target was left out: {text}")
LEADS_NOWHERE = Phrase("leads to a passage that is not there: {target}")
NOT_BUILT = Phrase("Not built yet.")
MORE_CHOICES = Phrase("Something else.")
TO_DECIDE_QUESTION = Phrase("What now?")
TO_DECIDE_WHY = Phrase('"To decide: the grade of each option, the reason for it, and the rule."')
TO_DECIDE_ENDING = Phrase('"To decide: how it ends, and how well for the child."')
IMPORTED_COUNT = Phrase("{passages} passages and {links} links; {remarks} things to look at.")

NOT_WRITTEN = Phrase("Not written")
ALREADY_THERE = Phrase("There is a file {file} already.")
OTHER_NAME = Phrase("Choose another name; nothing was changed.")
CANNOT_WRITE = Phrase("{file} cannot be written: {reason}.")
OTHER_PLACE = Phrase("Choose a folder that you may write to.")
CANNOT_READ = Phrase("{file} cannot be read: {reason}.")
NOT_UTF_8 = Phrase("it is not saved as UTF-8")
NO_FILE = Phrase("it is not an ordinary file")
TOO_LONG = Phrase("it is larger than {limit} KiB")
WRITTEN = Phrase("Written to {file}.")
CHECK_IT = Phrase("Now change the words, and run: {simulator} check {file}")
HELP_GRAPH = Phrase("Draw a case: what leads where, who decides, how it is graded, what is never reached.")
HELP_FORMAT = Phrase("What to write it as.")
HELP_OUT = Phrase("The file to write; without it, standard output.")
HELP_PROOF = Phrase("Print a case for a reviewer to sign: every line, option, reason and rule.")
PDF_NEEDS_FILE = Phrase("A PDF is not text: it needs a file to be written to.")
PDF_LIKE = Phrase("Say which: --out proof.pdf")
HELP_NEW = Phrase("Begin a case: ten lines with remarks, or with --full one with every usual piece.")
HELP_FILE = Phrase("The case file to write. A file that is there is never written over.")
HELP_FULL = Phrase("A case with roles, facts, sharing, a record, endings and checks.")
HELP_IMPORT = Phrase("Begin a case from a story in Twee 3, as Twine writes it.")
HELP_STORY = Phrase("The story's .twee or .tw file.")
HELP_SCHEMA = Phrase("Print the JSON Schema of case files, for editors that check while you type.")
HELP_TOPICS = Phrase("Find what a case can cite, by words; with --on, what is said of it on that day.")
HELP_TOPIC_WORDS = Phrase("Words to look for; without any, all topics.")
HELP_TOPIC_DAY = Phrase("Only what is in force on this day, with its rules.")
TOPIC_SAID_IN = Phrase("said in {editions}")
ONE_TOPIC = Phrase("1 topic.")
TOPICS = Phrase("{number} topics.")
MORE_WORDS = Phrase("Add a word to see fewer.")
TOPIC_RULE = Phrase("{force} ({family}): {text}")
HELP_ANEW = Phrase("Check again also what has not changed since it was checked last.")

ONE_DECISION = Phrase("1 decision")
DECISIONS = Phrase("{number} decisions")
ONE_TURN = Phrase("1 private turn")
TURNS = Phrase("{number} private turns")
ONE_STOP = Phrase("1 stop")
STOPS = Phrase("{number} stops")
A_CHILD_IS = (Phrase("a girl"), Phrase("a boy"))
AN_ADULT_IS = (Phrase("a woman"), Phrase("a man"))
