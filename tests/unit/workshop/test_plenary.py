"""Tables side by side: differences first, whose word counted, nobody's name on the wall, never a mark."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from simulator.errors import RecordError
from simulator.play.moves import Vote
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE
from simulator.records.tables import Action
from simulator.workshop import table
from simulator.workshop.agreeing import Agreed, actions_of, agree
from simulator.workshop.plenary import compare, page, tables_of_room
from tests.unit.workshop.world import World

SENT = Agreed("Send minutes to all", "Social care")


@pytest.fixture
def played(room: World) -> World:
    """Two tables that went different ways; at the first one seat differed, and said why."""
    roles = [one.role for one in _seats(room)]
    room.console.votes("table")
    for role in roles:
        room.sit(1, role, f"Zebedee {role}")
    room.begin(1)
    attempt = room.attempt(1)
    first = waiting_for(attempt.game, attempt.state)[0]
    scene = attempt.game.scenes[attempt.state.scene]
    options = list(scene.options)
    for role in roles:
        option = options[0] if role == roles[-1] else options[-1]
        why = "The nurse should hear it first" if role == roles[-1] else ""
        vote = Vote(scene.scene.id, role, option)
        table.decide(room.store, attempt, room.tickets[1, role], vote, f"v-{role}", why)
    move = NAIVE["longest"](attempt.game, attempt.state, first)._replace(option=options[-1])  # type: ignore[call-arg]
    table.decide(room.store, attempt, room.tickets[1, first], move, "first")
    room.console.votes("nobody")
    room.console.write("The school rings back", [1])
    room.play(1, strategy="longest")
    room.sit(2, roles[0])
    room.sit(2, roles[1])
    room.begin(2)
    room.console.inject(next(iter(_injects(room))), [2])
    room.play(2, moves=3)
    room.console.move_on(2)
    room.console.end_all([2])
    return room


def _seats(room: World) -> list[object]:
    from simulator.workshop import entering

    return list(entering.door(room.store, room.room).tables[0].seats)


def _injects(room: World) -> list[str]:
    from simulator.workshop.watching import room_seen

    return [inject for inject, _ in room_seen(room.store, room.room).injects]


def test_tables_stand_side_by_side_differences_first(played: World) -> None:
    plenary = compare(tables_of_room(played.store, played.room))
    assert [one.name for one in plenary.tables] == ["Table 1", "Table 2"]
    assert all(one.different >= other.different for one, other in pairwise(plenary.decisions))
    assert {row.different for row in plenary.decisions} >= {2}
    vote = next(cell for row in plenary.decisions for cell in row.cells if cell and cell.differs)
    assert vote.differs[0].why == "The nurse should hear it first" and len(vote.voices) > 2
    assert any(told for row in plenary.facts for cell in row.cells for told in cell)
    kinds = {moment.kind for timeline in plenary.timelines for moment in timeline}
    assert {"decision", "inject", "room", "ending"} <= kinds
    assert any("rings back" in moment.text for moment in plenary.timelines[0])
    assert any("Whose word counted" in prompt for prompt in plenary.prompts)


def test_the_wall_has_no_names_and_no_marks_and_the_trainer_may_have_names(played: World) -> None:
    tables = tables_of_room(played.store, played.room)
    agree(played.store, played.room, SENT)
    wall = page(compare(tables), actions_of(played.store, played.room))
    assert "Zebedee" not in wall and "Send minutes to all" in wall and "Social care" in wall
    assert "Zebedee" in page(compare(tables, named=True))
    text = re.sub(r"<style>.*?</style>", "", wall, flags=re.S)
    assert not re.search(r"\b\d+ (of|out of) \d+\b|points|score|winner|best table", text, re.IGNORECASE)
    assert "http" not in text and "<script" not in wall
    assert "All tables did the same" in wall
    assert "All tables" not in page(compare(tables[:1]))


def test_actions_go_to_the_record(played: World) -> None:
    action = agree(played.store, played.room, SENT)
    (kept,) = played.store.training.actions()
    assert isinstance(kept, Action) and (kept.id, kept.workshop) == (action, played.room)


def test_there_is_nothing_to_compare_before_anybody_plays(room: World) -> None:
    with pytest.raises(RecordError, match="Nothing to compare"):
        compare(tables_of_room(room.store, room.room))
