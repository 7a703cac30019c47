"""What the board itself says, for the table: what it calls the levels, its ladder, its people."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.calendar import in_words
from scoring.guidance.board import Escalation, Threshold
from scoring.terms import REFERRAL_LEVELS
from simulator.author.pack.blocks import Block, Heading, Points, Table, Words
from simulator.author.pack.setting import Setting
from simulator.words import forms, say
from simulator.words import pack as words


def here(setting: Setting) -> Iterator[Block]:
    """The section, with the names of the day the case is set on."""
    board, day = setting.examined.board, setting.day
    yield Heading(2, say(words.HERE))
    yield Words(say(words.HERE_WHY, board=board.on(day).name, day=in_words(day)))
    levels = tuple(_level(setting, board.thresholds[level]) for level in REFERRAL_LEVELS)
    yield Table(say(words.THRESHOLDS), tuple(map(say, words.THRESHOLD_HEADS)), levels, (4, 4, 7))
    if board.escalation:
        steps = tuple(_step(number, step) for number, step in enumerate(board.escalation, 1))
        yield Table(say(words.LADDER), tuple(map(say, words.LADDER_HEADS)), steps, (4, 7, 3, 2))
    yield Points(tuple((say(words.OFFICERS[post]), board.officer_on(post, day)) for post in words.OFFICERS))
    advisers = tuple((_capital(one.post), one.for_whom) for one in board.advisers_on(day))
    if advisers:
        yield Heading(3, say(words.ADVISERS))
        yield Points(advisers)
    services = tuple(_services(setting))
    if services:
        yield Heading(3, say(words.SERVICES))
        yield Points(services)


def level_here(setting: Setting, level: str) -> str:
    """A referral level as the form has it, with what the board calls it."""
    name = setting.examined.board.thresholds[level].name
    return say(forms.LEVEL_HERE, level=say(forms.LEVELS[level]), name=name)


def _level(setting: Setting, threshold: Threshold) -> tuple[str, str, str]:
    means = threshold.means
    if threshold.also_right:
        names = (setting.examined.board.thresholds[level].name for level in threshold.also_right)
        means = f"{means} {say(words.ALSO_TAKEN, names='; '.join(names))}"
    return say(forms.LEVELS[threshold.level]), threshold.name, means


def _step(number: int, step: Escalation) -> tuple[str, str, str, str]:
    within = step.within.in_words if step.within else ""
    return f"{number} {step.step}", step.who, within, say(words.IS_TOLD) if step.tells_board else ""


def _services(setting: Setting) -> Iterator[tuple[str, str]]:
    """The agencies of the case that were run by somebody whom their name does not say."""
    board = setting.examined.board
    for agency in dict.fromkeys(role.agency for role in setting.case.roles.values()):
        named = board.agency_on(agency, setting.day) if board.knows_agency(agency) else None
        if named and named.run_by:
            yield _capital(named.name), named.run_by


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
