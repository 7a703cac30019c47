"""Commands of a workshop: `workshop open`, `list`, `watch`, `pause`, `inject`, …, and `table export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Case, Cut, Json, On, Seed, example
from simulator.cli.usage import wrong
from simulator.words import cli_workshop as words
from simulator.words import say, say_count

Tables = Annotated[int, typer.Option("--tables", min=1, help=say(words.TABLES_HELP), metavar="N")]
Title = Annotated[str, typer.Option("--title", help=say(words.TITLE_HELP), show_default=False)]
OneScreen = Annotated[bool, typer.Option("--one-screen", help=say(words.ONE_SCREEN_HELP))]
Votes = Annotated[str, typer.Option("--votes", help=say(words.VOTES_HELP), metavar="nobody|present|table")]
Stops = Annotated[bool, typer.Option("--stops", help=say(words.STOPS_HELP))]
TimeBox = Annotated[int, typer.Option("--time-box", min=0, max=480, help=say(words.TIME_BOX_HELP))]
Planned = Annotated[
    str, typer.Option("--workshop", help=say(words.PLANNED_HELP), metavar="ID", show_default=False)
]
Which = Annotated[
    str, typer.Option("--workshop", help=say(words.WHICH_HELP), metavar="ID|TITLE", show_default=False)
]
OnTables = Annotated[list[int] | None, typer.Option("--table", help=say(words.ON_TABLES_HELP), metavar="N")]
ToRole = Annotated[list[str] | None, typer.Option("--role", help=say(words.TO_ROLE_HELP), metavar="ROLE")]
Inject = Annotated[str, typer.Argument(help=say(words.INJECT_ARGUMENT), show_default=False)]
Typed = Annotated[bool, typer.Option("--words", help=say(words.WORDS_HELP))]
EndAll = Annotated[bool, typer.Option("--end-all", help=say(words.END_ALL_HELP))]
Html = Annotated[Path | None, typer.Option("--html", help=say(words.HTML_HELP), metavar="FILE")]
Named = Annotated[bool, typer.Option("--with-names", help=say(words.WITH_NAMES_HELP))]
Runs = Annotated[list[Path], typer.Argument(help=say(words.RUNS_ARGUMENT), show_default=False)]
Run = Annotated[Path, typer.Argument(help=say(words.RUN_ARGUMENT), show_default=False)]
OfAttempt = Annotated[
    str, typer.Option("--attempt", help=say(words.OF_ATTEMPT_HELP), metavar="ATTEMPT", show_default=False)
]
NoNames = Annotated[bool, typer.Option("--no-names", help=say(words.NO_NAMES_HELP))]

workshop = typer.Typer(
    help=say(words.WORKSHOP_HELP),
    epilog=example("workshop open reluctant-gp --tables 4"),
    no_args_is_help=True,
)
table = typer.Typer(help=say(words.TABLE_HELP), epilog=example("table export a.run"), no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    for name, help_, words_typed, command in (
        ("open", words.OPEN_HELP, "workshop open reluctant-gp --tables 4 --votes present", open_),
        ("list", words.LIST_HELP, "workshop list", list_),
        ("watch", words.WATCH_HELP, "workshop watch", watch),
        ("code", words.CODE_HELP, "workshop code", code),
        ("begin", words.BEGIN_HELP, "workshop begin", begin),
        ("pause", words.PAUSE_HELP, "workshop pause --table 2", pause),
        ("resume", words.RESUME_HELP, "workshop resume", resume),
        ("inject", words.INJECT_HELP, "workshop inject phone_call --table 1", inject),
        ("close", words.CLOSE_HELP, "workshop close --end-all", close),
        ("plenary", words.PLENARY_HELP, "workshop plenary --html plenary.html", plenary),
        ("import", words.IMPORT_HELP, "workshop import a.run b.run", import_),
    ):
        workshop.command(name, help=say(help_), epilog=example(words_typed))(command)
    table.command("export", help=say(words.EXPORT_HELP), epilog=example("table export a.run"))(export)
    app.add_typer(workshop, name="workshop")
    app.add_typer(table, name="table")


def open_(
    case: Case,
    tables: Tables = 1,
    title: Title = "",
    on: On = "",
    cut: Cut = "",
    seed: Seed = None,
    one_screen: OneScreen = False,
    votes: Votes = "nobody",
    stops: Stops = False,
    time_box: TimeBox = 0,
    planned: Planned = "",
    json: Json = False,
) -> None:
    """Lay the tables, and say the join code."""
    from simulator.cli.office import let_in
    from simulator.cli.rooms_opened import Wanted, plan_of
    from simulator.play.room import POLLS
    from simulator.records import open_store
    from simulator.settings import load
    from simulator.workshop.opening import open_workshop

    if votes not in POLLS:
        raise wrong(say(words.NO_POLL, votes=votes), ", ".join(POLLS))
    settings = load()
    wanted = Wanted(case, tables, title, on, cut, seed, one_screen, votes, stops, time_box, planned)
    plan = plan_of(settings, wanted)
    with open_store(settings) as store:
        let_in(store)
        opened = open_workshop(store, plan)
    if json:
        show.document({"workshop": opened.room, "code": opened.code, "tables": tables})
        return
    show.out(say(words.OPENED, title=plan.title or plan.case.title))
    show.out(say(words.THE_CODE, code=opened.code))
    show.wrapped(say(words.HOW_TO_JOIN, code=opened.code))
    show.wrapped(say(words.HOW_TO_WATCH))


def list_(json: Json = False) -> None:
    """Every workshop that has been opened, the last first."""
    from simulator.cli.tables import show_table
    from simulator.records import open_store
    from simulator.settings import load
    from simulator.workshop.opening import workshops

    with open_store(load()) as store:
        found = workshops(store)
    if json:
        show.document({"workshops": [_line_data(one) for one in found]})
        return
    if not found:
        show.out(say(words.NO_WORKSHOPS))
        return
    rows = [
        (
            one.id,
            one.title,
            one.tables,
            f"{one.opened.astimezone():%Y-%m-%d %H:%M}",
            say(words.IS_CLOSED if one.closed else words.IS_OPEN),
        )
        for one in found
    ]
    show_table([say(head) for head in words.LIST_HEADS], rows)


def _line_data(one: object) -> dict[str, object]:
    from simulator.records.rooms import RoomLine

    assert isinstance(one, RoomLine)
    closed = one.closed.isoformat() if one.closed else None
    return {**one._asdict(), "opened": one.opened.isoformat(), "closed": closed}


def watch(which: Which = "", json: Json = False) -> None:
    """The trainer's console; with --json how the room stands now."""
    from simulator.cli.office import let_in
    from simulator.records import open_store
    from simulator.settings import load

    settings = load()
    if not json:
        from simulator.cli.rooms_opened import open_console

        raise typer.Exit(open_console(settings, which))
    from simulator.cli.rooms_shown import seen_data
    from simulator.workshop.opening import the_open_one
    from simulator.workshop.watching import room_seen

    with open_store(settings) as store:
        let_in(store)
        show.document(seen_data(room_seen(store, the_open_one(store, which))))


