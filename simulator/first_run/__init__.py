"""The first run of a checkout: make `.venv`, install the libraries into it, and go on there.

`python3 -m simulator` and `python3 -m tests` call `enter` on whatever Python was typed; only the standard
library is needed. A Python that already holds the simulator (an installed wheel, an environment of the
person's own) is used as it is. Otherwise `.venv` is made once (`making.py`), a stamp remembers from what
(`stamp.py`), and later runs only compare the stamp and hand over.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

from simulator.errors import SetUpError
from simulator.first_run import stamp
from simulator.words import say, set_up

ROOT = Path(__file__).resolve().parents[2]


def enter(module: str, extra: str = "", root: Path = ROOT) -> None:
    """Return if this Python can run `module`; otherwise set up and run it in `.venv`, never to return.

    `extra` names the optional libraries it needs ("test"). What goes wrong ends the process with a sentence.
    """
    if not is_checkout(root) or ready_here(root, extra):
        return
    try:
        if not stamp.up_to_date(root, extra):
            from simulator.first_run.making import make_ready

            make_ready(root, extra)
    except SetUpError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        print("\n" + say(set_up.STOPPED), file=sys.stderr)
        sys.exit(130)
    if not inside(root):
        hand_over(root, module)


def is_checkout(root: Path) -> bool:
    """Whether the package lies in its source folder; an installed wheel has no pyproject beside it."""
    return (root / "pyproject.toml").is_file() and (root / "tests" / "__main__.py").is_file()


def inside(root: Path) -> bool:
    """Whether the running Python is the checkout's own `.venv`."""
    return os.path.realpath(sys.prefix) == os.path.realpath(root / ".venv")


def ready_here(root: Path, extra: str) -> bool:
    """Whether the running Python already holds the simulator and, for tests, what tests need."""
    if extra and importlib.util.find_spec("pytest_bdd") is None:
        return False
    return inside(root) or any(
        next(Path(place).glob("working_together_simulator-*.dist-info"), None) for place in sys.path if place
    )


def hand_over(root: Path, module: str) -> None:
    """Become `.venv`'s Python running `module` with the same arguments."""
    command = [str(stamp.venv_python(root)), "-m", module, *sys.argv[1:]]
    os.environ.update(stamp.bare_locale_changed())
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess  # Windows has no exec that keeps the console

    sys.exit(subprocess.call(command))
