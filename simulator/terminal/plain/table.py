"""The case room of a table at one screen, line by line: whose eyes and ears, who says what, who decides."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from simulator.play.moves import OpenVotes, Poll, StepOut, TakeAdvice
from simulator.terminal.actions import Where
from simulator.terminal.forms.filling import ADVICE, Advised, Sent, begin
from simulator.terminal.forms.showing import advice_label
from simulator.terminal.forms.view import Button, View
from simulator.terminal.plain.asides import Here, SteppedOut, choose
from simulator.terminal.plain.deciding import Reply, reply, show
from simulator.terminal.plain.room import Room
from simulator.terminal.room.round import VOTING, Outcome, Round, Settled, can_vote, go, press
from simulator.terminal.room.round_draft import KEPT_FOR, as_draft, resumed_round
from simulator.terminal.room.round_moves import (
    ASKED,
    views_of,
    voters_at,
    votes_are_sealed,
    votes_of,
    with_decision,
)
from simulator.terminal.room.round_view import view_of_round
from simulator.terminal.room.seats import TRAINER, Seats, seen
from simulator.terminal.room.table import (
    Table,
    curtain,
    for_itself_alone,
    heard_alone,
    named,
    needs_curtain,
    who_is_ready,
    writer,
)
from simulator.terminal.room.turn import Turn
from simulator.text import clean
from simulator.words import asides as aside_words
from simulator.words import plain as plain_words
from simulator.words import say
from simulator.words import table as words


class TableRoom(Room):
    """One sitting of a table."""

    def __init__(self, here: Here, seats: Seats, learner: str | None, table: Table) -> None:
        super().__init__(here, seats, learner)
        self.table = table
        self._settled: Settled | None = None
        """What came of the round about the decision that waits."""
        self._read = {role: heard_alone(seats, role) for role in seats.roles}
        """Up to which line each seat has heard what is for it alone."""

    def play(self) -> None:
        """As alone. A table that has not begun says here whether it is asked round."""
        attempt = self.seats.attempt
        if self.table.asks_round and not attempt.moves and not attempt.state.room:
            self.make(Poll(ASKED), TRAINER)
        super().play()

    def _take_turn(self, role: str) -> None:
        """What all may hear first; then the seat alone, where something is its own, and the decision."""
        turn = self.seats.turn(role)
        alone = self.seats.shared and needs_curtain(self.seats, turn)
        own = for_itself_alone(self.seats, role, self._read[role])
        if self._open_to and (self._open_to != role or not alone):
            self._hide()
            if not (alone or own):
                self.console.say(say(plain_words.LOOK_AGAIN))
        if self._open_to:
            self._say_lines(seen(self.seats, role, start=self._read[role]))
            self._read[role] = len(self.seats.lines)
        else:
            self._tell(role)
            if alone or own:
                self._curtain(role)
            if own and not alone:
                self.console.hear(f"{say(words.I_HAVE_READ)}. {say(plain_words.ENTER)}")
                self._hide()
        voters = () if alone or self._settled else voters_at(self.seats)
        if voters and can_vote(turn):
            self._ask_round(turn, voters)
        else:
            self._decide(role)

    # --- whose eyes and ears ---------------------------------------------------------------------

    def _curtain(self, role: str) -> None:
        case = self.seats.attempt.game.case
        self.console.say()
        self.console.say(curtain(self.table, case, role))
        self.console.hear(f"{who_is_ready(case, role)} {say(plain_words.ENTER)}")
        self._open_to = role
        self.console.say(say(plain_words.SEES, role=clean(case.roles[role].title)))
        self._say_lines(for_itself_alone(self.seats, role, self._read[role]))
        self._read[role] = len(self.seats.lines)

    def _hide(self) -> None:
        """What one had to themselves is out of sight before the others look again."""
        self._open_to = ""
        self.console.hide()

    # --- asking round ----------------------------------------------------------------------------

    def _ask_round(self, turn: Turn, voters: tuple[str, ...]) -> None:
        """Each says what they would do; then the table decides, or in a meeting the views do."""
        self._say_where(turn.role)
        attempt = self.seats.attempt
        here = replace(self.here, role=turn.role, private=False)
        outcome: Outcome = resumed_round(turn, voters, attempt.draft(KEPT_FOR))
        shown = View("")
        while isinstance(outcome, Round):
            view = self._view(outcome)
            self._show(view, shown)
            answer = reply(here, view, hidden=outcome.at == VOTING)
            if any(each.id == ADVICE for each in answer.chosen if isinstance(each, Button)):
                self._send(turn.role, Advised(TakeAdvice(turn.scene.scene.id, turn.role)))
                return
            outcome, shown = _after(outcome, answer), view
            if isinstance(outcome, Round):
                attempt.keep_draft(KEPT_FOR, as_draft(outcome), self.learner)
        if turn.state.part.viewing:
            for view_ in views_of(outcome, turn.scene.scene.id):
                self.make(view_, view_.role)
            return
        self._settled = outcome
        self._answer(turn.role, with_decision(begin(turn, attempt.draft(turn.role)), outcome))

    def _view(self, round_: Round) -> View:
        by_name = partial(named, self.table, self.seats.attempt.game.case)
        view = view_of_round(round_, by_name, writer(self.table, self.seats.roles))
        advice = round_.turn.advice
        if advice is None or round_.votes:
            return view
        return view._replace(buttons=(*view.buttons, Button(ADVICE, advice_label(advice))))

    def _show(self, view: View, before: View) -> None:
        """The whole step; of the same question to somebody else only who is asked, and what is new."""
        if view.entry is not None or (view.title, view.items) != (before.title, before.items):
            show(self.here, view, before)
            return
        self.console.say()
        for line in view.said:
            self.console.say(f"{line} ({view.part})")
        if view.buttons != before.buttons:
            labels = [button.label.strip("<> ") for button in view.buttons]
            self.console.list_choices(labels, len(view.items) + 1)

    def _send(self, role: str, made: Sent | Advised) -> None:
        """The votes, sealed in the journal, then the decision itself."""
        if self._settled is not None and isinstance(made, Sent):
            for vote, why in votes_of(self.seats, self._settled):
                if not self.make(vote, vote.role, why):
                    return
            if votes_are_sealed(self.seats):
                self.make(OpenVotes(made.move.scene), TRAINER)
        self._settled = None
        super()._send(role, made)

    # --- stepping out ----------------------------------------------------------------------------

    def _step_out(self, role: str) -> None:
        """Somebody at the table does, and the others go on."""
        leaving = self._who_steps_out()
        self._leave(leaving)
        if set(leaving) == set(self.seats.roles):
            raise SteppedOut
        self.seats = replace(self.seats, roles=tuple(r for r in self.seats.roles if r not in leaving))
        self.here = replace(self.here, seats=self.seats)
        self._settled = None

    def _leave(self, roles: tuple[str, ...]) -> None:
        for each in roles:
            self.make(StepOut(each), each)

    def _who_steps_out(self) -> tuple[str, ...]:
        roles = self.seats.roles
        titles = [self.seats.attempt.game.case.roles[role].title for role in roles]
        choices = [say(aside_words.STEP_OUT_SEAT, role=title) for title in titles]
        here = replace(self.here, where=Where.EVERYWHERE)
        place = choose(here, [*choices, say(aside_words.STEP_OUT_ALL)])
        return (roles[place],) if place < len(roles) else roles


def _after(round_: Round, answer: Reply) -> Outcome:
    """One vote at a time; of those who differ, several at once."""
    outcome: Outcome = round_
    for each in answer.chosen[:1] if round_.at == VOTING else answer.chosen:
        if not isinstance(outcome, Round) or outcome.at != round_.at:
            break
        button = isinstance(each, Button)
        outcome = go(outcome, each.id, answer.typed) if button else press(outcome, each.id)
    return outcome
