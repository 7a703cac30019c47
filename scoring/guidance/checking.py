"""Whether the files of the guidance agree with one another, and a board's profile with them; run by tests and
by `simulator doctor`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from scoring.errors import GuidanceError
from scoring.guidance.board import Board
from scoring.guidance.model import Edition, Rule, Topic
from scoring.guidance.whole import Guidance


def check(guidance: Guidance) -> None:
    """Read everything and compare it; raises GuidanceError with every disagreement in a sentence."""
    found = tuple(disagreements(guidance))
    if found:
        count = "one thing" if len(found) == 1 else f"{len(found)} things"
        raise GuidanceError("Guidance", f"The files disagree on {count}: {' '.join(found)}", "Correct them.")


def check_board(board: Board, guidance: Guidance) -> None:
    """Whether what the board adopts and cites is in the packs; raises GuidanceError naming what is not."""
    rules, topics = {rule.id for rule in guidance.all_rules()}, guidance.topics()
    unknown = [rule for adoption in board.adopts for rule in adoption.rules if rule not in rules]
    unknown += [topic for own in board.own_rules for topic in own.topics if topic not in topics]
    if unknown:
        named = ", ".join(f"“{name}”" for name in unknown)
        raise GuidanceError(
            "Board profile", f"The packs do not have {named}.", "`simulator guidance` lists what there is."
        )


def disagreements(guidance: Guidance) -> Iterator[str]:
    """Every disagreement between packs, topics, milestones, bases and stated differences."""
    rules = guidance.all_rules()
    known = {rule.id: rule for rule in rules}
    for name, times in Counter(rule.id for rule in rules).items():
        if times > 1:
            yield f"The rule “{name}” stands in {times} packs."
    yield from _editions(guidance)
    yield from _topics(guidance, known)
    yield from _milestones(guidance, rules)
    yield from _bases(guidance)
    yield from _stated(guidance, known)


def _editions(guidance: Guidance) -> Iterator[str]:
    """Successive editions follow one another, and a pack's head says how far its rules reach."""
    before = None
    for edition in guidance.editions():
        if before is not None and _overlap(before, edition):
            yield f"{before.id} has not ended when {edition.id} begins."
        before = edition
        pack = guidance.pack(edition.id)
        for rule in guidance.rules(edition.id).values():
            if rule.begins is None:
                continue
            if rule.ends is not None and rule.ends < rule.begins:
                yield f"The rule “{rule.id}” ends before it begins."
            if not (pack.reaches(rule.begins) and pack.reaches(rule.ends or date.max)):
                yield f"The head of {edition.id} does not reach as far as its rule “{rule.id}”."


def _overlap(before: Edition, edition: Edition) -> bool:
    if not edition.successive or edition.family != before.family or edition.begins is None:
        return False
    return before.ends is None or before.ends >= edition.begins


def _topics(guidance: Guidance, known: dict[str, Rule]) -> Iterator[str]:
    """Topics name rules that exist, under their own edition; every rule has a topic, a word one meaning."""
    topics = guidance.topics().values()
    words = Counter(word for topic in topics for word in {topic.id, *topic.also})
    yield from (f"“{word}” means {times} topics." for word, times in words.items() if times > 1)
    covered: set[str] = set()
    for topic in topics:
        covered.update(topic.rule_ids)
        yield from _one_topic(topic, known)
    yield from (f"No topic holds the rule “{name}”." for name in known if name not in covered)


def _one_topic(topic: Topic, known: dict[str, Rule]) -> Iterator[str]:
    for edition, names in topic.rules:
        for name in names:
            if name not in known:
                yield f"The topic “{topic.id}” names the rule “{name}”, which is not there."
            elif known[name].edition != edition:
                yield f"The topic “{topic.id}” has “{name}” under {edition}, not {known[name].edition}."
    timed = [known[name].timescale for name in topic.rule_ids if name in known]
    if topic.is_timescale and not any(timescale and timescale.is_clock for timescale in timed):
        yield f"The topic “{topic.id}” is called a timescale and no rule of it has one."


def _milestones(guidance: Guidance, rules: tuple[Rule, ...]) -> Iterator[str]:
    milestones = guidance.milestones()
    for rule in rules:
        ends = (rule.timescale.begins, rule.timescale.ends) if rule.timescale else ()
        yield from (
            f"The rule “{rule.id}” counts from or to “{m}”, no milestone."
            for m in ends
            if m not in milestones
        )
    for milestone in milestones.values():
        for name in milestone.also:
            if name not in milestones:
                yield f"The milestone “{milestone.id}” is reached by “{name}”, which is not there."


def _bases(guidance: Guidance) -> Iterator[str]:
    sources = guidance.sources()
    for basis in guidance.bases():
        yield from (
            f"The basis “{basis.fact}” names no source “{s}”." for s in basis.sources if s not in sources
        )


def _stated(guidance: Guidance, known: dict[str, Rule]) -> Iterator[str]:
    """Stated differences and invariants name topics that exist, and rules that stand in those topics."""
    topics = guidance.topics()
    items = [(f"difference “{item.id}”", item.topics, item.rules) for item in guidance.stated_differences()]
    items += [(f"invariant “{item.fact}”", item.topics, item.rules) for item in guidance.invariants()]
    for what, named, rules in items:
        yield from (f"The {what} names no topic “{name}”." for name in named if name not in topics)
        held = {rule for name in named if name in topics for rule in topics[name].rule_ids}
        for rule in rules:
            if rule not in known:
                yield f"The {what} names the rule “{rule}”, which is not there."
            elif rule not in held:
                yield f"The {what} names the rule “{rule}”, which is in none of its topics."
