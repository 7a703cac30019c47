"""Writing down: what, as what, and where."""

from __future__ import annotations

from typing import Final

from simulator.play.forms import RecordForm
from simulator.play.moves import Entry, Record
from simulator.scenario.model import Record as RecordDecision
from simulator.terminal.forms.pages import YES, Answers, Field, How, Page, Row
from simulator.terminal.forms.passing import FACTS, fact_row
from simulator.terminal.room.order import shuffled
from simulator.terminal.room.turn import Turn
from simulator.words import forms as words
from simulator.words import say

WRITE: Final = "write"
AS: Final = "as"
IN: Final = "in"


def record_pages(turn: Turn, form: RecordForm, answers: Answers) -> tuple[Page, ...]:
    """What goes down; then for each line what it is and where it belongs."""
    names = shuffled(turn.seed, FACTS, form.facts)
    rows = tuple(fact_row(turn, name, marked=False) for name in names)
    field = Field(WRITE, say(words.WRITE), How.MANY, rows)
    written = [row for row in rows if answers.get(f"{WRITE}/{row.id}") == YES]
    first = Page(WRITE, say(words.WRITE), (field,), say(words.WRITE_HINT))
    return (first, *(_line_page(turn, form, row) for row in written))


def _line_page(turn: Turn, form: RecordForm, row: Row) -> Page:
    kind = turn.decision.kind
    assert isinstance(kind, RecordDecision)
    labels = tuple(Row(label, say(words.LABELS[label])) for label in form.labels)
    order = shuffled(turn.seed, turn.scene.scene.id, form.places)
    places = tuple(Row(place, turn.fill(kind.places[place])) for place in order)
    return Page(
        f"{AS}/{row.id}",
        row.text,
        (
            Field(f"{AS}/{row.id}", say(words.AS_WHAT), How.ONE, labels, say(words.NO_LABEL)),
            Field(f"{IN}/{row.id}", say(words.WHERE), How.ONE, places, say(words.NO_PLACE)),
        ),
    )


def record_move(turn: Turn, form: RecordForm, answers: Answers) -> Record:
    """Every line that says what it is and where it goes."""
    entries = []
    for fact in form.facts:
        label, place = answers.get(f"{AS}/{fact}", ""), answers.get(f"{IN}/{fact}", "")
        if answers.get(f"{WRITE}/{fact}") == YES and label in form.labels and place in form.places:
            entries.append(Entry(fact, label, place))
    return Record(turn.scene.scene.id, turn.role, tuple(entries))
