"""The app in browsers: what the pages say, and what `serve` prints."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

NAME = Phrase("Working Together Simulator")
INVENTED = Phrase("Training only: every person here is invented.")
JOIN = Phrase("Join the workshop")
CODE = Phrase("Join code")
CODE_HINT = Phrase(
    "Five words, from your trainer or the wall. Capitals and what stands between them do not matter."
)
ENTER = Phrase("Join")
WRONG = Phrase("That is not the code of this workshop")
WRONG_MESSAGE = Phrase("Please look at it again.")
WAIT = Phrase("Too many codes were tried. Please wait {wait} seconds, then try again.")
COOKIES = Phrase("This browser keeps your seat in one cookie, which ends with the workshop.")
REAL = Phrase("Never type the details of a real child, family or colleague.")

LOADING = Phrase("One moment: your seat is being made ready.")
LETTERS = Phrase("Text size")
SMALLER = Phrase("Smaller text")
LARGER = Phrase("Larger text")
NO_SCRIPT = Phrase("This page needs JavaScript. Everything it loads comes from your trainer's computer.")
READER = Phrase(
    "The screen is drawn and cannot be read by a screen reader. Please ask your trainer, who can open "
    "the same seat line by line."
)

TAKEN: Final = (
    Phrase("Your seat is open in another tab"),
    Phrase(
        "It can be in one tab at a time. Take it over here, or close this tab? Taken over, the other one "
        "says where it went."
    ),
    Phrase("Use it here"),
)
ELSEWHERE: Final = (
    Phrase("Your seat is now in another tab"),
    Phrase("Nothing is lost. You can have it back here."),
    Phrase("Use it here"),
)
LEFT: Final = (Phrase("You have left"), Phrase("This tab can be closed."), Phrase("Come back"))
FULL: Final = (
    Phrase("All seats are taken"),
    Phrase("Please tell your trainer; somebody who has finished may close their tab."),
    Phrase("Try again"),
)
LOST: Final = (
    Phrase("The connection is lost"),
    Phrase("What you sent is kept. This page tries again by itself."),
    Phrase("Try now"),
)
STOPPED: Final = (
    Phrase("Your seat stopped"),
    Phrase("What you sent is kept. It is being opened again."),
    Phrase("Open it again"),
)
CLOSED: Final = (
    Phrase("The workshop has ended"),
    Phrase("What you sent is kept. Thank you for coming; this tab can be closed."),
    Phrase("Look again"),
)

MISDIRECTED = Phrase(
    "This is not the address the workshop was opened under. Please use the one your trainer gave."
)
FORBIDDEN = Phrase("That did not come from this workshop's own page.")
TOO_LARGE = Phrase("That is more than a code.")
NOT_HERE = Phrase("There is nothing at this address.")
BUSY = Phrase("The workshop's computer is busy. Please try again in a moment.")
NOT_STARTED = Phrase("Your seat did not open")
NOT_STARTED_MESSAGE = Phrase("The workshop's computer could not start it.")
TRY_AGAIN = Phrase("Please try again in a moment.")

OPEN_HERE = Phrase("Open to browsers on this computer only:")
OPEN = Phrase("Open to browsers on this network:")
THE_CODE = Phrase("Join code: {code}")
OTHER_CODES = Phrase("That code is for playing alone. A workshop's own join code works here, too.")
HOW_TO_END = Phrase("Up to {seats} seats. Ctrl+C ends it for everybody; what was sent is in the record.")
EXPOSED = Phrase(
    "Whoever is on this network and has the code can take a seat. What is sent is not encrypted (no "
    "TLS): on a network that strangers share, they could read along or take over a seat. Use a "
    "network of your own, such as a router or hotspot only for this room; or keep it on this "
    "computer, put a web server with a certificate before it, and name that server with --name. Close"
    " it when the workshop ends."
)
PORT_TAKEN = Phrase("Cannot listen")
PORT_TAKEN_MESSAGE = Phrase("{host}, port {port}: {reason}.")
PORT_TAKEN_REMEDY = Phrase("Another port may be free: {simulator} serve --port {port}")
HOST_REMEDY = Phrase("This computer's own addresses are {addresses}; 0.0.0.0 is all of them.")
STILL_OPEN = Phrase(
    "Closed. A workshop is still open: started again within twelve hours, this lets everybody back to "
    "their seats."
)
ENDED = Phrase("Closed. The join code has ended.")
