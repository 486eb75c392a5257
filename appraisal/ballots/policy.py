"""Who may take which step of a poll."""

from appraisal import states as room
from appraisal.ballots.models import Group, Poll
from appraisal.ballots.papers import accepted
from bureau.matters.access.behalf import same_hand
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.saying import said
from bureau.org.actor import Actor
from bureau.org.posts import Function

PREPARED = (room.DRAFT, *room.OPEN)  # of the period: polls are held until the scores are summed up


@said("考核员", only="汇总得分以前")
def prepares(person: Actor, record: Poll) -> Verdict:
    if not person.sits_at(Function.APPRAISAL):
        return No("这一步由督查局考核员办理。")
    return Yes() if record.period.state in PREPARED else No("得分已经汇总，测评不能再变动。", shown=True)


@said(only="纸质票都已由两人计票、核对一致")
def paper_counted(person: Actor, record: Poll) -> Verdict:
    waiting = [
        str(group)
        for group in record.groups.filter(way=Group.Way.PAPER).prefetch_related("counts")
        if accepted(group) is None
    ]
    return No(f"{'、'.join(waiting)}的纸质票还没有两人一致的计票。", shown=True) if waiting else Yes()


@said("考核员、局领导", only="截止测评的人以外的另一人")
def another(person: Actor, record: Poll) -> Verdict:
    if not person.sits_at(Function.APPRAISAL):
        return No("这一步由督查局考核员或者局领导办理。")
    if same_hand(person, record.matter, record.closed_by_id):
        return No("须由截止测评以外的另一人确认计票。", shown=True)
    return Yes()
