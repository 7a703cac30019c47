"""What R12 says does not fit."""

from __future__ import annotations

from simulator.words import Phrase

NO_AGENCY = Phrase("missing agency")
ROWS_WITHOUT = Phrase("{number} in {table}")
AGENCY_NOT_KNOWN = Phrase("agency that the board's profile does not name")
PEOPLE_OF_IT = Phrase("{number} people")
TWICE = Phrase("possibly one person twice")
SHARED_MAILBOX = Phrase("shared mailbox")
PEOPLE_WITH_IT = Phrase("used by {number}")
UNMATCHED = Phrase("plays of a workshop that the record does not know")
PLAYS_OF_IT = Phrase("{number} plays")
NOT_ATTENDED = Phrase("completion without attendance")
NOT_SETTLED = Phrase("nobody has said who came")
BOOKINGS_OF_IT = Phrase("{number} bookings")
OVER_SCOPE = Phrase("more trained than in scope")
SCOPE = Phrase("{trained} trained, {in_scope} in scope")
