"""Courses, workshops, bookings, evaluations, headcounts, actions; who is merged into whom."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_STATUSES = ("planned", "open", "closed", "cancelled")
_BOOKED = ("booked", "attended", "part", "no-show", "cancelled", "unscheduled")
_REASONS = (
    "not given",
    "sickness",
    "personal commitments",
    "urgent work",
    "no cover",
    "left the post",
    "travel",
    "other",
)
_PARTS = ("attended", "part", "missed")
_ON_PAPER = ("paper review", "printed pack", "elsewhere")
_STAGES = ("pre", "post", "follow-up")
_ONE_OCCASION = "(workshop IS NULL) <> (attempt IS NULL)"


def upgrade() -> None:
    """From the first record."""
    _courses()
    _workshops()
    _trainers()
    _bookings()
    _booking_parts()
    _paper_completions()
    _evaluations()
    _intentions()
    _headcounts()
    _actions()
    _kept_apart()
    _more_of_what_was()


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=null)


def _texts(*names: str, null: bool = False) -> list[sa.Column[Any]]:
    return [_text(name, null=null) for name in names]


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _day(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=null)


def _yes_or_no(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(create_constraint=True, name=name), nullable=null)


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


def _at_least(table: str, **least: int) -> list[sa.CheckConstraint]:
    return [_check(table, f"{name}_at_least_{low}", f"{name} >= {low}") for name, low in least.items()]


def _key(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=op.f(f"pk_{table}"))


def _once(table: str, *names: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*names, name=op.f(f"uq_{table}_{'_'.join(names)}"))


def _refers(table: str, **targets: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [target], name=op.f(f"fk_{table}_{name}"))
        for name, target in targets.items()
    ]


def _index(table: str, name: str) -> None:
    op.create_index(op.f(f"ix_{table}_{name}"), table, [name])


def _courses() -> None:
    op.create_table(
        "courses",
        *_texts("code", "title", "cases", "level"),
        _number("minutes"),
        _number("valid_months"),
        _yes_or_no("participatory"),
        _yes_or_no("multi_agency"),
        _key("courses", "code"),
        *_sized("courses", code=(1, 80), title=(1, 200), cases=(2, 2_000), level=80),
        *_at_least("courses", minutes=0, valid_months=0),
    )


def _workshops() -> None:
    table = "workshops"
    op.create_table(
        table,
        *_texts("id", "title"),
        _text("course", null=True),
        _text("case_id"),
        _day("held_on"),
        _text("place"),
        _number("capacity"),
        _text("level"),
        _number("minutes"),
        _number("parts"),
        _yes_or_no("charged"),
        _one_of("status", _STATUSES),
        _key(table, "id"),
        *_sized(table, id=(1, 40), title=(1, 200), case_id=80, place=200, level=80),
        *_at_least(table, capacity=0, minutes=0, parts=1),
        _check(table, "about_something", "course IS NOT NULL OR length(case_id) > 0"),
        *_refers(table, course="courses.code"),
    )
    _index(table, "course")
    _index(table, "held_on")


def _trainers() -> None:
    op.create_table(
        "trainers",
        *_texts("workshop", "learner", "agency"),
        _number("half_days"),
        _key("trainers", "workshop", "learner"),
        *_sized("trainers", agency=200),
        *_at_least("trainers", half_days=0),
        *_refers("trainers", workshop="workshops.id", learner="learners.id"),
    )
    _index("trainers", "learner")


def _bookings() -> None:
    table = "bookings"
    op.create_table(
        table,
        *_texts("workshop", "learner", "agency", "table_name"),
        _day("booked_on", null=True),
        _one_of("status", _BOOKED),
        _one_of("reason", _REASONS),
        _day("cancelled_on", null=True),
        _yes_or_no("charge"),
        _key(table, "workshop", "learner"),
        *_sized(table, agency=200, table_name=200),
        _check(table, "booked_unless_unscheduled", "(status = 'unscheduled') = (booked_on IS NULL)"),
        _check(table, "cancelled_on_a_day", "(status = 'cancelled') = (cancelled_on IS NOT NULL)"),
        _check(
            table, "reason_for_absence", "reason = 'not given' OR status IN ('no-show', 'cancelled', 'part')"
        ),
        *_refers(table, workshop="workshops.id", learner="learners.id"),
    )
    _index(table, "learner")


def _booking_parts() -> None:
    table = "booking_parts"
    there = ["workshop", "learner"]
    op.create_table(
        table,
        *_texts(*there),
        _number("number"),
        _one_of("there", _PARTS),
        _key(table, *there, "number"),
        *_at_least(table, number=1),
        sa.ForeignKeyConstraint(
            there, [f"bookings.{name}" for name in there], name=op.f(f"fk_{table}_workshop_learner")
        ),
    )


def _paper_completions() -> None:
    table = "paper_completions"
    op.create_table(
        table,
        *_texts("certificate", "learner"),
        *_texts("attempt", "workshop", "course", null=True),
        *_texts("case_id", "edition", "agency"),
        _one_of("how", _ON_PAPER),
        _number("minutes"),
        _text("level"),
        _yes_or_no("participatory"),
        _yes_or_no("multi_agency"),
        _text("trainer", null=True),
        _day("completed_on"),
        _day("expires", null=True),
        _key(table, "certificate"),
        *_sized(table, certificate=(1, 80), agency=200, case_id=80, edition=80, level=80),
        *_at_least(table, minutes=0),
        _once(table, "attempt", "learner"),
        _once(table, "workshop", "learner"),
        _check(table, "of_something", "coalesce(attempt, workshop, course) IS NOT NULL"),
        *_refers(table, learner="learners.id", attempt="attempts.id", workshop="workshops.id"),
        *_refers(table, course="courses.code", trainer="learners.id"),
    )
    _index(table, "learner")
    _index(table, "completed_on")


def _evaluations() -> None:
    table = "evaluations"
    op.create_table(
        table,
        _text("id"),
        *_texts("workshop", "attempt", null=True),
        _text("learner"),
        _one_of("stage", _STAGES),
        _text("item"),
        _number("value"),
        _day("given_on"),
        _key(table, "id"),
        *_sized(table, id=(1, 40), item=(1, 80)),
        *_at_least(table, value=0),
        _check(table, "of_one_occasion", _ONE_OCCASION),
        _once(table, "workshop", "learner", "stage", "item"),
        _once(table, "attempt", "learner", "stage", "item"),
        *_refers(table, workshop="workshops.id", attempt="attempts.id", learner="learners.id"),
    )
    _index(table, "learner")


def _intentions() -> None:
    table = "intentions"
    op.create_table(
        table,
        _text("id"),
        *_texts("workshop", "attempt", null=True),
        _text("learner"),
        _day("stated_on"),
        _yes_or_no("done", null=True),
        _yes_or_no("confirmed", null=True),
        _day("answered_on", null=True),
        _key(table, "id"),
        *_sized(table, id=(1, 40)),
        _check(table, "of_one_occasion", _ONE_OCCASION),
        _check(table, "answered_on_a_day", "(done IS NULL) = (answered_on IS NULL)"),
        _once(table, "workshop", "learner"),
        _once(table, "attempt", "learner"),
        *_refers(table, workshop="workshops.id", attempt="attempts.id", learner="learners.id"),
    )
    _index(table, "learner")
    op.create_table(
        "intention_words",
        *_texts("intention", "text"),
        _key("intention_words", "intention"),
        *_sized("intention_words", text=(1, 2_000)),
        *_refers("intention_words", intention="intentions.id"),
    )


def _headcounts() -> None:
    op.create_table(
        "headcounts",
        *_texts("agency", "level"),
        _day("as_of"),
        _number("in_scope"),
        _text("source"),
        _key("headcounts", "agency", "level", "as_of"),
        *_sized("headcounts", agency=(1, 200), level=80, source=200),
        *_at_least("headcounts", in_scope=0),
    )


def _actions() -> None:
    table = "actions"
    op.create_table(
        table,
        _text("id"),
        _day("agreed_on"),
        *_texts("workshop", "attempt", null=True),
        *_texts("review", "what", "agency", "office"),
        _day("due", null=True),
        _day("done_on", null=True),
        _text("evidence"),
        _key(table, "id"),
        *_sized(table, id=(1, 40), review=200, what=(1, 2_000), agency=200, office=200, evidence=2_000),
        _check(table, "owned", "length(agency) + length(office) > 0"),
        _check(table, "done_with_evidence", "done_on IS NULL OR length(evidence) > 0"),
        *_refers(table, workshop="workshops.id", attempt="attempts.id"),
    )
    _index(table, "workshop")
    _index(table, "due")


def _kept_apart() -> None:
    op.create_table(
        "kept_apart",
        *_texts("one", "other"),
        _key("kept_apart", "one", "other"),
        _check("kept_apart", "in_order", "one < other"),
        *_refers("kept_apart", one="learners.id", other="learners.id"),
    )


def _more_of_what_was() -> None:
    with op.batch_alter_table("learners") as learners:
        learners.add_column(_text("merged_into", null=True))
        learners.create_foreign_key(op.f("fk_learners_merged_into"), "learners", ["merged_into"], ["id"])
    with op.batch_alter_table("attempts") as attempts:
        attempts.add_column(_text("held_in", null=True))
        attempts.create_foreign_key(op.f("fk_attempts_held_in"), "workshops", ["held_in"], ["id"])
        attempts.create_check_constraint(
            op.f("ck_attempts_held_in_its_workshop"), "held_in IS NULL OR held_in = workshop"
        )
    _index("attempts", "held_in")
