"""The branches of a decision: every move open to one seated by where it leads."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.marks import ask_marks, mark, record_marks, scaled
from scoring.terms import Grade
from simulator.play.colleagues import answer
from simulator.play.evidence import evidence_of, expected_of
from simulator.play.forms import (
    AskForm,
    BringForm,
    LookUpForm,
    OptionsForm,
    RecordForm,
    ReferForm,
    ShareForm,
    form_of,
)
from simulator.play.marking import taints
from simulator.play.moves import Ask, Bring, Choose, DecisionMove, Entry, LookUp, Record, TakeAdvice, View
from simulator.play.state import bits_for, level_at
from simulator.scenario import model
from simulator.scenario.model import Habit
from simulator.solver.choices import (
    Bits,
    Branch,
    Effect,
    Filled,
    Key,
    Scored,
    Sums,
    Way,
    branches,
    combine,
    neutral,
    passed,
    same,
    whole,
)
from simulator.solver.here import Here
from simulator.solver.live import Slots
from simulator.solver.passing import bring_branches, field_of, refer_branches, share_branches

NOTHING_OWED: Slots = ()
RANKS = tuple(Grade)
"""From the highest grade to the lowest."""


def branches_of(here: Here) -> tuple[Branch, ...]:
    """All moves open to the seat that is to act, taking advice apart."""
    form = form_of(here.game, here.state, here.role)
    if isinstance(form, ShareForm):
        return share_branches(here, form)
    if isinstance(form, BringForm):
        return bring_branches(here, form)
    if isinstance(form, ReferForm):
        return refer_branches(here, form)
    if isinstance(form, AskForm):
        return branches(_ask_fillings(here, form), here.scale)
    if isinstance(form, RecordForm):
        return branches(_record_fillings(here, form), here.scale)
    if isinstance(form, LookUpForm):
        return branches(_look_up_fillings(here, form), here.scale)
    names = tuple(option.id for option in form.options)
    return _picked(here, names, viewing=not isinstance(form, OptionsForm))


def single_branch(here: Here, move: DecisionMove) -> Branch:
    """One move as a branch of its own: what a seat did, or does by habit."""
    marked = scaled(mark(evidence_of(here.game, here.expected, here.state, move)), here.worth)
    reds, owed = len(marked.red_lines), NOTHING_OWED
    if here.advised and not isinstance(move, Bring):
        owed = tuple(here.game.layout.slot(to, fact) for fact, to in marked.kept)
    else:
        reds += len(marked.kept)
    graded = here.asked.options[move.option].grade if isinstance(move, Choose | View) else None
    rank = RANKS.index(graded) if graded else passed(move)
    scored = Scored(reds, whole(marked.earned, here.scale), move, rank)
    tainted = taints(here.asked, move, advised=here.advised)
    return Branch(1, 1, scored.marks, scored, scored, scored, scored, owed, tainted)


def _picked(here: Here, options: tuple[str, ...], *, viewing: bool) -> tuple[Branch, ...]:
    """Each option is a branch of its own: it may lead anywhere."""
    total, made = len(options), []
    for option in options:
        move: DecisionMove = (
            View(here.scene, here.role, option) if viewing else Choose(here.scene, here.role, option)
        )
        branch = single_branch(here, move)
        made.append(branch._replace(total=total))
    return tuple(made)


def _ask_fillings(here: Here, form: AskForm) -> Iterator[tuple[Effect, Filled]]:
    """Each role is asked or not, for some purpose; what comes back depends on purpose and basis."""
    expected = expected_of(here.game, here.asked, here.state, _ask(here), here.role)
    story = here.play.asked
    assert story is not None, "what comes back depends on the basis of the date it is played on"
    for basis in field_of(form.bases, story.basis, asked=bool(story.basis)):
        sums: Sums = {(0, 0, Bits(0), Bits(0), Bits(0)): Way(1, (), ())}
        for holder in form.of:
            sums = combine(sums, _request(here, form, holder, holder in expected, basis.right is not False))
        for (good, asked, gained, flags, how), way in sums.items():
            marks = ask_marks(len(expected), asked, good) * here.worth
            yield (
                Effect((gained, flags, how)),
                Filled(
                    way.ways * basis.ways,
                    0,
                    marks,
                    Ask(here.scene, here.role, way.least, basis.value),
                    Ask(here.scene, here.role, way.most, basis.value),
                ),
            )


def _ask(here: Here) -> model.Ask:
    kind = here.kind
    assert isinstance(kind, model.Ask)
    return kind


REFUSED, SLOW = 1, 2


def _request(
    here: Here, form: AskForm, holder: str, expected: bool, basis_right: bool
) -> Iterator[tuple[Key, Way]]:
    """Key: rightly asked, asked, knowledge gained, flags set, refused or slow. Half the guesses do not."""
    purposes = len(form.purposes)
    nothing = Bits(0)
    yield (0, 0, nothing, nothing, nothing), Way(purposes, (), ())
    kind = _ask(here)
    for purpose in field_of(form.purposes, frozenset({kind.right_purpose}), asked=True):
        if not purpose.ways:
            continue
        rightly = purpose.right is True
        gained, how = _answered(here, holder, rightly=rightly and basis_right)
        flags = Bits(here.game.layout.asked[holder] & here.live.flags)
        key = (int(rightly and expected), 1, Bits(gained & here.matters), flags, Bits(how))
        yield key, same((holder, purpose.value), purpose.ways)


def _answered(here: Here, holder: str, *, rightly: bool) -> tuple[int, int]:
    """Knowledge bits that asking brings, and whether the answer was refused or slow."""
    kind, game, state = _ask(here), here.game, here.state
    if holder in kind.answered_in and state.seats & game.seat[holder]:
        return 0, 0
    answers = answer(game, state, holder, here.role, rightly=rightly)
    if answers is None:
        return 0, REFUSED if kind.if_refused else 0
    bits = 0
    for fact, level in answers:
        slot = game.layout.slot(here.role, fact)
        if level_at(state.knows, slot) < level:
            bits |= bits_for(slot, level)
    slow = game.case.roles[holder].habit is Habit.SLOW
    return bits, SLOW if slow and here.live.clock else 0


def _record_fillings(here: Here, form: RecordForm) -> Iterator[tuple[Effect, Filled]]:
    """Each item is written down or not, under some label, in some place."""
    kind = here.kind
    assert isinstance(kind, model.Record)
    sums: Sums = {(0, 0, 0, Bits(0)): Way(1, (), ())}
    for fact in form.facts:
        sums = combine(sums, _entries(here, form, kind, fact))
    items = sum(1 for fact in form.facts if fact in kind.items)
    for (right, needless, unsafe, leaked), way in sums.items():
        yield (
            Effect((leaked,)),
            Filled(
                way.ways,
                unsafe,
                record_marks(items, right, needless) * here.worth,
                Record(here.scene, here.role, way.least),
                Record(here.scene, here.role, way.most),
            ),
        )


def _entries(here: Here, form: RecordForm, kind: model.Record, fact: str) -> Iterator[tuple[Key, Way]]:
    """Key: right, needless, unsafe, leaked. Half the guesses leave it out."""
    item = kind.items.get(fact)
    leaks = here.leaks.unsafe_places.get(fact, ()) if here.leaks else ()
    yield (0, 0, 0, Bits(0)), Way(len(form.labels) * len(form.places), (), ())
    for label in form.labels:
        for place in form.places:
            right = item is not None and (label, place) == (item.label, item.where)
            unsafe = place in here.asked.unsafe_places.get(fact, ())
            key = (int(right), int(item is None), int(unsafe), Bits(place in leaks))
            yield key, same(Entry(fact, label, place))


def _look_up_fillings(here: Here, form: LookUpForm) -> Iterator[tuple[Effect, Filled]]:
    kind = here.kind
    assert isinstance(kind, model.LookUp)
    purposes = field_of(form.purposes, frozenset({kind.right_purpose}), asked=True)
    for _, ways, purpose in purposes:
        for result in form.results:
            added = kind.mark if result == kind.right_result != "none" else ""
            move = LookUp(here.scene, here.role, purpose, result, added)
            marked = scaled(mark(evidence_of(here.game, here.expected, here.state, move)), here.worth)
            yield Effect((result,)), Filled(ways, len(marked.red_lines), marked.earned, move, move)


def advice_branch(scene: str, role: str) -> Branch:
    """Taking advice as a branch: it earns nothing and guessing never does it."""
    return neutral(TakeAdvice(scene, role))._replace(ways=0)


def advice_matters(here: Here) -> bool:
    """Whether advice could change marks here: one step over in a referral, a vital fact kept for now, or its
    minutes where the clock still decides something. Elsewhere it is left out of the graph.
    """
    decision = here.play.decision
    if decision is None or decision.advice is None or here.advised:
        return False
    moves_the_clock = decision.advice.takes is not None and not here.state.part.advised
    return isinstance(decision.kind, model.Refer | model.Share) or (moves_the_clock and here.live.clock)
