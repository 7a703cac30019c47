"""What every test stands on: no test touches the record, settings or logs of whoever runs it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("TEXTUAL_FPS", "1000")  # read when Textual is loaded: a test waits for every frame

pytest.register_assert_rewrite("tests.steps")  # steps may use one another in any order

# Every module of steps is known to every feature, so that a sentence means one thing in all of them.
pytest_plugins = [
    f"tests.steps.{file.stem}" for file in sorted((Path(__file__).parent / "steps").glob("[a-z]*.py"))
]

settings.register_profile(
    "everyone", deadline=None, derandomize=True, database=None
)  # the same run for everyone
settings.register_profile(
    "search", deadline=None, max_examples=2_000
)  # HYPOTHESIS_PROFILE=search looks further
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyone"))


@pytest.fixture(autouse=True, scope="session")
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home folder of the session's own, and none of the variables that would name another."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("SIMULATOR_DATABASE", "SIMULATOR_SCENARIOS", "SIMULATOR_BOARD"):
            patch.delenv(name, raising=False)
        patch.setenv("SIMULATOR_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(autouse=True, scope="session")
def _cheap_secrets() -> Iterator[None]:
    """Secrets hashed at their cheapest: what a guess costs is for its own test."""
    from simulator.access import hashing

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashing, "_COST", 1)
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder for one test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SIMULATOR_HOME", str(folder))
    return folder
