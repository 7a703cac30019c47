"""A family as it is kept with its attempt: never drawn a second time, whatever Faker does later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.errors import RecordError
from simulator.family.model import Family, Person
from simulator.family.spec import Kind, Sex
from simulator.words import Phrase, say
from simulator.words import family as words

FORMAT: Final = 1
"""Of what `as_data` gives. Every format ever released stays readable."""


def as_data(family: Family) -> dict[str, object]:
    """The family as JSON holds it: texts, lists, true and false."""
    return {
        "format": FORMAT,
        "seed": family.seed,
        "on": family.on,
        "surname": family.surname,
        "home": family.home,
        "postcode": family.postcode,
        "school": family.school,
        "telephone": family.telephone,
        "email": family.email,
        "people": [_person_data(person) for person in family.people],
    }


def _person_data(person: Person) -> dict[str, object]:
    return {
        "id": person.id,
        "kind": person.kind,
        "first_name": person.first_name,
        "surname": person.surname,
        "title": person.title,
        "called": person.called,
        "sex": person.sex,
        "age": person.age,
        "born": person.born,
        "nhs_number": person.nhs_number,
        "unborn": person.unborn,
        "focus": person.focus,
        "parents": list(person.parents),
        "partners": list(person.partners),
    }


def from_data(data: object) -> Family:
    """The family that `as_data` gave. RecordError where the data are damaged or of a newer format."""
    stored = _mapping(data, "family")
    number = stored.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise _unreadable(words.STORED_NEWER, words.UPDATE, format=number)
    if number != FORMAT:
        raise _wrong("format")
    return Family(
        seed=_text(stored, "seed"),
        on=_text(stored, "on"),
        surname=_text(stored, "surname"),
        home=_text(stored, "home"),
        postcode=_text(stored, "postcode"),
        school=_text(stored, "school"),
        telephone=_text(stored, "telephone"),
        email=_text(stored, "email"),
        people=tuple(_person(_mapping(person, "people")) for person in _list(stored, "people")),
    )


def _person(stored: Mapping[str, object]) -> Person:
    return Person(
        id=_text(stored, "id"),
        kind=Kind(_text(stored, "kind", tuple(Kind))),
        first_name=_text(stored, "first_name"),
        surname=_text(stored, "surname"),
        title=_text(stored, "title"),
        called=_text(stored, "called"),
        sex=Sex(_text(stored, "sex", tuple(Sex))),
        age=_text(stored, "age"),
        born=_text(stored, "born"),
        nhs_number=_text(stored, "nhs_number"),
        unborn=_flag(stored, "unborn"),
        focus=_flag(stored, "focus"),
        parents=_texts(stored, "parents"),
        partners=_texts(stored, "partners"),
    )


def _mapping(value: object, field: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _wrong(field)
    return value


def _list(stored: Mapping[str, object], field: str) -> list[object]:
    value = stored.get(field)
    if not isinstance(value, list):
        raise _wrong(field)
    return value


def _text(stored: Mapping[str, object], field: str, allowed: tuple[str, ...] = ()) -> str:
    value = stored.get(field)
    if not isinstance(value, str) or (allowed and value not in allowed):
        raise _wrong(field)
    return value


def _texts(stored: Mapping[str, object], field: str) -> tuple[str, ...]:
    texts = [text for text in _list(stored, field) if isinstance(text, str)]
    if len(texts) < len(_list(stored, field)):
        raise _wrong(field)
    return tuple(texts)


def _flag(stored: Mapping[str, object], field: str) -> bool:
    value = stored.get(field)
    if not isinstance(value, bool):
        raise _wrong(field)
    return value


def _wrong(field: str) -> RecordError:
    return _unreadable(words.STORED_WRONG, words.STORED_REMEDY, field=field)


def _unreadable(message: Phrase, remedy: Phrase, **values: object) -> RecordError:
    return RecordError(say(words.STORED_TITLE), say(message, **values), say(remedy))
