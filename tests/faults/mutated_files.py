"""R8: mutated cases by the million; each gives a case or findings with places, and nothing escapes.

Each mutant is one of the valid cases under tests/cases or of the files under tests/corpus with a few bytes
dropped, doubled, swapped, cut off or put in. Bytes go the way of a file: decoding, characters, tree, fields,
references, and the rendering of every finding. The control is PyYAML's own CSafeLoader on the same mutants:
it must raise, or the mutants are too tame. Run by hand: `python -m tests.faults.mutated_files 1000000`.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

import yaml

from simulator.scenario.decoding import decoded
from simulator.scenario.read import read_source
from simulator.scenario.source import Source, source_of
from simulator.text import problems

USUAL = 20_000
SLOWEST = 2.0
"""Seconds one file may take."""
LONGEST = 6_000
"""Bytes of a mutant: enough for every feature, and a million of them in some hours."""
TESTS = Path(__file__).parents[1]
ODD = [
    *(b"\t", b"\n", b"\r", b" ", b"'", b'"', b"#", b"&", b"*", b"!", b"|", b">", b"%", b"@", b"`"),
    *(b"{", b"}", b"[", b"]", b",", b":", b"?", b"-", b"~", b"<", b"\\", b"\0", b"\x1b", b"\x7f", b"\xff"),
    *(b": ", b"- ", b" #", b"\n  ", b"\n\n", b"---\n", b"...\n", b"<<: ", b"? ", b"&a ", b"*a", b"!!x "),
    *(piece.encode() for piece in ("\u00a0", "“", "’", "\u202e", "\ufeff", "\u2028", "é", "👍", "\u0301")),
    *(b"\\e", b'"\\e"', b"%YAML 2.0\n", b"{{", b"}}", b"[[[[", b"\xed\xa0\x80", b"\xf5", b">\n", b"|\n"),
]


def seeds() -> list[bytes]:
    """The files that are mutated."""
    files = [*sorted((TESTS / "cases").glob("*.yaml")), *sorted((TESTS / "corpus").glob("*.yaml"))]
    return [file.read_bytes() for file in files]


def mutant(seed: bytes, draw: random.Random) -> bytes:
    """A stretch of a file with one to five changes."""
    start = draw.choice((0, 0, draw.randrange(len(seed) + 1)))
    data = bytearray(seed[start : start + LONGEST])
    for _ in range(draw.randint(1, 5)):
        place = draw.randrange(len(data) + 1)
        kind = draw.randrange(6)
        if kind == 0:
            data[place:place] = draw.choice(ODD) * draw.choice((1, 1, 1, 2, 30))
        elif kind == 1:
            del data[place : place + draw.choice((1, 1, 2, 10, 200))]
        elif kind == 2:
            data[place:place] = data[place : place + draw.choice((1, 20, 300))]
        elif kind == 3 and place < len(data):
            data[place] = draw.randrange(256)
        elif kind == 4:
            other = draw.randrange(len(data) + 1)
            data[place:place] = data[other : other + draw.choice((1, 8, 80))]
        elif draw.random() < 0.1:
            del data[place:]
    return bytes(data)


def wrong(data: bytes) -> str:
    """What is wrong with how one file was read; empty where nothing is. Anything raised goes on up."""
    text = decoded(data)
    if isinstance(text, str):
        source = source_of(text, "mutant.yaml")
        reading = read_source(source)
        findings = list(reading.diagnostics)
        if reading.case is None and not findings:
            return "neither a case nor a finding"
    else:
        source = source_of(text.readable, "mutant.yaml")
        findings = [source.finding(text.code, text.line, text.column, **text.values)]
    for finding in findings:
        if said := _misplaced(source, finding.place):
            return said
        if problems(finding.render()):
            return "a finding that acts on the terminal"
    return ""


def _misplaced(source: Source, place: tuple[str, int, int]) -> str:
    _, line, column = place
    here = 1 <= line <= len(source.lines) and 1 <= column <= len(source.line(line)) + 1
    return "" if here else f"a finding at {line}:{column}, where nothing is"


def main() -> int:
    """Mutate and read, the figure last; 1 where anything was wrong or slow, or the control did not fail."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else USUAL
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    files, draw = seeds(), random.Random(seed)
    bad: Counter[str] = Counter()
    control = slowest = 0.0
    for number in range(count):
        data = mutant(draw.choice(files), draw)
        start = perf_counter()
        try:
            said = wrong(data)
        except Exception as error:  # noqa: BLE001 — whatever escapes is what this looks for
            said = " ".join(f"{type(error).__name__}: {error}".split())
        took = perf_counter() - start
        slowest = max(slowest, took)
        if said or took > SLOWEST:
            bad[said or "too slow"] += 1
            print(f"mutant {number} of seed {seed}: {said or f'{took:.1f} s'}: {data[:200]!r}")
        if number % 100 == 0:
            control += _control_raises(data)
        if number % 50_000 == 49_999:
            print(f"{number + 1:,} read …", flush=True)
    print(f"control (CSafeLoader) raised on {control:.0f} of {(count + 99) // 100}; it must raise")
    print(f"{count:,} mutated files, seed {seed}: {sum(bad.values())} wrong, slowest {slowest * 1000:.0f} ms")
    return 1 if bad or not control else 0


def _control_raises(data: bytes) -> bool:
    try:
        yaml.load(data, Loader=yaml.CSafeLoader)
    except Exception:  # noqa: BLE001 — PyYAML raises many kinds, ValueError and RecursionError among them
        return True
    return False


if __name__ == "__main__":
    sys.exit(main())
