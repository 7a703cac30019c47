"""xAPI statements: what they say, and that each is stored once.

`python -m tests.faults xapi_store` judges them by a validator and a store that nobody here wrote.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from simulator.errors import ExportError
from simulator.records import Player
from simulator.reports.exports.finished import Finished
from simulator.reports.exports.sending import Sent, Store, send
from simulator.reports.exports.statements import NOBODYS_HOME, statement
from tests.steps.command_line import Run
from tests.steps.training import TrainingRoom

ROW = Finished(
    "0ytbddb2q38t",
    "Sam Wren",
    "sam@example.org",
    "health visiting",
    "North",
    "health visitor",
    "12A3456E",
    "small",
    "The late collection",
    "Level 2",
    "ab" * 32,
    "wt2010",
    "workshop",
    "nurse",
    datetime(2026, 7, 6, 9, tzinfo=UTC),
    date(2026, 7, 6),
    90,
    1.5,
    True,
    True,
    date(2029, 7, 6),
    "ew30kr6e8shs",
    "Ali Reed",
)


def made(number: int) -> list[dict[str, Any]]:
    return [statement(ROW._replace(certificate_number=f"c{at}"), NOBODYS_HOME) for at in range(number)]


class FakeStore:
    """A store that keeps what it is sent, and can be made to fail."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}
        self.answers: list[int] = []
        """Given before anything is kept, one for each request."""
        self.lost: int = 0
        """Answers that are lost after everything was kept."""
        self.posts = 0
        self.strict = False
        """Whether it answers 409 even to what is the same."""


@pytest.fixture
def served() -> Iterator[tuple[FakeStore, Store]]:
    fake = FakeStore()

    class Answers(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def say(self, status: int, body: object = "") -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fake.posts += 1
            assert self.headers["X-Experience-API-Version"] == "1.0.3"
            if self.headers["Authorization"] != "Basic a2V5OnNlY3JldA==":
                return self.say(401)
            if fake.answers:
                return self.say(fake.answers.pop(0))
            if any(fake.strict and one["id"] in fake.kept for one in sent):
                return self.say(409)
            if any(fake.kept.get(one["id"], one) != one for one in sent):
                return self.say(409)
            fake.kept.update({one["id"]: one for one in sent})
            if fake.lost:
                fake.lost -= 1
                self.connection.close()
                return None
            return self.say(200, [one["id"] for one in sent])

        def do_GET(self) -> None:
            wanted = parse_qs(urlsplit(self.path).query)["statementId"][0]
            self.say(200, {**fake.kept[wanted], "stored": "2026-11-22T00:00:00Z"})

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield fake, Store(f"http://127.0.0.1:{server.server_port}/xAPI", "key", "secret")
    server.shutdown()
    server.server_close()


def sending(store: Store, number: int, noted: Path) -> Sent:
    return send(made(number), store, noted, lambda _: None)


def test_a_statement_says_that_somebody_completed_and_nothing_more() -> None:
    said = statement(ROW, "https://board.example")
    assert said == statement(ROW, "https://board.example")
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", said["id"])
    assert said["verb"]["id"].endswith("/completed") and said["timestamp"] == "2026-07-06T12:00:00.000Z"
    assert said["result"] == {"completion": True, "duration": "PT90M"}
    everything = json.dumps(said)
    for secret in (
        "Sam Wren",
        "sam@example.org",
        "12A3456E",
        "health visitor",
        "score",
        "success",
        "response",
    ):
        assert secret not in everything
    assert statement(ROW._replace(certificate_number="other"), "https://board.example")["id"] != said["id"]


def test_sending_twice_stores_once(served: tuple[FakeStore, Store], tmp_path: Path) -> None:
    fake, store = served
    assert sending(store, 250, tmp_path / "sent") == (250, 0)
    assert sending(store, 260, tmp_path / "sent") == (10, 250) and fake.posts == 4
    assert sending(store, 260, tmp_path / "another") == (260, 0) and len(fake.kept) == 260


def test_a_store_that_refuses_what_it_has_is_asked_what_that_is(
    served: tuple[FakeStore, Store], tmp_path: Path
) -> None:
    fake, store = served
    sending(store, 3, tmp_path / "sent")
    fake.strict = True
    assert sending(store, 5, tmp_path / "another") == (2, 3)
    changed = made(1)[0]
    fake.kept[changed["id"]] = {**changed, "timestamp": "2020-01-01T12:00:00.000Z"}
    with pytest.raises(ExportError, match="another statement"):
        sending(store, 1, tmp_path / "third")


def test_what_passes_is_tried_again_and_an_interruption_goes_on(
    served: tuple[FakeStore, Store], tmp_path: Path
) -> None:
    fake, store = served
    fake.answers = [503, 429]
    assert sending(store, 150, tmp_path / "sent") == (150, 0)
    fake.lost = 1
    assert sending(store, 160, tmp_path / "sent") == (10, 150)
    fake.answers = [500] * 4
    with pytest.raises(ExportError, match="500"):
        sending(store, 300, tmp_path / "sent")
    (tmp_path / "sent").write_bytes((tmp_path / "sent").read_bytes() + b"half")
    assert sending(store, 300, tmp_path / "sent") == (140, 160) and len(fake.kept) == 300


@pytest.mark.parametrize(
    "url", ["http://store.example", "ftp://127.0.0.1", "store", "https://", "file:///etc"]
)
def test_only_an_encrypted_address_is_used(tmp_path: Path, url: str) -> None:
    with pytest.raises(ExportError, match="https"):
        send(made(1), Store(url, "key", "secret"), tmp_path / "sent", lambda _: None)


def test_wrong_credentials_and_silence_are_said(served: tuple[FakeStore, Store], tmp_path: Path) -> None:
    _, store = served
    with pytest.raises(ExportError, match="credentials"):
        sending(store._replace(secret="wrong"), 1, tmp_path / "sent")
    with pytest.raises(ExportError, match="does not answer"):
        sending(store._replace(url="http://127.0.0.1:9/xAPI"), 1, tmp_path / "sent")


def test_the_command_prints_or_sends(
    run: Run,
    room: TrainingRoom,
    served: tuple[FakeStore, Store],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fake, store = served
    sam = room.register("Sam Wren", "health visiting", email="sam@example.org")
    room.play(Player(sam.learner, ("nurse", "teacher")))
    printed = run("export", "xapi").data
    assert len(printed) == 1 and printed[0]["actor"]["account"]["name"] == sam.learner
    assert run("export", "xapi", "--to", store.url).code == 2  # no credentials
    monkeypatch.setenv("SIMULATOR_XAPI_KEY", "key")
    monkeypatch.setenv("SIMULATOR_XAPI_SECRET", "secret")
    assert "Stored: 1. Already there: 0." in run("export", "xapi", "--to", store.url).err
    assert "Stored: 0. Already there: 1." in run("export", "xapi", "--to", store.url).err
    assert fake.kept == {printed[0]["id"]: printed[0]}
    assert run("records", "audit", "--json").data["audit"][-1]["chosen"] == "127.0.0.1"
