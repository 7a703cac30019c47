"""Findings about facts: who can come to know them, and what there is to pass on and to keep."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.stories import KNEE, LATE, ROLES, picked, scene, shared, story
from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase

_FIX, _THINK, _NOTE = Severity.FIX, Severity.THINK, Severity.NOTE
_ASKING = "as: nurse\nquestion: Whom do you ask?\nwhy: Somebody knows.\ncite: judgement\n"
_ASK = "ask:\n  of: [gp]\n  purposes:\n    help: To help.\n    look: To look.\n"
_ANSWER = scene(
    "answer",
    "share: {to: [nurse]}\n",
    asks="as: gp\nquestion: What do you answer?\nwhy: What helps.\ncite: judgement\n",
)
_REFER = """\
refer:
  to: nurse
  level: [child protection]
  parents: {mother: tell}
"""
_FAMILY = "family:\n  child: {age: 3, focus: yes}\n  mother: {age: 30, parent of: child}\n"
_SUSPECT = LATE.replace("held by: gp\n", "held by: gp\n  about: mother\n")

LATER: Final = LATE + "  comes later: yes\n"


def _asked(ask: str, *more: str) -> str:
    facts = "facts:\n  late:\n    text: Late nine times.\n    held by: gp\n    needed by: [nurse]\n"
    return story(scene("asking", ask, asks=_ASKING), *more, head=ROLES + facts)


def _told(lines: str) -> str:
    return shared(LATE + KNEE, before=picked("monday", lines=lines))


def _referred(why: str) -> str:
    asks = f"as: gp\nquestion: How do you refer?\nwhy: {why}\ncite: judgement\n"
    facts = "facts:\n" + "".join(f"  {line}\n" for line in _SUSPECT.splitlines())
    return story(scene("tuesday", _REFER, asks=asks), head=_FAMILY + ROLES + facts)


UNUSED: Final = Entry(
    "C050",
    "A fact that plays no part",
    _THINK,
    Phrase("Nobody can pass {fact} on, write it down or ask for it, and no condition speaks of it."),
    Phrase("Let somebody who knows it decide about it, or tell it in a line and delete it."),
    "Whoever writes the facts believes that they matter.",
    shared(LATE + "other:\n  text: The hall is blue.\n  held by: child\n"),
    shared(LATE + "other:\n  text: The hall is blue.\n  held by: gp\n"),
)
OUT_OF_REACH: Final = Entry(
    "C051",
    "A fact that never reaches who needs it",
    _THINK,
    Phrase("{fact} is needed by {who}, who cannot come to know it in any play."),
    Phrase("Let somebody who holds it share it with {who}, or be asked, or bring it to a meeting."),
    "The case says that somebody needed to know, and gives nobody the chance to tell.",
    shared(LATE + "other:\n  text: The hall is cold.\n  held by: child\n  needed by: [nurse]\n"),
    shared(LATE + "other:\n  text: The hall is cold.\n  held by: gp\n  needed by: [nurse]\n"),
)
NOTHING_TO_KEEP: Final = Entry(
    "C052",
    "Nothing to keep back",
    _THINK,
    Phrase("Everything that can be passed on here may be: sharing it all is always right."),
    Phrase("Let the role know something that these people do not need, or need only in its headline."),
    "Proportion can only be shown where there is something to leave out.",
    shared(LATE),
    shared(LATE + KNEE),
)
NOTHING_TO_GIVE: Final = Entry(
    "C053",
    "Nothing to give",
    _NOTE,
    Phrase("Nobody here needs anything that can be passed on: keeping it all is always right."),
    Phrase("If that is the point, leave it so."),
    "Once in a case it is a good question. In each of them it would be a pattern.",
    shared(KNEE),
    shared(LATE + KNEE),
)
TOLD_BY_STORY: Final = Entry(
    "C054",
    "The story tells what is sensitive",
    _FIX,
    Phrase("{who} is told {fact}, which is sensitive ({kind}), and nobody decided to pass it on."),
    Phrase("Let somebody decide on it, or let the person it belongs to say it."),
    "People learn from what they see colleagues do, and here it is done without a thought.",
    _told("tells: {nurse: [knee]}\n"),
    _told(""),
)
BY_DEFAULT: Final = Entry(
    "C055",
    "Nobody said whether they may know",
    _NOTE,
    Phrase("{fact} can be passed to {who}, of whom nothing is said: it counts as half an excess."),
    Phrase("Say “needed by”, “may know” or “needed by: nobody” on the fact."),
    "Marks should come from what somebody thought about, not from what was left out.",
    shared(LATE.replace("  needed by: [nurse]\n", "")),
    shared(LATE.replace("needed by", "may know")),
)
TOLD_TOO_SOON: Final = Entry(
    "C056",
    "Telling somebody who may have done it",
    _THINK,
    Phrase(
        "Before there has been a strategy discussion, {mode} is right for {who}, and “why” does not say why."
    ),
    Phrase("Say in “why” what makes it safe to tell {who} now, or let it wait for the discussion."),
    "Telling is usually right, and telling the wrong person first can put a child at risk.",
    _referred("The first who sees it refers."),
    _referred("The first who sees it refers, and it is safe to tell <mother>."),
)
CANNOT_ANSWER: Final = Entry(
    "C057",
    "Asked, and without a say",
    _THINK,
    Phrase("{who} can be played, and when asked here answers by habit."),
    Phrase("Let the seat answer for itself: “answered in: {{{who_id}: a share scene}}”."),
    "Somebody sits in that seat and sees their agency answer without them.",
    _asked(_ASK),
    _asked(_ASK + "  answered in: {gp: answer}\n", _ANSWER),
)
NEVER_WRONG_TO_SHARE: Final = Entry(
    "C058",
    "Sharing is never wrong",
    _THINK,
    Phrase("In no decision of this case can too much be passed on or written down."),
    Phrase("Give somebody a fact that others would like and do not need."),
    "Whoever shares everything would do well here, and harm in practice.",
    shared(LATE, after="".join(picked(f"more_{n}") for n in range(3))),
    shared(LATE + KNEE, after="".join(picked(f"more_{n}") for n in range(3))),
)
NEVER_WRONG_TO_KEEP: Final = Entry(
    "C059",
    "Silence is never wrong",
    _THINK,
    Phrase("In no decision of this case is there something that somebody needs to be told."),
    Phrase("Give somebody a fact that others need, and a decision about it."),
    "Whoever says nothing would do well here, and harm in practice.",
    shared(KNEE, after="".join(picked(f"more_{n}") for n in range(3))),
    shared(LATE + KNEE, after="".join(picked(f"more_{n}") for n in range(3))),
)
NEVER_COMES: Final = Entry(
    "C076",
    "A fact that comes later never comes",
    _FIX,
    Phrase("{fact} comes later, and nothing in the case ever tells it to {who}, who holds it."),
    Phrase("Write “tells: {{{who_id}: {fact_id}}}” where it happens, or leave out “comes later”."),
    "What nobody ever learns can be neither passed on nor kept back.",
    shared(LATER, before=picked("monday")),
    shared(LATER, before=picked("monday", lines="tells: {gp: late}\n")),
)

ENTRIES: Final = (
    UNUSED,
    OUT_OF_REACH,
    NOTHING_TO_KEEP,
    NOTHING_TO_GIVE,
    TOLD_BY_STORY,
    BY_DEFAULT,
    TOLD_TOO_SOON,
    CANNOT_ANSWER,
    NEVER_WRONG_TO_SHARE,
    NEVER_WRONG_TO_KEEP,
    NEVER_COMES,
)
