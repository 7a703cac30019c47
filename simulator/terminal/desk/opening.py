"""The desk of the settings in force. It loads the database library, so it is imported when it is needed."""

from __future__ import annotations

from simulator.terminal.desk.model import Desk
from simulator.terminal.options import Options


def open_desk(options: Options) -> Desk:
    """Raises SettingsError or RecordError where the record cannot be used."""
    if options.served is not None:
        from simulator.terminal.desk.served import open_served

        return open_served(options)
    from simulator.terminal.desk.stored import open_stored

    return open_stored(options.settings)
