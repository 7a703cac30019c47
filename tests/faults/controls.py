"""R9: every code point there is, in every kind of place that shows a text, and what of it reaches a terminal.

    python -m tests.faults.controls [FIRST BLOCK] [LAST BLOCK]

Blocks of 4,096 code points, a letter between any two, are put into every widget a screen is made of, into
what plain mode and the commands print, and into findings about a case. Looked at is what would be written:
the drawn lines but for their colours, and the printed bytes. Nothing in it may act on a terminal or turn the
reading direction. Then texts that look like markup must stand there letter for letter. The control is a bare
widget of Textual's, which lets them through. A block takes some four seconds; 0 to 32 are all living scripts.
"""

from __future__ import annotations

import io
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout

from textual.screen import Screen
from textual.widgets import Static

from simulator.cli import show
from simulator.errors import SimulatorError
from simulator.scenario.source import source_of
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.plain.console import Console
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.step import Notice, Step
from tests.screens.driver import Driver, driven, options
from tests.screens.nasty import FORBIDDEN, NASTY

BLOCK = 4_096
LAST = 0x110000 // BLOCK
SIZE = (600, 120)
ACTS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no terminal may be given by a text: line feed and tab are the product's own."""
BOLD = re.compile(r"\x1b\[[01]m")
"""What commands print round a heading."""


def drawn(driver: Driver) -> str:
    """What would be written of the screen, line by line, but for colours."""
    return "\n".join(driver.lines)


def on_screens(driver: Driver, text: str) -> Iterator[tuple[str, str]]:
    """Every widget with this text, and what is drawn of it."""
    short = text[:300]
    view = View(
        text,
        text,
        text,
        (text,),
        (Item("1", text, short, text), Item("2", text)),
        (Button("a", short), Button("b", short)),
        Entry(text, text),
        (text,),
    )
    sheet = [Paragraph(text, look) for look in Look]
    driver.call(lambda: driver.app.push_screen(Step(sheet, view, short, short)))
    yield "step", drawn(driver)
    driver.call(lambda: driver.app.push_screen(Notice(text, sheet, view)))
    yield "notice", drawn(driver)
    driver.call(lambda: driver.app.tell_briefly(text))
    driver.call(lambda: driver.app.tell_problem(SimulatorError(text, text, text)))
    yield "problem and toast", drawn(driver)
    driver.call(driver.app.clear_notifications)
    while len(driver.app.screen_stack) > 2:
        driver.call(driver.app.pop_screen)


def printed(text: str) -> Iterator[tuple[str, str]]:
    """Everything that prints a text, and what it prints."""
    heard = io.StringIO()
    console = Console(io.StringIO("\n" + text + "\n"), heard)
    console.say(text)
    console.tell(Paragraph(text, look) for look in Look)
    console.list_choices([text, text])
    console.hear(text)
    console.say(console.hear(""))
    yield "plain mode", heard.getvalue()
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        for speak in (show.out, show.err, show.heading, show.wrapped, show.document):
            speak(text)
        show.listed([text])
    yield "commands", BOLD.sub("", said.getvalue())
    source = source_of(text, text[:100])
    yield "findings", source.finding("Y001", 1, 1).render()


def looked_at(show_texts: Callable[[str], Iterator[tuple[str, str]]], first: int, last: int) -> Counter[str]:
    """Forbidden characters that came through, by place."""
    through: Counter[str] = Counter()
    for number in range(first, last):
        block = "a".join(map(chr, range(number * BLOCK, (number + 1) * BLOCK)))
        for place, shown in show_texts(block):
            if found := ACTS.findall(shown.replace("\n", "").replace("\t", "")):
                through[place] += len(found)
                print(f"block {number}, {place}: {sorted(set(map(ascii, found)))[:8]}")
    return through


def markup(driver: Driver) -> list[str]:
    """Texts that were read as markup, or that something else became of."""
    wrong = []
    for text in NASTY:
        for place, shown in (*on_screens(driver, text), *printed(text)):
            bare = re.sub(r"[\s│▁▂▃▄▅▆▇█╭╮╰╯─]", "", shown)
            if place != "findings" and re.sub(r"\s", "", text) not in bare:
                wrong.append(f"{place}: {text}")
    return wrong


def main(first: int = 0, last: int = LAST) -> int:
    """Print the figure; 1 where anything came through or the control lets nothing through."""
    began = time.monotonic()
    with driven(options(), size=SIZE) as driver:
        bare = Screen[None]()
        driver.call(lambda: driver.app.push_screen(bare))
        driver.call(lambda: bare.mount(Static("a\x1b]0;x\x07b\x9b31m", markup=False)))
        control = len(FORBIDDEN.findall("".join(driver.lines)))
        driver.call(driver.app.pop_screen)
        through = looked_at(lambda text: on_screens(driver, text), first, last)
        through += looked_at(printed, first, last)
        wrong = markup(driver)
    for one in wrong[:10]:
        print(f"read as markup: {one}")
    print(f"control, a bare widget: {control} characters came through (must be some)")
    print(
        f"R9: {through.total()} of {(last - first) * BLOCK:,} code points in 6 kinds of place came through,"
        f" {len(wrong)} texts were read as markup, {time.monotonic() - began:.0f} s"
    )
    return int(bool(through or wrong) or not control)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
