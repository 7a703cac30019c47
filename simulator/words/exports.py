"""What is said about what leaves for other systems: files of completions, xAPI statements, certificates."""

from __future__ import annotations

from simulator.words import Phrase

NO_MAP = Phrase("No such export")
NO_MAP_MESSAGE = Phrase("There is no export called “{name}”, and no column map of that name in a .toml file.")
NO_MAP_REMEDY = Phrase("There are: {names}.")
BAD_MAP = Phrase("The column map cannot be used")
BAD_MAP_MESSAGE = Phrase("{file}: {reason}")
BAD_MAP_REMEDY = Phrase("“{simulator} export maps --show neutral” prints one that works, to begin from.")
TOO_LARGE = Phrase("it is larger than a column map can be.")
UNKNOWN_KEY = Phrase("it has what no column map has: {key}.")
NO_COLUMNS = Phrase("it names no columns; each begins with [[columns]] and has a name.")
COLUMN_KEYS = Phrase("a column has a name, and either “from” with a field or “text” for every row.")
COLUMN_TWICE = Phrase("two columns have the same name.")
NEEDS_A_COLUMN = Phrase("“needs” names a column that is not there.")
NO_FIELD = Phrase("there is no field “{field}”. There are: {fields}.")
ONE_OF = Phrase("“{key}” is one of: {values}.")

MAPS = Phrase("What completions can be exported for")
WRITTEN = Phrase("Exported: {number} completions.")
WRITTEN_ONE = Phrase("Exported: {number} completion.")
LEFT_OUT = Phrase("Left out: {number}, because {columns} would be empty, which that system refuses: {names}")
AND_OTHERS = Phrase("{names} and {number} more")
SEEN_AT = Phrase("Format seen at: {source}")
EXPORTING = Phrase("Exporting")

NOT_SENT = Phrase("Not sent")
NOT_ENCRYPTED = Phrase("{url} is not an address that begins with https://.")
NOT_ENCRYPTED_REMEDY = Phrase("Only a store on this machine may be reached without encryption.")
NOT_LET_IN = Phrase("The store does not know these credentials.")
NOT_LET_IN_REMEDY = Phrase("Set SIMULATOR_XAPI_KEY and SIMULATOR_XAPI_SECRET to those it was given for us.")
NO_ANSWER = Phrase("{url} does not answer: {reason}")
NO_ANSWER_REMEDY = Phrase("Try again later; what it has acknowledged is not sent again.")
STORE_SAYS = Phrase("The store answered {status}: {answer}")
STORE_SAYS_REMEDY = Phrase(
    "Show this to whoever looks after the store. What it acknowledged is not sent again."
)
DIFFERS = Phrase("The store has another statement under the id {id}.")
DIFFERS_REMEDY = Phrase("Name the board's own web address with --home, so that its ids are its own.")
NO_CREDENTIALS = Phrase("The store's key and secret are read from the environment only.")
SENT = Phrase("Stored: {stored}. Already there: {already}.")
SENDING = Phrase("Sending")
