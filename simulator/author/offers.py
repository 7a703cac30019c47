"""What can be passed on and written down in each decision, over all plays: read off every form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scoring.evidence import Want, Weight
from scoring.terms import Level
from simulator.author.examined import Examined
from simulator.play.expected import Asked, want_of_meeting
from simulator.play.forms import BringForm, Form, Offered, RecordForm, ReferForm, ShareForm
from simulator.play.game import PlayScene
from simulator.scenario.model import Meet

THE_MEETING = ""


class Offer(NamedTuple):
    """One fact that somebody may pass to somebody, and how far that is wanted."""

    scene: str
    role: str
    fact: str
    to: str
    levels: tuple[Level, ...]
    want: Want

    @property
    def needed(self) -> bool:
        return self.want.level is not Level.NONE

    @property
    def can_be_too_much(self) -> bool:
        if self.want.level is Level.NONE:
            return self.want.weight is not Weight.NEUTRAL
        return self.want.level is Level.HEADLINE and Level.FULL in self.levels


def offers(examined: Examined) -> tuple[Offer, ...]:
    """Every fact that can be passed in any play, once for each decision, holder and recipient."""
    found: dict[tuple[str, str, str, str], Offer] = {}
    for (index, role, *_), form in examined.game.forms.items():
        for offer in _offered(examined.game.scenes[index], role, form):
            key = offer[:4]
            if key not in found or len(offer.levels) > len(found[key].levels):
                found[key] = offer
    return tuple(found.values())


def written(examined: Examined) -> set[str]:
    """Facts that can be written down in some play."""
    forms = examined.game.forms.values()
    return {fact for form in forms if isinstance(form, RecordForm) for fact in form.facts}


def _offered(play: PlayScene, role: str, form: Form) -> Iterator[Offer]:
    scene, asked = play.scene.id, play.asked
    if asked is None or play.decision is None:
        return
    if isinstance(form, BringForm) and isinstance(play.decision.kind, Meet):
        for one in form.facts:
            want = want_of_meeting(asked, play.decision.kind, role, one.fact)
            yield Offer(scene, role, one.fact, THE_MEETING, one.levels, want)
        return
    share = form.share if isinstance(form, ReferForm) else form
    if isinstance(share, ShareForm):
        for to in share.to:
            if to != role:
                yield from _cells(scene, role, to, share.facts, asked)


def _cells(scene: str, role: str, to: str, facts: tuple[Offered, ...], asked: Asked) -> Iterator[Offer]:
    for one in facts:
        yield Offer(scene, role, one.fact, to, one.levels, asked.wants[one.fact, to])
