"""One generated story in two languages, this product's and ink's, and one walk through it.

Every scene has two lines, one of them heard only under a condition, and four options, each with a mark, some
minutes and a way on that depends on a mark. A walk picks options by a little generator that both sides run,
and begins again at every ending; what was heard and chosen is hashed: equal hashes are equal walks.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable
from typing import NamedTuple

MARKS = 20
CHILD = "Aya"
OPTIONS = ("ask", "tell", "wait", "write")
TEXTS = {
    "ask": "Ask openly what happened, and write down the words as they were said, on day {n}.",
    "tell": "Tell the named nurse today, and ask her what she would want to know first, on day {n}.",
    "wait": "Wait a week, and see whether there is anything new to tell anybody, on day {n}.",
    "write": "Write it on the chart, with the date, and look again at the next visit, on day {n}.",
}
GRADES = {"ask": "good", "tell": "good", "wait": "poor", "write": "acceptable"}
LINE = "That is day {n}, and {child} has been up since before it was light."
AGAIN = "It is what {child} said the other day as well, about the {n}th time."
QUESTION = "{child} has stopped talking and looks at you. What do you do now, on day {n}?"


class Choice(NamedTuple):
    """One option of one scene."""

    id: str
    mark: int
    minutes: int
    needs: int
    """The mark on which its way on depends."""
    there: int
    """Scene reached where that mark is set; the number of scenes is the ending."""
    otherwise: int


class Scene(NamedTuple):
    """One scene: the mark under which its second line is heard, and its options."""

    hears: int
    choices: tuple[Choice, ...]


def story(scenes: int, seed: int = 1) -> tuple[Scene, ...]:
    """A story of so many scenes; every way leads forward, by one scene or two."""
    draw = random.Random(seed)
    return tuple(
        Scene(
            draw.randrange(MARKS),
            tuple(
                Choice(
                    option,
                    (number * len(OPTIONS) + at) % MARKS,
                    draw.choice((10, 20, 120)),
                    draw.randrange(MARKS),
                    min(number + 2, scenes),
                    min(number + 1, scenes),
                )
                for at, option in enumerate(OPTIONS)
            ),
        )
        for number in range(scenes)
    )


def as_yaml(scenes: tuple[Scene, ...]) -> str:
    """The story in the scenario language."""
    lines = ["title: A generated story", "family:", "  child: {age: 6, sex: female, focus: yes}", "people:"]
    lines += ["  visitor: {}", "roles:", "  nurse: {agency: health visiting, play: yes}", "scenes:"]
    for number, scene in enumerate(scenes):
        lines += [f"  s{number}:", "    say:", f"      - visitor: {LINE.format(n=number, child='<child>')}"]
        lines += [f"      - visitor: {AGAIN.format(n=number, child='<child>')}"]
        lines += [f"        if: marked m{scene.hears}", "    decide:", "      as: nurse"]
        lines += [f"      question: {QUESTION.format(n=number, child='<child>')}", "      options:"]
        for choice in scene.choices:
            lines += [f"        {choice.id}:", f"          text: {TEXTS[choice.id].format(n=number)}"]
            lines += [f"          grade: {GRADES[choice.id]}", f"          takes: {choice.minutes} minutes"]
            lines += [f"          mark: m{choice.mark}", *_ways(choice, len(scenes))]
    return "\n".join([*lines, "endings:", "  over:", "    text: It is over.", ""])


def _ways(choice: Choice, count: int) -> list[str]:
    there, otherwise = (
        "end: over" if scene == count else f"scene: s{scene}" for scene in (choice.there, choice.otherwise)
    )
    return [
        "          then:",
        f"            - {there}",
        f"              if: marked m{choice.needs}",
        f"            - {otherwise}",
    ]


def as_ink(scenes: tuple[Scene, ...]) -> str:
    """The same story in ink."""
    lines = [f'VAR child = "{CHILD}"', "VAR clock = 0", *(f"VAR m{mark} = false" for mark in range(MARKS))]
    lines += ["-> s0"]
    for number, scene in enumerate(scenes):
        lines += [f"=== s{number} ===", LINE.format(n=number, child="{child}")]
        lines += [f"{{m{scene.hears}: {AGAIN.format(n=number, child='{child}')}}}"]
        for choice in scene.choices:
            there, otherwise = (
                "over" if to == len(scenes) else f"s{to}" for to in (choice.there, choice.otherwise)
            )
            lines += [f"+ [{TEXTS[choice.id].format(n=number)}]", f"  ~ m{choice.mark} = true"]
            lines += [f"  ~ clock = clock + {choice.minutes}"]
            lines += [f"  {{m{choice.needs}: -> {there} | -> {otherwise}}}"]
    return "\n".join([*lines, "=== over ===", "It is over.", "-> END", ""])


def picks(count: int, seed: int = 12345) -> list[int]:
    """Which option is picked, so many times: a linear congruential generator of 31 bits."""
    found = []
    for _ in range(count):
        seed = (1103515245 * seed + 12345) % 2**31
        found.append((seed >> 16) % len(OPTIONS))
    return found


def walk_hash(heard: Iterable[str]) -> str:
    """sha256 of everything heard and chosen."""
    return hashlib.sha256("\n".join(heard).encode()).hexdigest()
