"""`python3 -m simulator` and the command `simulator`: the gate before everything else.

Only the standard library until a Python that holds the libraries is running; then the command line. This is
also the outermost edge: nobody sees a traceback here unless they asked for one with `--debug`.
"""

from __future__ import annotations

import os
import sys

from simulator.errors import SimulatorError
from simulator.words import call_it, gate, say

ENVIRONMENT = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), ".venv")

IN_A_CHECKOUT = f"{'py' if os.name == 'nt' else 'python3'} -m simulator"
"""What somebody types who has not installed the command."""


def main() -> int:
    """Run the command line on `sys.argv`, and give the exit code."""
    if os.environ.get("HOME") == "":
        del os.environ["HOME"]  # Python would take the root folder; without HOME it asks the system
    if os.path.realpath(sys.prefix) != ENVIRONMENT:
        from simulator.first_run import enter

        enter("simulator")
    if os.path.basename(sys.argv[0]) == "__main__.py":
        call_it(IN_A_CHECKOUT)
    try:
        return _command_line()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0  # whoever read us has read enough
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        return _say(error)
    finally:
        _finish_stdout()


def _command_line() -> int:
    from simulator.cli import main as command_line

    return command_line()


def _say(error: Exception) -> int:
    from simulator.text import clean

    print(clean(_in_words(error)), file=sys.stderr)
    return 1


def _in_words(error: Exception) -> str:
    if isinstance(error, SimulatorError):
        return str(error)
    library = error.name if isinstance(error, ModuleNotFoundError) and error.name else "simulator"
    if not library.startswith(("simulator", "scoring")):
        own = os.path.realpath(sys.prefix) == ENVIRONMENT
        remedy = say(gate.MAKE_AGAIN, folder=ENVIRONMENT) if own else say(gate.INSTALL_AGAIN)
        return f"{say(gate.LIBRARY_MISSING, library=library)} {remedy}"
    from simulator import log

    log.crash(error)
    return f"{say(gate.UNEXPECTED, kind=type(error).__name__)} {say(gate.KEPT)}"


def _finish_stdout() -> None:
    """Write out what is buffered now: a closed pipe found later would print a complaint of Python's own."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
