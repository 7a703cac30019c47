"""What is said of moves in words, as trainers type them in `checks` and on the command line."""

from __future__ import annotations

from simulator.words import Phrase

MOVE = Phrase("Move {number} ('{words}')")
HAS_ENDED = Phrase("The case has ended before this move.")
NOBODY_ASKED = Phrase("Nobody is asked to decide here.")
NO_SCENE = Phrase("The case has no scene '{scene}'.")
ELSEWHERE = Phrase("The case is at '{here}' now, not at '{scene}'.")
NO_MOVE_OF_THIS_KIND = Phrase("'{text}' is not a move of this kind of decision.")
IN_A_MEETING = Phrase("In a meeting a seat can 'bring' facts or give its 'view'.")
ONE_FACT = Phrase("'{text}' should be one fact, with or without the word 'headline'.")
SHARE_CLAUSE = Phrase("'{clause}' should begin with give, openness, basis or reason.")
REFER_CLAUSE = Phrase("'{clause}' should be an urgency, a route, or begin with give or openness.")
TO_WHOM = Phrase("Say to whom: 'give FACT to WHO'.")
WHAT_FOR = Phrase("Say what for: 'ask ROLE for PURPOSE'.")
RECORD_WHAT = Phrase("Say 'record FACT as LABEL in PLACE'.")
ONE_OF = Phrase("'{typed}' should be one of: {known}.")
