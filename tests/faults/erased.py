"""R14: somebody is erased, and no byte of them is left in the product's own files.

    python -m tests.faults.erased [ROUNDS]

Each round fills a record with somebody's traces wherever it keeps any (details, typed words, a draft, a
device, bookings, answers, an intention, a completion on paper, a second entry merged into the first, a log),
finds them in its files, erases the person, and looks again: in every file of the home folder, as UTF-8,
UTF-16 and escaped. Backups made before are named and not touched; counts and chains must be what they were.
On PostgreSQL every row of every table is read instead. Controls: a deletion with SQLite's own settings must
leave the name to be found, and a name that somebody else typed must be pointed out by the product.
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import text

from simulator import log
from simulator.access import Details, register, remember
from simulator.records import Place, Player, Store, open_store, tables
from simulator.records.tables import Action, Booked, Course, OnPaper, Stage, Workshop
from simulator.records.training.evaluations import Occasion
from simulator.records.training.paper import OfWhat
from simulator.reports.asking import Asked
from simulator.reports.listed import REPORTS
from tests.steps.record_databases import Server
from tests.steps.record_world import beginning, case_of, next_move, play_on
from tests.unit.reports.written import csv_bytes

DAY = date(2026, 9, 14)
CASE = beginning().case_text


class Somebody(NamedTuple):
    """A person, and every text by which they could be known again."""

    learner: str
    secrets: tuple[str, ...]
    """The last two are nowhere any more before the erasure: a phrase, and the name of who was merged."""


def fill(store: Store, home: Path, draw: random.Random) -> Somebody:
    """Somebody leaves their traces wherever the record keeps any."""
    mark = "".join(draw.choices("bcdfghjklmnpqrstvwxz", k=8))
    name, other = f"Zo\u00eb O'{mark.title()}", f"Zed {mark[::-1].title()}"
    details = Details(name, "police", f"post {mark}", f"{mark}@p.example", f"team {mark}", f"reg {mark}",
                      f"boss.{mark}@p.example")  # fmt: skip
    known, phrase = register(store, details)
    twin, _ = register(store, Details(other, "police"))
    remember(store, known.learner, home)
    play(store, known.learner, mark)
    play(store, twin.learner, f"twin {mark}")
    workshop(store, known.learner, f"ring {mark} first")
    store.merge(twin.learner, known.learner)
    store.keep_apart(known.learner, register(store, Details("Bea Bow", "police"))[0].learner)
    secrets = (*filter(None, details), name.casefold(), f"said {mark}", f"half {mark}", phrase, other)
    return Somebody(known.learner, tuple(one for one in secrets if one != "police"))


def play(store: Store, learner: str, mark: str) -> None:
    """They play, type and leave something half typed; a second play they see through."""
    for through in (False, True):
        begun = beginning(players=(Player(learner, case_of(CASE).playable),))
        attempt = store.attempt(store.begin(begun))
        move, role = next_move(attempt)
        attempt.play(move, "client-1", role, words=f"said {mark}")
        if through:
            play_on(attempt)
        else:
            attempt.keep_draft(next_move(attempt)[1], f"half {mark}", learner)


def workshop(store: Store, learner: str, meant: str) -> None:
    """They come to a workshop and say what they will do."""
    lead = store.training
    lead.set_course(Course(code="wt-3", title="Working together", minutes=180))
    held = lead.plan(Workshop(id="", title="", course="wt-3", held_on=DAY))
    lead.book(held, learner, DAY)
    lead.came(held, learner, Booked.ATTENDED)
    lead.answer(Occasion(learner, held), Stage.POST, {"confidence": 7}, DAY)
    lead.intend(Occasion(learner, held), meant, DAY)
    lead.complete_on_paper(learner, OfWhat(workshop=held), OnPaper.PACK, DAY)


def found_in(content: bytes, secrets: tuple[str, ...]) -> set[str]:
    """The secrets that some bytes hold in any form."""
    forms = {
        secret: (secret.encode(), secret.encode("utf-16-le"), json.dumps(secret)[1:-1].encode())
        for secret in secrets
    }
    return {secret for secret, ways in forms.items() if any(way in content for way in ways)}


def content(store: Store, home: Path) -> bytes:
    """Everything in the home folder but backups, or all rows that a server gives away."""
    files = [file for file in home.rglob("*") if file.is_file() and "backups" not in file.parts]
    held = b"".join(file.read_bytes() for file in sorted(files))
    if store.database.is_sqlite:
        return held
    names = sorted(tables.metadata.tables)
    rows = store.database.read(lambda c: [c.execute(text(f"SELECT * FROM {n}")).all() for n in names])
    return held + repr(rows).encode() + repr(rows).casefold().encode()


def counts(store: Store) -> dict[str, bytes]:
    """The reports that count what was delivered; R3 is of today's staff, and loses whoever was erased."""
    names = ("R1", "R2", "R6", "R7")
    return {
        name: store.database.read(lambda c, name=name: csv_bytes(REPORTS[name](c, Asked()).read()))
        for name in names
    }


