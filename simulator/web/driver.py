"""The terminal of a seat in a browser: Textual's web driver, which can also be come back to, says that it is
alive, hands over no files, and ends the app when nobody is left at the other end."""

from __future__ import annotations

import asyncio
import os
import threading
from contextlib import suppress
from typing import Any, Final

from textual import events
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size

END_WITHIN: Final = 3.0
"""Seconds in which the app has to end once nobody is left; after that the process does."""


class SeatDriver(WebDriver):
    """Driven by `simulator.web.seat`."""

    app_loop: asyncio.AbstractEventLoop | None = None

    def start_application_mode(self) -> None:
        """Remember the loop in which the app lives: packets are read in a thread."""
        self.app_loop = asyncio.get_running_loop()
        super().start_application_mode()

    def write(self, data: str) -> None:
        """Draw; where nobody is left to see it, that is no fault of the app's."""
        with suppress(OSError):
            super().write(data)

    def write_meta(self, data: dict[str, object]) -> None:
        """Say something about the terminal, to the same."""
        with suppress(OSError):
            super().write_meta(data)

    def run_input_thread(self) -> None:
        """Read until the other end is closed; that ends the app as closing a terminal does."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._end()

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """What the server asks; files are never handed over."""
        if packet_type == "attach":
            self._in_app(self._draw_again, payload)
            self._in_app(self._nobody_sees, False)
        elif packet_type == "unseen":
            self._in_app(self._nobody_sees, True)
        elif packet_type == "alive":
            self._in_app(self.write_meta, {"type": "alive"})
        elif packet_type == "quit":
            self._end()
        elif packet_type in ("resize", "focus", "blur"):
            super().on_meta(packet_type, payload)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Nothing outside is opened."""

    def deliver_binary(self, *args: Any, **kwargs: Any) -> None:
        """No files leave by a trainee's tab."""

    def _in_app(self, what: Any, *args: Any) -> None:
        if self.app_loop is not None and self.app_loop.is_running():
            self.app_loop.call_soon_threadsafe(what, *args)

    def _draw_again(self, payload: dict[str, object]) -> None:
        """A browser has come back: its terminal is new and empty, and may have another size."""
        width, height = payload.get("width"), payload.get("height")
        if isinstance(width, int) and isinstance(height, int):
            self._size = (width, height)
        size = Size(*(self._size or (80, 24)))
        self.write("\x1b[?1049h\x1b[?25l")
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self._app.post_message(events.Resize(size, size))
        self._app.call_later(self._app.refresh, layout=True)

    def _nobody_sees(self, unseen: bool) -> None:
        """The browser's tab was closed, or is open again: the others at the table are told."""
        if told := getattr(self._app, "nobody_sees", None):
            told(unseen)

    def _end(self) -> None:
        timer = threading.Timer(END_WITHIN, os._exit, (0,))
        timer.daemon = True
        timer.start()
        close = getattr(self._app, "save_and_close", self._app.exit)
        self._in_app(close)
