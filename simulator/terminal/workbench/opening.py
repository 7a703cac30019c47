"""The app opened for one preview, and left with it."""

from __future__ import annotations

import sys

from simulator.author.preview.attempt import Preview
from simulator.settings import Settings
from simulator.terminal.app import SimulatorApp
from simulator.terminal.options import Options
from simulator.terminal.workbench.room import PreviewRoom
from simulator.text import clean


class PreviewApp(SimulatorApp):
    """The app with nothing in it but a preview: no record is opened, nobody signs in."""

    CSS_PATH = "../app.tcss"

    def __init__(self, options: Options, preview: Preview) -> None:
        super().__init__(options)
        self.preview = preview

    async def way(self) -> None:
        """Straight into the room, and out again."""
        self.painted.set()
        await self.push_screen_wait(PreviewRoom(self.preview, self.preview.board))
        self.exit(0)


def open_preview(settings: Settings, preview: Preview) -> int:
    """Preview until the author leaves."""
    from simulator import log
    from simulator.terminal.ending import watch_signals

    log.start(settings.logs)
    app = PreviewApp(Options(settings=settings), preview)
    with watch_signals(app):
        code = app.run()
    for line in app.last_words:
        print(clean(line), file=sys.stderr)
    return app.return_code or code or 0
