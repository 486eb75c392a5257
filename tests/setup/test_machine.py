"""What a bare machine is told, and what the locks promise."""

import re
import subprocess
import sys
import tomllib

import pytest

from bureau.setup import apt, binaries
from bureau.setup.paths import SETUP, TOP
from bureau.setup.say import Trouble

LOCKS = sorted(SETUP.glob("requirements*.txt"))


def test_the_cellar_needs_nothing_that_is_not_in_the_standard_library():
    argv = [sys.executable, "-S", "-c", "import setup.__main__"]
    assert subprocess.run(argv, cwd=TOP / "bureau").returncode == 0


def test_where_there_is_no_apt_one_sentence_names_the_packages(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Trouble) as trouble:
        apt.install(["libpango-1.0-0", "fonts-noto-cjk"])
    chinese, english = str(trouble.value).splitlines()
    assert chinese.startswith("缺少系统软件包：libpango-1.0-0 fonts-noto-cjk。")
    assert "Missing system packages: libpango-1.0-0 fonts-noto-cjk." in english


def test_the_newest_postgresql_present_is_used_and_older_data_keep_their_own(monkeypatch, tmp_path):
    monkeypatch.setattr(binaries, "_folders", lambda: iter([program(tmp_path, 15), program(tmp_path, 17)]))
    assert binaries.find(None).name == "17"
    assert binaries.find(15).name == "15"


def program(folder, major: int):
    (folder / str(major)).mkdir(exist_ok=True)
    script = folder / str(major) / "postgres"
    script.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {major}.4 (Debian {major}.4-1)'\n")
    script.chmod(0o755)
    return script.parent


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_has_a_hash_for_every_package_and_no_address(lock):
    words = lock.read_text()
    assert "://" not in words
    pinned = re.split(r"^(?=[a-z0-9])", words, flags=re.MULTILINE | re.IGNORECASE)[1:]
    assert pinned
    assert all("==" in package and "--hash=sha256:" in package for package in pinned)


def test_what_the_product_asks_for_is_locked_for_every_machine():
    asked = tomllib.loads((TOP / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.match(r"[\w.-]+", one)[0].lower() for one in asked}
    for lock in ("requirements.txt", "requirements-dev.txt"):
        locked = set(re.findall(r"^([\w.-]+)==", (SETUP / lock).read_text(), flags=re.MULTILINE))
        assert names <= locked, lock
