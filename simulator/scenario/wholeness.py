"""Rules for a case as a whole, which no single field can keep."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.terms import Level
from simulator.scenario import nodes
from simulator.scenario.catalogue import references as told
from simulator.scenario.catalogue.parts import NO_HEADLINE
from simulator.scenario.diagnostics import quoted
from simulator.scenario.findings import Findings
from simulator.scenario.model import Ask, Case, Decision, FactNeeds, Scene, Share, Then
from simulator.scenario.paths import inside, mapping_inside, naming
from simulator.scenario.references import named_in


def check_endings(findings: Findings, root: nodes.Mapping) -> None:
    """The last ending has no `when`, and only the last."""
    endings = mapping_inside(root, "endings")
    if endings is None:
        return
    names = [entry.key for entry in endings.entries.values()]
    always = [name for name in names if inside(endings, name.value, "when") is None]
    for name in always:
        if name is not names[-1]:
            findings.add(told.ENDING_HIDES_THE_REST, name, id=quoted(name.value))
    if names and not always:
        last = mapping_inside(endings, names[-1].value)
        assert last is not None
        findings.add(told.LAST_ENDING_HAS_WHEN, last.entries["when"].key, id=quoted(names[-1].value))


def check_parties(findings: Findings, root: nodes.Mapping) -> None:
    """Family, people and roles have ids of their own."""
    seen: dict[str, str] = {}
    for place in ("family", "people", "roles"):
        for id in named_in(root, place):
            if id in seen:
                name = mapping_inside(root, place)
                assert name is not None
                findings.add(told.SAME_ID, name.entries[id].key, id=quoted(id), first=seen[id], second=place)
            seen.setdefault(id, place)


def check_case(findings: Findings, case: Case, root: nodes.Mapping) -> None:
    """What can only be seen once every part has been read without fault."""
    if not case.playable:
        findings.add(told.NOBODY_PLAYS, root.entries["roles"].key)
    if not any(member.focus for member in case.family.values()):
        findings.add(told.NO_FOCUS, root.entries["family"].key)
    for scene in case.scenes.values():
        here = mapping_inside(root, "scenes", scene.id) or root
        _check_ways(findings, scene, here)
        if scene.decision:
            _check_present(findings, scene, scene.decision, here)
            _check_headlines(findings, case, scene.decision)
            if isinstance(scene.decision.kind, Ask):
                _check_answers(findings, case, scene, scene.decision.kind, here)
    for cut in case.cuts.values():
        if set(case.scenes) <= set(cut.leave_out):
            left_out = inside(root, "cuts", cut.id, "leave out") or root
            findings.add_at(told.EVERYTHING_CUT, left_out[1:3], id=quoted(cut.id))
    checks = inside(root, "checks")
    written = checks.items if isinstance(checks, nodes.Sequence) else ()
    for check, item in zip(case.checks, written, strict=True):
        for role in check.roles:
            if not case.roles[role].play:
                findings.add(told.NOT_PLAYED, naming(inside(item, "as") or item, role), role=quoted(role))


def _check_ways(findings: Findings, scene: Scene, here: nodes.Mapping) -> None:
    if scene.again:
        return
    decision = scene.decision
    ways: list[tuple[nodes.Node | None, Then]] = [(here, scene.effects.then)]
    if decision:
        decide = inside(here, "decide") or here
        ways.append((decide, decision.effects.then))
        options = inside(decide, "options") or inside(decide, "meet", "options") or here
        for option in getattr(decision.kind, "options", ()):
            ways.append((inside(options, option.id), option.effects.then))
    for place, then in ways:
        if scene.id in [way.scene for way in then]:
            findings.add(told.BACK_TO_ITSELF, inside(place or here, "then") or here, scene=quoted(scene.id))


def _check_present(findings: Findings, scene: Scene, decision: Decision, here: nodes.Mapping) -> None:
    for role in decision.roles:
        if scene.present and role not in scene.present:
            findings.add(told.NOT_PRESENT, inside(here, "present") or here, role=quoted(role))


def _check_headlines(findings: Findings, case: Case, decision: Decision) -> None:
    needed: Mapping[str, FactNeeds] = getattr(decision.kind, "needed_here", {})
    blocks = [block.change.needed_here or {} for block in decision.editions]
    for here in (needed, *blocks):
        for fact, needs in here.items():
            for role, need in needs.needed_by.items():
                if need.level is Level.HEADLINE and not case.facts[fact].headline:
                    findings.add_at(NO_HEADLINE, decision.at, fact=quoted(fact), role=quoted(role))


def _check_answers(findings: Findings, case: Case, asking: Scene, ask: Ask, here: nodes.Mapping) -> None:
    order = list(case.scenes)
    answers = inside(here, "decide", "ask", "answered in") or here
    for role, answer in ask.answered_in.items():
        place = inside(answers, role) or answers
        answering = case.scenes[answer].decision
        if not answering or not isinstance(answering.kind, Share) or answering.roles != (role,):
            findings.add(told.NOT_ITS_SHARE, place, scene=quoted(answer), role=quoted(role), bare=role)
        elif order.index(answer) < order.index(asking.id):
            findings.add(told.ANSWERED_EARLIER, place, scene=quoted(answer))
