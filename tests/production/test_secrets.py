"""`make secrets`: made once, never overwritten, read by the containers only."""

import os
import stat
from urllib.parse import urlsplit

import pytest

from bureau.setup.production import secrets
from bureau.setup.say import Trouble


def written(folder) -> dict[str, str]:
    return {file.name: file.read_text() for file in (folder / "secrets").iterdir()}


def test_a_second_run_changes_no_secret_and_makes_what_is_missing(tmp_path):
    secrets.prepare(tmp_path)
    before = written(tmp_path)
    (tmp_path / "secrets" / "metrics-token").unlink()
    secrets.prepare(tmp_path)
    after = written(tmp_path)
    assert after.pop("metrics-token") != before.pop("metrics-token")
    assert after == before


def test_two_installations_share_no_secret(tmp_path):
    for name in ("one", "two"):
        secrets.prepare(tmp_path / name)
    one, two = written(tmp_path / "one"), written(tmp_path / "two")
    assert {name for name in one if one[name] == two[name]} == {"email-url"}  # no mail yet


def test_the_application_is_told_the_password_of_the_database(tmp_path):
    secrets.prepare(tmp_path)
    made = written(tmp_path)
    assert made["database-url"] == f"postgres://bureau:{made['database-password']}@db:5432/bureau"


def test_each_login_of_the_database_has_a_password_of_its_own(tmp_path):
    secrets.prepare(tmp_path)
    logins = [words for name, words in written(tmp_path).items() if name.endswith("database-url")]
    assert len(logins) == len({urlsplit(url).username for url in logins}) == 4
    assert len({urlsplit(url).password for url in logins}) == 4


def test_a_password_that_does_not_fit_its_address_is_told(tmp_path):
    secrets.prepare(tmp_path)
    (tmp_path / "secrets" / "database-password").unlink()
    with pytest.raises(Trouble, match="不一致"):
        secrets.prepare(tmp_path)


def test_the_containers_may_read_and_nobody_may_write(tmp_path, monkeypatch):
    given = {}
    monkeypatch.setattr(os, "chown", lambda path, *owner: given.__setitem__(path.name, owner))
    secrets.prepare(tmp_path)
    secrets.give(tmp_path)
    for file in (tmp_path / "secrets").iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o440
        assert given[file.name] == (0, secrets.IDENTITY)
    assert given["backups"] == (secrets.IDENTITY, secrets.IDENTITY)


def test_whoever_may_not_give_files_away_is_told_to_be_root(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Trouble, match="sudo make secrets"):
        secrets.make()
