"""The first run: what is set up, when, and what is said when it cannot be.

pip and venv are stood in for here; the real thing runs whenever a fresh checkout starts, as in `.ci/run`.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from simulator import first_run
from simulator.errors import SetUpError
from simulator.first_run import failures, making, stamp
from simulator.words import Phrase, say, set_up

PIP_WITHOUT_NETWORK = "WARNING: Retrying ... NewConnectionError(... Temporary failure in name resolution)"


class Machine:
    """Stands for venv and pip: remembers the commands, makes the files, fails when told to."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.says: dict[str, str] = {}
        self.before_install: Callable[[], None] = lambda: None

    def run(self, job: making.Job, command: Sequence[str]) -> int:
        self.commands.append(list(command))
        step = "venv" if "venv" in command else "install"
        if step == "venv":
            self._make_venv(job.root)
        else:
            self.before_install()
        if step in self.says:
            job.log.write_text(self.says[step], "utf-8")
            return 1
        return 0

    def _make_venv(self, root: Path) -> None:
        python = stamp.venv_python(root)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.unlink(missing_ok=True)
        python.symlink_to(sys.executable)
        (root / ".venv" / "pyvenv.cfg").touch()

    @property
    def steps(self) -> list[str]:
        """What was run, in a word each."""
        return ["venv" if "venv" in command else "install" for command in self.commands]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    stand_in = Machine()
    monkeypatch.setattr(making, "_run", stand_in.run)
    monkeypatch.setattr(making, "_call", lambda command: 0 if Path(command[0]).exists() else 1)
    return stand_in


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "a folder with spaces"
    (root / "tests").mkdir(parents=True)
    (root / "tests" / "__main__.py").touch()
    (root / "pyproject.toml").write_text("[project]\nname = 'working-together-simulator'\n")
    (root / "constraints.txt").write_text("textual==8.2.8\n")
    return root


def test_a_fresh_checkout_gets_an_environment_and_the_libraries(checkout: Path, machine: Machine) -> None:
    making.make_ready(checkout, "")
    assert machine.steps == ["venv", "install"]
    assert machine.commands[1][-4:] == ["-e", ".", "-c", "constraints.txt"]
    assert stamp.up_to_date(checkout) and not stamp.up_to_date(checkout, "test")


def test_tests_need_their_extra_and_later_refreshes_keep_it(checkout: Path, machine: Machine) -> None:
    making.make_ready(checkout, "test")
    (checkout / "pyproject.toml").write_text("[project]\nname = 'changed'\n")
    assert not stamp.up_to_date(checkout)
    making.make_ready(checkout, "")
    assert machine.steps == ["venv", "install", "install"]
    assert ".[test]" in machine.commands[2]
    assert stamp.up_to_date(checkout, "test")


def _change_constraints(root: Path) -> None:
    (root / "constraints.txt").write_text("textual==8.2.9\n")


def _lose_python(root: Path) -> None:
    stamp.venv_python(root).unlink()


def _replace_python(root: Path) -> None:
    stamp.venv_python(root).unlink()
    stamp.venv_python(root).write_text("another")


def _lose_configuration(root: Path) -> None:
    (root / ".venv" / "pyvenv.cfg").unlink()


def _cut_stamp(root: Path) -> None:
    (root / ".venv" / "simulator-stamp.txt").write_text("")


def _leave_unfinished(root: Path) -> None:
    stamp.lock_file(root).write_text("unfinished")


@pytest.mark.parametrize(
    "spoil",
    [_change_constraints, _lose_python, _replace_python, _lose_configuration, _cut_stamp, _leave_unfinished],
)
def test_an_environment_that_cannot_be_trusted_is_noticed(
    spoil: Callable[[Path], None], checkout: Path, machine: Machine
) -> None:
    making.make_ready(checkout, "")
    assert stamp.up_to_date(checkout)
    spoil(checkout)
    assert not stamp.up_to_date(checkout)


