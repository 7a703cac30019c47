"""Long reading that holds nobody up: on SQLite a reader keeps writers waiting, so it pauses between parts.

What is read before a pause and after it may differ by what was written in it. So a pause stands between
people or between plays, whose rows belong together, and never within a count.
"""

from __future__ import annotations

from sqlalchemy import Connection


def let_others_write(connection: Connection) -> None:
    """End what was read so far and begin anew, so that whoever waits to write can. Every row must be fetched.

    On a server readers hold nobody up, and all of it stays of one moment.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN")
