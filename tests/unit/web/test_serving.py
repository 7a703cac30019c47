"""The server as it is started: its port, what it says, whose seats outlive it, and who may connect."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from types import SimpleNamespace

import pytest

from simulator.errors import SimulatorError
from simulator.settings import load
from simulator.web import listening
from simulator.web.children import Copies, OneByOne
from simulator.web.door import FOLDER, open_door
from simulator.web.seats import Seats
from simulator.web.serving import Asked, lines, serve
from tests.unit.web.room import COMMAND, COPIES, Room, in_a_room


def test_a_connection_that_asks_for_nothing_is_closed_and_one_too_many_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "FIRST_WITHIN", 0.01)
    monkeypatch.setattr(listening, "A_BROWSER", -49)

    async def visit(room: Room) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", room.site.port)
        writer.write(b"GET / HTTP/1.1\r\nHost: ")  # and nothing more
        assert await asyncio.wait_for(reader.read(), 10) == b""
        writer.close()
        monkeypatch.setattr(listening, "FIRST_WITHIN", 3600.0)
        first = await asyncio.open_connection("127.0.0.1", room.site.port)
        second = await asyncio.open_connection("127.0.0.1", room.site.port)
        assert await asyncio.wait_for(second[0].read(), 10) == b""
        for _, each in (first, second):
            each.close()

    in_a_room(tmp_path, visit, most=1)


def test_a_port_that_is_taken_is_said_plainly(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SimulatorError, match=f"port {port}: .*in use") as refused:
            serve(load(), Asked(port=port), print)
    assert f"--port {port + 1}" in refused.value.remedy
    with pytest.raises(SimulatorError, match="cannot assign") as elsewhere:
        serve(load(), Asked(host="192.0.2.99"), print)
    assert "127.0.0.1" in elsewhere.value.remedy and "--port" not in elsewhere.value.remedy


def test_serving_says_where_and_how_and_what_it_means() -> None:
    here = "\n".join(lines(Asked(), 8000, "a-code"))
    assert "this computer only" in here and "http://127.0.0.1:8000" in here and "a-code" in here
    assert "encrypted" not in here
    network = "\n".join(lines(Asked(host="0.0.0.0"), 8000, "a-code"))
    assert "this network" in network and "not encrypted" in network and "--name" in network


def test_seats_of_a_workshop_outlive_the_server_and_those_of_nobody_do_not(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    held = [SimpleNamespace(closed=None)]
    monkeypatch.setattr("simulator.workshop.opening.workshops", lambda store: held)
    monkeypatch.setattr("simulator.web.serving.starter", lambda: OneByOne(COMMAND))
    monkeypatch.setattr("simulator.web.serving._stop_when_told", _at_once)
    serve(load(), Asked(port=0), told.append)
    first = open_door(home)
    assert "still open" in told[-1] and first.code in " ".join(told)
    held.clear()
    serve(load(), Asked(port=0), told.append)
    assert "has ended" in told[-1] and not (home / FOLDER).exists()


@COPIES
def test_where_nothing_can_be_copied_seats_start_one_by_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[object] = []
    monkeypatch.setattr("simulator.web.serving.starter", lambda: Copies("tests.unit.web.nothing"))
    monkeypatch.setattr("simulator.web.serving._stop_when_told", _at_once)
    monkeypatch.setattr(Seats, "close", lambda self: _note_starter(self, used))
    serve(load(), Asked(port=0), lambda told: None)
    assert isinstance(used[0], OneByOne)


async def _note_starter(seats: Seats, used: list[object]) -> None:
    used.append(seats.starter)


def _at_once() -> asyncio.Event:
    stopped = asyncio.Event()
    stopped.set()
    return stopped
