"""A text as the checker of the tests reads it: on one day, with one ledger and one directory."""

from datetime import date

from reports.checking import Draft, Finding, check

COUNTS = {
    "总数": 22,
    "已办结": 6,
    "正在办理": 16,
    "中止办理": 0,
    "逾期未办结": 4,
    "按期办结": 5,
    "已到时限": 8,
}
UNITS = frozenset({"县水利局", "县农业农村局", "县城市管理和综合执法局", "县委办公室", "大圹镇"})


def findings(body: str, title: str = "关于办理情况的通报", **facts) -> list[Finding]:
    return check(Draft(title, body, date(2026, 11, 26), longest=200, counts=COUNTS, units=UNITS, **facts))


def found(body: str, title: str = "关于办理情况的通报", **facts) -> list[str]:
    return [f"{one.line}|{one.quote}|{one.sentence}" for one in findings(body, title, **facts)]


def levels_of(body: str) -> list[str]:
    return [one.level for one in findings(body)]
