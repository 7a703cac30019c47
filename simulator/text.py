"""The one gate for text: what is shown, stored, compared as a name, or warned about passes here.

`clean` repairs and never raises; it is called when text is stored and again when it is drawn, because a
terminal obeys control characters whoever sent them. `problems` lets the case reader refuse with a position
what `clean` would repair. `person_name` and `same_name` decide what may be a name and when two names are
one. `looks_like_personal_data` finds details that could belong to somebody. Standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from simulator.errors import SimulatorError
from simulator.words import Phrase, say
from simulator.words import text as words

LONGEST: Final = 20_000
"""Characters kept of any one text unless its field says otherwise."""
LONGEST_NAME: Final = 80
MOST_MARKS: Final = 4
"""Accents kept on one letter: Vietnamese needs two, pointed Hebrew four; the rest is play with the screen."""
REPLACEMENT: Final = "\ufffd"

# Insides of regular-expression sets, written as code points because nobody could read the characters.
_CONTROLS: Final = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_BREAKS: Final = "\x0b\x0c\x85\u2028\u2029"
_DIRECTION: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Unicode's Default_Ignorable_Code_Point with what is reserved for it, so that a newer Python changes
# nothing; the joiners are kept apart, because Persian and Indian scripts need them between letters.
_INVISIBLE: Final = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_JOINERS: Final = "\u200c\u200d"
_HALVES: Final = "\ud800-\udfff"
_PRIVATE: Final = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_NOT_CHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)
)

_NAMED: Final[tuple[tuple[re.Pattern[str], Phrase], ...]] = (
    (re.compile(f"[{_CONTROLS}{_BREAKS}]"), words.CONTROL),
    (re.compile(f"[{_DIRECTION}]"), words.DIRECTION),
    (re.compile(f"[{_INVISIBLE}{_JOINERS}]"), words.INVISIBLE),
    (re.compile(f"[{_HALVES}]"), words.HALF),
    (re.compile(f"[{_PRIVATE}]"), words.PRIVATE),
    (re.compile(f"[{_NOT_CHARACTERS}]"), words.NOT_A_CHARACTER),
)
_REMOVED: Final = re.compile(f"[{_CONTROLS}{_DIRECTION}{_INVISIBLE}{_NOT_CHARACTERS}]+")
_REPLACED: Final = re.compile(f"[{_HALVES}{_PRIVATE}]")
_BREAK: Final = re.compile(f"\r\n|[\r{_BREAKS}]")
# Latin, Greek, Cyrillic, Chinese and Korean letters and the signs people type: composed, seen, and free of
# accents standing alone. Nearly all that is ever drawn is of these only, and is handed back as it came.
_EVERYDAY: Final = (
    " -~\xa0-\xac\xae-\u02ff\u0391-\u03a1\u03a3-\u03ce\u0400-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2500-\u25ff\u4e00-\u9fff\uac00-\ud7a3"
)
_PLAIN_LINE: Final = re.compile(f"[{_EVERYDAY}]*")
_PLAIN_LINES: Final = re.compile(f"[{_EVERYDAY}\n]*")


def clean(text: str, limit: int = LONGEST, *, lines: bool = False) -> str:
    """The text in composed form, with nothing in it that acts on a screen or hides; never raises.

    Removed: control characters, what turns the direction of writing, what cannot be seen, accents beyond
    MOST_MARKS on one letter. Replaced by U+FFFD: halves of characters and private ones. Line breaks of all
    kinds become `\\n` with `lines`, a space without. Longer than `limit` characters: cut, ending in `…`.
    """
    if len(text) <= limit:
        if text.isascii() and text.isprintable():
            return text
        if (_PLAIN_LINES if lines else _PLAIN_LINE).fullmatch(text):
            return text
    readable = 4 * limit  # so that a huge text costs no more than a long one
    repaired = _repaired(text[:readable], lines)
    if len(repaired) <= limit and len(text) <= readable:
        return repaired
    return repaired[: max(limit - 1, 0)].rstrip(_JOINERS) + "…" if limit > 0 else ""


def _repaired(text: str, lines: bool) -> str:
    text = _BREAK.sub("\n", text).replace("\t", " ")
    if not lines:
        text = text.replace("\n", " ")
    text = _REPLACED.sub(REPLACEMENT, _REMOVED.sub("", text))
    if _PLAIN_LINES.fullmatch(text):
        return text
    # Accents are counted before composing, whose time is quadratic in their number, and again after it,
    # because a few characters come apart.
    text = unicodedata.normalize("NFC", _without(text, _excess_marks(text)))
    text = _without(text, _excess_marks(text))
    return unicodedata.normalize("NFC", _without(text, _idle_joiners(text)))


def _without(text: str, places: list[int]) -> str:
    if not places:
        return text
    left_out = set(places)
    return "".join(character for place, character in enumerate(text) if place not in left_out)


def _excess_marks(text: str) -> list[int]:
    """Where an accent is one too many, or starts a line and would land on what stands before it."""
    excess = []
    run = MOST_MARKS
    for place, character in enumerate(text):
        if character < "\u0300":
            run = MOST_MARKS if character in "\r\n" else 0
        elif character not in _JOINERS:
            run = run + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
            if run > MOST_MARKS:
                excess.append(place)
    return excess


def _idle_joiners(text: str) -> list[int]:
    """Where a joiner joins nothing: it belongs after a letter and before one of a script that joins."""
    return [
        place
        for place, character in enumerate(text)
        if character in _JOINERS
        and not (
            0 < place < len(text) - 1
            and unicodedata.category(text[place - 1])[0] in "LM"
            and text[place + 1] >= "\u0600"
            and unicodedata.category(text[place + 1])[0] == "L"
        )
    ]


def problems(text: str) -> list[tuple[int, str]]:
    """Every place where `clean` would change what a reader sees, as (index, what it is in plain words).

    Line breaks, tabs and the length are the caller's to judge. Text without problems is left by `clean`
    as it is but for composing its accents.
    """
    if _PLAIN_LINES.fullmatch(text):
        return []
    idle = set(_idle_joiners(text))
    found = [
        (match.start(), say(phrase, code=_code(match.group())))
        for pattern, phrase in _NAMED
        for match in pattern.finditer(text)
        if match.group() not in _JOINERS or match.start() in idle
    ]
    for place in _excess_marks(text):
        alone = place == 0 or text[place - 1] in "\r\n"
        phrase = words.NO_LETTER_UNDER if alone else words.TOO_MANY_ACCENTS
        found.append((place, say(phrase, code=_code(text[place]))))
    return sorted(found)


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def width(text: str) -> int:
    """How many cells of a terminal one line of clean text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