def one_round(place: Place, home: Path, draw: random.Random) -> list[str]:
    """Fill, look, erase, look again; give what was wrong."""
    with open_store(place) as store:
        log.start(home / "logs")
        somebody = fill(store, home, draw)
        log.crash(RuntimeError(" ".join(somebody.secrets)))
        backup = store.backup(place.backups / "before.zip")
        before = found_in(content(store, home), somebody.secrets)
        counted = counts(store)
        wrong = [f"never there: {one}" for one in set(somebody.secrets[:-2]) - before]
        erased = store.erase(somebody.learner)
        wrong += [f"still there: {one}" for one in found_in(content(store, home), somebody.secrets)]
        wrong += [f"{name} has changed" for name, now in counts(store).items() if now != counted[name]]
        wrong += [one.message for one in store.verify()]
        wrong += [] if erased.backups == (backup.file,) and erased.overwritten else ["backup not named"]
        return wrong


def control_plain_delete(folder: Path) -> bool:
    """The same deletion as anybody would write it leaves the name in the file."""
    file = folder / "plain.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA secure_delete=OFF")
        connection.execute("CREATE TABLE people (name TEXT)")
        connection.executemany("INSERT INTO people VALUES (?)", [(f"Quillon Reed {n}",) for n in range(99)])
        connection.commit()
        connection.execute("DELETE FROM people")
        connection.commit()
    return bool(found_in(file.read_bytes(), ("Quillon Reed 50",)))


def control_typed_elsewhere(place: Place) -> bool:
    """What somebody else typed about them stays, and the product says where."""
    with open_store(place) as store:
        known, _ = register(store, Details("Quillon Reed", "police"))
        action = Action(id="", agreed_on=DAY, what="Quillon Reed rings the school", agency="police")
        kept = store.training.agree(action)
        told = store.erase(known.learner).mentions
    return any(kept in one for one in told)


def main(rounds: int = 20) -> int:
    """Print what is wrong and the figure."""
    draw, wrong = random.Random(14), []
    with tempfile.TemporaryDirectory() as room:
        server = Server(Path(tempfile.mkdtemp(prefix="erased-postgres-")))
        for number in range(rounds):
            home = Path(room) / str(number)
            home.mkdir()
            if number % 4 == 3:
                place = server.place(server.new_database(), home)
            else:
                place = Place(f"sqlite:///{home}/record.db", home / "backups", home / "secret.key")
            wrong += [f"round {number}: {one}" for one in one_round(place, home, draw)]
        server.stop()
        found = control_plain_delete(Path(room))
        named = control_typed_elsewhere(Place(f"sqlite:///{room}/c.db", Path(room) / "b", Path(room) / "k"))
    print("\n".join(wrong))
    print(f"controls: plain DELETE leaves the name: {found}; typed by somebody else is named: {named}")
    print(f"{rounds} people erased, {len(wrong)} traces or changes")
    return int(bool(wrong) or not (found and named))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
