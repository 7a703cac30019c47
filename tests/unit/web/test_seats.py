"""Seats and their processes, with a stand-in for the app."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from simulator import log
from simulator.web import seat as web_seat
from simulator.web.children import Copies
from simulator.web.seat import Seat, Why
from tests.unit.web.room import COPIES, Browser, Room, in_a_room, runs, until

FIRST, SECOND = "aaaaaaaa", "bbbbbbbb"


async def closed(browser: Browser, tab: str, how: str = "ask") -> str:
    """How a tab's connection was closed at once."""
    return await (await browser.tab(tab, how)).hears()


def test_a_reload_comes_back_to_the_process_and_a_second_tab_is_asked(tmp_path: Path) -> None:
    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            await browser.join()
            tab = await browser.tab(FIRST)
            assert (await tab.hears()).startswith("seat 90 ")
            await tab.type("é[/note]")
            assert await tab.hears() == "typed é[/note]"
            await tab.socket.close()
            again = await browser.tab(FIRST)
            assert '"attach"' in await again.hears()
            assert await closed(browser, SECOND) == f"closed {int(Why.TAKEN)}"
            taken = await browser.tab(SECOND, "take")
            assert '"attach"' in await taken.hears()
            assert await again.hears() == f"closed {int(Why.ELSEWHERE)}"
            await taken.type("here")
            assert await taken.hears() == "typed here"
            assert len(room.seats.by_name) == 1

    in_a_room(tmp_path, visit)


def test_a_lost_connection_of_the_same_tab_gives_way_to_the_new_one(tmp_path: Path) -> None:
    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            await browser.join()
            lost = await browser.tab(FIRST)
            await lost.hears()
            again = await browser.tab(FIRST)
            assert '"attach"' in await again.hears()
            assert (await lost.hears()).startswith("closed")

    in_a_room(tmp_path, visit)


def test_a_tab_that_stays_away_is_told_to_its_process_and_one_that_reloads_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    tell = Seat.tell

    async def noted(seat: Seat, fields: dict[str, object]) -> None:
        told.append(str(fields["type"]))
        await tell(seat, fields)

    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            await browser.join()
            tab = await browser.tab(FIRST)
            await tab.hears()
            monkeypatch.setattr(web_seat, "UNSEEN_AFTER", 3600.0)
            await tab.socket.close()
            again = await browser.tab(FIRST)
            await again.hears()
            monkeypatch.setattr(web_seat, "UNSEEN_AFTER", 0.0)
            await again.socket.close()
            await until(lambda: "unseen" in told)
            assert told == ["attach", "unseen"]
            await (await browser.tab(SECOND)).hears()
            assert told == ["attach", "unseen", "attach"]

    monkeypatch.setattr(Seat, "tell", noted)
    in_a_room(tmp_path, visit)


def test_how_a_seat_ends_is_told_to_its_tab(tmp_path: Path) -> None:
    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            await browser.join()
            for typed, told in (
                ("leave", f"closed {int(Why.LEFT)} Your place is kept."),
                ("crash", f"closed {int(Why.STOPPED)}"),
                ("stop", f"closed {int(Why.STOPPED)} Something went wrong."),
            ):
                tab = await browser.tab()
                number = await tab.process()
                await tab.type(typed)
                assert await tab.hears() == told
                await until(lambda number=number: not runs(number))  # type: ignore[misc]
            tab = await browser.tab()
            await tab.hears()
            await tab.socket.send_str('["download", "everything"]')
            assert await tab.hears() == f"closed {int(Why.REFUSED)}"

    in_a_room(tmp_path, visit)


def test_files_and_addresses_are_not_handed_over(tmp_path: Path) -> None:
    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            await browser.join()
            tab = await browser.tab()
            await tab.hears()
            await tab.type("file")
            assert await tab.hears() == "handed over"

    in_a_room(tmp_path, visit)


