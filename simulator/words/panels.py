"""What the side panel says where there is nothing to show, and who may look."""

from __future__ import annotations

from simulator.words import Phrase

KNOW_NOTHING = Phrase("Nothing yet.")
NO_CLOCKS = Phrase("No timescale runs for you yet.")
NO_NOTES = Phrase("Nothing yet.")
ONLY_FOR = Phrase("This is for the {role} only.")
