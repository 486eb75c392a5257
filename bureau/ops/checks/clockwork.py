"""Does the clock go, and is what it rings for being done?"""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from bureau.ops import figures, heartbeat
from bureau.ops.checks.finding import Check, Finding, bad, good, watch
from bureau.ops.checks.words import ago

LATE = 600  # seconds since the last sweep
LONG_QUEUE = 200  # bells
NO_WORKER = "启动后台进程（celery worker）和时钟（celery beat），看它们的日志。"


def sweep() -> Finding:
    clock, url = figures.clock(), reverse("notices:clock")
    if clock is None or (clock.swept_at is None and clock.armed):
        return watch("还没有巡查过", "一分钟后再看；仍没有，就" + NO_WORKER, url)
    if not clock.armed:
        return bad(f"提醒时钟未启用：{clock.doubt or '等待确认'}", "核对后启用，启用前不发任何提醒。", url)
    told = f"{ago(clock.swept_at)}，用时 {clock.seconds or 0:.1f} 秒，告知 {clock.told} 条"
    if figures.age(clock.swept_at) > LATE:
        return bad(f"上次巡查在{told}", NO_WORKER, url)
    if clock.failures:
        return watch(f"{told}，{len(clock.failures)} 项未能告知", "逐项看原因。", url)
    return good(told, url)


def workers() -> Finding:
    names = list(heartbeat.alive().values_list("name", flat=True))
    return good(f"{len(names)} 个：{'、'.join(names)}") if names else bad("没有后台进程应答", NO_WORKER)


def queue() -> Finding:
    waiting = figures.queue_length()
    if waiting > LONG_QUEUE:
        return watch(f"{waiting} 个任务在排队", "后台进程来不及或已停：看下面各项，必要时增加一个 worker。")
    return good(f"{waiting} 个任务在排队")


def jobs() -> Finding:
    found, broken = figures.jobs(), figures.broken_jobs(timezone.now() - timedelta(days=1))
    words = f"排队 {found['waiting']} 件，在办 {found['running']} 件"
    if broken:
        return bad(
            f"{words}，24 小时内出错 {broken} 件",
            "在系统日志里找 bureau.jobs 的错误；没有改动任何数据，可以重新提交。",
        )
    return good(words)


def deliveries() -> Finding:
    found, url = figures.deliveries(), reverse("notices:failures")
    words = f"待发 {found['waiting']} 条，未发出 {found['failed']} 条"
    return watch(words, "逐条看原因，重发或放弃。", url) if found["failed"] else good(words)


def renderings() -> Finding:
    found = figures.renderings()
    words = f"正在排版 {found['waiting']} 期，排版未成 {found['failed']} 期"
    if found["failed"]:
        return bad(
            words, "先运行 python -m bureau.press.typeset.fonts 补齐字体，再请督查局在该期页面重新排版。"
        )
    return good(words)


CHECKS = [
    Check("提醒巡查", sweep, alarm="sweep"),
    Check("后台进程", workers),
    Check("任务队列", queue),
    Check("任务中心", jobs, alarm="jobs"),
    Check("外发消息", deliveries),
    Check("通报排版", renderings),
]