def test_there_are_as_many_seats_as_were_asked_for(tmp_path: Path) -> None:
    async def visit(room: Room) -> None:
        async with room.browser() as first, room.browser() as second:
            await first.join()
            await second.join()
            tab = await first.tab()
            await tab.hears()
            assert await closed(second, FIRST) == f"closed {int(Why.FULL)}"
            await tab.type("leave")
            await tab.hears()
            await tab.socket.close()
            await until(lambda: not any(seat.running for seat in room.seats.by_name.values()))
            await room.seats.look(time.monotonic() + room.seats.waits + 1)
            assert (await (await second.tab()).hears()).startswith("seat")

    in_a_room(tmp_path, visit, most=1)


def test_a_seat_nobody_comes_back_to_and_one_that_hangs_are_ended(tmp_path: Path) -> None:
    async def visit(room: Room) -> None:
        async with room.browser() as gone, room.browser() as hung, room.browser() as well:
            numbers = []
            for browser in (gone, hung, well):
                await browser.join()
                tab = await browser.tab()
                numbers.append(await tab.process())
                if browser is gone:
                    await tab.socket.close()
                elif browser is hung:
                    await tab.type("hang")
            forgotten, hanging, kept = room.seats.by_name.values()
            await until(lambda: forgotten.quiet_since is not None)
            await room.seats.look(time.monotonic() + room.seats.waits - 1)
            assert all(map(runs, numbers))
            hanging.heard -= room.seats.hung + 1
            await until(lambda: kept.heard > hanging.heard)
            await room.seats.look(time.monotonic())
            await until(lambda: not runs(numbers[1]))
            await room.seats.look(time.monotonic() + room.seats.waits)
            assert [runs(number) for number in numbers] == [False, False, True]

    in_a_room(tmp_path, visit, hung=3600.0)


def test_closing_the_server_ends_every_process(tmp_path: Path) -> None:
    numbers = []

    async def visit(room: Room) -> None:
        for _ in range(2):
            browser = room.browser()
            async with browser:
                await browser.join()
                numbers.append(await (await browser.tab()).process())
        assert all(map(runs, numbers))

    in_a_room(tmp_path, visit)
    assert not any(map(runs, numbers))


@COPIES
def test_copies_are_seats_that_end_with_the_server_and_can_be_ended(tmp_path: Path) -> None:
    numbers: list[int] = []
    copies = Copies("tests.unit.web.standin_warm")

    async def visit(room: Room) -> None:
        async with room.browser() as one, room.browser() as other:
            for browser in (one, other):
                await browser.join()
                numbers.append(await (await browser.tab()).process())
            assert copies.process is not None
            numbers.append(copies.process.pid)
            first, second = room.seats.by_name.values()
            assert first.child and first.child.number == numbers[0]
            first.kill("test")
            await until(lambda: not first.running)
            assert not runs(numbers[0]) and second.running

    in_a_room(tmp_path, visit, starter=copies)
    assert not any(map(runs, numbers))


@COPIES
def test_when_what_is_copied_is_lost_it_is_started_again(tmp_path: Path) -> None:
    copies = Copies("tests.unit.web.standin_warm")

    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            await browser.join()
            tab = await browser.tab()
            await tab.hears()
            assert copies.process is not None
            os.kill(copies.process.pid, signal.SIGKILL)
            await copies.process.wait()
            assert await tab.hears() == f"closed {int(Why.STOPPED)}"
            assert (await (await browser.tab()).hears()).startswith("seat")

    in_a_room(tmp_path, visit, starter=copies)


def test_what_is_logged_holds_no_code_no_seat_and_nothing_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(log, "_folder", None)
    log.start(tmp_path / "logs")
    said: list[str] = []

    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            await browser.join("canary-of-a-guess")
            await browser.join()
            tab = await browser.tab()
            await tab.type("canary that was typed")
            await tab.hears()
            await tab.socket.send_str("canary of no page")
            await browser.ask("GET", "/canary-of-an-address", headers={"Cookie": "canary=1"})
            said.extend([room.code, *room.seats.by_name])

    in_a_room(tmp_path, visit)
    kept = "".join(file.read_text() for file in (tmp_path / "logs").iterdir()) + "".join(capfd.readouterr())
    assert "seat-begun" in kept and "code-refused" in kept
    assert not [each for each in ("canary", *said) if each in kept]
