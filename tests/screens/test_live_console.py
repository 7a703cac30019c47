"""The trainer's console, the plenary and the wall."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from simulator.play.room import is_paused
from simulator.records import rooms
from simulator.records.training.record import TrainingRecord
from simulator.terminal.console.side_by_side import side_by_side
from simulator.terminal.reading.paragraph import Look
from simulator.workshop import joining
from simulator.workshop.attending import attendance_of
from tests.screens.driver import Driver
from tests.screens.live_world import NOW, Live, live_room


def begun(live: Live) -> None:
    """Two seats at the first table, all at the second, which has played further."""
    for role, name in (("class_teacher", "Amira Shah"), ("gp", "Jo Park")):
        live.world.sit(1, role, name)
    for role in ("class_teacher", "school_nurse", "gp", "social_work_manager", "police"):
        live.world.sit(2, role)
    live.world.begin(1)
    live.world.begin(2)
    live.world.play(2, moves=3)


def look(driver: Driver) -> None:
    driver.call(lambda: driver.app.run_worker(driver.app.screen.look()))  # type: ignore[attr-defined]


def test_the_trainer_leads_the_room_and_compares(tmp_path: Path, picture: SnapshotAssertion) -> None:
    with live_room(tmp_path, tables=2) as live:
        begun(live)
        trainer = live.screen(console=live.world.room, size=(120, 40))
        look(trainer)
        assert picture(name="console-120x40") == trainer.text + "\n"
        trainer.resize(80, 24)
        trainer.press("down")
        assert "Waits for: the teacher" in trainer.said and "chosen: Table 1" in trainer.said
        assert picture(name="console-80x24") == trainer.text + "\n"

        trainer.press("p")
        assert "Saved. Pause: Table 1" in trainer.said and "PAUSED" in trainer.said
        assert is_paused(live.world.attempt(1).state) and not is_paused(live.world.attempt(2).state)
        trainer.press("g")
        assert not is_paused(live.world.attempt(1).state)

        trainer.press("i", "1", "2")
        trainer.press("w")
        trainer.paste("The bus is late.")
        trainer.press("enter", "1")
        assert "The bus is late." in "".join(live.world.attempt(1).all_said().values())
        trainer.press("t")
        trainer.paste("ten")
        trainer.press("enter")
        assert "that is not a number" in trainer.said
        trainer.press("m", "enter")
        assert "Saved. Move on: Table 1" in trainer.said and "Pause: Table 1" not in trainer.said

        joining.leave(live.store, live.world.tickets[1, "gp"])
        trainer.press("u")
        assert "Jo Park (Table 1)" in trainer.said and "No reason was asked" in trainer.said
        trainer.press("enter")

        trainer.press("a")
        assert "2 people: 1 attended (1 of them stepped out), 1 in part, 0 late." in trainer.said
        assert "Jo Park, agency of gp: stepped out; attended" in trainer.said
        assert f"records workshops paper {live.world.room} NAME" in trainer.said
        trainer.press("enter")

        trainer.press("home", "e", "enter")
        assert live.world.attempt(1).ended and live.world.attempt(2).ended
        plenary(live, trainer, picture)
        wall(trainer, picture)
        trainer.press("c", "enter")
        assert rooms.find_room(live.store, live.world.room).closed is not None


def test_the_trainer_is_asked_at_closing_about_who_had_gone(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        for role, name in (("class_teacher", "Amira Shah"), ("gp", "Jo Park"), ("police", "Ben Okoro")):
            live.world.sit(1, role, name)
        live.world.begin()
        live.moment[0] += timedelta(minutes=6)
        assert joining.beat(live.store, live.world.tickets[1, "class_teacher"])
        live.world.play(moves=2)
        trainer = live.screen(console=live.world.room, size=(120, 40))
        trainer.press("c")
        assert "Still playing: Table 1. Whoever sits there counts as there in part" in trainer.said
        trainer.press("escape")
        live.world.play()
        trainer.press("a")
        away = f"in part: away from {NOW.astimezone():%H:%M} until it ended"
        assert f"Jo Park, agency of gp: {away}" in trainer.said
        trainer.press("enter", "c")
        assert "Still playing" not in trainer.said
        trainer.press("enter")
        assert "Did Ben Okoro see it through?" in trainer.said
        assert f"Table 1, agency of police: {away}, while the others" in trainer.said
        trainer.press("enter")
        assert "Did Jo Park see it through?" in trainer.said
        trainer.press("right", "enter")
        there = attendance_of(live.store, live.world.room)
        assert (there.came, there.attended, there.part) == (3, 2, 1)
        assert rooms.find_room(live.store, live.world.room).closed is not None


def plenary(live: Live, trainer: Driver, picture: SnapshotAssertion) -> None:
    """Differences first, nobody's name, and what is agreed goes to the record."""
    trainer.resize(120, 40)
    trainer.press("l")
    assert picture(name="plenary-120x40") == trainer.text + "\n"
    shown = []
    for _ in range(14):
        shown.append(trainer.said)
        trainer.press("n")
    everything = " ".join(shown)
    assert "Amira" not in everything and "Jo Park" not in everything
    assert "Tables went on in 2 ways." in everything and "To talk about" in everything
    trainer.resize(80, 24)
    assert "None yet." in trainer.said
    trainer.press("right", "right", "enter")
    for line in ("School and duty desk meet each term", "training lead", "2026-12-15"):
        trainer.paste(line)
        trainer.press("enter")
    assert "School and duty desk meet each term (training lead, by 2026-12-15)" in trainer.said
    (action,) = TrainingRecord(live.store.database, live.store.given).actions()
    assert (action.workshop, action.office, str(action.due)) == (
        live.world.room,
        "training lead",
        "2026-12-15",
    )
    trainer.press("escape")


def wall(trainer: Driver, picture: SnapshotAssertion) -> None:
    """For everybody to see: no name."""
    trainer.resize(120, 40)
    trainer.press("x")
    assert picture(name="wall-120x40") == trainer.text + "\n"
    assert "Amira" not in trainer.text
    trainer.press("escape")


def test_tables_stand_side_by_side_where_there_is_room() -> None:
    wide = side_by_side(["One", "Two"], [["a " * 30], ["b"]], 70)
    assert wide[0].text.startswith("One") and "│ Two" in wide[0].text
    assert all(part.look is Look.DRAWING for part in wide[1:]) and len(wide) > 2
    narrow = side_by_side(["One", "Two"], [["a"], ["b"]], 50)
    assert [part.text for part in narrow] == ["One", "a", "Two", "b"]
