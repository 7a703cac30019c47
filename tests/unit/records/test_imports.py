"""Importing people, bookings and headcounts: all of a file or nothing, and twice is once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from scoring.guidance.board_reading import load_board
from simulator.access import Details, find, register
from simulator.errors import RecordError
from simulator.records import Place, Store, open_store, tables
from simulator.records.imports.faults import Fault
from simulator.records.imports.importing import Imported, Kind
from simulator.records.tables import Course, Workshop
from simulator.records.training.headcounts import headcounts
from tests.steps.record_databases import SQLITE
from tests.steps.record_world import add_learner, world

PEOPLE = """Name,E-mail,Organisation,Team,Job title,Shoe size
Ann Ash,ann@council.example,Health visiting,North,health visitor,5
"Bow, Bea",,police,,"detective ""sergeant"", A",6
José Núñez,jose@school.example,Oak Primary,,teacher,7
"""


@pytest.fixture
def one_store(make_place: Callable[[str], Place]) -> Iterator[Store]:
    """A record on the quicker of the databases, for what happens before one is asked."""
    with open_store(make_place(SQLITE), world()) as opened:
        yield opened


def import_text(store: Store, folder: Path, kind: Kind, text: str | bytes, name: str = "f.csv") -> Imported:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return store.import_file(kind, file, load_board())


def places(imported: Imported) -> list[tuple[int, int]]:
    return [(fault.line, fault.column) for fault in imported.faults]


def people(store: Store) -> dict[str, str]:
    rows = store.database.read(lambda c: c.execute(tables.people.select()).all())
    return {one.name: one.agency for one in rows}


def rows_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the record."""
    return store.database.read(
        lambda c: {
            name: sorted(map(tuple, c.execute(table.select()).all()), key=repr)
            for name, table in tables.metadata.tables.items()
        }
    )


def test_people_are_taken_in_once(store: Store, tmp_path: Path) -> None:
    first = import_text(store, tmp_path, Kind.PEOPLE, PEOPLE)
    assert (first.added, first.changed, first.same, first.faults) == (3, 0, 0, ())
    assert people(store) == {
        "Ann Ash": "health visiting",
        "Bow, Bea": "police",
        "José Núñez": "Oak Primary",
    }
    told = " ".join(first.notes)
    assert "Shoe size" in told and "“Oak Primary” (lines 4)" in told
    before = rows_of(store)
    again = import_text(store, tmp_path, Kind.PEOPLE, PEOPLE)
    assert (again.added, again.changed, again.same) == (0, 0, 3)
    assert rows_of(store) == before, "not even a line in the audit"
    (ann,) = find(store, "ann ash")
    assert ann.details.email == "ann@council.example" and ann.details.team == "North"


def test_what_a_file_leaves_empty_is_left_as_it_is(store: Store, tmp_path: Path) -> None:
    import_text(store, tmp_path, Kind.PEOPLE, PEOPLE)
    ann = find(store, "Ann Ash")[0]
    text = f"learner ref,name,job title,agency\n{ann.learner},Ann Oak,team leader,police\n"
    changed = import_text(store, tmp_path, Kind.PEOPLE, text)
    assert (changed.added, changed.changed) == (0, 1)
    after = find(store, "Ann Oak")[0]
    assert after.learner == ann.learner
    assert after.details == ann.details._replace(name="Ann Oak", job_title="team leader", agency="police")
    (noted,) = [one for one in store.audit() if one.what == "people"][1:]
    assert (noted.action, noted.rows, noted.chosen) == ("import", 1, "f.csv: 0 new, 1 changed")


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("cp1252"),
        lambda text: text.replace(",", ";").replace('"Bow; Bea"', '"Bow, Bea"').encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: ("\n" + text.replace("\n", ",,\n") + ",,,,,\n").encode(),
        lambda text: text.replace(",", "\t").replace('"Bow\t Bea"', '"Bow, Bea"').encode("utf-16"),
        lambda text: ("sep=,\r\n" + text).encode(),
    ],
    ids=["bom", "cp1252", "semicolons", "crlf", "cr", "no-last-break", "empty-cells", "utf-16", "sep"],
)
def test_every_way_offices_save_a_table(one_store: Store, tmp_path: Path, encode: object) -> None:
    assert callable(encode)
    taken = import_text(one_store, tmp_path, Kind.PEOPLE, encode(PEOPLE))
    assert taken.faults == () and taken.added == 3
    assert set(people(one_store)) == {"Ann Ash", "Bow, Bea", "José Núñez"}
    said = {"cp1252": "Windows-1252", "semicolons": "semicolons"}
    encoded: bytes = encode(PEOPLE)
    for way, word in said.items():
        wanted = (way == "cp1252" and b"Jos\xe9 " in encoded) or (way == "semicolons" and b";" in encoded)
        assert (word in " ".join(taken.notes)) == wanted


