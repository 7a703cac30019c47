"""Chromium without a window, driven over its DevTools socket: a page a person, each with cookies of its
own."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from tests.browser.screen import Terminal

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-component-update",
    "--disable-quic",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--mute-audio",
    "--remote-debugging-port=0",
)
KEYS = {
    "Enter": (13, "\r"),
    "Tab": (9, ""),
    "Escape": (27, ""),
    "Backspace": (8, ""),
    "ArrowDown": (40, ""),
    "ArrowUp": (38, ""),
    "F7": (118, ""),
    "End": (35, ""),
}


@dataclass
class Page:
    """One tab of one person."""

    browser: Chromium
    session: str
    context: str
    requests: list[str] = field(default_factory=list)
    """Every address that was asked for."""
    received: bytearray = field(default_factory=bytearray)
    """Every byte that came by socket, or as a page."""
    terminal: Terminal = field(default_factory=Terminal)
    sockets: int = 0
    problems: list[str] = field(default_factory=list)

    async def call(self, method: str, **parameters: Any) -> Any:
        """Ask the tab."""
        return await self.browser.call(method, self.session, **parameters)

    async def open(self, address: str) -> None:
        """Go somewhere."""
        self.terminal = Terminal()
        await self.call("Page.navigate", url=address)

    async def reload(self) -> None:
        """As F5."""
        self.terminal = Terminal()
        await self.call("Page.reload")

    async def run(self, script: str) -> Any:
        """The value of a script."""
        answer = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return answer.get("result", {}).get("value")

    async def press(self, key: str) -> None:
        """A key by its name, or one character."""
        if key in KEYS:
            code, text = KEYS[key]
            told = {"key": key, "code": key, "windowsVirtualKeyCode": code, "text": text}
        else:
            code = ord(key.upper()) if key.isalnum() else 0
            told = {"key": key, "text": key, "windowsVirtualKeyCode": code, "unmodifiedText": key}
        await self.call("Input.dispatchKeyEvent", type="keyDown", **{k: v for k, v in told.items() if v})
        told.pop("text")
        await self.call("Input.dispatchKeyEvent", type="keyUp", **{k: v for k, v in told.items() if v})

    async def type(self, text: str) -> None:
        """Some characters, one after another."""
        for character in text:
            await self.press(character)

    async def until(self, true: Callable[[], bool], what: str, within: float = 20.0) -> None:
        """Wait for something. Raises SystemExit with what is on the screen."""
        try:
            async with asyncio.timeout(within):
                while not true():
                    await asyncio.sleep(0.03)
        except TimeoutError:
            shown = "\n".join(self.terminal.lines())
            raise SystemExit(f"not seen: {what}\n{shown}\n{self.problems}") from None

    async def sees(self, words: str, within: float = 20.0) -> None:
        """Wait for words in the terminal."""
        await self.until(lambda: words in self.terminal.text, words, within)

    async def told(self, words: str, within: float = 20.0) -> None:
        """Wait for words on the page itself."""
        shown = ""
        try:
            async with asyncio.timeout(within):
                while words not in (shown := str(await self.run("document.body?.innerText"))):
                    await asyncio.sleep(0.05)
        except TimeoutError:
            raise SystemExit(f"not told: {words}\n{shown}\n{self.terminal.text}") from None

    async def holds(self, script: str, within: float = 20.0) -> None:
        """Wait for a script to be true."""
        async with asyncio.timeout(within):
            while not await self.run(script):
                await asyncio.sleep(0.05)

    async def picture(self, file: Path) -> None:
        """As PNG."""
        await self.call("Page.bringToFront")
        shot = await self.call("Page.captureScreenshot", format="png")
        file.write_bytes(base64.b64decode(shot["data"]))

    def asked_size(self) -> tuple[int, int]:
        """Of the terminal that was opened last."""
        address = next(each for each in reversed(self.requests) if each.startswith("ws"))
        found = re.search(r"width=(\d+)&height=(\d+)", address)
        assert found
        return int(found[1]), int(found[2])

    def heard(self, method: str, told: dict[str, Any]) -> None:
        """Something the tab says by itself."""
        if method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.requests.append(told["url"])
            self.sockets += 1
        elif method == "Network.webSocketFrameReceived":
            frame = told["response"]
            data = (
                base64.b64decode(frame["payloadData"])
                if frame["opcode"] == 2
                else frame["payloadData"].encode()
            )
            self.received += data
            if frame["opcode"] == 2:
                self.terminal.feed(data)
        elif method in ("Runtime.exceptionThrown", "Log.entryAdded"):
            self.problems.append(json.dumps(told)[:300])


@dataclass
class Chromium:
    """A browser."""

    socket: aiohttp.ClientWebSocketResponse
    waiting: dict[int, asyncio.Future[Any]] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    numbers: Any = field(default_factory=lambda: itertools.count(1))

    async def call(self, method: str, session: str = "", **parameters: Any) -> Any:
        """Ask the browser, or one of its tabs."""
        number = next(self.numbers)
        told = {"id": number, "method": method, "params": parameters}
        future = self.waiting[number] = asyncio.get_running_loop().create_future()
        await self.socket.send_json({**told, "sessionId": session} if session else told)
        return await asyncio.wait_for(future, 30)

    async def hear(self) -> None:
        """Hand out what it says."""
        async for message in self.socket:
            told = json.loads(message.data)
            if "id" in told:
                future = self.waiting.pop(told["id"])
                if future.done():
                    continue
                if "error" in told:
                    future.set_exception(RuntimeError(str(told["error"])))
                else:
                    future.set_result(told["result"])
            elif page := self.pages.get(told.get("sessionId", "")):
                page.heard(told["method"], told["params"])

    async def page(self, width: int = 1024, height: int = 768, context: str = "") -> Page:
        """A new tab: of a new person, or of the one whose context is given."""
        if not context:
            context = (await self.call("Target.createBrowserContext"))["browserContextId"]
        target = await self.call("Target.createTarget", url="about:blank", browserContextId=context)
        attached = await self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        page = self.pages[attached["sessionId"]] = Page(self, attached["sessionId"], context)
        for part in ("Network", "Page", "Runtime", "Log"):
            await page.call(f"{part}.enable")
        await page.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        return page


@asynccontextmanager
async def chromium() -> AsyncIterator[Chromium]:
    """Start one, and end it afterwards."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        raise SystemExit("Chromium is not installed here.")
    folder = Path(tempfile.mkdtemp(prefix="chromium-"))
    process = await asyncio.create_subprocess_exec(
        program,
        *FLAGS,
        f"--user-data-dir={folder}",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with aiohttp.ClientSession() as client:
            socket = await client.ws_connect(await _address(folder), max_msg_size=0, compress=0)
            browser = Chromium(socket)
            hearing = asyncio.create_task(browser.hear())
            yield browser
            hearing.cancel()
            await socket.close()
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()
        shutil.rmtree(folder, ignore_errors=True)


async def _address(folder: Path) -> str:
    file = folder / "DevToolsActivePort"
    async with asyncio.timeout(60):
        while not (file.exists() and len(file.read_text().split("\n")) > 1):
            await asyncio.sleep(0.1)
    port, path = file.read_text().split("\n")[:2]
    return f"ws://127.0.0.1:{port}{path}"


async def join(page: Page, address: str, code: str) -> None:
    """Through the door, with the keyboard alone: the field has the focus."""
    await page.open(address)
    await page.told("Join code")
    await page.holds("document.activeElement.id === 'code'")
    await page.type(code)
    await page.holds(f"document.activeElement.value === '{code}'")
    await page.press("Enter")
