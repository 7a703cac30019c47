"""Words of a case of no family in particular: in each play its people have other names, so that a report over
many plays says who they are."""

from __future__ import annotations

import re
from typing import Final

from simulator.words import reports as words
from simulator.words import say

_PLACE: Final = re.compile(r"(?P<start>^|[.!?:]\s+)?<(?P<who>\w+)(?P<of>'s|’s)?(?:\.(?P<word>\w+))?>")
"""`<child>`, `<child's>`, `<child.they>`, and whether a sentence begins there."""
_SURNAME: Final = "surname"


def of_nobody(text: str) -> str:
    """A text of a case in one line, its people by who they are: the mother, the sister's, they."""
    return _PLACE.sub(_said, " ".join(text.split()))


def _said(found: re.Match[str]) -> str:
    start = found["start"]
    if found["word"]:
        who = found["word"]
    elif found["who"] == _SURNAME:
        who = say(words.THE_SURNAME)
    else:
        who = say(words.THE_PERSON, who=found["who"].replace("_", " ")) + (found["of"] or "")
    return who if start is None else start + who[:1].upper() + who[1:]
