"""What the plenary says: tables side by side, differences first."""

from __future__ import annotations

from simulator.words import Phrase

DAY = Phrase("day {day}, {time}")
ERASED = Phrase("[erased]")
NO_TABLES = Phrase("Nothing to compare yet")
NO_TABLES_MESSAGE = Phrase("No table of this workshop has begun.")
NO_TABLES_REMEDY = Phrase("Begin the tables, or bring in run files: simulator workshop import FILE")
OTHER_CASE = Phrase("Not the same case")
OTHER_CASE_MESSAGE = Phrase("Tables are compared only where all played the same text of the same case.")
STANDS = Phrase("The meeting decides: {text}")
INJECT = Phrase("Message: {text}")
BOXED = Phrase("The trainer gave {minutes} minutes.")
MOVED_ON = Phrase("The trainer moved the table on.")
CLOSED = Phrase("The trainer ended the play.")
ENDED = Phrase("The case ends.")
ONE_DIFFERED = Phrase(
    "“{question}” One seat saw it otherwise than the table decided. Whose word counted, and why?"
)
SOME_DIFFERED = Phrase(
    "“{question}” {number} seats saw it otherwise than their table decided. Whose word counted, and why?"
)
WENT_APART = Phrase("“{question}” Tables went different ways. What did each know when it decided?")
PROMPTS = (
    Phrase("Who spoke first, and who waited? Whose agency was asked last?"),
    Phrase("Which piece stayed where it was, and what would have moved it?"),
    Phrase("When did somebody give way, and to what: to reasons, or to rank?"),
    Phrase("Where was the child in what you decided? In whose words?"),
    Phrase("What will you do differently in your own agency, and by when?"),
)

TITLE = Phrase("Plenary: {title}")
WHAT_IT_IS = Phrase(
    "Tables stand side by side in the order of the room. What differs comes first. There is no order of merit"
    " here and there are no marks: the question is what each table knew, and what it made of it."
)
TABLES = Phrase("The tables")
TABLE = Phrase("Table")
ENDING = Phrase("How it ended")
STILL_PLAYING = Phrase("still playing")
PEOPLE = Phrase("Who played")
DECISIONS = Phrase("Decision by decision")
TOGETHER = Phrase("Together, {when}")
DIFFERENT = Phrase("Tables differ")
ALIKE = Phrase("All tables did the same")
NOT_HERE = Phrase("did not come here")
BY_HABIT = Phrase("(as a colleague would)")
WOULD = Phrase("{role} would: {text}")
DIFFERS = Phrase("{role} differs: {text}")
DIFFERS_WHY = Phrase("{role} differs: {text} – “{why}”")
FACTS = Phrase("Who came to know what, and when")
FACT = Phrase("Fact")
HELD_BY = Phrase("held by {roles}")
NEEDED_BY = Phrase("needed by {roles}")
STAYED = Phrase("stayed where it was")
TOLD = Phrase("{to}, from {source}, {when}")
TOLD_TOGETHER = Phrase("{to}, {when}")
HEADLINE = Phrase("{told} (headline)")
TIMELINE = Phrase("What happened when: {table}")
WHEN = Phrase("When")
WHAT = Phrase("What")
NOTES = Phrase("What tables wrote down")
TALK = Phrase("To talk about")
ACTIONS = Phrase("Actions agreed")
NO_ACTIONS = Phrase("None yet.")
ACTION_HEADS = (Phrase("What"), Phrase("Who"), Phrase("By when"))
NO_NAMES = Phrase("For the wall: nobody's name is on this page.")
NAMED = Phrase("For the trainer: people's names are on this page. Do not project it.")
