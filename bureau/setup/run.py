"""`make run`: everything from a bare machine to an address to open, and back to nothing on Ctrl-C."""

import os

from . import fonts, needs, port, venv, welcome
from .commands import quietly
from .database import database, only_one
from .paths import PYTHON
from .processes import Server
from .say import Trouble, say, step
from .signals import Stopped, stopping_on_signals
from .website import Website


def run() -> int:
    """Run the site until it is told to stop (0) or one of its servers dies (`Trouble`)."""
    number = port.wanted()
    os.environ["STATIC_HASHED"] = "yes"  # `furnish` collects them before the site opens
    with stopping_on_signals(), only_one():
        try:
            prepare()
            with database() as servers:
                furnish()
                _serve(Website(number), servers)
        except Stopped:
            say("已全部停止，数据保留在 var/。")
    return 0


def _serve(website: Website, others: tuple[Server, ...]) -> None:
    try:
        website.start()
        welcome.greet(website.address)
        website.watch(others)
    finally:
        website.stop()


def reset() -> int:
    """`make reset`: drop the demo county and play it anew, after asking."""
    if input("演示数据将全部清除并重新生成。输入 yes 确认：").strip() != "yes":
        raise Trouble("没有改动任何数据。")
    with stopping_on_signals(), only_one():
        prepare()
        with database():
            manage("建立数据表", "migrate", "--no-input")
            manage("重新生成演示县", "demo", "--reset")
    return 0


def prepare() -> None:
    """What this machine lacks: Python packages, system libraries, faces."""
    venv.ensure(venv.PRODUCT)
    needs.ensure(needs.TYPESETTING)
    fonts.ensure()


def furnish() -> None:
    """Tables, static files, and the demo county where the database is empty."""
    manage("建立数据表", "migrate", "--no-input")
    manage("收集静态文件", "collectstatic", "--no-input")
    manage("准备演示县", "demo", "--if-empty")


def manage(words: str, *arguments: str) -> None:
    with step(words):
        quietly([PYTHON, "manage.py", *arguments], advice=f"{words}失败")
