"""Who may take which step of a case, of a subject, of a measure."""

from django.utils import timezone

from accountability import states
from accountability.aside import kept_out
from accountability.bases import PLEA
from accountability.models import Carrying, Case, Sanction, Subject, Tolerance
from bureau.matters.access.behalf import same_hand
from bureau.matters.models import Contest, Service
from bureau.matters.policy import No, Refused, Rule, Verdict, Yes
from bureau.matters.saying import said
from bureau.matters.service.windows import window
from bureau.org.actor import Actor
from bureau.org.models import Cadre, Person, Regulation
from bureau.org.posts import Function, Post

FEWEST = 2  # people of a check, of an investigation (政务处分法 第42条)
Record = Case | Subject | Sanction | Tolerance


def require_desk(person: Person | Actor) -> None:
    """Of what has no record to ask about. Raises Refused."""
    if not person.sits_at(Function.ACCOUNTABILITY):
        raise Refused("这一步由督查局问责专员办理。")


def require_bureau(person: Person | Actor) -> None:
    """Whoever works at the bureau hands a clue over, from what they have in hand. Raises Refused."""
    if not person.of_the_bureau:
        raise Refused("问责线索由督查局登记。")


def case_of(record: Record) -> Case:
    if isinstance(record, Case):
        return record
    return record.case if isinstance(record, Subject) else record.subject.case


def subject_of(record: Subject | Sanction | Tolerance) -> Subject:
    return record if isinstance(record, Subject) else record.subject


@said("经办问责专员、局领导", only="没有回避")
def handles(person: Actor, record: Record) -> Verdict:
    """The case's own officer and the director, unless they keep out of it."""
    case = case_of(record)
    if not person.sits_at(Function.ACCOUNTABILITY):
        return No("这一步由督查局问责专员办理。")
    if case.matter.officer_id != person.pk and not person.holds(Post.DIRECTOR):
        return No("由本案经办的问责专员或者局领导办理。")
    return No("本人须回避本案。", shown=True) if kept_out(person.hands, case) else Yes()


@said("局领导", only="没有回避")
def directs(person: Actor, record: Record) -> Verdict:
    if not person.holds(Post.DIRECTOR):
        return No("这一步由局领导办理。")
    return No("本人须回避本案。", shown=True) if kept_out(person.hands, case_of(record)) else Yes()


@said("局领导；局领导本人的回避由看得到本案的县领导决定", only="没有回避")
def decides_who_keeps_out(person: Actor, record: Case) -> Verdict:
    """负责人的回避由上级决定 (政务处分法 第48条)."""
    verdict = directs(person, record)
    if verdict or person.holds(Post.DIRECTOR) or not person.holds(Post.LEADER):
        return verdict
    if not reads(person, record):
        return verdict
    return No("本人须回避本案。", shown=True) if kept_out(person.hands, record) else Yes()


@said(only="没有尚未说明的谈话函询")
def nothing_asked(person: Actor, record: Subject) -> Verdict:
    return No("已经谈话函询，等待说明。") if awaited(record) else Yes()


@said(only="已经谈话函询，还没有说明")
def something_asked(person: Actor, record: Subject) -> Verdict:
    return Yes() if awaited(record) else No("没有等待说明的谈话函询。")


def awaited(subject: Subject) -> bool:
    """Whether it was asked to explain and has not yet. A page has read its explanations."""
    return any(one.answered_on is None for one in subject.explanations.all())


@said("初核人员", only="没有回避")
def checks(person: Actor, record: Case) -> Verdict:
    if person.pk not in {one.pk for one in record.checkers.all()}:
        return No("由初核人员办理。")
    return No("本人须回避本案。", shown=True) if kept_out(person.hands, record) else Yes()


@said("调查人员", only="没有回避")
def investigates(person: Actor, record: Case | Subject) -> Verdict:
    case = case_of(record)
    if person.pk not in {one.pk for one in case.investigators.all()}:
        return No("由本案调查人员办理。")
    return No("本人须回避本案。", shown=True) if kept_out(person.hands, case) else Yes()


