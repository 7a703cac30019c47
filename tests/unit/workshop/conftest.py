"""Rooms for tests: the story about toast in an empty record."""

from __future__ import annotations

import pytest

from simulator.records import Place
from tests.steps.record_databases import SQLITE, MakePlace
from tests.unit.workshop.world import World, make_world

__all__ = ["World"]


@pytest.fixture
def place(request: pytest.FixtureRequest, make_place: MakePlace) -> Place:
    """An empty record in a file; on PostgreSQL too where a test asks for `both`."""
    return make_place(getattr(request, "param", SQLITE))


@pytest.fixture
def room(store: object) -> World:
    """A room with two tables where nobody sits yet."""
    return make_world(store)  # type: ignore[arg-type]
