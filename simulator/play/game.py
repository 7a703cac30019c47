"""A case made ready to play: conditions compiled, bits laid out, expectations beside each decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from sys import intern
from typing import Any, NamedTuple, TypeVar

from scoring.rulebook import Rulebook
from simulator.play.expected import Asked, Expectations, expectations
from simulator.play.holding import ALWAYS, Context, Holds, Test, test_of
from simulator.play.layout import Layout, layout_of
from simulator.scenario.model import (
    Case,
    Conditions,
    Decision,
    Effects,
    LookUp,
    Meet,
    Next,
    Option,
    Options,
    Scene,
    Span,
    Tells,
    Then,
)

Piece = TypeVar("Piece")

TO_ENDING = -1


class Way(NamedTuple):
    """One way on: to a scene, or to an ending (`ending` -1: the first whose condition holds)."""

    test: Test
    scene: int
    ends: bool
    ending: int = TO_ENDING


class Outcome(NamedTuple):
    """What choosing something does: an option's own effects over the decision's and the scene's."""

    flags: int
    takes: Span | None
    milestones: tuple[int, ...]
    tells: tuple[tuple[str, str], ...]
    """(party, fact) pairs told."""
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A line of a scene in which one is only heard under a condition, or tells somebody something."""

    index: int
    test: Test
    tells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlayScene:
    """One scene, compiled. What every move reads stands here itself: a large case is met cold, and each
    object more that is looked into is waited for."""

    id: str
    index: int
    picks: bool
    """One option is chosen here by one seat, for all."""
    when_unsafe: int
    """The flag that a decision crossing a red line sets; 0 where none is."""
    scene: Scene
    test: Test
    left_out: bool
    entered: tuple[int, ...]
    lines: tuple[Heard, ...]
    always_heard: tuple[int, ...]
    """Every line's index, where no line has a condition."""
    plain: bool
    """No condition, time or effects of its own, and entered once at most: may be entered at once."""
    on_entry: Outcome
    decision: Decision | None
    asked: Asked | None
    seats: int
    """The deciding roles, as bits."""
    options: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    """One for each option; a single one where the decision is filled in."""
    answers: tuple[str, ...]
    """Roles whose answer to a request this scene is; it is passed over unless one of them was asked."""
    answering_flags: int = 0
    """The flags that say so."""
    present: tuple[str, ...] = ()
    """Roles that see and hear it; empty: everybody."""


@dataclass(frozen=True, slots=True)
class PlayInject:
    """An inject that the case sends by itself, compiled; `mask` is the flag that it was sent."""

    id: str
    mask: int
    holds: Holds
    test: Test
    tells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Game:
    """A case, the editions it is played under, and everything `step` needs. Immutable."""

    case: Case
    rulebook: Rulebook
    cut: str
    layout: Layout
    expected: Expectations
    roles: tuple[str, ...]
    scenes: tuple[PlayScene, ...]
    scene_at: Mapping[str, int]
    endings: tuple[Test, ...]
    ending_ids: tuple[str, ...]
    injects: tuple[PlayInject, ...]
    """Only those that fire by themselves."""
    milestones: tuple[str, ...]
    seat: Mapping[str, int] = field(default_factory=dict)
    """Role -> its bit."""
    trainer_present: bool = False
    """Whether a trainer is there to say what stands; otherwise the chair's view does."""
    own: Mapping[str, int] = field(default_factory=dict)
    """Role -> the knowledge bits that are its own."""
    forms: dict[tuple[int, str, int, bool, bool], Any] = field(default_factory=dict)
    """Forms already made, by all that they depend on (see `forms.form_of`)."""
    fitting: set[tuple[int, Any]] = field(default_factory=set)
    """Moves already found to fit a form (see `legal.check_form`)."""

    def seats_of(self, roles: tuple[str, ...]) -> int:
        """Roles as bits."""
        seats = 0
        for role in roles:
            seats |= self.seat[role]
        return seats


