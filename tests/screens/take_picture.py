"""Take the picture of the case room that the README shows: `python -m tests.screens.take_picture`."""

from __future__ import annotations

import re
from pathlib import Path

from simulator.terminal.widgets.rows import Rows
from tests.screens.driver import driven, options

PICTURE = Path(__file__).parent / "pictures" / "case-room.svg"
CASE = str(Path(__file__).resolve().parents[2] / "scenarios" / "mark-on-his-cheek.yaml")


def without_fonts_from_elsewhere(svg: str) -> str:
    """A picture that fetches nothing: the reader's own fonts are good enough."""
    return re.sub(r"@font-face\s*\{[^}]*\}", "", svg).replace(
        "<!-- Generated with Rich https://www.textualize.io -->", ""
    )


def main() -> None:
    """Play to the first sharing decision and keep what is on the screen."""
    with driven(options(CASE, role="gp"), size=(112, 34)) as driver:
        driver.press("3", "enter")
        for _ in range(20):
            if driver.room.phase.value == "deciding" and "headline" in driver.said:
                break
            driver.press("f2" if driver.room.phase.value != "deciding" else "enter")
        driver.press("k", "1", "f2")
        items = driver.room.query_one(Rows).items
        place = next(number for number, item in enumerate(items, 1) if "26 August" in str(item))
        driver.press(str(place))
        svg = driver.app.export_screenshot(title="simulator play mark-on-his-cheek")
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(without_fonts_from_elsewhere(svg), "utf-8")
    print(PICTURE.name, len(svg))


if __name__ == "__main__":
    main()
