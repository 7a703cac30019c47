"""What the side panel says where there is nothing to show, and who may look."""

from __future__ import annotations

from simulator.words import Phrase

KNOW_NOTHING = Phrase("Nothing yet.")
NO_CLOCKS = Phrase("No timescale runs for you yet.")
NO_NOTES = Phrase("What you do and what you are told comes to stand here, with the date.")
IN_YOUR_FILE = Phrase("In your own file, each marked as what it is")
ONLY_FOR = Phrase("This is for the {role} only.")
