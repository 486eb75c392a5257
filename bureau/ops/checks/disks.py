"""Is there room?"""

from functools import partial
from pathlib import Path

from django.db import connection

from bureau.ops import figures
from bureau.ops.checks.finding import Check, Finding, bad, good, watch
from bureau.ops.checks.words import size

LITTLE, HARDLY = 0.20, 0.10  # of the disk
LOCAL = ("", "localhost", "127.0.0.1", "::1")


def room(name: str) -> Finding:
    return judge(figures.folders()[name])


def database() -> Finding:
    """The server's own folder, where we are on its machine and may see it."""
    if connection.settings_dict["HOST"] not in LOCAL and not connection.settings_dict["HOST"].startswith("/"):
        return good("数据库不在本机，请在它的服务器上看")
    row = figures.ask(
        "SELECT CASE WHEN pg_has_role('pg_read_all_settings', 'member')"
        " THEN current_setting('data_directory', true) END"
    )
    folder = Path(row[0][0] or "")
    return (
        judge(folder) if row[0][0] and folder.exists() else good("无权查看数据库的文件夹，请在它的服务器上看")
    )


def judge(folder: Path) -> Finding:
    free, total = figures.disk(folder)
    words = f"剩余 {size(free)}（{free / total:.0%}），共 {size(total)}"
    if free < total * HARDLY:
        return bad(words, "马上清理或扩充磁盘：写满以后不能上传，也不能保存。")
    if free < total * LITTLE:
        return watch(words, "安排清理或扩充磁盘。")
    return good(words)


CHECKS = [
    Check("附件", partial(room, "files"), alarm="disk"),
    Check("备份", partial(room, "backup"), alarm="disk"),
    Check("数据库", database, alarm="disk"),
]
