"""The app: how it looks, what lies over any screen, how it ends. Where somebody goes is in `journey`."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import BindingType

from simulator import log
from simulator.errors import SimulatorError
from simulator.terminal.actions import Where
from simulator.terminal.looks import THEMES
from simulator.terminal.options import Options
from simulator.text import clean
from simulator.words import app as words
from simulator.words import say

if TYPE_CHECKING:
    from textual.screen import Screen

    from simulator.terminal.desk.model import Desk, Learner
    from simulator.terminal.live.here import Here
    from simulator.terminal.screens.room import RoomScreen
    from simulator.terminal.screens.step import Answer


class SimulatorApp(App[int]):
    """The app a trainee meets."""

    TITLE = "Working Together Simulator"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = False  # ours is a plain list, made from the list of actions

    def __init__(self, options: Options, desk: Desk | None = None) -> None:
        super().__init__()
        self.options = options
        self.desk = desk
        """None until the first screen is painted: what it needs takes longest to load."""
        self.learner: Learner | None = None
        self.less_movement = options.settings.less_movement
        self.painted = asyncio.Event()
        """The first screen is there: now whatever takes time may be loaded."""
        self.met = False
        """Whether the desk has said whom this machine remembers."""
        self.loop: asyncio.AbstractEventLoop | None = None
        self.window = ""
        """The name of this window in a workshop, once it has one."""
        self.here: Here | None = None
        """What says to the others there that somebody is before it."""
        self.resuming = False
        """Whether the attempt about to be shown was played before."""
        for theme in THEMES.values():
            self.register_theme(theme)
        self.use_look(options.settings.look)

    def use_look(self, look: str) -> None:
        """Light, dark, high contrast or no colour."""
        self.theme = THEMES[look].name
        self.animation_level = "none" if self.less_movement else "basic"

    def on_mount(self) -> None:
        """Set out."""
        self.loop = asyncio.get_running_loop()
        self.run_worker(self.way(), exclusive=True)

    async def way(self) -> None:
        """From the first screen to the last."""
        from simulator.terminal.journey import journey

        await journey(self)

    @property
    def room(self) -> RoomScreen | None:
        """The case room, where one is open."""
        from simulator.terminal.screens.room import RoomScreen

        return next((screen for screen in self.screen_stack if isinstance(screen, RoomScreen)), None)

    # --- over any screen -------------------------------------------------------------------------

    def open_help(self, where: Where) -> None:
        """What can be done on the screen."""
        from simulator.terminal.screens.boxes import help_box

        self.push_screen(help_box(where))

    def open_glossary(self) -> None:
        """Words explained."""
        from simulator.terminal.screens.glossary import Glossary

        self.push_screen(Glossary())

    def open_real_child(self) -> None:
        """What to do about a real child."""
        from simulator.terminal.screens.boxes import real_child_box

        self.push_screen(real_child_box(self.desk.board if self.desk else None))

    def open_display(self) -> None:
        """How the screen looks."""
        from simulator.terminal.screens.display import Display

        self.push_screen(Display())

    def open_tour(self) -> None:
        """The tour."""
        from simulator.terminal.screens.boxes import tour_box

        self.push_screen(tour_box())

    def open_commands(self, screen: Screen[Any]) -> None:
        """A list of everything that can be done; what is picked is done on the screen beneath."""
        from simulator.terminal.screens.commands import CLOSE, commands_box

        async def do(answer: Answer | None) -> None:
            if answer is not None and answer.id != CLOSE:
                await screen.run_action(answer.id)

        self.push_screen(commands_box(getattr(screen, "where", Where.EVERYWHERE)), do)

    def open_pause(self) -> None:
        """A pause."""
        from simulator.terminal.screens.boxes import pause_box

        self.push_screen(pause_box())

    def open_step_out(self) -> None:
        """Ask once whether to step out."""
        from simulator.terminal.screens.stepping_out import step_out

        self.run_worker(step_out(self))

    def open_leave(self) -> None:
        """Ask whether to leave where a case is open; leave at once where none is."""
        from simulator.terminal.screens.stepping_out import leave

        self.run_worker(leave(self))

    def tell_problem(self, problem: SimulatorError) -> None:
        """What went wrong, and what to do."""
        from simulator.terminal.screens.boxes import problem_box

        self.push_screen(problem_box(problem))

    def tell_briefly(self, text: str) -> None:
        """Something that needs no answer."""
        self.notify(clean(text), timeout=5, markup=False)

    # --- how it ends -------------------------------------------------------------------------------

    async def action_quit(self) -> None:
        """Textual's own way out asks like ours."""
        self.open_leave()

    def nobody_sees(self, unseen: bool) -> None:
        """A browser's tab was closed, or is open again."""
        if self.here is not None:
            self.here.unseen = unseen
            self.run_worker(self.here.say())

    def save_and_close(self, code: int = 0) -> None:
        """Keep what is being filled in, then end."""
        if self.room is not None:
            self.room.keep_draft()
        self.exit(code)

    def _handle_exception(self, error: Exception) -> None:
        """End with a sentence: what was typed shall not be printed with the values of variables."""
        log.crash(_cause(error))
        self._return_code = 1
        if not self.last_words:
            self.last_words = _crash_words(self, error)
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    last_words: tuple[str, ...] = ()
    """Said on the terminal after the app is gone."""


def _cause(error: Exception) -> Exception:
    """What went wrong in a worker, not that one failed."""
    cause = getattr(error, "error", None)
    return cause if isinstance(cause, Exception) else error


def _crash_words(app: SimulatorApp, error: Exception) -> tuple[str, ...]:
    if app.options.served is not None:
        return (say(words.CRASHED, kind=type(error).__name__), say(words.SERVED_KEPT))
    kept = app.room.how_to_come_back(crashed=True) if app.room else say(words.CRASHED_AGAIN)
    return (say(words.CRASHED, kind=type(error).__name__), kept)


def run(options: Options) -> int:
    """Open the app and stay until it is left."""
    from simulator.terminal.ending import watch_signals

    app = SimulatorApp(options)
    with watch_signals(app):
        code = app.run()
    for line in app.last_words:
        print(clean(line), file=sys.stderr if app.return_code else sys.stdout)
    return app.return_code or code or 0