def code(which: Which = "", json: Json = False) -> None:
    """Another join code; the one before no longer works."""
    from simulator.cli.rooms_opened import in_room
    from simulator.workshop.opening import new_code

    with in_room(which) as console:
        made = new_code(console.store, console.room)
    if json:
        show.document({"workshop": console.room, "code": made})
    else:
        show.out(say(words.THE_CODE, code=made))


def begin(which: Which = "", json: Json = False) -> None:
    """Begin every table where somebody sits."""
    from simulator.cli.rooms_opened import in_room

    with in_room(which) as console:
        begun = console.begin_all()
    _say_tables(begun, json=json)


def pause(which: Which = "", tables: OnTables = None, json: Json = False) -> None:
    """Pause tables."""
    from simulator.cli.rooms_opened import in_room

    with in_room(which) as console:
        done = console.pause(tables or ())
    _say_tables(done, json=json)


def resume(which: Which = "", tables: OnTables = None, json: Json = False) -> None:
    """Let tables go on."""
    from simulator.cli.rooms_opened import in_room

    with in_room(which) as console:
        done = console.go_on(tables or ())
    _say_tables(done, json=json)


def inject(
    what: Inject,
    which: Which = "",
    tables: OnTables = None,
    role: ToRole = None,
    typed: Typed = False,
    json: Json = False,
) -> None:
    """An inject of the case, or with --words what was typed."""
    from simulator.cli.rooms_opened import in_room

    with in_room(which) as console:
        send = console.write if typed else console.inject
        done = send(what, tables or (), role or ())
    _say_tables(done, json=json)


