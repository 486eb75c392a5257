"""Who may take which step of a period, of a unit's part in it, of an adjustment."""

from django.utils import timezone

from appraisal import states
from appraisal.ballots import states as polling
from appraisal.dues import SUPPLY
from appraisal.models import Adjustment, Appraised, Indicator, Period, Scheme
from appraisal.owing import rescore_is_owed
from bureau.matters.access.behalf import same_hand
from bureau.matters.access.rights import Rights
from bureau.matters.models import Contest
from bureau.matters.policy import No, Refused, Verdict, Yes
from bureau.matters.saying import said
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function, Post


def require_desk(person: Person | Actor) -> None:
    """Of what has no record to ask about. Raises Refused."""
    if not person.sits_at(Function.APPRAISAL):
        raise Refused("这一步由督查局考核员办理。")


def approves_scheme(person: Person, scheme: Scheme) -> Verdict:
    """Another leader of the bureau than who drafted it, edited it last, put it up."""
    if not person.holds(Post.DIRECTOR):
        return No("考核方案由局领导审定。")
    if person.pk in (scheme.drafted_by_id, scheme.edited_by_id, scheme.proposed_by_id):
        return No("须由没有拟定、修改、提请这个方案的局领导审定。")
    return Yes()


def period_of(record: Period | Appraised | Adjustment) -> Period:
    if isinstance(record, Period):
        return record
    return record.period if isinstance(record, Appraised) else record.appraised.period


@said("被考核单位联络员、负责人")
def of_its_unit(person: Actor, record: Appraised | Adjustment) -> Verdict:
    part = (record if isinstance(record, Appraised) else record.appraised).assignment
    if person.answers_for_unit and part.unit_id in person.own_units:
        return Yes()
    return No("这一步由被考核单位办理。")


@said(only="采集阶段")
def collecting(person: Actor, record: Appraised) -> Verdict:
    return Yes() if record.period.state == states.COLLECTING else No("报送阶段已经结束。")


@said("考核员", only="采集、评分阶段")
def enters_adjustments(person: Actor, record: Appraised | Adjustment) -> Verdict:
    if not person.sits_at(Function.APPRAISAL):
        return No("这一步由督查局考核员办理。")
    return Yes() if period_of(record).state in states.OPEN else No("评分已经汇总，不能再登记加减分。")


@said("局领导", only="确认人本人不审批")
def approves_adjustment(person: Actor, record: Adjustment) -> Verdict:
    if not person.holds(Post.DIRECTOR):
        return No("加减分由局领导审批。")
    if same_hand(person, record.matter, record.confirmed_by_id):
        return No("须由确认人以外的局领导审批。", shown=True)
    return Yes() if period_of(record).state in states.OPEN else No("评分已经汇总，不能再审批加减分。")


@said(only="没有提出过，结果没有公布")
def not_objected(person: Actor, record: Adjustment) -> Verdict:
    if record.objected_at:
        return No("对这条加减分已经提出过异议。")
    if period_of(record).state == states.VOID:
        return No("考核期已经取消。")
    frozen = period_of(record).state in states.FROZEN
    return No("考核结果已经公布，请对考核结果提出异议。") if frozen else Yes()


@said("考核员、局领导", only="确认人、审批人本人不答复")
def answers_adjustment(person: Actor, record: Adjustment) -> Verdict:
    if not person.sits_at(Function.APPRAISAL):
        return No("异议由督查局答复。")
    if not record.objected_at or record.answered_at:
        return No("没有待答复的异议。")
    if same_hand(person, record.matter, record.confirmed_by_id, record.approved_by_id):
        return No("须由没有确认、审批这条加减分的人答复。", shown=True)
    return Yes()


@said(only="没有待审批的加减分和待答复的异议")
def adjustments_settled(person: Actor, record: Period) -> Verdict:
    found = Adjustment.objects.filter(appraised__period=record)
    if waiting := found.filter(state=Adjustment.State.CONFIRMED).count():
        return No(f"还有{waiting}条加减分待审批。", shown=True)
    if open_ones := found.contested().count():
        return No(f"还有{open_ones}条加减分异议没有答复。", shown=True)
    return Yes()


