"""Small cases made up piece by piece, as a trainer's YAML: everything the language can say, in a few scenes.

The draws come through a `Chooser`, so that hypothesis can shrink what fails and a seed can make thousands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from scoring.rulebook import Rulebook
from simulator.scenario.model import Case
from simulator.scenario.read import read_text
from tests.unit.solver.small_making import (
    EDITIONS,
    FACTS,
    HABITS,
    ROLES,
    SPANS,
    TOPICS,
    Chooser,
    Data,
    Making,
    needs_of,
    telling,
)
from tests.unit.solver.small_rules import rulebook_of
from tests.unit.solver.small_scenes import scene_of


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
    stories = {name: scene_of(making, name, names) for name in names}
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
    books = [rulebook_of(making, case, edition) for edition in EDITIONS]
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
    fact["needed by"] = needs_of(making, name, before=False)
    if draw.chance(2):
        fact["may know"] = draw.pick(("any agency", ["a"], ["b", "c"]))
    if draw.chance(2):
        fact["never to"] = draw.pick((["a"], ["b"], ["mother"]))
    if draw.chance(2):
        fact["only if asked"] = "yes"
        if draw.chance(5):
            fact["prompted by"] = draw.pick([other for other in FACTS if other != name])
    if draw.chance(2):
        fact["comes later"] = "yes"
    if draw.chance(2):
        fact["from wt2013"] = {"needed by": needs_of(making, name, before=False)}
    return {key: value for key, value in fact.items() if value != {}}


# --- what depends on what ------------------------------------------------------------------------------


def _connect(making: Making, name: str, scene: Data, names: list[str]) -> None:
    """Conditions, lines and ways on, once all that they may speak of is drawn."""
    draw = making.draw
    if draw.chance(3) and name != names[0]:
        scene["if"] = _conditions(making)
    if draw.chance(2):
        line: Data = {"narrator": "It rains."}
        if draw.chance(7):
            line["tells"] = telling(making)
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
        inject["tells"] = telling(making)
    return inject


def _cut(making: Making, names: list[str]) -> Data:
    cut: Data = {"minutes": "5", "leave out": [making.draw.pick(names)], "knowing": telling(making)}
    if making.marks:
        cut["marked"] = [making.draw.pick(sorted(making.marks))]
    return cut
