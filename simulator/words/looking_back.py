"""What the debrief's screen says around the debrief."""

from __future__ import annotations

from simulator.words import Phrase

TITLE = Phrase("Looking back: {title}")
WORKING = Phrase("Working ...")
WORKING_SAYS = Phrase("Every way through the case is being compared with yours. This can take a moment.")
CONTENTS = Phrase("Parts")
PART = Phrase("Part {part} of {parts}")
DECISION = Phrase("Decision {number} of {of}: {who}, {when}")
NEXT = Phrase("Next part >")
MORE = Phrase("PgDn reads on")
BEFORE = Phrase("< Part before")
DONE = Phrase("Done")
TRY_FROM = Phrase("Try from here")
TRIED = Phrase("A new practice attempt begins here. The one you played stays as it is.")
LEGEND = Phrase(
    "O: held it from the start; o: was told; =: knows; .: does not know; S: you passed it on; s: others did."
)
NEVER = Phrase("! never got there")
STAYED = Phrase("! it stayed here")
RECORDS_TITLE = Phrase("My training record")
NO_RECORDS = Phrase("Nothing is recorded yet.")
RECORD = Phrase("{date}: {title}")
RECORD_SAYS = Phrase("{status}. {role}. {hours} hours, {level}. Guidance: {guidance}.")
CERTIFICATE = Phrase("Certificate {number}.")
EXPIRES = Phrase("To be refreshed by {date}.")
NO_MARKS = Phrase("No marks are recorded here or given to anybody.")
