"""The picture of a case as lines of text: what leads where, for a terminal, a screen reader, a mail."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.author.graph.shape import ENDING, PASSED, Box, Shape, Way
from simulator.words import author as words
from simulator.words import say
from simulator.words import workbench as told


def lines(shape: Shape) -> tuple[str, ...]:
    """A line for each scene and ending, and under a scene one for each way that leads on."""
    titles = {box.id: _named(box) for box in shape.boxes}
    return tuple(line for box in shape.boxes for line in _box(shape, box, titles))


def text(shape: Shape) -> str:
    """The same as one text."""
    return "\n".join((shape.title, "", *lines(shape), ""))


def _box(shape: Shape, box: Box, titles: dict[str, str]) -> Iterator[str]:
    ending = box.role == ENDING
    said = say(told.MAP_ENDING, ending=box.title, outcome=box.says) if ending else box.title
    said = say(told.MAP_SCENE, scene=said, says=box.says) if box.says and not ending else said
    yield said if box.reached else f"! {said}: {say(words.NEVER_REACHED)}"
    ways = [way for way in shape.ways if way.start == box.id]
    any_ending = {way.end for way in ways if not way.grade and not way.labels and way.end.startswith(ENDING)}
    if len(any_ending) > 1:
        ways = [way for way in ways if way.end not in any_ending or way.grade or way.labels]
        yield f"    {say(told.MAP_WAY, label=say(told.MAP_GOES_ON), end=say(told.MAP_ANY_ENDING))}"
    for way in ways:
        yield f"    {say(told.MAP_WAY, label=_label(way), end=titles[way.end])}"


def _named(box: Box) -> str:
    return say(told.MAP_END, ending=box.title) if box.role == ENDING else box.title


def _label(way: Way) -> str:
    if way.grade == PASSED:
        return say(words.PASSED_OVER)
    if not way.labels:
        return say(told.MAP_GOES_ON)
    labels = ", ".join(way.labels)
    return f"{labels} ({way.grade})" if way.grade else labels