def test_every_fault_is_told_at_once_and_nothing_is_taken_in(store: Store, tmp_path: Path) -> None:
    text = (
        "name,e-mail,agency,learner ref\n"
        "Good Person,good@a.example,police,\n"
        ",nobody@a.example,police,\n"
        "No Agency,no@a.example,,\n"
        '"Bad, Mail",not an address,police,\n'
        "Who Else,,police,nobody-like-that\n"
        "Good Person,good@a.example,housing,\n"
        "A,b,c,d,e,f\n"
        f"{'x' * 81},,police,\n"
    )
    before = rows_of(store)
    taken = import_text(store, tmp_path, Kind.PEOPLE, text)
    assert places(taken) == [(3, 1), (4, 1), (5, 13), (6, 1), (7, 1), (8, 3), (8, 9), (9, 1)]
    assert rows_of(store) == before
    told = taken.faults[4].told("f.csv")
    assert told.startswith("f.csv:7:1: Good Person stands in line 2 already")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04rest", "workbook"),
        (b"\xff\xfen", "no text"),
        (b"name,agency\nA\x00,b\n", "no text"),
        (b"\x81\x8d\xff", "no text"),
        (b"name,agency\n", "nothing below"),
        (b"", "nothing below"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(
    one_store: Store, tmp_path: Path, content: bytes, said: str
) -> None:
    with pytest.raises(RecordError, match=said) as told:
        import_text(one_store, tmp_path, Kind.PEOPLE, content)
    assert "CSV UTF-8" in told.value.remedy
    with pytest.raises(RecordError, match="no such file"):
        one_store.import_file(Kind.PEOPLE, tmp_path / "nowhere.csv", None)


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ('name,agency\nA,"open\nB,c\n', (2, 3), "never closed"),
        ('name,agency\nA,"open" x\n', (2, 3), "never closed"),
        ("name,team\nA,b\n", (2, 1), "needs an agency"),
        ("agency\npolice\n", (1, 1), "“name” is missing"),
        ("name,full name,agency\nA,B,c\n", (1, 6), "would both be “name”"),
    ],
)
def test_a_table_that_does_not_hold_together(
    one_store: Store, tmp_path: Path, text: str, where: tuple[int, int], said: str
) -> None:
    (fault,) = import_text(one_store, tmp_path, Kind.PEOPLE, text).faults
    assert (fault.line, fault.column) == where and said in fault.message


def test_cells_over_several_lines_keep_the_count(one_store: Store, tmp_path: Path) -> None:
    text = 'name,agency,job title\nAnn Ash,police,"two\r\nlines"\n,police,\n'
    assert import_text(one_store, tmp_path, Kind.PEOPLE, text).faults == (Fault(4, 1, "“name” is empty."),)


def test_two_people_of_one_name_are_nobodys_to_choose_between(store: Store, tmp_path: Path) -> None:
    for _ in range(2):
        add_learner(store, "Sam Wren", "schools")
    taken = import_text(store, tmp_path, Kind.PEOPLE, "name,agency\nSam Wren,schools\n")
    assert "2 people" in taken.faults[0].message
    other = import_text(store, tmp_path, Kind.PEOPLE, "name,agency,email\nSam Wren,police,s@p.example\n")
    assert other.added == 1, "another agency and address is somebody else until a person says otherwise"


BOOKINGS = """Course title,Date,Delegate,Email,Agency,Date booked,Attendance,Reason,Date cancelled,Charge
Working together,14/09/2026,Ann Ash,ann@a.example,police,2026-08-01,Attended,,,no
Working together,14/09/2026,Bea Bow,bea@a.example,schools,2026-08-01,DNA,Sick,,yes
Working together,14/09/2026,Cy Coe,cy@a.example,schools,2026-08-02,Cancelled,work,10/09/2026,
Working together,14/09/2026,Di Dee,,housing,,Walk-in,,,
Working together,14/09/2026,Ed Elm,ed@a.example,housing,,,,,
"""


@pytest.fixture
def workshop(store: Store) -> str:
    store.training.set_course(Course(code="wt-3", title="Working together", level="3", minutes=180))
    held = Workshop(id="", title="", course="wt-3", held_on=date(2026, 9, 14), capacity=20)
    return store.training.plan(held)


