"""Why a set-up failed, in a sentence and what to do about it, from what pip or the system said."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import NamedTuple

from simulator.errors import SetUpError
from simulator.words import Phrase, say, set_up


class NoNetwork(SetUpError):
    """The libraries could not be fetched because nobody answered."""


class _Known(NamedTuple):
    """One way for pip to fail: words that give it away, and what to say."""

    signs: tuple[str, ...]
    what: Phrase
    remedy: Phrase
    kind: type[SetUpError] = SetUpError


_KNOWN = (
    _Known(("No module named venv",), set_up.NO_PIP, set_up.ADD_VENV),
    _Known(("No space left on device", "Errno 28", "Disk quota"), set_up.DISK_FULL, set_up.FREE_SPACE),
    _Known(
        ("CERTIFICATE_VERIFY_FAILED", "SSLError", "SSLCertVerificationError"),
        set_up.CERTIFICATE_REFUSED,
        set_up.ASK_FOR_CERTIFICATE,
    ),
    _Known(
        (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeout",
            "ReadTimeout",
            "ProxyError",
            "Network is unreachable",
            "Connection refused",
            "RemoteDisconnected",
            "connection timed out",
        ),
        set_up.NO_NETWORK,
        set_up.TRY_WITH_NETWORK,
        NoNetwork,
    ),
)


def pip_failure(log: Path) -> SetUpError:
    """The failure that the log of venv and pip tells of."""
    said = log.read_text("utf-8", "replace")
    for known in _KNOWN:
        if any(sign.lower() in said.lower() for sign in known.signs):
            return known.kind(say(set_up.NOT_SET_UP), say(known.what), say(known.remedy))
    lines = [line for line in said.splitlines() if line.strip()] or [""]
    reason = next((line for line in reversed(lines) if line.lower().startswith("error")), lines[-1])
    return SetUpError(
        say(set_up.NOT_SET_UP), say(set_up.INSTALL_FAILED, reason=reason[:300]), say(set_up.SEE_LOG, log=log)
    )


def no_pip() -> SetUpError:
    """Neither the new environment nor the system has a pip."""
    return SetUpError(say(set_up.NOT_SET_UP), say(set_up.NO_PIP), say(set_up.ADD_VENV))


def file_failure(root: Path, error: OSError) -> SetUpError:
    """The system refused to write in the checkout."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SetUpError(say(set_up.NOT_SET_UP), say(set_up.DISK_FULL), say(set_up.FREE_SPACE))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return SetUpError(
            say(set_up.NOT_SET_UP), say(set_up.FOLDER_NOT_WRITABLE, folder=root), say(set_up.COPY_FOLDER)
        )
    return SetUpError(say(set_up.NOT_SET_UP), say(set_up.INSTALL_FAILED, reason=error.strerror or error))
