"""The one list of everything that can be done with a key.

Help, the line of keys, the palette, plain mode's words and the documentation are made from it, so that none
of them can say something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from simulator.words import Phrase, console, live
from simulator.words import actions as words


class Where(Enum):
    """Where an action is there to be done."""

    EVERYWHERE = "everywhere"
    ROOM = "room"
    """In the case room."""
    LIVE = "live"
    """In the case room of a workshop: all that there is in the case room, and the table's talk."""
    CONSOLE = "console"
    """At the trainer's console."""
    CASES = "cases"
    DEBRIEF = "debrief"
    RECORDS = "records"
    WORKBENCH = "workbench"
    """Where an author looks at a case, and plays it while it is written."""


class Action(NamedTuple):
    """Something that can be done."""

    name: str
    """The screens' `action_…` method."""
    label: Phrase
    says: Phrase
    """One sentence for the help."""
    keys: tuple[str, ...]
    """As Textual calls them; a single letter acts only while nothing is being typed."""
    where: Where = Where.EVERYWHERE
    line: int = 0
    """Place in the line of keys, from 1; 0: not in it."""
    word: str = ""
    """What to type for it in plain mode; empty: not there."""


ACTIONS: Final = (
    Action("help", words.HELP, words.HELP_SAYS, ("f1", "question_mark"), line=1, word="help"),
    Action("step_out", words.STEP_OUT, words.STEP_OUT_SAYS, ("f7",), line=2, word="out"),
    Action("real_child", words.REAL_CHILD, words.REAL_CHILD_SAYS, ("f8",), line=3, word="real"),
    Action("glossary", words.GLOSSARY, words.GLOSSARY_SAYS, ("f9",), line=9, word="words"),
    Action("send", words.SEND, words.SEND_SAYS, ("f2",), Where.ROOM),
    Action("display", words.DISPLAY, words.DISPLAY_SAYS, ("f4",)),
    Action("tour", words.TOUR, words.TOUR_SAYS, ("f6",), word="tour"),
    Action("pause", words.PAUSE, words.PAUSE_SAYS, ("p",), Where.ROOM, line=4, word="pause"),
    Action("talk", words.TALK, words.TALK_SAYS, ("t",), Where.ROOM, word="talk"),
    Action("family", words.FAMILY, words.FAMILY_SAYS, ("f",), Where.ROOM, word="family"),
    Action("known", words.KNOWN, words.KNOWN_SAYS, ("k",), Where.ROOM, word="known"),
    Action("others", words.OTHERS, words.OTHERS_SAYS, ("o",), Where.ROOM, word="others"),
    Action("clock", words.CLOCK, words.CLOCK_SAYS, ("c",), Where.ROOM, word="clock"),
    Action("notes", words.NOTES, words.NOTES_SAYS, ("n",), Where.ROOM, word="notes"),
    Action("form('share')", words.SHARE, words.SHARE_SAYS, ("s",), Where.ROOM),
    Action("form('ask')", words.ASK, words.ASK_SAYS, ("a",), Where.ROOM),
    Action("form('refer')", words.REFER, words.REFER_SAYS, ("r",), Where.ROOM),
    Action("form('record')", words.RECORD, words.RECORD_SAYS, ("d",), Where.ROOM),
    Action("form('look up')", words.INDEX, words.INDEX_SAYS, ("i",), Where.ROOM),
    Action("older", words.OLDER, words.OLDER_SAYS, ("pageup",)),
    Action("newer", words.NEWER, words.NEWER_SAYS, ("pagedown",)),
    Action("talk", live.WHAT_KEY, live.WHAT_KEY_SAYS, ("t",), Where.LIVE, line=5, word="talk"),
    Action("begin", console.BEGIN, console.BEGIN_SAYS, ("b",), Where.CONSOLE),
    Action("pause", console.PAUSE, console.PAUSE_SAYS, ("p",), Where.CONSOLE, line=4),
    Action("go_on", console.GO_ON, console.GO_ON_SAYS, ("g",), Where.CONSOLE, line=5),
    Action("inject", console.INJECT, console.INJECT_SAYS, ("i",), Where.CONSOLE),
    Action("write", console.WRITE, console.WRITE_SAYS, ("w",), Where.CONSOLE),
    Action("time_box", console.TIME_BOX, console.TIME_BOX_SAYS, ("t",), Where.CONSOLE),
    Action("move_on", console.MOVE_ON, console.MOVE_ON_SAYS, ("m",), Where.CONSOLE),
    Action("stops", console.STOPS, console.STOPS_SAYS, ("s",), Where.CONSOLE),
    Action("votes", console.VOTES, console.VOTES_SAYS, ("v",), Where.CONSOLE),
    Action("open_votes", console.OPEN_VOTES, console.OPEN_VOTES_SAYS, ("o",), Where.CONSOLE),
    Action("stand", console.STAND, console.STAND_SAYS, ("d",), Where.CONSOLE),
    Action("table_talk", console.TABLE_TALK, console.TABLE_TALK_SAYS, ("k",), Where.CONSOLE),
    Action("support", console.SUPPORT, console.SUPPORT_SAYS, ("u",), Where.CONSOLE),
    Action("attendance", console.ATTENDANCE, console.ATTENDANCE_SAYS, ("a",), Where.CONSOLE),
    Action("free_seat", console.FREE_SEAT, console.FREE_SEAT_SAYS, ("f",), Where.CONSOLE),
    Action("new_code", console.NEW_CODE, console.NEW_CODE_SAYS, ("n",), Where.CONSOLE),
    Action("plenary", console.PLENARY, console.PLENARY_SAYS, ("l",), Where.CONSOLE),
    Action("wall", console.WALL, console.WALL_SAYS, ("x",), Where.CONSOLE),
    Action("end_play", console.END, console.END_SAYS, ("e",), Where.CONSOLE),
    Action("close_room", console.CLOSE_ROOM, console.CLOSE_ROOM_SAYS, ("c",), Where.CONSOLE),
    Action("next_part", words.NEXT_PART, words.NEXT_PART_SAYS, ("n",), Where.DEBRIEF),
    Action("part_before", words.PART_BEFORE, words.PART_BEFORE_SAYS, ("b",), Where.DEBRIEF),
    Action("edit", words.EDIT, words.EDIT_SAYS, ("e",), Where.WORKBENCH, line=4),
    Action("findings", words.FINDINGS, words.FINDINGS_SAYS, ("f3",), Where.WORKBENCH, line=5),
    Action("from_scene", words.FROM_SCENE, words.FROM_SCENE_SAYS, ("b",), Where.WORKBENCH),
    Action("commands", words.COMMANDS, words.COMMANDS_SAYS, ("ctrl+p",), line=6),
    Action("back", words.BACK, words.BACK_SAYS, ("escape",), line=7, word="back"),
    Action("leave", words.LEAVE, words.LEAVE_SAYS, ("ctrl+q",), word="leave"),
)

WIDER: Final = {Where.LIVE: Where.ROOM}
"""Where all that is to be done elsewhere can be done, too, unless it does it in its own way."""
KEY_NAMES: Final = {
    "question_mark": "?",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "ctrl+p": "Ctrl+P",
    "ctrl+q": "Ctrl+Q",
    "enter": "Enter",
}


def actions_on(where: Where) -> Iterator[Action]:
    """What can be done on a screen: its own actions, and those that are everywhere."""
    wider = WIDER.get(where, where)
    own = {action.name for action in ACTIONS if action.where is where}
    return (
        action
        for action in ACTIONS
        if action.where in (where, Where.EVERYWHERE) or (action.where is wider and action.name not in own)
    )


def key_name(key: str) -> str:
    """A key as it is written on the keyboard."""
    return KEY_NAMES.get(key, key.upper() if len(key) <= 3 else key)


def line_of_keys(where: Where) -> tuple[Action, ...]:
    """What stands in the line of keys at the foot of a screen, in its order."""
    return tuple(sorted((each for each in actions_on(where) if each.line), key=lambda each: each.line))


def by_word(word: str, where: Where) -> Action | None:
    """The action of a word typed in plain mode."""
    return next((each for each in actions_on(where) if each.word and each.word == word), None)