def prepare(case: Case, rulebook: Rulebook, cut: str = "") -> Game:
    """Make a case ready to play under a rulebook, whole or in one of its cuts."""
    layout = layout_of(case)
    expected = expectations(case, rulebook)
    roles = tuple(case.roles)
    context = Context(layout, rulebook, case.set_on, roles)
    left_out = set(case.cuts[cut].leave_out) if cut else set()
    compiler = _Compiler(case, layout, context, expected, left_out)
    scenes = tuple([compiler.scene(scene) for scene in case.scenes.values()])
    return Game(
        case=case,
        rulebook=rulebook,
        cut=cut,
        layout=layout,
        expected=expected,
        roles=roles,
        scenes=scenes,
        scene_at=compiler.scene_at,
        endings=tuple(compiler.test(ending.when) for ending in case.endings.values()),
        ending_ids=tuple(case.endings),
        injects=compiler.injects(),
        milestones=tuple(layout.milestones),
        own={role: _own_bits(layout, role) for role in roles},
        seat={role: 1 << index for index, role in enumerate(roles)},
    )


class _Compiler:
    """Holds what compiling every scene of one case shares."""

    def __init__(
        self,
        case: Case,
        layout: Layout,
        context: Context,
        expected: Expectations,
        left_out: set[str],
    ) -> None:
        self.case = case
        self.layout = layout
        self.context = context
        self.expected = expected
        self.left_out = left_out
        self.scene_at = {scene: index for index, scene in enumerate(case.scenes)}
        self.ending_at = {ending: index for index, ending in enumerate(case.endings)}
        self.answering = self._answering()
        self.tests: dict[Conditions, Test] = {}
        self.pieces: dict[Any, Any] = {}

    def test(self, conditions: Conditions) -> Test:
        """The test of a list of conditions: cases ask the same few things over and over."""
        if not conditions:
            return ALWAYS
        test = self.tests.get(conditions)
        if test is None:
            test = self.tests[conditions] = test_of(conditions, self.context)
        return test

    def scene(self, scene: Scene) -> PlayScene:
        decision = scene.decision
        effects = scene.effects
        conditional = any(line.when for line in scene.say)
        telling = any(line.tells for line in scene.say)
        test = self.test(scene.when)
        on_entry = self._outcome((effects,), 0, scene, ways=decision is None)
        answers = self.answering.get(scene.id, ())
        left_out = scene.id in self.left_out or self._impossible(decision)
        entered = self.layout.entered[scene.id]
        return PlayScene(
            id=scene.id,
            index=self.scene_at[scene.id],
            picks=decision is not None and isinstance(decision.kind, Options),
            when_unsafe=self.layout.marks.get(decision.mark_when_unsafe, 0) if decision else 0,
            scene=scene,
            test=test,
            left_out=left_out,
            entered=entered,
            lines=self._one(self._lines(scene)) if conditional or telling else (),
            always_heard=() if conditional else self._one(tuple(range(len(scene.say)))),
            plain=decision is not None
            and not (scene.when or scene.time or answers or left_out or entered or _has_effects(effects)),
            on_entry=on_entry,
            decision=decision,
            asked=self.expected.get(scene.id),
            seats=sum(1 << self.context.roles.index(role) for role in decision.roles) if decision else 0,
            options=tuple([intern(option.id) for option in _options(decision)]),
            outcomes=self._outcomes(scene, decision) if decision else (),
            answers=answers,
            answering_flags=sum({self.layout.asked[role] for role in answers}),
            present=_present(scene, self.case),
        )

    def _lines(self, scene: Scene) -> tuple[Heard, ...]:
        lines = enumerate(scene.say)
        return tuple([Heard(number, self.test(line.when), _pairs(line.tells)) for number, line in lines])

    def _one(self, piece: Piece) -> Piece:
        """Equal pieces are one object: in a large case each that was not met before is waited for."""
        same: Piece = self.pieces.setdefault(piece, piece)
        return same

    def injects(self) -> tuple[PlayInject, ...]:
        made = []
        for inject in self.case.injects.values():
            if inject.when is None:
                continue
            test, pairs = self.test(inject.when), _pairs(inject.tells)
            holds = test.holds or (lambda state: True)
            made.append(PlayInject(inject.id, self.layout.injected[inject.id], holds, test, pairs))
        return tuple(made)

    def _impossible(self, decision: Decision | None) -> bool:
        """A look-up where no Index exists is passed over."""
        return (
            decision is not None and isinstance(decision.kind, LookUp) and not self.context.rulebook.has_index
        )

    def _answering(self) -> dict[str, tuple[str, ...]]:
        answering: dict[str, tuple[str, ...]] = {}
        for scene in self.case.scenes.values():
            kind = scene.decision.kind if scene.decision else None
            for role, answer in getattr(kind, "answered_in", {}).items():
                answering[answer] = (*answering.get(answer, ()), role)
        return answering

    def _outcomes(self, scene: Scene, decision: Decision) -> tuple[Outcome, ...]:
        effects = (decision.effects, scene.effects)
        options = _options(decision)
        if not options:
            return (self._outcome(effects, 0, scene),)
        chosen = self.layout.chosen
        return tuple(
            [
                self._outcome((option.effects, *effects), chosen.get((scene.id, option.id), 0), scene)
                for option in options
            ]
        )

    def _outcome(
        self, layers: tuple[Effects, ...], flags: int, scene: Scene, *, ways: bool = True
    ) -> Outcome:
        """Narrowest first: the first `takes` and `then` win; milestones, marks and tells add up.

        The scene's own milestone, mark and tells happen on entry; of the scene only `then` counts here.
        """
        takes: Span | None = None
        then: Then = ()
        stamped: tuple[int, ...] = ()
        tells: tuple[tuple[str, str], ...] = ()
        for layer in layers:
            then = then or layer.then
        for layer in layers if len(layers) == 1 else layers[:-1]:
            takes = takes or layer.takes
            if layer.mark:
                flags |= self.layout.marks[layer.mark]
            if layer.milestone:
                stamped = (*stamped, self.layout.milestones[layer.milestone])
            if layer.tells:
                tells = (*tells, *_pairs(layer.tells))
        leads = self._ways(then, scene) if ways else ()
        return Outcome(self._one(flags), self._one(takes), stamped, tells, leads)

    def _ways(self, then: Then, scene: Scene) -> tuple[Way, ...]:
        if not then:
            following = self.scene_at[scene.id] + 1
            return (Way(ALWAYS, following, ends=following >= len(self.case.scenes)),)
        return tuple([self._way(way) for way in then])

    def _way(self, way: Next) -> Way:
        test = self.test(way.when)
        if way.ends:
            ending = self.ending_at[way.ending] if way.ending else TO_ENDING
            return Way(test, len(self.case.scenes), ends=True, ending=ending)
        return Way(test, self.scene_at[way.scene], ends=False)


def _own_bits(layout: Layout, role: str) -> int:
    bits = 0
    for fact in layout.facts:
        bits |= layout.knowing(role, fact)
    return bits


def _present(scene: Scene, case: Case) -> tuple[str, ...]:
    """Roles in a scene: those named, else those who decide or speak; all (empty) where nobody decides."""
    if scene.present or scene.decision is None:
        return scene.present
    speaking = (line.speaker for line in scene.say if line.speaker in case.roles)
    return tuple(dict.fromkeys((*scene.decision.roles, *speaking)))


def _options(decision: Decision | None) -> tuple[Option, ...]:
    kind = decision.kind if decision else None
    return kind.options if isinstance(kind, Options | Meet) else ()


def _pairs(tells: Tells) -> tuple[tuple[str, str], ...]:
    """Who is told what; mostly nobody anything."""
    return tuple([(party, fact) for party, facts in tells.items() for fact in facts]) if tells else ()


def _has_effects(effects: Effects) -> bool:
    return bool(effects.takes or effects.milestone or effects.mark or effects.tells)
