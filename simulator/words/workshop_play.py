"""What the rules of play say when a trainer leads the room, and when a table votes before it decides."""

from __future__ import annotations

from simulator.words import Phrase

PAUSED = Phrase("The room is paused")
PAUSED_MESSAGE = Phrase("The trainer has paused the room; nothing is decided meanwhile.")
PAUSED_REMEDY = Phrase("What you have filled in stays. Send it when the room goes on.")
NO_TIME = Phrase("Not a time box")
NO_TIME_MESSAGE = Phrase("A time box has between 0 and {most} minutes; 0 takes it away.")
NOBODY_WAITED_FOR = Phrase("Nobody is waited for")
NOBODY_WAITED_FOR_MESSAGE = Phrase("No seat is to act now, so there is nothing to move on.")
HAS_ENDED = Phrase("The case has ended")
HAS_ENDED_MESSAGE = Phrase("There is nothing more to end.")
NO_POLL = Phrase("Nobody is called that")
NO_POLL_MESSAGE = Phrase("'{voters}' is not who could vote; it can be: {known}.")
VOTES_ARE_OPEN = Phrase("The votes are open")
VOTES_ARE_OPEN_MESSAGE = Phrase("Everybody has seen the votes; now the decision is made.")
NO_VOTE = Phrase("No vote is asked for")
NO_VOTE_MESSAGE = Phrase("'{role}' has voted, or is not asked for a vote here.")
NO_SUCH_VOTE = Phrase("No such option")
NO_SUCH_VOTE_MESSAGE = Phrase("'{option}' is not an option of '{scene}'.")
NO_VOTES = Phrase("No votes to open")
NO_VOTES_MESSAGE = Phrase("In '{scene}' no votes are sealed now.")
VOTES_FIRST = Phrase("Votes first")
VOTES_FIRST_MESSAGE = Phrase("Before this is decided these seats give their own vote: {roles}.")

HELD = Phrase("The trainer has paused the room.")
HELD_AT_STOP = Phrase("The room pauses here, to talk.")
GOES_ON = Phrase("The room goes on.")
BOXED = Phrase("You have {minutes} minutes for what comes.")
UNBOXED = Phrase("Take the time you need.")
MOVED_ON = Phrase("The trainer moves the room on: what was waited for is done as a colleague would.")
CLOSED = Phrase("The trainer ends the play here.")
VOTED = Phrase("You have voted. It stays sealed until everybody has.")
OPENED = Phrase("{role} would: {text}")
NO_VOTES_CAST = Phrase("The votes are open; nobody had voted.")
