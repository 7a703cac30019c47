"""How each report was counted: the sentences printed under it."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

SESSION = Phrase(
    "A session is one planned workshop, or one table or play by itself that nobody planned. "
    "Practice and cancelled workshops are not counted."
)
ATTENDED = Phrase(
    "Attended: stayed to the end or stepped out. Completed: saw the case through on screen, or on paper by a "
    "trainer's word; however it went."
)
MEASURES = Phrase(
    "Fill % = attended ÷ capacity, of workshops whose places are numbered. "
    "Kept booking % = (attended − unscheduled) ÷ booked. "
    "Attended ÷ booked % counts who came unscheduled as well, and can pass 100. "
    "Plays that nobody planned have neither places nor bookings and are in none of the three."
)
BOOKED = Phrase("Booked holds those who cancelled later. Unscheduled: came to a workshop without a booking.")
CHANGES = Phrase(
    "Δ is the change in attended: on the period of the same length before, and on the same period a year "
    "before. A course that ran then and not now has a row of noughts."
)
R1: Final = (SESSION, ATTENDED, MEASURES, BOOKED, CHANGES)
R2: Final = (
    SESSION,
    BOOKED,
    Phrase("% of total is each row's part of everybody who attended. Agencies are those of the day."),
    Phrase("Groups are those of the board's profile."),
)
R3: Final = (
    Phrase(
        "In scope: the last number the agency gave. In date % = in date ÷ in scope; in the total, of "
        "agencies that gave a number."
    ),
    Phrase("In date: the latest completion at the level still holds, those due in 90 days included."),
    Phrase("Overdue: it has run out. Not known: in scope, and no completion is on record."),
    Phrase("People count for the agency they belong to now. What has no level counts for its course alone."),
    Phrase("Whoever was erased counts in R1 and R2, and not here: in scope are today's staff."),
)
R4: Final = (
    Phrase("A row for each person at each play, and for each place at a workshop held on paper."),
    Phrase(
        "Who did not come or cancelled is in R6. Who stepped out attended. Hours are of what was completed."
    ),
)
R5: Final = (
    Phrase(
        "The latest completion at a level counts. Due today is due in 30 days; run out yesterday is overdue."
    ),
    Phrase("The agency contact is the line manager on record."),
)
R6: Final = (
    Phrase("Every no-show and every cancellation; which notice is late is for the board to say."),
    Phrase("Notice is counted in days from the cancellation to the workshop."),
)
R7: Final = (
    Phrase("Counted of those who attended. Largest share % = people of the largest agency ÷ people."),
    Phrase("Adult services are the agencies that the board's profile groups so."),
    Phrase("Where a table is not named, the session is one table. Who played alone is in no row."),
)
SUPPRESSED = Phrase(
    "* is not shown: it would tell of fewer than {smallest} people, or let such a number be worked out. "
    "A nought is shown."
)
ON_SCALE = Phrase("{item}: “{question}” From 1, not at all, to 10, entirely. In files: {name}.")
RIGHT_OR_WRONG = Phrase("{item}: “{said}” 1 where they knew whether it is true, else 0. In files: {name}.")
R8: Final = (
    Phrase(
        "n: who answered the item before and after, once for each training; both means are of these answers."
    ),
    Phrase("Weeks later: answers given 6 to 12 weeks after. Response rate % = they ÷ n."),
    Phrase(
        "Ask for one course at a time: small numbers could be worked out from several overlapping tables."
    ),
)
FOLLOW_UP: Final = (
    Phrase(
        "People who answered the questions after a training held 42 to 84 days ago, or wrote what they meant "
        "to do, and have not been asked again. Who would rather not is not listed."
    ),
    Phrase("What they answered or wrote is shown to themselves alone; numbers of all are in R8."),
)
R9: Final = (
    Phrase("First plays that have ended, of whoever played; never per person, and no practice."),
    Phrase(
        "Of options: as their author graded them, unsafe counted as poor. Of other decisions: good from five "
        "sixths of the marks on, poor below one third."
    ),
    Phrase(
        "Each fact is counted once a play for each person who needed it. "
        "Competencies are shown from three possible marks on, in the bands of the board's profile."
    ),
)
UNREAD = Phrase("{number} plays could not be read: “simulator records verify” says where.")
R10: Final = (
    Phrase("Days = half-days given ÷ 2. Places used: those of the trainer's agency who attended."),
    Phrase(
        "Balance = {places} places for each day given − places used. That is one board's rule "
        "(Northumberland, 2014-15); yours may differ."
    ),
)
R11: Final = (
    Phrase("A self-evaluation for section 11 audits and inspections; the tables behind it follow."),
)
R12: Final = (Phrase("Each is for a person to look at; nothing is put right by itself."),)
R13: Final = (Phrase("Late: due before the report's day and not done, or done after it was due."),)
ITEMS: Final = (
    Phrase("First plays that have ended. n: plays in which the decision was made."),
    Phrase(
        "Of full marks: mean of what was earned of what was possible; near 100 everybody finds it. "
        "Discrimination: how far those who did well here did well in the other decisions of the play, "
        "from −1 to 1."
    ),
)
