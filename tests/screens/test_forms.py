"""Forms without a screen: whatever can be played can be filled in, and what is filled in is played."""

from __future__ import annotations

import pytest

from scoring.terms import Level
from simulator.play.forms import ReferForm, ShareForm, form_of
from simulator.play.moves import LookUp, Record, Refer, Share, View
from simulator.play.strategies import NAIVE, random_strategy
from simulator.play.told import move_in_words
from simulator.terminal.forms import filling as steps
from simulator.terminal.forms.filling import Advised, Filling, Sent, as_draft, begin, go, press
from simulator.terminal.forms.form import move_of, pages_of
from simulator.terminal.forms.matching import closest
from simulator.terminal.forms.pages import FULL, HEADLINE, How, next_value, picked, value, with_value
from simulator.terminal.forms.showing import view_of
from simulator.terminal.forms.view import Is
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.turn import Turn
from tests.screens.world import PICKED, answers_for, attempt_of, played, seats_at


def turn_in(scene: str, role: str, seats: tuple[str, ...] = ()) -> Turn:
    """The turn of a role in a scene, played there with first choices."""
    table = seats_at(roles=seats or None)
    for _ in range(50):
        now = table.whose_turn()
        turn = table.turn(now)
        if (turn.scene.scene.id, now) == (scene, role):
            return turn
        move = NAIVE["everything"](table.attempt.game, table.attempt.state, now)
        table.attempt.play(move, f"{scene}-{now}-{_}", now)
    raise AssertionError(f"{role} never decides in {scene}")


def press_through(filling: Filling, answers: dict[str, str]) -> Sent:
    """Fill a form in as somebody would: row by row, page by page, then send."""
    for _ in range(200):
        if filling.at == steps.GATE:
            filling = _filling(press(filling, steps.DECIDE))
            continue
        page = filling.page
        if page is None:
            sent = go(filling, steps.SEND, "")
            assert isinstance(sent, Sent)
            return sent
        at = filling.at
        for field in page.fields:
            for row in field.rows:
                wanted = answers.get(field.key) == row.id if field.how is How.ONE else None
                target = answers.get(f"{field.key}/{row.id}", "")
                while filling.at == at and (
                    (wanted and value(filling.answers, field, row) == "")
                    or (wanted is None and value(filling.answers, field, row) != target)
                ):
                    filling = _filling(press(filling, f"{field.key}\t{row.id}"))
        if filling.at == at:
            filling = _filling(go(filling, steps.NEXT))
    raise AssertionError("the form has no end")


def _filling(outcome: object) -> Filling:
    assert isinstance(outcome, Filling)
    return outcome


@pytest.mark.parametrize("seed", range(12))
def test_every_move_can_be_filled_in_row_by_row(seed: int) -> None:
    attempt = attempt_of()
    table = seats_at()
    for move in played(attempt, random_strategy(seed)):
        turn = Turn(attempt.game, attempt.state, move.role, table.cast, "1")
        answers = answers_for(turn.form, move)
        sent = press_through(begin(turn), answers)
        assert sent.move == _as_asked(turn, move)


def _as_asked(turn: Turn, move: object) -> object:
    """A move as the form would make it: without an urgency where none is asked, in the form's own order."""
    return move_of(turn, answers_for(turn.form, move))  # type: ignore[arg-type]


def test_random_moves_survive_the_form_unchanged() -> None:
    for seed in range(40):
        attempt = attempt_of()
        table = seats_at()
        for move in played(attempt, random_strategy(seed)):
            turn = Turn(attempt.game, attempt.state, move.role, table.cast, "1")
            made = move_of(turn, answers_for(turn.form, move))
            assert sorted(map(str, made)) == sorted(map(str, move))  # order within a form tells nothing


def test_options_stand_in_an_order_of_the_seed_and_not_of_the_file() -> None:
    turn = turn_in("register", "class_teacher")
    orders = set()
    for seed in range(30):
        seeded = Turn(turn.game, turn.state, turn.role, turn.cast, str(seed))
        rows = pages_of(seeded, {})[0].fields[0].rows
        orders.add(tuple(row.id for row in rows))
        assert {row.id for row in rows} == {option.id for option in seeded.form.options}  # type: ignore[union-attr]
    assert len(orders) > 10


def test_reasons_and_purposes_do_not_begin_with_the_right_one_every_time() -> None:
    turn = turn_in("gp_answers", "gp")
    first = set()
    for seed in range(20):
        seeded = Turn(turn.game, turn.state, turn.role, turn.cast, str(seed))
        page = next(page for page in pages_of(seeded, {}) if page.id == "reason")
        first.add(page.fields[0].rows[0].id)
    assert first == {"safety", "asked"}


