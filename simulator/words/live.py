"""Live seats: joining with a code, taking a seat, what a table sees of itself, and how it ends."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

# --- coming in --------------------------------------------------------------------------------------

JOIN = Phrase("Join a workshop: I have a code")
CODE_TITLE = Phrase("Join a workshop")
CODE = Phrase("The code, as the trainer says or shows it")
JOIN_IN = Phrase("Join >")
NEXT = Phrase("Next >")
BACK = Phrase("< Back")
NAME_TITLE = Phrase("Who are you?")
NAME = Phrase("Your name")
AGENCY_TITLE = Phrase("Where do you work, {name}?")
RECORD_TITLE = Phrase("Shall it be recorded that you took part?")
RECORDED = Phrase("Yes: my name, my agency and that I completed the case go to the board")
PRACTICE = Phrase("No: practice, and nothing of me is kept")
RECORDED_TABLE = Phrase("Yes: names, agencies and that the case was completed go to the board")
PRACTICE_TABLE = Phrase("No: practice, and nothing of anybody is kept")
A_TABLE = Phrase("whole table")
PHRASE = Phrase("Your words to come back with on another day; write them down:")
YOUR_PLACE = Phrase("You have a place here")
CARRY_ON_AS = Phrase("Carry on as the {role}, at {table}")
CARRY_ON_BESIDE = Phrase("Carry on beside {table}")
ANOTHER_PLACE = Phrase("Take another place")
OPEN_ELSEWHERE = Phrase("Your place is open in another window")
TAKE_OVER_SAYS = Phrase("Carry on here? The other window closes; nothing is lost.")
TAKE_OVER = Phrase("Carry on here")
LEAVE_IT = Phrase("Leave it there")
WHICH_TABLE = Phrase("Which table?")
TABLE_LINE = Phrase("{name}: {free} of {seats} seats free")
WHICH_SEAT = Phrase("Choose your seat")
SEAT_FREE = Phrase("{role}: free")
SEAT_SIMULATED = Phrase("{role}: simulated, you can take it")
SEAT_TAKEN = Phrase("{role}: taken by {name}")
SEAT_AWAY = Phrase("{role}: {name}, not at the screen any more")
SOMEBODY = Phrase("somebody")
TAKE_SEAT_OVER = Phrase("Sit down there >")
IS_IT_YOU = Phrase("{name}, {agency}, has a place here. Is it you, from another screen?")
IT_IS_ME = Phrase("Yes: carry on here, where I was")
IT_IS_NOT_ME = Phrase("No: I am somebody else of that name")
SCRIBE = Phrase("Scribe: keep the table's notes, without a seat")
SCRIBE_TITLE = Phrase("Scribe")
THE_SCRIBE = Phrase("scribe")
OBSERVER_TITLE = Phrase("Observer")
SCRIBE_DOES = Phrase(
    "You see what everybody at the table sees. You write down what the table notes, and what it agrees to do."
)
OBSERVE = Phrase("Observe: look on, without a seat")
SEAT_HINT = Phrase("You see what this agency knows, and nobody else's file.")
SEAT_TOLD = Phrase(
    "Once you sit there you are told who you are and what is in your file. Nobody else is shown it."
)
SEAT_OF = Phrase("{agency}")
NOTES_TITLE = Phrase("Before you begin")
NOTES = Phrase("This case touches on: {notes}.")
GROUND_RULES: Final = (
    Phrase("Everybody in the case is invented. Never type a real child's, family's or colleague's details."),
    Phrase("Speak for your seat, not against a person. Say “I don't know” as often as it is true."),
    Phrase("What is said here stays here, unless somebody may be at risk."),
    Phrase("Nobody has to play a seat close to home: swap, or step out with {out}, and no reason is asked."),
)
I_AM_READY = Phrase("I am ready >")
OTHERS_PLAY = Phrase("The others at your table play their own seats; whoever is not there acts by habit.")
WAITING_TITLE = Phrase("Your table has not begun")
WAITING_SAYS = Phrase("The trainer begins, or any of you once all who are coming are here.")
LOOK_AGAIN = Phrase("Look again")
SAY_OR_LOOK = Phrase("Press Enter to look again; what you type is said to your table.")
NOTE_OR_LOOK = Phrase(
    "Press Enter to look again; what you type is a note of the table's, and “agree” writes down an action."
)
WE_BEGIN = Phrase("We are all here: begin >")
OTHER_SEAT = Phrase("< Another seat")
HERE = Phrase("{role}: {name}")
NOBODY_YET = Phrase("{role}: nobody yet")

# --- before and after -------------------------------------------------------------------------------

BEFORE_TITLE = Phrase("Before we begin: one minute, five taps")
AFTER_TITLE = Phrase("Before you go: the same five")
SKIP_THEM = Phrase("Leave these out")
QUESTION_PART = Phrase("{number} of {of}")
SCALE_LOW = Phrase("not at all")
SCALE_HIGH = Phrase("entirely")
CONFIDENCE: Final = {
    "confidence_share": Phrase(
        "How sure are you what to pass on about a child you worry about, and to whom?"
    ),
    "confidence_refer": Phrase("How sure are you when to refer, and how?"),
    "confidence_challenge": Phrase("How sure are you that you can challenge a colleague's decision?"),
}
KNOWLEDGE: Final = {
    "knowledge_consent": (
        Phrase(
            "Where a child may be at risk of significant harm, information can be shared without consent."
        ),
        True,
    ),
    "knowledge_certain": (Phrase("One has to be certain that a child is harmed before one refers."), False),
}
TRUE = Phrase("True")
FALSE = Phrase("Not true")
INTEND_TITLE = Phrase("One thing I will do differently")
INTEND = Phrase("For you and your trainer only; leave it empty if you like")
DE_ROLE_TITLE = Phrase("Step out of the {role}")
DE_ROLE = Phrase(
    "You are yourself again. Say your own name and where you work to the person beside you, and one thing "
    "that you leave here with the {role}."
)
DE_ROLE_TABLE_TITLE = Phrase("Step out of your roles")
DE_ROLE_TABLE = Phrase(
    "You are yourselves again. Each says their own name, where they work, and one thing that they leave here."
)
DE_ROLE_OBSERVER = Phrase("Say to the person beside you what you saw that nobody else did.")
OTHER_CHAIR_TITLE = Phrase("While the others finish: try the other chair?")
OTHER_CHAIR = Phrase("Play it again as the {role}, as practice")
I_AM_DONE = Phrase("No, I am done for today")
THANKS = Phrase("Thank you for playing. Look after yourself today.")

# --- in the room ------------------------------------------------------------------------------------

YOUR_TURN = Phrase("Your turn")
WAITING_FOR = Phrase("Waiting for {who}")
WAITING_FOR_MANY = Phrase("Waiting for {number} seats")
AND = Phrase("{first} and {last}")
TRAINER = Phrase("the trainer")
THE = Phrase("the {role}")
HERE_COUNT = Phrase("{here} of {of} here")
TALK_NEW = Phrase("T: {number} new to the table")
TALK_KEY = Phrase("T: say something")
LEFT_MINUTES = Phrase("{number} min left")
LEFT_MINUTE = Phrase("{number} min left")
TIME_UP = Phrase("! time is up")
NOW_PLAYS = Phrase("{role}: {name}")
IS_AWAY = Phrase("{role}: {name}, away")
IS_SIMULATED = Phrase("{role}: a colleague plays")
ELSEWHERE = Phrase("The story is with another seat just now. K shows what your agency knows.")
SAY_SOMETHING = Phrase("Say something to the table")
OWN_VOTE = Phrase("Your own view first. It stays sealed until everybody's is in; then the {role} decides.")
HELD_TITLE = Phrase("The trainer has paused the room")
HELD_SAYS = Phrase("Nothing is lost, and nothing runs on. What you had begun to fill in is kept.")
AT_STOP = Phrase("Talk about it together; the trainer lets the room go on.")
TABLE_TALK = Phrase("At your table")
NOTHING_SAID = Phrase("Nobody has said anything yet.")
TALK_LINE = Phrase("{when} {who}, to the table")
TO_THE_TABLE = Phrase("To your table; the trainer can read it, and it is kept with the workshop")
SAY_IT = Phrase("Say it")
CLOSE = Phrase("Close")
NEW_LINE = Phrase("{who}: {text}")
PAUSE_TITLE = Phrase("A moment for yourself")
PAUSE_SAYS = Phrase("The room goes on. Somebody else can act for you meanwhile.")
JUST_A_MOMENT = Phrase("The others wait for me")
COLLEAGUE = Phrase("A colleague plays my seat until I am back")
RESTING = Phrase("A colleague plays your seat")
RESTING_SAYS = Phrase("You see what happens, and can take your seat back at any moment.")
TAKE_BACK = Phrase("Take my seat back")
KEPT = Phrase("Your place is kept. Come back with the code: {simulator} join CODE")
NO_LONGER_YOURS = Phrase("This place is no longer yours")
NO_LONGER_SAYS = Phrase(
    "It was taken over in another window, freed by the trainer, or the workshop has ended."
)
OBSERVING = Phrase("You observe")
OBSERVING_SAYS = Phrase("You see what everybody at the table sees. Whose word counted? Who kept quiet?")
OBSERVING_ENDED = Phrase("The case has ended. What did you see that nobody at the table saw?")
SCRIBING = Phrase("You are the scribe")
SCRIBING_SAYS = Phrase("You see what everybody at the table sees. What you write down, all of them read.")
SCRIBING_ENDED = Phrase("The case has ended. Is everything written down that the table has agreed?")
WRITE_A_NOTE = Phrase("Write a note")
A_NOTE = Phrase("A note of the table's: all there read it, it comes to the plenary, and it is kept")
ALL_KNOW = Phrase("What everybody at the table knows by now:")
NOTHING_OPEN = Phrase("There is nothing yet that everybody at the table knows.")
NOT_FOR_OBSERVERS = Phrase("That is for the seats; you see what everybody at the table sees.")
WHAT_KEY = Phrase("Table talk")
WHAT_KEY_SAYS = Phrase("Shows what your table has said to each other, and lets you say something.")

# --- the command ------------------------------------------------------------------------------------

JOIN_HELP = Phrase("Take a seat in a workshop that is open on this record.")
CODE_HELP = Phrase("The workshop's code, as the trainer says or shows it.")
