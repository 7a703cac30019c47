"""The type that paper is set in: FiraGO, free to embed, with the letters of Latin, Greek, Cyrillic, Georgian,
Hebrew, Arabic, Devanagari and Thai, so that a name comes out as it is written.

It travels in the package pymupdf-fonts; the library that writes PDFs reads type from files only, so the two
cuts are laid out in a folder of this process. For letters it lacks (Chinese, Bengali and others) a type of
the machine's own is borrowed where there is one; else the letter is an empty box, and the HTML page has it.
"""

from __future__ import annotations

import atexit
import logging
import os
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, Final

NAME: Final = "firago"
_FOLDERS: Final = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/.local/share/fonts",
    "~/Library/Fonts",
    "%WINDIR%/Fonts",
)
_WIDE: Final = (
    "NotoSansCJK-Regular.ttc",
    "wqy-microhei.ttc",
    "DroidSansFallbackFull.ttf",
    "Arial Unicode.ttf",
    "msyh.ttc",
    "malgun.ttf",
    "Nirmala.ttc",
    "Nirmala.ttf",
    "NotoSansBengali-Regular.ttf",
    "NotoSansGujarati-Regular.ttf",
    "NotoSansGurmukhi-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansSinhala-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansArmenian-Regular.ttf",
    "FreeSans.ttf",
    "DejaVuSans.ttf",
)
"""Files known to hold letters of many scripts, the widest first."""


def set_type(sheet: Any) -> None:
    """Give a sheet its type."""
    for name in ("fpdf", "fontTools"):
        logging.getLogger(name).setLevel(
            logging.ERROR
        )  # a missing letter is drawn as a box, not talked about
    folder = _laid_out()
    sheet.add_font(NAME, "", folder / "regular.ttf")
    sheet.add_font(NAME, "B", folder / "bold.ttf")


@lru_cache(maxsize=1)
def _laid_out() -> Path:
    from pymupdf_fonts.FiraGO_Bold import fontbuffer as bold  # type: ignore[import-untyped]  # it ships no types
    from pymupdf_fonts.FiraGO_Regular import fontbuffer as regular  # type: ignore[import-untyped]  # it ships no types

    folder = Path(mkdtemp(prefix="simulator-type-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    (folder / "regular.ttf").write_bytes(regular)
    (folder / "bold.ttf").write_bytes(bold)
    return folder


def close_type(fonts: dict[str, Any]) -> None:
    """Close the files that a sheet's type is read from."""
    for font in fonts.values():
        if hasattr(font, "ttfont"):
            font.ttfont.close()


def lacks(sheet: Any, text: str) -> bool:
    """Whether the type has no letter for some of the text."""
    has = sheet.fonts[NAME].cmap
    return any(ord(letter) not in has for letter in text if letter > "~")


def borrow(sheet: Any, text: str) -> None:
    """Borrow from the machine's own type what the sheet's has not."""
    borrowed = sheet.fonts.keys() - {NAME, f"{NAME}b"}
    missing = {letter for letter in text if ord(letter) not in sheet.fonts[NAME].cmap}
    for font in borrowed:
        missing -= {letter for letter in missing if ord(letter) in sheet.fonts[font].cmap}
    for file in _machines() if missing else ():
        found = missing & letters_of(file)
        if found:
            sheet.add_font(file.stem, "", file)
            sheet.set_fallback_fonts([*sheet._fallback_font_ids, file.stem], exact_match=False)
            missing -= found


@lru_cache(maxsize=1)
def _machines() -> tuple[Path, ...]:
    """Files of the machine that may help, the widest first."""
    found = {file.name: file for folder in _FOLDERS for file in _files(folder)}
    return tuple(found[name] for name in _WIDE if name in found)


def _files(folder: str) -> Iterator[Path]:
    place = Path(os.path.expandvars(os.path.expanduser(folder)))
    return place.rglob("*.tt[fc]") if place.is_dir() else iter(())


@cache
def letters_of(file: Path) -> frozenset[str]:
    """Every letter a file has; none where it cannot be read."""
    from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]  # it ships no types

    try:
        with TTFont(file, fontNumber=0, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap() or ()))
    except (TTLibError, OSError, KeyError):
        return frozenset()
