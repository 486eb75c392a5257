"""What the worker prints on request."""

from django.utils import timezone

from bureau.jobs.work import Barred, Outcome, work
from bureau.matters.printed import printed_ledger
from bureau.matters.rooms import room_of
from bureau.pages import period
from bureau.pages.asked import Asked
from reports.volumes import issues_of, title_of, volume

VOLUME = "reports.volume"
LOST = "有一期的文件不在存储里，请从备份中恢复后再装订。"


@work("reports.ledger")
def print_ledger(job) -> Outcome:
    """A long ledger on paper: what the person sees now, asked for as on the page."""
    room = room_of(job.facts["room"])
    table = room.ledger.ledger(Asked.again(job.person, job.facts["query"]))
    if table is None:
        raise Barred("查询条件已经失效，请回到台账重新查询后再打印。")
    pdf, name = printed_ledger(room.layout, table, timezone.localdate())
    with job.file(name) as out:
        out.write(pdf)
    return Outcome(f"{room.layout.title}已排版，共{len(table.rows)}项。")


@work(VOLUME)
def bind_volume(job) -> Outcome:
    """合订本: what the person sees now of a series in a period."""
    facts = job.facts
    days = period.of(facts["year"], facts["part"])
    if not (count := issues_of(job.person, facts["series"], days).count()):
        raise Barred(f"{days.words}没有您可以查阅的期次。")
    try:
        pdf = volume(job.person, facts["series"], days, job.step)
    except FileNotFoundError as lost:
        raise Barred(LOST) from lost
    title = title_of(facts["series"], days)
    with job.file(f"{title}.pdf") as out:
        out.write(pdf)
    return Outcome(f"{title}已装订，共{count}期。")
