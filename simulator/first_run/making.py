"""Making or mending `.venv`: one set-up at a time, each interruption noticed, each failure a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from simulator.errors import SetUpError
from simulator.first_run import stamp
from simulator.first_run.failures import NoNetwork, file_failure, no_pip, pip_failure
from simulator.first_run.lock import Lock, locked
from simulator.words import Phrase, say, set_up


class Job(NamedTuple):
    """One set-up under way in the checkout `root`, by whoever holds the lock."""

    root: Path
    lock: Lock

    @property
    def log(self) -> Path:
        """What venv and pip said, for whoever helps when a set-up fails."""
        return self.root / ".set-up.log"


def make_ready(root: Path, extra: str) -> None:
    """Make `.venv` finished and up to date, holding `extra`. Raises SetUpError with a sentence."""
    try:
        with locked(stamp.lock_file(root), while_waiting=lambda: _tell(set_up.WAITING)) as lock:
            if not stamp.up_to_date(root, extra):  # else another first run did it while this one waited
                _make_or_mend(Job(root, lock), extra)
    except OSError as error:
        raise file_failure(root, error) from error


def _make_or_mend(job: Job, extra: str) -> None:
    interrupted = stamp.unfinished(job.root)
    mending = not interrupted and _works(stamp.venv_python(job.root))
    had = stamp.read(job.root)[1] if mending else []
    if interrupted:
        _tell(set_up.STARTED_AFRESH)
    _tell(set_up.BRINGING_UP_TO_DATE if mending else set_up.SETTING_UP, end=" ")
    job.log.write_bytes(b"")
    job.lock.write("unfinished")
    try:
        if not mending:
            _make_venv(job)
        wanted = sorted({extra, *had} - {""})
        _install(job, wanted)
        stamp.write(job.root, wanted)
    except SetUpError as error:
        print(file=sys.stderr)
        if not (isinstance(error, NoNetwork) and mending and stamp.was_finished(job.root, extra)):
            raise
        _tell(set_up.GOING_ON)
    else:
        _tell(set_up.READY)
    job.lock.write("")


def _make_venv(job: Job) -> None:
    """An empty environment; without pip where the system's Python cannot give it one (Debian's bare one)."""
    command = [_base_python(), "-m", "venv", "--clear", str(job.root / ".venv")]
    if _run(job, command) != 0 and _run(job, [*command, "--without-pip"]) != 0:
        raise pip_failure(job.log)


def _install(job: Job, extras: Sequence[str]) -> None:
    """The simulator itself, editable, and its libraries; from the folder `wheelhouse` if there is one."""
    what = ".[{}]".format(",".join(extras)) if extras else "."
    command = [*_pip(job.root), "--no-input", "--disable-pip-version-check", "-e", what]
    if (job.root / "constraints.txt").exists():
        command += ["-c", "constraints.txt"]
    if (job.root / "wheelhouse").is_dir():
        command += ["--no-index", "--find-links", "wheelhouse"]
    if _run(job, command) != 0:
        raise pip_failure(job.log)


def _pip(root: Path) -> list[str]:
    """The words that install into `.venv`: its own pip, or the system's working on it from outside."""
    python = str(stamp.venv_python(root))
    if _works(Path(python), "-m", "pip", "--version"):
        return [python, "-m", "pip", "install"]
    if _works(Path(_base_python()), "-m", "pip", "--python", python, "--version"):
        return [_base_python(), "-m", "pip", "--python", python, "install", "pip"]
    raise no_pip()


def _base_python() -> str:
    """The Python that environments are made from: the running one, or the one beneath it if it is in one."""
    return getattr(sys, "_base_executable", sys.executable)


def _works(python: Path, *words: str) -> bool:
    try:
        return _call([str(python), *(words or ("-c", "import encodings"))]) == 0
    except OSError:
        return False


def _call(command: Sequence[str]) -> int:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    ).returncode


def _run(job: Job, command: Sequence[str]) -> int:
    """Run to the end, dotting the seconds for whoever watches, and give the exit code."""
    with (
        job.log.open("ab") as log,
        subprocess.Popen(
            command,
            cwd=job.root,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            pass_fds=() if os.name == "nt" else (job.lock.descriptor,),
        ) as process,
    ):
        try:
            while True:
                try:
                    return process.wait(timeout=1)
                except subprocess.TimeoutExpired:
                    if sys.stderr.isatty():
                        print(".", end="", file=sys.stderr, flush=True)
        except BaseException:
            process.kill()
            raise


def _environment() -> dict[str, str]:
    """The person's environment without what would send the libraries somewhere else than `.venv`."""
    environment = dict(os.environ, PIP_USER="0", PIP_NO_INPUT="1", **stamp.bare_locale_changed())
    for name in ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_QUIET"):
        environment.pop(name, None)
    environment.setdefault("PIP_RETRIES", "2")  # pip's own five take minutes to say that there is no network
    return environment


def _tell(phrase: Phrase, end: str = "\n") -> None:
    print(say(phrase), end=end, file=sys.stderr, flush=True)
