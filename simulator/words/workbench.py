"""What the author's workbench says while a case is being written: preview, findings, score page and map."""

from __future__ import annotations

from typing import Final

from simulator.words import Phrase

# --- where a preview begins -----------------------------------------------------------------------

NOT_BEGUN = Phrase("The preview cannot begin there")
NO_SEAT = Phrase("No role {said} can be played in this case.")
NO_SCENE = Phrase("This case has no scene {said}.")
NOBODY = Phrase("This case has nobody called {said}.")
NO_FACT = Phrase("This case has no fact {said}.")
THERE_ARE = Phrase("There are: {known}.")
KNOWING_LIKE = Phrase(
    "{said} is not who knows what: write the role, a colon and the fact, such as “gp:late” or "
    "“gp:late headline”."
)
CANNOT_PLAY = Phrase("This case cannot be played yet")
CANNOT_PLAY_REMEDY = Phrase("Put these right and begin the preview again; all else can wait.")

# --- what came of a save ----------------------------------------------------------------------------

SAVED = Phrase("The file was saved.")
STILL_BEFORE = Phrase(
    "It cannot be played as it is now ({stops} to put right); you are still in the version saved before."
)
FIRST_STOP = Phrase("Line {line}: {message}")
PROBLEM_BEFORE = Phrase("It cannot be played as it is now: {problem} You are still in the version before.")
BEGINS_ELSEWHERE = Phrase("{problem} The play begins at the start instead.")
ALL_FIT = Phrase("All {number} moves fit; you are where you were.")
ONE_FITS = Phrase("Your one move fits; you are where you were.")
NO_MOVES = Phrase("You had not moved yet.")
SOME_FIT = Phrase("{fit} of {number} moves fit.")
LEFT_OUT = Phrase("No longer fits: {move}. {why}")
WAITS = Phrase("Not come to now, and tried again when you save: {move}.")
YOU_ARE_AT = Phrase("You are at {scene}, in line {line}.")
AT_THE_END = Phrase("The case has ended in {ending}.")
PASSED_OVER = Phrase(
    "The scene {wanted} is passed over here, as its condition does not hold; you are in {scene}. "
    "Say with “--knowing” who knows what."
)

# --- findings ---------------------------------------------------------------------------------------

NO_FINDINGS = Phrase("Nothing is found.")
ONE_FINDING = Phrase("1 finding")
FINDINGS = Phrase("{number} findings")
LOOKING = Phrase("Looking at the whole case ...")
FINDING_LINE = Phrase("{line}: {code} {severity}: {message}")
WHY = Phrase("Why it matters: {why}")
WHOLE_CASE_LATER = Phrase("What the whole case shows: {simulator} check {file}")

# --- line by line -----------------------------------------------------------------------------------

PREVIEW = Phrase("Preview of {file}")
PREVIEW_HOW = Phrase(
    "Save the file in your editor at any time: the same moves are made again. Besides answering you can "
    "type: back (one move back), from SCENE (begin there), moves (what you did, as “checks” write it), "
    "findings, leave."
)
ENDED = Phrase("Save the file, or type back, from SCENE, moves, findings or leave:")
NO_MOVES_YET = Phrase("No moves yet.")
NOTHING_BACK = Phrase("There is nothing to take back.")
BACK: Final = "back"
FROM: Final = "from"
MOVES: Final = "moves"
FINDINGS_WORD: Final = "findings"
LEAVE: Final = "leave"

# --- the screens ------------------------------------------------------------------------------------

DOOR = Phrase("Write and check cases")
CHOOSE = Phrase("Which case?")
CHOOSE_HINT = Phrase("The workbench")
OTHER_FILE = Phrase("Another file")
OTHER_FILE_ASK = Phrase("Where is the file?")
PATH = Phrase("Path of the file")
NEW_FILE = Phrase("A new case")
NEW_FILE_ASK = Phrase("What shall the new file be called? A file that is there is never written over.")
OPEN = Phrase("Open")
BACK_BUTTON = Phrase("Back")
CLOSE = Phrase("Close")
SHOW_FINDINGS = Phrase("Findings")
SHOW_SCORE = Phrase("Score page")
SHOW_MAP = Phrase("Map")
PLAY = Phrase("Play")
PLAY_FROM = Phrase("Play from a scene")
EDIT = Phrase("Edit")
TAKE_BACK = Phrase("One move back")
NO_SCORE = Phrase("The case cannot be played yet: put the findings marked “stop” right first.")
WHICH_SCENE = Phrase("From which scene?")
FROM_START = Phrase("The start")
SCENE_ROW = Phrase("{scene} (line {line}): {question}")
NO_EDITOR = Phrase("No editor was found")
NO_EDITOR_MESSAGE = Phrase("{editor} could not be started: {reason}.")
CANNOT_MAKE_WAY = Phrase("this screen cannot make way for another program")
NO_EDITOR_REMEDY = Phrase(
    "Set EDITOR to the command that opens your editor, or open {file} beside this window and save it there."
)
MAP_SCENE = Phrase("{scene} ({says})")
MAP_WAY = Phrase("{label} -> {end}")
MAP_GOES_ON = Phrase("goes on")
MAP_ENDING = Phrase("ending {ending} ({outcome})")
MAP_END = Phrase("the ending {ending}")
MAP_ANY_ENDING = Phrase("the ending whose condition holds")

HELP_PREVIEW = Phrase(
    "Play a case while you write it: on every save the same moves again, to the same place."
)
HELP_PREVIEW_FILE = Phrase("The case file.")
HELP_FROM = Phrase("Begin in this scene, as though nothing before it had been played.")
HELP_KNOWING = Phrase(
    "Somebody knows something from the start: role:fact, or “role:fact headline”. Repeatable."
)