def test_bookings_are_taken_in_once(store: Store, tmp_path: Path, workshop: str) -> None:
    known, _ = register(store, Details("Ann Ash", "health visiting", email="ann@a.example"))
    first = import_text(store, tmp_path, Kind.BOOKINGS, BOOKINGS)
    assert (first.added, first.changed, first.same, first.faults) == (5, 0, 0, ())
    kept = {one.learner: one for one in store.training.bookings_of(workshop)}
    assert kept[known.learner].agency == "police", "hers on the day"
    assert find(store, "Ann Ash")[0].details.agency == "health visiting"
    told = sorted(
        (one.status.value, one.reason.value, str(one.cancelled_on), one.charge) for one in kept.values()
    )
    assert told == [
        ("attended", "not given", "None", False),
        ("booked", "not given", "None", False),
        ("cancelled", "urgent work", "2026-09-10", False),
        ("no-show", "sickness", "None", True),
        ("unscheduled", "not given", "None", False),
    ]
    assert "1 bookings" in " ".join(first.notes)
    before = rows_of(store)
    assert import_text(store, tmp_path, Kind.BOOKINGS, BOOKINGS).same == 5 and rows_of(store) == before
    changed = BOOKINGS.replace("ed@a.example,housing,,,", "ed@a.example,housing,,present,")
    assert import_text(store, tmp_path, Kind.BOOKINGS, changed).changed == 1


def test_what_is_wrong_with_bookings(store: Store, tmp_path: Path, workshop: str) -> None:
    store.training.plan(Workshop(id="w2", title="Twice", case_id="a", held_on=date(2026, 9, 15)))
    store.training.plan(Workshop(id="w3", title="Twice", case_id="b", held_on=date(2026, 9, 15)))
    heads = "workshop,date,name,agency,status,reason,cancelled on,booked on,charge\n"
    lines = (
        "Working together,15/09/2026,A,police,,,,,",
        "Twice,15/09/2026,A,police,,,,,",
        "Twice,,A,police,,,,,",
        "Twice,09/15/2026,A,police,,,,,",
        "Twice,31/02/2026,A,police,,,,,",
        f"{workshop},,A,police,maybe,,,,",
        f"{workshop},,A,police,cancelled,,,,",
        f"{workshop},,A,police,attended,sick,2026-09-01,,perhaps",
        f"{workshop},,A,police,attended,sick,2026-09-01,,",
        f"{workshop},,B,police,attended,,,,",
        f"{workshop},,B,police,part,,,,",
        ",,A,police,,,,,",
    )
    taken = import_text(store, tmp_path, Kind.BOOKINGS, heads + "\n".join(lines) + "\n")
    assert [line for line, _ in places(taken)] == [2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 12, 13]
    told = [fault.message for fault in taken.faults]
    for words, message in zip(
        (
            "no workshop “Working together” on 2026-09-15",
            "w2, w3",
            "name one by its id",
            "days come first",
            "is no date",
            "none of: booked",
            "the day on which",
            "neither yes nor no",
        ),
        told,
        strict=False,
    ):
        assert words in message
    assert people(store) == {} and store.training.bookings_of(workshop) == ()


def test_headcounts_are_taken_in_once(store: Store, tmp_path: Path) -> None:
    text = 'Agency,Level,Headcount,As at\nGP,3,"1,240",01/04/2026\nschool,3,18,2026-04-01\n'
    first = import_text(store, tmp_path, Kind.HEADCOUNTS, text)
    assert (first.added, first.faults) == (2, ())
    known = store.database.read(lambda c: headcounts(c, date(2026, 4, 1)))
    assert ("general practice", 1240, "f.csv") in [(one.agency, one.in_scope, one.source) for one in known]
    assert store.database.read(lambda c: headcounts(c, date(2026, 3, 31))) == ()
    before = rows_of(store)
    assert import_text(store, tmp_path, Kind.HEADCOUNTS, text).same == 2 and rows_of(store) == before
    other = import_text(store, tmp_path, Kind.HEADCOUNTS, text.replace("18", "19"))
    assert other.changed == 1
    later = text.replace("2026-04-01", "2026-07-01").replace("18", "20")
    assert import_text(store, tmp_path, Kind.HEADCOUNTS, later).added == 1
    for day, number in ((date(2026, 6, 30), 19), (date(2026, 7, 1), 20)):
        known = store.database.read(lambda c, on=day: headcounts(c, on))  # type: ignore[misc]
        assert sorted(one.in_scope for one in known) == [number, 1240]
    wrong = "Agency,Level,Headcount,As at\nGP,3,some,01/04/2026\nGP,,3,\nGP,3,-1,2026-04-01\n"
    assert places(import_text(store, tmp_path, Kind.HEADCOUNTS, wrong)) == [(2, 6), (3, 4), (3, 7), (4, 6)]