# --- names -------------------------------------------------------------------------------------------

_UNSEEN: Final = " \u2800\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad"
"""Pasted along at the ends of names by other programs; nobody typed them."""
_LOOK_ALIKES: Final = str.maketrans(
    "авеіјкмнорстухѕһԁԛԝαβειηκμνορτυχı’‘ʼ`´‐‑–—_",
    "abeijkmhopctyxshdqwabeihkmvoptyxi'''''-----",
)


def person_name(text: str, limit: int = LONGEST_NAME) -> str:
    """A name as typed, composed, trimmed and with single spaces.

    Raises SimulatorError where nothing can be seen, no letter is in it, it is longer than `limit`
    characters, or it holds something `problems` names: a name is refused rather than changed.
    """
    typed = text.strip().strip(_UNSEEN)
    name = " ".join(typed.split())
    if not name:
        raise _unusable(say(words.NAME_EMPTY))
    if len(name) > limit:
        raise _unusable(say(words.NAME_TOO_LONG, limit=limit), words.NAME_SHORTEN)
    if hidden := problems(typed):
        raise _unusable(say(words.NAME_HIDDEN, problem=hidden[0][1]))
    if not any(map(str.isalpha, name)):
        raise _unusable(say(words.NAME_NO_LETTER))
    return unicodedata.normalize("NFC", name)


def _unusable(message: str, remedy: Phrase = words.NAME_REMEDY) -> SimulatorError:
    return SimulatorError(say(words.NAME_TITLE), message, say(remedy))


def name_key(text: str) -> str:
    """What two spellings of one person's name have in common; for looking up and for keeping names unique.

    Case, spaces, width, accents' composition, hidden characters, kinds of apostrophe and hyphen, and Greek or
    Cyrillic letters that look Latin make no difference; accents do.
    """
    folded = unicodedata.normalize("NFKC", clean(text)).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).translate(_LOOK_ALIKES).split())


