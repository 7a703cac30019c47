"""Draws for one family: the same seed and purpose always give the same, in whatever order they are made.

Faker holds British names and the generator; everything else is drawn from frozen lists by its primitive draw,
because Faker's own addresses, telephone numbers and dates change between releases or could be somebody's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Drawn = TypeVar("Drawn")


class Chance:
    """Draws from one seed. Each names its purpose, so that adding a person changes little else."""

    __slots__ = ("_faker", "_seed")

    def __init__(self, seed: str) -> None:
        from faker import Faker  # an eighth of a second, so only where a family is invented

        self._faker = Faker("en_GB", providers=["faker.providers.person"], use_weighting=False)
        self._seed = seed

    def _begin(self, purpose: tuple[object, ...]) -> None:
        words = "\x1f".join(map(str, (self._seed, *purpose)))
        self._faker.seed_instance(
            int.from_bytes(hashlib.sha256(words.encode("utf-8", "replace")).digest()[:16])
        )

    def number(self, low: int, high: int, *purpose: object) -> int:
        """A whole number from low to high, both included, each as likely."""
        self._begin(purpose)
        # random() is the one draw that Python promises to keep the same for a seed.
        return low + int(self._faker.random.random() * (high - low + 1))

    def one_of(self, choices: Sequence[Drawn], *purpose: object) -> Drawn:
        """One of the choices, each as likely."""
        return choices[self.number(0, len(choices) - 1, *purpose)]

    def happens(self, hundredths: int, *purpose: object) -> bool:
        """True in so many of a hundred draws."""
        return self.number(1, 100, *purpose) <= hundredths

    def british_first_name(self, female: bool, *purpose: object) -> str:
        """A first name of Faker's British list."""
        self._begin(purpose)
        return self._faker.first_name_female() if female else self._faker.first_name_male()

    def british_surname(self, *purpose: object) -> str:
        """A surname of Faker's British list."""
        self._begin(purpose)
        return self._faker.last_name()