def _say_tables(done: list[int], *, json: bool) -> None:
    if json:
        show.document({"tables": done})
    elif done:
        numbers = ", ".join(map(str, done))
        show.out(say_count(len(done), words.ONE_TABLE, words.MANY_TABLES, numbers=numbers))
    else:
        show.out(say(words.NO_TABLE_NOW))


def close(which: Which = "", end_all: EndAll = False, json: Json = False) -> None:
    """End a workshop; who was there is counted."""
    from simulator.cli.rooms_opened import in_room
    from simulator.cli.rooms_shown import attendance_data, show_attendance
    from simulator.workshop.attending import attendance_of

    with in_room(which) as console:
        if end_all:
            console.end_all()
        console.close()
        attended = attendance_of(console.store, console.room)
    if json:
        show.document({"workshop": console.room, **attendance_data(attended)})
        return
    show.out(say(words.CLOSED))
    show_attendance(attended, console.room)


def plenary(which: Which = "", html: Html = None, with_names: Named = False, json: Json = False) -> None:
    """Tables side by side, differences first."""
    from simulator.cli.rooms_opened import in_room
    from simulator.cli.rooms_shown import plenary_data, show_plenary, write_page
    from simulator.records.rooms import find_room
    from simulator.workshop.agreeing import actions_of
    from simulator.workshop.plenary import compare, page, tables_of_room

    with in_room(which) as console:
        title = find_room(console.store, console.room).title
        shown = compare(tables_of_room(console.store, console.room), title, named=with_names)
        actions = actions_of(console.store, console.room)
        if with_names:
            console.store.note("export", console.room, "plenary with names", len(shown.tables))
    if html:
        write_page(html, page(shown, actions))
        show.err(say(words.WRITTEN, file=html))
    if json:
        show.document(plenary_data(shown, actions))
    elif not html:
        show_plenary(shown, actions)


def import_(files: Runs, which: Which = "", json: Json = False) -> None:
    """Run files into the record, and among the tables of an open workshop."""
    from simulator.cli.office import let_in
    from simulator.cli.rooms_opened import room_or_none
    from simulator.records import open_store
    from simulator.settings import load
    from simulator.workshop.run_files import read_run, take_into_room

    taken = []
    with open_store(load()) as store:
        let_in(store)
        room = room_or_none(store, which)
        for file in files:
            taken.append(take_into_room(store, room, file) if room else read_run(store, file))
    if json:
        show.document({"taken": [one._asdict() for one in taken]})
        return
    for file, one in zip(files, taken, strict=True):
        phrase = words.TAKEN_IN if one.new_moves else words.HAD_IT
        show.out(say(phrase, file=file.name, table=one.table or one.attempt, moves=one.new_moves))


def export(file: Run, attempt: OfAttempt = "", no_names: NoNames = False, json: Json = False) -> None:
    """A table's play in one file; the last one played unless another is named."""
    from simulator.cli.rooms_opened import last_played
    from simulator.records import open_store
    from simulator.settings import load
    from simulator.workshop.run_files import write_run

    with open_store(load()) as store:
        found = attempt or last_played(store)
        written = write_run(store, found, file.absolute(), names=not no_names)
    if json:
        show.document({"attempt": found, "moves": written.moves, "people": written.people})
    else:
        show.out(say(words.EXPORTED, file=file.name, moves=written.moves))
        show.wrapped(say_count(written.people, words.ONE_NAME, words.NAMES) if written.people else "")
