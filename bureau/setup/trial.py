"""What must work inside the image: asked as its own account, against real servers of this machine."""

import re
import secrets
import time
from collections.abc import Mapping
from pathlib import Path

from . import port
from .buildah import Buildah
from .commands import quietly
from .paths import LOG
from .processes import Server
from .say import Trouble, step

PATIENCE = 60  # seconds for gunicorn to answer
PAGE = """
from datetime import date
from pathlib import Path
from django.conf import settings
from bureau.press.typeset.render import render
from bureau.press.typeset.sheets import Bulletin
words = "一、总体情况\\n截至2026年3月15日，22件议定事项中，办结6件。\\n（一）部分事项进展缓慢。要逐项认领、限期整改。"
sheet = Bulletin("督查通报", "第1期", "（总第1期）", "县督查局", date(2026, 3, 16), "关于议定事项办理情况的通报", words)
Path("/trial/bulletin.pdf").write_bytes(render(sheet, settings.FONTS_DIR / "lean"))
"""


class Container:
    """A container of `image` with the environment of production; commands run in it as its own account."""

    def __init__(self, buildah: Buildah, image: str, folder: Path, addresses: Mapping[str, str]) -> None:
        self.shared = folder / "trial"
        self.shared.mkdir()
        self.shared.chmod(0o777)
        generated = {name: secrets.token_urlsafe(50) for name in ("SECRET_KEY", "TIMELINE_KEY", "VAULT_KEY")}
        self.port = port.free()
        production = {"BUREAU_ENV": "production", "ALLOWED_HOSTS": "127.0.0.1", "PORT": str(self.port)}
        told = (f"--env={name}={value}" for name, value in {**addresses, **production, **generated}.items())
        lent = f"--volume={self.shared}:/trial"
        name = buildah.say("from", "--pull-never", image)
        self._run = (*buildah.command, "run", "--isolation=chroot", lent, *told, name, "--")

    def do(self, words: str, *argv: str) -> None:
        with step(words):
            quietly([*self._run, *argv], advice=f"镜像里：{words}未能完成")

    def serve(self, *argv: str) -> Server:
        return Server("镜像里的网站", [*self._run, *argv], LOG / "image-web.log")


def run(buildah: Buildah, image: str, folder: Path, addresses: Mapping[str, str]) -> None:
    """Raise `Trouble` at the first thing that does not work."""
    container = Container(buildah, image, folder, addresses)
    container.do("不以 root 运行，也改不了程序", "sh", "-c", 'test "$(id -u)" = 10001 && ! test -w /app')
    container.do("检查部署设置", "python", "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    container.do("建立数据表", "python", "manage.py", "migrate", "--no-input")
    container.do("排出一页通报", "python", "manage.py", "shell", "--no-imports", "-c", PAGE)
    _look_at(container.shared / "bulletin.pdf")
    container.do("备份工具", "pg_dump", "--version")
    _answer(container)


def _look_at(pdf: Path) -> None:
    """The faces are in the file, not substitutes of the system."""
    listed = pdf.with_suffix(".txt")
    quietly(["sh", "-c", f"pdffonts {pdf} > {listed}"])
    missing = {"XiaoBiaoSong", "FangSong", "HeiTi"} - set(
        re.findall(r"Typeset-?(\w+?)\b", listed.read_text())
    )
    if missing:
        raise Trouble(f"通报里没有嵌入字体 {'、'.join(sorted(missing))}：\n{listed.read_text()}")


def _answer(container: Container) -> None:
    """The image's own command serves, and its own health check says so."""
    with step("启动网站，/healthz 回答正常"):
        server = container.serve(
            "gunicorn", "bureau.wsgi", "--config", "bureau/setup/production/gunicorn.conf.py"
        )
        try:
            _wait(container, server)
        finally:
            server.stop()


def _wait(container: Container, server: Server) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        server.require_alive()
        try:
            quietly([*container._run, "python", "bureau/setup/production/health.py", "web"])
            return
        except Trouble:
            if time.monotonic() > deadline:
                raise
