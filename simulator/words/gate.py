"""What is said at the outermost edge, when the command line itself could not say it."""

from __future__ import annotations

from simulator.words import Phrase

UNEXPECTED = Phrase("Something in the simulator went wrong ({kind}).")
KEPT = Phrase("What was shown as saved is saved. Adding --debug to the same words shows the details.")

LIBRARY_MISSING = Phrase("The library '{library}' is missing from this installation.")
MAKE_AGAIN = Phrase("Delete the folder {folder} and run 'python3 -m simulator' once more: it is made again.")
INSTALL_AGAIN = Phrase(
    "Install the simulator again: python3 -m pip install --force-reinstall working-together-simulator"
)
