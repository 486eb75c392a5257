"""What the worker prints on request."""

from bureau.jobs.work import Barred, Outcome, work
from bureau.pages import period
from reports.volumes import issues_of, title_of, volume

VOLUME = "reports.volume"
LOST = "有一期的文件不在存储里，请从备份中恢复后再装订。"


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
