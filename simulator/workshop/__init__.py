"""The workshop: a room full of people, one case, many screens. Everything but the screens.

Everything that changes what a table sees or may do is a move in its attempt's journal (`simulator.play.room`
holds the trainer's moves and votes), so that a replay shows the room as it was. Who sits where, heartbeats
and table talk stand beside the journal (`simulator.records.rooms*`). All of it works through one `Store`, on
SQLite and PostgreSQL; any number of processes may have a room open. Nothing here draws, and nothing here
imports a database library.

opening     open_workshop(store, Plan(...)) -> Opened(room, code); new_code; close_workshop; workshops;
            the_open_one(store, named)
setting     Setting(votes, stops, time_box, level, minutes, participatory, valid_months)
entering    enter(store, code, device) -> room; door(store, room) -> Door(tables, seats)
joining     sit; sit_together (one screen); sit_beside (scribe, observer); come_back(store, token, window);
            place_of and come_over (the same person, another device); beat (each HEARTBEAT seconds); goodbye
            (nobody is before the window); rest / take_back (a colleague's habit); leave (step out).
            PlaceHeld and OpenElsewhere are the take-over questions: ask, then the same call with
            take_over=True
table       begin(store, room, number); open_table(store, ticket) -> OpenTable(attempt, cast, setting);
            decide; speak; talk
awaiting    awaited(game, state) -> (Awaited(role, what), …); asked_of(game, state, role)
seeing      view_of(attempt, role) -> SeatView: all that a seat sees, and nothing that another holds
            privately; lines_of; box_of
leading     Console(store, room): begin_all, pause, go_on, stops, votes, time_box, inject, write, move_on,
            open_votes, stand, free, end_all, talk, speak, close
watching    room_seen(store, room) -> RoomSeen: tables × seats with progress, quiet minutes and who is there
noticing    Notices(store).watch(keys, callback) or .changes(keys): something changed, within 50 ms or so;
            keys are an attempt's id and key_of(room)
plenary     compare(tables_of_room(store, room), title, named=False) -> Plenary: tables side by side,
            differences first; page(plenary, actions) -> a page for the wall or to print
agreeing    agree(store, room, Agreed(what, who, due)): an action of the record (R13); write_down: the same by
            a table's scribe, among its notes; actions_of
attending   attendance_of(store, room) -> Attendance: came = attended + part, late, who never began, who had
            gone by the end (`store.saw_through` where the trainer knows better)
run_files   write_run(store, attempt, file); read_run(store, file); take_into_room(store, room, file)

A window does: `enter`, `door`, `sit`, keep `ticket.token`; then `Notices.watch`, and on each call
`attempt.changed()` → `attempt.refresh()` → `view_of`. It beats every HEARTBEAT seconds and stops when `beat`
says False. A trainer's window: `access.check_pin`, `Console`, `room_seen` on each notice of `key_of(room)`
and of the tables' attempts, and once a second for the minutes.
"""

from __future__ import annotations
