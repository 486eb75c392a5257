"""`make image`: builds the image where no container engine runs, by buildah on a debootstrap base, and tries it."""

import os
import ssl
import tempfile
from collections.abc import Iterator
from pathlib import Path

from . import needs, trial
from .buildah import Buildah
from .checks import servers
from .commands import quietly
from .paths import TOP
from .say import Trouble, say, step
from .signals import stopping_on_signals

BASE = "debian:bookworm-slim"
NAME = "bureau:trial"
BUILDING = (needs.command("debootstrap", "debootstrap"), needs.command("buildah", "buildah"))
PIP, LENT = "/etc/pip.conf", "/run/authorities.pem"


def image() -> int:
    """0 when the image was built and everything that was tried in it worked."""
    if os.geteuid():
        raise Trouble("制作镜像要建立根文件系统：请用 root 运行，例如 sudo make image。")
    with stopping_on_signals(), tempfile.TemporaryDirectory(prefix="bureau-image-") as folder:
        needs.ensure((*BUILDING, *needs.CHECKING))
        buildah = Buildah(Path(folder))
        _base(buildah, Path(folder))
        _build(buildah)
        say(f"  镜像 {buildah.size(NAME)}")
        with servers() as addresses:
            trial.run(buildah, NAME, Path(folder), addresses)
    return 0


def _base(buildah: Buildah, folder: Path) -> None:
    """Debian's own packages and nothing else, under the name that the Dockerfile begins with."""
    with step(f"建立基础系统 {BASE}"):
        root = folder / "base"
        quietly(["debootstrap", "--variant=minbase", "bookworm", root])
        container = buildah.say("from", "scratch")
        buildah.do("add", container, root, "/")
        buildah.do("commit", "--rm", container, BASE)
        quietly(["rm", "-rf", root])


def _build(buildah: Buildah) -> None:
    how = ("--isolation=chroot", "--pull-never", "--format=docker", "--tag", NAME)
    with step("按 Dockerfile 制作镜像"):
        buildah.do("bud", *how, *_lent(), TOP)


def _lent() -> Iterator[str]:
    """How this machine reaches the package index: lent to the build, kept out of the image."""
    if Path(PIP).exists():
        yield f"--volume={PIP}:{PIP}:ro"
    if authorities := ssl.get_default_verify_paths().cafile:
        yield f"--volume={authorities}:{LENT}:ro"
        yield f"--build-arg=PIP_CERT={LENT}"
    if index := os.environ.get("PIP_INDEX_URL"):
        yield f"--build-arg=PIP_INDEX_URL={index}"
