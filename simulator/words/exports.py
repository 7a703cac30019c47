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
