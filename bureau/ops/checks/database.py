"""How large the database is, and how many are in it."""

from django.conf import settings

from bureau.ops import figures
from bureau.ops.checks.finding import Check, Finding, bad, good, watch
from bureau.ops.checks.words import size
from bureau.ops.roles.privileges import ADVICE, what_it_may

BIGGEST = """
SELECT relname, pg_total_relation_size(oid) FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 2 DESC LIMIT 5
"""
CONNECTIONS = """
SELECT count(*), current_setting('max_connections')::int FROM pg_stat_activity WHERE backend_type = 'client backend'
"""
CROWDED = 0.8  # of the connections allowed


def volume() -> Finding:
    biggest = "、".join(f"{name} {size(count)}" for name, count in figures.ask(BIGGEST))
    return good(f"共 {size(figures.database_size())}；最大的表：{biggest}")


def connections() -> Finding:
    ((open_now, most),) = figures.ask(CONNECTIONS)
    words = f"{open_now} 个，最多 {most} 个"
    if open_now > most * CROWDED:
        return watch(words, "减少网站或后台进程数，或调大 PostgreSQL 的 max_connections。")
    return good(words)


def role() -> Finding:
    may = what_it_may()
    if not may:
        return good("只能增删改数据，改不了表，也停不了保护")
    words = f"网站登录数据库的账号是{may}"
    if settings.PRODUCTION:
        return bad(f"{words}，数据库的保护挡不住它", ADVICE)
    return good(f"{words}（开发环境只用一个账号）")


CHECKS = [Check("大小", volume), Check("连接", connections), Check("账号", role, alarm="数据库账号")]
