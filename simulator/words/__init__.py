"""The catalogue of everything the product itself says to a person.

One module a screen or command (`set_up.py`, `settings.py`, …), each a list of `Phrase` constants:

    TOO_LATE = Phrase("That was decided at {time}.")

and where it is said:

    from simulator.words import room, say
    say(room.TOO_LATE, time="10:40")

mypy checks the constant's name and that only catalogue phrases are filled in: data from a case or a
person is a `str` and never a template. A test checks that every `say` gives the values its phrase names.

A translation is one table, English phrase to phrase: Welsh is `words/cy.py` holding
`PHRASES: dict[Phrase, Phrase]` and a line in `_translations` below. What the table lacks is said in English.
Words of a case (what characters say) are the author's and live in the case.
"""

from __future__ import annotations

from typing import NewType

Phrase = NewType("Phrase", str)
"""A sentence of the catalogue; `{name}` marks a value filled in by `say`."""

Translation = dict[Phrase, Phrase]

_translations: dict[str, Translation] = {"en": {}}
_spoken: Translation = _translations["en"]
_called = "simulator"


def languages() -> tuple[str, ...]:
    """The languages the catalogue can be said in, as BCP 47 codes, English first."""
    return tuple(_translations)


def speak(language: str) -> None:
    """Say everything from now on in this language; an unknown language is English."""
    global _spoken
    _spoken = _translations.get(language, _translations["en"])


def call_it(command: str) -> None:
    """Name the command as whoever reads has to type it, such as `python3 -m simulator` in a checkout."""
    global _called
    _called = command


def called() -> str:
    """What has to be typed to run the simulator; a phrase says it as `{simulator}`."""
    return _called


def say(phrase: Phrase, **values: object) -> str:
    """The phrase in the language spoken, with its values filled in."""
    said = _spoken.get(phrase, phrase).replace("{simulator}", _called)
    return said.format(**values) if values else said


def say_count(number: int, one: Phrase, many: Phrase, **values: object) -> str:
    """`one` or `many`, by number; the phrase may use `{number}` ("{number} minutes")."""
    return say(one if number == 1 else many, number=number, **values)
