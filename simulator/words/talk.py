"""What stands over a line of the conversation that nobody in the story speaks."""

from __future__ import annotations

from simulator.words import Phrase

SAYS = Phrase("Message")
LEARNED = Phrase("Who knows")
DECLINED = Phrase("No answer")
ADVICE = Phrase("Advice")
STOP = Phrase("Stop and think")
MEETING = Phrase("The meeting")
ENDING = Phrase("How it goes on")
SEAT = Phrase("At the table")
ROOM = Phrase("The room")
VOTE = Phrase("Before the decision")
