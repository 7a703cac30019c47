"""Drawing a family tree in ASCII: a generation a line, partners beside each other, children beneath.

Everything is placed first and then drawn on a sheet of characters. Where two strokes would meet that have
nothing to do with each other, or a line grows too long, there is no tree: a wrong one is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from simulator.family.spec import generations

ANCHOR: Final = 2
"""From the beginning of somebody's text to the line that leads to their parents or children, in columns."""
Ties = Mapping[str, Sequence[str]]
Chain = tuple[str, ...]
"""People each of whom is the partner of the next."""
Rows = tuple[tuple[Chain, ...], ...]


class Cell(NamedTuple):
    """One person's text, and what stands beneath it."""

    label: str
    note: str = ""


class Kin(NamedTuple):
    """Who belongs to whom: everybody's text, parents and partners, and when they were born."""

    cells: Mapping[str, Cell]
    parents: Ties
    partners: Ties
    born: Mapping[str, str]


class Style(NamedTuple):
    """One way to lay a tree out."""

    gap: int
    """Columns between people who are not partners."""
    between: int
    """Columns between partners: 5 for ` --- `."""
    under_parents: bool
    """Children stand beneath their parents, not as far left as they can."""
    eldest_lowest: bool
    """Of lines that run across above each other, the one furthest left is the lowest."""


STYLES: Final = tuple(
    Style(gap, between, under_parents, eldest_lowest)
    for gap, between, under_parents in ((3, 5, True), (2, 3, True), (2, 3, False))
    for eldest_lowest in (True, False)
)
"""From the best looking to the narrowest."""


class _NoTree(Exception):
    """This family has no tree of this kind, or not in this width."""


def draw(kin: Kin, width: int) -> tuple[str, ...] | None:
    """The tree in lines no longer than the width, or None where there is no such tree."""
    try:
        rows = _rows(kin)
    except _NoTree:
        return None
    for style in STYLES:
        try:
            lines = _drawn(kin, rows, style)
        except _NoTree:
            continue
        if max(map(len, lines), default=0) <= width:
            return lines
    return None


# --- who stands in which line --------------------------------------------------------------------------


def _rows(kin: Kin) -> Rows:
    """The chains of every generation from left to right, children in the order of their parents above."""
    chain_of = {person: chain for chain in _chains(kin) for person in chain}
    level = _levels(kin, chain_of)
    rows: dict[int, list[Chain]] = {}

    def place(chain: Chain, first: str) -> None:
        row = rows.setdefault(level[chain], [])
        if chain not in row and chain[::-1] not in row:
            placed = chain[::-1] if first == chain[-1] else chain
            row.append(placed)
            for group in _groups(kin, placed):
                for child in group[1]:
                    place(chain_of[child], child)

    for chain in dict.fromkeys(chain_of.values()):
        if not any(kin.parents[person] for person in chain):
            place(chain, chain[0])
    return tuple(tuple(rows[number]) for number in sorted(rows))


def _chains(kin: Kin) -> list[Chain]:
    chains: list[Chain] = []
    for person in kin.cells:
        if not any(person in chain for chain in chains):
            together = [person]
            for each in together:
                together.extend(other for other in kin.partners[each] if other not in together)
            chains.append(_in_a_line(together, kin.partners))
    return chains


def _in_a_line(together: list[str], partners: Ties) -> Chain:
    """The people so that each stands beside their partners."""
    ends = [person for person in together if len(partners[person]) < 2]
    if not ends or any(len(partners[person]) > 2 for person in together):
        raise _NoTree
    line = [ends[0]]
    while len(line) < len(together):
        line.extend(other for other in partners[line[-1]] if other not in line)
    return tuple(line)


def _levels(kin: Kin, chain_of: Mapping[str, Chain]) -> dict[Chain, int]:
    """In which line each chain stands: people without parents just above their children."""
    by_person = generations(kin.parents, kin.partners)
    level = {chain: by_person[chain[0]] for chain in chain_of.values()}
    for chain in sorted(level, key=level.__getitem__, reverse=True):
        beneath = [level[chain_of[child]] for group in _groups(kin, chain) for child in group[1]]
        if beneath and not any(kin.parents[person] for person in chain):
            level[chain] = min(beneath) - 1
        if any(each != level[chain] + 1 for each in beneath):
            raise _NoTree
    alone = [
        chain for chain in level if len(chain) == 1 and not kin.parents[chain[0]] and not _groups(kin, chain)
    ]
    for lower, chain in enumerate(alone, start=1):
        level[chain] = max(level.values()) + lower
    return level


def _groups(kin: Kin, chain: Chain) -> list[tuple[Chain, Chain]]:
    """(parents, children) for each set of parents in the chain, in the order of the lines leading down."""
    groups: dict[Chain, list[str]] = {}
    for child in sorted(kin.parents, key=lambda each: (kin.born[each], each)):
        parents = tuple(person for person in chain if person in kin.parents[child])
        if parents:
            groups.setdefault(parents, []).append(child)
    places = {parents: (chain.index(parents[0]), len(parents)) for parents in groups}
    if any(chain[at : at + count] != parents or count > 2 for parents, (at, count) in places.items()):
        raise _NoTree
    return [(parents, tuple(groups[parents])) for parents in sorted(groups, key=places.__getitem__)]


