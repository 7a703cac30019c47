"""How long the reader takes from a case's text to a case that can be played, against PyYAML's own C loader.

    python -m tests.bench.reader [LINES]

The case is generated: scenes with options, shares, asks, records, conditions and lines, about as dense as a
long real one. Printed are medians of runs taken in turn. PyYAML keeps no positions, types nothing and checks
nothing, so the ratio says what all of that costs. The control at the start must fail to read.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

import yaml

from simulator.scenario.read import read_text

HEAD = """\
title: A long case
family:
  child: {age: 6, sex: female, focus: yes}
  mother: {age: 25-29, sex: female, parent of: child}
roles:
  teacher: {agency: school, play: yes}
  nurse: {agency: school nursing, play: yes}
  gp: {agency: general practice, play: yes, if nobody plays: guarded}
  manager: {agency: social care, play: yes}
facts:
"""
FACT = """\
  fact_{n}:
    text: On day {n} <child> said to <mother> that nobody was up, and that she had made her own toast.
    headline: <child> makes her own breakfast.
    held by: {holder}
    about: [child, mother]
    source: said
    needed by: {{manager: headline, nurse: full}}
"""
CHOICE = """\
  scene_{n}:
    say:
      - child: I done the toast, <mother>. That was day {n}.
      - teacher: Thank you for telling me; I shall write it down as you said it.
        if: teacher knows fact_{fact}
    decide:
      as: teacher
      question: <child> has stopped talking and is looking at you. What do you do now, on day {n}?
      options:
        listen:
          text: Say that she was right to tell you, and write her words down as she said them.
          grade: good
          why: She has said what matters, and somebody has to hear it.
          cite: [wishes_and_feelings, record_the_decision]
          takes: 10 minutes
          milestone: heard_{n}
        ring_home:
          text: Tell her that she is a good sister, and ring home at break to ask whether all is well.
          grade: acceptable
          takes: 2 hours
          tells: {{nurse: [fact_{fact}]}}
        wait:
          text: Give her some fruit, let her settle, and look out for anything new in the days to come.
          grade: poor
          tempting: She is bright and clean.
          why: She said it today.
          mark: waited_{n}
"""
SHARE = """\
  scene_{n}:
    if:
      - at least 1 of fact_{fact}, fact_0 known to manager
      - clock after 2 hours since start
    decide:
      as: gp
      question: Social care ask what you know. What do you pass on?
      why: What it means for the child can be said in a sentence.
      cite: necessary_and_proportionate
      takes: 20 minutes
      share:
        to: [manager, nurse]
        facts: [fact_{fact}, fact_0]
        openness: {{mother: tell}}
        basis: [public_interest]
        reasons:
          safety: What she said bears on who wakes for the child.
          asked: They asked, and one does not refuse colleagues.
"""
TAIL = """\
endings:
  late:
    when: marked waited_0
    text: <child> is asked again in June.
  held: <child> is on time, with somebody to wake her.
"""


def generated(lines: int) -> str:
    """A case of about so many lines."""
    facts = max(lines // 60, 1)
    parts = [
        HEAD,
        *(FACT.format(n=n, holder=("teacher", "nurse", "gp")[n % 3]) for n in range(facts)),
        "scenes:\n",
    ]
    count = sum(part.count("\n") for part in parts) + TAIL.count("\n")
    n = 0
    while count < lines:
        part = (SHARE if n % 3 == 2 else CHOICE).format(n=n, fact=1 + n % max(facts - 1, 1))
        parts.append(part)
        count += part.count("\n")
        n += 1
    return "".join([*parts, TAIL])


def main(lines: int = 3000, runs: int = 15) -> None:
    """Print both medians, and last the ratio."""
    text = generated(lines)
    broken = read_text(text.replace("as: gp\n", "as: gpp\n", 1), "control.yaml")
    assert broken.case is None and len(broken.diagnostics) == 1, "the control was read without a finding"
    reading = read_text(text, "long.yaml")
    assert reading.case is not None, [each.headline for each in reading.diagnostics[:3]]
    reader: list[float] = []
    pyyaml: list[float] = []
    for _ in range(runs):
        reader.append(_seconds(lambda: read_text(text, "long.yaml")))
        pyyaml.append(_seconds(lambda: yaml.load(text, yaml.CSafeLoader)))
    ours, theirs = statistics.median(reader), statistics.median(pyyaml)
    print(f"{text.count(chr(10))} lines, {len(reading.case.scenes)} scenes")
    print(f"text to case, all checks   {ours * 1000:7.1f} ms")
    print(f"PyYAML CSafeLoader         {theirs * 1000:7.1f} ms")
    print(f"ratio {ours / theirs:.2f}")


def _seconds(do: Callable[[], object]) -> float:
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
