"""Tables side by side: what each decided, which facts travelled when and by whom, where somebody differed.

Never a ranking, never a mark: tables stand in the room's order, and what differs comes first.
"""

from __future__ import annotations

from simulator.workshop.plenary.comparing import compare
from simulator.workshop.plenary.gathering import tables_of_room
from simulator.workshop.plenary.model import Plenary, TablePlay
from simulator.workshop.plenary.page import page

__all__ = ["Plenary", "TablePlay", "compare", "page", "tables_of_room"]
