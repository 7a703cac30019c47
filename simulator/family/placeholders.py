"""What the words in angle brackets stand for in one family: `<child's>`, `<mother.they>`, `<home>`."""

from __future__ import annotations

from typing import Final

from simulator.errors import CaseError
from simulator.family.model import Family, Person
from simulator.words import family as words
from simulator.words import say

FORMS: Final = ("name", "possessive", "first", "age", "they", "them", "their", "full")
"""What can be said of a person; with a capital (`They`), the words begin with one."""
PLACES: Final = ("home", "school", "surname")
"""What can be said of the family as a whole, as `name` or `possessive`."""


def resolve(family: Family, person_id: str, form: str = "name") -> str:
    """The words for a person (or a place: `home`, `school`, `surname`) in this family.

    `name` is what everybody calls them, `full` first name and surname. Raises CaseError where the family has
    nobody of that id, or the form is none of FORMS.
    """
    wanted = form.lower()
    words_for = _place(family, person_id) or _person(family, person_id)
    if wanted not in words_for:
        known = ", ".join(words_for)
        raise _unknown(say(words.NO_SUCH_FORM, form=form), say(words.KNOWN_FORMS, forms=known))
    said = words_for[wanted]
    return said[:1].upper() + said[1:] if form[:1].isupper() else said


def placeholders(family: Family) -> dict[str, str]:
    """All that a case's text can ask for, by what is in the brackets: `child`, `child's`, `child.they`."""
    said: dict[str, str] = {}
    for place in PLACES:
        said |= _bracketed(place, _place(family, place))
    for person in family.people:
        said |= _bracketed(person.id, _forms(person))
    if family.child is not None and family.person("child") is family.child:
        said |= _bracketed("child", _forms(family.child))
    return said


def _bracketed(person_id: str, forms: dict[str, str]) -> dict[str, str]:
    ends = {"name": "", "possessive": "'s"}
    return {person_id + ends.get(form, f".{form}"): said for form, said in forms.items()}


def _place(family: Family, place: str) -> dict[str, str]:
    said = {"home": family.home, "school": family.school, "surname": family.surname}.get(place)
    return {"name": said, "possessive": possessive(said)} if said is not None else {}


def _person(family: Family, person_id: str) -> dict[str, str]:
    person = family.person(person_id)
    if person is None:
        raise _unknown(say(words.NO_SUCH_PERSON, person=person_id), "")
    return _forms(person)


def _forms(person: Person) -> dict[str, str]:
    they, them, their = person.pronouns
    return {
        "name": person.called,
        "possessive": possessive(person.called),
        "first": person.first_name or person.called,
        "age": person.age,
        "they": they,
        "them": them,
        "their": their,
        "full": person.full_name,
    }


def possessive(name: str) -> str:
    """`Lily’s`, `James’`: an apostrophe alone after an s."""
    return f"{name}’" if name[-1:] in ("s", "S") else f"{name}’s"


def _unknown(message: str, remedy: str) -> CaseError:
    return CaseError(say(words.NOBODY_TITLE), message, remedy)
