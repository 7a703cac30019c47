"""A seat in Chromium is in one tab: a second one is asked, the first says where it went and can have it back.

Then the server is killed and opened again: the page comes back by itself. Last, somebody leaves.
"""

from __future__ import annotations

import asyncio
import sys

from tests.browser.chromium import chromium, join
from tests.browser.play import come_back, into_the_room, keep, still, the_question
from tests.browser.serving import processes, served, wait_until

SEEN: dict[str, bool] = {}


async def main() -> int:
    """Two tabs of one person."""
    with served() as server:
        async with chromium() as browser:
            first = await browser.page()
            await join(first, server.address, server.code)
            await into_the_room(first)
            await the_question(first)
            before = first.terminal.text
            second = await browser.page(context=first.context)
            await second.open(server.address)
            await second.told("Your seat is open in another tab")
            await keep(second, "taken")
            SEEN["a second tab is asked, and shows nothing"] = not second.terminal.text
            await second.press("Enter")
            await second.until(lambda: second.terminal.text == before, "the room in the second tab")
            await first.told("Your seat is now in another tab")
            await keep(first, "elsewhere")
            SEEN["taken over where it was, the first tab says so"] = True
            await first.press("Enter")
            await first.until(lambda: first.terminal.text != "", "the room in the first tab")
            await second.told("Your seat is now in another tab")
            SEEN["and can have it back"] = True
            await still(first)

            server.process.kill()
            server.process.wait()
            await first.told("The connection is lost")
            await keep(first, "lost")
            gone = wait_until(lambda: not processes(server.home))
            SEEN["nothing is left of a killed server"] = gone
            port = server.address.rpartition(":")[2]
            with served("--port", port, home=server.home) as again:
                SEEN["the code is the same afterwards"] = again.code == server.code
                first.terminal.cells.clear()
                await first.until(lambda: len(first.terminal.text) > 200, "the room by itself", 30)
                await the_question(first)
                SEEN["the page is back where it was"] = await come_back(first, before, "the room as it was")
                await first.call(
                    "Input.dispatchKeyEvent",
                    type="keyDown",
                    key="q",
                    code="KeyQ",
                    modifiers=2,
                    windowsVirtualKeyCode=81,
                )
                await first.sees("Leave")
                await still(first)
                await first.press("Enter")
                await first.told("You have left")
                await keep(first, "left")
                SEEN["who leaves is told that the place is kept"] = "Your place is kept" in await first.run(
                    "document.body.innerText"
                )
    for what, well in SEEN.items():
        print(f"{'yes' if well else 'NO '}  {what}")
    return 0 if all(SEEN.values()) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
