"""What is said about the training record: saving, opening, checking, copying and erasing it."""

from __future__ import annotations

from simulator.words import Phrase

NOT_SAVED = Phrase("Not saved")
NOT_SAVED_LOCKED = Phrase("Somebody else has been writing to the record for half a minute without a pause.")
NOT_SAVED_FULL = Phrase("The disk that holds the record is full.")
NOT_SAVED_READ_ONLY = Phrase("The record's file or its disk can only be read.")
NOT_SAVED_DISK = Phrase("The disk that holds the record reports a fault.")
NOT_SAVED_UNREACHED = Phrase("The server that keeps the record cannot be reached.")
NOT_SAVED_SLOW = Phrase("The server that keeps the record did not answer in time.")
NOT_SAVED_OTHER = Phrase("The record did not take it ({kind}).")
TRY_AGAIN = Phrase("Nothing was shown to anybody. Send it again; it can never count twice.")

UNREADABLE = Phrase("The record cannot be read")
DAMAGED = Phrase("The record's file is damaged, or is no record at all.")
RESTORE_BACKUP = Phrase(
    "Keep the file as it is, and restore the last backup: {simulator} records restore FILE"
)
CHECK_PLACE = Phrase("Look at where the record is kept: {simulator} doctor")
NOT_A_RECORD = Phrase("The database holds something else: it has tables, and none of them is the record's.")
EMPTY_PLACE = Phrase("Name a database of its own in SIMULATOR_DATABASE.")
FOLDER_OLD_SQLITE = Phrase("This Python's SQLite ({version}) is too old; 3.35 or newer is needed.")

NEWER = Phrase("The record is newer than this simulator")
NEWER_MESSAGE = Phrase("It was last used by a newer simulator (its tables are at '{revision}').")
NEWER_REMEDY = Phrase("Use that simulator, or a newer one. Nothing was changed.")

NO_POSTGRES = Phrase("The record is kept on a PostgreSQL server, and the library for that is not installed")
NO_POSTGRES_MESSAGE = Phrase("SIMULATOR_DATABASE names a PostgreSQL server.")
NO_POSTGRES_REMEDY = Phrase("Install it: python3 -m pip install 'working-together-simulator[postgres]'")

NO_ATTEMPT = Phrase("No such attempt")
NO_ATTEMPT_MESSAGE = Phrase("The record holds no attempt called '{attempt}'.")
NO_ATTEMPT_REMEDY = Phrase("See what can be carried on: {simulator} resume")
NO_PERSON = Phrase("No such person")
NO_PERSON_MESSAGE = Phrase("The record holds nobody called '{learner}', or they have been erased.")
NO_MOVE = Phrase("No such move")
NO_MOVE_MESSAGE = Phrase("Attempt {attempt} has no move {seq} from which it goes on.")
EARLIER_MOVE = Phrase("Name an earlier move.")
NO_WORDS_THERE = Phrase("Move {seq} of attempt {attempt} holds no typed words.")

MOVED_ON = Phrase("The room has moved on")
MOVED_ON_MESSAGE = Phrase("Somebody else moved first, and this decision is no longer the one to make.")
LOOK_AGAIN = Phrase("Look again and choose again.")
OTHER_CONTENT = Phrase("Already sent, and different")
OTHER_CONTENT_MESSAGE = Phrase("A move with this id is on the record with another content; the first stands.")
NOT_YOUR_SEAT = Phrase("Not this seat's move")
NOT_YOUR_SEAT_MESSAGE = Phrase("The move is for '{seat}', and it was sent by '{role}'.")
UNKNOWN_SEAT_MESSAGE = Phrase("'{role}' is neither a role of this case nor the trainer.")
NO_SUCH_SEAT = Phrase("No such seat")
NOBODY_CAN_PLAY = Phrase("'{role}' is not a seat that somebody can play in this case.")
HAS_ENDED = Phrase("The case has ended")
HAS_ENDED_MESSAGE = Phrase("Nobody can join it any more; begin it anew.")
GOES_ON = Phrase("The case has not ended")
GOES_ON_MESSAGE = Phrase("Nobody can have seen it through yet.")
NO_SUCH_CUT = Phrase("No such cut")
NO_SUCH_CUT_MESSAGE = Phrase("This case has no cut called '{cut}'.")

BROKEN = Phrase("The journal has been changed")
BROKEN_OPENING = Phrase("Attempt {attempt}: what it was begun with is not what was stored then.")
BROKEN_TEXT = Phrase("Attempt {attempt}: a text it was begun with ({kind}) is not what was stored then.")
BROKEN_GAP = Phrase("Attempt {attempt}, move {seq}: move {wanted} is missing before it.")
BROKEN_LINK = Phrase("Attempt {attempt}, move {seq}: it does not follow on the move before it.")
BROKEN_ROW = Phrase("Attempt {attempt}, move {seq}: it is not what was stored.")
BROKEN_MOVE = Phrase("Attempt {attempt}, move {seq}: it is not a move the case allows there.")
BROKEN_CLOCK = Phrase("Attempt {attempt}, move {seq}: the case's clock is not where the move leaves it.")
BROKEN_FINISH = Phrase("Attempt {attempt}: it says it {stored}, and its moves say it {played}.")
SAYS_ENDED = Phrase("ended in '{ending}'")
SAYS_GOES_ON = Phrase("goes on")
BROKEN_COMPLETION = Phrase("Attempt {attempt}: the completion of {learner} is not what the journal yields.")
MISSING_COMPLETION = Phrase("Attempt {attempt}: the completion of {learner} is missing.")
BROKEN_WORDS = Phrase("Attempt {attempt}: words kept for it are not the words that were typed.")
BROKEN_OTHERWISE = Phrase("Attempt {attempt}: it cannot be read ({reason}).")
BROKEN_FILE = Phrase("The database reports damage: {report}")
BROKEN_REMEDY = Phrase("Show this to whoever looks after the record: {simulator} records verify")
PUT_BACK = Phrase("The record was put back beneath this window")
PUT_BACK_MESSAGE = Phrase("What this window has shown is no longer what the record holds.")
PUT_BACK_REMEDY = Phrase("Close the attempt and open it again: {simulator} resume")
OLDER_PLAY = Phrase("Played by newer rules")
OLDER_PLAY_MESSAGE = Phrase(
    "Attempt {attempt} was begun under rules of play {version}; this simulator knows {known}."
)

NOT_A_BACKUP = Phrase("That is no backup of a record")
NOT_A_BACKUP_MESSAGE = Phrase("{file}: {reason}.")
BACKUP_UNREADABLE = Phrase("it cannot be read as one")
BACKUP_CHANGED = Phrase("its contents are not what was written into it")
BACKUP_DAMAGED = Phrase("the record in it is damaged")
BACKUP_BROKEN = Phrase("a journal in it has been changed ({place})")
NOT_BACKED_UP = Phrase("No backup was made")
NOT_BACKED_UP_MESSAGE = Phrase("{file}: {reason}.")
ALREADY_THERE = Phrase("there is a file of that name already")
ANOTHER_NAME = Phrase("Name another file, or move that one away.")

ERASED = Phrase("[erased]")
"""Shown in a replay where words stood that have been erased or redacted."""
