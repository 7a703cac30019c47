"""P5: text to placed tree against PyYAML's CSafeLoader, which keeps no positions and no typed text.

Both read the same case of about 2,000 lines in turn, and the medians are compared; ours includes the
normalising, the version's digest and every check of the text. The control is PyYAML's pure loader in our
place: it must miss the floor. Run by hand: `python -m tests.bench.tree`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import yaml

from simulator.scenario.nodes import Node, Sequence, Text
from simulator.scenario.source import source_of
from simulator.scenario.tree import read_tree

FLOOR = 1.0
AIM = 1.3
SCENES = 76
ROUNDS = 21
WORDS = [
    *("the", "child", "mother", "visitor", "saw", "mark", "weighed", "again", "fortnight", "told", "school"),
    *(
        "record",
        "asked",
        "openly",
        "when",
        "who",
        "was",
        "nobody",
        "explained",
        "—",
        "it’s",
        "“his”",
        "cheek",
    ),
]


def case(scenes: int = SCENES, seed: int = 1) -> str:
    """A case of about 26 lines a scene, with remarks, folded texts, lists and short maps."""
    draw = random.Random(seed)

    def sentence(length: int) -> str:
        return " ".join(draw.choice(WORDS) for _ in range(length)).capitalize() + "."

    lines = ["format: 1", "id: large", "title: A large case", "level: core                # one of three"]
    lines += ["summary: >", f"  {sentence(20)}", "roles:"]
    lines += ["  gp: {agency: general practice, play: yes}", "facts:"]
    for number in range(30):
        lines += [f"  fact_{number}:", f"    text: {sentence(12)}", "    held by: gp", "    about: [mother]"]
        lines += ["    needed by: {social_work_manager: headline, paediatrician: full}"]
    lines += ["scenes:"]
    for number in range(scenes):
        lines += [f"  scene_{number}:", "    # what happens here", "    say:"]
        lines += [f"      - mother: {sentence(9)}", f"      - child: ({sentence(5)})", "    decide:"]
        lines += ["      as: health_visitor", f"      question: {sentence(7)}", "      options:"]
        for option in range(2):
            lines += [f"        option_{option}:", f"          text: {sentence(14)}", "          grade: good"]
            lines += ["          why: >", f"            {sentence(18)}"]
            lines += [
                "          cite: [nonmobile_injury, record_the_decision]",
                "          takes: 20 minutes",
            ]
    return "\n".join([*lines, "endings:", "  held:", f"    text: {sentence(8)}", ""])


def plain(node: Node) -> object:
    """The tree without its places."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(entry.value) for name, entry in node.entries.items()}


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = perf_counter()
    work()
    return perf_counter() - start


def ratios(text: str, rounds: int = ROUNDS) -> tuple[float, float]:
    """How many times as fast as CSafeLoader ours is, and the control."""
    loaders: dict[str, Callable[[], object]] = {
        "peer": lambda: yaml.load(text, Loader=yaml.CSafeLoader),
        "ours": lambda: read_tree(source_of(text, "large.yaml")),
        "control": lambda: yaml.load(text, Loader=yaml.SafeLoader),
    }
    times: dict[str, list[float]] = {name: [] for name in loaders}
    for turn in range(rounds):
        for name, load in loaders.items():
            if name != "control" or turn < 3:
                times[name].append(timed(load))
    peer = median(times["peer"])
    return peer / median(times["ours"]), peer / median(times["control"])


def main() -> int:
    """Print the ratio last; 1 where the floor is missed or the control is not."""
    text = case()
    root = read_tree(source_of(text, "large.yaml")).root
    if root is None or plain(root) != yaml.load(text, Loader=yaml.BaseLoader):
        print("The trees differ: nothing is measured.")
        return 1
    ours, control = ratios(text)
    count = text.count("\n")
    print(f"{count} lines; control (PyYAML's pure loader): {control:.2f}×, must be under {FLOOR:.1f}×")
    print(f"text → placed tree: {ours:.2f}× CSafeLoader (floor {FLOOR:.1f}×, aim {AIM:.1f}×)")
    return 0 if ours >= FLOOR > control else 1


if __name__ == "__main__":
    sys.exit(main())
