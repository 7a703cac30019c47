"""The record as it was first released."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_DELIVERIES = ("solo", "table", "workshop")
_PRESENCES = ("part", "attended", "stepped out")


def upgrade() -> None:
    """From an empty database."""
    _learners()
    _people()
    _credentials()
    _kept_texts()
    _attempts()
    _journal()
    _words()
    _drafts()
    _attendances()
    _completions()
    _audit()


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=null)


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [_text(name) for name in names]


def _number(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=null)


def _moment(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _day(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=null)


def _yes_or_no(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(create_constraint=True, name=name), nullable=False)


def _one_of(name: str, values: tuple[str, ...]) -> sa.Column[Any]:
    kind = sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=24)
    return sa.Column(name, kind, nullable=False)


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _sized(table: str, **most: int | tuple[int, int]) -> list[sa.CheckConstraint]:
    limits = {name: size if isinstance(size, tuple) else (0, size) for name, size in most.items()}
    return [
        _check(table, f"{name}_length", f"length({name}) BETWEEN {least} AND {largest}")
        for name, (least, largest) in limits.items()
    ]


def _digests(table: str, *names: str) -> list[sa.CheckConstraint]:
    return [_check(table, f"{name}_is_sha256", f"length({name}) = 64") for name in names]


def _at_least(table: str, **least: int) -> list[sa.CheckConstraint]:
    return [_check(table, f"{name}_at_least_{low}", f"{name} >= {low}") for name, low in least.items()]


def _key(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=op.f(f"pk_{table}"))


def _refers(table: str, **targets: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [target], name=op.f(f"fk_{table}_{name}"))
        for name, target in targets.items()
    ]


def _index(table: str, name: str) -> None:
    op.create_index(op.f(f"ix_{table}_{name}"), table, [name])


def _learners() -> None:
    op.create_table(
        "learners",
        _text("id"),
        _moment("since"),
        _moment("erased", null=True),
        _key("learners", "id"),
        *_sized("learners", id=(1, 40)),
    )


def _people() -> None:
    line = 200
    op.create_table(
        "people",
        *_texts("learner", "name", "name_key", "agency", "team", "job_title", "email"),
        *_texts("registration_number", "line_manager"),
        _key("people", "learner"),
        *_sized("people", name=(1, 80), name_key=(1, 320), agency=(1, line), team=line, job_title=line),
        *_sized("people", email=line, registration_number=line, line_manager=line),
        *_refers("people", learner="learners.id"),
    )
    _index("people", "name_key")


def _credentials() -> None:
    op.create_table(
        "credentials",
        _text("owner"),
        _text("hash"),
        _number("failures"),
        _moment("wait_until", null=True),
        _key("credentials", "owner"),
        *_sized("credentials", owner=(1, 40), hash=(1, 300)),
        *_at_least("credentials", failures=0),
    )


def _kept_texts() -> None:
    op.create_table(
        "kept_texts",
        _text("sha256"),
        _one_of("kind", ("case", "rulebook", "board")),
        _text("text"),
        _key("kept_texts", "sha256"),
        *_digests("kept_texts", "sha256"),
    )


def _attempts() -> None:
    table = "attempts"
    op.create_table(
        table,
        *_texts("id", "case_text", "case_name", "case_id", "case_title", "case_version"),
        _number("case_format"),
        _number("play_version"),
        *_texts("seed", "cut", "seats"),
        _day("played_on"),
        *_texts("family", "rulebook"),
        _text("board", null=True),
        _yes_or_no("trainer_present"),
        *_texts("table_name", "workshop"),
        _one_of("delivery", _DELIVERIES),
        _text("trainer", null=True),
        _text("level"),
        _number("minutes"),
        _yes_or_no("participatory"),
        _number("valid_months"),
        _yes_or_no("practice_only"),
        _text("tried_from", null=True),
        _number("tried_at", null=True),
        _moment("started"),
        _text("opening"),
        _moment("finished", null=True),
        _text("ending", null=True),
        _key(table, "id"),
        *_sized(table, id=(1, 40), case_id=(1, 80), case_title=200, case_name=200, cut=80, seed=80),
        *_sized(table, table_name=200, workshop=200, level=80),
        *_digests(table, "opening"),
        *_at_least(table, case_format=1, play_version=1, minutes=0, valid_months=0),
        _check(table, "tried_from_a_move", "(tried_from IS NULL) = (tried_at IS NULL)"),
        _check(table, "finished_with_an_ending", "(finished IS NULL) = (ending IS NULL)"),
        _check(table, "tried_is_practice", "tried_from IS NULL OR practice_only"),
        *_refers(table, case_text="kept_texts.sha256", rulebook="kept_texts.sha256"),
        *_refers(table, board="kept_texts.sha256", trainer="learners.id", tried_from="attempts.id"),
    )
    _index(table, "case_id")


def _journal() -> None:
    op.create_table(
        "journal",
        _text("attempt"),
        _number("seq"),
        *_texts("client_id", "role", "move"),
        _number("simulated"),
        _moment("at"),
        *_texts("previous", "hash"),
        _key("journal", "attempt", "seq"),
        sa.UniqueConstraint("attempt", "client_id", name=op.f("uq_journal_attempt_client_id")),
        *_sized("journal", client_id=(1, 80), role=(1, 80)),
        *_digests("journal", "previous", "hash"),
        *_at_least("journal", seq=1),
        *_refers("journal", attempt="attempts.id"),
        sqlite_with_rowid=False,
    )


def _words() -> None:
    op.create_table(
        "words",
        _text("id"),
        _text("attempt"),
        _text("learner", null=True),
        *_texts("salt", "text"),
        _key("words", "id"),
        *_digests("words", "id"),
        *_sized("words", salt=(32, 80), text=20_000),
        *_refers("words", attempt="attempts.id", learner="learners.id"),
    )
    _index("words", "attempt")
    _index("words", "learner")


def _drafts() -> None:
    op.create_table(
        "drafts",
        *_texts("attempt", "role", "decision"),
        _text("learner", null=True),
        _text("text"),
        _moment("at"),
        _key("drafts", "attempt", "role"),
        *_digests("drafts", "decision"),
        *_sized("drafts", role=(1, 80), text=20_000),
        *_refers("drafts", attempt="attempts.id", learner="learners.id"),
    )
    _index("drafts", "learner")


def _attendances() -> None:
    op.create_table(
        "attendances",
        *_texts("attempt", "learner", "roles", "agency"),
        _one_of("presence", _PRESENCES),
        _yes_or_no("first"),
        _moment("joined"),
        _key("attendances", "attempt", "learner"),
        *_sized("attendances", agency=200),
        *_refers("attendances", attempt="attempts.id", learner="learners.id"),
    )
    _index("attendances", "learner")


def _completions() -> None:
    table = "completions"
    op.create_table(
        table,
        *_texts("attempt", "learner", "agency", "roles", "case_id", "case_version", "edition"),
        _number("minutes"),
        _text("level"),
        _yes_or_no("participatory"),
        _yes_or_no("multi_agency"),
        _one_of("delivery", _DELIVERIES),
        _text("trainer", null=True),
        _day("completed_on"),
        _text("certificate"),
        _day("expires", null=True),
        _key(table, "attempt", "learner"),
        sa.UniqueConstraint("certificate", name=op.f("uq_completions_certificate")),
        *_sized(table, certificate=(1, 80), agency=200, edition=80, level=80),
        *_at_least(table, minutes=0),
        *_refers(table, attempt="attempts.id", learner="learners.id", trainer="learners.id"),
    )
    _index(table, "learner")
    _index(table, "completed_on")


def _audit() -> None:
    op.create_table(
        "audit",
        _number("id"),
        _moment("at"),
        *_texts("who", "action", "what", "chosen"),
        _number("rows"),
        _key("audit", "id"),
        *_sized("audit", who=200, action=(1, 80), what=200, chosen=2_000),
        *_at_least("audit", rows=0),
    )
