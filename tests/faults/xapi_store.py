"""Statements judged by others: every one by a validator, then sent twice to a learning record store from npm.

Both are fetched by npm into a folder of their own the first time (about a minute). Fourteen spoiled
statements are the control: the validator has to refuse every one of them. The figure is what the store holds
after everything was sent twice, the second time as if nothing had been noted.
"""

from __future__ import annotations

import base64
import copy
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from simulator.reports.exports.finished import Finished
from simulator.reports.exports.sending import Store, send
from simulator.reports.exports.statements import NOBODYS_HOME, statement

FOLDER = Path(tempfile.gettempdir()) / "working-together-xapi"
PACKAGES = ("@learninglocker/xapi-validation@3.0.0", "@learninglocker/xapi-statements@7.8.0")
NUMBER = 300


def fetched() -> Path:
    """The folder with both packages in it."""
    if not (FOLDER / "node_modules" / "@learninglocker" / "xapi-statements").is_dir():
        FOLDER.mkdir(exist_ok=True)
        subprocess.run(
            ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", *PACKAGES],
            cwd=FOLDER,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return FOLDER


def made(number: int) -> list[dict[str, Any]]:
    """Statements of every kind of completion."""
    hows = ("solo", "table", "workshop", "paper review", "elsewhere")
    names = ("The late collection", "Zoë’s <b>day</b>", "=1+1", "كتاب", "")
    rows = (
        Finished(
            f"learner{at % 40}",
            "Sam Wren",
            "sam@example.org",
            "health visiting",
            "",
            "",
            "",
            f"case {at % 7}/é",
            names[at % len(names)],
            "Level 2" if at % 3 else "",
            "ab" * 32,
            "wt2015",
            hows[at % len(hows)],
            "nurse",
            datetime(2026, 7, 6, 9, tzinfo=UTC),
            date(2026, 1 + at % 12, 1 + at % 28),
            at,
            at / 60,
            bool(at % 2),
            True,
            None,
            f"certificate{at}",
            "",
        )
        for at in range(number)
    )
    return [statement(row, NOBODYS_HOME) for row in rows]


def spoiled(good: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Statements that no store may take."""
    changes: list[tuple[tuple[str, ...], Any]] = [
        (("id",), "not-a-uuid"),
        (("id",), "6ba7b811-9dad-51d1-70b4-00c04fd430c8"),
        (("verb", "id"), "completed"),
        (("verb", "display"), {"english!": "completed"}),
        (("actor", "account"), None),
        (("actor", "mbox"), "mailto:sam@example.org"),
        (("actor", "account", "homePage"), "nowhere"),
        (("object", "id"), "course"),
        (("result", "duration"), "ninety minutes"),
        (("result", "score"), {"scaled": 1.7}),
        (("context", "extensions"), {"agency": "schools"}),
        (("context", "language"), "not a language"),
        (("timestamp",), "yesterday"),
        (("unknown",), True),
    ]
    for path, value in changes:
        bad = copy.deepcopy(good)
        place = bad
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
        yield bad


def judged(folder: Path, statements: list[dict[str, Any]]) -> list[int]:
    """How many faults the validator finds in each."""
    script = folder / "judge.js"
    script.write_text(
        "const judge = require('@learninglocker/xapi-validation/dist/factory').statement;\n"
        "const all = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n"
        "console.log(JSON.stringify(all.map(s => judge(s, ['statement']).length)));\n",
        "utf-8",
    )
    said = subprocess.run(
        ["node", str(script)], input=json.dumps(statements), capture_output=True, text=True, check=True
    )
    return list(json.loads(said.stdout))


@contextmanager
def store(folder: Path) -> Iterator[Store]:
    """The store, started and stopped."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "EXPRESS_PORT": str(port),
        "AUTH_REPO": "test",
        "EVENTS_REPO": "test",
        "MODELS_REPO": "memory",
        "STORAGE_REPO": "local",
        "SERVICE_AWAIT_UPDATES": "true",
    }
    server = "node_modules/@learninglocker/xapi-statements/dist/server.js"
    process = subprocess.Popen(
        ["node", server], cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(120):
            with socket.socket() as knock:
                if not knock.connect_ex(("127.0.0.1", port)):
                    break
            time.sleep(0.25)
        yield Store(f"http://127.0.0.1:{port}/xAPI", "any", "any")
    finally:
        process.kill()
        process.wait()


def held(one: Store) -> int:
    """How many statements the store gives back."""
    number, path = 0, "/xAPI/statements?limit=100"
    base = one.url.removesuffix("/xAPI")
    token = base64.b64encode(b"any:any").decode()
    while path:
        request = urllib.request.Request(
            base + path,
            headers={"Authorization": f"Basic {token}", "X-Experience-API-Version": "1.0.3"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            page = json.load(answer)
        number, path = number + len(page["statements"]), page.get("more", "")
    return number


def main() -> int:
    """Judge and send."""
    if not (shutil.which("node") and shutil.which("npm")):
        print("Node and npm are not on the PATH")
        return 1
    folder, statements = fetched(), made(NUMBER)
    faults = sum(map(bool, judged(folder, statements)))
    missed = sum(not found for found in judged(folder, list(spoiled(statements[5]))))
    print(f"validator: {faults} of {NUMBER} refused; control: {missed} of 14 spoiled ones taken")
    with store(folder) as real, tempfile.TemporaryDirectory() as room:
        first = send(statements, real, Path(room) / "first", time.sleep)
        again = send(statements, real, Path(room) / "first", time.sleep)
        anew = send(statements, real, Path(room) / "second", time.sleep)
        number = held(real)
    print(f"sent {first}, again {again}, anew {anew}")
    print(f"the store holds {number} of {NUMBER}")
    return int(bool(faults or missed or number != NUMBER))


if __name__ == "__main__":
    sys.exit(main())
