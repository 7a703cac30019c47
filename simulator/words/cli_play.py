"""What the command line says of a play: its transcript, its marks, where it is kept."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

THE_END = Phrase("The end")
MARKS = Phrase("Marks")
OF = Phrase("{earned} of {possible}")
LOST = Phrase("−{loss}")
TABLES_LOSS = Phrase("The meetings' decisions closed off {loss} more; that is the table's.")
COMES_TO = Phrase("{earned} marks of the {best} that the best line earns: {share}.")
BESIDE = Phrase("Guessing earns {guessing} on average, the worst line {worst}.")
COMES_TO_NOT_EXACT = Phrase("{earned} marks. The case is too large to say exactly what the best line earns.")
TIMESCALES = Phrase("Clocks")
TIMESCALE = Phrase("{title}: {verdict}. {counting}")
VERDICTS: Final = {
    "met": Phrase("in time"),
    "late": Phrase("late"),
    "missed": Phrase("not done by then"),
    "not counted": Phrase("not counted in this case"),
}
STOP_AND_LOOK = Phrase("Stop and look again")
RED_LINE = Phrase("{who}: {line}")
COMPETENCIES = Phrase("What this play gave evidence of")
NOT_EVIDENCED = Phrase("not evidenced")

PLAYED = Phrase("Seats played: {roles}. Guidance of {date}. Seed {seed}.")
AS_IF = Phrase("Marked as if on {date}; it was played on {played}.")
UNREVIEWED = Phrase("Unreviewed: no practising lead has signed this case off.")

DEMO = Phrase("A demonstration: one case plays itself, each decision as the solver finds best.")
DEMO_KEPT = Phrase("Kept as practice, attempt {attempt}. Look back on it: {simulator} debrief {attempt}")
RECORD_AT = Phrase("The record is in {place}.")
KEPT = Phrase("Kept as attempt {attempt}.")
IN_A_TERMINAL = Phrase("In a terminal, {simulator} alone opens the app.")
PRACTICE = Phrase("Practice attempt {attempt} begins there. Play it: {simulator} resume {attempt}")
NO_SCENE = Phrase("The attempt never came to a scene called “{scene}”.")
SCENES_ARE = Phrase("It came to: {scenes}.")
WRITTEN = Phrase("Written to {file}.")
NOT_WRITTEN = Phrase("The page could not be written")
NOT_WRITTEN_MESSAGE = Phrase("{file}: {reason}.")
NOT_WRITTEN_REMEDY = Phrase("Name another file.")
