"""Settings: flag before environment before file before default, and a sentence for what cannot be used."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from simulator import places, settings
from simulator.errors import SettingsError
from simulator.settings_file import remember


def load(home: Path, flags: dict[str, object] | None = None, **environment: str) -> settings.Settings:
    """The settings with this home folder, these flags and only these variables."""
    return settings.load(flags, {"SIMULATOR_HOME": str(home), **environment})


def write(home: Path, text: str) -> None:
    """Put a settings file into the home folder."""
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text(text, "utf-8")


def test_as_it_came(tmp_path: Path) -> None:
    found = load(tmp_path)
    assert found.database == f"sqlite:///{tmp_path / 'record.db'}"
    assert found.database_file == tmp_path / "record.db"
    assert (found.scenarios, found.board, found.look, found.less_movement) == ((), None, "dark", False)
    assert found.sources["home"] == "SIMULATOR_HOME" and found.sources["database"] == "as it came"


def test_flag_before_environment_before_file(tmp_path: Path) -> None:
    write(tmp_path, 'board = "file.yaml"\n')
    assert load(tmp_path).board == tmp_path / "file.yaml"
    from_environment = load(tmp_path, SIMULATOR_BOARD="environment.yaml")
    assert from_environment.board == Path.cwd() / "environment.yaml"
    from_flag = load(tmp_path, {"board": "flag.yaml", "database": None}, SIMULATOR_BOARD="environment.yaml")
    assert from_flag.board == Path.cwd() / "flag.yaml"
    sources = [each.sources["board"] for each in (load(tmp_path), from_environment, from_flag)]
    assert sources == ["settings.toml", "SIMULATOR_BOARD", "flag"]


def test_folders_of_cases(tmp_path: Path) -> None:
    write(tmp_path, 'scenarios = ["ours", "/theirs"]\n')
    assert load(tmp_path).scenarios == (tmp_path / "ours", Path("/theirs"))
    both = os.pathsep.join(["/one", "/two"])
    assert load(tmp_path, SIMULATOR_SCENARIOS=both).scenarios == (Path("/one"), Path("/two"))


def test_home_may_be_a_flag_and_begin_with_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert settings.load({"home": "~/mine"}, {"SIMULATOR_HOME": "/other"}).home == tmp_path / "mine"


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        ("postgresql+psycopg://lead@server/record", "postgresql+psycopg://lead@server/record"),
        ("postgresql://lead@server/record", "postgresql+psycopg://lead@server/record"),
        ("postgres://lead@server/record", "postgresql+psycopg://lead@server/record"),
    ],
)
def test_a_database_on_a_server(given: str, understood: str, tmp_path: Path) -> None:
    found = load(tmp_path, SIMULATOR_DATABASE=given)
    assert found.database == understood and found.database_file is None


def test_a_password_is_not_shown(tmp_path: Path) -> None:
    found = load(tmp_path, SIMULATOR_DATABASE="postgresql://lead:p@ss:word@server/record")
    assert found.database_shown == "postgresql+psycopg://lead:***@server/record"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("look = 'dusk'", "'look' (settings.toml) is not one of dark, light"),
        ("less_movement = 'yes'", "is not true or false"),
        ("scenarios = [1]", "is not a list of texts"),
        ("board = ''", "is not a text"),
        ("database = 'mysql://user:secret@server/x'", "'mysql' (settings.toml) names neither"),
        ("database = 'sqlite:///'", "names neither"),
        ("bord = 'x.yaml'", "Did you mean 'board'?"),
        ("colour = 'x'", "The settings are: database"),
        ("look = \n", "line 1"),
        ("[[[[", "settings.toml"),
        ("a = " + "[" * 20_000, "settings.toml"),
        ("#" * 100_001, "too large"),
    ],
)
def test_what_cannot_be_used_is_said(text: str, said: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    with pytest.raises(SettingsError) as refused:
        load(tmp_path)
    assert said in str(refused.value) and "secret" not in str(refused.value)


def test_a_settings_file_from_windows_is_read(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\xef\xbb\xbflook = 'light'\r\n")
    assert load(tmp_path).look == "light"


def test_one_setting_is_remembered_and_the_rest_is_left(tmp_path: Path) -> None:
    write(tmp_path, "# ours\nboard = 'b.yaml'\nlook = 'dark'  # evenings\n")
    file = tmp_path / "settings.toml"
    remember(file, "look", "high contrast")
    remember(file, "less_movement", True)
    assert (
        file.read_text("utf-8")
        == "less_movement = true\n# ours\nboard = 'b.yaml'\nlook = \"high contrast\"\n"
    )
    assert (load(tmp_path).look, load(tmp_path).less_movement) == ("high contrast", True)
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files apart by account, not by mode")
def test_what_is_made_is_its_owners_alone(tmp_path: Path) -> None:
    home = places.make_private_folder(tmp_path / "a" / "home")
    made = places.make_private_file(home / "record.db")
    remember(home / "settings.toml", "look", "light")
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (home, made, home / "settings.toml")]
    assert modes == [0o700, 0o600, 0o600]


def test_a_home_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for make in (places.make_private_folder, places.make_private_file):
        with pytest.raises(SettingsError, match="SIMULATOR_HOME"):
            make(tmp_path / "file" / "home")


def test_nobodys_home_is_kept_beside_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "blocked").touch()
    monkeypatch.setattr(places, "_CHECKOUT", tmp_path)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "blocked" / "data")
    assert places.default_home() == tmp_path / ".simulator"
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "new" / "data")
    assert places.default_home() == tmp_path / "new" / "data"


def test_a_home_behind_a_door_that_is_shut_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(folder: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(folder))

    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "blocked").touch()
    monkeypatch.setattr(places, "_CHECKOUT", tmp_path)
    monkeypatch.setattr(Path, "exists", shut)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "blocked" / "data")
    assert places.default_home() == tmp_path / ".simulator"


def test_cases_come_with_a_wheel_or_from_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    assert places.shipped_cases().name == "scenarios"
    (tmp_path / "_scenarios").mkdir()
    assert places.shipped_cases() == tmp_path / "_scenarios"
