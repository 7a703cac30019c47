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


def meeting_case(roles: str, lines: str) -> str:
    """A case in which these roles meet, with lines for the meeting."""
    options = "  options:\n    now: Now.\n    later: Later.\n"
    return case(TWO_ROLES, f"as: {roles}\n{QUESTION}meet:\n{indent(lines, '  ')}{options}")


def facts_case(lines: str, more: str = "") -> str:
    """A case with a fact that these lines say more about, and perhaps a second fact."""
    fact = "facts:\n  late:\n    text: Late on nine mornings.\n    held by: gp\n"
    return case(TWO_ROLES + fact + indent(lines, "    ") + indent(more, "  "))


def weak_option_case(lines: str) -> str:
    """A case with an option that these lines say more about."""
    option = "options:\n  ask: Ask.\n  blame:\n    text: Say who did it.\n"
    return case(decision=QUESTION + option + indent(lines, "    "))


def asking_case(scenes_in_order: str, lines: str) -> str:
    """A case in which the doctor asks the nurse, with scenes in this order: `ask answer`, `answer ask`."""
    question = "    decide:\n      as: {role}\n      question: What now?\n"
    parts = {
        "ask": "  asking:\n"
        + question.format(role="gp")
        + "      ask:\n        purposes:\n          know: To know.\n          look: To look.\n"
        + indent(lines, "        "),
        "answer": "  answer:\n" + question.format(role="nurse") + "      share: {to: [gp]}\n",
    }
    return (
        TITLE + TWO_ROLES + "scenes:\n" + "".join(map(parts.__getitem__, scenes_in_order.split())) + ENDINGS
    )
