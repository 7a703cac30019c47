"""Small cases made up piece by piece, as a trainer's YAML: everything the language can say, in a few scenes.

The draws come through a `Chooser`, so that hypothesis can shrink what fails and a seed can make thousands.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple, Protocol, TypeVar

import yaml

from scoring.guidance.model import Milestone, Rule, Timescale
from scoring.rulebook import Rulebook
from simulator.play.cited import topics_of
from simulator.scenario.model import Case
from simulator.scenario.read import read_text

T = TypeVar("T")
Data = dict[str, Any]

ROLES = ("a", "b", "c")
FACTS = ("f0", "f1", "f2")
MODES = ("ask", "tell", "agree who tells", "do not tell")
LEVELS = ("none", "early help", "child in need", "child protection", "immediate")
HABITS = ("by the book", "slow", "guarded", "minimal")
MILESTONES = ("concern_formed", "referral_decision", "referral_received", "written_referral")
SPANS = ("10 minutes", "1 hours", "5 hours", "1 days", "1 working days")
TOPICS = ("t0", "t1")
EDITIONS = {"wt2010": date(2010, 4, 1), "wt2013": date(2013, 4, 15)}


class Chooser(Protocol):
    """Where the draws come from. The first of a sequence, and no, are what a shrunk case has."""

    def pick(self, among: Sequence[T]) -> T: ...

    def chance(self, in_ten: int) -> bool: ...


class Dice:
    """Draws from a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pick(self, among: Sequence[T]) -> T:
        return self._random.choice(among)

    def chance(self, in_ten: int) -> bool:
        return self._random.randrange(10) < in_ten


class SmallCase(NamedTuple):
    """A case with the seats that are played and two rulebooks: it is played under the first."""

    text: str
    case: Case
    seats: tuple[str, ...]
    cut: str
    rulebook: Rulebook
    another: Rulebook
    trainer: bool
    """Whether a trainer is there to say what stands."""


@dataclass
class Making:
    """What is drawn so far, for what may speak of it."""

    draw: Chooser
    cells: int
    """How many cells a form may have at most: the brute force lists every way to fill it in."""
    sensitive: set[str] = field(default_factory=set)
    headlines: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    milestones: set[str] = field(default_factory=set)
    choices: list[str] = field(default_factory=list)
    """`scene option`, for conditions."""

    def some(self, among: Sequence[T], in_ten: int = 5, least: int = 0, most: int = 9) -> list[T]:
        found = [one for one in among if self.draw.chance(in_ten)][:most]
        for one in among:
            if len(found) >= least:
                break
            if one not in found:
                found.append(one)
        return found


def small_case(draw: Chooser, scenes: int = 3, cells: int = 3) -> SmallCase:
    """Draw a case of so many scenes at most."""
    making = Making(draw, cells)
    most = scenes if draw.chance(7) else draw.pick(range(1, scenes + 1))
    names = [f"s{number}" for number in range(most)]
    data: Data = {
        "title": "Small",
        "set on": draw.pick(("2011-09-05 09:40", "2011-12-23 16:30", "2011-09-09 12:00")),
        "family": {
            "child": {"age": "6", "focus": "yes"},
            "mother": {"age": "25"},
        },
        "roles": {role: _role(making, role) for role in ROLES},
        "facts": {name: _fact(making, name) for name in FACTS},
    }
    stories = {name: _scene(making, name, names) for name in names}
    for name, scene in stories.items():
        _connect(making, name, scene, names)
        _answers(making, name, stories)
    data["scenes"] = {name: _ordered(scene) for name, scene in stories.items()}
    data["clocks"] = _clocks(making)
    data["endings"] = _endings(making)
    if draw.chance(2):
        data["injects"] = {"news": _inject(making)}
    cut = ""
    if draw.chance(1) and len(names) > 1:
        cut = "short"
        data["cuts"] = {"short": _cut(making, names)}
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, width=10_000)
    reading = read_text(text, "small.yaml")
    assert reading.case is not None, "\n".join(each.headline for each in reading.diagnostics) + "\n" + text
    case = reading.case
    seats = tuple(seat for seat in case.playable if draw.chance({"a": 9, "b": 7, "c": 3}[seat]))
    seats = seats or case.playable[:1]
    books = [_rulebook(making, case, edition) for edition in EDITIONS]
    return SmallCase(text, case, seats, cut, books[0], books[1], draw.chance(2))


