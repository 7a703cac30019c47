"""Sending statements to a learning record store, so that each is stored once however often it is sent.

A store answers 409 to a statement it already has (some only where the content differs): then what it has is
fetched and compared. What was acknowledged is noted in a file beside the record, so that a sending that was
interrupted goes on where it stopped. Addresses without encryption are refused, but for this machine itself.
"""

from __future__ import annotations

import base64
import json
import ssl
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple
from uuid import UUID

from simulator.errors import ExportError
from simulator.reports.exports.statements import VERSION, Statement
from simulator.words import Phrase, say
from simulator.words import exports as words

AT_ONCE: Final = 100
"""Statements in one request."""
PATIENCE: Final = 30.0
"""Seconds for an answer."""
PAUSES: Final = (0.5, 2.0, 8.0)
"""Seconds before a request is tried again."""
PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
LARGEST_ANSWER: Final = 5_000_000
"""Bytes."""
THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class Store(NamedTuple):
    """A learning record store."""

    url: str
    """Up to what comes before `/statements`."""
    key: str
    secret: str


class Sent(NamedTuple):
    """What came of a sending."""

    stored: int
    already: int
    """That the store, or the file of what was acknowledged, already had."""


def send(
    statements: Iterable[Statement],
    store: Store,
    noted: Path,
    sleep: Callable[[float], object],
    tick: Callable[[int], object] = lambda _: None,
) -> Sent:
    """Send what has not been acknowledged yet. `tick` is told of each step forward.

    Raises ExportError saying why the store would not have them; what was acknowledged stays noted.
    """
    _check(store.url)
    before = _noted(noted)
    stored = already = 0
    with noted.open("ab") as book:
        for batch in _batches(statements):
            new = [one for one in batch if UUID(one["id"]).bytes not in before]
            already += len(batch) - len(new)
            if new:
                fresh = _send(new, store, sleep)
                stored, already = stored + fresh, already + len(new) - fresh
                book.write(b"".join(UUID(one["id"]).bytes for one in new))
                book.flush()
            tick(len(batch))
    return Sent(stored, already)


def _check(url: str) -> None:
    parts = urllib.parse.urlsplit(url)
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in THIS_MACHINE)
    if not safe or not parts.hostname:
        raise _refused(words.NOT_ENCRYPTED, words.NOT_ENCRYPTED_REMEDY, url=url)


def _noted(file: Path) -> frozenset[bytes]:
    """The ids that were acknowledged, sixteen bytes each; half an id at the end is none."""
    held = file.read_bytes() if file.is_file() else b""
    whole = len(held) - len(held) % 16
    if whole != len(held):
        file.write_bytes(held[:whole])
    return frozenset(held[at : at + 16] for at in range(0, whole, 16))


def _batches(statements: Iterable[Statement]) -> Iterator[list[Statement]]:
    rows = iter(statements)
    while batch := list(islice(rows, AT_ONCE)):
        yield batch


def _send(batch: list[Statement], store: Store, sleep: Callable[[float], object]) -> int:
    """How many of these the store did not have."""
    status, answer = _asked(store, "POST", "/statements", batch, sleep)
    if status in (200, 204):
        return len(batch)
    if status == 409:
        if len(batch) > 1:
            return sum(_send([one], store, sleep) for one in batch)
        return _compare(batch[0], store, sleep)
    raise _answered(status, answer)


def _compare(ours: Statement, store: Store, sleep: Callable[[float], object]) -> int:
    status, answer = _asked(store, "GET", f"/statements?statementId={ours['id']}", None, sleep)
    if status != 200:
        raise _answered(status, answer)
    theirs = json.loads(answer)
    if _told(theirs) != _told(ours):
        raise _refused(words.DIFFERS, words.DIFFERS_REMEDY, id=ours["id"])
    return 0


def _told(statement: Any) -> Any:
    """What a statement says, without what a store adds."""
    about = statement["object"]
    return (
        statement["actor"]["account"],
        statement["verb"]["id"],
        about["id"],
        statement["result"]["completion"],
        statement["timestamp"][:10],
    )


def _asked(
    store: Store, method: str, path: str, body: Any, sleep: Callable[[float], object]
) -> tuple[int, str]:
    """Status and text of the answer; what may pass is tried again."""
    reason = ""
    for pause in (*PAUSES, None):
        try:
            status, answer = _once(store, method, path, body)
            if status not in PASSING or pause is None:
                return status, answer
        except (OSError, ssl.SSLError) as error:
            reason = str(getattr(error, "reason", error))
            if pause is None:
                break
        sleep(pause)
    raise _refused(words.NO_ANSWER, words.NO_ANSWER_REMEDY, url=store.url, reason=reason)


def _once(store: Store, method: str, path: str, body: Any) -> tuple[int, str]:
    credentials = base64.b64encode(f"{store.key}:{store.secret}".encode()).decode()
    request = urllib.request.Request(
        store.url.rstrip("/") + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={
            "Authorization": f"Basic {credentials}",
            "X-Experience-API-Version": VERSION,
            "Content-Type": "application/json",
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.status, answer.read(LARGEST_ANSWER).decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(LARGEST_ANSWER).decode("utf-8", "replace")


def _answered(status: int, answer: str) -> ExportError:
    if status in (401, 403):
        return _refused(words.NOT_LET_IN, words.NOT_LET_IN_REMEDY)
    return _refused(words.STORE_SAYS, words.STORE_SAYS_REMEDY, status=status, answer=answer[:300])


def _refused(message: Phrase, remedy: Phrase, **values: object) -> ExportError:
    return ExportError(say(words.NOT_SENT), say(message, **values), say(remedy))
