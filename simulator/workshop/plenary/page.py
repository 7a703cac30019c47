"""The plenary as a page that stands alone: to print, or to show on the wall from any browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from simulator.reports.page import heading, items, paragraph, table, text
from simulator.reports.page import page as whole_page
from simulator.words import plenary as words
from simulator.words import say
from simulator.workshop.plenary.model import Cell, DecisionRow, FactRow, Plenary, Told


class ActionLine(NamedTuple):
    """An action that was agreed."""

    what: str
    who: str
    when: str


def page(plenary: Plenary, actions: Sequence[ActionLine] = ()) -> str:
    """The whole page. Without names unless the plenary was made with them."""
    parts = [
        heading(1, say(words.TITLE, title=plenary.title)),
        paragraph(say(words.WHAT_IT_IS)),
        paragraph(say(words.NAMED if plenary.named else words.NO_NAMES), "quiet"),
        _tables(plenary),
        heading(2, say(words.DECISIONS)),
        *_decisions(plenary),
        heading(2, say(words.FACTS)),
        _facts(plenary),
        *_notes(plenary),
        heading(2, say(words.TALK)),
        items(plenary.prompts),
        heading(2, say(words.ACTIONS)),
        _actions(actions),
        *_timelines(plenary),
    ]
    return whole_page(say(words.TITLE, title=plenary.title), parts)


def _tables(plenary: Plenary) -> str:
    heads = [say(words.TABLE), say(words.ENDING), *([say(words.PEOPLE)] if plenary.named else [])]
    rows = [
        [
            one.name,
            one.ending or say(words.STILL_PLAYING),
            *(["; ".join(f"{seat}: {name}" for seat, name in one.people)] if plenary.named else []),
        ]
        for one in plenary.tables
    ]
    return table(say(words.TABLES), heads, rows)


def _decisions(plenary: Plenary) -> Iterator[str]:
    for row in plenary.decisions:
        yield '<section class="decision">'
        yield heading(3, row.question)
        yield _side_by_side(plenary, row)
        yield "</section>"


def _side_by_side(plenary: Plenary, row: DecisionRow) -> str:
    """One row a table, each thing on a line of its own."""
    said = compared(plenary, row)
    caption = f"<caption>{text(said)}</caption>" if said else ""
    rows = "".join(
        f'<tr><th scope="row" style="white-space: nowrap">{text(head.name)}</th>'
        f"<td>{'<br>'.join(map(text, in_words(cell) if cell else [say(words.NOT_HERE)]))}</td></tr>"
        for head, cell in zip(plenary.tables, row.cells, strict=True)
    )
    heads = "".join(f'<th scope="col">{text(say(one))}</th>' for one in (words.TABLE, words.WHAT))
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def compared(plenary: Plenary, row: DecisionRow) -> str:
    """Whether tables did the same; of one table alone there is nothing to say."""
    if len(plenary.tables) == 1:
        return ""
    return say(words.DIFFERENT if row.different > 1 else words.ALIKE)


def in_words(cell: Cell) -> Iterator[str]:
    """What a table did, then what seats there would have done."""
    who = f"{cell.role}, {cell.when}" if cell.role else say(words.TOGETHER, when=cell.when)
    first, *rest = cell.text
    yield f"{who}: {first}{f' {say(words.BY_HABIT)}' if cell.by_habit else ''}"
    yield from rest
    differing = {one.role for one in cell.differs}
    for role, would in cell.voices:
        if role not in differing:
            yield say(words.WOULD, role=role, text=would)
    for one in cell.differs:
        phrase = words.DIFFERS_WHY if one.why else words.DIFFERS
        yield say(phrase, role=one.role, text=one.would, **({"why": one.why} if one.why else {}))


def _facts(plenary: Plenary) -> str:
    heads = [say(words.FACT), *(one.name for one in plenary.tables)]
    return table(say(words.FACTS), heads, (_fact(row) for row in plenary.facts))


def _fact(row: FactRow) -> list[str]:
    about = [row.text, say(words.HELD_BY, roles=", ".join(row.held_by))]
    if row.needed_by:
        about.append(say(words.NEEDED_BY, roles=", ".join(row.needed_by)))
    return [" – ".join(about), *(_journey(cell) for cell in row.cells)]


def _journey(cell: Iterable[Told]) -> str:
    return "; ".join(map(told_in_words, cell)) or say(words.STAYED)


def told_in_words(told: Told) -> str:
    """`Duty manager, from health visitor, day 3, 10:40`."""
    if told.source:
        text = say(words.TOLD, to=told.to, source=told.source, when=told.when)
    else:
        text = say(words.TOLD_TOGETHER, to=told.to, when=told.when)
    return say(words.HEADLINE, told=text) if told.headline else text


def _notes(plenary: Plenary) -> Iterator[str]:
    if any(plenary.notes):
        yield heading(2, say(words.NOTES))
    for head, notes in zip(plenary.tables, plenary.notes, strict=True):
        if notes:
            yield heading(3, head.name)
            yield items(notes)


def _actions(actions: Sequence[ActionLine]) -> str:
    if not actions:
        return paragraph(say(words.NO_ACTIONS))
    return table(say(words.ACTIONS), [say(head) for head in words.ACTION_HEADS], actions)


def _timelines(plenary: Plenary) -> Iterator[str]:
    for head, moments in zip(plenary.tables, plenary.timelines, strict=True):
        title = say(words.TIMELINE, table=head.name)
        yield heading(2, title)
        yield table(title, [say(words.WHEN), say(words.WHAT)], ([one.when, one.text] for one in moments))
