"""The words of a terminal from the bytes it was sent: as much of one as Textual uses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_PART = re.compile(
    r"\x1b\[([0-9;?<>=]*)([ -/]*[@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.|[\x00-\x1f]|[^\x00-\x1f\x1b]+"
)


@dataclass
class Terminal:
    """What stands where."""

    width: int = 400
    height: int = 150
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    row: int = 0
    column: int = 0
    rest: bytes = b""

    def feed(self, data: bytes) -> None:
        """Take what was sent."""
        data = self.rest + data
        cut = len(data)
        escape = data.rfind(b"\x1b")
        if escape >= 0 and not re.match(
            rb"\x1b(\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07]*\x07|[^\[\]])", data[escape:]
        ):
            cut = escape
        text = data[:cut].decode("utf-8", "ignore")
        self.rest = data[cut:]
        for part in _PART.finditer(text):
            self._take(part)

    def _take(self, part: re.Match[str]) -> None:
        said, numbers, letter = part[0], part[1], part[2]
        if letter == "H":
            row, _, column = (numbers or "1;1").partition(";")
            self.row, self.column = int(row or 1) - 1, int(column or 1) - 1
        elif letter == "J":
            self.cells.clear()
        elif said == "\n":
            self.row += 1
            self.column = 0
        elif said == "\r":
            self.column = 0
        elif said[0] >= " ":
            for character in said:
                self.cells[self.row, self.column] = character
                self.column += 1

    def lines(self) -> list[str]:
        """Each row."""
        rows: dict[int, dict[int, str]] = {}
        for (row, column), character in self.cells.items():
            rows.setdefault(row, {})[column] = character
        last = max(rows, default=-1)
        return [
            "".join(rows.get(row, {}).get(at, " ") for at in range(max(rows.get(row, {0: ""})) + 1)).rstrip()
            for row in range(last + 1)
        ]

    @property
    def text(self) -> str:
        """All of it, with spaces as one."""
        return " ".join(" ".join(self.lines()).split())
