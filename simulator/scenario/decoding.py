"""Bytes of a file to text: UTF-8 with or without its mark, or a refusal that names what it seems to be."""

from __future__ import annotations

import codecs
from typing import Final, NamedTuple

from simulator.words import Phrase, say

GUESS = Phrase("; it looks like “{character}” saved as {encoding}")
WINDOWS = Phrase("Windows-1252, which Notepad calls ANSI")
WORD = Phrase("a Word document or another zipped file")
ZIPPED = Phrase("a zipped file")
OLD_WORD = Phrase("an old Word document")
RICH_TEXT = Phrase("a document in rich text format")
PDF = Phrase("a PDF document")
WEB_PAGE = Phrase("a web page")
PICTURE = Phrase("a picture")

_OTHER_FILES: Final = (
    (b"PK\x03\x04", WORD),
    (b"\x1f\x8b", ZIPPED),
    (b"\xd0\xcf\x11\xe0", OLD_WORD),
    (b"{\\rtf", RICH_TEXT),
    (b"%PDF-", PDF),
    (b"<!doctype html", WEB_PAGE),
    (b"<html", WEB_PAGE),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
)
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


class Undecodable(NamedTuple):
    """Why bytes are not the text of a case, and where."""

    code: str
    line: int
    column: int
    values: dict[str, str]
    readable: str = ""
    """The text as far as it can be shown."""


def decoded(data: bytes) -> str | Undecodable:
    """The text in the bytes, still with its own line breaks; the byte order mark is taken away."""
    start = data[:16].lower()
    for mark, kind in _OTHER_FILES:
        if start.startswith(mark.lower()):
            return Undecodable("Y008", 1, 1, {"kind": say(kind)})
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Undecodable("Y006", 1, 1, {"encoding": encoding})
    if any(data[:64]) and not (any(data[:64:2]) and any(data[1:64:2])) and len(data) >= 4:
        return Undecodable("Y006", 1, 1, {"encoding": "UTF-16"})  # every second byte of plain English is 0
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return _undecodable(data, error.start)


def _undecodable(data: bytes, place: int) -> Undecodable:
    before = data[:place].decode().replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    guess = ""
    try:
        character = data[place : place + 1].decode("cp1252")
        if character.isprintable():
            guess = say(GUESS, character=character, encoding=say(WINDOWS))
    except UnicodeDecodeError:
        pass  # a byte that Windows-1252 does not have either
    return Undecodable("Y007", line, column, {"guess": guess}, data.decode("utf-8", "replace"))
