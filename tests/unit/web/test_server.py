"""What the server answers, and to whom."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import aiohttp
import pytest

from simulator.errors import AccessRefused
from simulator.web import pages
from simulator.web.tab import AT_ONCE, Pace, size_of
from simulator.web.tries import AT_ONCE as GUESSES
from tests.unit.web.room import Room, in_a_room

ELSEWHERE = "http://evil.example"


async def refused(room: Room, **headers: str) -> int:
    """The status with which a tab's connection is refused; 101 where it is not."""
    async with room.browser() as browser:
        await browser.join()
        try:
            await browser.tab(**headers)
        except aiohttp.WSServerHandshakeError as answer:
            return answer.status
    return 101


def test_only_its_own_pages_by_its_own_name(tmp_path: Path) -> None:
    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            form = {"code": room.code}
            assert (await browser.ask("GET", "/", headers={"Host": "evil.example"}))[0] == 421
            assert (await browser.ask("GET", "/", headers={"Host": "localhost:1"}))[0] == 200
            for origin in (ELSEWHERE, "null", "", "http://127.0.0.1:1"):
                assert (await browser.ask("POST", "/join", data=form, headers={"Origin": origin}))[0] == 403
            crossed = {"Sec-Fetch-Site": "cross-site"}
            assert (await browser.ask("GET", "/alive", headers=crossed))[0] == 403
            assert (await browser.ask("POST", "/join", data=form))[0] == 303
        assert await refused(room, Origin=ELSEWHERE) == 403
        assert await refused(room, Origin="") == 403
        assert await refused(room, Host="evil.example", Origin="http://evil.example") == 421
        assert await refused(room) == 101

    in_a_room(tmp_path, visit)


def test_nobody_without_the_code_gets_further_than_the_door(tmp_path: Path) -> None:
    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            assert 'name="code"' in (await browser.ask("GET", "/"))[1]
            assert (await browser.ask("GET", "/alive"))[0] == 401
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await browser.tab()
            cookie = f"seat-{room.site.port}={'a' * 32}.1.{'b' * 43}"
            assert (await browser.ask("GET", "/alive", headers={"Cookie": cookie}))[0] == 401
            assert await browser.join("not-the-code") == 403
            assert (await browser.ask("GET", "/alive"))[0] == 401
            assert not room.seats.by_name

    in_a_room(tmp_path, visit)


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(tmp_path: Path) -> None:
    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            given = (await browser.ask("POST", "/join", data={"code": room.code}))[2]["Set-Cookie"]
            assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(given.split("; "))
            assert "Secure" not in given
            assert (await browser.ask("GET", "/alive"))[0] == 204
            first = await browser.ask("POST", "/join", data={"code": room.code})
            assert first[2]["Set-Cookie"].partition(".")[0] == given.partition(".")[0]  # the same seat

    in_a_room(tmp_path, visit)


def test_guesses_end_before_they_are_looked_at(tmp_path: Path) -> None:
    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            for _ in range(GUESSES):
                assert await browser.join("a-wrong-code") == 403
            status, page, headers = await browser.ask("POST", "/join", data={"code": room.code})
            assert status == 429 and "Please wait" in page and int(headers["Retry-After"]) > 0

    in_a_room(tmp_path, visit)


def test_the_code_of_a_workshop_gives_a_seat_of_that_workshop(tmp_path: Path) -> None:
    def rooms(code: str, address: str) -> str:
        if code != "a-workshop" or not address:
            raise AccessRefused("Not a code", "Look again.")
        return "room-7"

    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            assert await browser.join("another") == 403
            alone = await browser.join()
            assert (alone, await browser.join("a-workshop")) == (303, 303)
            in_room = room.seats.seat_for("", "room-7")
            assert room.seats.seat_for(in_room, "room-7") == in_room
            assert room.seats.seat_for(in_room, "") != in_room

    in_a_room(tmp_path, visit, rooms=rooms)


def test_every_answer_keeps_to_itself_and_only_a_few_files_are_there(tmp_path: Path) -> None:
    async def visit(room: Room) -> None:
        async with room.browser() as browser:
            await browser.join()
            for path in ("/", "/join", "/nothing", "/static/seat.js", "/alive"):
                status, text, headers = await browser.ask("GET", path)
                policy = headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy, path
                assert headers["X-Content-Type-Options"] == "nosniff"
                assert "Python" not in headers["Server"]
                assert "no-store" in headers["Cache-Control"] or (status == 200 and "/static/" in path)
                if status == 200 and "/static/" not in path:
                    assert not re.findall(r"https?://", text), path
            for name in pages.loaded_files():
                assert (await browser.ask("GET", f"/static/{name}"))[0] == 200
            for path in ("/static/", "/static", "/static/seat.html", "/static/..%2fserver.py", "/download/x"):
                assert (await browser.ask("GET", path))[0] == 404, path
            assert (await browser.ask("POST", "/join", data={"code": "x" * 5_000}))[0] == 413
            assert (await browser.ask("PUT", "/join"))[0] == 405

    in_a_room(tmp_path, visit)


@pytest.mark.parametrize(
    ("asked", "size"), [("22", 22), ("", 16), ("4", 10), ("999", 40), ("-3", 16), ("9999", 16), ("²", 16)]
)
def test_letters_are_of_a_size_within_reason(asked: str, size: int) -> None:
    assert pages.letters(asked) == size
    assert f'data-font-size="{size}"' in pages.seat_page(size)


def test_a_terminal_is_of_a_size_within_reason() -> None:
    assert size_of("90", 30) == (90, 30)
    assert size_of("999999999999", -5) == (400, 8)
    assert size_of(None, {}) == (80, 24)


def test_a_tab_that_says_too_much_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    async def speak() -> None:
        pace = Pace(lambda: 0.0)
        for _ in range(AT_ONCE + 3):
            await pace.keep()

    monkeypatch.setattr("simulator.web.tab.asyncio.sleep", sleep)
    asyncio.run(speak())
    assert len(waited) == 3 and all(0 < each < 1 for each in waited)