# --- who and what ------------------------------------------------------------------------------------


def _role(making: Making, role: str) -> Data:
    played = "no" if role == "c" and making.draw.chance(5) else "yes"
    return {"agency": "school", "play": played, "if nobody plays": making.draw.pick(HABITS)}


def _fact(making: Making, name: str) -> Data:
    draw = making.draw
    fact: Data = {"text": f"The whole of {name}.", "held by": draw.pick(ROLES)}
    if draw.chance(2):
        fact["held by"] = draw.pick(("mother", ["a", "b"], ["b", "mother"]))
    fact["about"] = "mother" if draw.chance(3) else "child"
    if draw.chance(6):
        fact["headline"] = f"Some of {name}."
        making.headlines.add(name)
    if draw.chance(3):
        fact["sensitive"] = "health"
    if draw.chance(4):
        fact["vital"] = "yes"
    fact["needed by"] = _needs(making, name, before=False)
    if draw.chance(2):
        fact["may know"] = draw.pick(("any agency", ["a"], ["b", "c"]))
    if draw.chance(2):
        fact["never to"] = draw.pick((["a"], ["b"], ["mother"]))
    if draw.chance(2):
        fact["only if asked"] = "yes"
        if draw.chance(5):
            fact["prompted by"] = draw.pick([other for other in FACTS if other != name])
    if draw.chance(2):
        fact["from wt2013"] = {"needed by": _needs(making, name, before=False)}
    return {key: value for key, value in fact.items() if value != {}}


def _needs(making: Making, fact: str, *, before: bool) -> Any:
    draw = making.draw
    if draw.chance(1):
        return "nobody"
    needs: Data = {}
    for role in making.some(ROLES, 5, least=1):
        level = draw.pick(("full", "headline")) if fact in making.headlines else "full"
        if before and making.milestones and draw.chance(4):
            needs[role] = {"level": level, "before": draw.pick(sorted(making.milestones))}
        else:
            needs[role] = level
    return needs


# --- scenes ------------------------------------------------------------------------------------------


def _scene(making: Making, name: str, names: list[str]) -> Data:
    draw = making.draw
    scene: Data = {}
    if draw.chance(3):
        scene["at"] = draw.pick(("+4 hours", "+1 working days", "13:30", "2011-09-06 09:30"))
    if draw.chance(1):
        scene["takes"] = draw.pick(SPANS)
    if draw.chance(1):
        scene["mark"] = _mark(making)
    if draw.chance(1):
        scene["milestone"] = _milestone(making)
    if draw.chance(1):
        scene["tells"] = _tells(making)
    if draw.chance(1):
        scene["again"] = "1"
    if draw.chance(2) and name != names[0]:
        scene["makes good"] = names[0]
    if draw.chance(9):
        scene["decide"] = _decision(making, name, names)
    return scene


def _mark(making: Making) -> str:
    mark = making.draw.pick(("m0", "m1"))
    making.marks.add(mark)
    return mark


def _milestone(making: Making) -> str:
    milestone = making.draw.pick(MILESTONES)
    making.milestones.add(milestone)
    return milestone


def _tells(making: Making) -> Data:
    return {making.draw.pick((*ROLES, "mother")): [making.draw.pick(FACTS)]}


def _effects(making: Making, in_ten: int) -> Data:
    draw = making.draw
    effects: Data = {}
    if draw.chance(in_ten):
        effects["takes"] = draw.pick(SPANS)
    if draw.chance(in_ten):
        effects["mark"] = _mark(making)
    if draw.chance(in_ten):
        effects["milestone"] = _milestone(making)
    if draw.chance(in_ten - 1):
        effects["tells"] = _tells(making)
    return effects


