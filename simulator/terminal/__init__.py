"""The app a trainee meets: in a terminal, and line by line for screen readers and pipes.

`room` and `forms` say what a seat sees and can do, without any screen; `screens` and `widgets` draw it with
Textual; `plain` says it line by line. `run_app(options)` and `plain.run_plain(options)` are the two ways in.
"""

from __future__ import annotations

from simulator.terminal.options import Options

__all__ = ["Options", "run_app"]


def run_app(options: Options) -> int:
    """Open the app and stay until it is left; the number the command line hands back."""
    from simulator.terminal.app import run

    return run(options)
