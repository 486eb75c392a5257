"""What a newcomer reads when the site stands: where to go and as whom."""

import json
import subprocess
import unicodedata

from .paths import PYTHON, TOP
from .say import say

COLUMNS = {"username": "用户名", "password": "密码", "post": "岗位", "unit": "单位"}
ALL_ACCOUNTS = ".venv/bin/python manage.py demo --accounts"


def greet(address: str) -> None:
    say(f"\n  打开 {address}\n")
    accounts = _accounts()
    if accounts:
        _show(_one_per_post(accounts))
        say(f"\n  全部 {len(accounts)} 个演示账号：{ALL_ACCOUNTS}")
    say("  按 Ctrl-C 停止。")


def _accounts() -> list[dict[str, str]]:
    """The demo's accounts; none where the database holds real data."""
    command = [PYTHON, "manage.py", "demo", "--accounts"]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else []


def _one_per_post(accounts: list[dict[str, str]]) -> list[dict[str, str]]:
    return list({account["post"]: account for account in reversed(accounts)}.values())[::-1]


def _show(accounts: list[dict[str, str]]) -> None:
    rows = [COLUMNS, *accounts]
    widths = {column: max(_width(str(row[column])) for row in rows) for column in COLUMNS}
    for row in rows:
        cells = (str(row[column]) for column in COLUMNS)
        padded = (
            cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths.values(), strict=True)
        )
        say("  " + "  ".join(padded).rstrip())


def _width(words: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words)
