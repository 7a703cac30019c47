"""What the words in angle brackets stand for in one family: `<child's>`, `<mother.they>`, `<home>`."""

from __future__ import annotations

from simulator.family.model import Family, Person


def placeholders(family: Family) -> dict[str, str]:
    """All that a case's text can ask for, by what is in the brackets: `child`, `child's`, `child.they`."""
    said: dict[str, str] = {}
    for place, name in (("home", family.home), ("school", family.school), ("surname", family.surname)):
        said |= _named(place, name)
    for person in family.people:
        said |= _forms(person.id, person)
    if family.child is not None and family.person("child") is family.child:
        said |= _forms("child", family.child)
    return said


def _named(id_: str, name: str) -> dict[str, str]:
    return {id_: name, f"{id_}'s": possessive(name)}


def _forms(id_: str, person: Person) -> dict[str, str]:
    they, them, their = person.pronouns
    first = person.first_name or person.called
    forms = {"first": first, "age": person.age, "they": they, "them": them, "their": their}
    return _named(id_, person.called) | {f"{id_}.{form}": said for form, said in forms.items()}


def possessive(name: str) -> str:
    """`Lily’s`, `James’`: an apostrophe alone after an s."""
    return f"{name}’" if name[-1:] in ("s", "S") else f"{name}’s"
