"""The palette: everything that can be done on the screen, from the list of actions."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from simulator.terminal.actions import Action, Where, actions_on, key_name
from simulator.words import say


class Palette(Provider):
    """Finds actions by their names."""

    @property
    def _actions(self) -> list[Action]:
        where = getattr(self.screen, "where", Where.EVERYWHERE)
        return [action for action in actions_on(where) if action.name != "commands"]

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for action in self._actions:
            yield DiscoveryHit(_name(action), partial(self._do, action), help=say(action.says))

    async def search(self, query: str) -> Hits:
        """Those that fit what is typed."""
        matcher = self.matcher(query)
        for action in self._actions:
            score = matcher.match(_name(action))
            if score > 0:
                yield Hit(
                    score, matcher.highlight(_name(action)), partial(self._do, action), help=say(action.says)
                )

    async def _do(self, action: Action) -> None:
        await self.screen.run_action(action.name)


def _name(action: Action) -> str:
    return f"{say(action.label)} ({', '.join(key_name(key) for key in action.keys)})"
