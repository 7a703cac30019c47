"""P3: from a case's text to a case ready to play, against inkjs compiling the same story.

    python -m tests.bench.reader [LINES]

First a generated case as dense as a long real one (facts, shares, conditions), beside PyYAML's own C loader,
which keeps no positions, types nothing and checks nothing: that ratio says what all of it costs. Then the
story that `engine` walks, in both languages, in turn, in the processes' own seconds. The controls are a
case with a mistake, which must not be read, and PyYAML's pure loader in our place, which must miss the floor.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from scoring.guidance import library
from simulator.play.cited import rulebook_for
from simulator.play.game import Game, prepare
from simulator.scenario.read import case_from, read_text
from tests.bench.inkjs import Ink, NoInk
from tests.bench.story import Scene, as_ink, as_yaml, story

FLOOR, AIM = 10.0, 20.0
LINES_A_SCENE = 45

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


def dense(lines: int, runs: int) -> None:
    """Print what a dense case takes, beside PyYAML."""
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
    print(
        f"a dense case, {text.count(chr(10))} lines, {len(reading.case.scenes)} scenes: {ours * 1000:.0f} ms,"
        f" PyYAML CSafeLoader {theirs * 1000:.0f} ms, ratio {ours / theirs:.2f}"
    )


def ready(text: str) -> Game:
    """A text made ready to play, as an attempt is begun with it."""
    case = case_from(text, "story.yaml")
    return prepare(case, rulebook_for(case, library()))


def against_ink(scenes: tuple[Scene, ...], runs: int) -> tuple[float, float]:
    """How many times as fast as inkjs ours is, and the control."""
    text = as_yaml(scenes)
    found: dict[str, list[float]] = {"ours": [], "theirs": [], "control": []}
    ready(text)  # the guidance is read once a process, whatever is read after it
    with Ink() as ink, tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "story.ink"
        file.write_text(as_ink(scenes), "utf-8")
        first = ink.compile(file)
        for turn in range(runs):
            found["ours"].append(_seconds(lambda: ready(text)))
            found["theirs"].append(ink.compile(file))
            if turn < 2:
                found["control"].append(_seconds(lambda: yaml.load(text, yaml.SafeLoader)))
    ours, theirs, control = (statistics.median(taken) for taken in found.values())
    print(
        f"the story, {text.count(chr(10))} lines: ours {ours * 1000:.0f} ms, inkjs {theirs * 1000:.0f} ms"
        f" (its first time {first * 1000:.0f} ms)"
    )
    return theirs / ours, theirs / control


def main(lines: int = 3000, runs: int = 11) -> int:
    """Print what was measured, and last the ratio; 1 where it misses the floor or the control does not."""
    dense(lines, runs)
    try:
        ratio, control = against_ink(story(lines // LINES_A_SCENE), runs)
    except NoInk as none:
        print(f"P3 was not measured: {none}")
        return 1
    print(f"control, PyYAML's pure loader alone: {control:.1f}x, must be under {FLOOR:.0f}x")
    print(f"P3 {ratio:.1f}x inkjs (floor {FLOOR:.0f}x, aim {AIM:.0f}x)")
    return int(ratio < FLOOR or control >= FLOOR)


def _seconds(do: Callable[[], object]) -> float:
    begun = time.process_time()
    do()
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
