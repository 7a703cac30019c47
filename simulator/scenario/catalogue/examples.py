"""What the examples of the catalogue are made of: the smallest case, with one part of it written out."""

from __future__ import annotations

from textwrap import indent
from typing import Final

TITLE: Final = "title: The empty lunch box\n"
OPTIONS: Final = "options:\n  ask: Ask what happened.\n  wait: Wait until tomorrow.\n"
QUESTION: Final = "question: What first?\n"
ENDINGS: Final = "endings:\n  home_time: The day ends.\n"
TWO_ROLES: Final = """\
roles:
  gp: {agency: general practice, play: yes}
  nurse: {agency: school nursing, play: yes}
"""
FACTS: Final = """\
facts:
  late:
    text: <child> has been late on nine mornings.
    held by: gp
    needed by: [nurse]
"""


def scenes(decision: str = QUESTION + OPTIONS, scene: str = "") -> str:
    """One scene with this decision, and what else is in the scene."""
    return "scenes:\n  monday:\n" + indent(scene, "    ") + "    decide:\n" + indent(decision, "      ")


def case(head: str = "", decision: str = QUESTION + OPTIONS, scene: str = "", endings: str = ENDINGS) -> str:
    """The smallest case, with lines for its head, its decision, its scene, its endings."""
    return TITLE + head + scenes(decision, scene) + endings


def shared_case(decision: str, head: str = FACTS) -> str:
    """A case with two roles and a fact, the first role deciding."""
    return case(TWO_ROLES + head, QUESTION + decision)
