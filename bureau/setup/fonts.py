"""The faces of official documents: Fandol fetched once out of Debian's TeX package, lean fonts built from all."""

import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .commands import quietly
from .paths import PYTHON, VAR
from .say import Trouble, say, step

FOLDER = VAR / "fonts"
LEAN = FOLDER / "lean"
SOURCE = FOLDER / "source"
FANDOL = ("FandolFang-Regular.otf", "FandolKai-Regular.otf")
PACKAGE = "texlive-lang-chinese"
INSTALLED = Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")


def ensure() -> None:
    """Build the lean fonts, for a minute, unless they stand as this version makes them."""
    if not (LEAN / "faces.json").exists():
        _fandol()
    with step("公文字体"):
        quietly([PYTHON, "-m", "bureau.press.typeset.fonts", FOLDER, LEAN], advice="公文字体未能制作")


def _fandol() -> None:
    """Without Fandol the typesetter falls back to another face, so a failure is only told."""
    if all((SOURCE / name).exists() for name in FANDOL):
        return
    SOURCE.mkdir(parents=True, exist_ok=True)
    try:
        with step("取仿宋、楷体（Fandol，约 50 MB，仅此一次）"):
            _copy() if INSTALLED.exists() else _fetch()
    except (Trouble, OSError, tarfile.TarError, subprocess.SubprocessError):
        say(
            f"  未能取得 Fandol 字体，先用其他字体代替；补救：把 {'、'.join(FANDOL)} 放入 {SOURCE}，删去 {LEAN} 后重新运行。"
        )


def _copy() -> None:
    for name in FANDOL:
        shutil.copy(INSTALLED / name, SOURCE)


def _fetch() -> None:
    with tempfile.TemporaryDirectory(dir=SOURCE) as folder:
        quietly(["env", "--chdir", folder, "apt-get", "download", PACKAGE])
        (package,) = Path(folder).glob("*.deb")
        for member, content in _members(package):
            (SOURCE / member).write_bytes(content)


def _members(package: Path) -> Iterator[tuple[str, bytes]]:
    """The two faces out of the package, read as a stream: nothing else is unpacked."""
    command = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", package], stdout=subprocess.PIPE)
    with command, tarfile.open(fileobj=command.stdout, mode="r|") as archive:
        for member in archive:
            name = Path(member.name).name
            if name in FANDOL and member.isfile():
                yield name, archive.extractfile(member).read()
