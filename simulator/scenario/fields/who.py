"""Who is in a case: the family, other people, and the roles at the table."""

from __future__ import annotations

from typing import Any, Final

from simulator.scenario import nodes
from simulator.scenario.findings import Findings
from simulator.scenario.ids import ID, MEMBERS
from simulator.scenario.kinds import LABEL, PROSE, YES_OR_NO, choice
from simulator.scenario.model import Habit, Member, Person, Role
from simulator.scenario.pieces import Field, Piece, Values
from simulator.scenario.times import AGE

SEXES: Final = ("male", "female", "any")
HABITS: Final = {habit.value: habit for habit in Habit}
INDEX_USER: Final = {"trained": True, "no": False}

MEMBER: Final = Piece(
    "a member of the family",
    "Somebody of the family, invented afresh for each attempt: name, birthday, pronouns.",
    (
        Field("age", AGE, "How old, or between which ages.", "11 weeks", required=True),
        Field("sex", choice(SEXES), "Decides name and pronouns.", "female", default="any", usual="any"),
        Field(
            "focus",
            YES_OR_NO,
            "Whether the case is about this child; `<child>` is the first of them.",
            "yes",
            default=False,
            usual="no",
        ),
        Field("parent of", MEMBERS, "Whose mother or father.", "child", default=(), usual="nobody's"),
        Field("child of", MEMBERS, "Whose son or daughter.", "mother", default=(), usual="nobody's"),
        Field("partner of", MEMBERS, "Whose partner.", "mother", default=(), usual="nobody's"),
    ),
    Member,
)

PERSON: Final = Piece(
    "a person",
    "Somebody who speaks or is spoken of, outside the family and the roles.",
    (
        Field(
            "title",
            LABEL,
            "Shown instead of an invented name.",
            "the duty doctor",
            default="",
            usual="an invented name",
        ),
    ),
    Person,
    short="title",
)


def _with_names(findings: Findings, values: Values, node: nodes.Mapping) -> None:
    """A role is called by its id, and bound as its id, where nothing else is said."""
    id = values["id"]
    if isinstance(id, str):
        values["title"] = values["title"] or id.replace("_", " ")
        values["binds_as"] = values["binds_as"] or id


ROLE: Final = Piece(
    "a role",
    "A seat at the table: one agency's person in this case.",
    (
        Field(
            "agency",
            LABEL,
            "The agency, by its name in the catalogue of the board.",
            "general practice",
            required=True,
        ),
        Field(
            "title",
            LABEL,
            "What the role is called on the screen.",
            "family doctor",
            default="",
            usual="its id, with spaces",
        ),
        Field("play", YES_OR_NO, "Whether a trainee may take this seat.", "yes", default=False, usual="no"),
        Field(
            "if nobody plays",
            choice(HABITS),
            "How the role behaves when nobody has its seat.",
            "guarded",
            to="habit",
            default=Habit.BY_THE_BOOK,
            usual="by the book",
        ),
        Field(
            "brief",
            PROSE,
            "What the person in this seat reads before the case begins.",
            "You have known <mother> since she was a girl.",
            default="",
            usual="nothing",
        ),
        Field(
            "binds as",
            ID,
            "The role's name in the guidance, where its id is another: it decides which timescales bind it.",
            "social_work_manager",
            default="",
            usual="its id",
        ),
        Field(
            "index user",
            choice(INDEX_USER),
            "Whether the role was trained to use the Index (2009 to August 2010).",
            "trained",
            default=False,
            usual="no",
        ),
    ),
    Role,
    check=_with_names,
)


def usual_family() -> dict[str, Member]:
    """The family of a case that names none."""
    return {"child": Member("child", "6", focus=True)}


def usual_roles() -> dict[str, Any]:
    """The one seat of a case that names no roles."""
    return {
        "practitioner": Role(
            "practitioner", "voluntary sector", "practitioner", True, Habit.BY_THE_BOOK, "", "practitioner"
        )
    }
