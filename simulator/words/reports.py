"""What reports, exports and printed pages say around what the record and the case hold."""

from __future__ import annotations

from simulator.words import Phrase

# --- the debrief as a page ---------------------------------------------------------------------------------

TRAINING_AID = Phrase("A training aid about invented people, and not advice.")
LEGEND = Phrase(
    "Each number is a fact, told in words below. A ring: held from the start. A filled mark: learned then; "
    "the line comes from whoever passed it. A dashed mark: needed, and stayed where it was. "
    "A square: this person was asked or told."
)
CLOCK = Phrase("Clock")
HOW_IT_WENT = Phrase("How it went")
COUNTING = Phrase("Counting")
COMPETENCY = Phrase("Competency")
EVIDENCE = Phrase("Evidence")
NOT_EVIDENCED = Phrase("not evidenced in this play")
QUESTION = Phrase("Question")
WHAT_IS_DONE = Phrase("What the best line does")

# --- reports and exports -----------------------------------------------------------------------------------

CHARTS = Phrase("Charts")
ABOUT = Phrase("How it was counted")
PAGE_OF = Phrase("{number} of {pages}")
NOTHING_FITS = Phrase("Nothing in the record fits.")
WHOLE_RECORD = Phrase("The whole record, as it stood on {day}.")
PERIOD = Phrase("From {first} to {last}, as it stood on {day}.")
SINCE = Phrase("From {first} on, as it stood on {day}.")
UNTIL = Phrase("Up to {last}, as it stood on {day}.")
ONLY_AGENCY = Phrase("Only {agency}.")
ONLY_COURSE = Phrase("Only {course}.")
TOO_LONG = Phrase("Too long for paper")
TOO_LONG_MESSAGE = Phrase("{name} has more than {most} rows in one table.")
TOO_LONG_REMEDY = Phrase("Ask for a shorter period or one agency, or for --format xlsx or csv.")

ERASED = Phrase("[erased]")
ALL_SEATS = Phrase("all seats")
NO_SEAT = Phrase("no seat: wrote or looked on")
COMPLETED = Phrase("completed")
ATTENDED = Phrase("attended")
PART = Phrase("part")
BOOKED = Phrase("booked")
YES = Phrase("yes")
NO = Phrase("no")
TOTAL = Phrase("Total")
COMPLETIONS = Phrase("Completions")
COMPLETIONS_OVER_TIME = Phrase("Completions by month")
REACH_BY_AGENCY = Phrase("Reach by agency: of each hundred in scope")
IN_DATE_LONGER = Phrase("In date for longer than 90 days")
NO_AGENCY = Phrase("(agency not known)")
NO_GROUP = Phrase("(in no group)")
OVERDUE = Phrase("overdue")
DUE = Phrase("due")
HOW_ANSWERED = Phrase("How each decision was answered: {title}")
COMPETENCY_BY_AGENCY = Phrase("{competency}, by agency: of full marks, on average")
NEVER_CHOSEN = Phrase("“{answer}” was never chosen: make it more tempting, or leave it out.")
TELLS_WRONGLY = Phrase(
    "Those who do well elsewhere do worse here: look at its wording and at what is taken for right."
)
EVERYBODY_FINDS_IT = Phrase("Nearly everybody finds it: make it harder, or let it open the case.")
TOP_DECISIONS = Phrase("Learning themes: decisions most often answered poorly")
TOP_FACTS = Phrase("Learning themes: facts most often not passed on")
BRINGS = Phrase("{scene}, what is brought")
THE_PERSON = Phrase("the {who}")
THE_SURNAME = Phrase("the family’s name")
