"""Who may take the steps of an inner task."""

from bureau.matters.known import replies_of
from bureau.matters.models import InnerTask
from bureau.matters.parts import rules
from bureau.matters.parts.states import PENDING, REPORTED, WORKING
from bureau.matters.policy import No, Verdict, Yes, of_unit
from bureau.matters.saying import said
from bureau.org.actor import Actor


@said(only="事项在办理中，本单位的任务没有结束")
def goes_on(person: Actor, task: InnerTask) -> Verdict:
    """As long as its unit works on the matter."""
    if task.assignment.state not in (PENDING, WORKING, REPORTED):
        return No("本单位在本事项的任务已经结束。")
    return rules.running(person, task)


@said("接受任务的本人")
def was_handed_it(person: Actor, task: InnerTask) -> Verdict:
    mine = person.pk == task.person_id and person.works_for_unit
    ours = task.assignment.unit_id in person.own_units
    return Yes() if mine and ours else No("由接受任务的人报告。")


@said("承办单位联络员、负责人")
def of_its_unit(person: Actor, task: InnerTask) -> Verdict:
    return of_unit(person, task.assignment)


@said(only="报告的本人不退回")
def of_another(person: Actor, task: InnerTask) -> Verdict:
    return No("本人的报告用“撤回报告”改。") if task.person_id in person.hands else Yes()


@said(only="本单位此后没有反馈")
def nothing_sent_since(person: Actor, task: InnerTask) -> Verdict:
    """What its unit has told since may stand on it."""
    later = (one for one in replies_of(task.assignment) if task.reported_at and one.at > task.reported_at)
    return No("此后本单位又有反馈，不能再撤回。") if any(later) else Yes()