def _decision(making: Making, name: str, names: list[str]) -> Data:
    draw = making.draw
    role = draw.pick(("a", "a", "b", "b", "c"))
    kind = draw.pick(("options", "share", "refer", "ask", "meet", "record", "look up", "share"))
    decision: Data = {"as": role, "question": "What now?", **_effects(making, 2)}
    if draw.chance(7):
        decision["cite"] = draw.pick(("red", "recalled"))
    if draw.chance(2):
        decision["worth"] = draw.pick(("0", "2"))
    if draw.chance(3):
        decision["advice"] = {"from": "named doctor", "says": "What would you want to know?"}
        if draw.chance(7):
            decision["advice"]["takes"] = draw.pick(SPANS)
    if draw.chance(2):
        making.marks.add("leaked")
        decision["mark when unsafe"] = "leaked"
    if kind == "meet":
        seats = draw.pick((["a", "b"], ["b", "c"], ["c", "a"], ["a", "b", "c"]))
        decision["as"] = seats
        decision["meet"] = _meet(making, name, seats)
    elif kind == "ask":
        decision["ask"] = _ask(making, role, name, names)
    else:
        make = {
            "options": _options,
            "share": _share,
            "refer": _refer,
            "record": _record,
            "look up": _look_up,
        }[kind]
        decision[kind] = make(making, name, role)
    decision.update(_decision_editions(making, kind))
    return decision


def _decision_editions(making: Making, kind: str) -> Data:
    draw = making.draw
    if not draw.chance(2):
        return {}
    block: Data = {}
    if kind == "refer":
        block["level"] = [draw.pick(LEVELS)]
    if kind in ("share", "refer") and draw.chance(5):
        block["openness"] = {draw.pick(("mother", "child")): draw.pick(MODES)}
    if kind in ("share", "ask") and draw.chance(5):
        block["basis"] = [draw.pick(("public_interest", "consent"))]
    if kind in ("share", "refer", "meet") and draw.chance(5):
        fact = draw.pick(FACTS)
        block["needed here"] = {fact: _needs(making, fact, before=True)}
    return {draw.pick(("in wt2013", "from wt2013")): block} if block else {}


def _options(making: Making, name: str, role: str) -> Data:
    return _option_map(making, name, making.draw.pick((2, 3)))


def _option_map(making: Making, name: str, count: int) -> Data:
    draw = making.draw
    options: Data = {}
    for number in range(count):
        option: Data = {
            "text": f"Do {number}.",
            "grade": draw.pick(("good", "poor", "acceptable", "unsafe")),
            **_effects(making, 2),
        }
        if draw.chance(3):
            option["cite"] = draw.pick(("red", "recalled"))
        if draw.chance(1):
            option["habits"] = [draw.pick(HABITS)]
        if draw.chance(2):
            option["in wt2013"] = {"grade": draw.pick(("good", "poor", "unsafe"))}
        options[f"o{number}"] = option
        making.choices.append(f"{name} o{number}")
    if any(option.get("habits") and option["grade"] == "unsafe" for option in options.values()):
        for option in options.values():
            option.pop("habits", None)
    return options


