"""A case of many decisions for five seats, for plays that go on for minutes: choices, forms and meetings."""

from __future__ import annotations

from functools import lru_cache

ROLES = ("teacher", "nurse", "gp", "manager", "police")
HEAD = """\
title: A long afternoon
set on: 2011-09-05 09:40
family:
  child: {age: 6, sex: female, focus: yes}
  mother: {age: 25, sex: female, parent of: [child]}
roles:
"""
MEETING = """\
  scene_{number}:
    decide:
      as: [teacher, nurse, gp, manager, police]
      question: What do you decide together, for the {number}th time?
      meet:
        chair: manager
        options:
          enquire:
            text: Enquire.
            grade: good
          wait:
            text: Wait.
            grade: poor
"""
CHOICE = """\
  scene_{number}:
    decide:
      as: {role}
      question: What do you do about the {number}th call?
      options:
        ring:
          text: Ring back.
          grade: good
        note:
          text: Write it down.
          grade: acceptable
        wait:
          text: Wait.
          grade: poor
"""


@lru_cache
def long_case(scenes: int = 60) -> str:
    """The text: every fifth decision is a meeting, the others go round the table."""
    roles = "".join(f"  {role}: {{agency: {role} service, play: yes}}\n" for role in ROLES)
    facts = "facts:\n" + "".join(
        f"  seen_by_{role}:\n    text: What the {role} has seen.\n    held by: {role}\n    about: child\n"
        "    needed by: [manager]\n"
        for role in ROLES
        if role != "manager"
    )
    story = "".join(
        MEETING.format(number=number)
        if number % 5 == 0
        else CHOICE.format(number=number, role=ROLES[number % len(ROLES)])
        for number in range(1, scenes + 1)
    )
    return f"{HEAD}{roles}{facts}scenes:\n{story}endings:\n  home_time: <child> goes home.\n"
