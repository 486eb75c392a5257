"""What runs here."""

import platform
from importlib.metadata import version

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from bureau.ops import figures
from bureau.ops.checks.finding import Check, Finding, bad, good
from bureau.org.health import broker


def ours() -> Finding:
    return good(settings.VERSION)


def stack() -> Finding:
    parts = {"Django": "django", "Celery": "celery", "WeasyPrint": "weasyprint"}
    named = "，".join(f"{name} {version(package)}" for name, package in parts.items())
    return good(f"Python {platform.python_version()}，{named}")


def postgres() -> Finding:
    return good(figures.ask("SHOW server_version")[0][0])


def redis() -> Finding:
    if not settings.REDIS_URL:
        return good("不用 Redis，任务经文件夹传递")
    with broker() as asked:
        return good(asked.info("server")["redis_version"])


def migrations() -> Finding:
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending:
        return bad(f"有 {len(pending)} 项结构更新未执行", "停下网站，运行 manage.py migrate，再启动。")
    return good("结构是最新的")


CHECKS = [
    Check("本系统", ours),
    Check("运行环境", stack),
    Check("PostgreSQL", postgres),
    Check("Redis", redis),
    Check("数据库结构", migrations),
]
