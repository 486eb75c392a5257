"""The clock in a county with a million open duties: how long a sweep takes, and how fast messages leave."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone

from bureau.bench import county
from bureau.bench.cast import Cast
from bureau.bench.gateway import Gateway
from bureau.bench.owed import Filling
from bureau.bench.report import row
from bureau.bench.scale import Scale
from bureau.demo.rows.copying import vacuum
from bureau.matters.models import Duty
from bureau.notices import watch
from bureau.notices.ladder import ORDER
from bureau.notices.models import Kind
from bureau.setup.paths import TOP

AT_ONCE = 4
SENDERS = 2
HEAD = ("做什么", "进程", "件数", "秒", "件/分", "查询", "内存 MB")
KEY = "bench"


def prepare(scale: Scale) -> None:
    """All told of, nothing due for a month; `due_next` makes some late."""
    county.build(persons=0)
    county.make_a_working_day()
    county.reach_liaisons()
    later, told = timezone.now() + timedelta(days=60), timezone.now()
    Filling(Cast()).fill(scale.duties, lambda place: {"due_at": later, "told_at": told})
    watch.arm()
    vacuum()


def rounds(scale: Scale, database: str) -> Iterator[tuple[str, list[dict]]]:
    """What was done, and the figures of each process that did it."""
    gateway = Gateway(KEY)
    gateway.start()
    due_next(scale.due)
    yield "首轮巡查", turns("sweep", database)
    yield "再巡查一轮", turns("sweep", database)
    due_next(scale.due)
    yield "四个进程同时巡查", turns("sweep", database, AT_ONCE)
    due_next(scale.messages)
    outside = {"NOTICE_GATEWAY_URL": gateway.url, "NOTICE_GATEWAY_KEY": KEY}
    yield "巡查并排队外发", turns("sweep", database, **outside)
    yield "外发（本机网关）", turns("deliver", database, SENDERS, **outside)
    gateway.stop()


def due_next(duties: int) -> None:
    """So many more, spread over all holders, are late since yesterday's last rung."""
    keys = Duty.objects.filter(rung=0).order_by("pk").values("pk")[:duties]
    late = timezone.now() - timedelta(days=10)
    Duty.objects.filter(pk__in=keys).update(due_at=late, rung=ORDER[Kind.DUE])


def turns(what: str, database: str, processes: int = 1, **more: str) -> list[dict]:
    """So many processes at once; the figures of each."""
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl()
    environment = os.environ | {"DATABASE_URL": url} | more
    argv = [sys.executable, "-m", "bureau.bench.turn", what]
    started = [
        subprocess.Popen(argv, cwd=TOP, env=environment, stdout=subprocess.PIPE) for _ in range(processes)
    ]
    return [json.loads(process.communicate()[0]) for process in started]


def head() -> str:
    return row((HEAD[0], "", *HEAD[1:]))


def line(words: str, told: list[dict]) -> str:
    """Sums over the processes; the time is the slowest one's, the memory the largest one's."""
    done, queries = (sum(figures[name] for figures in told) for name in ("done", "queries"))
    seconds = max(figures["seconds"] for figures in told)
    memory = max(figures["memory"] for figures in told)
    per_minute = f"{done / seconds * 60:,.0f}"
    numbers = (str(len(told)), f"{done:,}", f"{seconds:.1f}", per_minute, f"{queries:,}", str(memory))
    return row((words, "", *numbers))
