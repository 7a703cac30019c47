"""What the app says about itself: the window, an unexpected end."""

from __future__ import annotations

from simulator.words import Phrase

TOO_SMALL = Phrase("Please make the window larger: it is {width} x {height} now, and 60 x 20 is needed.")
CRASHED = Phrase("Something in the simulator went wrong ({kind}).")
CRASHED_KEPT = Phrase("What you sent is kept. To carry on: {simulator} resume {attempt}")
CRASHED_AGAIN = Phrase("Start it again with: simulator")
KEPT = Phrase("Your place is kept. To carry on: {simulator} resume {attempt}")
SERVED_KEPT = Phrase("Your place is kept.")