@said(only="初核人员本人不审核")
def four_eyes_check(person: Actor, record: Case) -> Verdict:
    by = [one.pk for one in record.checkers.all()]
    return shown_no("须由初核人员以外的局领导审核。") if same_hand(person, record.matter, *by) else Yes()


@said(only="初核人员不少于两人")
def enough_checkers(person: Actor, record: Case) -> Verdict:
    few = len(record.checkers.all()) < FEWEST
    return shown_no(f"初核人员不足{FEWEST}人，请先改派。") if few else Yes()


@said(only="登记的人本人不审核")
def four_eyes_handed_in(person: Actor, record: Sanction) -> Verdict:
    by_them = same_hand(person, record.matter, record.executed_by_id)
    return shown_no("须由登记人以外的局领导审核。") if by_them else Yes()


@said(only="调查人员本人不审定")
def four_eyes_report(person: Actor, record: Case | Subject) -> Verdict:
    case = case_of(record)
    by = [one.pk for one in case.investigators.all()]
    return shown_no("须由调查人员以外的局领导办理。") if same_hand(person, case.matter, *by) else Yes()


@said("督办规则里写明的立案审批岗位", only="看得到本案，提请人、初核人员本人不审批，没有回避")
def approves_filing(person: Actor, record: Case) -> Verdict:
    """The post that the county chose; of several leaders who reads the case."""
    if not person.holds(Regulation.current().cases_approved_by) or not reads(person, record):
        return No("由有权审批立案的领导审批。")
    if same_hand(person, record.matter, record.proposed_by_id, *(one.pk for one in record.checkers.all())):
        return shown_no("须由提请人、初核人员以外的人审批。")
    return No("本人须回避本案。", shown=True) if kept_out(person.hands, record) else Yes()


def reads(person: Actor, case: Case) -> bool:
    """A leader of another field holds the post, and knows nothing of the case."""
    return Case.objects.visible_to(person).filter(pk=case.pk).exists()


def shown_no(reason: str) -> No:
    return No(reason, shown=True)


@said(only="至少两名调查人员，每个对象都已认定事实和责任")
def ready_to_report(person: Actor, record: Case) -> Verdict:
    if record.investigators.count() < FEWEST:
        return shown_no(f"调查人员不足{FEWEST}人。")
    open_ones = record.subjects.filter(state=states.INVOLVED)
    if not record.subjects.exists():
        return shown_no("还没有登记问责对象。")
    missing = [str(one) for one in open_ones.select_related("unit", "position__unit") if not one.findings]
    return shown_no(f"还没有认定{'、'.join(missing[:3])}的事实和责任。") if missing else Yes()


@said(only="没有延长过")
def not_extended(person: Actor, record: Case) -> Verdict:
    return shown_no("调查期限已经延长过一次。") if record.extended else Yes()


@said(only="每个对象都已告知，并且申辩已答复、期满没有申辩或者书面放弃")
def everybody_was_heard(person: Actor, record: Case) -> Verdict:
    """The right to be heard cannot be skipped (政务处分法 第43条)."""
    subjects = record.subjects.select_related("unit", "position__unit", "notice").prefetch_related(
        "notice__contests"
    )
    if not [one for one in subjects if one.state == states.NOTIFIED]:
        return shown_no("还没有对象被告知。")
    for one in subjects:
        if why := unheard(one):
            return shown_no(f"{one}{why}")
    return Yes()


def unheard(subject: Subject) -> str:
    """Why a subject has not been heard yet; empty once they were, or had the time for it."""
    if subject.state == states.INVOLVED:
        return "还没有告知。"
    if subject.state != states.NOTIFIED or subject.notice is None:
        return ""
    contests = [one for one in subject.notice.contests.all() if one.state != Contest.State.WITHDRAWN]
    if any(one.state == Contest.State.WAITING for one in contests):
        return "的申辩还没有答复。"
    if contests or subject.waived:
        return ""
    return time_left(subject.notice)


