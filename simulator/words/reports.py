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

NO_PDF = Phrase("A PDF needs a library")
NO_PDF_MESSAGE = Phrase("fpdf2 is not installed.")
NO_PDF_REMEDY = Phrase('Install it: python3 -m pip install "working-together-simulator[pdf]"; or use --html.')

# --- reports and exports -----------------------------------------------------------------------------------

R1 = Phrase("Course delivery: sessions, who came, who saw it through, and the change.")
R2 = Phrase("Attendance by agency and course.")
R3 = Phrase("Reach: who is trained and in date, by agency and level.")
R4 = Phrase("Individual transcript: who took part in what, and what it counts for.")
R5 = Phrase("Refreshers that fall due.")
R6 = Phrase("Non-attendance and late cancellation.")
R7 = Phrase("Mix of agencies at each table.")
R8 = Phrase("Evaluation: before, after, and weeks later.")
R9 = Phrase("Learning themes, of nobody in particular.")
R10 = Phrase("What each agency's trainers gave.")
R11 = Phrase("Assurance pack on one page.")
R12 = Phrase("What is missing or does not fit in the record.")
NEUTRAL = Phrase("Completions, for any system")

ERASED = Phrase("[erased]")
ALL_SEATS = Phrase("all seats")
COMPLETED = Phrase("completed")
ATTENDED = Phrase("attended")
PART = Phrase("part")
YES = Phrase("yes")
NO = Phrase("no")
TOTAL = Phrase("Total")
NOTE_SESSION = Phrase("A session is one table of a workshop, or one play by itself. Practice is not counted.")
NOTE_ATTENDED = Phrase(
    "Attended: stayed to the end or stepped out. Completed: in a seat when the case ended."
)
NOTE_MEASURES = Phrase(
    "Fill % = attended ÷ capacity. Kept booking % = (attended − unscheduled) ÷ booked. "
    "Δ is of attended: on the period of the same length before, and on the same period a year before."
)
NOTE_BOOKINGS = Phrase("This record holds no bookings, so what needs them is left empty.")
