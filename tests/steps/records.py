"""The sentences of tests/features/record.feature."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, then, when
from sqlalchemy import text

from simulator.access import Details, new_phrase, register, sign_in
from simulator.errors import AccessRefused, ChainBroken, MoveRefused, SimulatorError
from simulator.play.moves import SendInject, StepOut
from simulator.records import TRAINER, OpenAttempt, Place, Player, Presence, Store, open_store
from tests.steps.record_databases import MakePlace
from tests.steps.record_kept import said_with, taken_part
from tests.steps.record_world import EVERYTHING, family_of, next_move, play_on, rulebook_of, solo, world

TYPED = "He pulled his sleeve down"


class Table:
    """What one scenario is about."""

    def __init__(self, make_place: MakePlace, folder: Path) -> None:
        self.make_place, self.folder = make_place, folder
        self.place: Place
        self.store: Store
        self.learner = self.phrase = ""
        self.text = EVERYTHING
        self.attempts: list[OpenAttempt] = []
        self.second: OpenAttempt
        self.events: list[Any] = []
        self.refusal: SimulatorError | None = None
        self.open = ExitStack()

    @property
    def attempt(self) -> OpenAttempt:
        """The one played last."""
        return self.attempts[-1]

    def lay(self, place: Place) -> None:
        """Open a record."""
        self.place = place
        self.store = self.open.enter_context(open_store(place, world()))

    def sign_in(self) -> None:
        """Amira comes for the first time."""
        known, self.phrase = register(self.store, Details("Amira Shah", "health visiting"))
        self.learner = known.learner

    def begin(self) -> None:
        """She begins the case as it is now."""
        self.attempts.append(self.store.attempt(self.store.begin(solo(self.learner, self.text))))

    def refused(self, act: Callable[[], object]) -> None:
        """Do what must be refused, and keep what was said."""
        with pytest.raises((MoveRefused, AccessRefused)) as told:
            act()
        self.refusal = told.value


@pytest.fixture
def table(make_place: MakePlace, quick_folder: Path) -> Iterator[Table]:
    made = Table(make_place, quick_folder)
    with made.open:
        yield made


@given(parsers.parse("an empty record on {database}"))
def _(table: Table, database: str) -> None:
    table.lay(table.make_place(database))


@given("Amira from health visiting, who has begun a case")
def _(table: Table) -> None:
    table.sign_in()
    table.begin()


@given("she has opened it in a second window")
def _(table: Table) -> None:
    second = table.open.enter_context(open_store(table.place))
    table.second = second.attempt(table.attempt.id)


@when(parsers.parse("she makes {count:d} moves"))
def _(table: Table, count: int) -> None:
    play_on(table.attempt, count)


@when("she makes a move in the first window")
def _(table: Table) -> None:
    play_on(table.attempt, 1)


@when("she plays to the end")
def _(table: Table) -> None:
    play_on(table.attempt)


@when("her laptop dies")
def _(table: Table) -> None:
    table.attempts[-1] = table.open.enter_context(open_store(table.place)).attempt(table.attempt.id)


@when("she makes a move and the answer is lost")
def _(table: Table) -> None:
    play_on(table.open.enter_context(open_store(table.place)).attempt(table.attempt.id), 1)


@when("she sends the same move again")
def _(table: Table) -> None:
    move, role = next_move(table.attempt)
    table.events = table.attempt.play(move, "client-1", role)


@when("she sends something else by the name of that move")
def _(table: Table) -> None:
    table.refused(lambda: table.attempt.play(SendInject("", ()), "client-1", TRAINER, words="Hello"))


@when("she decides in the second window what was decided in the first")
def _(table: Table) -> None:
    move, role = table.attempt.moves[0].move, table.attempt.moves[0].role
    table.refused(lambda: table.second.play(move, "second window", role))


@when("the trainer gives the case another title")
def _(table: Table) -> None:
    table.text = EVERYTHING.replace("Toast for two", "Toast for three")


@when("Amira begins it once more")
def _(table: Table) -> None:
    table.begin()


@when("she steps out")
def _(table: Table) -> None:
    for role in table.attempt.seats:
        table.attempt.play(StepOut(role), f"{role} steps out", role)


@when(parsers.parse("she tries another way from move {seq:d}"))
def _(table: Table, seq: int) -> None:
    players = [Player(table.learner, table.attempt.seats)]
    table.attempts.append(table.store.attempt(table.store.try_from(table.attempt.id, seq, players)))


@when(parsers.parse("she types “{words}” with a move"))
def _(table: Table, words: str) -> None:
    play_on(table.attempt, 1, words=words)


@when("she is erased")
def _(table: Table) -> None:
    table.store.erase(table.learner)


@when(parsers.parse("somebody changes move {seq:d} in the database"))
def _(table: Table, seq: int) -> None:
    change = text("UPDATE journal SET role = 'gp' WHERE attempt = :a AND seq = :s")
    table.store.database.write(lambda c: c.execute(change, {"a": table.attempt.id, "s": seq}).rowcount)


@when("the record is backed up and restored on PostgreSQL")
def _(table: Table) -> None:
    backup, attempt = table.store.backup(table.folder / "all.zip"), table.attempt.id
    table.lay(table.make_place("PostgreSQL"))
    table.store.restore(backup.file)
    table.attempts[-1] = table.store.attempt(attempt)


@when("she comes back with her name and her phrase")
def _(table: Table) -> None:
    assert sign_in(table.store, "amira shah", table.phrase.replace("-", " ")).learner == table.learner


@when("somebody comes with her name and another phrase")
def _(table: Table) -> None:
    table.refused(lambda: sign_in(table.store, "Amira Shah", new_phrase()))


@then(parsers.parse("she carries on after move {seq:d}"))
def _(table: Table, seq: int) -> None:
    assert [moved.seq for moved in table.attempt.moves] == list(range(1, seq + 1))
    assert not table.attempt.ended
    assert table.attempt.id in {one.attempt for one in table.store.resumable(table.learner)}


@then("the family and the case are those she began with")
def _(table: Table) -> None:
    assert table.attempt.family == family_of(EVERYTHING)
    assert table.attempt.game.rulebook == rulebook_of(EVERYTHING)
    assert table.attempt.game.case.title == "Toast for two"


@then("her transcript shows the case as completed once")
def _(table: Table) -> None:
    done = [line for line in taken_part(table.store, table.learner) if line.completed_on]
    assert [line.presence for line in done] == [Presence.ATTENDED]


@then("it counts once, and she sees what came of it")
def _(table: Table) -> None:
    assert len(table.attempt.moves) == 1
    assert table.events and table.events == table.attempt.moves[0].events


@then(parsers.parse("it is refused, because “{reason}”"))
def _(table: Table, reason: str) -> None:
    assert table.refusal is not None and reason.casefold() in str(table.refusal).casefold()


@then("the second window notices, and shows the same")
def _(table: Table) -> None:
    until = time.monotonic() + 10
    while not table.second.changed() and time.monotonic() < until:
        time.sleep(0.01)
    assert table.second.refresh()
    assert table.second.state == table.attempt.state and table.second.events == table.attempt.events


@then("the attempt that was begun before has the old title, and the new one the new")
def _(table: Table) -> None:
    titles = [table.store.attempt(one.id).game.case.title for one in table.attempts]
    assert titles == ["Toast for two", "Toast for three"]


@then("each attempt names its own version")
def _(table: Table) -> None:
    old, new = (table.store.attempt(one.id) for one in table.attempts)
    assert old.about.case_version == old.game.case.version != new.about.case_version


@then("her transcript shows that she attended, and no completion")
def _(table: Table) -> None:
    (line,) = taken_part(table.store, table.learner)
    assert line.presence.counts_as_attended and line.completed_on is None


@then("the practice attempt is marked as practice")
def _(table: Table) -> None:
    lines = {line.attempt: line.practice_only for line in taken_part(table.store, table.learner)}
    assert lines == {table.attempts[0].id: False, table.attempts[1].id: True}


@then("the record holds neither her name nor what she typed")
def _(table: Table) -> None:
    tables = ("people", "words", "drafts", "credentials", "journal", "attempts", "audit")
    held = table.store.database.read(
        lambda c: repr([c.execute(text(f"SELECT * FROM {name}")).all() for name in tables])
    )
    assert "Amira" not in held and TYPED not in held


@then(parsers.parse("a replay shows “{shown}” where her words stood"))
def _(table: Table, shown: str) -> None:
    replayed = table.store.replay(table.attempt.id)
    assert [said_with(replayed, moved.move) for moved in replayed.moves] == [shown]


@then("every chain of the record holds")
def _(table: Table) -> None:
    assert table.store.verify() == []


@then(parsers.parse("verifying names move {seq:d} of her attempt"))
def _(table: Table, seq: int) -> None:
    assert [(one.attempt, one.seq) for one in table.store.verify()] == [(table.attempt.id, seq)]


@then("her attempt is not played on")
def _(table: Table) -> None:
    with pytest.raises(ChainBroken):
        table.store.attempt(table.attempt.id)


@then("the case she began is there to be carried on")
def _(table: Table) -> None:
    assert [one.attempt for one in table.store.resumable(table.learner)] == [table.attempt.id]


@then("they are not let in")
def _(table: Table) -> None:
    assert isinstance(table.refusal, AccessRefused)
