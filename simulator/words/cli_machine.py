"""What `family`, `doctor`, `paths` and `uninstall` say."""

from __future__ import annotations

from simulator.words import Phrase

HOME = Phrase("Home")
SCHOOL = Phrase("School")
TELEPHONE = Phrase("Telephone")
EMAIL = Phrase("E-mail")
NOBODYS = Phrase("Everybody is invented; numbers and addresses come from ranges that belong to nobody.")

WORKS = Phrase("works")
FAILS = Phrase("FAILS")
INSTALLED = Phrase("installed")
NOT_INSTALLED = Phrase(
    'not installed; needed only for [{extra}]: pip install "working-together-simulator[{extra}]"'
)
NO_TERMINAL = Phrase("none attached here; the app needs one")
TERMINAL = Phrase("{kind}, {columns} columns, {lines} lines.")
TOO_SMALL = Phrase("The app needs 80 columns and 24 lines; make the window larger, or use --plain.")
NOT_WRITABLE = Phrase("{folder} cannot be written to. Name another folder in {variable}.")
NO_RECORD_YET = Phrase("{file}, not there yet; the first play makes it")
RECORD_OPENS = Phrase("{where}: {going} attempts going on, {over} finished")
BOARD = Phrase("{name}, {agencies} agencies")
GUIDANCE = Phrase("{editions} editions, {rules} rules")
CASES = Phrase("{number} cases.")
BROKEN_CASES = Phrase("These cannot be played: {files}. See: {simulator} check {first}")
MISSING_FOLDERS = Phrase("These folders are not there: {folders}.")

WILL_REMOVE = Phrase("This will be removed:")
KEEPS = Phrase("This stays, with its key, settings and backups: {record}. To remove it too: --with-record")
SERVER_STAYS = Phrase(
    "The record on the server {record} stays; whoever looks after the server can remove it."
)
REMOVE_QUESTION = Phrase("Remove these?")
REMOVED = Phrase("Removed.")
LAST_CHECKOUT = Phrase("The program itself is this folder, with its libraries in .venv; delete it: {folder}")
LAST_PACKAGE = Phrase("The program itself goes with: python3 -m pip uninstall working-together-simulator")
STAYS = Phrase("Something could not be removed")
STAYS_REASON = Phrase("{place}: {reason}.")
STAYS_REMEDY = Phrase("Close the simulator where it is open, then try again.")
