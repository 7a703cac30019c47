"""Help, the tour, a real child, stepping out: what can be read at any moment."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

REAL_TITLE = Phrase("A real child?")
REAL_FIRST = Phrase("If this makes you think of a child you know, that comes first. The case can wait.")
REAL_STOP = Phrase("Stop here, and do not type anything about the child into the simulator.")
REAL_TRAINER = Phrase("Tell the trainer that you need a moment; you need not say more in the room.")
REAL_DANGER = Phrase("If a child is in danger now, ring 999.")
REAL_PROCEDURE = Phrase(
    "Otherwise follow your own agency's procedure, and speak to your safeguarding lead today."
)
REAL_DUTY = Phrase(
    "The duty desk of children's social care where the child lives takes referrals at any hour."
)
REAL_DUTY_LINE = Phrase("{name}: {number}.")

STEP_OUT_TITLE = Phrase("Step out?")
STEP_OUT_SAYS = Phrase(
    "You leave the case here. Nobody asks why, and it is not counted against you. If you take part on "
    "the record, it says that you attended."
)
STEP_OUT_OUTSIDE = Phrase("The simulator closes. Nobody asks why, and it is not counted against you.")
STEP_OUT_TABLE = Phrase(
    "Somebody at the table can step out; the others play on, and a colleague takes the seat."
)
STEP_OUT_YES = Phrase("Step out")
STEP_OUT_NO = Phrase("Stay")
STEP_OUT_SEAT = Phrase("The {role} steps out")
STEP_OUT_ALL = Phrase("The whole table stops here")
STEPPED_OUT = Phrase("You have stepped out. Thank you for being here.")
STEPPED_OUT_SAYS = Phrase(
    "Take the time you need. The trainer is there if you want to talk, and so are these:"
)

PAUSE_TITLE = Phrase("Paused")
PAUSE_SAYS = Phrase("Nothing runs on. Carry on when you like.")
CARRY_ON = Phrase("Carry on")
CLOSE = Phrase("Close")

LEAVE_TITLE = Phrase("Leave the case?")
LEAVE_SAYS = Phrase("Your place is kept. You can carry on from here later.")
LEAVE_YES = Phrase("Leave")
LEAVE_NO = Phrase("Stay")

HELP_TITLE = Phrase("Help")
HELP_KEYS = Phrase("The arrow keys and Enter do everything; so does the mouse. These keys are shortcuts.")
HELP_PLAIN = Phrase("Type the number of what you choose and press Enter. These words work at every question.")
HELP_HINTS: Final = (
    Phrase("Tab goes to the next part of the screen, Shift+Tab back. A number chooses from a list."),
    Phrase("Single letters work only while nothing is being typed."),
    Phrase("To copy text, drag over it and press Ctrl+C; in some terminals hold Shift while dragging."),
    Phrase("With a screen reader, start with: {simulator} play --plain"),
)
HELP_HINTS_PLAIN: Final = (
    Phrase("In a list with boxes, type several numbers with spaces between them, then the number of Next."),
    Phrase("words LSCB explains a word. again says the question once more."),
)

TOUR_TITLE = Phrase("A short tour")
TOUR: Final = (
    (
        Phrase("1. The conversation"),
        Phrase("People speak here. A key shows at once what is still to be said. PgUp goes back."),
    ),
    (
        Phrase("2. Your question"),
        Phrase(
            "Below stands what you decide. Choose with the arrows and Enter, a number, or the mouse. You "
            "always "
            "read it once more before it counts."
        ),
    ),
    (
        Phrase("3. What you know"),
        Phrase(
            "K shows what your agency knows. The others know other things; nobody sees yours unless you "
            "pass it on."
        ),
    ),
    (
        Phrase("4. Passing on"),
        Phrase(
            "A form asks who gets what: nothing, a headline, or all of it. Keeping something to yourself "
            "is a "
            "decision and is recorded, too."
        ),
    ),
    (
        Phrase("5. Advice and time"),
        Phrase("Asking for advice takes minutes and never marks. C shows the clocks that run."),
    ),
    (
        Phrase("6. Afterwards"),
        Phrase(
            "The debrief shows who knew what when, and each decision beside the guidance of the day. "
            "Completing the "
            "case is what is recorded, not how well it went."
        ),
    ),
)
TOUR_PLAIN: Final = (
    (Phrase("1. The conversation"), Phrase("What people say is printed line by line.")),
    (
        Phrase("2. Your question"),
        Phrase("Then comes a question with numbered choices. You always read it once more before it counts."),
    ),
    (
        Phrase("3. What you know"),
        Phrase("Type known to hear what your agency knows. Nobody else sees it unless you pass it on."),
    ),
    (
        Phrase("4. Passing on"),
        Phrase("A form asks, step by step, who gets what: nothing, a headline, or all of it."),
    ),
)

GLOSSARY_TITLE = Phrase("Words, letters and duties")
GLOSSARY_HINT = Phrase("a letter goes to its words, Esc closes")
NO_SUCH_WORD = Phrase("“{word}” is not explained here.")
COMMANDS_TITLE = Phrase("All that can be done here")
