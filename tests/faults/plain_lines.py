"""Cases read line by line against YAML's own parser: the same tree at the same places, or none.

    python -m tests.faults plain_lines [COUNT] [SEED]

So many little texts of lines drawn at random, and a tenth as many mutated files. Where `read_plainly` gives a
tree, the parser must give the very same and find nothing amiss; where it gives none, nothing is claimed. The
control is the tree of the same text a line further down, which must differ each time.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from time import perf_counter

import yaml

from simulator.scenario.building import Built, TooMuch, build
from simulator.scenario.characters import checked
from simulator.scenario.decoding import decoded
from simulator.scenario.plain import read_plainly
from simulator.scenario.source import Source, source_of
from tests.faults.mutated_files import mutant, seeds

USUAL = 100_000
SLOWEST = 0.5
"""Seconds one text may take to be read line by line."""
STEPS = (0, 0, 0, 0, 2, 2, -2, -4, 1, -1, 3)
DASHES = ("", "", "", "- ", "- ", "-  ", "- - ", "-")
NAMES = ("a: ", "b:", "two words: ", "e:  ", "a : ", "Big: ", "f:g: ", "“q”: ", "<<: ", "", "", "", "")
PIECES = """\
¦¦¦¦text¦a few words¦ends  ¦é — “so”¦it's¦x: y¦x:y¦12:30¦a #b¦a#b¦a # b¦# b¦#b¦-1¦- x¦?¦? x¦:¦end:¦...¦---
~¦*a¦&a b¦!t b¦%d¦@a¦`a¦a, b¦a]¦}¦>¦|¦>-¦|-¦>+¦|2¦> # b¦>x¦| ¦'one'¦"one"¦'it''s'¦"a\\nb"¦'a' b¦''¦a\u2028b
[]¦{}¦[a]¦[a, b c]¦[ a , b ]¦[a, b] # c¦[a, b¦[a,, b]¦[a, ]¦[a b: c]¦[[a], {}]¦[a #b]¦[a's, b-c, d/e]¦[12:30]
{a: b}¦{a: b, c: [d, e]}¦{a: {b: c}}¦{a: b, a: c}¦{a:b}¦{a: }¦{a}¦{a: b} c¦{ a: b }¦{a: 'b'}¦[- a]¦\u00a0a
"""
VALUES = [value for line in PIECES.split("\n") for value in line.split("¦")]


def small_text(draw: random.Random) -> str:
    """A few lines of the pieces that lines are made of, half of them nothing special."""
    lines, indent = [], 0
    for number in range(draw.randint(1, 8)):
        usual = draw.random() < 0.5
        name = f"n{number}: " if draw.random() < 0.7 else draw.choice(NAMES)
        value = draw.choice(("", "some words", "")) if usual else draw.choice(VALUES)
        lines.append(" " * indent + ("" if usual else draw.choice(DASHES)) + name + value)
        indent = max(indent + draw.choice(STEPS), 0)
    return "\n".join(lines) + draw.choice(("\n", "\n", "\n", "\n\n", ""))


def texts(count: int, seed: int) -> Iterator[str]:
    """The little texts, and mutated files among them."""
    draw, files = random.Random(seed), seeds()
    for number in range(count):
        yield small_text(draw)
        if number % 10 == 0 and isinstance(text := decoded(mutant(draw.choice(files), draw)), str):
            yield text


def read(source: Source) -> Built | None:
    """The tree as it is read line by line, where no character of the text had to be changed."""
    text, *_ = checked(source)
    return read_plainly(text, source.lines) if text is source.text else None


def by_parser(source: Source) -> Built | None:
    """What YAML's own parser makes of a text; None where it is none."""
    try:
        return build(source, source.text)
    except (yaml.YAMLError, TooMuch):
        return None


def main(count: int = USUAL, seed: int = 1) -> int:
    """Read and compare, the figure last; 1 where anything differs, was slow or escaped the control."""
    seen: Counter[str] = Counter()
    slowest = 0.0
    for text in texts(count, seed):
        source = source_of(text, "lines.yaml")
        begun = perf_counter()
        built = read(source)
        slowest = max(slowest, perf_counter() - begun)
        seen["texts"] += 1
        if built:
            seen["read"] += 1
            seen["control"] += built != by_parser(source_of("\n" + text, "lines.yaml"))
            if built != by_parser(source):
                seen["differ"] += 1
                print(f"differs: {text!r}")
    print(f"control, a line further down: {seen['control']:,} of {seen['read']:,} differ; all must")
    print(
        f"{seen['texts']:,} texts, {seen['read']:,} read line by line: {seen['differ']} differ from YAML's"
        f" parser, slowest {slowest * 1000:.0f} ms"
    )
    return int(
        bool(seen["differ"]) or slowest > SLOWEST or not seen["read"] or seen["control"] < seen["read"]
    )


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
