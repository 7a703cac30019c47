"""How seats that nobody plays decide and answer. A habit never looks ahead and is never unsafe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scoring.evidence import Want, Weight
from scoring.marks import GRADE_MARKS
from scoring.terms import Grade, Level
from simulator.play.evidence import expected_of
from simulator.play.expected import Asked, want_of_meeting
from simulator.play.forms import LEFT_OUT, NOBODY_REFERRED, Offered, ShareForm, form_of, passable
from simulator.play.forms import BringForm as BringFormOf
from simulator.play.forms import ReferForm as ReferFormOf
from simulator.play.forms import ShareForm as ShareFormOf
from simulator.play.game import Game, PlayScene
from simulator.play.moves import (
    Ask,
    Bring,
    Choose,
    DecisionMove,
    Entry,
    LookUp,
    Passing,
    Record,
    Refer,
    Share,
    View,
)
from simulator.play.state import State, level_at
from simulator.scenario import model
from simulator.scenario.model import Habit

__all__ = ["answer", "habit_move", "option_by_habit"]

_GRADE_BY_HABIT = {
    Habit.BY_THE_BOOK: (Grade.GOOD, Grade.ACCEPTABLE, Grade.POOR),
    Habit.SLOW: (Grade.ACCEPTABLE, Grade.GOOD, Grade.POOR),
    Habit.GUARDED: (Grade.ACCEPTABLE, Grade.GOOD, Grade.POOR),
    Habit.MINIMAL: (Grade.POOR, Grade.ACCEPTABLE, Grade.GOOD),
}


def habit_move(game: Game, state: State, role: str) -> DecisionMove:
    """What a colleague does in the decision that waits for them."""
    play = game.scenes[state.scene]
    assert play.decision is not None and play.asked is not None
    kind, scene, habit = play.decision.kind, play.scene.id, game.case.roles[role].habit
    if isinstance(kind, model.Options):
        return Choose(scene, role, option_by_habit(kind.options, play.asked, habit))
    if isinstance(kind, model.Share):
        return _share(game, state, play.asked, kind, role, habit)
    if isinstance(kind, model.Ask):
        return _ask(game, state, play.asked, kind, role)
    if isinstance(kind, model.Refer):
        return _refer(game, state, play.asked, kind, role, habit)
    if isinstance(kind, model.Record):
        return _record(game, state, kind, role, scene)
    if isinstance(kind, model.LookUp):
        return LookUp(scene, role, kind.right_purpose, _safe_result(game, kind, role), kind.mark)
    if state.part.viewing:
        return View(scene, role, option_by_habit(kind.options, play.asked, habit))
    return _bring(game, state, play.asked, kind, role, habit)


def option_by_habit(options: Sequence[model.Option], asked: Asked, habit: Habit) -> str:
    """The option that names the habit, else the first of the grade the habit goes for; never unsafe."""
    for option in options:
        if habit in option.habits and asked.options[option.id].grade is not Grade.UNSAFE:
            return option.id
    for grade in _GRADE_BY_HABIT[habit]:
        for option in options:
            if asked.options[option.id].grade is grade:
                return option.id
    return max(options, key=lambda option: GRADE_MARKS[asked.options[option.id].grade]).id


def answer(
    game: Game, state: State, holder: str, asker: str, *, rightly: bool
) -> tuple[tuple[str, Level], ...] | None:
    """What a colleague passes when asked; None: declined. `rightly`: purpose and basis are right."""
    play = game.scenes[state.scene]
    assert play.decision is not None and play.asked is not None
    kind = play.decision.kind
    assert isinstance(kind, model.Ask)
    habit = game.case.roles[holder].habit
    if habit is Habit.GUARDED and not rightly:
        return None
    names = kind.expects.get(holder, ()) if kind.expects is not None else tuple(game.case.facts)
    answers = []
    for name in names:
        level = _answer_level(game, state, play, name, holder, asker, habit, listed=kind.expects is not None)
        if level is not Level.NONE:
            answers.append((name, level))
    return tuple(answers[:1] if habit is Habit.MINIMAL else answers)


def _answer_level(
    game: Game,
    state: State,
    play: PlayScene,
    name: str,
    holder: str,
    asker: str,
    habit: Habit,
    *,
    listed: bool,
) -> Level:
    assert play.asked is not None
    fact = game.case.facts[name]
    levels = passable(fact, level_at(state.knows, game.layout.slot(holder, name)))
    want = play.asked.wants[name, asker]
    if not levels or want.weight is Weight.NEVER:
        return Level.NONE
    wanted = want.level if want.level is not Level.NONE or not listed else levels[0]
    return _by_habit(wanted, levels, habit, bool(fact.sensitive))


def _by_habit(wanted: Level, levels: Iterable[Level], habit: Habit, sensitive: bool) -> Level:
    """The level a habit passes a fact at, of those it can: nothing that is not wanted."""
    held = tuple(levels)
    if wanted is Level.NONE:
        return Level.NONE
    if habit is Habit.GUARDED and Level.HEADLINE in held:
        return Level.HEADLINE
    if habit is Habit.GUARDED and sensitive:
        return Level.NONE
    return wanted if wanted in held else held[-1]


def _passings(
    offered: Iterable[Offered], to: Iterable[str], asked: Asked, game: Game, habit: Habit
) -> tuple[Passing, ...]:
    given = []
    for recipient in to:
        for one in offered:
            want = asked.wants[one.fact, recipient]
            level = _passed_level(game, one, want, habit)
            if level is not Level.NONE:
                given.append(Passing(one.fact, recipient, level))
    return tuple(given[:1] if habit is Habit.MINIMAL else given)


def _passed_level(game: Game, one: Offered, want: Want, habit: Habit) -> Level:
    if want.weight is Weight.NEVER:
        return Level.NONE
    return _by_habit(want.level, one.levels, habit, bool(game.case.facts[one.fact].sensitive))


def _openly(asked: Asked) -> tuple[tuple[str, str], ...]:
    """As open as is expected, but never where that would be unsafe."""
    unsafe = asked.unsafe_mode
    return tuple((who, mode) for who, mode in asked.openness.items() if mode not in unsafe.get(who, ()))


def _right_basis(asked: Asked) -> str:
    return next((basis for basis in asked.bases_offered if basis in asked.basis), "")


def _share(game: Game, state: State, asked: Asked, kind: model.Share, role: str, habit: Habit) -> Share:
    form = form_of(game, state, role)
    assert isinstance(form, ShareFormOf)
    others = tuple(to for to in form.to if to != role)
    return Share(
        game.scenes[state.scene].scene.id,
        role,
        _passings(form.facts, others, asked, game, habit),
        _openly(asked),
        _right_basis(asked),
        kind.right_reason if kind.reasons else "",
    )


def _refer(game: Game, state: State, asked: Asked, kind: model.Refer, role: str, habit: Habit) -> Refer:
    form = form_of(game, state, role)
    assert isinstance(form, ReferFormOf)
    level = form.levels[max(asked.levels)]
    scene = game.scenes[state.scene].scene.id
    if level == NOBODY_REFERRED:
        return Refer(scene, role)
    share: ShareForm = form.share
    given = _passings(share.facts, share.to, asked, game, habit)
    urgency = kind.urgency[0] if kind.urgency else ""
    return Refer(scene, role, level, urgency, kind.route, given, _openly(asked))


def _ask(game: Game, state: State, asked: Asked, kind: model.Ask, role: str) -> Ask:
    holders = expected_of(game, asked, state, kind, role)
    requests = tuple((holder, kind.right_purpose) for holder in holders)
    return Ask(game.scenes[state.scene].scene.id, role, requests, _right_basis(asked))


def _record(game: Game, state: State, kind: model.Record, role: str, scene: str) -> Record:
    known = [
        fact for fact in kind.items if level_at(state.knows, game.layout.slot(role, fact)) is not Level.NONE
    ]
    entries = (Entry(fact, kind.items[fact].label, kind.items[fact].where) for fact in known)
    unsafe = game.expected[scene].unsafe_places
    safe = (entry for entry in entries if entry.place not in unsafe.get(entry.fact, ()))
    return Record(scene, role, tuple(entry for entry in safe if entry.label != LEFT_OUT))


def _safe_result(game: Game, kind: model.LookUp, role: str) -> str:
    authorised = kind.authorised
    if authorised is None:
        authorised = game.case.roles[role].index_user
    return kind.right_result if authorised else "none"


def _bring(game: Game, state: State, asked: Asked, kind: model.Meet, role: str, habit: Habit) -> Bring:
    form = form_of(game, state, role)
    assert isinstance(form, BringFormOf)
    given = []
    for one in form.facts:
        level = _passed_level(game, one, want_of_meeting(asked, kind, role, one.fact), habit)
        if level is not Level.NONE:
            given.append((one.fact, level))
    return Bring(
        game.scenes[state.scene].scene.id,
        role,
        tuple(given[:1] if habit is Habit.MINIMAL else given),
    )