def time_left(notice: Service) -> str:
    if notice.received_at is None:
        return "还没有签收告知书。"
    limit = window(notice, PLEA)
    if limit and limit.due_at and timezone.now() <= limit.due_at:
        return f"的申辩期到{timezone.localtime(limit.due_at):%Y-%m-%d}为止。"
    return ""


def in_case(*case_states: str) -> Rule:
    """The case is in one of these states."""
    words = "、".join(states.STATES[state].words for state in case_states)

    @said(only=f"案件在“{words}”阶段")
    def rule(person: Actor, record: Subject | Sanction | Tolerance) -> Verdict:
        return Yes() if case_of(record).state in case_states else No(f"案件在“{words}”阶段才能办理。")

    return rule


@said(only="申辩已答复，容错申请已认定")
def nothing_waits(person: Actor, record: Subject) -> Verdict:
    """What the subject said or asked for is answered before anything is concluded on it."""
    if record.notice and record.notice.contests.filter(state=Contest.State.WAITING).exists():
        return shown_no("申辩还没有答复。")
    if Tolerance.objects.filter(subject=record, state=Tolerance.State.WAITING).exists():
        return shown_no("容错申请还没有认定。")
    return Yes()


@said(only="告知书已签收")
def notice_received(person: Actor, record: Subject) -> Verdict:
    received = record.notice is not None and record.notice.received_at is not None
    return Yes() if received else No("告知书还没有签收。")


@said(only="没有书面放弃过")
def not_waived(person: Actor, record: Subject) -> Verdict:
    return No("已登记放弃申辩。") if record.waived else Yes()


@said(only="本人没有去世")
def is_alive(person: Actor, record: Subject) -> Verdict:
    dead = record.position is not None and record.position.cadre.status == Cadre.Status.DEAD
    return shown_no("本人已去世，请终止对这个对象的办理。") if dead else Yes()


@said(only="方式都由督查局决定")
def bureau_decides(person: Actor, record: Subject) -> Verdict:
    return No("由有权机关决定，请发出问责建议书。") if organs_of(record) else Yes()


@said(only="有由其他机关决定的方式")
def another_organ_decides(person: Actor, record: Subject) -> Verdict:
    return Yes() if organs_of(record) else No("方式都由督查局决定，请直接签发。")


def organs_of(subject: Subject) -> set[str]:
    """The organs besides the bureau by which its measures are decided."""
    waiting = [one for one in subject.sanctions.all() if one.state == Sanction.State.PROPOSED]
    return {one.measure.organ for one in waiting} - {"bureau"}


@said(only="影响期已满")
def has_run_out(person: Actor, record: Subject) -> Verdict:
    if record.effect_until and timezone.localdate() > record.effect_until:
        return Yes()
    return shown_no(f"影响期到{record.effect_until:%Y-%m-%d}为止，期满以后解除。")


@said(only="没有参加调查")
def did_not_investigate(person: Actor, record: Tolerance) -> Verdict:
    """谁问责谁负责容错, but not who found the facts."""
    by = [one.pk for one in case_of(record).investigators.all()]
    return shown_no("须由调查人员以外的局领导认定。") if same_hand(person, record.matter, *by) else Yes()


@said(only="对象还没有处理")
def is_undecided(person: Actor, record: Tolerance) -> Verdict:
    if record.subject.state in states.UNDECIDED:
        return Yes()
    why = "容错不再认定" if record.subject.let_go_on else "容错请在申诉中提出"
    return No(f"这个对象已经处理，{why}。")


@said(only="书面检查")
def is_written(person: Actor, record: Sanction) -> Verdict:
    """What is handed in and judged before it is done."""
    return Yes() if record.measure.carrying == Carrying.CHECK else No("书面检查才先登记提交。")


@said(only="书面检查以外的方式")
def is_not_written(person: Actor, record: Sanction) -> Verdict:
    return No("书面检查先登记提交，再审核。") if is_written(person, record) else Yes()


@said(only="责令限期整改")
def is_rectified(person: Actor, record: Sanction) -> Verdict:
    """What is put right is followed up as a directive."""
    return Yes() if record.measure.carrying == Carrying.RECTIFY else No("责令整改的才转为督查事项。")
