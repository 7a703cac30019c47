"""What can be wrong with a name before a colon that YAML itself takes as it is."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

from simulator.scenario.diagnostics import quoted
from simulator.text import name_key
from simulator.words import Phrase, say

_QUOTES: Final = "“”„‟‘’‚‛«»"
BULLETS: Final = "•‣▪◦·●○■□⁃∙"
DASHES: Final = "‐‑‒–—―−"
NO_BREAK: Final = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
"""Spaces that do not part words for YAML."""

TILDE = Phrase(" (“~” means “nothing”)")
A_DASH = Phrase("a long dash")
A_LETTER = Phrase("the character “{character}” ({name})")
A_SPACE = Phrase("a no-break space")


class NameProblem(NamedTuple):
    """A finding about a name; `plain` is the name that was probably meant, empty where nobody can say."""

    code: str
    values: dict[str, str]
    plain: str


def name_problem(name: str) -> NameProblem | None:
    """What stands in the way of using these words as a name, or None."""
    if name in ("", "~"):
        return NameProblem("Y030", {"tilde": say(TILDE) if name else ""}, "")
    if name == "<<":
        return NameProblem("Y027", {}, "")
    if name.isascii():
        return None
    plain = plain_name(name)
    if name[0] in NO_BREAK:  # it stands for indentation: nobody can say what the name belongs to
        return NameProblem("Y018", {}, "")
    if name[0] in BULLETS + DASHES and name[1:2].isspace():
        return NameProblem("Y066", {"bullet": quoted(name[0])}, plain.lstrip("- "))
    odd = next(character for character in name if not character.isascii())
    if odd in _QUOTES:
        return NameProblem("Y034", {"name": quoted(name)}, plain)
    return NameProblem("Y035", {"name": quoted(name), "what": what_is(odd)}, plain)


def what_is(character: str) -> str:
    """A character that looks like another one, in words: `the character “е” (Cyrillic small letter ie)`."""
    if character in DASHES:
        return say(A_DASH)
    if character in NO_BREAK:
        return say(A_SPACE)
    name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
    return say(A_LETTER, character=character, name=name[:1].upper() + name[1:])


def plain_name(name: str) -> str:
    """The name in plain letters: curly quotes gone, dashes and spaces ordinary, look-alike letters Latin."""
    return "".join(map(_plain, name)).strip()


def _plain(character: str) -> str:
    if character.isascii():
        return character
    if character in _QUOTES:
        return ""
    if character in DASHES:
        return "-"
    if character in NO_BREAK:
        return " "
    letter = unicodedata.normalize("NFKD", character)[:1]
    if not letter.isascii():
        letter = name_key(character)
    return letter if letter.isascii() else ""