# --- drawing -------------------------------------------------------------------------------------------


class _Line(NamedTuple):
    """From parents down to their children."""

    stem: int
    """The column that leaves the parents."""
    ends: tuple[int, ...]
    """The columns that reach the children."""

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last column."""
        return min(self.stem, *self.ends), max(self.stem, *self.ends)


Sheet = dict[tuple[int, int], str]
"""(line, column) to the character there."""


def _drawn(kin: Kin, rows: Rows, style: Style) -> tuple[str, ...]:
    begins = _columns(kin, rows, style)
    sheet: Sheet = {}
    top = 0
    for row in rows:
        for chain in row:
            _write_chain(sheet, kin, chain, begins, top)
        beneath = top + 1 + any(kin.cells[person].note for chain in row for person in chain)
        lines = [_line(group, begins, style) for chain in row for group in _groups(kin, chain)]
        tracks = _tracks(lines, style)
        levels = 1 + max(tracks.values(), default=-1)
        bottom = beneath + (levels + 2 if levels else bool(lines))
        for line in lines:
            _write_line(sheet, line, top + 1, beneath + 1 + tracks.get(line, 0), bottom)
        top = bottom
    return tuple(
        "".join(sheet.get((number, column), " ") for column in range(_length(sheet, number))).rstrip()
        for number in range(top)
    )


def _length(sheet: Sheet, number: int) -> int:
    return 1 + max((column for line, column in sheet if line == number), default=-1)


def _columns(kin: Kin, rows: Rows, style: Style) -> dict[str, int]:
    """Where everybody's text begins."""
    begins: dict[str, int] = {}
    wanted: dict[str, int] = {}
    for row in rows:
        column = 0
        for chain in row:
            offsets = _offsets(kin, chain, style)
            if style.under_parents:
                column = max([column, *(wanted[each] - offsets[each] for each in chain if each in wanted)])
            begins |= {person: column + offset for person, offset in offsets.items()}
            column += max(offsets[person] + _width(kin, person) for person in chain) + style.gap
            for parents, children in _groups(kin, chain):
                widths = [_width(kin, child) for child in children]
                across = sum(widths[:-1]) + style.gap * (len(children) - 1)
                wanted[children[0]] = _stem(parents, begins, style) - ANCHOR - across // 2
    return begins


def _offsets(kin: Kin, chain: Chain, style: Style) -> dict[str, int]:
    offsets = {}
    column = 0
    for person in chain:
        offsets[person] = column
        column += _width(kin, person) + style.between
    return offsets


def _width(kin: Kin, person: str) -> int:
    label, note = kin.cells[person]
    return max(len(label), len(note) + _note_shift(kin, person) if note else 0)


def _note_shift(kin: Kin, person: str) -> int:
    """A note makes room for the line that leaves its person."""
    single = any(
        person in parents and not any(other in parents for other in kin.partners[person])
        for parents in kin.parents.values()
    )
    return ANCHOR + 2 if single else 0


def _stem(parents: Chain, begins: Mapping[str, int], style: Style) -> int:
    if len(parents) == 1:
        return begins[parents[0]] + ANCHOR
    return begins[parents[1]] - (style.between + 1) // 2


def _line(group: tuple[Chain, Chain], begins: Mapping[str, int], style: Style) -> _Line:
    parents, children = group
    return _Line(_stem(parents, begins, style), tuple(begins[child] + ANCHOR for child in children))


def _tracks(lines: Sequence[_Line], style: Style) -> dict[_Line, int]:
    """How far down each line runs across, 0 highest; lines that go straight down are not there."""
    bent = [line for line in lines if line.span[0] < line.span[1]]
    tracks: dict[_Line, int] = {}
    for line in reversed(bent) if style.eldest_lowest else bent:
        meeting = [tracks[other] for other in tracks if _touch(line.span, other.span)]
        tracks[line] = 1 + max(meeting, default=-1)
    return tracks


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] <= b[1] + 1 and b[0] <= a[1] + 1


def _write_chain(sheet: Sheet, kin: Kin, chain: Chain, begins: Mapping[str, int], top: int) -> None:
    for place, person in enumerate(chain):
        label, note = kin.cells[person]
        _write(sheet, top, begins[person], label)
        _write(sheet, top + 1, begins[person] + _note_shift(kin, person), note)
        if place:
            before = begins[chain[place - 1]] + len(kin.cells[chain[place - 1]].label) + 1
            _write(sheet, top, before, "-" * (begins[person] - 1 - before))


def _write_line(sheet: Sheet, line: _Line, first: int, across: int, bottom: int) -> None:
    low, high = line.span
    if low == high:
        across = bottom
    for number in range(first, across):
        _write(sheet, number, line.stem, "|")
    if low < high:
        _write(sheet, across, low, "-" * (high - low + 1))
        for column in (line.stem, *line.ends):
            sheet[across, column] = "+"
    for number in range(across + 1, bottom):
        for column in line.ends:
            _write(sheet, number, column, "|")


def _write(sheet: Sheet, number: int, column: int, text: str) -> None:
    for at, character in enumerate(text, start=column):
        if (number, at) in sheet:
            raise _NoTree
        sheet[number, at] = character
