"""The desk of the settings in force."""

from __future__ import annotations

from simulator.scenario.library import folders
from simulator.terminal.desk.memory import MemoryDesk
from simulator.terminal.desk.model import Desk
from simulator.terminal.options import Options


def open_desk(options: Options) -> Desk:
    """Raises SettingsError or RecordError where the record cannot be used."""
    return MemoryDesk(folders(options.settings.scenarios))
