"""Line by line: for screen readers, pipes and terminals that cannot draw. It can do all that the app can.

No boxes, no colour, nothing that moves: what is said is printed, what is asked is answered with a number or a
word. The end of the input keeps the place and says how to carry on.
"""

from __future__ import annotations

from simulator.terminal.options import Options

__all__ = ["run_plain"]


def run_plain(options: Options) -> int:
    """Play line by line on standard input and output; the number the command line hands back."""
    from simulator.terminal.plain.session import run

    return run(options)
