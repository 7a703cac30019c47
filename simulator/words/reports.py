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
