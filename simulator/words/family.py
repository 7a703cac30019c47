"""What is said about invented people: their ages, their tree, and a family that cannot be."""

from __future__ import annotations

from simulator.words import Phrase

DAYS = Phrase("{number} days")
ONE_DAY = Phrase("{number} day")
WEEKS = Phrase("{number} weeks")
ONE_WEEK = Phrase("{number} week")
MONTHS = Phrase("{number} months")
ONE_MONTH = Phrase("{number} month")
UNBORN = Phrase("unborn")
THE_BABY = Phrase("the baby")

HOME = Phrase("{number} {street}, {town}")
PRIMARY_SCHOOL = Phrase("{place} Primary School")
SECONDARY_SCHOOL = Phrase("{place} School")
MR = Phrase("Mr")
MRS = Phrase("Mrs")
MS = Phrase("Ms")

IMPOSSIBLE_TITLE = Phrase("This family cannot be")
BAD_AGE = Phrase("`{age}` is not an age.")
BAD_AGE_REMEDY = Phrase("Write `7`, `21-24`, `11 weeks`, `5 months`, `3 days` or `unborn`.")
TWICE = Phrase("Two people have the id `{person}`.")
NOBODY = Phrase("`{person}` is said to belong to `{other}`, whom the family does not have.")
OWN_ANCESTOR = Phrase("`{person}` would be their own ancestor, or the partner of one.")
RENAME = Phrase("Give each person an id of their own.")
CHECK_TIES = Phrase("Check `parent of`, `child of` and `partner of`.")
AGES_DO_NOT_FIT = Phrase(
    "The ages of {people} do not fit: a parent is at least {years} years older than a child."
)
BIRTHS_TOO_CLOSE = Phrase(
    "The ages of {people} do not fit: brothers and sisters are twins or born {months} months apart."
)
CHECK_AGES = Phrase("Change one of the ages, or give a range such as `21-24`.")
NO_NAME_LEFT = Phrase("The family is so large that no first name is left for `{person}`.")
SMALLER = Phrase("Leave people out; a room can follow a dozen.")

STORED_TITLE = Phrase("The stored family cannot be read")
STORED_WRONG = Phrase("What is stored under `{field}` is not what a family holds.")
STORED_NEWER = Phrase("It was stored by a newer simulator (format {format}).")
STORED_REMEDY = Phrase("Run `{simulator} records verify`; it says what else is damaged.")
UPDATE = Phrase("Update the simulator.")

NAME_AND_AGE = Phrase("{name} {age}")
NOT_YET_BORN = Phrase("{name} ({age})")
ONE_OF_THE_FAMILY = Phrase("{who}: {what}.")
SAID_OF = Phrase("{who}, {age}")
MOTHER_OF = Phrase("mother of {people}")
FATHER_OF = Phrase("father of {people}")
PARENT_OF = Phrase("parent of {people}")
DAUGHTER_OF = Phrase("daughter of {people}")
SON_OF = Phrase("son of {people}")
CHILD_OF = Phrase("child of {people}")
PARTNER_OF = Phrase("partner of {people}")
OF_THE_FAMILY = Phrase("of the family")
LAST_OF_SEVERAL = Phrase("{some} and {last}")
