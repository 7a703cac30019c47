"""The catalogue of everything the product itself says to a person.

One module a screen or command (`set_up.py`, `settings.py`, …), each a list of `Phrase` constants:

    TOO_LATE = Phrase("That was decided at {time}.")

and where it is said:

    from simulator.words import room, say
    say(room.TOO_LATE, time="10:40")

mypy checks the constant's name and that only catalogue phrases are filled in: data from a case or a
person is a `str` and never a template. A test checks that every `say` gives the values its phrase names.

Everything is said through `say`, so a translation would be one table, phrase to phrase, looked up there.
Words of a case (what characters say) are the author's and live in the case.
"""

from __future__ import annotations

from typing import NewType

Phrase = NewType("Phrase", str)
"""A sentence of the catalogue; `{name}` marks a value filled in by `say`."""

_called = "simulator"


def call_it(command: str) -> None:
    """Name the command as whoever reads has to type it, such as `python3 -m simulator` in a checkout."""
    global _called
    _called = command


def called() -> str:
    """What has to be typed to run the simulator; a phrase says it as `{simulator}`."""
    return _called


def say(phrase: Phrase, **values: object) -> str:
    """The phrase with its values filled in."""
    said = phrase.replace("{simulator}", _called)
    return said.format(**values) if values else said


def say_count(number: int, one: Phrase, many: Phrase, **values: object) -> str:
    """`one` or `many`, by number; the phrase may use `{number}` ("{number} minutes")."""
    return say(one if number == 1 else many, number=number, **values)
