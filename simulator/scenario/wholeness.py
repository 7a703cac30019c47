"""Rules for a case as a whole, which no single field can keep."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.terms import Level
from simulator.scenario import nodes
from simulator.scenario.catalogue import references as told
from simulator.scenario.catalogue.parts import NO_HEADLINE
from simulator.scenario.diagnostics import quoted
from simulator.scenario.findings import Findings
from simulator.scenario.model import Ask, Case, Decision, FactNeeds, Next, Position, Scene, Share
from simulator.scenario.paths import inside, mapping_inside
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
        findings.add(told.LAST_ENDING_HAS_WHEN, names[-1], id=quoted(names[-1].value))


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
    order = {scene: place for place, scene in enumerate(case.scenes)}
    for scene in case.scenes.values():
        _check_ways(findings, scene)
        if scene.decision:
            _check_present(findings, scene, scene.decision)
            _check_headlines(findings, case, scene.decision)
            if isinstance(scene.decision.kind, Ask):
                _check_answers(findings, case, scene.id, scene.decision, order)
    for cut in case.cuts.values():
        if set(case.scenes) <= set(cut.leave_out):
            findings.add_at(told.EVERYTHING_CUT, cut.at, len(cut.id), id=quoted(cut.id))
    for check in case.checks:
        for role in check.roles:
            if not case.roles[role].play:
                findings.add_at(told.NOT_PLAYED, check.at, role=quoted(role))


def _check_ways(findings: Findings, scene: Scene) -> None:
    if scene.again:
        return
    ways: list[tuple[Position, tuple[Next, ...]]] = [(scene.at, scene.effects.then)]
    if scene.decision:
        ways.append((scene.decision.at, scene.decision.effects.then))
        ways += [(option.at, option.effects.then) for option in getattr(scene.decision.kind, "options", ())]
    for position, then in ways:
        if any(way.scene == scene.id for way in then):
            findings.add_at(told.BACK_TO_ITSELF, position, scene=quoted(scene.id))


def _check_present(findings: Findings, scene: Scene, decision: Decision) -> None:
    for role in decision.roles:
        if scene.present and role not in scene.present:
            findings.add_at(told.NOT_PRESENT, scene.at, len(scene.id), role=quoted(role))


def _check_headlines(findings: Findings, case: Case, decision: Decision) -> None:
    needed: Mapping[str, FactNeeds] = getattr(decision.kind, "needed_here", {})
    blocks = [block.change.needed_here or {} for block in decision.editions]
    for here in (needed, *blocks):
        for fact, needs in here.items():
            for role, need in needs.needed_by.items():
                if need.level is Level.HEADLINE and not case.facts[fact].headline:
                    findings.add_at(NO_HEADLINE, decision.at, fact=quoted(fact), role=quoted(role))


def _check_answers(
    findings: Findings, case: Case, asking: str, decision: Decision, order: dict[str, int]
) -> None:
    assert isinstance(decision.kind, Ask)
    for role, answer in decision.kind.answered_in.items():
        answering = case.scenes[answer].decision
        if not answering or not isinstance(answering.kind, Share) or answering.roles != (role,):
            findings.add_at(
                told.NOT_ITS_SHARE, decision.at, scene=quoted(answer), role=quoted(role), bare=role
            )
        elif order[answer] < order[asking]:
            findings.add_at(told.ANSWERED_EARLIER, decision.at, scene=quoted(answer))
