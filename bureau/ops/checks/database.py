"""How large the database is, and how many are in it."""

from bureau.ops import figures
from bureau.ops.checks.finding import Check, Finding, good, watch
from bureau.ops.checks.words import size

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


CHECKS = [Check("大小", volume), Check("连接", connections)]
