"""Everything that is printed of a case, in the order in which it is handed out."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.author.pack.blocks import Sheet
from simulator.author.pack.guide import guide_sheet
from simulator.author.pack.observer import observer_sheet
from simulator.author.pack.roles import role_sheet
from simulator.author.pack.setting import Setting


def sheets_of(setting: Setting, only: Sequence[str] = ()) -> tuple[Sheet, ...]:
    """A page for each seat, the observer's sheet and the guide; or the pages of some seats `only`."""
    case = setting.case
    pages = tuple(role_sheet(setting, case.roles[role]) for role in case.playable if not only or role in only)
    return pages if only else (*pages, observer_sheet(setting), guide_sheet(setting))
