"""Identifiers, addresses and schools that can belong to nobody.

NHS numbers from 999 000 0000 to 999 999 9999 are never issued; Ofcom keeps 01632 960xxx and 07700 900xxx for
drama; no postcode begins with Q, V or X; example.org is kept for examples (RFC 2606). Streets, towns and
schools are joined from parts into names that no gazetteer is known to hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from simulator.family.chance import Chance
from simulator.family.wordlists import places
from simulator.text import nhs_check_digit
from simulator.words import family as words
from simulator.words import say

TELEPHONES = ("01632 960", "07700 900")
POSTCODE_FIRST = "QVX"
POSTCODE_SECOND = "ABCDEFGHKLMNPRSTUWY"
POSTCODE_LAST = "ABDEFGHJLNPQRSTUWXYZ"
DOMAIN = "example.org"
SECONDARY = 11
"""Years old when children change school."""


def nhs_number(person: str, taken: Collection[str], chance: Chance) -> str:
    """A valid number of the range that is never issued, as `999 123 4567`."""
    attempt = 0
    while True:
        nine = f"999{chance.number(0, 999_999, 'NHS number', person, attempt):06}"
        check = nhs_check_digit(nine)
        number = f"{nine[:3]} {nine[3:6]} {nine[6:]}{check}"
        if check is not None and number not in taken:
            return number
        attempt += 1


def telephone(chance: Chance) -> str:
    """A number kept for drama."""
    return f"{chance.one_of(TELEPHONES, 'telephone')}{chance.number(0, 999, 'telephone number'):03}"


def postcode(chance: Chance) -> str:
    """A postcode of an area that does not exist, in the shape of one that might."""
    area = chance.one_of(POSTCODE_FIRST, "postcode", 1) + chance.one_of(POSTCODE_SECOND, "postcode", 2)
    last = chance.one_of(POSTCODE_LAST, "postcode", 5) + chance.one_of(POSTCODE_LAST, "postcode", 6)
    return f"{area}{chance.number(1, 9, 'postcode', 3)} {chance.number(1, 9, 'postcode', 4)}{last}"


def email(surname: str, chance: Chance) -> str:
    """An address that no post ever reaches."""
    letters = re.sub("[^a-z]", "", unicodedata.normalize("NFKD", surname).lower())
    return f"{letters or 'family'}{chance.number(10, 99, 'e-mail')}@{DOMAIN}"


def home(chance: Chance) -> str:
    """Number, street and town."""
    street, town = (
        (chance.one_of(places()[f"{kind}_begins"], kind, 1), chance.one_of(places()[f"{kind}_ends"], kind, 2))
        for kind in ("street", "town")
    )
    return say(words.HOME, number=chance.number(2, 98, "house"), street=" ".join(street), town="".join(town))


def school(age: int, chance: Chance) -> str:
    """The school of a child so many years old."""
    phrase = words.SECONDARY_SCHOOL if age >= SECONDARY else words.PRIMARY_SCHOOL
    return say(phrase, place=chance.one_of(places()["schools"], "school"))
