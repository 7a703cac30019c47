"""The kinds of decision that are filled in rather than picked."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from simulator.scenario.fields.filing import LOOK_UP, RECORD
from simulator.scenario.fields.judging import BASIS, CITE, NEEDED_HERE, OPENNESS, WHY
from simulator.scenario.fields.meeting import MEET
from simulator.scenario.fields.sharing import ASK, LEVEL, REFER, SHARE
from simulator.scenario.pieces import Field, one

ACTS: Final = (
    Field("share", one(SHARE), "Pass facts on.", "{to: [school_nurse]}"),
    Field(
        "ask",
        one(ASK),
        "Ask others.",
        "\npurposes:\n  enquiry: To decide today.\n  background: For some background.",
    ),
    Field(
        "refer", one(REFER), "Refer, or decide not to.", "{to: social_work_manager, level: child protection}"
    ),
    Field(
        "record",
        one(RECORD),
        "Write down.",
        "{items: {own_words: {label: said, where: file}}, places: [file, diary]}",
    ),
    Field(
        "look up",
        one(LOOK_UP),
        "Search the Index.",
        "\nchild: child\npurposes:\n  ring: To see whom to ring.\nresults:\n  this_child: A girl of six.",
    ),
    Field(
        "meet",
        one(MEET),
        "Meet and decide together.",
        "\ndecided by: majority\noptions:\n  enquire: Yes, today.\n  wait: Not yet.",
    ),
)


def _when_changed(field: Field) -> Field:
    """The field as an edition block has it: what is not said there stays as it is."""
    return replace(field, default=None, required=False, usual="as without the block")


EXPECTED_FIELDS: Final = tuple(map(_when_changed, (WHY, CITE, NEEDED_HERE, OPENNESS, BASIS, LEVEL)))
