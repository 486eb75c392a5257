"""Who may take which step of a review of cadres and of what is proposed because of a grade; who reads them."""

from appraisal import states as of_periods
from appraisal.cadres import states
from appraisal.cadres.models import Review, Use
from appraisal.policy import approves_result
from bureau.matters.access.behalf import same_hand
from bureau.matters.access.rights import Rights
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.saying import said
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.names import keeps_register
from bureau.org.posts import Function, Post


def reads_cadres(person: Person) -> bool:
    """The desks of appraisal and accountability, the director, the leader in charge of all units; never in another's name."""
    if person.is_administrator:
        return False
    return keeps_register(person) or leads_all(person)


def leads_all(person: Person) -> bool:
    if not person.holds(Post.LEADER):
        return False
    charges = Rights.of(person).charges_of(Actor.of(person))
    return any(one.all_units and Function.APPRAISAL in one.functions for one in charges)


@said(only="考核期的结果已经公布")
def published(_actor: Actor, record: Review) -> Verdict:
    if record.period.state in of_periods.FROZEN:
        return Yes()
    return No("单位考核结果公布以后考核干部。", shown=True)


@said("分管绩效考核的县领导", only="由本人审定，不代录")
def approves_grades(actor: Actor, record: Review) -> Verdict:
    """Like the results of units; but names and grades of cadres are nobody else's to enter."""
    if actor.lent:
        return No("干部等次由分管的县领导本人审定。")
    return approves_result(actor, record.period)


@said(only="等次已经审定")
def decided(_actor: Actor, record: Use) -> Verdict:
    return (
        Yes()
        if record.merit.review.state in states.DECIDED
        else No("等次正在重新研究，审定以后再办理。", shown=True)
    )


@said(only="等次还是拟定时的等次")
def of_this_grade(_actor: Actor, record: Use) -> Verdict:
    """What was proposed for another grade says what is no more."""
    if record.grade == record.merit.grade:
        return Yes()
    now = record.merit.get_grade_display() or "不定等次"
    return No(
        f"这条建议是按{record.get_grade_display()}拟定的，等次现在是{now}，请“不再提出”，需要的另行拟定。",
        shown=True,
    )


@said("局领导", only="拟定人、本人不审批")
def agrees(actor: Actor, record: Use) -> Verdict:
    if not actor.holds(Post.DIRECTOR):
        return No("结果运用建议由局领导审批。")
    if same_hand(actor, record.matter, record.asked_by_id):
        return No("须由拟定人以外的局领导审批。", shown=True)
    if record.merit.cadre.person_id in actor.hands:
        return No("建议涉及本人，请由别的局领导审批。", shown=True)
    return Yes()