def test_keeping_to_oneself_is_a_decision_with_a_reason() -> None:
    turn = turn_in("gp_answers", "gp")
    form = turn.form
    assert isinstance(form, ShareForm)
    ticked = _filling(press(begin(turn), "to\tsocial_work_manager"))
    on = _filling(go(ticked, steps.NEXT))
    given = _filling(press(on, f"{on.at}\tmissed_reviews"))
    kept = _filling(go(given, steps.KEEP))
    move = kept.move
    assert isinstance(move, Share) and move.given == ()
    assert kept.at.startswith("open/")
    reason = begin(turn).turn and Filling(turn, steps.REVIEW, {**kept.answers, "reason": "asked"})
    assert isinstance(reason.move, Share) and reason.move.reason == "asked"
    assert "Keep to myself" in [button.label for button in view_of(reason).buttons]


def test_a_headline_is_passed_as_the_headline_and_shown_so() -> None:
    turn = turn_in("gp_answers", "gp")
    pages = pages_of(turn, {"to/social_work_manager": "yes"})
    field = next(page for page in pages if page.id == "give/social_work_manager").fields[0]
    row = next(row for row in field.rows if row.id == "missed_reviews")
    answers: dict[str, str] = {"to/social_work_manager": "yes"}
    seen = []
    for _ in range(3):
        answers = with_value(answers, field, row, next_value(answers, field, row))
        seen.append(value(answers, field, row))
    assert seen == [HEADLINE, FULL, ""]
    answers = with_value(answers, field, row, HEADLINE)
    move = move_of(turn, answers)
    assert isinstance(move, Share) and [one.level for one in move.given] == [Level.HEADLINE]
    view = view_of(Filling(turn, "give/social_work_manager", answers))
    shown = next(item for item in view.items if item.id.endswith("missed_reviews"))
    assert shown.before.startswith("[h]") and "name and the dose" not in shown.text
    assert shown.mark == "said"


def test_a_decision_not_to_refer_asks_nothing_more() -> None:
    turn = turn_in("referral", "class_teacher")
    assert isinstance(turn.form, ReferForm)
    gate = begin(turn)
    assert gate.at == steps.GATE  # advice is offered beside the question
    on = _filling(press(gate, steps.DECIDE))
    done = _filling(press(on, "level\tnone"))
    assert done.at == steps.REVIEW
    assert done.move == Refer("referral", "class_teacher")
    assert view_of(done).buttons[0].label == "Do not refer"


def test_advice_is_offered_until_it_is_taken() -> None:
    turn = turn_in("referral", "class_teacher")
    view = view_of(begin(turn))
    assert [item.text for item in view.items][1].startswith("Ask the teacher in charge of child protection")
    advised = press(begin(turn), steps.ADVICE)
    assert isinstance(advised, Advised)
    attempt = attempt_of()
    attempt.state = turn.state
    attempt.play(advised.move, "a", "class_teacher")
    after = Turn(attempt.game, attempt.state, "class_teacher", turn.cast, "1")
    assert after.advice is None and begin(after).at == "level"


def test_an_index_is_not_searched_without_a_purpose() -> None:
    turn = turn_in("the_index", "school_nurse")
    assert [page.id for page in pages_of(turn, {})] == ["purpose"]
    searched = pages_of(turn, {"purpose": "who_works_with"})
    assert [page.id for page in searched] == ["purpose", "result"]
    opened = {"purpose": "who_works_with", "result": "this_child", "mark": "contact"}
    assert [page.id for page in pages_of(turn, opened)] == ["purpose", "result", "mark"]
    assert move_of(turn, opened) == LookUp(
        "the_index", "school_nurse", "who_works_with", "this_child", "contact"
    )
    assert move_of(turn, {**opened, "purpose": "none"}) == LookUp("the_index", "school_nurse")


def test_a_record_form_does_not_say_what_a_line_is() -> None:
    turn = turn_in("on_paper", "class_teacher")
    view = view_of(begin(turn))
    assert all(not item.mark for item in view.items)
    half = {"write/own_words": "yes", "as/own_words": "said"}
    assert move_of(turn, half) == Record("on_paper", "class_teacher")
    review = view_of(Filling(turn, steps.REVIEW, half))
    assert review.notes == (
        "Not said yet: where a line goes. A line of which that is not said is not written down.",
    )


def test_a_typed_reply_is_only_ever_a_proposal() -> None:
    turn = turn_in("register", "class_teacher")
    typing = _filling(press(begin(turn), steps.TYPE))
    matched = _filling(go(typing, steps.MATCH, "I would listen and say she was right to tell me"))
    assert matched.at == steps.MATCHED and "listen" in matched.matches
    view = view_of(matched)
    assert len(view.items) == 3 and not isinstance(matched, Sent)
    chosen = _filling(press(matched, "listen"))
    assert chosen.at == steps.REVIEW
    sent = go(chosen, steps.SEND)
    assert isinstance(sent, Sent) and sent.words == "I would listen and say she was right to tell me"
    nothing = _filling(go(typing, steps.MATCH, "   "))
    assert nothing.at == "option"


