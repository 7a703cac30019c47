"""Two browsers play one case of a workshop in two roles: neither is sent a fact that only the other
knows.

python -m tests.browser roles [CASE] [ROUNDS]

Every fact of the case gets a word of its own, in its text and in its headline. A workshop with one table
is opened, both join by its code, the trainer begins, and both play by keys alone. Then every byte that
came to each browser is searched for the words of facts that its seat does not know by then, as the record
has it. Control: each seat's own words are found in its bytes; and one seat's bytes are searched as if
they had come to the other.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from random import Random
from typing import NamedTuple

from scoring.terms import Level
from simulator.places import shipped_cases
from simulator.records import open_store, rooms
from simulator.settings import load
from simulator.workshop.leading import Console
from simulator.workshop.seeing import view_of
from tests.browser.chromium import Page, chromium, join
from tests.browser.play import keep, outside, seats_of, still, the_question
from tests.browser.serving import Served, served

CASE, ROUNDS = "reluctant-gp", 120


class Words(NamedTuple):
    """What stands for a fact."""

    text: str
    headline: str


def with_canaries(text: str) -> tuple[str, dict[str, Words]]:
    """The case with a word in every fact; fact -> its words."""
    before, _, rest = text.partition("\nfacts:\n")
    facts, _, after = rest.partition("\nscenes:\n")
    found: dict[str, Words] = {}
    lines, fact = [], ""
    for line in facts.split("\n"):
        if named := re.fullmatch(r"  (\w+):(.*)", line):
            fact = named[1]
            letters = fact.replace("_", "")
            found[fact] = Words(f"zqt{letters}", f"zqh{letters}")
        said = re.fullmatch(r"(    (text|headline): )(>?)(.*)", line)
        if said and fact:
            word = found[fact].text if said[2] == "text" else found[fact].headline
            line = f"{said[1]}>\n      {word}" + (f"\n      {said[4]}" if said[4] else "")
        lines.append(line)
    return "\n".join([before, "facts:", *lines, "scenes:", after]), found


def command(server: Served, *words: str) -> dict[str, str]:
    """A command on the server's record, and its JSON."""
    variables = {**os.environ, "SIMULATOR_HOME": str(server.home)}
    run = [sys.executable, "-m", "simulator", *words, "--json"]
    done = subprocess.run(run, env=variables, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    found: dict[str, str] = json.loads(done.stdout)
    return found


async def take_a_seat(page: Page, name: str, seat: str) -> None:
    """From the name to where the others are waited for; the questions beforehand are left out."""
    done: set[str] = set()
    for _ in range(60):
        await still(page)
        text = page.terminal.text
        if "Your name" in text and "name" not in done:
            done.add("name")
            await page.type(name)
            await page.press("Enter")
        elif "Shall it be recorded" in text:
            await page.press("2")
        elif "Choose your seat" in text and "seat" not in done:
            done.add("seat")
            await keep(page, f"seats-{name}")
            await page.type(seat)
            await still(page)
            if "Choose your seat" in page.terminal.text:
                await page.press("Enter")
        elif "Leave these out" in text:
            await page.press("Tab")
            await page.press("Enter")
        elif "I am ready" in text:
            await page.press("Enter")
        elif "seat" in done:
            await keep(page, f"waiting-{name}")
            return
    raise SystemExit("no way to the table:\n" + "\n".join(page.terminal.lines()))


async def play(pages: list[Page], rounds: int) -> int:
    """Keys by chance at whichever seat is asked; how many."""
    chance, done = Random(1), 0
    for number in range(rounds):
        for at, page in enumerate(pages):
            await still(page, 0.25)
            key = key_for(page.terminal.text, chance)
            if key:
                await page.press(key)
                done += 1
            if number in (4, 20, 40):
                await keep(page, f"table-{number}-{at}")
    return done


def key_for(text: str, chance: Random) -> str:
    """What somebody might press here; nothing while others are waited for."""
    if "At your table" in text or "Say it" in text:
        return "Escape"
    if "Show it all" in text or "P Pause" not in text:
        return "Enter"
    if "Your turn" not in text:
        return ""
    return chance.choice(("Enter", "Enter", "Enter", "Tab", "Tab", "ArrowDown", "k"))


async def lose_processes(pages: list[Page], server: Served) -> bool:
    """Both seats' processes are killed; whether both browsers come back to where they were by themselves."""
    for page in pages:
        if "At your table" in page.terminal.text:
            await page.press("Escape")
        await still(page)
    before = [place(page) for page in pages]
    for page in pages:
        page.terminal.cells.clear()
    for number in await seats_of(server.home):
        os.kill(number, signal.SIGKILL)
    for page in pages:
        await page.until(lambda page=page: "P Pause" in page.terminal.text, "the room again")  # type: ignore[misc]
        await the_question(page)
    after = [place(page) for page in pages]
    if after != before:
        print(f"before: {before}\nafter:  {after}")
    return after == before


def place(page: Page) -> tuple[str, str]:
    """Case, seat, time and step; and who is waited for."""
    shown = [line for line in page.terminal.lines() if line.strip()]
    waiting = next((line for line in shown if line.startswith((" Waiting", " Your turn"))), "")
    return shown[0].strip(), waiting.partition("   ")[0].strip()


def unknown_words(server: Served, room: str, words: dict[str, Words], role: str) -> tuple[set[str], set[str]]:
    """What a seat may not have been sent, and what it may."""
    store = open_store(load({"home": server.home}))
    table = rooms.tables_of(store, room)[0]
    assert table.attempt
    view = view_of(store.attempt(table.attempt), role)
    levels = {each.fact: each.level for each in view.facts}
    may = {words[fact].headline for fact in levels}
    may |= {words[fact].text for fact, level in levels.items() if level is Level.FULL}
    return {word for each in words.values() for word in each} - may, may


def found_in(data: bytes, words: set[str]) -> set[str]:
    """Those of the words that stand somewhere in the bytes."""
    return {word for word in words if word.encode() in data}


async def main() -> int:
    """Play, then search."""
    case = sys.argv[1] if len(sys.argv) > 1 else CASE
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    text, words = with_canaries((shipped_cases() / f"{case}.yaml").read_text("utf-8"))
    with served() as server:
        file = server.home / f"{case}.yaml"
        file.write_text(text, "utf-8")
        opened = command(server, "workshop", "open", str(file), "--tables", "1")
        async with chromium() as browser:
            pages = [await browser.page(), await browser.page()]
            for page, name, seat in zip(pages, ("Jo", "Sam"), "12", strict=True):
                await join(page, server.address, opened["code"])
                await take_a_seat(page, name, seat)
            Console(open_store(load({"home": server.home})), opened["workshop"]).begin_all()
            done = await play(pages, rounds)
            same = await lose_processes(pages, server)
            asked = [each for page in pages for each in outside(page, server.address)]
            found = judge(server, opened["workshop"], words, pages, done, asked)
            print(f"back in the same place after both processes were lost: {same}")
            return found if same else 1


def judge(
    server: Served, room: str, words: dict[str, Words], pages: list[Page], done: int, asked: list[str]
) -> int:
    """Say what was found; 0 where nothing was that must not be, and the controls were."""
    store = open_store(load({"home": server.home}))
    table = rooms.tables_of(store, room)[0]
    assert table.attempt
    attempt = store.attempt(table.attempt)
    roles = attempt.game.case.playable[:2]
    leaked, own, crossed = set[str](), set[str](), set[str]()
    for page, other, role in zip(pages, pages[::-1], roles, strict=True):
        may_not, may = unknown_words(server, room, words, role)
        leaked |= found_in(bytes(page.received), may_not)
        own |= found_in(bytes(page.received), may)
        crossed |= found_in(bytes(other.received), may_not)
        print(f"{role}: {len(page.received)} bytes, {len(may_not)} words it may not have been sent")
    print(f"{len(attempt.moves)} moves in the journal, {done} keys, {len(words)} facts")
    print(f"control: {len(own)} own words found; {len(crossed)} found in the other's bytes")
    print(f"asked for outside: {asked}; private facts sent: {sorted(leaked)}")
    well = not leaked and not asked and own and crossed and len(attempt.moves) > 3
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
