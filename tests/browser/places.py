"""A seat in a workshop whose tab was closed: how soon the others know, and who may sit down there.

Two people join a workshop in Chromium. One reloads, and nobody may notice. One closes the tab: the other's
screen must say so within seconds. The same person comes from another browser and has the seat again; then
somebody else takes it over after a question that says whose it was. Control: while somebody is at it, the
seat is not given up, whoever asks.
"""

from __future__ import annotations

import asyncio
import sys
import time

from simulator.records import open_store, rooms_people
from simulator.settings import load
from simulator.workshop import joining
from simulator.workshop.leading import Console
from tests.browser.chromium import Chromium, Page, chromium, join
from tests.browser.play import keep, step, still
from tests.browser.roles import CASE, command
from tests.browser.serving import Served, served

AT_MOST = 10.0
"""Seconds until others know that a tab was closed."""
SEEN: dict[str, bool] = {}


async def at_the_door(browser: Chromium, server: Served, code: str, name: str) -> Page:
    """Through the door, by name, on the record, from the first agency of the list."""
    page = await browser.page()
    await join(page, server.address, code)
    await page.sees("Who are you?")
    await page.type(name)
    await step(page, "Enter")
    await step(page, "1")
    await page.sees("Where do you work")
    await still(page)
    await step(page, "1")
    if "Your words" in page.terminal.text:
        await step(page, "Enter")
    return page


async def sits(page: Page, seat: str) -> None:
    """In a seat, with nothing asked before."""
    for _ in range(12):
        text = page.terminal.text
        if "Your table has not begun" in text or "P Pause" in text:
            return
        if "Choose your seat" in text:
            await step(page, seat)
        elif "Leave these out" in text:
            await page.press("Tab")
            await step(page, "Enter")
        else:
            await step(page, "Enter")
    raise SystemExit("no seat:\n" + "\n".join(page.terminal.lines()))


async def main() -> int:
    """Two people, four browsers."""
    with served() as server:
        opened = command(server, "workshop", "open", CASE, "--tables", "1")
        room, code = opened["workshop"], opened["code"]
        store = open_store(load({"home": server.home}))
        async with chromium() as browser:
            amira = await at_the_door(browser, server, code, "Amira Shah")
            await sits(amira, "1")
            ben = await at_the_door(browser, server, code, "Ben Okoro")
            await step(ben, "1")
            SEEN["control: a seat in use is not given up"] = "that is in use" in ben.terminal.text
            await step(ben, "Enter")
            await sits(ben, "2")
            Console(store, room).begin_all()
            await ben.sees("Enter the case")
            await sits(ben, "2")
            await amira.reload()
            await amira.until(lambda: "Enter the case" in amira.terminal.text, "the brief again")
            await asyncio.sleep(4)
            SEEN["who reloads is not called away"] = "2 of 2 here" in ben.terminal.text

            closed = time.monotonic()
            await amira.call("Page.close")
            await ben.sees("1 of 2 here")
            took = time.monotonic() - closed
            SEEN[f"the others know after {took:.1f} s that a tab was closed"] = took < AT_MOST
            await keep(ben, "one-away")
            phone = await at_the_door(browser, server, code, "amira shah")
            SEEN["the same person is asked whether it is them"] = "has a place here" in phone.terminal.text
            await keep(phone, "is-it-you")
            await step(phone, "1")
            await sits(phone, "1")
            await ben.sees("2 of 2 here")
            people = [one.name for one in rooms_people.people_at(store, attempt_of(store, room))]
            SEEN["and is one person in the record"] = sorted(people) == ["Amira Shah", "Ben Okoro"]

            await phone.call("Page.close")
            await ben.sees("1 of 2 here")
            cleo = await at_the_door(browser, server, code, "Cleo Ray")
            await step(cleo, "1")
            SEEN["somebody else is told whose seat it was"] = "Amira Shah sat there" in cleo.terminal.text
            await keep(cleo, "whose-seat")
            await sits(cleo, "1")
            SEEN["and sits down there"] = "P Pause" in cleo.terminal.text
    for what, well in SEEN.items():
        print(f"{'yes' if well else 'NO '}  {what}")
    return 0 if all(SEEN.values()) else 1


def attempt_of(store: object, room: str) -> str:
    """The id of the one table's attempt."""
    found = joining.attempt_of(store, room, 1)  # type: ignore[arg-type]
    assert found is not None
    return found.id


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
