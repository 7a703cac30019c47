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

THIS_DECISION = Phrase("This decision")
SAID_IN = Phrase("It is said in {editions}.")
THE_CASE = Phrase("The case")
THE_CUT = Phrase("The cut {cut}")
A_CHILD = Phrase("child")
FEWER_THAN_ONE = Phrase("fewer than one")

LONGEST_GOOD = Phrase("the longest option is a good one")
SHORTEST_GOOD = Phrase("the shortest option is a good one")
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