def same_name(a: str, b: str) -> bool:
    """Whether two typed names would be taken for one person's."""
    return name_key(a) == name_key(b)


# --- details that could be somebody's --------------------------------------------------------------------

_POSTCODE_AREA: Final = (
    "A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]"
    "|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE"
)
_NHS_NUMBER: Final = re.compile(r"(?<![\w-])[0-9]{3}[ \xa0-]?[0-9]{3}[ \xa0-]?[0-9]{4}(?!\w)")
# Prefix letters and pairs never issued: HMRC's National Insurance manual, NIM39110.
_NATIONAL_INSURANCE: Final = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b",
    re.I,
)
_TELEPHONE: Final = re.compile(
    r"(?<![\w+])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)[0-9]{2,10}(?:[) .\xa0-]{1,3}[0-9]{2,8}){0,4}(?!\w)"
)
_POSTCODE: Final = re.compile(rf"\b(?:{_POSTCODE_AREA})[0-9][A-Z0-9]? ?([0-9][ABD-HJLNP-UW-Z]{{2}})\b", re.I)
_EMAIL: Final = re.compile(r"(?<![\w.+'-])[\w.+'-]+@((?:[\w-]+\.)+[\w-]+)")

_DRAMA_NUMBERS: Final = re.compile(
    r"01632960\d{3}|07700900\d{3}|02079460\d{3}|01(1[3-8]|21|31|41|51|61)4960\d{3}|01914980\d{3}|02920180\d{3}"
    r"|08081570\d{3}|09098790\d{3}|03069990\d{3}"
)
"""Kept by Ofcom for drama; never given to anybody."""
_EXAMPLE_DOMAINS: Final = re.compile(r"(.+\.)?(example(\.(com|org|net))?|test|invalid|localhost)", re.I)
"""Kept for examples by RFC 2606 and RFC 6761."""


class PersonalData(NamedTuple):
    """A stretch of text that could be a real person's detail."""

    start: int
    end: int
    kind: str
    """In plain words, with its article: `a telephone number`."""


def looks_like_personal_data(text: str) -> list[PersonalData]:
    """NHS and National Insurance numbers, telephone numbers, postcodes and e-mail addresses in the text.

    Numbers and addresses from the ranges that belong to nobody (those the invented families use, and the
    others kept for drama and examples) are not reported. It warns; it cannot know, and it misses names.
    """
    return sorted(_details(text))


def _details(text: str) -> Iterator[PersonalData]:
    finders = (
        (_NHS_NUMBER, words.NHS_NUMBER, _could_be_nhs_number),
        (_NATIONAL_INSURANCE, words.NATIONAL_INSURANCE, lambda _: True),
        (_TELEPHONE, words.TELEPHONE, _could_be_telephone),
        (_POSTCODE, words.POSTCODE, _could_be_postcode),
        (_EMAIL, words.EMAIL, lambda match: not _EXAMPLE_DOMAINS.fullmatch(match[1])),
    )
    for pattern, kind, could_be in finders:
        for match in pattern.finditer(text):
            if could_be(match):
                yield PersonalData(*match.span(), say(kind))


def nhs_check_digit(first_nine: str) -> int | None:
    """The tenth digit of an NHS number (modulus 11); None where these nine digits can begin none."""
    remainder = (
        sum(int(digit) * weight for digit, weight in zip(first_nine, range(10, 1, -1), strict=True)) % 11
    )
    return None if remainder == 1 else (11 - remainder) % 11


def _could_be_nhs_number(match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match[0])
    invented = digits.startswith("999") or len(set(digits)) == 1
    return not invented and nhs_check_digit(digits[:9]) == int(digits[9])


def _could_be_telephone(match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match[0].replace("(0)", "").replace("+44", "0"))
    return len(digits) in (10, 11) and digits[1] in "1235789" and not _DRAMA_NUMBERS.fullmatch(digits)


def _could_be_postcode(match: re.Match[str]) -> bool:
    ordinal = re.fullmatch(r"[0-9](st|nd|rd|th)", match[1])
    return match[0].isupper() or (match[0].islower() and not ordinal)
