"""Sets the faces up once: `python -m bureau.press.typeset.fonts var/fonts var/fonts/lean`.

Licensed faces (方正小标宋, 仿宋_GB2312 …) dropped anywhere under the first folder are used before the free ones.
"""

import fcntl
import hashlib
import json
import logging
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from .faces import FACES, Face, lean_name
from .lean import build_lean
from .metrics import record_widths
from .misdrawn import REFERENCES, misdrawn
from .repertoire import repertoire
from .shapes import Shapes, shapes
from .sources import SYSTEM, Source, find_sources

log = logging.getLogger(__name__)
_MANIFEST = "faces.json"
_MAKERS = {"faces", "fonts", "lean", "metrics", "misdrawn", "repertoire", "shapes"}
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir prefix="relative">.</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
"""


class FaceNotFound(Exception):
    """A face without which nothing can be set is on none of the searched folders."""


def build(folder: Path, sources: Path) -> dict[str, str]:
    """Build every face of `FACES` into `folder`; at once when nothing changed. Gives family → source name."""
    folder = folder.resolve()
    wanted = {name for face in FACES for name in face.sources}
    found = find_sources([sources.resolve(), SYSTEM], folder, wanted)
    chosen = {face: _choose(face, found) for face in FACES}
    stamp = _stamp(chosen, found)
    if stamp != _read(folder).get("stamp"):
        with _alone(folder):
            if stamp != _read(folder).get("stamp"):  # nobody built them meanwhile
                _build_all(folder, chosen, found, stamp)
    return faces_in_use(folder)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Of several programs that find the faces stale at once, one builds them; the others wait."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def faces_in_use(folder: Path) -> dict[str, str]:
    """Family → the name of the source it was built from, as recorded at set-up."""
    return _read(folder).get("faces", {})


def _choose(face: Face, found: dict[str, Source]) -> str:
    name = next((name for name in face.sources if name in found), None)
    if name is None:
        raise FaceNotFound(
            f"找不到字体：{face.family} 需要其中之一：{'、'.join(face.sources)}。请先安装字体包。"
        )
    if face.family == "Typeset FangSong" and name == "UMingCN":
        log.warning(
            "没有仿宋字体，正文暂以明体代替；请把 FandolFang-Regular.otf 或授权仿宋放入字体目录后重建。"
        )
    return name


def _stamp(chosen: dict[Face, str], found: dict[str, Source]) -> str:
    digest = hashlib.sha256()
    for code in sorted(Path(__file__).parent.glob("*.py")):
        if code.stem in _MAKERS:
            digest.update(code.read_bytes())
    for face, name in chosen.items():
        file = found[name].path.stat()
        digest.update(f"{face.family}{found[name]}{file.st_size}{file.st_mtime_ns}".encode())
    return digest.hexdigest()


def _read(folder: Path) -> dict:
    try:
        return json.loads((folder / _MANIFEST).read_text())
    except (OSError, ValueError):
        return {}


def _build_all(folder: Path, chosen: dict[Face, str], found: dict[str, Source], stamp: str) -> None:
    """Build beside the folder and swap it in whole, so that a broken run leaves the old faces standing."""
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    wrong = _wrong_characters(chosen, found)
    for face, name in chosen.items():
        codes = repertoire(face.repertoire) - wrong[face]
        target = fresh / lean_name(face.family)
        build_lean(found[name].path, found[name].number, codes, face.family, target)
    record_widths(fresh)
    (fresh / "fonts.conf").write_text(_CONFIG)
    names = {face.family: name for face, name in chosen.items()}
    (fresh / _MANIFEST).write_text(json.dumps({"stamp": stamp, "faces": names}, ensure_ascii=False, indent=1))
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def _wrong_characters(chosen: dict[Face, str], found: dict[str, Source]) -> dict[Face, frozenset[int]]:
    """For each face the characters that it leaves to the next; each source is compared once, in parallel."""
    looked_at = {
        face: (found[name], found[next(other for other in REFERENCES if other != name)], face.repertoire)
        for face, name in chosen.items()
    }
    once = list(dict.fromkeys(looked_at.values()))
    with ProcessPoolExecutor() as pool:
        wrong = dict(zip(once, pool.map(_misdrawn, once), strict=True))
    return {face: wrong[looked] for face, looked in looked_at.items()}


def _misdrawn(looked_at: tuple[Source, Source, str]) -> frozenset[int]:
    """What a source draws as other characters than its reference does, of a repertoire."""
    source, reference, name = looked_at
    return misdrawn(_drawn(source, name), _drawn(reference, name))


@lru_cache(maxsize=3)
def _drawn(source: Source, name: str) -> Shapes:
    return shapes(source, repertoire(name))


def main(arguments: list[str]) -> int:
    """Build, and say in one line per family which face is used; 1 and a sentence when a face is missing."""
    sources, folder = arguments or ("var/fonts", "var/fonts/lean")
    try:
        faces = build(Path(folder), Path(sources))
    except FaceNotFound as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    for family, name in faces.items():
        sys.stdout.write(f"{family}: {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
