"""What the board's record says on the screen: reports, people, and files for others."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

DOOR = Phrase("The board's training record: reports, people, what is due")
TITLE = Phrase("Training record")
FIND = Phrase("Find a person")
PERIOD = Phrase("Period: {period}")
AGENCY = Phrase("Agency: {agency}")
COURSE = Phrase("Course: {course}")
ALL = Phrase("all")
EXPORT = Phrase("Save as a file")
ROWS_ONE = Phrase("{number} row")
ROWS = Phrase("{number} rows")
FIRST_ROWS = Phrase("The first {shown} of {number} rows; a file has them all.")
WORKING = Phrase("Working it out ...")
NOTHING = Phrase("Nothing in this period.")
TOTAL = Phrase("Total")

WHO = Phrase("Whom do you look for?")
WHO_FIELD = Phrase("A name, or part of one")
NOBODY = Phrase("Nobody of that name is in the record.")
PERSON = Phrase("{name}, {agency}")
WHICH_PERSON = Phrase("Which of them?")
MANY = Phrase("There are more; type more of the name.")
SEARCH = Phrase("Search")
BACK = Phrase("< Back")

WHICH_PERIOD = Phrase("Which period?")
WHICH_AGENCY = Phrase("Which agency?")
WHICH_COURSE = Phrase("Which course?")
WHICH_FORM = Phrase("As what?")
FORMS: Final = {
    "xlsx": Phrase("A workbook, to reckon with (XLSX)"),
    "pdf": Phrase("A document to print (PDF)"),
    "html": Phrase("A page for a browser (HTML)"),
    "csv": Phrase("A plain table (CSV)"),
}
SAVED = Phrase("Saved: {file}")
SAVING = Phrase("Saving {name}: {done} of {of} rows")
SAVING_ONE = Phrase("Saving {name}: {done} of {of} row")
MARKED = Phrase("{done} of {of} plays marked again")
