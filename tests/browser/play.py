"""One person in Chromium: the door, a decision, a reload, a lost process, carrying on; nothing asked for
outside.

Prints what was seen. Fails (exit code 1) where the place is not the same after a reload, where a key
pressed without a click does not arrive, or where anything is asked for elsewhere; the control asks for
something.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.chromium import Page, chromium, join
from tests.browser.serving import processes, served

CASE = "Practise without signing in"
PICTURES = Path(os.environ.get("PICTURES", ""))


def outside(page: Page, address: str) -> list[str]:
    """What was asked for from anywhere but the server; what a page holds itself is asked of nobody."""
    here = urlsplit(address).netloc
    return [each for each in page.requests if urlsplit(each).netloc != here and not each.startswith("data:")]


async def keep(page: Page, name: str) -> None:
    """A picture, where somebody wants to look."""
    if os.environ.get("PICTURES"):
        await page.picture(PICTURES / f"{name}.png")


async def step(page: Page, key: str) -> None:
    """Press a key and wait until the screen is another, and still."""
    before = page.terminal.text
    await page.press(key)
    await page.until(lambda: page.terminal.text != before, f"an answer to {key}")
    await still(page)


async def still(page: Page, quiet: float = 0.4) -> None:
    """Wait until nothing is drawn for some seconds."""
    size = -1
    while size != len(page.received):
        size = len(page.received)
        await asyncio.sleep(quiet)


async def into_the_room(page: Page, case: str = "6", seat: str = "1") -> None:
    """By keys alone: practise, a case, the whole of it, a seat, in."""
    await page.sees("Practise without signing in")
    await step(page, "3")
    await page.sees("Which case?")
    await still(page)
    await keep(page, "cases")
    await step(page, case)
    if "Which case?" in page.terminal.text:
        await step(page, "Enter")
    for _ in range(5):
        if "P Pause" in page.terminal.text:
            return
        await step(page, seat if "Which seat" in page.terminal.text else "Enter")
    raise SystemExit("no way into the room:\n" + "\n".join(page.terminal.lines()))


async def the_question(page: Page) -> None:
    """Whatever is being said is shown at once; then the question stands there."""
    await still(page)
    if "Show it all" in page.terminal.text:
        await step(page, "Enter")


async def come_back(page: Page, before: str, how: str) -> bool:
    """Whether the same is on the screen again."""
    try:
        await page.until(lambda: page.terminal.text == before, how, 15)
    except SystemExit as seen:
        print(seen)
        return False
    return True


async def a_reload(page: Page) -> bool:
    """As F5."""
    await the_question(page)
    before = page.terminal.text
    await keep(page, "question")
    await page.reload()
    return await come_back(page, before, "reload")


async def a_decision(page: Page) -> bool:
    """Something is chosen, and what comes of it is there after a reload."""
    before = page.terminal.text
    for _ in range(6):
        await step(page, "1" if "> 1" in " ".join(page.terminal.text.split()) else "Enter")
        if "Step 2" in page.terminal.text:
            break
    await the_question(page)
    await keep(page, "decided")
    return page.terminal.text != before and await a_reload(page)


async def a_lost_process(page: Page, home: Path) -> bool:
    """The seat's process is killed: the page comes back by itself, to the same place."""
    before = page.terminal.text
    for number in await seats_of(home):
        os.kill(number, signal.SIGKILL)
    page.terminal.cells.clear()
    await page.told("Your seat stopped")
    await keep(page, "stopped")
    await page.until(lambda: len(page.terminal.text) > 200, "the room again")
    await the_question(page)
    return page.terminal.text == before


async def seats_of(home: Path) -> list[int]:
    """The processes of seats: the youngest, all but the server and what is copied."""
    return sorted(processes(home))[2:]


async def small(page: Page, address: str) -> bool:
    """80 columns by 24 rows, and more, in a window of 1024 by 768 with larger letters."""
    await page.open(f"{address}/?fontsize=20")
    await page.until(lambda: len(page.terminal.text) > 200, "larger letters")
    await still(page)
    await keep(page, "larger")
    width, height = page.asked_size()
    print(f"  {width} by {height} at 20 pixels")
    return width >= 80 and height >= 24


async def main() -> int:
    """Play."""
    seen: dict[str, bool] = {}
    with served("--seats", "3") as server:
        async with chromium() as browser:
            page = await browser.page()
            await join(page, server.address, server.code)
            await into_the_room(page)
            seen["the same after a reload"] = await a_reload(page)
            seen["a decision, and the same after a reload"] = await a_decision(page)
            seen["the same after its process was lost"] = await a_lost_process(page, server.home)
            seen["80 by 24 with larger letters"] = await small(page, server.address)
            seen["nothing asked for outside"] = not outside(page, server.address)
            await page.run("new Image().src = 'http://192.0.2.1/control'")
            await asyncio.sleep(0.5)
            seen["control: asking outside is noticed"] = bool(outside(page, server.address))
            problems = [each for each in page.problems if "192.0.2.1" not in each and "WebGL" not in each]
            seen["no error on the page"] = not problems
            print("\n".join(problems))
    for what, well in seen.items():
        print(f"{'yes' if well else 'NO '}  {what}")
    return 0 if all(seen.values()) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
