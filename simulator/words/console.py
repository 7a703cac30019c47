"""The trainer's console: tables and seats, and what a trainer can do to them."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

TITLE = Phrase("Trainer's console")
COUNTS = Phrase("{here} here, {number} tables")
COUNT = Phrase("{here} here, {number} table")
ALL_TABLES = Phrase("All tables")
NOT_BEGUN = Phrase("not begun, {here} of {of} seats taken")
STEP = Phrase("step {step} of about {about}")
ENDED = Phrase("the case has ended")
PAUSED = Phrase("PAUSED")
AT_STOP = Phrase("at a discussion point")
QUIET = Phrase("quiet {minutes} min")
BOX_LEFT = Phrase("{minutes} min left")
BOX_OVER = Phrase("time is up")
SEAT = Phrase("{title}: {name}{agency}")
AGENCY = Phrase(", {agency}")
SEAT_SIMULATED = Phrase("{title}: simulated")
SEAT_FREE = Phrase("{title}: free")
AWAITED = Phrase("awaited")
AWAY = Phrase("away")
NO_NAME = Phrase("somebody")

WAITS = Phrase("Waits for: {who}.")
NOBODY_AWAITED = Phrase("Nobody is waited for.")
LATE = Phrase("Came late: {names}.")
SUPPORT_AT = Phrase("Stepped out, and may like a word: {names}.")
NO_TALK = Phrase("The table has said nothing to each other yet.")
TALK_TITLE = Phrase("What the table says to each other (read only)")
CHOSEN = Phrase("chosen: {what}")
WHERE_IT_IS = Phrase("At: {question}")
HINT = Phrase("Choose all tables or one with the arrows; a key or a button acts on what is chosen.")

# --- what can be done -------------------------------------------------------------------------------

BEGIN = Phrase("Begin")
BEGIN_SAYS = Phrase("Begins every table where somebody sits.")
PAUSE = Phrase("Pause")
PAUSE_SAYS = Phrase("Freezes what is chosen: nothing can be sent, and nothing is lost.")
GO_ON = Phrase("Go on")
GO_ON_SAYS = Phrase("Lets what is chosen go on, from a pause or a discussion point.")
STOPS = Phrase("Stops")
STOPS_SAYS = Phrase("Lets tables pause by themselves at the case's discussion points, or no longer.")
VOTES = Phrase("Votes")
VOTES_SAYS = Phrase("Says who gives their own view before one of them decides.")
OPEN_VOTES = Phrase("Open votes")
OPEN_VOTES_SAYS = Phrase("Opens the votes of a table that are in, without waiting for the others.")
TIME_BOX = Phrase("Time box")
TIME_BOX_SAYS = Phrase("Says how many minutes there are; nothing happens by itself when they are over.")
INJECT = Phrase("Inject")
INJECT_SAYS = Phrase("Sends a prepared message of the case to a table or a seat.")
WRITE = Phrase("Write")
WRITE_SAYS = Phrase("Sends words typed on the spot to a table or a seat; they are part of the play.")
MOVE_ON = Phrase("Move on")
MOVE_ON_SAYS = Phrase("Moves a quiet table on: who is waited for acts as their colleague would.")
STAND = Phrase("What stands")
STAND_SAYS = Phrase("Says which decision of a meeting stands, where the case leaves it to you.")
TABLE_TALK = Phrase("Talk")
TABLE_TALK_SAYS = Phrase("Shows what a table says to each other. Nobody's own notes are shown to you.")
SPEAK = Phrase("Say something to this table; it is no part of the play")
SUPPORT = Phrase("Support list")
SUPPORT_SAYS = Phrase("Lists who stepped out, for a word in private; nobody else sees it.")
ATTENDANCE = Phrase("Attendance")
ATTENDANCE_SAYS = Phrase("Lists who has been there, and who came late or left early.")
ATTENDANCE_TITLE = Phrase("Who has been there; for you alone")
CAME = Phrase("{came} people: {attended} attended ({out} of them stepped out), {part} in part, {late} late.")
PERSON = Phrase("{name}, {agency}: {how}")
BY_HAND = Phrase(
    "Whoever completes it by a review on paper: {simulator} records workshops paper {workshop} NAME. What a "
    "booking says is put right with: {simulator} records workshops came {workshop} NAME part"
)
HOW_ATTENDED = Phrase("saw it through")
HOW_OUT = Phrase("stepped out; attended")
HOW_PART = Phrase("in part so far")
HOW_LATE = Phrase("{how}; came late")
FREE_SEAT = Phrase("Free a seat")
FREE_SEAT_SAYS = Phrase(
    "Lets go of a seat whose holder has gone; a colleague plays it until somebody sits there."
)
NEW_CODE = Phrase("New code")
NEW_CODE_SAYS = Phrase("Makes another join code; the one before no longer works.")
PLENARY = Phrase("Plenary")
PLENARY_SAYS = Phrase("Compares the tables, differences first; never a ranking, never marks.")
WALL = Phrase("Wall")
WALL_SAYS = Phrase("The room for everybody to see, with nobody's name.")
END = Phrase("End for all")
END_SAYS = Phrase("Ends the play of what is chosen, in the ending that fits, and brings all to the debrief.")
CLOSE_ROOM = Phrase("Close")
CLOSE_ROOM_SAYS = Phrase("Ends the workshop: its code and seats work no longer, and what was played is kept.")

DONE: Final = Phrase("Saved. {what}: {tables}")
NOTHING_DONE = Phrase("Check: there was nothing to do it to.")
ONE_TABLE = Phrase("Check: choose one table first.")
STOPS_ON = Phrase("Tables pause at discussion points")
STOPS_OFF = Phrase("Tables no longer pause at discussion points")
WHO_VOTES = Phrase("Who gives their own view first?")
VOTERS: Final = {
    "nobody": Phrase("Nobody: whoever decides decides"),
    "present": Phrase("Those who are in the scene"),
    "table": Phrase("Everybody at the table"),
}
MINUTES = Phrase("How many minutes?")
MINUTES_ENTRY = Phrase("Minutes; 0 takes the time box away")
NOT_MINUTES = Phrase("Check: that is not a number of minutes.")
WHICH_INJECT = Phrase("Which message?")
NO_INJECTS = Phrase("This case has no prepared messages; type one with W.")
WHOM = Phrase("To whom?")
WHOLE_TABLE = Phrase("The whole table")
AS_CASE_SAYS = Phrase("Those whom the case names")
WRITE_TITLE = Phrase("What do you write?")
WRITE_ENTRY = Phrase("The seats see it at once, as the trainer's words; it is kept with the play")
SEND = Phrase("Send >")
CANCEL = Phrase("Cancel")
CLOSE = Phrase("Close")
SURE_MOVE_ON = Phrase("Move {name} on?")
SURE_MOVE_ON_SAYS = Phrase("Those who are waited for act once as their colleague would: {who}.")
SURE_END = Phrase("End the play for {what}?")
SURE_END_SAYS = Phrase(
    "The case ends where it is. Everybody comes to the debrief, and whoever is there has completed it."
)
SURE_CLOSE = Phrase("Close the workshop?")
SURE_CLOSE_SAYS = Phrase("Nobody can join or play any more. What was played is kept.")
STILL_PLAYING = Phrase(
    "Still playing: {tables}. Whoever sits there counts as there in part, unless you end the play for them "
    "first."
)
SAW_IT_THROUGH = Phrase("Did {name} see it through?")
SAW_IT_THROUGH_SAYS = Phrase(
    "{table}, {agency}: {how}, while the others played on. Say yes where they went on at somebody else's "
    "screen: it is then their completion. With no it stays as it is."
)
YES = Phrase("Yes")
NO = Phrase("No")
WHICH_STANDS = Phrase("Which decision stands?")
NOTHING_STANDS = Phrase("Check: no meeting waits for you there.")
WHICH_SEAT = Phrase("Which seat?")
NOBODY_OUT = Phrase("Nobody has stepped out.")
SUPPORT_LINE = Phrase("{name} ({table})")
SUPPORT_TITLE = Phrase("For you alone: who stepped out")
SUPPORT_HINT = Phrase(
    "No reason was asked. A quiet word, water, the support lines; nothing of it is in any report."
)
CODE_TITLE = Phrase("The new join code")
CODE_SAYS = Phrase("Read it out or write it on the board. Seats that are taken stay taken.")
