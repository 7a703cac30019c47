"""What a table round one screen is asked: who sits there, what each would do, what is decided together."""

from __future__ import annotations

from simulator.words import Phrase

# --- the seats at the start -------------------------------------------------------------------------

SEATS_TITLE = Phrase("Who sits where?")
SEATS_HINT = Phrase(
    "Choose a seat to say who takes it. Where nobody is named, whoever has the laptop plays it."
)
SEATS_PRACTICE = Phrase("Practice: nothing about anybody is kept.")
SEAT_FREE = Phrase("{role}: whoever has the laptop")
SEAT_TAKEN = Phrase("{role}: {name}, {agency}")
SEAT_TAKEN_BY = Phrase("{role}: {name}")
SCRIBE = Phrase("Scribe, who types for the table: {name}")
SCRIBE_NOBODY = Phrase("whoever has the laptop")
OBSERVERS = Phrase("Observers: {names}")
NO_OBSERVERS = Phrase("none; choose this to add one")
VOTES_ON = Phrase("Each says first what they would do: yes")
VOTES_OFF = Phrase("Each says first what they would do: no")
OWN_PAGES = Phrase("Everybody reads their own page first, in turn: {chosen}")
YES = Phrase("yes")
NO = Phrase("no")
BEGIN = Phrase("Begin >")
BACK = Phrase("< Back")
WHO_TAKES = Phrase("Who plays the {role}?")
WHO_OBSERVES = Phrase("Who observes?")
WHO_WRITES = Phrase("Who is the scribe?")
SCRIBE_BESIDE = Phrase("Somebody beside the table, without a seat")
NAME_OR_ENTER = Phrase("Name, or Enter for nobody")
WORDS_OR_ENTER = Phrase("Here before? Words to come back with, or Enter")
CAME_BACK = Phrase("Here before, with words to come back")
NAME = Phrase("Name")
NEXT = Phrase("Next >")
NOBODY = Phrase("Nobody")
WHOSE_AGENCY = Phrase("Where does {name} work?")
PHRASES = Phrase("Words to come back with: each writes down their own")
WRITTEN_DOWN = Phrase("All have written theirs down >")
PASS_ON = Phrase("I have read it: pass the laptop on")

NAMED = Phrase("{name}, the {role}")
STEPS_OUT = Phrase("{who}, steps out")
UNNAMED = Phrase("The {role}")

# --- the curtain ------------------------------------------------------------------------------------

READ_PRIVATE = Phrase("Something new is for the {role} alone.")
I_HAVE_READ = Phrase("I have read it: everybody may look again")
CURTAIN_NAMED = Phrase("Pass the laptop to {name}, the {role}. The others look away.")

# --- before and after -------------------------------------------------------------------------------

PASS_TO = Phrase("Pass the laptop to {name}. The others look away.")
ALONE = Phrase("Nobody here sees what you answer. It is counted with everybody's, and no marks come of it.")
I_AM = Phrase("I am {name}: my five")
SKIP_MINE = Phrase("I leave mine out")
SKIP_ALL = Phrase("The whole table leaves them out")

ONE_CHAIR_ON = Phrase("The case once more, as practice: everybody moves one seat on")
WE_ARE_DONE = Phrase("No, we are done for today")

# --- votes ------------------------------------------------------------------------------------------

VOTE = Phrase("{who}: what would you do? Press its number; nothing is shown yet.")
VOTE_FOR = Phrase("{who}: what should the {role} do? Press its number; nothing is shown yet.")
VOTE_PART = Phrase("vote {number} of {of}")
NO_VOTE = Phrase("I would rather not say")
DECIDE_WITHOUT = Phrase("Decide without asking round")
DECIDE_TOGETHER = Phrase("Now decide together. {scribe} writes it down.")
DECIDE_TOGETHER_NOBODY = Phrase("Now decide together.")
FOR_IT = Phrase("For it: {names}")
VOTE_ONE = Phrase("{number} vote")
VOTE_MANY = Phrase("{number} votes")
DIFFERS_TITLE = Phrase("The table decides: {option}")
DIFFERS_HINT = Phrase("Who would have done something else? It can go on the record, with a reason.")
DIFFERS = Phrase("{who}: {option}")
SAY_WHY = Phrase("{who}: why do you differ?")
ONE_SENTENCE = Phrase("One sentence, if you like")
ON_THE_RECORD = Phrase("On the record >")
GO_ON = Phrase("Next >")
VOTE_AGAIN = Phrase("< Ask round again")
STANDS = Phrase("What stands: {option}")
STANDS_TRAINER = Phrase("All views are in. The trainer says what stands.")
VIEWS_SENT = Phrase("That is the meeting's decision >")
