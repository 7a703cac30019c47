"""Run files: a table's play in one file, for rooms without a network.

    write_run(store, attempt, path)                 simulator table export F
    read_run(store, path)                           simulator workshop import F…
    take_into_room(store, room, path)               the same, and it sits among the room's tables

A file is text, one JSON object a line, each with the hash of all before it: whatever is changed, added or
left out is named by its line, and a move by its number. The journal's own hashes are checked as well, and
every move is played again. Somebody who rewrites the whole file and knows how can make one that holds; what
that cannot change is a head kept elsewhere (`head` on the table's own screen, or its certificate).
"""

from __future__ import annotations

from simulator.workshop.run_files.reading import RunRefused, TakenRun, read_run, take_into_room
from simulator.workshop.run_files.writing import write_run

__all__ = ["RunRefused", "TakenRun", "read_run", "take_into_room", "write_run"]
