"""What the case room says around the story: the header, the side panel, the turns and the confirm step."""

from __future__ import annotations

from simulator.words import Phrase

YOU = Phrase("You")
YOU_NOW_KNOW = Phrase("You now know")
YOU_NOW_KNOW_FROM = Phrase("You now know, from {who}")
DAY = Phrase("Day {day}, {date}, {time}")
STEP = Phrase("Step {step} of about {about}")
ENDED = Phrase("The end")

OWN_FILE = Phrase("in your own file")
HEARD = Phrase("heard {when}")
FROM = Phrase("from {who}, {when}")
TOLD_YOU_ONE = Phrase("Told you one thing.")
TOLD_YOU = Phrase("Told you {number} things.")
YOU_TOLD_ONE = Phrase("You told them one thing.")
YOU_TOLD = Phrase("You told them {number} things.")
NOTHING_BETWEEN = Phrase("Nothing has passed between you.")

CLOCK_DUE = Phrase("Running. Due {when}.")
CLOCK_LATE = Phrase("! Late. It was due {when}.")
CLOCK_DONE = Phrase("Done. It was due {when}.")
CLOCK_DONE_LATE = Phrase("! Done late. It was due {when}.")

CURTAIN = Phrase("Pass the laptop to the {role}. The others look away.")
CURTAIN_READY = Phrase("I am the {role}.")
WAITING = Phrase("The others are still deciding.")
CURTAIN_SAYS = Phrase("What comes next is for one pair of eyes.")
YOU_ARE = Phrase("You: {role}")
TURN_OF = Phrase("Turn: {role}")
SHOW_ALL = Phrase("Show it all")
READ_BACK = Phrase("PgUp reads back")
CARRY_ON = Phrase("Carry on")
CASE_ENDED = Phrase("The case has ended. Take a breath before you look back.")
TO_DEBRIEF = Phrase("Look back >")
