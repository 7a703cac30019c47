"""P4: the exact score space of a case with 14 decisions and 12 flags, against ChoiceScript's randomtest,
which plays it 10,000 times at random and knows a sample of it afterwards.

    CHOICESCRIPT=FOLDER python -m tests.bench.score_space [RUNS]

FOLDER is a checkout of dfabulich/choicescript (a licence for non-commercial use: it is not kept here). The
same story is written in both languages: the same scenes passed over by the same flags, the same points.
Compared are processor seconds, ours from the text to the last figure, theirs without the start of Node and
without printing what was played. The mean of 10,000 printed plays must lie where the exact one is, none may
leave worst and best, and a shorter story of the same kind must agree with plain enumeration in every figure.
The control, a story with one decision graded otherwise, must lie elsewhere.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from scoring.guidance import library
from simulator.play.cited import clocks_of, rulebook_for
from simulator.play.game import Game, prepare
from simulator.scenario.read import case_from
from simulator.solver.explore import Explorer
from simulator.solver.solution import Solution, solve
from tests.unit.solver.comparing import space_differences
from tests.unit.solver.twin import Twin

FLOOR, AIM = 15.0, 100.0
DECISIONS, FLAGS, PLAYS = 14, 12, 10_000
POINTS = {"good": 3, "acceptable": 2, "poor": 0}
FAR = 5.0
"""Standard errors beyond which a mean is not the same mean."""


class Choice(NamedTuple):
    grade: str
    flag: int
    """The flag it sets; -1 for none."""


class Decision(NamedTuple):
    needs: int
    """The flag without which it is passed over; -1 for none."""
    choices: tuple[Choice, ...]


def story(decisions: int, flags: int, seed: int) -> list[Decision]:
    """Decisions with four options; each flag is set once and read once, some scenes later."""
    draw = random.Random(seed)
    sets = sorted(draw.sample(range(decisions - 1), min(flags, decisions - 1)))
    made: list[Decision] = []
    unread: list[int] = []
    for place in range(decisions):
        needs = unread.pop(0) if len(unread) > 2 and draw.random() < 0.7 else -1
        grades = draw.sample(["good", "acceptable", "poor", "poor"], 4)
        flag = sets.index(place) if place in sets else -1
        picked = draw.randrange(4)
        choices = tuple(Choice(grade, flag if at == picked else -1) for at, grade in enumerate(grades))
        made.append(Decision(needs, choices))
        if flag >= 0:
            unread.append(flag)
    return made


def as_case(told: list[Decision], flags: int) -> str:
    """The story in our language; its ending asks for half of the flags."""
    lines = ["title: Generated", "scenes:"]
    for at, one in enumerate(told):
        lines.append(f"  s{at}:")
        if one.needs >= 0:
            lines.append(f"    if: marked f{one.needs}")
        lines += ["    decide:", "      question: What now?", "      options:"]
        for number, choice in enumerate(one.choices):
            lines += [
                f"        o{number}:",
                f"          text: Option {number} of {at}.",
                f"          grade: {choice.grade}",
            ]
            if choice.flag >= 0:
                lines.append(f"          mark: f{choice.flag}")
    marks = ", ".join(f"f{flag}" for flag in range(flags))
    lines += ["endings:", "  many:", f"    when:\n      - 'at least {flags // 2} marked: {marks}'"]
    lines += ["    text: Many.", "  few: Few.", ""]
    return "\n".join(lines)


def as_choicescript(told: list[Decision], flags: int) -> str:
    """The same in ChoiceScript."""
    lines = ["*create score 0", *(f"*create f{flag} false" for flag in range(flags)), "*goto s0"]
    for at, one in enumerate(told):
        following = f"s{at + 1}" if at + 1 < len(told) else "done"
        lines.append(f"*label s{at}")
        if one.needs >= 0:
            lines += [f"*if not(f{one.needs})", f"  *goto {following}"]
        lines += ["What now?", "*choice"]
        for number, choice in enumerate(one.choices):
            lines += [f"  #Option {number} of {at}.", f"    *set score +{POINTS[choice.grade]}"]
            if choice.flag >= 0:
                lines.append(f"    *set f{choice.flag} true")
            lines.append(f"    *goto {following}")
    return "\n".join([*lines, "*label done", "SCORE ${score}.", "*finish", ""])


def game_of(text: str) -> Game:
    case = case_from(text, "generated.yaml")
    return prepare(case, rulebook_for(case, library()))


def solved(text: str) -> tuple[float, Solution]:
    """Processor seconds from the text to the score space."""
    begun = time.process_time()
    game = game_of(text)
    clocks = clocks_of(game.case, game.rulebook, game.case.playable)
    found = solve(game, game.expected, clocks, game.case.playable)
    return time.process_time() - begun, found


def children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def played(folder: Path, plays: int, seed: int, *, printed: bool = False) -> tuple[float, list[int]]:
    """Processor seconds of randomtest; where it prints them, the score of every play."""
    node = shutil.which("node") or "node"
    command = [node, "randomtest.js", f"num={plays}", "game=generated", f"seed={seed}", "showCoverage=false"]
    command += [f"showText={str(printed).lower()}", "showChoices=false", "avoidUsedOptions=false"]
    begun = children()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return children() - begun, [int(score) for score in re.findall(r"SCORE (\d+)\.", done.stdout)]


def copied(choicescript: Path, into: Path, text: str) -> Path:
    """A copy of ChoiceScript in which the story is a game of its own."""
    folder = into / "choicescript"
    shutil.copytree(choicescript, folder, ignore=shutil.ignore_patterns(".git", "editor", "doc"))
    shutil.copytree(folder / "web" / "mygame", folder / "web" / "generated")
    for scene in (folder / "web" / "generated" / "scenes").glob("*.txt"):
        if scene.name not in ("startup.txt", "choicescript_stats.txt"):
            scene.unlink()
    (folder / "web" / "generated" / "scenes" / "startup.txt").write_text(text, encoding="utf-8")
    return folder


def agrees_with_enumeration() -> bool:
    """Whether a shorter story of the same kind comes to the same by plain enumeration."""
    game = game_of(as_case(story(6, 5, 3), 5))
    clocks = clocks_of(game.case, game.rulebook, game.case.playable)
    twin = Twin(game, game.expected, clocks, game.case.playable, most_steps=10**7)
    explorer = Explorer(game, game.expected, clocks, game.case.playable)
    return not space_differences(explorer, twin, twin.outlook(twin.first()))


def errors_apart(scores: list[int], found: Solution) -> float:
    """How many standard errors the mean of the plays is from the exact one."""
    assert found.guessing is not None
    error: float = statistics.stdev(scores) / len(scores) ** 0.5
    return abs(statistics.mean(scores) - float(found.guessing)) / error


def main(runs: int = 3) -> int:
    """Print both times, what was compared, the control, and last the ratio."""
    source = Path(os.environ.get("CHOICESCRIPT", ""))
    if not (source / "randomtest.js").is_file():
        print("CHOICESCRIPT must name a checkout of dfabulich/choicescript; Node must be on the PATH")
        return 2
    told = story(DECISIONS, FLAGS, 1)
    text = as_case(told, FLAGS)
    changed = [
        told[0]._replace(choices=tuple(Choice("good", one.flag) for one in told[0].choices)),
        *told[1:],
    ]
    ours, theirs = list[float](), list[float]()
    with tempfile.TemporaryDirectory() as there:
        folder = copied(source, Path(there), as_choicescript(told, FLAGS))
        start = min(played(folder, 1, 0)[0] for _ in range(3))
        _, found = solved(text)
        for run in range(runs):
            ours.append(solved(text)[0])
            theirs.append(played(folder, PLAYS, run)[0] - start)
        _, scores = played(folder, PLAYS, 0, printed=True)
    inside = found.worst <= min(scores) and max(scores) <= found.best and len(scores) == PLAYS
    apart, control = errors_apart(scores, found), errors_apart(scores, solved(as_case(changed, FLAGS))[1])
    mean = float(found.guessing or 0)
    print(f"exact: {found.states} situations, {found.worst} to {found.best}, guessing {mean:.4f}")
    drawn = f"{min(scores)} to {max(scores)}, mean {statistics.mean(scores):.4f}"
    print(f"{PLAYS} plays: {drawn}, {apart:.1f} standard errors apart")
    print(f"control, one decision graded otherwise: {control:.0f} standard errors apart")
    enumerated = agrees_with_enumeration()
    print(f"plain enumeration of a shorter story agrees: {'yes' if enumerated else 'NO'}")
    if not (inside and enumerated) or apart > FAR or control <= FAR:
        print("the two do not tell the same story, or the control was not noticed: this measures nothing")
        return 1
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(f"processor: ours {mine * 1000:.1f} ms, randomtest {other:.2f} s, {runs} runs each")
    print(f"P4 {other / mine:.0f}x (floor {FLOOR:.0f}x, aim {AIM:.0f}x)")
    return int(other / mine < FLOOR)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