@said(only="测评都已确认计票")
def polls_settled(person: Actor, record: Period) -> Verdict:
    """Once the scores are reckoned no poll moves any more."""
    running = record.polls.filter(state__in=(polling.OPEN, polling.CLOSED)).first()
    if running is None:
        return Yes()
    return No(f"测评“{running}”还没有确认计票，请先截止、确认计票，不用的作废。", shown=True)


@said(only="已登记集体研究")
def deliberated(person: Actor, record: Period) -> Verdict:
    """On the scores as they stand: what was reckoned anew is deliberated anew."""
    last = record.meetings.order_by("-at").first()
    reckoned = record.matter.entries.filter(step="appraisal.reckon").order_by("-pk").first()
    if last is None or (reckoned and last.at < reckoned.at):
        return No("还没有登记对这次评分结果的集体研究。", shown=True)
    return Yes()


@said(only="每个单位都有等次")
def all_graded(person: Actor, record: Period) -> Verdict:
    missing = record.appraised.filter(grade="", apart="").count()
    return No(f"还有{missing}个单位没有定等。", shown=True) if missing else Yes()


@said(only="公示期已满，异议都已答复")
def publicity_over(person: Actor, record: Period) -> Verdict:
    if record.publicised_until and timezone.localdate() <= record.publicised_until:
        return No(f"公示到{record.publicised_until:%Y-%m-%d}为止，期满以后提请审定。", shown=True)
    services = record.matter.services.all()
    if Contest.objects.filter(service__in=services, state=Contest.State.WAITING).exists():
        return No("还有考核结果异议没有答复。", shown=True)
    return Yes()


@said(only="没有待办的重新评分")
def nothing_to_rescore(person: Actor, record: Period) -> Verdict:
    if rescore_is_owed(record):
        return No("有异议成立或者加减分撤销，须退回评分，重新汇总、研究、公示。", shown=True)
    return Yes()


@said(only="有待办的重新评分")
def something_to_rescore(person: Actor, record: Period) -> Verdict:
    return Yes() if rescore_is_owed(record) else No("没有待办的重新评分。")


@said("分管绩效考核的县领导")
def approves_result(person: Actor, record: Period) -> Verdict:
    """审定 is the county's, not the bureau's."""
    charges = Rights.of(person.principal).charges_of(person) if person.holds(Post.LEADER) else []
    if any(charge.all_units and Function.APPRAISAL in charge.functions for charge in charges):
        return Yes()
    return No("考核结果由分管绩效考核的县领导审定。")


def may_supply(person: Person | Actor, indicator: Indicator) -> bool:
    """Whether their unit is the department that supplies this indicator for all."""
    own = person.answers_for_unit and indicator.supplied_by_id in person.own_units
    return indicator.supplier == Indicator.Supplier.DEPARTMENT and bool(own)


@said("考核员、局领导", only="采集阶段由局领导取消")
def cancels(person: Actor, record: Period) -> Verdict:
    if not person.sits_at(Function.APPRAISAL):
        return No("这一步由督查局考核员办理。")
    if record.state == states.DRAFT or person.holds(Post.DIRECTOR):
        return Yes()
    return No("已经启动采集的考核期由局领导取消。")


@said("局领导")
def revokes_adjustment(person: Actor, record: Adjustment) -> Verdict:
    """Once a result was published it is corrected by another one (`flow.CORRECT`); what no longer holds may be revoked at any time."""
    return Yes() if person.holds(Post.DIRECTOR) else No("已生效的加减分由局领导撤销。")


@said("提供数据的部门")
def supplies(person: Actor, record: Period) -> Verdict:
    own = {one.pk for one in record.matter.assignments.all() if one.unit_id in person.own_units}
    duties = [one for one in record.matter.duties.all() if one.step == SUPPLY and one.assignment_id in own]
    if not (person.answers_for_unit and duties):
        return No("这一步由提供数据的部门办理。")
    return Yes() if any(one.done_at is None for one in duties) else No("你单位的数据已经报送。")
