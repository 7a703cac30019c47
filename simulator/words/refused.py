"""Why a move is refused: what `step` and the form it fills in say to whoever made it."""

from __future__ import annotations

from simulator.words import Phrase

MOVED_ON = Phrase("The room has moved on")
MOVED_ON_MESSAGE = Phrase("The move is for '{scene}', and the case is now at '{here}'.")
MOVED_ON_REMEDY = Phrase("Look again and choose again.")
ENDED = Phrase("The case has ended")
ENDED_MESSAGE = Phrase("There is nothing more to decide here.")
ENDED_REMEDY = Phrase("Read the debrief.")

NOT_THIS_SEATS = Phrase("Not this seat's decision")
NOT_THIS_SEATS_MESSAGE = Phrase("'{role}' does not decide in '{scene}'.")
NOBODY_PLAYS = Phrase("Nobody plays this seat")
NOBODY_PLAYS_MESSAGE = Phrase("'{role}' acts by habit here; take the seat first.")
DONE = Phrase("Already done")
DONE_MESSAGE = Phrase("'{role}' has acted; the others are still deciding.")
NO_SEAT = Phrase("No such seat")
NO_SEAT_MESSAGE = Phrase("'{role}' is not a seat in this case.")
NOT_FOR_PEOPLE = Phrase("'{role}' is not a seat that somebody can play.")

NO_ADVICE = Phrase("No advice here")
NO_ADVICE_MESSAGE = Phrase("Nobody is named whom one could ask before this decision.")
ADVISED = Phrase("Already asked")
ADVISED_MESSAGE = Phrase("You have had this advice.")
NO_INJECT = Phrase("No such inject")
NO_INJECT_MESSAGE = Phrase("This case has no inject called '{inject}'.")
BY_ITSELF = Phrase("It comes by itself")
BY_ITSELF_MESSAGE = Phrase("The inject '{inject}' is sent by the case.")

NO_OPTION = Phrase("No such option")
NO_OPTION_MESSAGE = Phrase("'{option}' is not an option of '{scene}'.")
NO_VIEW = Phrase("No such view")
NOT_YET = Phrase("Not yet")
STILL_BRINGING = Phrase("The seats are still bringing what they know.")
NOT_READY = Phrase("The meeting is not ready for its decision.")
NOT_TRAINERS = Phrase("Not the trainer's to say")
NOT_TRAINERS_MESSAGE = Phrase("'{option}' cannot be set from outside here.")

MISFIT = Phrase("That does not fit the form")
MISFIT_REMEDY = Phrase("Choose from what the form offers.")
OTHER_KIND = Phrase("This decision is not of that kind, or not at that point yet.")
NOTHING_TO_SEND = Phrase("Without a referral there is nothing to send.")
NOT_TO_PASS = Phrase("'{fact}' is not among what can be passed here.")
NOT_AT_THAT_LEVEL = Phrase("'{fact}' cannot be passed at that level.")
NOT_OFFERED = Phrase("'{given}' is not offered here; it can be: {offered}.")
NOTHING_OFFERED = Phrase("nothing")
TWICE = Phrase("'{given}' stands twice.")
PASSED_TWICE = Phrase("'{fact} to {to}' stands twice.")
