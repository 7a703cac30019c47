"""The scenes of a small case: when they are, what they tell, and a decision of every kind."""

from __future__ import annotations

from tests.unit.solver.small_making import (
    FACTS,
    HABITS,
    LEVELS,
    MODES,
    ROLES,
    SPANS,
    Data,
    Making,
    a_mark,
    a_milestone,
    needs_of,
    telling,
)


def scene_of(making: Making, name: str, names: list[str]) -> Data:
    draw = making.draw
    scene: Data = {}
    if draw.chance(3):
        scene["at"] = draw.pick(("+4 hours", "+1 working days", "13:30", "2011-09-06 09:30"))
    if draw.chance(1):
        scene["takes"] = draw.pick(SPANS)
    if draw.chance(1):
        scene["mark"] = a_mark(making)
    if draw.chance(1):
        scene["milestone"] = a_milestone(making)
    if draw.chance(1):
        scene["tells"] = telling(making)
    if draw.chance(1):
        scene["again"] = "1"
    if draw.chance(2) and name != names[0]:
        scene["makes good"] = names[0]
    if draw.chance(9):
        scene["decide"] = _decision(making, name, names)
    return scene


def _effects(making: Making, in_ten: int) -> Data:
    draw = making.draw
    effects: Data = {}
    if draw.chance(in_ten):
        effects["takes"] = draw.pick(SPANS)
    if draw.chance(in_ten):
        effects["mark"] = a_mark(making)
    if draw.chance(in_ten):
        effects["milestone"] = a_milestone(making)
    if draw.chance(in_ten - 1):
        effects["tells"] = telling(making)
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
        block["needed here"] = {fact: needs_of(making, fact, before=True)}
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
        share["needed here"] = {fact: needs_of(making, fact, before=True)}
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
        refer["needed here"] = {fact: needs_of(making, fact, before=True)}
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
        results[draw.pick(("right", "other"))]["tells"] = telling(making)
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
        meet["needed here"] = {fact: needs_of(making, fact, before=True)}
    return meet
