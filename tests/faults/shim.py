"""The shim of `shim.c`, compiled when it is needed and loaded before everything else."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from enum import IntEnum
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

SOURCE = Path(__file__).with_name("shim.c")
LOADED = "FAULT_SHIM"
"""Set in the environment of a process that has the shim."""


class Fault(IntEnum):
    """What happens at the chosen call."""

    QUIET = 0
    KILL = 1
    TORN = 2
    """Half of the write reaches the disk, then the process is killed."""
    FULL = 3
    """No write succeeds from then on."""
    FAULTY = 4
    """This one call reports an input/output error."""


def compiler() -> str | None:
    """A C compiler of this machine, where the shim can be used at all."""
    if not sys.platform.startswith("linux"):
        return None
    return shutil.which("gcc") or shutil.which("cc")


def compiled() -> Path:
    """The shim as a library. Raises CalledProcessError where it does not compile."""
    version = sha256(SOURCE.read_bytes()).hexdigest()[:16]
    library = Path(tempfile.gettempdir()) / f"fault-shim-{os.getuid()}-{version}.so"
    if not library.exists():
        new = library.with_suffix(f".{os.getpid()}")
        command = [str(compiler()), "-shared", "-fPIC", "-O2", "-o", str(new), str(SOURCE), "-ldl"]
        subprocess.run(command, check=True)
        new.replace(library)
    return library


def environment() -> dict[str, str]:
    """The environment in which a new process has the shim."""
    library = str(compiled())
    return {**os.environ, "LD_PRELOAD": library, LOADED: library}


def enter_with_shim(module: str) -> None:
    """Begin this process anew as `python -m module`, with the shim, unless it has it."""
    if LOADED not in os.environ:
        _begin_anew(module)


def _begin_anew(module: str) -> NoReturn:
    if compiler() is None:
        sys.exit("This needs Linux and a C compiler (gcc).")
    os.execve(sys.executable, [sys.executable, "-m", module, *sys.argv[1:]], environment())


class Shim:
    """The shim of this process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ[LOADED])
        self._library.fault_counted.restype = ctypes.c_long
        self._library.fault_arm.argtypes = [ctypes.c_char_p, ctypes.c_long, ctypes.c_int]
        self._library.fault_mark.argtypes = [ctypes.c_long]

    def arm(self, folder: Path, call: int, fault: Fault) -> None:
        """Strike at a call in a folder, counted from now on; call 0 only counts."""
        self._library.fault_arm(os.fsencode(folder), call, int(fault))

    def counted(self) -> int:
        """Calls since it was armed."""
        return int(self._library.fault_counted())

    def log(self, file: Path) -> None:
        """Write every call down."""
        self._library.fault_log(os.fsencode(file))

    def mark(self, number: int) -> None:
        """Write down between the calls that something was acknowledged."""
        self._library.fault_mark(number)
