"""Starting the processes of seats: copies of one that has everything loaded, or, where the operating
system has no such copies (Windows), processes of their own."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from simulator.errors import SimulatorError
from simulator.words import say
from simulator.words import web as words

READY_WITHIN: Final = 60.0
"""Seconds for the process that is copied to load everything; half a second on a quiet machine."""
BEGUN_WITHIN: Final = 15.0
GONE_WITHIN: Final = 5.0
FOR_COPYING: Final = "simulator.web.warm"
ALONE: Final = "simulator.web.child"


@dataclass
class Child:
    """A seat's process."""

    number: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    kill: Callable[[], None]
    """At once and whatever it is doing."""
    gone: asyncio.Event = field(default_factory=asyncio.Event)


class Starter(Protocol):
    """Where seats' processes come from."""

    async def start(self, environment: Mapping[str, str]) -> Child:
        """A new one. Raises SimulatorError."""
        ...

    async def close(self) -> None:
        """No more of them; those that are left are ended."""
        ...


def clean_environment() -> dict[str, str]:
    """This process's variables without those that make Textual write what is typed to a file or a console."""
    return {name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")}


def not_started() -> SimulatorError:
    """What is said where a seat's process did not begin."""
    return SimulatorError(say(words.NOT_STARTED), say(words.NOT_STARTED_MESSAGE), say(words.TRY_AGAIN))


@dataclass
class OneByOne:
    """Each process loads everything itself. It ends when its standard input does."""

    command: tuple[str, ...] = (sys.executable, "-m", ALONE)
    running: set[Child] = field(default_factory=set)
    watching: set[asyncio.Task[None]] = field(default_factory=set)

    async def start(self, environment: Mapping[str, str]) -> Child:
        """A new process."""
        pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        try:
            process = await asyncio.create_subprocess_exec(
                *self.command,
                stdin=pipe,
                stdout=pipe,
                stderr=nowhere,
                env={**clean_environment(), **environment},
                start_new_session=True,
            )
        except OSError as error:
            raise not_started() from error
        assert process.stdout is not None and process.stdin is not None

        def kill() -> None:
            if process.returncode is None:
                process.kill()

        child = Child(process.pid, process.stdout, process.stdin, kill)
        task = asyncio.create_task(self._watch(process, child))
        self.watching.add(task)
        task.add_done_callback(self.watching.discard)
        return child

    async def _watch(self, process: asyncio.subprocess.Process, child: Child) -> None:
        await process.wait()
        child.gone.set()

    async def close(self) -> None:
        """Wait a moment for what was told to end."""
        if self.watching:
            await asyncio.wait(self.watching, timeout=GONE_WITHIN)


@dataclass
class Copies:
    """Asks `simulator.web.warm` for copies of itself, and hands each one end of a socket pair to live on."""

    module: str = FOR_COPYING
    process: asyncio.subprocess.Process | None = None
    control: socket.socket | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    hearing: asyncio.Task[None] | None = None
    begun: dict[str, asyncio.Future[int]] = field(default_factory=dict)
    children: dict[int, Child] = field(default_factory=dict)
    opening: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def open(self) -> None:
        """Start the process that is copied, unless it runs. Raises SimulatorError where it cannot be."""
        async with self.opening:
            if self.hearing is None or self.hearing.done():
                await self._begin()
        try:
            await asyncio.wait_for(self.ready.wait(), READY_WITHIN)
        except TimeoutError:
            raise not_started() from None
        if self.hearing is None or self.hearing.done():  # it has ended
            raise not_started()

    async def _begin(self) -> None:
        self.ready = asyncio.Event()
        self.control, theirs = socket.socketpair()
        try:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", self.module, str(theirs.fileno())),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                env=clean_environment(),
                start_new_session=True,
            )
        except OSError as error:
            raise not_started() from error
        finally:
            theirs.close()
        reader, writer = await asyncio.open_connection(sock=self.control)
        self.hearing = asyncio.create_task(self._hear(reader, writer))

    async def _hear(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """What the process that is copied says: ready, begun, gone."""
        ready = self.ready
        try:
            while line := await reader.readline():
                told = json.loads(line)
                if "ready" in told:
                    ready.set()
                elif "begun" in told:
                    waiting = self.begun.pop(told["begun"], None)
                    if waiting and not waiting.done():
                        waiting.set_result(told["number"])
                elif "gone" in told:
                    child = self.children.pop(told["gone"], None)
                    if child:
                        child.gone.set()
        except (ConnectionError, ValueError):
            pass
        finally:
            ready.set()
            writer.close()
            for waiting in self.begun.values():
                waiting.cancel()
            for child in self.children.values():
                child.writer.close()  # which ends it: nobody can be asked any more to end it by number
                child.gone.set()
            self.begun, self.children = {}, {}

    def _send(self, told: Mapping[str, object], handed: tuple[int, ...] = ()) -> None:
        assert self.control is not None
        socket.send_fds(self.control, [json.dumps(told).encode() + b"\n"], handed)

    async def start(self, environment: Mapping[str, str]) -> Child:
        """A copy that runs with these variables."""
        await self.open()
        ours, theirs = socket.socketpair()
        token = secrets.token_hex(8)
        begun = self.begun[token] = asyncio.get_running_loop().create_future()
        try:
            self._send({"begin": token, "environment": dict(environment)}, (theirs.fileno(),))
            number = await asyncio.wait_for(begun, BEGUN_WITHIN)
        except (OSError, TimeoutError, asyncio.CancelledError) as error:
            ours.close()
            raise not_started() from error
        finally:
            theirs.close()
            self.begun.pop(token, None)
        reader, writer = await asyncio.open_connection(sock=ours)
        child = Child(number, reader, writer, lambda: self._kill(number))
        self.children[number] = child
        return child

    def _kill(self, number: int) -> None:
        """Only its parent knows whether a number is still the process that was meant."""
        if number in self.children:
            try:
                self._send({"kill": number})
            except OSError:
                return

    async def close(self) -> None:
        """The process that is copied ends its copies when it is left alone."""
        process, self.process = self.process, None
        if process is None:
            return
        if self.control is not None:
            with contextlib.suppress(OSError):
                self.control.shutdown(socket.SHUT_WR)
        try:
            await asyncio.wait_for(process.wait(), GONE_WITHIN)
        except TimeoutError:
            process.kill()
            await process.wait()
        if self.hearing is not None:
            await asyncio.wait([self.hearing])


def starter() -> Starter:
    """What this operating system can do, unless `SIMULATOR_SEATS_START` is "one by one"."""
    copies = hasattr(os, "fork") and hasattr(socket, "send_fds")
    one_by_one = os.environ.get("SIMULATOR_SEATS_START") == "one by one"
    return Copies() if copies and not one_by_one else OneByOne()
