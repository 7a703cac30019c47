"""What the examples of whole-case findings are made of: short cases in which everything else is in order."""

from __future__ import annotations

from textwrap import indent
from typing import Final

from simulator.scenario.catalogue.examples import ENDINGS, TITLE

RULE: Final = "s47_duty"
"""A topic with a verified rule on the usual date: it can carry a red line."""
ROLES: Final = """\
roles:
  gp: {agency: general practice, play: yes}
  nurse: {agency: school nursing, play: yes}
"""


def option(
    name: str,
    grade: str = "good",
    text: str = "",
    more: str = "",
    *,
    why: str = "It is kind, and it is quick.",
    cite: str = "judgement",
    tempting: str = "It looks like the shorter way.",
) -> str:
    """One option in full; a weak one with what tempts in it."""
    lines = f"text: {text or WORDS.get(name, 'Do this today.')}\ngrade: {grade}\n"
    lines += f"why: {why}\n" if why else ""
    lines += f"cite: {cite}\n" if cite else ""
    lines += f"tempting: {tempting}\n" if tempting and grade in ("poor", "unsafe") else ""
    return f"{name}:\n{indent(lines + more, '  ')}"


WORDS: Final = {"ask": "Ask <child> about breakfast.", "wait": "Wait and see for a day."}
ASK: Final = option("ask")
WAIT: Final = option("wait", "poor")


def scene(name: str, decision: str = "", lines: str = "", *, asks: str = "question: What now?\n") -> str:
    """One scene with lines of its own and, if any, a decision."""
    decide = f"decide:\n{indent(asks + decision, '  ')}" if decision else ""
    return f"{name}:\n{indent(lines + decide, '  ')}"


def picked(name: str, *options: str, lines: str = "", more: str = "") -> str:
    """A scene in which one of these options is picked; by default asking is good and waiting poor."""
    return scene(name, more + "options:\n" + indent("".join(options or (ASK, WAIT)), "  "), lines)


def story(*scenes: str, head: str = "", endings: str = ENDINGS, tail: str = "") -> str:
    """A case of these scenes."""
    return TITLE + head + "scenes:\n" + indent("".join(scenes), "  ") + endings + tail


def shared(
    fact: str, share: str = "share: {to: [nurse]}\n", head: str = "", before: str = "", after: str = ""
) -> str:
    """A case in which the doctor passes this fact on, or does not."""
    asks = "as: gp\nquestion: What do you pass on?\nwhy: What helps is passed on.\ncite: judgement\n"
    facts = "facts:\n" + indent(fact, "  ")
    return story(before, scene("tuesday", share, asks=asks), after, head=head + ROLES + facts)


LATE: Final = "late:\n  text: <child> was late nine times.\n  held by: gp\n  needed by: [nurse]\n"
KNEE: Final = (
    "knee:\n  text: <child> had a sore knee.\n  held by: gp\n  sensitive: health\n  needed by: nobody\n"
)
DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday")


def week(*scenes: str, head: str = "", endings: str = ENDINGS) -> str:
    """The scenes, filled up to four days so that the case is more than a sketch."""
    more = (picked(f"later_{day}") for day in DAYS[len(scenes) : 4])
    return story(*scenes, *more, head=head, endings=endings)