def _passing(making: Making, recipients: int) -> list[str] | None:
    """Facts of a form that passes facts on; None: all that is known."""
    if making.draw.chance(3) and making.cells >= len(FACTS) * recipients:
        return None
    return making.some(FACTS, 6, least=1, most=max(1, making.cells // recipients))


def _share(making: Making, name: str, role: str) -> Data:
    draw = making.draw
    others = [other for other in (*ROLES, "mother") if other != role]
    to = making.some(others, 4, least=1, most=2 if making.cells > 1 else 1)
    share: Data = {"to": to}
    facts = _passing(making, len(to))
    if facts is not None:
        share["facts"] = facts
    if draw.chance(4):
        share["openness"] = {"mother": draw.pick(MODES)}
        if draw.chance(3):
            share["unsafe mode"] = {"mother": [draw.pick(MODES)]}
    if draw.chance(3):
        share |= _basis(making)
    if draw.chance(2):
        share["reasons"] = {"one": "It bears on safety."}
        if draw.chance(7):
            share["reasons"]["two"] = "They asked."
        if draw.chance(3) and "two" in share["reasons"]:
            share["right reason"] = "two"
    if draw.chance(3):
        fact = draw.pick(FACTS)
        share["needed here"] = {fact: _needs(making, fact, before=True)}
    return share


def _basis(making: Making) -> Data:
    right = making.draw.pick((["public_interest"], ["protect a child"], ["consent"]))
    basis: Data = {"basis": right}
    if making.draw.chance(5):
        basis["bases offered"] = making.draw.pick((["public_interest", "consent"], ["consent"]))
    return basis


def _ask(making: Making, role: str, name: str, names: list[str]) -> Data:
    draw = making.draw
    others = [other for other in ROLES if other != role]
    of = making.some(others, 7, least=1)
    ask: Data = {"of": of, "purposes": {"enquiry": "To decide today."}}
    if draw.chance(8):
        ask["purposes"]["background"] = "For background."
    if draw.chance(4):
        ask["expects"] = {holder: making.some(FACTS, 5, least=1) for holder in making.some(of, 7, least=1)}
    if draw.chance(3) and "background" in ask["purposes"]:
        ask["right purpose"] = "background"
    if draw.chance(4):
        ask |= _basis(making)
    if draw.chance(4):
        later = [other for other in names if other > name]
        if later:
            ask["if refused"] = draw.pick(later)
    return ask


def _refer(making: Making, name: str, role: str) -> Data:
    draw = making.draw
    refer: Data = {
        "to": draw.pick([other for other in ROLES if other != role]),
        "level": making.some(LEVELS, 3, least=1, most=2),
    }
    if draw.chance(3):
        refer["urgency"] = making.some(("at once", "same day"), 5, least=1)
    elif draw.chance(3):
        refer["parents"] = {"mother": draw.pick(MODES)}
        if draw.chance(3):
            refer["unsafe mode"] = {"mother": draw.pick(MODES)}
    if draw.chance(3):
        refer["route"] = draw.pick(("phone only", "writing only"))
    if making.cells < len(FACTS) or draw.chance(8):
        refer["facts"] = making.some(FACTS, 4, least=1, most=min(2, making.cells))
    if draw.chance(2):
        fact = draw.pick(FACTS)
        refer["needed here"] = {fact: _needs(making, fact, before=True)}
    making.choices += [f"{name} {level}" for level in LEVELS]
    return refer


def _record(making: Making, name: str, role: str) -> Data:
    draw = making.draw
    items = making.some(FACTS, 5, least=1, most=2 if making.cells > 2 else 1)
    record: Data = {
        "items": {
            fact: {"label": draw.pick(("said", "fact")), "where": draw.pick(("file", "diary"))}
            for fact in items
        },
        "places": ["file", "diary"],
    }
    rest = [fact for fact in FACTS if fact not in items]
    if rest and draw.chance(3) and making.cells > 1:
        record["leave out"] = rest[:1]
    if draw.chance(4):
        record["unsafe"] = {
            fact: ["file" if record["items"].get(fact, {}).get("where") == "diary" else "diary"]
            for fact in making.some((*items, *record.get("leave out", ())), 6, least=1)
        }
    return record


def _look_up(making: Making, name: str, role: str) -> Data:
    draw = making.draw
    results: Data = {"right": {"text": "A girl of six."}, "other": {"text": "A girl elsewhere."}}
    if draw.chance(5):
        results[draw.pick(("right", "other"))]["tells"] = _tells(making)
    look_up: Data = {
        "child": "child",
        "purposes": {"ring": "To see whom to ring.", "curious": "To see."},
        "results": results,
        "right result": draw.pick(("right", "none", "other")),
        "authorised": draw.pick(("yes", "no")),
    }
    if draw.chance(3):
        look_up["never open"] = [next(each for each in results if each != look_up["right result"])]
    making.choices += [f"{name} {result}" for result in (*results, "none")]
    return look_up


def _meet(making: Making, name: str, seats: list[str]) -> Data:
    draw = making.draw
    meet: Data = {"decided by": draw.pick(("chair", "majority", "trainer"))}
    if meet["decided by"] == "chair" or draw.chance(5):
        meet["chair"] = draw.pick(seats)
    if draw.chance(7):
        bring = making.some(FACTS, 5, most=making.cells)
        meet["bring"] = bring or "nothing"
    meet["options"] = _option_map(making, name, 2)
    if draw.chance(3):
        meet["dissent"] = {"proof": "There is too little on the table."}
    if draw.chance(2):
        meet["restricted"] = [draw.pick(FACTS)]
    if draw.chance(2):
        fact = draw.pick(FACTS)
        meet["needed here"] = {fact: _needs(making, fact, before=True)}
    return meet


# --- what depends on what ------------------------------------------------------------------------------


def _connect(making: Making, name: str, scene: Data, names: list[str]) -> None:
    """Conditions, lines and ways on, once all that they may speak of is drawn."""
    draw = making.draw
    if draw.chance(3) and name != names[0]:
        scene["if"] = _conditions(making)
    if draw.chance(2):
        line: Data = {"narrator": "It rains."}
        if draw.chance(7):
            line["tells"] = _tells(making)
        if draw.chance(6):
            line["if"] = _conditions(making)
        scene["say"] = [line]
    decision = scene.get("decide")
    if draw.chance(2):
        (decision or scene)["then"] = _then(making, name, scene, names)
    options = (decision or {}).get("options") or (decision or {}).get("meet", {}).get("options") or {}
    for option in options.values():
        if draw.chance(2):
            option["then"] = _then(making, name, scene, names)


def _answers(making: Making, name: str, stories: dict[str, Data]) -> None:
    """A later share scene of a role that is asked may be its answer."""
    ask = stories[name].get("decide", {}).get("ask")
    if ask is None:
        return
    for later, scene in stories.items():
        decision = scene.get("decide", {})
        if later > name and "share" in decision and decision["as"] in ask["of"] and making.draw.chance(6):
            ask.setdefault("answered in", {})[decision["as"]] = later


def _then(making: Making, name: str, scene: Data, names: list[str]) -> Any:
    draw = making.draw
    where = [other for other in names if other != name or "again" in scene]

    def way() -> Data:
        if where and draw.chance(8):
            return {"scene": draw.pick(where)}
        return {"end": draw.pick(("any", "e0", "e1"))}

    if draw.chance(5):
        return [{**way(), "if": _conditions(making)}, way()]
    one = way()
    if "scene" in one:
        return one["scene"]
    return "end" if one["end"] == "any" else f"end {one['end']}"


def _conditions(making: Making) -> Any:
    draw = making.draw
    if draw.chance(1):
        return [{"any of": [_sentence(making), _sentence(making)]}]
    if draw.chance(2):
        return [_sentence(making), _sentence(making)]
    return _sentence(making)


def _sentence(making: Making) -> str:
    """One condition, of any form that has something to speak of."""
    draw = making.draw
    forms: list[Callable[[], str]] = [
        lambda: f"{draw.pick(ROLES)} knows {draw.pick(FACTS)}",
        lambda: f"{draw.pick(ROLES)} knows {draw.pick(FACTS)} in full",
        lambda: f"{draw.pick((*ROLES, 'mother'))} does not know {draw.pick(FACTS)}",
        lambda: f"{draw.pick(ROLES)} does not know {draw.pick(FACTS)} in full",
        lambda: f"at least {draw.pick((1, 2))} of f0, f1, f2 known to {draw.pick(ROLES)}",
        lambda: f"clock {draw.pick(('before', 'after'))} {draw.pick(SPANS)} since start",
        lambda: f"clock {draw.pick(('before', 'after'))} {draw.pick(('11:00', '2011-09-06 09:30'))}",
        lambda: f"playing {draw.pick(ROLES)}",
        lambda: f"{draw.pick(ROLES)} is a colleague",
        lambda: f"edition {draw.pick(('is', 'before', 'from'))} {draw.pick(('wt2010', 'wt2013'))}",
    ]
    if making.choices:
        forms += [
            lambda: f"chose {draw.pick(making.choices)}",
            lambda: f"did not choose {draw.pick(making.choices)}",
        ]
    if making.marks:
        marks = sorted(making.marks)
        forms += [
            lambda: f"marked {draw.pick(marks)}",
            lambda: f"not marked {draw.pick(marks)}",
            lambda: f"at least {draw.pick((1, 2))} marked: {', '.join(marks)}",
        ]
    milestones = sorted({*making.milestones, "referral_received"})
    forms += [
        lambda: f"{draw.pick(milestones)} reached",
        lambda: f"{draw.pick(milestones)} not reached",
        lambda: f"{draw.pick(milestones)} within {draw.pick(SPANS)} of {draw.pick(('start', *milestones))}",
        lambda: f"clock {draw.pick(('before', 'after'))} {draw.pick(SPANS)} since {draw.pick(milestones)}",
    ]
    return draw.pick(forms)()


def _ordered(scene: Data) -> Data:
    return scene or {"say": [{"narrator": "Nothing happens."}]}


def _clocks(making: Making) -> list[Any]:
    clocks: list[Any] = []
    for topic in TOPICS:
        if making.draw.chance(4):
            reasons = making.marks and making.draw.chance(5)
            clocks.append(
                {"topic": topic, "reasons recorded": making.draw.pick(sorted(making.marks))}
                if reasons
                else topic
            )
    return clocks


def _endings(making: Making) -> Data:
    return {
        "e0": {"when": _conditions(making), "text": "It ends so."},
        "e1": {"text": "It ends otherwise."},
    }


def _inject(making: Making) -> Data:
    inject: Data = {"when": _conditions(making), "say": [{"mother": "I rang before."}]}
    if making.draw.chance(8):
        inject["tells"] = _tells(making)
    return inject


def _cut(making: Making, names: list[str]) -> Data:
    cut: Data = {"minutes": "5", "leave out": [making.draw.pick(names)], "knowing": _tells(making)}
    if making.marks:
        cut["marked"] = [making.draw.pick(sorted(making.marks))]
    return cut


# --- the guidance ------------------------------------------------------------------------------------


def _rulebook(making: Making, case: Case, edition: str) -> Rulebook:
    bases = {"public_interest": "In the public interest.", "consent": "With agreement.", "law": "By law."}
    names = {name: Milestone(name, name) for name in MILESTONES}
    if making.draw.chance(2):
        names["concern_formed"] = Milestone("concern_formed", "concern", also=("referral_decision",))
    return Rulebook(
        on=EDITIONS[edition],
        editions={"working together": edition},
        begun={name: begun for name, begun in EDITIONS.items() if begun <= EDITIONS[edition]},
        topics={topic: _rules(making, topic, edition) for topic in topics_of(case)},
        titles={topic: f"The sentence of {topic}." for topic in topics_of(case)},
        milestones=names,
        bases=bases,
        protecting=("public_interest",),
        has_index=making.draw.chance(8),
    )


def _rules(making: Making, topic: str, edition: str) -> tuple[Rule, ...]:
    draw = making.draw
    if topic not in TOPICS:
        return (_rule(topic, edition, verified=topic == "red"),) if draw.chance(8) else ()
    begins, ends = draw.pick(MILESTONES), draw.pick(MILESTONES)
    if begins == ends:
        return ()
    value, unit = draw.pick(((1, "hours"), (5, "hours"), (1, "calendar_days"), (1, "working_days")))
    kind = "min" if draw.chance(2) else "max"
    timescale = Timescale(value, unit, begins, ends, kind, reasons_excuse=draw.chance(5))
    roles = draw.pick((("all",), ("a",), ("b", "c")))
    return (replace(_rule(topic, edition, verified=True), roles=roles, timescale=timescale),)


def _rule(topic: str, edition: str, *, verified: bool) -> Rule:
    """A rule; one that is only recalled makes no red line."""
    return Rule(
        id=f"{topic}-{edition}",
        edition=edition,
        family="working together",
        domain="timeliness",
        roles=("all",),
        text=f"The rule of {topic}.",
        force="statutory guidance",
        confidence="verified" if verified else "memory",
        begins=EDITIONS[edition],
        ends=None,
    )
