"""The hall's long work."""

from bureau.jobs.work import Outcome, Running, work
from bureau.matters import recount

RECOUNT = "matters.recount"


@work(RECOUNT, piecemeal=True)
def move_deadlines(job: Running) -> Outcome:
    """After an edit of the calendar, the hours or the limits."""
    done = recount.run(job.step)
    if not done.deadlines and not done.failed:
        return Outcome("没有需要变动的时限。")
    told = f"{done.matters}件事项的{done.deadlines}个时限已重新推算，逐件记入动态，承办人将收到通知。"
    if done.failed:
        told += f"另有{done.failed}件没有推算成功，详情已记入系统日志，请联系系统管理员。"
    return Outcome(told)
