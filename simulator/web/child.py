"""A seat's process: the app as a trainee meets it in a browser, with a terminal made of packets.

What it is told comes in `SIMULATOR_SEAT`, one JSON object: the seat's folder, and the workshop's seat
where there is one. Its standard output is the packets' alone.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from simulator.settings import Settings
    from simulator.terminal.options import Options

TOLD: Final = "SIMULATOR_SEAT"


def main() -> int:
    """Run the app until it is left; then say to the page what the app has to say last."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        sys.stdout = sys.stderr = nowhere
        return _run()


def _run() -> int:
    from simulator import log
    from simulator.errors import SimulatorError
    from simulator.settings import load
    from simulator.web.fence import close_off, raise_fence

    sys.dont_write_bytecode = True
    told = json.loads(os.environ.pop(TOLD))
    _no_core()
    close_off()
    try:
        settings = load()
        log.start(settings.logs)
        raise_fence(settings.home, settings.database_file)
        return _app(_options(told, settings))
    except SimulatorError as problem:
        _leave((str(problem),), well=False)
        return 1
    except BaseException as error:
        log.crash(error)
        raise


def _options(told: dict[str, str], settings: Settings) -> Options:
    from simulator.terminal.options import Options
    from simulator.terminal.served import SeatNotes

    notes = SeatNotes(Path(told["folder"]))
    kept = notes.read()
    less = kept.less_movement or settings.less_movement
    own = settings._replace(look=kept.look or settings.look, less_movement=less)
    return Options(settings=own, attempt=kept.open, join=kept.room, served=notes)


def _app(options: Options) -> int:
    from simulator.terminal.app import SimulatorApp
    from simulator.web.driver import SeatDriver

    app = SimulatorApp(options)
    app.driver_class = SeatDriver
    code = app.run()
    if app.return_code and options.served is not None:
        options.served.change(open="")  # what cannot be opened must not be opened again
    _leave(app.last_words, well=not app.return_code)
    return app.return_code or code or 0


def _leave(last_words: tuple[str, ...], *, well: bool) -> None:
    from simulator.text import clean
    from simulator.web.wire import meta

    said = " ".join(clean(line) for line in last_words)
    packet = meta({"type": "left" if well else "stopped", "said": said})
    with suppress(OSError):
        while packet:
            packet = packet[os.write(1, packet) :]


def _no_core() -> None:
    """A picture of this process's memory would hold what was typed."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