def test_what_looks_like_a_real_person_is_asked_about_once() -> None:
    turn = turn_in("register", "class_teacher")
    review = Filling(turn, steps.REVIEW, {"option": "listen"})
    warned = _filling(go(review, steps.SEND, "ring 07912 345678"))
    assert any("a telephone number" in note for note in view_of(warned).notes)
    assert isinstance(go(warned, steps.SEND, "ring 07912 345678"), Sent)
    other = _filling(go(warned, steps.SEND, "ring 07912 345679"))
    assert other.at == steps.REVIEW


def test_a_draft_comes_back_where_it_was_left_and_nowhere_else() -> None:
    turn = turn_in("on_paper", "class_teacher")
    half = _filling(press(begin(turn), "write\town_words"))
    on = steps.with_typed(_filling(go(half, steps.NEXT)), "because she said so")
    again = begin(turn, as_draft(on))
    assert (again.at, again.answers, again.typed) == (on.at, on.answers, on.typed)
    elsewhere = turn_in("register", "class_teacher")
    assert begin(elsewhere, as_draft(on)) == begin(elsewhere)
    for spoiled in ("{", "[]", '{"scene": "on_paper"}', "null", '{"scene": 1, "viewing": 2, "answers": 3}'):
        assert begin(turn, spoiled) == begin(turn)
    assert as_draft(begin(turn)) == ""


def test_marks_stand_for_every_state_and_differ() -> None:
    turn = turn_in("gp_answers", "gp")
    view = view_of(begin(turn))
    assert {item.before for item in view.items} == {"[ ]"}
    ticked = view_of(_filling(press(begin(turn), "to\tsocial_work_manager")))
    assert sorted(item.before for item in ticked.items) == ["[ ]", "[x]"]


def test_the_review_says_exactly_what_is_sent() -> None:
    attempt = attempt_of()
    table = seats_at()
    for move in played(attempt, random_strategy(3)):
        turn = Turn(attempt.game, attempt.state, move.role, table.cast, "1")
        if isinstance(turn.form, PICKED):
            continue
        review = Filling(turn, steps.REVIEW, answers_for(turn.form, move))
        said = view_of(review).said[1:]
        assert "\n".join(said) == move_in_words(turn.game, turn.cast, review.move)


def test_headings_are_never_chosen_by_number() -> None:
    turn = turn_in("on_paper", "class_teacher")
    page = Filling(turn, "as/own_words", {"write/own_words": "yes"})
    view = view_of(page)
    assert [item.what for item in view.items].count(Is.HEADING) == 2
    assert press(page, "as/own_words") == page


def test_form_of_is_what_the_pages_offer() -> None:
    for seed in range(6):
        attempt = attempt_of()
        table = seats_at()
        for move in played(attempt, random_strategy(seed)):
            turn = Turn(attempt.game, attempt.state, move.role, table.cast, "1")
            assert form_of(turn.game, turn.state, turn.role) == turn.form
            for page in pages_of(turn, answers_for(turn.form, move)):
                for field in page.fields:
                    assert len({row.id for row in field.rows}) == len(field.rows)
                    assert picked({}, field) == () or field.rows[-1].id == ""


THE_CALL = {
    "answer": "Answer there and then. The caller knows the girls' names and their school, and is worried.",
    "ring_back": "Take a name, ring back through the council's main number, and ask what it is for.",
    "refuse": "Say that you cannot discuss a patient on the telephone, and would need her signed consent.",
    "in_writing": "Ask for the request by secure e-mail with its purpose, and promise an answer today.",
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("I'd ring them back via the town hall switchboard", "ring_back"),
        ("can't discuss patients without consent", "refuse"),
        ("ask them to email me securely", "in_writing"),
        ("just answer, she sounds worried", "answer"),
        ("take his name and number", "ring_back"),
    ],
)
def test_a_typed_reply_finds_the_choice_it_shares_most_words_with(typed: str, meant: str) -> None:
    assert closest(typed, THE_CALL)[0] == meant
    assert len(closest(typed, THE_CALL)) == 3


def test_a_fact_without_a_headline_says_in_a_word_what_becomes_of_it_as_the_others_do() -> None:
    turn = turn_in("discussion", "gp", ("gp",))
    pages = pages_of(turn, {})
    field = next(field for page in pages for field in page.fields if field.how is How.AMOUNT)
    assert {len(row.values) for row in field.rows} == {1, 2}
    filling = Filling(turn, next(page.id for page in pages if field in page.fields))
    assert {item.before.split("]")[1].strip() for item in view_of(filling).items} == {"kept"}


def test_a_reason_to_differ_is_read_once_more_before_it_counts() -> None:
    attempt = attempt_of("everything", ("police",))
    for move in played(attempt, NAIVE["everything"]):
        turn = seats_of(attempt, ("police",)).turn("police")
        if isinstance(move, View):
            break
    assert isinstance(move, View)
    reason = "The plan does not say who wakes the children tomorrow."
    for code, shown in (("children", True), ("", False)):
        filling = Filling(turn, steps.REVIEW, {"option": move.option, "dissent": code})
        assert any(reason in line for line in view_of(filling).said) is shown