def test_a_moved_folder_is_installed_again(checkout: Path, machine: Machine) -> None:
    making.make_ready(checkout, "")
    moved = checkout.rename(checkout.parent / "elsewhere")
    assert not stamp.up_to_date(moved)


def test_an_interrupted_set_up_is_made_again_from_the_start(
    checkout: Path, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    machine.before_install = interrupt
    with pytest.raises(KeyboardInterrupt):
        making.make_ready(checkout, "")
    assert not stamp.up_to_date(checkout)
    machine.before_install = lambda: None
    making.make_ready(checkout, "")
    assert machine.steps == ["venv", "install", "venv", "install"]
    assert "--clear" in machine.commands[2]
    assert say(set_up.STARTED_AFRESH) in capsys.readouterr().err
    assert stamp.up_to_date(checkout)


def test_an_environment_of_the_persons_own_making_is_mended_and_not_thrown_away(
    checkout: Path, machine: Machine
) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(checkout / ".venv")], check=True)
    mine = checkout / ".venv" / "mine.txt"
    mine.touch()
    making.make_ready(checkout, "")
    assert machine.steps == ["install"] and mine.exists()


def test_two_first_runs_at_once_set_up_once(
    checkout: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    installing, waiting = threading.Event(), threading.Event()

    def install_until_another_waits() -> None:
        installing.set()
        assert waiting.wait(30)

    def notice(phrase: Phrase, end: str = "") -> None:
        if phrase == set_up.WAITING:
            waiting.set()

    machine.before_install = install_until_another_waits
    monkeypatch.setattr(making, "_tell", notice)
    runs = [threading.Thread(target=making.make_ready, args=(checkout, "")) for _ in range(2)]
    runs[0].start()
    assert installing.wait(30)
    assert not stamp.up_to_date(checkout)
    runs[1].start()
    for run in runs:
        run.join(30)
    assert waiting.is_set()
    assert machine.steps == ["venv", "install"]


def test_no_network_is_a_sentence_and_the_next_run_starts_afresh(checkout: Path, machine: Machine) -> None:
    machine.says["install"] = PIP_WITHOUT_NETWORK
    with pytest.raises(failures.NoNetwork) as refused:
        making.make_ready(checkout, "")
    assert refused.value.message == say(set_up.NO_NETWORK)
    assert stamp.unfinished(checkout)


def test_no_network_does_not_stop_what_was_set_up_before(
    checkout: Path, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    making.make_ready(checkout, "")
    _change_constraints(checkout)
    machine.says["install"] = PIP_WITHOUT_NETWORK
    making.make_ready(checkout, "")
    assert say(set_up.GOING_ON) in capsys.readouterr().err
    assert not stamp.unfinished(checkout) and not stamp.up_to_date(checkout)
    with pytest.raises(failures.NoNetwork):
        making.make_ready(checkout, "test")


def test_a_wheelhouse_is_used_instead_of_a_network(checkout: Path, machine: Machine) -> None:
    (checkout / "wheelhouse").mkdir()
    making.make_ready(checkout, "")
    assert machine.commands[1][-3:] == ["--no-index", "--find-links", "wheelhouse"]


def test_a_system_without_ensurepip_lends_its_own_pip(
    checkout: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = making._base_python()
    monkeypatch.setattr(making, "_call", lambda command: 0 if command[0] == base else 1)
    making.make_ready(checkout, "")
    python = str(stamp.venv_python(checkout))
    assert machine.commands[1][:7] == [base, "-m", "pip", "--python", python, "install", "pip"]


def test_no_pip_anywhere_names_what_to_install(
    checkout: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "_call", lambda _command: 1)
    with pytest.raises(SetUpError, match="python3-venv"):
        making.make_ready(checkout, "")


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("OSError: [Errno 28] No space left on device", set_up.DISK_FULL),
        (
            "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))",
            set_up.CERTIFICATE_REFUSED,
        ),
        (PIP_WITHOUT_NETWORK, set_up.NO_NETWORK),
        ("/usr/bin/python3: No module named venv", set_up.NO_PIP),
    ],
)
def test_what_pip_said_becomes_a_sentence(said: str, phrase: Phrase, tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text(said, "utf-8")
    assert failures.pip_failure(log).message == say(phrase)


def test_any_other_failure_gives_pips_reason_and_its_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"Collecting x\nERROR: No matching distribution found for x\n\nhint: \xff\n")
    failure = failures.pip_failure(log)
    assert "No matching distribution found for x" in failure.message
    assert str(log) in failure.remedy


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    failure = failures.file_failure(tmp_path, PermissionError(13, "Permission denied"))
    assert str(tmp_path) in failure.message
    nowhere = tmp_path / "not a folder"
    nowhere.touch()
    with pytest.raises(SetUpError, match="could not be installed"):
        making.make_ready(nowhere, "")


def test_what_would_lead_pip_astray_is_taken_from_its_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    environment = making._environment()
    assert "PYTHONPATH" not in environment and "PIP_TARGET" not in environment
    assert environment["PIP_USER"] == "0"


class Became(BaseException):
    """Stands for the process having become another, which never comes back."""


def test_a_ready_checkout_hands_over_with_every_argument(
    checkout: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def become(path: str, command: list[str]) -> None:
        raise Became(path, command)

    making.make_ready(checkout, "")
    machine.commands.clear()
    monkeypatch.setattr(os, "execv", become)
    monkeypatch.setattr(first_run, "ready_here", lambda _root, _extra: False)
    monkeypatch.setattr(sys, "argv", ["simulator", "play", "a case", "--json"])
    with pytest.raises(Became) as became:
        first_run.enter("simulator", root=checkout)
    python = str(stamp.venv_python(checkout))
    assert became.value.args == (python, [python, "-m", "simulator", "play", "a case", "--json"])
    assert machine.commands == []


def test_a_failed_set_up_ends_with_its_sentence(
    checkout: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.says["install"] = PIP_WITHOUT_NETWORK
    monkeypatch.setattr(first_run, "ready_here", lambda _root, _extra: False)
    with pytest.raises(SystemExit) as end:
        first_run.enter("simulator", root=checkout)
    assert say(set_up.NO_NETWORK) in str(end.value)


def test_an_installed_wheel_sets_nothing_up(tmp_path: Path, machine: Machine) -> None:
    first_run.enter("simulator", root=tmp_path)
    assert machine.commands == [] and not (tmp_path / ".venv").exists()


def test_an_old_python_is_told_so_in_a_sentence() -> None:
    pretend = "import sys; sys.version_info = (3, 9, 2); import simulator"
    done = subprocess.run(
        [sys.executable, "-c", pretend], cwd=first_run.ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("The simulator needs Python 3.11 or newer; this is Python 3.9.")


@pytest.mark.parametrize("file", ["simulator/__init__.py", "tests/__init__.py"])
def test_the_file_that_says_so_can_be_read_by_any_python(file: str) -> None:
    text = (first_run.ROOT / file).read_bytes()
    assert text.isascii()
    assert b"__future__" not in text and b'f"' not in text


@pytest.mark.parametrize(("before", "after"), [("POSIX", "C.UTF-8"), ("C", "C.UTF-8"), ("de_DE", "de_DE")])
def test_a_bare_locale_is_handed_over_as_one_that_reads_every_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str
) -> None:
    monkeypatch.setattr(os, "name", "posix")
    monkeypatch.setattr(os, "execv", lambda *_: None)
    monkeypatch.setattr("subprocess.call", lambda *_: 0)
    monkeypatch.setenv("LC_ALL", before)
    assert making._environment()["LC_ALL"] == after
    with contextlib.suppress(SystemExit):
        first_run.hand_over(tmp_path, "simulator")
    assert os.environ["LC_ALL"] == after
